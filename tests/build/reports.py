"""Reports of figures to put on a board: made up, and only ever in a test's own folder."""

from calendar import monthrange
from datetime import date
from pathlib import Path

EXTRAS = """
ho_so_qua_han:
  - {so: 3, ly_do: Chờ kết quả xác minh của nơi khác, da_lam_gi: Đã gửi thư xin lỗi và hẹn lại ngày trả}
  - {so: 1}
ty_le_cua_cong: {ty_le: '98,75', tong_ho_so: 400, dung_han: 395}
chi_so_766:
  - {ma: cong-khai, diem: '17,5'}
  - {ma: hai-long, diem: 18}
  - {ma: PUBLISH_ON_TIME, diem: 6}
khao_sat:
  - {cau_hoi: Hài lòng với thái độ phục vụ, so_nguoi: 120, ty_le: '95,5'}
  - {cau_hoi: Hài lòng với chỗ ngồi chờ, so_nguoi: 12, ty_le: 50}
phan_anh_kien_nghi: {tiep_nhan: 4, da_tra_loi: 3, tra_loi_muon: 1}
"""


def row(received: int, late: int, pending: int, carried: int, overdue: int = 0) -> str:
    """A row of the form on which everything adds up, as one line of YAML."""
    resolved = received - pending
    early = (resolved - late) // 2
    online = (received - carried) * 7 // 10
    return (
        f"{{tiep_nhan: {{tong: {received}, truc_tuyen: {online}, "
        f"truc_tiep_buu_chinh: {received - carried - online}, ky_truoc: {carried}, phi_dia_gioi: 2}}, "
        f"da_giai_quyet: {{tong: {resolved}, truoc_han: {early}, "
        f"dung_han: {resolved - late - early}, qua_han: {late}}}, "
        f"dang_giai_quyet: {{tong: {pending}, trong_han: {pending - overdue}, qua_han: {overdue}}}}}"
    )


def month(board: Path, commune: str, day: date, total: str, more: str = "", name: str = "") -> Path:
    """Write the report of the month that ``day`` lies in."""
    last = day.replace(day=monthrange(day.year, day.month)[1])
    file = board / f"content/communes/{commune}/statistics/{name or f'{day:%Y-%m}'}.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f'xa: "{commune}"\ntu: {day.replace(day=1)}\nden: {last}\ntong_hop: {total}\n'
        f"nguon: [{{ten: Báo cáo tháng {day.month}, ngay: {last}}}]\n{more}",
        encoding="utf-8",
    )
    return file


def year(board: Path, commune: str, months: int = 9, late: int = 9) -> None:
    """Consecutive months to the end of October 2026; the last one has fields and everything else."""
    carried = 0
    for index in range(months):
        number = 2026 * 12 + 9 - (months - 1 - index)
        pending = 20 + index
        received = 400 + 10 * index + carried
        more = ""
        if index == months - 1:
            half = row(received // 2, late // 2, pending // 2, carried // 2, 2)
            more = EXTRAS + (
                "theo_linh_vuc:\n"
                f"  - {{linh_vuc: ho-tich, {half[1:]}\n"
                f"  - {{linh_vuc: chung-thuc, tiep_nhan: {{tong: {received - received // 2}}}}}\n"
            )
        day = date(number // 12, number % 12 + 1, 1)
        month(board, commune, day, row(received, late, pending, carried, 4), more)
        carried = pending

"""Begin a new board, procedure or commune: commented files that pass the check as they are.

Every example in a comment ends with the sign of a placeholder, so that the check refuses it where somebody
only takes the ``#`` away.  Nothing that exists is ever overwritten.
"""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from generator import disk, place, resources
from generator.automation.board_files import HOOK, board_files
from generator.failures import Failure
from generator.formatting.formatter import canonical
from generator.reading import layout
from generator.reading.kinds import kind_of
from generator.schema.files import (
    EXTENSIONS,
    FOLDER,
    VSCODE,
    modeline,
    vscode_extensions,
    vscode_settings,
    write_schemas,
)

_BOARD = """\
{modeline}
# Bảng công khai: một thư mục là một bảng của một đơn vị.
ten: {name}
don_vi: {publisher}
dia_chi_trang: {url}
tinh:
  # Mã tỉnh gồm 2 chữ số, đặt trong ngoặc kép.
  - ma: "{province}"
    ten: {province_name}
# Đường dây nóng và trang phản ánh: chỉ ghi khi đã được công bố.
# phan_anh:
#   dien_thoai: "…"
"""
_FIELDS = """\
{modeline}
# Các lĩnh vực, theo thứ tự hiện trên trang. «ma» là khóa, dùng làm tên thư mục trong procedures/.
linh_vuc:
  - ma: ho-tich
    ten: Hộ tịch
    mo_ta: Khai sinh, kết hôn, khai tử, trích lục, cải chính
"""
_MKDOCS = """\
# Tên và địa chỉ của trang lấy từ content/board.yml; tệp này chỉ cho biết trang dùng phần mềm nào.
site_name: congkhai
docs_dir: content/pages
site_dir: site
theme:
  name: material
  language: vi
  font: false
markdown_extensions:
  - attr_list
  - tables
plugins:
  - congkhai
"""
_PROCEDURE = """\
{modeline}
# Thủ tục {code}. Dòng bắt đầu bằng dấu # là chú thích, máy không đọc.
# Muốn dùng một dòng mẫu: bỏ dấu # ở đầu, rồi viết nội dung thật thay cho chữ mẫu có «(sửa lại)».
# Bắt đầu với mức «danh_muc»; khi điền đủ các phần bên dưới thì đổi thành «day_du».
ma: "{code}"
ten: {name}
# ten_ngan: cách người dân thường gọi (sửa lại)
# tom_tat: một câu cho biết thủ tục này để làm gì (sửa lại)
muc_do: danh_muc
linh_vuc: {field}
# doi_tuong_thuc_hien:
#   - Công dân Việt Nam (sửa lại)
# trinh_tu_thuc_hien:
#   - buoc: Nộp hồ sơ tại Trung tâm Phục vụ hành chính công. (sửa lại)
#     ai_lam: Bạn
# cach_thuc_thuc_hien:
#   # Phí và thời hạn: chép đúng từng chữ của quyết định công bố, đặt trong ngoặc kép.
#   - hinh_thuc: truc_tiep
#     thoi_han: "03 ngày làm việc (sửa lại)"
#     phi_le_phi: "8.000 đồng/bản (sửa lại)"
# thanh_phan_ho_so:
#   - giay_to:
#       - ten: Tờ khai theo mẫu (sửa lại)
#         ban_chinh: "1"
# ket_qua:
#   - ten: Giấy xác nhận (sửa lại)
# co_quan_thuc_hien: Ủy ban nhân dân cấp xã (sửa lại)
# so_quyet_dinh: "…"
# nguon:
#   - ten: Quyết định công bố của Ủy ban nhân dân tỉnh (sửa lại)
# ngay_ra_soat: ngày bạn đối chiếu với nguồn, ví dụ 16/07/2025
"""
_COMMUNE = """\
{modeline}
# Trung tâm Phục vụ hành chính công. Điều gì chưa công bố thì để nguyên dấu #, trang sẽ ghi «Chưa công bố».
# Muốn dùng một dòng mẫu: bỏ dấu # ở đầu, rồi viết nội dung thật thay cho chữ mẫu có «(sửa lại)».
ma: "{code}"
ten: {name}
tinh: "{province}"
# dia_chi: số nhà, đường, thôn (sửa lại)
# gio_lam_viec:
#   # 2 là thứ Hai, 7 là thứ Bảy, CN là Chủ nhật
#   - thu: [2, 3, 4, 5, 6]
#     tu: "giờ mở cửa, ví dụ 07:30"
#     den: "giờ đóng cửa, ví dụ 11:30"
# dien_thoai: "…"
# thu_dien_tu: "…"
# ten_cu: [Xã cũ thứ nhất (sửa lại), Xã cũ thứ hai (sửa lại)]
"""


_SAMPLE_ONLY = re.compile(r"<!-- bang-mau -->\n.*?<!-- /bang-mau -->\n+", re.S)


_OF_THE_REPOSITORY = ("readme", "license", "licence")
"""What a fresh git repository may hold already, beside hidden files."""


class AlreadyThere(Failure):
    """A file of that name exists; it was left as it was."""


def room_for_board(folder: Path) -> None:
    """Refuse a folder that holds a board or anything but an empty git repository does."""
    if os.path.lexists(folder / layout.BOARD):
        raise AlreadyThere(f"Trong «{folder}» đã có một bảng công khai nên không ghi đè.")
    place.claim(folder, but=_may_stay)


def _may_stay(name: str) -> bool:
    return name.startswith(".") or name.lower().partition(".")[0] in _OF_THE_REPOSITORY


def room_for_procedure(root: Path, code: str) -> None:
    """Refuse a code that has its file already, in whichever field."""
    _refuse_taken([file for file in layout.find_files(root).procedures if layout.parts(file)[-1] == code])


def room_for_commune(root: Path, code: str) -> None:
    """Refuse a commune that has its file already."""
    _refuse_taken([file for file in layout.find_files(root).communes if layout.parts(file)[-2] == code])


def _refuse_taken(files: Sequence[str]) -> None:
    if files:
        raise AlreadyThere(f"Đã có tệp «{files[0]}» nên không tạo nữa.")


def new_board(
    folder: Path,
    name: str,
    publisher: str,
    url: str,
    province: str,
    province_name: str,
    platforms: Sequence[str] = (),
) -> None:
    """Make a board that builds at once; see ``room_for_board`` for what the folder may hold.

    ``platforms`` are those that get a CI file (see ``generator.automation.board_files``).
    """
    room_for_board(folder)
    board = _BOARD.format(
        modeline=_modeline(layout.BOARD),
        name=_quoted(name),
        publisher=_quoted(publisher),
        url=url,
        province=province,
        province_name=_quoted(province_name),
    )
    _write_record(folder, layout.BOARD, board)
    _write_record(folder, layout.FIELDS, _FIELDS.format(modeline=_modeline(layout.FIELDS)))
    _search_words(folder)
    _write(folder / "mkdocs.yml", _MKDOCS)
    disk.make_folder(folder / "procedures")
    disk.make_folder(folder / "content/communes")
    _pages(folder / "content/pages")
    _helpers(folder, platforms)


def new_procedure(root: Path, code: str, name: str, field: str) -> Path:
    """Make a commented record at level ``danh_muc``; returns its file."""
    name_of_file = f"{layout.PROCEDURES}/{field}/{code}.yml"
    text = _PROCEDURE.format(modeline=_modeline(name_of_file), code=code, name=_quoted(name), field=field)
    _write_record(root, name_of_file, text)
    return root / name_of_file


def new_commune(root: Path, code: str, name: str, province: str) -> Path:
    """Make a commented commune; returns its file."""
    name_of_file = f"{layout.COMMUNES}/{code}/commune.yml"
    text = _COMMUNE.format(modeline=_modeline(name_of_file), code=code, name=_quoted(name), province=province)
    _write_record(root, name_of_file, text)
    return root / name_of_file


def _helpers(folder: Path, platforms: Sequence[str]) -> None:
    """What makes editors complete, and git and CI check; files that somebody has already are left alone."""
    write_schemas(folder / FOLDER)
    files = {VSCODE: vscode_settings(), EXTENSIONS: vscode_extensions()} | board_files(platforms)
    for name, content in files.items():
        if not os.path.lexists(folder / name):
            _write(folder / name, content)
            if name == HOOK:
                disk.allow(folder / name, 0o755)


def _write_record(root: Path, name: str, text: str) -> None:
    """Write a file of a kind in its canonical form."""
    kind = kind_of(name)
    _write(root / name, canonical(text, kind.model) if kind else text)


def _modeline(file: str) -> str:
    kind = kind_of(file)
    return modeline(kind, file) if kind else "#"


def _pages(folder: Path) -> None:
    """Our pages without the passages that are true of the sample board only."""
    for page in sorted(resources.pages().rglob("*.md")):
        text = _SAMPLE_ONLY.sub("", page.read_text(encoding="utf-8"))
        _write(folder / page.relative_to(resources.pages()), text)


def _search_words(folder: Path) -> None:
    """How citizens ask, keyed by the country's codes: without it a search knows official names only."""
    for file in (layout.SYNONYMS, layout.CITIZEN_WORDS):
        text = resources.search_words(Path(file).name).read_text(encoding="utf-8")
        _write_record(folder, file, f"{_modeline(file)}\n{text}")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _write(file: Path, content: str) -> None:
    disk.make_folder(file.parent)
    if os.path.lexists(file):
        raise AlreadyThere(f"Đã có tệp «{file}» nên không ghi đè.")
    disk.write_new(file, content.encode())

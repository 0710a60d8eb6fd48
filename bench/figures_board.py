"""A seeded board of a province's figures: communes x months x fields, each report agreeing with the last."""

import random
import shutil
from collections.abc import Sequence
from pathlib import Path

SEED = 20251122
FIRST_YEAR = 2023

Row = dict[str, int]


def write_figures_board(root: Path, board: Path, communes: int, periods: int, fields: int) -> int:
    """Write the board; returns how many rows of figures it holds."""
    for name in ("content/pages", "theme"):
        shutil.copytree(root / name, board / name)
    shutil.copy(root / "mkdocs.yml", board)
    _write(
        board / "content/board.yml",
        "ten: Bảng đo số liệu\ndon_vi: Tỉnh đo\ndia_chi_trang: https://congkhai.example/\n"
        'tinh: [{ma: "25", ten: Tỉnh đo}]\n',
    )
    listed = "".join(f"  - ma: linh-vuc-{n:02d}\n    ten: Lĩnh vực {n:02d}\n" for n in range(fields))
    _write(board / "content/fields.yml", f"linh_vuc:\n{listed}")
    for number in range(communes):
        _commune(board / f"content/communes/{10000 + number}", number, periods, fields)
    return communes * periods * (fields + 1)


def _commune(folder: Path, number: int, periods: int, fields: int) -> None:
    rng = random.Random(SEED * 1_000_003 + number)
    code = folder.name
    _write(folder / "commune.yml", f'ma: "{code}"\nten: Xã số {number:03d}\ntinh: "25"\n')
    pending = [(0, 0)] * fields
    for month in range(periods):
        year, first = FIRST_YEAR + month // 12, month % 12 + 1
        rows = [_row(rng, waiting) for waiting in pending]
        pending = [(row["pending_in_time"], row["pending_late"]) for row in rows]
        text = _report(code, year, first, rows)
        _write(folder / f"statistics/{year}-{first:02d}-{_last(year, first)}.yml", text)


def _row(rng: random.Random, waiting: tuple[int, int]) -> Row:
    """One month of one field: what came in and what was carried over is resolved or still waiting."""
    row = {"online": rng.randrange(60), "in_person": rng.randrange(40), "carried": sum(waiting)}
    whole = row["online"] + row["in_person"] + row["carried"]
    row["pending_late"] = min(whole, rng.choice((0, 0, 0, 1, 2)))
    row["pending_in_time"] = min(whole - row["pending_late"], rng.randrange(10))
    done = whole - row["pending_late"] - row["pending_in_time"]
    row["late"] = done // rng.randrange(15, 60)
    row["early"] = (done - row["late"]) // 2
    row["on_time"] = done - row["late"] - row["early"]
    return row


def _report(code: str, year: int, month: int, rows: Sequence[Row]) -> str:
    total = {key: sum(row[key] for row in rows) for key in rows[0]}
    listed = "".join(
        f"  - linh_vuc: linh-vuc-{number:02d}\n{_cells(row, 4)}" for number, row in enumerate(rows)
    )
    return (
        f'xa: "{code}"\ntu: 01/{month:02d}/{year}\nden: {_last(year, month)}/{month:02d}/{year}\n'
        f"tong_hop:\n{_cells(total, 2)}theo_linh_vuc:\n{listed}"
        f"nguon:\n  - ten: Báo cáo tháng của Trung tâm\n"
    )


def _cells(row: Row, indent: int) -> str:
    done, left = row["early"] + row["on_time"] + row["late"], row["pending_in_time"] + row["pending_late"]
    lines = (
        "tiep_nhan:",
        f"  tong: {done + left}",
        f"  truc_tuyen: {row['online']}",
        f"  truc_tiep_buu_chinh: {row['in_person']}",
        f"  ky_truoc: {row['carried']}",
        "da_giai_quyet:",
        f"  tong: {done}",
        f"  truoc_han: {row['early']}",
        f"  dung_han: {row['on_time']}",
        f"  qua_han: {row['late']}",
        "dang_giai_quyet:",
        f"  tong: {left}",
        f"  trong_han: {row['pending_in_time']}",
        f"  qua_han: {row['pending_late']}",
    )
    return "".join(f"{' ' * indent}{line}\n" for line in lines)


def _last(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

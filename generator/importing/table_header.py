"""The head of a table, found by the words in it: which column holds what, in whatever order."""

import re
from dataclasses import dataclass

from generator.importing.workbook.sheet import Cell, Sheet
from generator.vietnamese import fold

DEPTH = 3
"""A head has at most so many rows, not counting the row "(1) (2) (3)"."""

# Labels as they are compared: without marks, signs and "(nếu có)"; divided by semicolons.
_LABELS = {
    "tt": "tt; stt; so tt; so thu tu; no",
    "ma": (
        "ma; ma so; ma tthc; ma so tthc; ma thu tuc; ma thu tuc hanh chinh; ma so thu tuc; ma so thu tuc "
        "hanh chinh; ma so ho so; ma ho so; code"
    ),
    "ten": "ten; ten tthc; ten thu tuc; ten thu tuc hanh chinh; thu tuc hanh chinh; name",
    "thoi_han": (
        "thoi han; thoi han giai quyet; thoi gian giai quyet; thoi han thuc hien; thoi gian thuc hien"
    ),
    "dia_diem": (
        "dia diem; dia diem thuc hien; dia diem tiep nhan; dia chi tiep nhan; noi tiep nhan; noi nop ho so"
    ),
    "phi_le_phi": "phi le phi; phi va le phi; muc phi le phi",
    "phi": "phi; muc phi",
    "le_phi": "le phi; muc le phi",
    "can_cu": "can cu; can cu phap ly; co so phap ly",
    "cach_thuc": (
        "cach thuc; cach thuc thuc hien; hinh thuc thuc hien; hinh thuc nop; hinh thuc nop ho so; cach "
        "thuc nop ho so"
    ),
    "truc_tiep": "truc tiep",
    "truc_tuyen": "truc tuyen",
    "buu_chinh": "buu chinh; buu chinh cong ich; dich vu buu chinh; dich vu buu chinh cong ich; bcci",
    "ghi_chu": "ghi chu",
    "linh_vuc": "linh vuc; ten linh vuc; field",
    "co_quan_ban_hanh": "co quan ban hanh",
    "co_quan_thuc_hien": "co quan thuc hien; co quan giai quyet; don vi thuc hien",
    "co_quan_co_tham_quyen": "co quan co tham quyen; tham quyen giai quyet; co quan co tham quyen quyet dinh",
    "doi_tuong": "doi tuong; doi tuong thuc hien",
    "cap": "cap thuc hien; cap; level",
    "truc_tuyen_muc": "muc do dich vu cong; muc do dich vu cong truc tuyen; muc do dvc; muc do dvctt",
    "so_quyet_dinh": "so quyet dinh; quyet dinh cong bo; so quyet dinh cong bo; decision no",
    "ngay_quyet_dinh": "ngay quyet dinh; ngay ban hanh; decision date",
}
_KEYS = {label: key for key, labels in _LABELS.items() for label in labels.split("; ")}
_LONG = sorted((label for label in _KEYS if len(label) >= 8), key=len, reverse=True)
_CODE = re.compile(r"\b[1-9]\.\d{6}\b")
_TAIL = re.compile(r"( neu co| \d+)+$")


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its key; ``certain`` is False where only the beginning of its label is known."""

    key: str
    number: int
    label: str
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Header:
    """Rows ``top`` to ``bottom``; ``others``: labels of columns that no key is known for."""

    top: int
    bottom: int
    columns: tuple[Column, ...]
    others: tuple[Column, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the columns."""
        return frozenset(column.key for column in self.columns)


def find_header(sheet: Sheet) -> Header | None:
    """The first row that names both a code's and a name's column, with the rows that belong to it."""
    return next((header for row in sheet.rows() if (header := header_at(sheet, row))), None)


def header_at(sheet: Sheet, row: int) -> Header | None:
    """The head that begins in this row: a sheet may hold several tables, or repeat its head."""
    found = {key for cell in sheet.row(row) if (key := _KEYS.get(_plain(cell.text)))}
    return _header(sheet, row, _bottom(sheet, row)) if {"ma", "ten"} <= found else None


def _plain(label: str) -> str:
    return _TAIL.sub("", " ".join(re.sub(r"[\W_]+", " ", fold(label)).split()))


def _bottom(sheet: Sheet, top: int) -> int:
    bottom = top
    for column in range(1, sheet.last_column + 1):
        if part := sheet.range_at(top, column):
            below = part.bottom + (1 if part.right > part.left and part.bottom == part.top else 0)
            bottom = max(bottom, below)
    while bottom > top and any(_CODE.search(cell.text) for cell in sheet.row(bottom)):
        bottom -= 1  # a label wide for its looks has no row of smaller labels below it
    return min(bottom, top + DEPTH - 1)


def _header(sheet: Sheet, top: int, bottom: int) -> Header:
    columns: list[Column] = []
    others: list[Column] = []
    for number in range(1, sheet.last_column + 1):
        cells = [cell for row in range(top, bottom + 1) if (cell := sheet.at(row, number))]
        if not cells:
            continue
        column = _column(number, list(dict.fromkeys(cells)))
        taken = {known.key for known in columns}
        (others if column.key == "" or column.key in taken else columns).append(column)
    return Header(top, bottom, tuple(columns), tuple(others))


def _column(number: int, cells: list[Cell]) -> Column:
    """The key by the lowest label, else by the one above it, else by how the label begins."""
    shown = " / ".join(cell.text for cell in cells)
    for label in [_plain(cell.text) for cell in reversed(cells)] + [_plain(" ".join(c.text for c in cells))]:
        if key := _KEYS.get(label):
            return Column(key, number, shown)
    for cell in reversed(cells):
        for known in _LONG:
            if _plain(cell.text).startswith(known + " "):
                return Column(_KEYS[known], number, shown, certain=False)
    return Column("", number, shown)

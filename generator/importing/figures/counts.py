"""A cell of a table of figures -> a count or points; what could mean two numbers is never guessed."""

import re
from decimal import Decimal, InvalidOperation

from generator.importing.draft import Draft
from generator.importing.workbook.sheet import Cell, CellKind
from generator.vietnamese import number

MOST = 10_000_000
_GROUPED = re.compile(r"\d{1,3}(?:([.,\u00a0 ])\d{3})(?:\1\d{3})*")
_EMPTY = frozenset(("-", "–", "—", "_", "x", "...", "…"))


def count(cell: Cell | None, draft: Draft) -> str | None:
    """A whole number of dossiers in plain digits; None with a doubt where it is none."""
    if cell is None:
        return None
    if cell.text in _EMPTY:
        draft.doubt(f"Ô {cell.name} ghi «{cell.text}», không rõ là 0 hay không có số liệu; để trống.")
        return None
    text = _digits(cell)
    if text is None or int(text) > MOST:
        draft.doubt(f"Ô {cell.name} ghi «{_shown(cell)}», không phải số hồ sơ nên không nhập.{_hint(cell)}")
        return None
    return str(int(text))


def points(cell: Cell | None, draft: Draft) -> str | None:
    """A number from 0 to 100 as the board writes it (``87,22``); None with a doubt where it is none."""
    if cell is None:
        return None
    text = cell.text.rstrip(" %").replace(",", ".")
    try:
        value = Decimal(text).quantize(Decimal("0.0001")).normalize()
    except InvalidOperation:
        value = Decimal(-1)
    if cell.kind not in (CellKind.TEXT, CellKind.NUMBER) or not 0 <= value <= 100:
        draft.doubt(f"Ô {cell.name} ghi «{cell.text}», không phải số từ 0 đến 100 nên không nhập.")
        return None
    return f"{value:f}".replace(".", ",")


def _digits(cell: Cell) -> str | None:
    if cell.kind is CellKind.NUMBER:
        return cell.text if cell.text.isdecimal() and cell.text.isascii() and len(cell.text) < 12 else None
    if cell.kind is not CellKind.TEXT:
        return None
    if _GROUPED.fullmatch(cell.text):
        return re.sub(r"\D", "", cell.text)
    return cell.text if re.fullmatch(r"[0-9]{1,11}", cell.text) else None


def _shown(cell: Cell) -> str:
    return cell.text.replace(".", ",") if cell.kind is CellKind.NUMBER else cell.text


def _hint(cell: Cell) -> str:
    """Excel takes a typed 1.234 for one and a bit where its dot is decimal."""
    if cell.kind is CellKind.NUMBER and re.fullmatch(r"\d{1,3}\.\d{1,3}", cell.text):
        whole, _, rest = cell.text.partition(".")
        return f" Có thể là {number(int(whole + rest.ljust(3, '0')))}: hãy gõ lại số liền, không dấu chấm."
    return ""

"""What a column of figures counts, told by the labels above it: the group ("đã giải quyết") and the column.

The words are those of Biểu 06 (TT 01/2020/TT-VPCP) and of the exports of several provinces' systems.
"""

import re

from generator.vietnamese import fold

_ASIDE = re.compile(r"\((?:bao gom|gom|ke ca)[^)]*\)|\b(?:bao gom|gom ca|ke ca)\b.*")
_GROUPS = {
    "pending": re.compile(r"\b(?:dang|chua) (?:giai quyet|xu ly)|\bton dong"),
    "resolved": re.compile(r"\bda (?:giai quyet|xu ly|tra)|\bgiai quyet xong|\bket qua giai quyet"),
    "received": re.compile(r"\btiep nhan\b|\bnhan giai quyet|\bda nhan\b"),
}
_FOREIGN = re.compile(
    r"\bcho tiep nhan|\bkhong (?:duoc )?tiep nhan|\btu choi|\bthanh toan|\bthu (?:phi|tien)|\bty le"
    r"|\btam dung"
)
_TOTAL = re.compile(r"(?:tong|tong so|tong cong|tong so ho so|so luong|so ho so|so luong ho so)")
_SOME = r"(?:tong )?(?:so )?(?:luong )?(?:ho so )?"
_ALONE = {
    "received_total": re.compile(_SOME + "(?:da )?(?:tiep nhan|nhan giai quyet)"),
    "resolved_total": re.compile(_SOME + "da (?:giai quyet|xu ly)"),
    "pending_total": re.compile(_SOME + "(?:dang|chua) (?:giai quyet|xu ly)"),
}
"""A group's label without columns below it counts the whole."""

_EXACT = {
    "row": "tt; stt; so tt; so thu tu",
    "field": "linh vuc; ten linh vuc; linh vuc giai quyet; linh vuc cong vic giai quyet theo cap",
    "field_key": "ma linh vuc",
    "unit": (
        "don vi; ten don vi; xa phuong; xa; ten xa; ten xa phuong; don vi giai quyet tthc; "
        "don vi giai quyet; co quan don vi; agency name; commune; commune name"
    ),
    "commune": "ma xa; ma xa phuong; ma don vi hanh chinh; commune code",
    "since": "tu ngay; since",
    "until": "den ngay; tinh den ngay; as of; until",
    "received_total": "received; received total",
    "resolved_total": "resolved total",
    "pending_total": "pending total",
    "portal_on_time": "on time",
    "portal_percent": "on time ratio pct",
    "index_progress": "score of 20",
}
_KEYS = {label: key for key, labels in _EXACT.items() for label in labels.split("; ")}

ROW_KEYS = frozenset(("row", "field", "field_key", "unit", "commune", "since", "until"))
"""Columns that say what a row is about; all others count."""


def plain(label: str) -> str:
    """A label as labels are compared: without marks, signs, numbers in brackets and asides."""
    text = _ASIDE.sub(" ", fold(" ".join(label.split())))
    return " ".join(re.sub(r"\(\s*\d+\s*\)|[\W_]+", " ", text).split())


def key_of(labels: list[str]) -> str | None:
    """The column's key by its labels from the top down; None for what the board has no cell for.

    ``in_person`` stands for a column of what was handed in in person alone: whether it is the form's own
    column depends on the other columns.
    """
    words = [text for text in map(plain, labels) if text]
    if not words:
        return None
    if key := _KEYS.get(words[-1]):
        return key
    if len(words) == 1 and words[0].startswith("linh vuc "):
        return "field"
    if any(_FOREIGN.search(text) for text in words):
        return None
    if len(words) == 1:
        return next((key for key, known in _ALONE.items() if known.fullmatch(words[0])), None) or _apart(
            words[0]
        )
    group = next((name for name, known in _GROUPS.items() if known.search(" ".join(words[:-1]))), None)
    below = " ".join(words[1:])
    if group is None:
        return _apart(below)
    return {"received": _received, "resolved": _resolved, "pending": _pending}[group](below, words[-1])


def is_group(label: str) -> str | None:
    """Which of the three groups of the form a label names."""
    text = plain(label)
    if _FOREIGN.search(text):
        return None
    return next((name for name, known in _GROUPS.items() if known.search(text)), None)


def _apart(text: str) -> str | None:
    if re.search(r"\brut\b", text) and "tra lai" not in text:
        return "withdrawn"
    return "stopped" if re.search(r"\bdung (?:xu ly|giai quyet)\b", text) else None


def _received(text: str, last: str) -> str | None:
    online, in_person = (
        "truc tuyen" in text or "toan trinh" in text or "mot phan" in text,
        "truc tiep" in text,
    )
    postal = "buu chinh" in text or "bcci" in text
    if "phi dia gioi" in text:
        return "received_elsewhere"
    if "ky truoc" in text:
        return "carried_over"
    if "khac" in text or (online and (in_person or postal)):
        return None
    if online:
        both = "toan trinh" in text and "mot phan" in text
        parts = ("received_full_online", "toan trinh"), ("received_partly_online", "mot phan")
        part = next((key for key, words in parts if words in text), "received_online")
        return "received_online" if both else part
    if in_person:
        return "received_in_person_postal" if postal else "in_person"
    if postal:
        return "received_postal"
    return "received_total" if _TOTAL.fullmatch(last) else _apart(last)


def _resolved(text: str, last: str) -> str | None:
    early, on_time, late = (
        "truoc" in text,
        "dung" in text and "dung xu ly" not in text,
        "qua han" in text or "tre han" in text,
    )
    if sum((early, on_time, late)) > 1 or "trong han" in text:
        return None  # "đúng và trước hạn" in one column: the form has two
    if late:
        return _late("resolved_late", text)
    if early or on_time:
        return "resolved_early" if early else "resolved_on_time"
    return "resolved_total" if _TOTAL.fullmatch(last) else _apart(last)


def _pending(text: str, last: str) -> str | None:
    late = "qua han" in text or "tre han" in text
    in_time = any(words in text for words in ("trong han", "dung han", "chua den han", "chua qua han"))
    if in_time:
        return "pending_in_time"
    if late:
        return _late("pending_late", text)
    return "pending_total" if _TOTAL.fullmatch(last) else _apart(last)


def _late(key: str, text: str) -> str:
    if "xin loi" not in text:
        return key
    return f"{key}_unapologised" if "chua" in text.partition("qua han")[2] else f"{key}_apologised"

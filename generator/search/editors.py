"""Read the editors' words from plain data (what a YAML reader returns) and say clearly what is wrong.

Every text is NFC.  Numbers arrive as text, because the project reads YAML as text.
"""

import unicodedata
from collections.abc import Mapping

from generator.search.entry import CitizenWords, EditorWords

MOST_ASKED = 5
SECTIONS = ("viet_tat", "dong_nghia", "hieu_thanh", "tu_dem")


class EditorWordsError(ValueError):
    """A mistake in the editors' words, told in Vietnamese with the place it stands."""


def editor_words(synonyms: object, citizens: object) -> EditorWords:
    """Make the editors' words out of the loaded contents of the two files (either may be ``None``)."""
    lists = _mapping(synonyms, "Tệp từ đồng nghĩa")
    for key in lists:
        if key not in SECTIONS:
            raise EditorWordsError(
                f"Mục «{key}» không có trong tệp từ đồng nghĩa; các mục là {', '.join(SECTIONS)}."
            )
    return EditorWords(
        short_forms=_short_forms(lists.get("viet_tat")),
        synonyms=_groups(lists.get("dong_nghia")),
        one_way=_one_way(lists.get("hieu_thanh")),
        fillers=_texts(lists.get("tu_dem"), "tu_dem"),
        by_code={code: _citizen_words(code, value) for code, value in _codes(citizens).items()},
    )


def _codes(citizens: object) -> Mapping[str, object]:
    return _mapping(citizens, "Tệp từ người dân hay dùng")


def _short_forms(value: object) -> tuple[tuple[str, str], ...]:
    rows = _mapping(value, "Mục «viet_tat»")
    return tuple((short, _text(full, f"viet_tat → {short}")) for short, full in rows.items())


def _groups(value: object) -> tuple[tuple[str, ...], ...]:
    groups = tuple(
        _texts(group, f"dong_nghia, nhóm {n}") for n, group in enumerate(_list(value, "dong_nghia"), 1)
    )
    for number, group in enumerate(groups, 1):
        if len(group) < 2:
            raise EditorWordsError(f"Mục «dong_nghia», nhóm {number}: cần ít nhất hai cách nói.")
    return groups


def _one_way(value: object) -> tuple[tuple[str, ...], ...]:
    rows = _mapping(value, "Mục «hieu_thanh»")
    return tuple((said, *_texts(meant, f"hieu_thanh → {said}")) for said, meant in rows.items())


def _citizen_words(code: str, value: object) -> CitizenWords:
    row = _mapping(value, f"Mã {code}")
    asked = str(row.get("hoi_nhieu", "1"))
    if asked not in {str(n) for n in range(1, MOST_ASKED + 1)}:
        raise EditorWordsError(
            f"Mã {code}: «hoi_nhieu» phải là số từ 1 đến {MOST_ASKED}, đang ghi «{asked}»."
        )
    return CitizenWords(int(asked), _texts(row.get("tu"), f"{code} → tu"))


def _mapping(value: object, where: str) -> Mapping[str, object]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise EditorWordsError(f"{where}: cần các dòng «tên: nội dung».")
    return {_text(key, where): item for key, item in value.items()}


def _list(value: object, where: str) -> list[object]:
    if value is None or value == "":
        return []
    if not isinstance(value, list | tuple):
        raise EditorWordsError(f"«{where}»: cần một danh sách, mỗi dòng bắt đầu bằng dấu gạch ngang.")
    return list(value)


def _texts(value: object, where: str) -> tuple[str, ...]:
    return tuple(_text(item, where) for item in _list(value, where))


def _text(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise EditorWordsError(f"«{where}»: cần một dòng chữ, đang ghi «{value}».")
    return unicodedata.normalize("NFC", value.strip())

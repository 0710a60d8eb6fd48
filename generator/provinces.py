"""The provinces of Vietnam by official code (Decision 19/2025/QĐ-TTg), for whoever begins a board.

A board says its provinces itself, in ``content/board.yml``: nothing here overrules it.
"""

from collections.abc import Mapping

from generator.explain.suggestions import nearest
from generator.vietnamese import fold

PROVINCES: Mapping[str, str] = {
    "01": "Thành phố Hà Nội",
    "04": "Tỉnh Cao Bằng",
    "08": "Tỉnh Tuyên Quang",
    "11": "Tỉnh Điện Biên",
    "12": "Tỉnh Lai Châu",
    "14": "Tỉnh Sơn La",
    "15": "Tỉnh Lào Cai",
    "19": "Tỉnh Thái Nguyên",
    "20": "Tỉnh Lạng Sơn",
    "22": "Tỉnh Quảng Ninh",
    "24": "Tỉnh Bắc Ninh",
    "25": "Tỉnh Phú Thọ",
    "31": "Thành phố Hải Phòng",
    "33": "Tỉnh Hưng Yên",
    "37": "Tỉnh Ninh Bình",
    "38": "Tỉnh Thanh Hóa",
    "40": "Tỉnh Nghệ An",
    "42": "Tỉnh Hà Tĩnh",
    "44": "Tỉnh Quảng Trị",
    "46": "Thành phố Huế",
    "48": "Thành phố Đà Nẵng",
    "51": "Tỉnh Quảng Ngãi",
    "52": "Tỉnh Gia Lai",
    "56": "Tỉnh Khánh Hòa",
    "66": "Tỉnh Đắk Lắk",
    "68": "Tỉnh Lâm Đồng",
    "75": "Thành phố Đồng Nai",
    "79": "Thành phố Hồ Chí Minh",
    "80": "Tỉnh Tây Ninh",
    "82": "Tỉnh Đồng Tháp",
    "86": "Tỉnh Vĩnh Long",
    "91": "Tỉnh An Giang",
    "92": "Thành phố Cần Thơ",
    "96": "Tỉnh Cà Mau",
}
_KINDS = ("thanh pho ", "tinh ", "tp. ", "tp.", "tp ")


def near(said: str) -> str | None:
    """The name that was probably meant; None where none is near."""
    names = {_plain(name): name for name in PROVINCES.values()}
    found = nearest(_plain(said), names)
    return names[found] if found else None


def code_of(said: str) -> str | None:
    """The code of a province that is called by its code or by its name, with or without marks and kind."""
    wanted = _plain(said)
    return next((code for code, name in PROVINCES.items() if wanted in (code, _plain(name))), None)


def _plain(name: str) -> str:
    plain = " ".join(fold(name).split())
    kind = next((kind for kind in _KINDS if plain.startswith(kind)), "")
    return plain.removeprefix(kind)

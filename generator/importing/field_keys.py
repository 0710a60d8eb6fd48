"""Names of fields (lĩnh vực) and their keys: one name has one key, and two names never share one."""

from collections.abc import Mapping

from generator.vietnamese import fold, slug

LONGEST = 60
UNSORTED = "Chưa phân loại"
"""Where procedures go whose source names no field."""
UNSORTED_KEY = "chua-phan-loai"

# Names of the national portal whose key is shorter than their slug.
_KNOWN = {
    "Cấp, quản lý căn cước": "can-cuoc",
    "Đăng ký, quản lý cư trú": "cu-tru",
    "Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)": "ho-kinh-doanh",
    "Định danh và xác thực điện tử": "dinh-danh-dien-tu",
    "Tổ chức cai nghiện ma túy và quản lý sau cai nghiện": "cai-nghien",
    "Nhà ở và công sở": "nha-o",
    "Hoạt động xây dựng": "xay-dung",
    "Hòa giải ở cơ sở": "hoa-giai",
}


def compared(name: str) -> str:
    """A name as names are compared: without marks, case, or doubled spaces."""
    return " ".join(fold(name).split())


class FieldKeys:
    """The fields of a board and the new ones that an import adds, in the order they came."""

    def __init__(self, existing: Mapping[str, str]):
        """``existing``: key -> name, as in ``content/fields.yml``."""
        self._keys = {compared(name): key for key, name in existing.items()}
        self._taken = set(existing)
        self._known = {compared(name): (key, name) for name, key in _KNOWN.items()}

    def find(self, name: str) -> str | None:
        """The key of a field that the board has, by its name or by the key itself."""
        return name if name in self._taken else self._keys.get(compared(name))

    def knows(self, name: str) -> bool:
        """Whether this is the name of a field, of this board or of the national portal."""
        return self.find(name) is not None or compared(name) in self._known

    def take(self, key: str, name: str) -> None:
        """Remember a field that has its key already."""
        self._taken.add(key)
        self._keys[compared(name)] = key

    def add(self, name: str) -> tuple[str, str]:
        """Give a new field its key.  Returns the key and the name to show for it.

        A heading in capitals ("HỘ TỊCH") is shown as a name ("Hộ tịch").
        """
        plain = name.capitalize() if name.isupper() else name
        wanted, shown = self._known.get(compared(name), (_cut(slug(name)), plain))
        key, count = wanted, 1
        while key in self._taken:
            count += 1
            ending = f"-{count}"
            key = _cut(wanted, LONGEST - len(ending)) + ending
        self._taken.add(key)
        self._keys[compared(name)] = key
        return key, shown


def _cut(key: str, length: int = LONGEST) -> str:
    if len(key) > length:
        key = key[: length + 1].rpartition("-")[0] or key[:length]
    return key or "linh-vuc"

"""What search needs to know of procedures and communes; it knows no board."""

from msgspec import Struct


class SearchEntry(Struct, frozen=True):
    """One procedure as search sees it.

    ``popularity`` runs from 0 (rarely asked) to 1 (every day); ``None`` leaves it to the editors' list.
    ``online_level`` and ``scope`` are the keys of ``muc_do_truc_tuyen`` and ``tham_quyen``.
    """

    code: str
    name: str
    short_name: str | None = None
    keywords: tuple[str, ...] = ()
    field: str = ""
    field_name: str = ""
    applicants: tuple[str, ...] = ()
    online_level: str | None = None
    scope: str | None = None
    popularity: float | None = None


class SearchPlace(Struct, frozen=True):
    """A commune with the names it had before 1 July 2025, so that an old name leads to the new one."""

    code: str
    name: str
    former_names: tuple[str, ...] = ()

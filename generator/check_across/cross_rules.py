"""What must hold between files: codes that stand once, and references that lead somewhere."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from generator.board import Entry, plain_name
from generator.check_across.period_rules import check_periods
from generator.explain.suggestions import nearest
from generator.foundation import Foundation
from generator.model.procedure import Lifecycle
from generator.model.text import base_code
from generator.problems import Severity
from generator.reading import layout
from generator.reading.record import Finding


class FileFinding(Struct, frozen=True):
    """A finding and the file that it is about."""

    file: str
    finding: Finding


class _Catalogue(Struct, frozen=True):
    by_code: Mapping[str, Entry]
    broken: frozenset[str]
    today: date

    def _meant(self, code: str) -> str:
        """The code that is nearest, with the name by which a clerk knows whether it is the one."""
        near = nearest(code, self.by_code)
        return f"Có phải «{near}» ({self.by_code[near].display_name})? " if near else ""

    def references(
        self, file: str, codes: Iterable[str], path: tuple[str | int, ...], *, offered: bool
    ) -> Iterator[FileFinding]:
        """Each of ``codes`` stands in the catalogue and, where it is offered, is still in force."""
        for index, code in enumerate(codes):
            entry = self.by_code.get(base_code(code))
            if entry is None and base_code(code) in self.broken:
                continue  # its file has mistakes of its own, which are reported there
            if entry is None:
                message = f"Trên bảng này không có thủ tục nào mang mã «{code}»."
                hint = f"{self._meant(code)}Xem lại mã trên quyết định công bố.{_until_then(path)}"
                finding = Finding((*path, index), "procedure-unknown", Severity.ERROR, message, hint)
                yield FileFinding(file, finding)
            elif offered and entry.lifecycle(self.today) is Lifecycle.REPEALED:
                message = f"Thủ tục «{code}» đã bãi bỏ nhưng vẫn được giới thiệu ở đây."
                hint = "Bỏ mã này" + (
                    f" hoặc thay bằng {', '.join(entry.replaced_by)}." if entry.replaced_by else "."
                )
                finding = Finding((*path, index), "procedure-repealed", Severity.WARNING, message, hint)
                yield FileFinding(file, finding)


def _until_then(path: tuple[str | int, ...]) -> str:
    """What to do with a right code whose procedure nobody has written yet; ``path`` leads to the list."""
    if path == ("ma",):
        return ""
    return (
        " Mã đúng mà chưa có tệp của thủ tục ấy trong procedures/ thì thêm tệp trước, hoặc tạm xóa dòng này;"
        f" không còn mã nào thì xóa cả dòng «{path[-1]}:»."
    )


def check_across(
    entries: Mapping[str, Entry], broken: Iterable[str], foundation: Foundation, today: date
) -> Iterator[FileFinding]:
    """All findings between files.

    ``entries`` are keyed by the file that each came from; ``broken`` names files that gave no entry.
    """
    by_code = {entry.base_code: entry for entry in entries.values()}
    catalogue = _Catalogue(by_code, frozenset(map(base_code, broken)), today)
    yield from _duplicates(entries)
    yield from _repeated_names(entries)
    yield from _claimed_twice(entries)
    yield from _of_procedures(entries, catalogue)
    yield from _of_foundation(foundation, catalogue)
    for code, reports in foundation.statistics.items():
        files = foundation.statistics_files[code]
        for file, finding in check_periods(list(zip(files, reports, strict=True))):
            yield FileFinding(file, finding)


def _of_procedures(entries: Mapping[str, Entry], catalogue: _Catalogue) -> Iterator[FileFinding]:
    """What procedures say of other procedures."""
    for file, entry in entries.items():
        yield from catalogue.references(file, entry.related, ("thu_tuc_lien_quan",), offered=True)
        path = ("hieu_luc", "thay_the_boi")
        yield from catalogue.references(file, entry.replaced_by, path, offered=False)
        yield from _former_codes(file, entry, catalogue.by_code)


def _of_foundation(foundation: Foundation, catalogue: _Catalogue) -> Iterator[FileFinding]:
    """What life events, communes and overlays say of procedures."""
    for number, event in enumerate(foundation.life_events):
        path_to = ("su_kien", number, "thu_tuc")
        yield from catalogue.references(layout.LIFE_EVENTS, event.procedures, path_to, offered=True)
    for code, commune in foundation.communes.items():
        file = f"{layout.COMMUNES}/{code}/commune.yml"
        yield from catalogue.references(file, commune.not_received, ("khong_tiep_nhan",), offered=False)
        asked = commune.display.asked
        yield from catalogue.references(file, asked, ("man_hinh", "hoi_nhieu"), offered=True)
    for file, overlay in foundation.overlays:
        yield from catalogue.references(file, (overlay.procedure,), ("ma",), offered=True)


def _duplicates(entries: Mapping[str, Entry]) -> Iterator[FileFinding]:
    files: dict[str, list[str]] = defaultdict(list)
    for file, entry in entries.items():
        files[entry.base_code].append(file)
    for code, places in files.items():
        for file in places if len(places) > 1 else ():
            others = ", ".join(place for place in places if place != file)
            message = f"Mã «{code}» có ở nhiều tệp: tệp này và {others}."
            hint = "Giữ lại một tệp; chỗ khác nhau của từng tỉnh, xã viết trong content/overlays/."
            yield FileFinding(file, Finding(("ma",), "code-twice", Severity.ERROR, message, hint))


def _repeated_names(entries: Mapping[str, Entry]) -> Iterator[FileFinding]:
    files: dict[str, list[str]] = defaultdict(list)
    for file, entry in entries.items():
        files[entry.plain_name].append(file)
    for places in files.values():
        if len({entries[file].base_code for file in places}) == 1:
            continue  # one file, or copies of one: said of the code
        if len({plain_name(entries[file].display_name) for file in places}) == len(places):
            continue  # told apart by their short names
        for file in places:
            message = (
                f"Có {len(places)} thủ tục khác mã nhưng trùng hẳn tên này; người dân không phân biệt được."
            )
            hint = "Đối chiếu với nguồn; thêm «ten_ngan» khác nhau cho từng thủ tục để phân biệt."
            yield FileFinding(file, Finding(("ten",), "name-repeated", Severity.WARNING, message, hint))


def _former_codes(file: str, entry: Entry, by_code: Mapping[str, Entry]) -> Iterator[FileFinding]:
    for index, code in enumerate(entry.former_codes):
        if base_code(code) in by_code:
            message = f"Mã cũ «{code}» vẫn là mã của một thủ tục đang có trên bảng."
            hint = "Mã cũ sẽ chuyển hướng về đây, nên thủ tục kia phải bỏ đi hoặc mã này phải sửa."
            finding = Finding(("ma_cu", index), "former-code-live", Severity.ERROR, message, hint)
            yield FileFinding(file, finding)


def _claimed_twice(entries: Mapping[str, Entry]) -> Iterator[FileFinding]:
    """A former code leads to one page: two procedures cannot both have had it."""
    claims: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for file, entry in entries.items():
        for index, code in enumerate(entry.former_codes):
            claims[base_code(code)].append((file, index))
    for code, places in claims.items():
        for file, index in places if len(places) > 1 else ():
            others = ", ".join(dict.fromkeys(place for place, at in places if (place, at) != (file, index)))
            message = f"Mã cũ «{code}» được ghi ở nhiều chỗ: chỗ này và {others}."
            hint = "Một mã cũ chỉ chuyển hướng về một thủ tục; giữ lại ở một chỗ."
            yield FileFinding(
                file, Finding(("ma_cu", index), "former-code-twice", Severity.ERROR, message, hint)
            )

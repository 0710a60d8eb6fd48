"""Audit a finished site: what fails a reader, breaks the site's policy, or tells another host of a visit."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator import disk
from generator.audit.addresses import Away, Inside, resolve
from generator.audit.html import PageFacts, Reference, read_page
from generator.problems import Problem, Severity, shown
from generator.workers import Crew, processors

_CANONICAL = re.compile(r'<link rel="?canonical"? href="?(https://[^"\s>]+)')
_CSS_ADDRESS = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"'\s]*))\s*\)|@import\s+[\"']([^\"']+)")
_XML_ADDRESS = re.compile(r"<loc>([^<]+)</loc>|<link\b[^>]*?href=\"([^\"]+)\"")
_OPEN_SLOT = "\x1e"
_BATCH = 200
_ADVICE = {
    "anchor-broken": "Sửa phần sau dấu # của liên kết trong trang văn (content/pages/).",
    "id-twice": "Đổi tên một chỗ trong trang văn; không phải trang văn thì báo người làm phần mềm.",
    "inline-code": "Bỏ style=, onclick=, <script>, <style> khỏi trang văn (content/pages/).",
    "link-broken": "Sửa đường dẫn trong trang văn (content/pages/), hoặc thêm trang, tệp ấy.",
    "link-unsafe": "Đổi thành địa chỉ bắt đầu bằng https://, hoặc bỏ liên kết.",
    "page-empty": "Viết nội dung cho trang, hoặc xóa tệp của trang trong content/pages/.",
    "third-party": "Tải tệp ấy về đặt trong content/pages/, hoặc đổi thành liên kết thường.",
}
_TEXT = (".html", ".svg", ".css", ".xml")


@dataclass(frozen=True)
class Looked:
    """What one file gave: its problems, its ids, and where it leads (target, line, column, as written)."""

    file: str
    problems: tuple[Problem, ...]
    ids: frozenset[str]
    links: tuple[tuple[Inside, int, int, str], ...]


@dataclass(frozen=True)
class Before:
    """An older state of a site, in which nothing was found; of its ``files``, some are the ``same`` now."""

    folder: Path
    files: frozenset[str]
    same: frozenset[str]


def audit(
    folder: Path, files: Iterable[str], before: Before | None = None, workers: int | None = None
) -> list[Problem]:
    """Every problem of the site in ``folder``, which consists of ``files``.

    With ``before`` only what changed since then is looked at, unless something that pages led to is gone.
    """
    present = frozenset(files)
    texts = sorted(file for file in present if file.endswith(_TEXT))
    site = _address_of(folder) if "index.html" in present else None
    if before and before.files <= present:
        looked = _look(folder, [file for file in texts if file not in before.same], site, workers)
        if _no_id_lost(before, looked):
            return _judge(looked, present, lambda file: _ids(folder, file))
    return _judge(_look(folder, texts, site, workers), present, None)


def _look(folder: Path, files: list[str], site: str | None, workers: int | None) -> list[Looked]:
    batches = [(files[start : start + _BATCH],) for start in range(0, len(files), _BATCH)]
    with Crew(partial(_Looker, folder, site), min(workers or processors(), len(batches))) as crew:
        hand = iter(batches)
        parts = [part for _, _, part in crew.share("look", [hand] * len(crew))]
    return [looked for part in parts for looked in part]


def _no_id_lost(before: Before, looked: list[Looked]) -> bool:
    """Whether all places that unchanged pages may lead to are still there."""
    return all(_ids(before.folder, item.file) <= item.ids for item in looked if item.file in before.files)


def _ids(folder: Path, file: str) -> frozenset[str]:
    return read_page(_text(folder / file)).ids if file.endswith(".html") else frozenset()


def _judge(
    looked: list[Looked], present: frozenset[str], ids_of: Callable[[str], frozenset[str]] | None
) -> list[Problem]:
    """Add the problems that show between files: what leads to a file or a place that is not there."""
    problems = [problem for item in looked for problem in item.problems]
    ids: dict[str, frozenset[str]] = {item.file: item.ids for item in looked}
    for item in looked:
        for target, line, column, address in item.links:
            if target.file not in present:
                if f"{target.file}/index.html" not in present:
                    message = f"«{shown(address)}» không dẫn tới tệp nào của trang."
                    problems.append(_fault(item.file, (line, column), "link-broken", message))
                continue
            if target.anchor and target.file.endswith(".html"):
                if target.file not in ids and ids_of:
                    ids[target.file] = ids_of(target.file)
                if target.anchor not in ids.get(target.file, frozenset()):
                    message = f"«{shown(address)}» dẫn tới một chỗ không có trên trang ấy."
                    problems.append(_fault(item.file, (line, column), "anchor-broken", message))
    return sorted(problems)


class _Looker:
    """Looks at files one by one."""

    def __init__(self, folder: Path, site: str | None):
        self.folder, self.site = folder, site

    def look(self, files: Iterable[str]) -> list[Looked]:
        """Everything that shows in a file alone."""
        return [self._one(file) for file in files]

    def _one(self, file: str) -> Looked:
        text = _text(self.folder / file)
        where = _Places(text)
        problems: list[Problem] = []
        if not text.strip():
            return Looked(file, (_fault(file, (1, 1), "page-empty", "Tệp rỗng."),), frozenset(), ())
        if (at := text.find(_OPEN_SLOT)) >= 0:
            problems.append(_fault(file, where(at), "page-empty", "Trang còn một chỗ chưa được điền."))
        ids: frozenset[str] = frozenset()
        if file.endswith((".html", ".svg")):
            facts = read_page(text)
            ids = facts.ids
            problems += _page_problems(file, facts, where)
            references: Iterable[tuple[Reference, int]] = facts.references
        else:
            pattern = _CSS_ADDRESS if file.endswith(".css") else _XML_ADDRESS
            fetched = file.endswith(".css")
            references = (
                (Reference(next(filter(None, m.groups()), ""), fetched), m.start())
                for m in pattern.finditer(text)
            )
        links: dict[Inside, tuple[Inside, int, int, str]] = {}
        for reference, at in references:
            target = resolve(file, reference.address, self.site)
            if isinstance(target, Inside):
                if (target not in links and target.file != file) or target.anchor:
                    links[target] = (target, *where(at), reference.address)
            elif target is not None:
                problems += _away(file, reference, target, where(at))
        return Looked(file, tuple(problems), ids, tuple(links.values()))


def _page_problems(file: str, facts: PageFacts, where: "_Places") -> Iterator[Problem]:
    for identity, at in facts.twice:
        yield _fault(file, where(at), "id-twice", f"id «{shown(identity)}» đã có ở trên.")
    for what, at in facts.inline:
        message = f"Mã hoặc kiểu chữ viết ngay trong trang ({what}) bị chính sách an toàn chặn."
        yield _fault(file, where(at), "inline-code", message)
    if file.endswith(".html") and not (facts.title and facts.text):
        yield _fault(file, (1, 1), "page-empty", "Trang không có tên hoặc không có chữ nào.")


def _away(file: str, reference: Reference, target: Away, place: tuple[int, int]) -> Iterator[Problem]:
    address = shown(reference.address)
    if reference.fetched:
        yield _fault(file, place, "third-party", f"Trang tự gọi «{address}» ở máy chủ khác.")
    elif not target.safe:
        message = f"«{address}»: chỉ được dẫn tới https, mailto, tel hoặc trong trang."
        yield _fault(file, place, "link-unsafe", message)


class _Places:
    """Turns offsets of one text into lines and columns, both from 1."""

    def __init__(self, text: str):
        self._text = text

    def __call__(self, at: int) -> tuple[int, int]:
        return self._text.count("\n", 0, at) + 1, at - self._text.rfind("\n", 0, at)


def _fault(file: str, place: tuple[int, int], code: str, message: str) -> Problem:
    return Problem(file, place[0], place[1], code, Severity.ERROR, message, _ADVICE[code])


def _address_of(folder: Path) -> str | None:
    match = _CANONICAL.search(_text(folder / "index.html"))
    return match[1] if match else None


def _text(path: Path) -> str:
    return disk.read(path).decode("utf-8", "replace")

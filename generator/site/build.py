"""Build the public site: read -> check -> Board -> pages -> stamp -> write what changed."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from generator import urls
from generator.board import Board
from generator.catalogue import Scanned
from generator.citation import Citation, cite
from generator.display.all import DISPLAYS
from generator.display.screens import SEARCH
from generator.display.site_displays import SiteDisplays, detail_digests, detail_file
from generator.foundation import Foundation, read_foundation
from generator.loading import assemble, rules_for
from generator.lock import lock
from generator.open_data.procedure_parts import joined_files
from generator.problems import Problem, has_errors
from generator.reading import layout
from generator.report import as_text
from generator.site import inputs
from generator.site.batches import BATCH, dealt, gathered, neighbours, worker_count
from generator.site.joining import Group, Slice, join
from generator.site.output import Output
from generator.site.shard import Shard
from generator.site.shell import Frame
from generator.site.site_files import site_files
from generator.site.state import (
    State,
    begin,
    can_keep,
    finish,
    is_unfinished,
    read_frame,
    read_state,
    state_file,
    write_frame,
)
from generator.workers import Crew

WAIT = 60.0
"""Seconds to wait for another build of the same site."""

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is."""


@dataclass(frozen=True)
class Built:
    """The outcome.  ``pages`` is None where errors forbade publication: then nothing was touched."""

    problems: tuple[Problem, ...]
    pages: int | None = None
    written: int = 0
    removed: int = 0


def build(
    root: Path,
    output: Path,
    today: date,
    workers: int | None = None,
    progress: Progress | None = None,
    keep: Path | None = None,
) -> Built:
    """Build the board at ``root`` into ``output``, writing only what changed since the last time.

    ``keep`` is the file that remembers what is in ``output``; without one it lies among the sources.
    """
    keep = keep or state_file(root, output)
    with lock(keep.with_suffix(".lock"), WAIT) if can_keep(keep) else nullcontext():
        if not is_unfinished(keep):  # else it is ours, though its marker may not have been written yet
            Output(output).claim()
        state = read_state(keep, Output(output).mark())
        return _Build(root, output, today, state, keep, progress).run(workers, _frame)


def build_into_mkdocs(root: Path, output: Path, frame: Frame, today: date) -> str | None:
    """Stamp the catalogue into a site that MkDocs has just made; problems as text where it must not be."""
    built = _Build(root, output, today, State(), None, None).run(None, lambda _: frame)
    return as_text(built.problems) if built.pages is None else None


def _frame(root: Path) -> Frame:
    """The frame of the last build where its inputs are the same, else a new one."""
    key = inputs.frame_key(root)
    if frame := read_frame(root, key):
        return frame
    from generator.site.mkdocs_shell import render_frame  # MkDocs takes half a second to import

    frame = render_frame(root)
    write_frame(root, key, frame)
    return frame


class _Build:
    """One run.  ``state`` is what the last run knew; ``keep`` is where to leave what this one knows."""

    def __init__(
        self,
        root: Path,
        output: Path,
        today: date,
        state: State,
        keep: Path | None,
        progress: Progress | None,
    ):
        self.root, self.today, self.state, self.keep = root, today, state, keep
        self.output = Output(output)
        self.progress = progress or (lambda *_: None)

    def run(self, workers: int | None, frame_of: Callable[[Path], Frame]) -> Built:
        """Read and check everything; publish only where no error stands."""
        files = layout.find_files(self.root)
        names = list(files.procedures)
        foundation = read_foundation(files, self.today)
        rules = rules_for(foundation, self.today)
        rules_key = inputs.digest(rules.key(), inputs.code())
        known = {s.file: s for s in self.state.scanned} if self.state.rules == rules_key else {}
        count = worker_count(workers, len(names) - len(known))
        with Crew(partial(Shard, self.root, rules, known), count) as crew, ThreadPoolExecutor(1) as pool:
            frame = pool.submit(frame_of, self.root) if _publishable(foundation) else None
            scanned = self._scan(crew, names)
            loaded = assemble(self.root, foundation, scanned, self.today)
            if loaded.board is None or frame is None:
                return Built(loaded.problems)
            pages = self._publish(crew, loaded.board, frame.result(), scanned, rules_key)
        return Built(loaded.problems, pages, self.output.written, self.output.removed)

    def _scan(self, crew: Crew, names: list[str]) -> list[Scanned]:
        hands = [((batch,) for batch in hand) for hand in dealt(names, len(crew))]
        found: list[list[list[Scanned]]] = [[] for _ in hands]
        done = 0
        for worker, scanned in crew.share("scan", hands):
            found[worker].append(scanned)
            done += len(scanned)
            self.progress("Đọc và kiểm tra", done, len(names))
        return gathered(found)

    def _publish(self, crew: Crew, board: Board, frame: Frame, scanned: list[Scanned], rules_key: str) -> int:
        if self.keep and not begin(self.keep):
            self.state = State()
        if not self.state.mark:
            self.output.take_over()
        before = self.state.files | frozenset(self.state.pages) or self.output.files()
        common = inputs.digest(frame.digest, inputs.code(), board.settings.model_dump_json())
        screens = SiteDisplays(board, DISPLAYS)
        crew.each("equip", [(frame, board.settings, self.output.root, bool(screens.communes))] * len(crew))
        lists_key = inputs.digest(
            common,
            inputs.content_key(self.root),
            inputs.frame_key(self.root),
            str(self.today),
            *(item.cited for item in scanned),
        )
        with ThreadPoolExecutor(1) as pool:  # the lists are made here while the crew makes the pages
            making = pool.submit(self._lists, board, frame, lists_key)
            keys = self._render(crew, board, scanned, common, lists_key, shown=bool(screens.communes))
            lists, written = making.result()
        self.output.written += written
        details = self._details(board, keys) if screens.communes else {}
        shown = self._displays(screens, details)
        files = lists | shown | self._open_data(crew, board, scanned)
        self.output.remove(sorted(before - files - frozenset(keys)))
        if self.keep:
            state = State(
                rules=rules_key,
                scanned=tuple(scanned),
                mark=self.output.mark(),
                pages=keys,
                details=details,
                files=files,
                lists_key=lists_key,
                lists=lists,
                slices=self.slices,
            )
            finish(self.keep, state)
        return len(keys) + sum(path.endswith(".html") for path in lists | shown)

    def _lists(self, board: Board, frame: Frame, key: str) -> tuple[frozenset[str], int]:
        """Make every file but the procedures' own, unless nothing that they show has changed.

        Their paths, and how many changed on disk.
        """
        if self.state.lists_key == key and self._stands(*self.state.lists):
            return self.state.lists, 0
        made = dict(site_files(board, frame))
        output = Output(self.output.root)
        for path, content in made.items():
            output.write(path, content)
        return frozenset(made), output.written

    def _render(
        self,
        crew: Crew,
        board: Board,
        scanned: list[Scanned],
        common: str,
        lists_key: str,
        *,
        shown: bool,
    ) -> dict[str, str]:
        """Make the procedures' pages whose key is new; the key of each page.

        The crew is at work on one batch of pages while the keys of the next are found.  Where nothing has
        changed that lists show, nothing has that a page cites: then the record alone decides.
        """
        keys: dict[str, str] = {}
        steady = self.state.lists_key == lists_key
        same = {item.file: item.digest for item in self.state.scanned} if steady else {}

        def jobs(batch: list[Scanned]) -> Iterator[tuple[str, Citation]]:
            for item in batch:
                assert item.entry is not None
                path = inputs.page_file(item.entry.code)
                kept = self.state.pages.get(path)
                if kept and same.get(item.file) == item.digest:
                    keys[path] = kept
                else:
                    keys[path] = inputs.digest(common, item.digest, repr(cite(board, item.entry)))
                beside = [urls.procedure_data(item.entry.code)] if board.settings.open_data else []
                beside += [detail_file(item.entry.code)] if shown else []
                if kept != keys[path] or not self._stands(path, *beside):
                    yield item.file, cite(board, item.entry)

        hands = [((list(jobs(batch)),) for batch in hand) for hand in dealt(scanned, len(crew))]
        done = 0
        for _, written in crew.share("render", hands):
            self.output.written += written
            done = min(done + BATCH, len(scanned))
            self.progress("Dựng trang", done, len(scanned))
        return keys

    def _open_data(self, crew: Crew, board: Board, scanned: list[Scanned]) -> frozenset[str]:
        """Join the large files of the catalogue where any record changed; all files that it gives."""
        self.slices: tuple[Slice, ...] = ()
        if not board.settings.open_data:
            return frozenset()
        common = inputs.digest(inputs.code(), board.settings.model_dump_json())
        groups = list(_groups(scanned, common))
        files = joined_files()
        paths = [file.path for file in files]
        self.slices = self.state.slices
        if [group.key for group in groups] != [each.key for each in self.slices] or not self._stands(*paths):
            self.slices = join(files, groups, self.slices, partial(_made, crew), self.output)
        return frozenset((*paths, *(urls.procedure_data(code) for group in groups for _, code in group.jobs)))

    def _stands(self, *paths: str) -> bool:
        return all(map(self.output.holds, paths))

    def _details(self, board: Board, keys: dict[str, str]) -> dict[str, tuple[str, str]]:
        """Key and digest of the file that displays have of each procedure."""
        by_code = {entry.base_code: keys[inputs.page_file(entry.code)] for entry in board.entries.values()}
        return detail_digests(self.output.root, by_code, self.state.details)

    def _displays(self, screens: SiteDisplays, details: dict[str, tuple[str, str]]) -> frozenset[str]:
        """Write what the screens of communes show; all their files.  The search's own stand on the site."""
        if not screens.communes:
            return frozenset()
        paths = [urls.display_file(path, "") for path in SEARCH]
        searched = {path: (self.output.root / path).read_bytes() for path in paths}
        made = dict(screens.files(searched, details))
        for path, content in made.items():
            self.output.write(path, content)
        return frozenset(made) | frozenset(map(detail_file, details))


def _groups(scanned: list[Scanned], common: str) -> Iterator[Group]:
    """The records of each folder, at most a batch at a time: a new record moves only its neighbours."""
    for part in neighbours(scanned, lambda item: item.file.rpartition("/")[0]):
        key = inputs.digest(common, *(item.digest for item in part))
        yield Group(key, tuple((item.file, item.entry.code) for item in part if item.entry))


def _made(crew: Crew, groups: Sequence[Group]) -> Iterator[Sequence[bytes]]:
    """The pieces of ``groups`` in order, made by all workers at once."""
    for start in range(0, len(groups), len(crew)):
        yield from crew.each("data", [(group.jobs,) for group in groups[start : start + len(crew)]])


def _publishable(foundation: Foundation) -> bool:
    return foundation.settings is not None and not has_errors(foundation.problems)

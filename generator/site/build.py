"""Build the public site: read -> check -> Board -> pages -> stamp -> write what changed."""

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import date
from functools import partial
from pathlib import Path

from msgspec import Struct

from generator.board import Board
from generator.catalogue import Scanned
from generator.check.procedure_rules import ProcedureRules
from generator.display.site_displays import Digests, shown_communes
from generator.foundation import Foundation, read_foundation
from generator.loading import assemble, rules_for
from generator.lock import lock
from generator.model.plain import as_json
from generator.pieces import pieces, worker_count
from generator.problems import Problem, has_errors
from generator.reading import layout
from generator.report import as_text
from generator.site import inputs
from generator.site.frames import frame_of
from generator.site.keeping import can_keep
from generator.site.output import Output
from generator.site.page_keys import Job, PageKeys
from generator.site.shard import Shard
from generator.site.shell import Frame
from generator.site.state import (
    Slice,
    State,
    begin,
    finish,
    is_unfinished,
    read_state,
    state_file,
)
from generator.workers import Crew, Done

WAIT = 60.0
"""Seconds to wait for another build of the same site."""

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is."""


class Built(Struct, frozen=True):
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
        return _Build(root, output, today, state, keep, progress).run(workers, frame_of)


def build_into_mkdocs(root: Path, output: Path, frame: Frame, today: date) -> str | None:
    """Stamp the catalogue into a site that MkDocs has just made; problems as text where it must not be."""
    built = _Build(root, output, today, State(), None, None).run(None, lambda _: frame)
    return as_text(built.problems) if built.pages is None else None


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

    def run(self, workers: int | None, make_frame: Callable[[Path], Frame]) -> Built:
        """Read and check everything; publish only where no error stands."""
        files = layout.find_files(self.root)
        names = list(files.procedures)
        foundation = read_foundation(files, self.today)
        rules = rules_for(foundation, self.today)
        known = self._known(rules)
        count = worker_count(workers, len(names) - len(known))
        with Crew(partial(Shard, self.root, rules, known), count) as crew:
            parts = iter([(part,) for part in pieces(names, len(crew))])
            reading = crew.share("scan", [parts] * len(crew))
            frame = make_frame(self.root) if _publishable(foundation) else None  # the others read already
            hands = self._read(reading, len(names), len(crew))
            found = {one.file: one for hand in hands for one in hand}
            scanned = [found[name] for name in names]
            loaded = assemble(self.root, foundation, scanned, self.today)
            if loaded.board is None or frame is None:
                return Built(loaded.problems)
            pages = self._publish(crew, loaded.board, frame, scanned, hands, _key_of(rules))
        return Built(loaded.problems, pages, self.output.written, self.output.removed)

    def _known(self, rules: ProcedureRules) -> dict[str, Scanned]:
        """What the last build read by the same rules, by file."""
        if not self.state.scanned or self.state.rules != _key_of(rules):
            return {}
        return {scanned.file: scanned for scanned in self.state.scanned}

    def _read(self, reading: Iterator[Done], count: int, workers: int) -> list[list[Scanned]]:
        """What each worker has read: it keeps the records, so it will render them."""
        hands: list[list[Scanned]] = [[] for _ in range(workers)]
        done = 0
        for worker, _, scanned in reading:
            hands[worker] += scanned
            done += len(scanned)
            self.progress("Đọc và kiểm tra", done, count)
        return hands

    def _publish(
        self,
        crew: Crew,
        board: Board,
        frame: Frame,
        scanned: list[Scanned],
        hands: list[list[Scanned]],
        rules_key: str,
    ) -> int:
        if self.keep and not begin(self.keep):
            self.state = State()
        if not self.state.mark:
            self.output.take_over()
        before = self.state.files | frozenset(self.state.pages) or self.output.files()
        common = inputs.digest(frame.digest, inputs.code(), as_json(board.settings).decode())
        displays = bool(shown_communes(board))
        crew.each("equip", [(frame.shells, board.settings, self.output.root, displays)] * len(crew))
        lists_key = inputs.digest(
            common,
            inputs.content_key(self.root),
            inputs.frame_key(self.root),
            str(self.today),
            *(item.cited for item in scanned),
        )
        steady = self.state.lists_key == lists_key
        found = PageKeys(board, self.state, common, steady, displays, self.output.holds)
        rendering = crew.share("render", [_jobs(found, hand) for hand in hands])
        lists = self._lists(board, frame, lists_key)  # while the others render already
        keys = self._render(rendering, found, len(scanned))
        details, shown = self._displays(board, keys) if displays else ({}, frozenset())
        files = lists | shown | self._open_data(crew, board, scanned)
        crew.dismiss()
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

    def _lists(self, board: Board, frame: Frame, key: str) -> frozenset[str]:
        """Make every file but the procedures' own, unless nothing that they show has changed; their paths."""
        if self.state.lists_key == key and all(map(self.output.holds, self.state.lists)):
            return self.state.lists
        from generator.site.site_files import site_files  # while the crew is at work, or not at all

        made = dict(site_files(board, frame))
        for path, content in made.items():
            self.output.write(path, content)
        return frozenset(made)

    def _render(self, rendering: Iterator[Done], found: PageKeys, count: int) -> dict[str, str]:
        """Wait for the procedures' pages whose key is new; the key of each page."""
        done = 0
        for _, (jobs,), written in rendering:
            self.output.written += written
            done += len(jobs)
            self.progress("Dựng trang", done, count)
        return found.keys

    def _open_data(self, crew: Crew, board: Board, scanned: list[Scanned]) -> frozenset[str]:
        """Join the large files of the catalogue where any record changed; all files that it gives."""
        self.slices: tuple[Slice, ...] = ()
        if not board.settings.open_data:
            return frozenset()
        from generator.site.open_data_catalogue import join_catalogue

        files, self.slices = join_catalogue(scanned, board.settings, self.state.slices, crew, self.output)
        return files

    def _displays(self, board: Board, keys: dict[str, str]) -> tuple[Digests, frozenset[str]]:
        """Write what the screens of communes show: the digests of procedures' files, and all files."""
        from generator.site.display_files import write_displays

        return write_displays(board, keys, self.state.details, self.output)


def _jobs(found: PageKeys, hand: list[Scanned]) -> Iterator[tuple[list[Job]]]:
    """The pages to be made of a hand, piece by piece: those of the next are found while one is at work."""
    return ((list(found.jobs(part)),) for part in pieces(hand, 1))


def _publishable(foundation: Foundation) -> bool:
    return foundation.settings is not None and not has_errors(foundation.problems)


def _key_of(rules: ProcedureRules) -> str:
    return inputs.digest(rules.key(), inputs.code())

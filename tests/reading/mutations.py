"""Files of every kind, spoilt at random: reading them gives problems, never an exception, never a wait.

``python -m tests.reading.mutations 1000000`` is the run before a release (all processors, another seed each
time); the tests run a part of it from a fixed seed.
"""

import argparse
import multiprocessing
import random
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.check.area_rules import check_fields, check_life_events, settings_check
from generator.check.procedure_rules import ProcedureRules
from generator.explain import suggestions
from generator.formatting.formatter import NotFormattable, canonical
from generator.lint.linter import lint_text
from generator.model.procedure import Procedure
from generator.model.record import Record
from generator.model.settings import BoardSettings, Fields, LifeEvents, ReviewPeriods
from generator.model.shape import keys_of
from generator.problems import Problem, Severity
from generator.reading import yaml_text
from generator.reading.kinds import KINDS, Kind, files_of_kinds
from generator.reading.record import Finding, Reading, read_content
from tests.check.base import TODAY

ROOT = Path(__file__).parents[2]
LONGEST = 0.05
"""Seconds of processor time that one file may take, however it is spoilt."""
SMALL = 3000
"""Bytes of the largest file that is spoilt: small ones hold every kind of sign and take less time."""
DEEPER = 8
"""One of so many accepted files is also formatted and looked at for its wording."""

ENGLISH = re.compile(r"\b(while|scanning|parsing|expected|found|did not|could not|should|must be|input)\b")
_QUOTES = re.compile("«[^»]*»|\\([^)]*\\)")
WORDS = sorted({key for kind in KINDS for key in keys_of(kind.model)})
SNIPPETS = [
    *(": ", "- ", "? ", "\n", "\t", "  ", "\r\n", '"', "'", "[", "]", "{", "}", "&a ", "*a", "!x ", "|"),
    *(">", "<<: ", "---\n", "...\n", "%YAML 1.2\n", "# ", "@", "\\", "\x00", "\x1b", "\x85", "\u2028"),
    *("\ufeff", "\u00a0", "\u200b", "：", "“", "”", "e\u0302", "~", "null", "[" * 50, "9" * 500),
    *("31/02/2026", "31/12/9999", "0000-00-00", "\U0001f600", "\ufffe", "ma: ", "\n  ma: x", "hieu_luc: "),
]  # fmt: skip
_PIECES = SNIPPETS + WORDS
_TORN = 0.1
"""The share of files that are also spoilt inside a letter."""

Rules = Callable[[Any], Iterable[Finding]]
_PROCEDURE = ProcedureRules(("ho-tich",), TODAY, ReviewPeriods())
_RULES: dict[type[Record], Rules] = {
    Procedure: lambda record: _PROCEDURE.check(record, "a", "b"),
    BoardSettings: settings_check(TODAY),
    Fields: check_fields,
    LifeEvents: check_life_events,
}
_EXAMPLES: dict[str, bytes] = {
    "overlay": b'noi_ap_dung: "31"\nma: "1.000001"\nnguon: [{ten: x, ngay: 1/2/2026}]\n',
    "proposal": b'ma: a\nxa: "10750"\nngay: 1/2/2026\nnoi_dung: x\nnoi_nhan: y\ntrang_thai: cho_tra_loi\n'
    b"nguon: [{ten: x}]\n",
}
"""For kinds that the sample board has no small file of."""


class Unsound(AssertionError):
    """A file was read in a way that must not be; carries the file."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of a run: files tried, files refused, and the longest time of one in seconds."""

    tried: int
    refused: int
    longest: float

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.tried + other.tried, self.refused + other.refused, max(self.longest, other.longest))


def corpus() -> list[tuple[Kind, list[bytes]]]:
    """The small files of the sample board by kind, at least one of each kind."""
    found: dict[str, list[bytes]] = {kind.name: [] for kind in KINDS}
    for file, kind in files_of_kinds(ROOT):
        content = (ROOT / file).read_bytes()
        found[kind.name].append(content if len(content) <= SMALL else _beginning(content))
    for name, example in _EXAMPLES.items():
        found[name].append(example)
    return [(kind, found[kind.name]) for kind in KINDS]


def _beginning(content: bytes) -> bytes:
    """The lines of a large file up to a top-level key, so that what is left is whole."""
    cut = re.compile(rb"\n(?=[\w\"])").finditer(content)
    ends = [match.end() for match in cut if match.end() <= SMALL]
    return content[: ends[-1] if ends else SMALL]


def mutated(content: bytes, rng: random.Random) -> bytes:
    """One to four spoilt places, most of them among letters, some among bytes."""
    text = content.decode()
    for _ in range(rng.choice((1, 1, 1, 2, 2, 3, 4))):
        at = rng.randrange(len(text) + 1)
        end = min(len(text), at + rng.randint(1, 30))
        match rng.randrange(5):
            case 0:
                text = text[:at] + text[end:]
            case 1:
                text = text[:at] + rng.choice(_PIECES) + text[at:]
            case 2:
                text = (
                    text[:at]
                    + chr(rng.choice((rng.randrange(32, 127), rng.randrange(0x2100))))
                    + text[at + 1 :]
                )
            case 3:
                text = text[:at] + text[at:end] * rng.randint(2, 6) + text[end:]
            case _:
                lines = text.split("\n")
                one, two = rng.randrange(len(lines)), rng.randrange(len(lines))
                lines[one], lines[two] = lines[two], lines[one]
                text = "\n".join(lines)
    spoilt = text.encode()
    if rng.random() < _TORN:
        at = rng.randrange(len(spoilt) + 1)
        spoilt = spoilt[:at] + bytes((rng.randrange(256),)) + spoilt[at + rng.randrange(3) :]
    return spoilt


def sound(reading: Reading[Any]) -> None:
    """A record, or the errors that say why not; every problem fit to be shown."""
    errors = [p for p in reading.problems if p.severity is Severity.ERROR]
    assert (reading.record is not None) or errors
    for problem in reading.problems:
        fit(problem)


def fit(problem: Problem) -> None:
    """A place that can be, and words that can be shown."""
    assert isinstance(problem, Problem)
    assert problem.line >= 1
    assert problem.column >= 1
    assert problem.message.isprintable()
    assert (problem.suggestion or "x").isprintable()
    assert not ENGLISH.search(_QUOTES.sub("", problem.message))


def run(count: int, seed: str) -> Tally:
    """Spoil ``count`` files, the same ones for the same seed.  Raises Unsound with the first bad one."""
    rng = random.Random(seed)
    kinds = corpus()
    refused, longest = 0, 0.0
    for number in range(count):
        kind, contents = rng.choice(kinds)
        content = mutated(rng.choice(contents), rng)
        try:
            seconds, accepted = _timed(content, kind, deeper=number % DEEPER == 0)
        except Exception as error:
            raise Unsound(f"{kind.name}, seed {seed!r}, number {number}: {content!r}") from error
        if seconds > longest:  # a busy machine makes one reading long, but not each of four
            seconds = min(seconds, *(_timed(content, kind, deeper=False)[0] for _ in range(3)))
        if seconds > LONGEST:
            raise Unsound(
                f"{seconds * 1000:.0f} ms: {kind.name}, seed {seed!r}, number {number}: {content!r}"
            )
        refused += not accepted
        longest = max(longest, seconds)
    return Tally(count, refused, longest)


def _timed(content: bytes, kind: Kind, *, deeper: bool) -> tuple[float, bool]:
    """Processor time of one reading, and whether a record came of it."""
    suggestions._nearest.cache_clear()  # as the first to ask finds it
    started = time.process_time()
    reading: Reading[Any] = read_content(content, "procedures/a/b.yml", kind.model, _RULES.get(kind.model))
    seconds = time.process_time() - started
    sound(reading)
    if deeper and reading.record is not None:
        _look_deeper(content, kind)
    return seconds, reading.record is not None


def _look_deeper(content: bytes, kind: Kind) -> None:
    text = yaml_text.decode(content)
    for problem in lint_text("x.yml", text, kind):
        fit(problem)
    try:
        made = canonical(text, kind.model)
    except NotFormattable:
        return
    assert canonical(made, kind.model) == made


def _shard(arguments: tuple[int, str]) -> Tally:
    return run(*arguments)


def main() -> None:
    """Run as many as asked over all processors and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", default=str(time.time_ns()))
    parser.add_argument("--workers", type=int, default=multiprocessing.cpu_count())
    options = parser.parse_args()
    started = time.perf_counter()
    shards = options.workers * 8
    work = [(options.count // shards + 1, f"{options.seed}-{shard}") for shard in range(shards)]
    with multiprocessing.Pool(options.workers) as pool:
        tally = sum(pool.imap_unordered(_shard, work), Tally(0, 0, 0.0))
    seconds = time.perf_counter() - started
    print(
        f"{tally.tried} files, {tally.refused} refused, longest {tally.longest * 1000:.1f} ms, "
        f"{seconds:.0f} s, seed {options.seed}"
    )


if __name__ == "__main__":
    main()

"""The large files of open data, in which all procedures lie: joined anew where any record changed."""

from collections.abc import Iterator, Sequence
from functools import partial

from generator import urls
from generator.catalogue import Scanned
from generator.model.plain import as_json
from generator.model.settings import BoardSettings
from generator.open_data.procedure_parts import joined_files
from generator.pieces import neighbours
from generator.site import inputs
from generator.site.joining import Group, join
from generator.site.output import Output
from generator.site.state import Slice
from generator.workers import Crew


def join_catalogue(
    scanned: list[Scanned], settings: BoardSettings, before: Sequence[Slice], crew: Crew, output: Output
) -> tuple[frozenset[str], tuple[Slice, ...]]:
    """Write what changed; all files of the catalogue's open data, and what they are joined from.

    ``before`` is what the last build joined; the ``crew`` makes the pieces of records that it did not.
    """
    files = joined_files()
    paths = [file.path for file in files]
    common = inputs.digest(inputs.code(), as_json(settings).decode())
    groups = list(_groups(scanned, common))
    slices = tuple(before)
    if [group.key for group in groups] != [each.key for each in slices] or not all(map(output.holds, paths)):
        slices = join(files, groups, slices, partial(_made, crew), output)
    single = (urls.procedure_data(code) for group in groups for _, code in group.jobs)
    return frozenset((*paths, *single)), slices


def _groups(scanned: list[Scanned], common: str) -> Iterator[Group]:
    """The records of each folder, at most a batch at a time: a new record moves only its neighbours."""
    for part in neighbours(scanned, lambda item: item.file.rpartition("/")[0]):
        key = inputs.digest(common, *(item.digest for item in part))
        yield Group(key, tuple((item.file, item.entry.code) for item in part if item.entry))


def _made(crew: Crew, groups: Sequence[Group]) -> Iterator[Sequence[bytes]]:
    """The pieces of ``groups`` in order, made by all workers at once."""
    for start in range(0, len(groups), len(crew)):
        yield from crew.each("data", [(group.jobs,) for group in groups[start : start + len(crew)]])

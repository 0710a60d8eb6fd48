"""The records of a board, or of some of its fields, into a workbook; what is broken is named instead."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue_workbook.layout import field_words
from generator.catalogue_workbook.write import catalogue_workbook
from generator.model.procedure import Procedure
from generator.model.settings import CatalogueField
from generator.problems import Problem
from generator.reading import layout, yaml_text
from generator.reading.record import content_of, read_record
from generator.reading.yaml_text import Data


@dataclass(frozen=True, slots=True)
class Exported:
    """``content``: the .xlsx; ``problems``: of the files that are not in it."""

    content: bytes
    count: int
    problems: tuple[Problem, ...]


def export_catalogue(
    root: Path, fields: tuple[CatalogueField, ...], chosen: Collection[str] = ()
) -> Exported:
    """The procedures of the ``chosen`` fields, of all without any, in the order of their files.

    Raises ``write.TooLong``.
    """
    records: list[dict[str, Data]] = []
    problems: list[Problem] = []
    for file in layout.find_files(root).procedures:
        path = root / file
        if chosen and path.parent.name not in chosen:
            continue
        reading = read_record(path, file, Procedure)
        if reading.record is None:
            problems += reading.problems
            continue
        data = yaml_text.parse(yaml_text.decode(content_of(path)))
        assert isinstance(data, dict)
        records.append(data)
    content = catalogue_workbook(records, field_words(fields))
    return Exported(content, len(records), tuple(problems))

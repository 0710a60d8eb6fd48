"""What we publish, read back, is what the editors wrote: as JSON and as CSV, for any record."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.guide_terms import descriptions
from generator.importing.own_data import read_own
from generator.model.convert import record_of
from generator.model.plain import as_json, plain
from generator.model.record import Record, keys
from generator.model.words import CitizenWordsFile, CodeWords, Synonyms, editor_words
from generator.open_data import words
from generator.open_data.datasets import CITIZEN_WORDS, DATASETS, Dataset, ids
from generator.open_data.datasets import SYNONYMS as SYNONYM_LINES
from generator.open_data.reading import WrongTable, records_of
from generator.open_data.tables import add_rows, empty_rows
from generator.problems import Problem
from tests.open_data.records import TEXT, records

each = pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)


def as_tables(dataset: Dataset, found: list[Record]) -> dict[str, str]:
    values = [plain(record) for record in found]
    rows = empty_rows(dataset)
    for name, data in zip(ids(dataset, values), values, strict=True):
        add_rows(dataset, name, data, rows)
    texts = {}
    for table, lines in zip(dataset.layout.tables, rows, strict=True):
        header = ",".join(table.header) + "\r\n"
        texts[table.name] = header + lines.text()
    return texts


@each
@settings(max_examples=25)
@given(data=st.data())
def test_json_gives_the_same_records(dataset: Dataset, data: st.DataObject) -> None:
    found = data.draw(st.lists(records(dataset.model), max_size=2))
    assert [record_of(dataset.model, json.loads(as_json(record))) for record in found] == found


@each
@settings(max_examples=40)
@given(data=st.data())
def test_tables_give_the_same_records(dataset: Dataset, data: st.DataObject) -> None:
    unique = (lambda record: dataset.id_of(plain(record))) if dataset.key else None
    found = data.draw(st.lists(records(dataset.model), max_size=3, unique_by=unique))
    back = records_of(dataset, as_tables(dataset, found))
    assert [record_of(dataset.model, data) for data in back] == found


@each
def test_no_table_has_a_column_twice_and_no_two_tables_a_name(dataset: Dataset) -> None:
    tables = dataset.layout.tables
    assert len({table.name for table in tables}) == len(tables)
    for table in tables:
        assert len(set(table.header)) == len(table.header)
        assert all(column.title for column in (*table.keys, *table.columns))


def test_a_table_with_other_columns_is_refused() -> None:
    with pytest.raises(WrongTable):
        records_of(DATASETS[0], {"thu-tuc": "ma,ten\r\n1.000001,A\r\n"})


def test_a_second_report_of_the_same_days_gets_a_name_of_its_own() -> None:
    report = {"xa": "10750", "den": "2026-03-31"}
    statistics = next(dataset for dataset in DATASETS if dataset.name == "thong-ke")
    assert ids(statistics, [report, report]) == ["10750-2026-03-31", "10750-2026-03-31-2"]


def test_json_is_one_line_a_record() -> None:
    fields = next(dataset for dataset in DATASETS if dataset.name == "linh-vuc")
    record = record_of(fields.model, {"ma": "ho-tich", "ten": "Hộ tịch"})
    assert as_json(record).decode() == '{"ma":"ho-tich","ten":"Hộ tịch","mo_ta":null}'
    assert json.loads(as_json(record)) == plain(record)


def test_the_words_of_a_code_are_told_as_in_the_editors_file() -> None:
    assert descriptions(words.WordsOfCode) == descriptions(CodeWords) != {}
    assert [key.key for key in keys(words.WordsOfCode)] == ["ma", *descriptions(CodeWords)]


PHRASES = TEXT.filter(lambda text: text == text.strip())
SYNONYMS = st.fixed_dictionaries(
    {},
    optional={
        "viet_tat": st.dictionaries(TEXT, PHRASES, max_size=3),
        "dong_nghia": st.lists(st.lists(PHRASES, min_size=2, max_size=3), max_size=3),
        "hieu_thanh": st.dictionaries(TEXT, st.lists(PHRASES, max_size=2), max_size=3),
        "tu_dem": st.lists(PHRASES, max_size=3),
    },
)
CODES = st.sampled_from(["1.001193", "1.001193.000.00.00.H31", "2.000635"])
CITIZENS = st.dictionaries(CODES, records(CodeWords).map(plain))


@given(SYNONYMS, CITIZENS)
def test_the_editors_words_come_back_from_their_lines(
    synonyms: dict[str, Any], citizens: dict[str, Any]
) -> None:
    first = editor_words(record_of(Synonyms, synonyms), record_of(CitizenWordsFile, citizens))
    lines = records_of(SYNONYM_LINES, as_tables(SYNONYM_LINES, list(words.groups(first))))
    entries = records_of(CITIZEN_WORDS, as_tables(CITIZEN_WORDS, list(words.of_codes(first))))
    again = editor_words(
        record_of(Synonyms, words.synonyms_file(record_of(words.WordGroup, line) for line in lines)),
        record_of(
            CitizenWordsFile,
            words.citizen_words_file(record_of(words.WordsOfCode, entry) for entry in entries),
        ),
    )
    assert again == first


def test_a_phrase_keeps_its_blanks_through_what_is_published() -> None:
    """It is a key of the editors' file, where two keys may differ in nothing else."""
    written = {"viet_tat": {" a": "b", "a": "c", " ": "d"}}
    lines = map(as_json, words.groups(editor_words(record_of(Synonyms, written), None)))
    problems: list[Problem] = []
    drafts = read_own((b"[%b]" % b",".join(lines)).decode(), "x.json", problems)
    assert [draft.values for draft in drafts or ()] == [written]
    assert problems == []

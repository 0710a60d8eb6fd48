"""What we publish, read back, is what the editors wrote: as JSON and as CSV, for any record."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.open_data.datasets import DATASETS, Dataset, as_data, as_json, ids
from generator.open_data.tables import WrongTable, add_rows, empty_rows, records_of
from tests.open_data.records import records

each = pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)


def as_tables(dataset: Dataset, found: list[BaseModel]) -> dict[str, str]:
    plain = [as_data(record) for record in found]
    rows = empty_rows(dataset)
    for name, data in zip(ids(dataset, plain), plain, strict=True):
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
    assert [dataset.model.model_validate_json(as_json(record)) for record in found] == found


@each
@settings(max_examples=40)
@given(data=st.data())
def test_tables_give_the_same_records(dataset: Dataset, data: st.DataObject) -> None:
    unique = (lambda record: dataset.id_of(as_data(record))) if dataset.key else None
    found = data.draw(st.lists(records(dataset.model), max_size=3, unique_by=unique))
    back = records_of(dataset, as_tables(dataset, found))
    assert [dataset.model.model_validate(data) for data in back] == found


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
    record = fields.model.model_validate({"ma": "ho-tich", "ten": "Hộ tịch"})
    assert as_json(record).decode() == '{"ma":"ho-tich","ten":"Hộ tịch","mo_ta":null}'
    assert json.loads(as_json(record)) == as_data(record)

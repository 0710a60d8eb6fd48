"""The files of the kiosk say what the records say, word for word, and nothing of one commune in another's."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from generator.board import Board
from generator.catalogue import read_procedure
from generator.citation import cite
from generator.display.kiosk import kiosk_catalogue, kiosk_files, procedure_detail
from generator.foundation import read_foundation
from generator.loading import load, rules_for
from generator.model.commune import Commune
from generator.model.convert import record_of
from generator.model.procedure import Procedure
from generator.papers import mark
from generator.reading import layout
from tests.display.kiosk.conftest import COMMUNE, DAY

EMPTY = {"ma": "9.000009", "ten": "Tên", "linh_vuc": "ho-tich"}


@pytest.fixture(scope="module")
def loaded(board: Path) -> Board:
    found = load(board, DAY).board
    assert found
    return found


def record(root: Path, code: str, field: str = "ho-tich") -> Procedure:
    rules = rules_for(read_foundation(layout.find_files(root), DAY), DAY)
    found = read_procedure(root, f"procedures/{field}/{code}.yml", rules).record
    assert found
    return found


def detail(board: Board, procedure: Procedure) -> dict[str, Any]:
    entry = board.entry(procedure.code) or board.entry("1.001193")
    assert entry
    found: dict[str, Any] = json.loads(procedure_detail(procedure, cite(board, entry)))
    return found


def test_fees_times_steps_papers_and_laws_are_those_of_the_record(board: Path, loaded: Board) -> None:
    procedure = record(board, "1.001193")
    told = detail(loaded, procedure)
    assert told["code"] == "1.001193"
    assert told["fees"] == [["Miễn phí", "Trực tuyến, Qua bưu chính, Trực tiếp"]]
    assert told["times"][0][0] == "1 (không ghi giờ hay ngày)"
    assert [step[0] for step in told["steps"]] == [step.action for step in procedure.steps]
    papers = [[paper.name for paper in case.papers] for case in procedure.documents]
    assert [[paper[0] for paper in case[1]] for case in told["dossier"]["cases"]] == papers
    assert told["dossier"]["mark"] == mark(procedure.documents)
    assert [law[1] for law in told["laws"]] == [law.title for law in procedure.legal_basis]


def test_every_paper_of_the_page_has_the_same_place_on_the_kiosk(board: Path, loaded: Board) -> None:
    told = detail(loaded, record(board, "9.000004"))
    assert told["dossier"]["folded"]
    assert told["dossier"]["cases"][5][1][39] == ["Giấy 5.39", []]


def test_what_the_source_does_not_say_is_none(loaded: Board) -> None:
    silent = EMPTY | {"cach_thuc_thuc_hien": [{"hinh_thuc": "truc_tiep", "phi_le_phi": "Không có thông tin"}]}
    told = detail(loaded, record_of(Procedure, silent))
    assert told["fees"] == [[None, "Trực tiếp"]]
    assert told["times"] == [[None, "Trực tiếp"]]
    assert told["conditions"] is None
    assert told["dossier"]["cases"] == []
    assert ["Quyết định công bố", None] in told["about"]


def test_no_channel_is_dropped_and_every_case_is_named(loaded: Board) -> None:
    rows = [
        {"hinh_thuc": "truc_tiep", "truong_hop": "Ở xã", "phi_le_phi": "8.000 đồng"},
        {"hinh_thuc": "truc_tiep", "truong_hop": "Ở tỉnh", "phi_le_phi": "8.000 đồng"},
        {"hinh_thuc": "truc_tuyen", "truong_hop": "Ở xã", "phi_le_phi": "8.000 đồng"},
    ]
    told = detail(loaded, record_of(Procedure, EMPTY | {"cach_thuc_thuc_hien": rows}))
    assert told["fees"] == [
        ["8.000 đồng", "Trực tiếp, Trực tuyến – Ở xã"],
        ["8.000 đồng", "Trực tiếp – Ở tỉnh"],
    ]
    assert len(told["channels"]) == 3


def test_overlays_stand_under_the_code_of_their_area(board: Path, loaded: Board) -> None:
    told = detail(loaded, record(board, "9.000002"))
    assert [overlay["area"] for overlay in told["overlays"]] == ["31", "40"]
    overlay = told["overlays"][0]
    assert overlay["name"] == "Thành phố Hải Phòng"
    assert overlay["rows"] == [["Trực tiếp", None, "02 ngày làm việc", "8.000 đồng một bản"]]
    assert overlay["sources"] == ["Nghị quyết của Hội đồng nhân dân thành phố"]


def test_lifecycle_travels_as_days_and_not_as_a_verdict(board: Path, loaded: Board) -> None:
    assert detail(loaded, record(board, "9.000002"))["since"] == "2027-03-01"
    told = detail(loaded, record(board, "9.000003"))
    assert told["until"] == "2026-12-31"
    assert told["replacedBy"] == [["1.001193", "Đăng ký khai sinh"]]


def test_a_commune_has_its_own_facts_and_only_codes_of_procedures(loaded: Board) -> None:
    files = kiosk_files(loaded, loaded.communes[COMMUNE])
    assert list(files) == ["ki-ot/du-lieu.json"]
    told = json.loads(files["ki-ot/du-lieu.json"])
    assert told["commune"]["hours"] == ["Thứ Hai đến Thứ Sáu: 07:30–11:30"]
    assert told["commune"]["counters"] == [["Quầy số 2", ["ho-tich"]], ["Quầy hướng dẫn", []]]
    assert told["received"] == [e.base_code for e in loaded.received_by(loaded.communes[COMMUNE])]
    assert len(files["ki-ot/du-lieu.json"]) < 20 * len(told["received"]) + 1000


def test_what_a_commune_does_not_receive_is_not_in_its_list(loaded: Board) -> None:
    fewer = record_of(
        Commune,
        {"ma": "10750", "ten": "Xã Phú Thái", "tinh": "31", "khong_tiep_nhan": ["1.001193.000.00.00.H31"]},
    )
    told = json.loads(kiosk_files(loaded, fewer)["ki-ot/du-lieu.json"])
    assert "1.001193" not in told["received"]


def test_lists_show_a_fee_only_where_there_is_one_and_it_says_something(loaded: Board) -> None:
    entry = loaded.entries["1.001193"]

    def row(**changes: object) -> list[Any]:
        files = kiosk_catalogue(loaded, [msgspec.structs.replace(entry, **changes)])
        found: list[Any] = json.loads(files["thu-tuc/danh-muc.json"])["entries"][0]
        return found

    assert row(fees=("50.000 đồng",), time_limits=("3 ngày",))[1:3] == ["50.000 đồng", "3 ngày"]
    assert row(fees=("50.000 đồng", "Miễn phí"), time_limits=("1",))[1:3] == [None, None]
    assert row(fees=("Không có thông tin",), time_limits=("x" * 41,))[1:3] == [None, None]


def test_the_same_board_gives_the_same_bytes_on_any_day(loaded: Board) -> None:
    tomorrow = replace(loaded, today=date(2026, 11, 23))
    commune = loaded.communes[COMMUNE]
    assert kiosk_files(loaded, commune) == kiosk_files(tomorrow, commune)
    assert kiosk_catalogue(loaded, loaded.in_use) == kiosk_catalogue(tomorrow, loaded.in_use)


def test_the_address_of_a_page_is_made_where_all_addresses_are(loaded: Board) -> None:
    told = json.loads(kiosk_catalogue(loaded, [])["thu-tuc/danh-muc.json"])
    assert told["board"]["address"] == "https://congkhai.example/thu-tuc/{code}/"

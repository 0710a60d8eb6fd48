"""What the Board answers, by official codes, on its day."""

from datetime import date
from pathlib import Path

import pytest

from generator.board import Board
from generator.loading import load
from tests.check.base import FILES, PROCEDURE, TODAY, write_board


def _record(code: str, name: str, field: str = "ho-tich", more: str = "") -> str:
    text = PROCEDURE.replace("1.000001", code).replace("Đăng ký khai sinh", name)
    return text.replace("ho-tich", field) + more


def _board(root: Path, files: dict[str, str], day: date = TODAY) -> Board:
    board = load(write_board(root, files), day).board
    assert board
    return board


@pytest.fixture
def board(tmp_path: Path) -> Board:
    code = "1.000005.000.00.00.H24"
    return _board(
        tmp_path,
        {
            "procedures/ho-tich/1.000002.yml": _record("1.000002", "Ủy quyền"),
            "procedures/ho-tich/1.000003.yml": _record("1.000003", "Ám", more="hieu_luc: {den: 1/1/2026}"),
            "procedures/ho-tich/1.000004.yml": _record(
                "1.000004",
                "Ân hạn",
                more='tinh_ap_dung: ["40"]\nhieu_luc: {tu: 1/3/2027}\n'
                "thay_doi: [{ngay: 2/2/2026, noi_dung: Giảm phí}]\n",
            ),
            f"procedures/chung-thuc/{code}.yml": _record(code, "Ấn chỉ", "chung-thuc"),
            "content/communes/10750/commune.yml": FILES["content/communes/10750/commune.yml"]
            + 'khong_tiep_nhan: ["1.000002.000.00.00.H31"]\n',
            "content/overlays/31/1.000001.yml": 'noi_ap_dung: "31"\nma: "1.000001"\nnguon: [{ten: x}]\n',
            "content/overlays/10750/1.000001.yml": 'noi_ap_dung: "10750"\nma: "1.000001"\nnguon: [{ten: x}]\n'
            "hieu_luc: {den: 22/11/2026}\n",
        },
    )  # fmt: skip


def test_an_entry_is_found_by_any_agency_s_code(board: Board) -> None:
    found = board.entry("1.000001.000.00.00.H31")
    assert found
    assert found.code == "1.000001"
    assert board.entry("1.000005")
    assert board.entry("9.999999") is None


def test_lists_are_in_dictionary_order_without_what_is_out_of_force(board: Board) -> None:
    assert [entry.name for entry in board.in_use] == ["Ấn chỉ", "Ân hạn", "Đăng ký khai sinh", "Ủy quyền"]


def test_fields_keep_the_order_of_their_file(board: Board) -> None:
    assert list(board.by_field) == ["ho-tich", "chung-thuc"]
    assert [entry.code[:8] for entry in board.by_field["chung-thuc"]] == ["1.000005"]


def test_a_commune_receives_what_it_did_not_refuse_and_what_its_province_has(board: Board) -> None:
    names = [entry.code[:8] for entry in board.received_by(board.communes["10750"])]
    assert sorted(names) == ["1.000001", "1.000005"]


def test_changes_are_newest_first_and_hold_days_to_come(board: Board) -> None:
    found = [(change.day, change.entry.code) for change in board.changes]
    assert found == [
        (date(2027, 3, 1), "1.000004"),
        (date(2026, 2, 2), "1.000004"),
        (date(2026, 1, 1), "1.000003"),
    ]


def test_overlays_stand_province_first_as_long_as_they_are_in_force(board: Board, tmp_path: Path) -> None:
    assert [overlay.area for overlay in board.overlays_of("1.000001.H31")] == ["31", "10750"]
    later = load(tmp_path, date(2026, 11, 23)).board
    assert later
    assert [overlay.area for overlay in later.overlays_of("1.000001")] == ["31"]


def test_areas_have_names(board: Board) -> None:
    assert board.area_name("31") == "Thành phố Hải Phòng"
    assert board.area_name("10750") == "Xã Phú Thái"
    assert board.field_name("ho-tich") == "Hộ tịch"


def test_the_board_and_its_entries_cannot_be_changed(board: Board) -> None:
    with pytest.raises(AttributeError, match="immutable"):
        board.today = date(2027, 1, 1)  # type: ignore[misc]
    with pytest.raises(AttributeError, match="immutable"):
        board.in_use[0].name = "khác"  # type: ignore[misc]

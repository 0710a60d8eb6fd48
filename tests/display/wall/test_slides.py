"""What the slides say: the source's words, no number without its base, nothing that nobody published."""

import json
from datetime import date
from typing import Any

import pytest

from generator.board import Board
from generator.check_across.slide_rules import check_slides
from generator.display.wall import wall_data, wall_files
from generator.display.wall.asked import MOST, entries
from generator.display.wall.cells import fee_cell, time_cell
from generator.display.wall.deck import deck
from generator.display.wall.frame import frame_of
from generator.display.wall.slide import Slide, paged
from generator.model.commune import Commune
from generator.model.convert import record_of
from generator.model.plain import plain
from tests.display.wall.boards import with_entry, with_overlay, with_report
from tests.display.wall.conftest import office

BIRTH = "1.001193"
WIDE = 40.0


def slides(board: Board, commune: Commune, name: str, portrait: bool = False) -> list[Slide]:
    frame = frame_of(commune.display, portrait)
    return [slide for slide in deck(board, commune, frame) if slide.name == name]


def text(found: list[Slide]) -> str:
    return json.dumps([[slide.title, slide.content] for slide in found], ensure_ascii=False)


@pytest.mark.parametrize(
    ("fees", "shown"),
    [
        (("8.000 đồng",), "8.000 đồng"),
        ((), "Nguồn chưa nêu"),
        (("Không có thông tin",), "Nguồn chưa nêu"),
        (("Miễn phí (" + "trừ trường hợp cấp lại " * 9 + ")",), "Miễn phí (kèm điều kiện)"),
        (("8.000 đồng", "Miễn phí"), "8.000 đồng; Miễn phí (tùy trường hợp)"),
        (
            ("10.000 đồng (nộp trực tiếp" + " tại quầy" * 20 + ")", "5.000 đồng (trực tuyến)"),
            "10.000 đồng; 5.000 đồng (tùy trường hợp)",
        ),
        (("Theo nghị quyết của Hội đồng nhân dân " * 9,), "Nhiều mức, quét mã để xem"),
        (("(xem nghị quyết " + "của Hội đồng nhân dân " * 9 + ")",), "Nhiều mức, quét mã để xem"),
    ],
)
def test_a_fee_is_in_the_words_of_its_source_and_no_condition_is_dropped(
    fees: tuple[str, ...], shown: str, board: Board
) -> None:
    bent = with_entry(board, BIRTH, fees=fees)
    assert fee_cell(bent, office(), bent.entries[BIRTH], 4, WIDE).whole == shown


def test_a_number_without_unit_is_not_called_days(board: Board) -> None:
    bent = with_entry(board, BIRTH, time_limits=("3",))
    assert time_cell(bent, office(), bent.entries[BIRTH], 4, WIDE).whole == "3 (không ghi giờ hay ngày)"


def test_what_a_place_decided_for_itself_stands_with_its_name(board: Board) -> None:
    here = with_overlay(board, "31", BIRTH, phi_le_phi="5.000 đồng")
    elsewhere = with_overlay(board, "33", BIRTH, phi_le_phi="5.000 đồng")
    entry = board.entries[BIRTH]
    assert fee_cell(here, office(), entry, 4, WIDE).whole == "Thành phố Hải Phòng: 5.000 đồng"
    assert fee_cell(elsewhere, office(), entry, 4, WIDE).whole == "Miễn phí"


def test_the_centers_choice_comes_before_life_events_and_the_title_says_which(board: Board) -> None:
    chosen = office(hoi_nhieu=["2.000815", BIRTH, "2.000815"])
    assert [entry.base_code for entry in entries(board, chosen)] == ["2.000815", BIRTH]
    assert slides(board, chosen, "hoi_nhieu")[0].title == "Thủ tục được hỏi nhiều"
    firsts = [event.procedures[0] for event in board.life_events][:3]
    assert [entry.base_code for entry in entries(board, office())][:3] == firsts
    assert slides(board, office(), "hoi_nhieu")[0].title.startswith("Thủ tục thường cần trong đời (1/")
    assert len(entries(board, office())) == MOST


def test_only_what_is_received_here_and_in_force_is_shown(board: Board) -> None:
    refusing = record_of(Commune, {"ma": "10750", "ten": "X", "tinh": "31", "khong_tiep_nhan": [BIRTH]})
    assert BIRTH not in [entry.base_code for entry in entries(board, refusing)]
    coming = with_entry(board, BIRTH, since=date(2027, 3, 1))
    assert BIRTH not in [entry.base_code for entry in entries(coming, office())]


@pytest.mark.parametrize("portrait", [False, True], ids=["landscape", "portrait"])
@pytest.mark.parametrize("inch", ["43", "55", "75"])
def test_every_deck_fits_its_screen_and_five_minutes(board: Board, inch: str, portrait: bool) -> None:
    for commune in (office(inch=inch), board.communes["10891"], board.communes["17149"]):
        frame = frame_of(commune.display, portrait)
        found = deck(board, commune, frame)
        assert 9 <= len(found) <= 18
        assert sum(slide.seconds for slide in found) <= 300
        assert all(10 <= slide.seconds <= 20 for slide in found)
        assert [slide.title for slide in found if slide.height > slide_room(slide, portrait, commune)] == []


def slide_room(slide: Slide, portrait: bool, commune: Commune) -> float:
    from generator.display.wall.slide import room

    return 1.05 * room(slide.title, frame_of(commune.display, portrait))


def test_six_rows_of_two_lines_stand_on_one_slide(board: Board) -> None:
    codes = [entry.base_code for entry in board.received_by(office())][:6]
    for code in codes:
        board = with_entry(
            board, code, short_name="Đăng ký một việc mà tên dài hai dòng", fees=("8.000 đồng",), since=None
        )
    found = slides(board, office(hoi_nhieu=codes), "hoi_nhieu")
    assert [len(slide.content["rows"]) for slide in found] == [6]


def test_a_name_of_900_characters_is_cut_and_the_editor_is_told(board: Board) -> None:
    long = "Thủ tục có tên dài như trong văn bản, kể hết mọi trường hợp và mọi cơ quan; " * 12
    bent = with_entry(board, BIRTH, name=long, short_name=None)
    commune = office(hoi_nhieu=[BIRTH])
    (slide,) = slides(bent, commune, "hoi_nhieu")
    assert slide.content["rows"][0]["name"].endswith(" …")
    assert slide.height < 40
    (found,) = check_slides(bent, commune)
    assert found.code == "slide-too-long"
    assert "ten_ngan" in (found.suggestion or "")


def test_the_editor_is_told_of_procedures_that_one_loop_has_no_room_for(board: Board) -> None:
    codes = [entry.base_code for entry in board.received_by(office())][:40]
    (found,) = check_slides(board, office(hoi_nhieu=codes))
    assert found.code == "asked-not-shown"
    assert "trong 40 thủ tục" in found.message
    assert list(check_slides(board, office(hoi_nhieu=codes[:20]))) == []


def test_slides_are_those_that_the_center_names_in_its_order(board: Board) -> None:
    commune = office(trang=["phan_anh", "chao_mung", "phan_anh"])
    found = deck(board, commune, frame_of(commune.display, portrait=False))
    assert [slide.name for slide in found] == ["phan_anh", "chao_mung"]


def test_counts_of_fields_add_up_to_all_that_is_received(board: Board) -> None:
    found = slides(board, office(), "linh_vuc")
    counted = [int(tile["figure"]) for slide in found for tile in slide.content["tiles"]]
    assert sum(counted) == len(board.received_by(office()))


def test_a_rate_never_stands_without_its_base_formula_period_and_source(board: Board) -> None:
    figures: dict[str, Any] = {
        "tiep_nhan": {"tong": "780"},
        "da_giai_quyet": {"tong": "725", "truoc_han": "700", "dung_han": "20", "qua_han": "5"},
    }
    said = text(slides(with_report(board, tong_hop=figures), office(), "ket_qua"))
    for part in ("của 725 hồ sơ đã giải quyết", "(trước hạn + đúng hạn) ÷ đã giải quyết", "đến 30/09/2026"):
        assert part in said
    assert "Báo cáo của Ủy ban nhân dân xã 05/10/2026" in said
    assert "suy ra" in said  # pending follows from the form


def test_figures_that_nobody_stated_stay_empty(board: Board) -> None:
    said = text(slides(board, board.communes["10792"], "ket_qua"))
    assert "Nguồn không nêu" in said
    assert "Chưa tính được tỷ lệ đúng hạn" in said
    assert "%" not in said
    nothing = text(slides(board, board.communes["17149"], "ket_qua"))
    assert "Chưa công bố" in nothing
    assert slides(board, board.communes["17149"], "qua_han") == []


def test_late_dossiers_stand_with_what_was_done(board: Board) -> None:
    figures: dict[str, Any] = {"da_giai_quyet": {"qua_han": "5"}, "dang_giai_quyet": {"qua_han": "0"}}
    late = [{"so": "5", "ly_do": "Hệ thống dừng.", "da_lam_gi": "Đã gửi thư xin lỗi."}]
    said = text(slides(with_report(board, tong_hop=figures, ho_so_qua_han=late), office(), "qua_han"))
    assert "5 hồ sơ đã giải quyết quá hạn, 0 hồ sơ đang giải quyết quá hạn." in said
    assert "Hệ thống dừng." in said
    assert "Đã làm: Đã gửi thư xin lỗi." in said


def test_a_reason_and_what_was_done_are_never_on_two_slides(board: Board) -> None:
    reasons = [f"Chờ ý kiến của cơ quan số {number} về nguồn gốc đất" for number in range(1, 9)]
    late = [
        {"so": "2", "ly_do": reason, "da_lam_gi": "Đã gọi điện xin lỗi từng người."} for reason in reasons
    ]
    figures = {"da_giai_quyet": {"qua_han": "16"}}
    for portrait in (False, True):
        found = slides(
            with_report(board, tong_hop=figures, ho_so_qua_han=late), office(), "qua_han", portrait
        )
        assert len(found) > 1
        assert [text([slide]).count("Chờ ý kiến") for slide in found] == [
            text([slide]).count("Đã làm") for slide in found
        ]


def test_a_counter_serves_what_somebody_said_and_no_more(board: Board) -> None:
    counters = [{"ten": "Quầy số 1", "linh_vuc": ["ho-tich"]}, {"ten": "Quầy hướng dẫn"}]
    bent = record_of(Commune, {**plain(office()), "quay": counters})
    blocks = [block for slide in slides(board, bent, "lien_he") for block in slide.content["blocks"]]
    assert {"label": "Quầy số 1", "text": "Hộ tịch"} in blocks
    assert blocks[-1] == {"text": "Quầy hướng dẫn"}


def test_changes_of_a_month_and_of_the_next_months_are_told_and_no_others(board: Board) -> None:
    notes = [(2026, 10, 20), (2026, 10, 24), (2026, 11, 23), (2026, 11, 24), (2027, 3, 23), (2027, 3, 24)]
    bent = with_entry(board, BIRTH, changes=tuple((date(*day), f"Ngày {day[2]}.") for day in notes))
    ahead, past = slides(bent, office(), "thay_doi")
    assert [item["day"] for item in ahead.content["items"]] == ["24/11/2026", "23/03/2027"]
    assert [item["day"] for item in past.content["items"]] == ["23/11/2026", "24/10/2026"]
    assert slides(board, office(), "thay_doi") == []


def test_what_is_not_published_is_said_so_or_left_out(board: Board) -> None:
    bare = board.communes["10750"]
    assert slides(board, bare, "lien_he") == []
    assert slides(board, bare, "chao_mung")[0].content["hours"] == []
    assert text(slides(board, bare, "phan_anh")).count("Chưa công bố") == 2
    assert "0225 3000 000" in text(slides(board, office(), "lien_he"))


def test_the_same_board_gives_the_same_bytes(board: Board) -> None:
    assert wall_files(board, office()) == wall_files(board, office())
    assert wall_data(board, office())["built"] == "2026-11-23T00:00:00+07:00"


def test_rows_are_dealt_evenly_and_in_order() -> None:
    assert paged(list("abcdefg"), [1.0] * 7, 6) == [list("abcd"), list("efg")]
    assert paged(["tall"], [9.0], 6) == [["tall"]]
    assert paged([], [], 6) == []

"""Search at the glass: the site's engine, over what the commune receives, and never a dead end."""

from pathlib import Path

import pytest

from generator.search.engine import SearchEngine
from tests.display.kiosk.conftest import Opens

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("kiosk")]

ASKED = {
    "lam so do": "1.013978",
    "giay doc than": "1.004873",
    "khai sinh": "1.001193",
    "dawng kys ket hoon": "1.000894",
    "sao y": "2.000815",
    "dang ky tam tru": "1.004194",
    "1001193": "1.001193",
    "bao tu": "1.000656",
    "ho ngheo": "1.011607",
    "giay phep xay nha": "1.013225",
}
"""Citizens' queries, and the procedure that must be the first answer."""


@pytest.mark.parametrize(("query", "code"), ASKED.items())
def test_citizens_words_find_the_procedure_first(opens: Opens, query: str, code: str) -> None:
    hand = opens()
    hand.begin()
    hand.page.tap(".asking")
    hand.page.wait_for_selector(".keyboard")
    hand.page.keyboard.type(query)
    assert hand.results[0] == code


def test_answers_come_with_every_letter(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.type("k")
    for letter in "hai sinh":
        hand.key("Dấu cách" if letter == " " else letter.upper())
        assert hand.results
    assert hand.results[0] == "1.001193"
    for _ in range(5):
        hand.key("Xóa một chữ")
    assert hand.page.locator(".typed__text").inner_text() == "khai"
    hand.key("Xóa hết")
    assert hand.page.locator(".typed__text").inner_text() == ""
    assert hand.page.locator(".cards--event").count() == 1


def test_the_kiosk_ranks_as_the_site_does(opens: Opens, kiosk: Path) -> None:
    site = SearchEngine((kiosk.parent / "search/data.js").read_bytes())
    hand = opens()
    hand.begin()
    hand.page.tap(".asking")
    for query in ("khai sinh", "lam so do", "chung thuc chu ky", "ket hon voi nguoi nuoc ngoai"):
        hand.key("Xóa hết")
        hand.page.keyboard.type(query)
        expected = [hit["code"][:8] for hit in site.search(query, limit=40)]
        assert hand.results == expected


def test_what_the_commune_does_not_receive_is_not_found(opens: Opens, kiosk: Path) -> None:
    hand = opens()
    hand.ask("""() => {
      const place = JSON.parse(kioskFiles["ki-ot/du-lieu.json"]);
      place.received = place.received.filter(code => code !== "1.001193");
      kioskFiles["ki-ot/du-lieu.json"] = JSON.stringify(place);
      return congkhai.display.kiosk.start(congkhai.display.source, document.getElementById("man"));
    }""")
    hand.page.tap(".attract__touch")
    hand.page.wait_for_selector(".asking")
    hand.type("1001193")
    assert "1.001193" not in hand.results


@pytest.mark.parametrize("query", ["xqzwkv", "9999999", "zzz zzz", "....", "<b>&"])
def test_no_words_lead_to_a_dead_end(opens: Opens, query: str) -> None:
    hand = opens()
    hand.begin()
    hand.page.tap(".asking")
    hand.page.wait_for_selector(".keyboard")
    hand.page.keyboard.type(query)
    found = hand.page.locator(".searching__found")
    assert hand.results or "Chưa thấy thủ tục nào" in found.inner_text()
    if not hand.results:
        assert hand.page.locator(".cards--event").count() == 1
        assert "0225 3 123 456" in found.inner_text()
        hand.page.locator(".searching__found .way", has_text="Tìm theo lĩnh vực").tap()
        hand.page.wait_for_selector(".cards--field")


def test_a_few_answers_leave_room_for_other_ways(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.type("giay doc than")
    assert 0 < len(hand.results) < 4
    assert hand.page.locator(".searching .cards--event").count() == 1


def test_a_query_that_was_read_otherwise_says_so_and_can_be_taken_at_its_word(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.page.tap(".asking")
    hand.page.wait_for_selector(".keyboard")
    hand.page.keyboard.type("ddawng kys khai sinh")
    read = hand.page.locator(".found__read")
    assert "đăng ký khai sinh" in read.inner_text()
    read.get_by_role("button").tap()
    assert hand.page.locator(".found__read").count() == 0


def test_results_are_told_to_those_who_hear(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.type("khai sinh")
    hand.passes(1)
    assert "thủ tục phù hợp" in hand.page.locator("[role=status].unseen").inner_text()


def test_a_letter_typed_on_any_screen_begins_a_search(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.tap_card("Kết hôn")
    hand.page.keyboard.type("k")
    hand.page.wait_for_selector(".keyboard")
    assert hand.page.locator(".typed__text").inner_text() == "k"


def test_letters_with_marks_come_through_from_a_real_keyboard(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.page.tap(".asking")
    hand.page.wait_for_selector(".keyboard")
    for letter in "hòa giải":
        hand.ask(
            "letter => document.activeElement.dispatchEvent(new KeyboardEvent('keypress', "
            "{ key: letter, charCode: letter.charCodeAt(0), bubbles: true, cancelable: true }))",
            letter,
        )
    assert hand.page.locator(".typed__text").inner_text() == "hòa giải"
    assert hand.results

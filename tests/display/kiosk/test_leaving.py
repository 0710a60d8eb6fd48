"""When somebody leaves, nothing of them stays; and nobody leaves the kiosk for anywhere else."""

import pytest

from tests.display.kiosk.conftest import Opens
from tests.display.kiosk.hand import Hand

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("kiosk")]

KEPT = """async () => ({
  text: document.documentElement.outerHTML,
  checked: document.querySelectorAll(":checked").length,
  storage: localStorage.length + sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  cookies: document.cookie,
  history: history.length,
  address: location.hash + location.search,
})"""


def use(hand: Hand) -> None:
    if hand.attracting:
        hand.begin()
    else:
        hand.tap("Trang đầu")
    hand.type("khai sinh")
    hand.tap_row("1.001193")
    hand.page.wait_for_selector(".procedure")
    hand.jump("Giấy tờ")
    hand.page.locator(".tick").nth(0).tap()
    assert hand.page.locator(":checked").count() == 1


def assert_nothing_is_left(hand: Hand) -> None:
    assert hand.attracting
    kept = hand.ask(KEPT)
    text = kept.pop("text")
    assert "khai sinh" not in text.lower()
    assert kept == {"checked": 0, "storage": 0, "databases": 0, "cookies": "", "history": 2, "address": ""}
    hand.begin()
    assert hand.page.locator("text=khai sinh").count() == 1  # the example under the search box
    hand.procedure("1.001193")
    assert hand.page.locator(":checked").count() == 0
    assert hand.page.locator(".ticked").inner_text() == ""


def test_a_minute_of_quiet_asks_and_twenty_seconds_later_all_is_cleared(opens: Opens) -> None:
    hand = opens()
    use(hand)
    hand.passes(59)
    assert not hand.page.locator(".dialog").count()
    hand.passes(2)
    assert "giây" in hand.page.locator(".dialog").inner_text()
    hand.passes(17)
    assert hand.page.locator(".dialog").count()
    hand.passes(3)
    assert not hand.page.locator(".dialog").count()
    assert_nothing_is_left(hand)


def test_still_here_keeps_everything(opens: Opens) -> None:
    hand = opens()
    use(hand)
    hand.passes(65)
    hand.tap("Tôi vẫn ở đây")
    assert not hand.page.locator(".dialog").count()
    hand.passes(50)
    assert hand.page.locator(":checked").count() == 1


def test_any_key_says_still_here(opens: Opens) -> None:
    hand = opens()
    use(hand)
    hand.passes(65)
    hand.page.keyboard.press("Shift")
    assert not hand.page.locator(".dialog").count()


def test_done_clears_at_once_from_the_question_and_from_the_bar(opens: Opens) -> None:
    hand = opens()
    use(hand)
    hand.passes(65)
    hand.tap("Xong rồi, xóa hết")
    assert_nothing_is_left(hand)
    use(hand)
    hand.tap("Kết thúc")
    assert_nothing_is_left(hand)


def test_home_clears_what_was_typed(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.type("ket hon")
    hand.tap("Trang đầu")
    hand.page.tap(".asking")
    assert hand.page.locator(".typed__text").inner_text() == ""


def test_busy_while_somebody_is_here_and_only_then(opens: Opens) -> None:
    hand = opens()
    assert not hand.busy
    hand.begin()
    assert hand.busy
    hand.passes(70)
    assert hand.busy
    hand.passes(20)
    assert hand.attracting
    assert not hand.busy


def test_the_kiosk_is_loaded_anew_once_a_night_and_not_under_a_hand(opens: Opens) -> None:
    hand = opens()
    hand.page.evaluate(
        "() => { self.reloads = 0; congkhai.display.reload = () => self.reloads++; "
        "congkhai.display.uptime = () => 31 * 3600 * 1000; }"
    )
    hand.begin()
    hand.passes(55)
    hand.page.tap("h1")
    hand.passes(55)
    assert hand.page.evaluate("reloads") == 0
    hand.passes(120)
    assert hand.attracting
    assert hand.page.evaluate("reloads") == 1


def test_the_focus_stays_inside_the_question(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.passes(62)
    for _ in range(4):
        hand.ask("() => document.querySelector('.bar button:not(:disabled)').focus()")
        assert hand.ask("() => Boolean(document.activeElement.closest('.dialog'))")


def test_cleaning_takes_no_touch_for_thirty_seconds_and_counts_them(opens: Opens) -> None:
    hand = opens()
    use(hand)
    hand.tap("Lau màn hình")
    hand.tap("Khóa để lau")
    assert "30 giây" in hand.page.locator(".dialog--locked").inner_text()
    hand.passes(10)
    hand.page.touchscreen.tap(400, 1040)
    hand.page.keyboard.press("Enter")
    assert "20 giây" in hand.page.locator(".dialog--locked").inner_text()
    hand.passes(19.5)
    assert hand.page.locator(".dialog--locked").count()
    hand.passes(1)
    assert_nothing_is_left(hand)


def test_cleaning_by_a_slip_is_refused(opens: Opens) -> None:
    hand = opens()
    use(hand)
    hand.tap("Lau màn hình")
    hand.tap("Không lau nữa")
    assert hand.page.locator(":checked").count() == 1


PREVENTED = """name => {
  const event = new Event(name, { bubbles: true, cancelable: true });
  (document.querySelector(".row") || document.body).dispatchEvent(event);
  return event.defaultPrevented;
}"""
KEY = """init => {
  const event = new KeyboardEvent("keydown", Object.assign({ bubbles: true, cancelable: true }, init));
  document.body.dispatchEvent(event);
  return event.defaultPrevented;
}"""


BESIDE = ("contextmenu", "selectstart", "dragstart", "dragover", "drop", "auxclick", "copy", "cut", "paste")


def test_what_a_browser_offers_beside_is_stopped(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.tap_card("Kết hôn")
    hand.page.wait_for_selector(".row")
    assert [name for name in BESIDE if not hand.ask(PREVENTED, name)] == []


def test_no_key_leads_out(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    for letter in "psofhjnwtuldr0+-":
        assert hand.ask(KEY, {"key": letter, "ctrlKey": True}), letter
    for key in ("F1", "F5", "F11", "F12", "ContextMenu", "BrowserBack"):
        assert hand.ask(KEY, {"key": key}), key
    assert hand.ask(KEY, {"key": "ArrowLeft", "altKey": True})


def test_no_pinch_and_no_wheel_zooms(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.page.mouse.move(900, 500)
    hand.page.keyboard.down("Control")
    hand.page.mouse.wheel(0, -500)
    hand.page.keyboard.up("Control")
    assert hand.ask("() => visualViewport.scale") == 1
    assert hand.ask("""() => {
      const touch = identifier => new Touch({ identifier: identifier, target: document.body });
      const two = { bubbles: true, cancelable: true, touches: [touch(1), touch(2)] };
      const event = new TouchEvent("touchmove", two);
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    }""")


def test_no_screen_holds_a_link(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.tap("Liên hệ, phản ánh")
    assert hand.page.locator("a, area, form, iframe, [target]").count() == 0
    hand.tap("Trang đầu")
    hand.procedure("1.001193")
    assert hand.page.locator("a, area, form, iframe, [target]").count() == 0
    assert hand.ask("() => open('https://example.org')") is None


@pytest.mark.parametrize("year", [1970, 2040])
def test_a_wrong_clock_neither_ends_a_visit_nor_hides_a_procedure(opens: Opens, year: int) -> None:
    hand = opens()
    hand.ask(
        "year => { const now = congkhai.display.now, start = now(); "
        "congkhai.display.now = () => Date.UTC(year, 0, 1) + now() - start }",
        year,
    )
    hand.begin()
    hand.procedure("9.000003")
    assert "Sắp bãi bỏ" in hand.page.locator(".procedure").inner_text()
    hand.passes(30)
    assert not hand.attracting
    hand.passes(55)
    assert hand.attracting

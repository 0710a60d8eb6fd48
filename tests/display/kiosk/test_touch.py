"""Every way through the kiosk that a finger can take, and that keys can take as well."""

import pytest

from tests.display.kiosk.conftest import Opens

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("kiosk")]


def test_a_touch_leads_from_the_slides_to_the_start(opens: Opens) -> None:
    hand = opens()
    assert hand.attracting
    hand.begin()
    assert not hand.attracting
    assert hand.title == "Bạn cần làm giấy tờ gì?"


def test_life_event_to_procedure_to_code_and_back_again(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.tap_card("Có con mới sinh")
    assert hand.results[0] == "1.001193"
    hand.tap_row("1.001193")
    hand.page.wait_for_selector(".procedure")
    assert hand.title == "Đăng ký khai sinh"
    hand.tap("Mang về điện thoại")
    hand.page.wait_for_selector(".carry .qr")
    for expected in ("Đăng ký khai sinh", "Có con mới sinh", "Bạn cần làm giấy tờ gì?"):
        hand.tap("Quay lại")
        hand.page.wait_for_function(
            "title => document.querySelector('h1').textContent === title", arg=expected
        )
    assert hand.button("Quay lại").is_disabled()


def test_field_to_procedure_and_home(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.page.locator(".way", has_text="Tìm theo lĩnh vực").tap()
    hand.tap_card("Chứng thực")
    assert "2.000815" in hand.results
    hand.tap_row("2.000815")
    hand.page.wait_for_selector(".procedure")
    hand.tap("Trang đầu")
    hand.page.wait_for_selector(".asking")


COUNTED = """async () => {
  const shown = selector => new Promise(done => {
    const look = () => document.querySelector(selector) ? done() : setTimeout(look, 5);
    look();
  });
  const buttons = () => [...document.querySelectorAll("button")];
  const label = name => buttons().find(button => button.textContent.startsWith(name));
  const wrong = [];
  const walk = async selector => {
    const cards = document.querySelectorAll(selector).length;
    for (let at = 0; at < cards; at++) {
      const card = document.querySelectorAll(selector)[at];
      const count = card.querySelector(".card__count");
      const told = count ? Number(count.textContent) : null;
      const name = card.textContent;
      card.click();
      await shown(".rows");
      const rows = document.querySelectorAll(".rows > li").length;
      if (!rows || (told !== null && rows !== told)) wrong.push([name, told, rows]);
      label("Quay lại").click();
      await shown(selector);
    }
    return cards;
  };
  const events = await walk(".cards--event .card");
  label("Tìm theo lĩnh vực").click();
  await shown(".cards--field");
  return [events, await walk(".cards--field .card"), wrong];
}"""


def test_every_life_event_and_every_field_lists_what_its_card_counts(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    events, fields, wrong = hand.ask(COUNTED)
    assert wrong == []
    assert events >= 12
    assert fields >= 30


def test_contacts_say_what_is_known_and_that_the_rest_is_not(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.tap("Liên hệ, phản ánh")
    text = hand.page.locator(".sheet").inner_text()
    assert "Thứ Hai đến Thứ Sáu: 07:30–11:30" in text
    assert "0225 3 123 456" in text
    assert "mot-cua@phuthai.example" in text
    assert "https://phuthai.example/" in text
    assert "Quầy số 2: Hộ tịch" in text
    assert "Quầy hướng dẫn\n" in text
    assert "Chưa công bố" in text


def test_pages_turn_by_buttons_to_the_last_word_and_back(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.procedure("1.001193")
    down, up = hand.button("Xem phần dưới"), hand.button("Xem phần trên")
    assert up.is_disabled()
    while down.is_enabled():
        down.tap()
    first, last = hand.page.locator(".pager__place").inner_text().split("/")
    assert first == last
    assert (
        hand.ask(
            "() => { const v = document.querySelector('.pager__view'); "
            "return v.scrollHeight - v.clientHeight - v.scrollTop }"
        )
        <= 1
    )
    while up.is_enabled():
        up.tap()
    assert hand.page.locator(".pager__place").inner_text().startswith("1/")


def test_parts_are_jumped_to_and_the_one_being_read_is_marked(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.procedure("1.001193")
    hand.jump("Các bước")
    hand.page.wait_for_function(
        "() => document.querySelector('.jump [aria-current]').textContent === 'Các bước'"
    )
    assert hand.ask("() => document.activeElement.textContent") == "Các bước"


def test_back_returns_to_the_place_in_the_list(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.page.locator(".way", has_text="Tìm theo lĩnh vực").tap()
    hand.tap_card("Hộ tịch")
    hand.button("Xem phần dưới").tap()
    before = hand.ask("() => document.querySelector('.pager__view').scrollTop")
    hand.ask("() => document.querySelectorAll('.row')[12].click()")
    hand.page.wait_for_selector(".procedure")
    hand.tap("Quay lại")
    hand.page.wait_for_selector(".rows")
    assert hand.ask("() => document.querySelector('.pager__view').scrollTop") == before > 0


def test_letters_contrast_and_reach_are_switched(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    classes = "() => document.documentElement.className"
    small = hand.ask("() => parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)")
    hand.tap("Cỡ chữ: vừa")
    hand.tap("Cỡ chữ: lớn")
    large = hand.ask("() => parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)")
    assert large > 1.4 * small
    hand.tap("Tương phản")
    assert "kiosk-contrast" in hand.ask(classes)
    hand.tap("Hạ thấp nút")
    assert "kiosk-low" in hand.ask(classes)
    top = hand.ask(
        "() => Math.min(...[...document.querySelectorAll('.kiosk button')]"
        ".map(b => b.getBoundingClientRect().top))"
    )
    assert top > 1080 / 3
    hand.tap("Kết thúc")
    hand.begin()
    assert "kiosk-size-1" in hand.ask(classes)
    assert "kiosk-contrast" not in hand.ask(classes)
    assert "kiosk-low" not in hand.ask(classes)


def test_the_whole_way_by_keys_alone(opens: Opens) -> None:
    hand = opens()
    press = hand.page.keyboard.press
    press("Enter")
    hand.page.wait_for_selector(".asking")
    hand.page.keyboard.type("khai sinh")
    hand.page.wait_for_selector(".row")
    for _ in range(60):
        press("Tab")
        if hand.ask("() => document.activeElement.className") == "row":
            break
    assert hand.ask("() => getComputedStyle(document.activeElement).outlineStyle") == "solid"
    press("Enter")
    hand.page.wait_for_selector(".procedure")
    press("PageDown")
    assert hand.ask("() => document.querySelector('.pager__view').scrollTop") > 0
    press("Escape")
    hand.page.wait_for_selector(".keyboard")
    assert hand.page.locator(".typed__text").inner_text() == "khai sinh"


def test_the_ring_around_the_focus_is_not_shown_to_fingers(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.tap_card("Kết hôn")
    assert hand.ask("() => document.documentElement.classList.contains('by-keys')") is False
    assert hand.ask("() => document.activeElement.tagName") == "H1"


def test_a_procedure_whose_file_is_gone_offers_another_try(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.ask("() => delete kioskFiles['thu-tuc/2.000815.json']")
    hand.type("2000815")
    hand.tap_row("2.000815")
    hand.page.wait_for_selector("text=Chưa mở được thủ tục này")
    hand.ask("() => { kioskFiles['thu-tuc/2.000815.json'] = kioskFiles['thu-tuc/1.001193.json'] }")
    hand.tap("Thử lại")
    hand.page.wait_for_selector(".procedure")


def test_figures_of_this_place_say_whose_they_are_and_no_other_place_speaks(opens: Opens) -> None:
    hand = opens()
    hand.begin()
    hand.procedure("9.000002")
    text = hand.page.locator(".procedure").inner_text()
    assert "Quy định riêng của Thành phố Hải Phòng" in text
    assert "8.000 đồng một bản" in text
    assert "Nguồn: Nghị quyết của Hội đồng nhân dân thành phố" in text
    assert "Nghệ An" not in text
    assert "Sắp có hiệu lực. Áp dụng từ ngày 01/03/2027" in text

"""What a screen does with nobody near: hours, notices, wrong clocks, broken slides, nights."""

import re
from copy import deepcopy
from typing import Any

import pytest
from playwright.sync_api import Page

from generator.board import Board
from generator.display.wall import wall_data
from generator.resources import theme
from tests.display.wall.boards import with_notices
from tests.display.wall.conftest import Open, office
from tests.display.wall.test_loop import codes

pytestmark = pytest.mark.browser

NIGHT = "2026-11-24T22:00:00+07:00"
URGENT = {
    "tieu_de": "Mất điện",
    "noi_dung": "Sáng nay mất điện, quầy nhận hồ sơ bằng giấy.",
    "khan": "co",
    "het_han": "24/11/2026 08:16",
}
HOLIDAY = {"tieu_de": "Nghỉ lễ", "noi_dung": "Nghỉ hết ngày.", "het_han": "24/11/2026"}


LEFT_OF_FACTS = "document.querySelector('.welcome__facts').getBoundingClientRect().left"
LEFT_OF_NAME = "document.querySelector('.welcome__name').getBoundingClientRect().left"
CUT = """() => {
  const said = document.querySelector('.wall__said').getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(document.querySelector('.wall__said'));
  const text = range.getBoundingClientRect();
  const box = name => document.querySelector(name).getBoundingClientRect();
  const meet = other => text.left < other.right && other.left < text.right &&
    text.top < other.bottom - 2 && other.top < text.bottom - 2;
  return text.right > said.right + 1 || text.bottom > innerHeight || ['.wall__age', '.wall__count'].some(
    name => meet(box(name)));
}"""


def titles(page: Page) -> list[str]:
    """One loop, by its titles."""
    found: list[str] = []
    while (name := page.inner_text(".slide:last-child h1")) not in found:
        found.append(name)
        page.keyboard.press("ArrowRight")
    return found


def test_outside_opening_hours_the_screen_is_dark_and_says_when_it_opens(
    board: Board, open_wall: Open
) -> None:
    page = open_wall(wall_data(board, office()), time=NIGHT)
    assert page.locator(".slide").count() == 0
    said = page.inner_text(".closed")
    assert "Giờ làm việc\n" in said
    assert "Thứ Hai đến Thứ Sáu: 07:30–11:30, 13:30–17:00" in said
    assert "07:00, Thứ Tư, 25/11/2026" in said
    assert "Dữ liệu ngày 23/11/2026" in said
    page.clock.fast_forward(8 * 3600 * 1000)
    page.clock.run_for(3600 * 1000)
    assert page.locator(".closed").count() == 0
    assert page.inner_text(".slide:last-child h1") == "Xã Phú Thái"


def test_over_noon_the_screen_stays_lit(board: Board, open_wall: Open) -> None:
    page = open_wall(wall_data(board, office()), time="2026-11-24T12:30:00+07:00")
    assert page.locator(".slide").count() == 1


def test_a_center_without_known_hours_is_never_dark(data: dict[str, Any], open_wall: Open) -> None:
    page = open_wall(data, time=NIGHT)
    assert "Chưa công bố" in page.inner_text(".slide")


def test_an_urgent_notice_takes_the_screen_and_gives_it_back(board: Board, open_wall: Open) -> None:
    page = open_wall(wall_data(board, office(thong_bao=[HOLIDAY, URGENT])))
    assert titles(page) == ["Mất điện"]
    page.clock.run_for(70_000)
    assert "Mất điện" not in (found := titles(page))
    assert "Nghỉ lễ" in found


def test_an_urgent_notice_of_the_board_takes_every_screen(board: Board, open_wall: Open) -> None:
    """Also that of a center which has a notice of its own and no place for notices."""
    urgent = with_notices(board, URGENT, {**HOLIDAY, "tieu_de": "Nghỉ bù"})
    page = open_wall(wall_data(urgent, office(trang=["chao_mung", "lien_he"], thong_bao=[HOLIDAY])))
    assert titles(page) == ["Mất điện"]
    page.clock.run_for(70_000)
    assert not {"Mất điện", "Nghỉ lễ", "Nghỉ bù"} & set(titles(page))


@pytest.mark.parametrize("portrait", ["landscape", "portrait"])
@pytest.mark.parametrize(("times", "kind"), [(1, "large"), (12, "lead")])
def test_an_urgent_notice_is_as_large_as_a_heading_where_it_fits(
    board: Board, times: int, kind: str, portrait: str
) -> None:
    notice = {**URGENT, "noi_dung": "Sáng nay mất điện, quầy nhận hồ sơ bằng giấy. " * times}
    slides = wall_data(board, office(thong_bao=[HOLIDAY, notice]))[portrait]["slides"]
    blocks = {slide["title"]: slide["blocks"] for slide in slides if slide["name"] == "thong_bao"}
    assert [list(block) for block in blocks["Mất điện"]] == [[kind]]
    assert [list(block) for block in blocks["Nghỉ lễ"]] == [["lead"]]


def test_notices_of_the_board_come_before_those_of_the_center(board: Board, open_wall: Open) -> None:
    both = with_notices(board, {**HOLIDAY, "tieu_de": "Nghỉ bù"})
    found = titles(open_wall(wall_data(both, office(thong_bao=[HOLIDAY]))))
    assert [title for title in found if title.startswith("Nghỉ")] == ["Nghỉ bù", "Nghỉ lễ"]


def test_a_notice_goes_with_its_last_day(board: Board, open_wall: Open) -> None:
    lit = [{"tu": "00:00", "den": "00:00"}]
    page = open_wall(
        wall_data(board, office(thong_bao=[HOLIDAY], lich=lit)), time="2026-11-24T23:59:50+07:00"
    )
    assert "Nghỉ lễ" in titles(page)
    page.clock.run_for(15_000)
    assert "Nghỉ lễ" not in titles(page)


def test_a_clock_before_the_data_was_built_is_wrong(board: Board, open_wall: Open) -> None:
    page = open_wall(wall_data(board, office(thong_bao=[HOLIDAY])), time="1970-01-01T08:00:00+07:00")
    assert "Đồng hồ của máy sai" in page.inner_text(".wall__age")
    assert not page.locator("[data-clock]:visible").count()
    assert page.evaluate(LEFT_OF_FACTS) == page.evaluate(LEFT_OF_NAME)  # no half of the screen is empty
    assert "Nghỉ lễ" in titles(page)
    page.clock.run_for(200_000)
    assert "Nghỉ lễ" in titles(page)
    assert " a? " in (page.get_attribute(".wall__pulse", "data-text") or "")


def test_in_2040_old_data_is_called_old_and_notices_are_over(board: Board, open_wall: Open) -> None:
    page = open_wall(wall_data(board, office(thong_bao=[HOLIDAY])), time="2040-05-02T09:00:00+07:00")
    assert page.get_attribute(".wall__age", "data-level") == "old"
    assert "Dữ liệu đã cũ" in page.inner_text(".wall__age")
    assert "Nghỉ lễ" not in titles(page)
    page.clock.run_for(200_000)
    assert page.inner_text(".slide:last-child .slide__content")


def test_a_procedure_leaves_the_wall_with_its_last_day(data: dict[str, Any], open_wall: Open) -> None:
    ended = deepcopy(data)
    rows = [s for s in ended["landscape"]["slides"] if s["kind"] == "rows"]
    rows[0]["rows"][0]["until"] = "2026-11-23"
    name = rows[0]["rows"][0]["name"]
    page = open_wall(ended)
    while page.inner_text(".slide:last-child h1") != rows[0]["title"]:
        page.keyboard.press("ArrowRight")
    assert name not in page.inner_text(".slide:last-child")
    assert rows[0]["rows"][1]["name"] in page.inner_text(".slide:last-child")


def test_a_broken_slide_is_skipped_and_counted(data: dict[str, Any], open_wall: Open) -> None:
    broken = deepcopy(data)
    slides = broken["landscape"]["slides"]
    good = [slide["title"] for slide in slides]
    slides.insert(1, {"name": "x", "kind": "nothing", "title": "X", "seconds": 10, "address": "https://a.b/"})
    slides.insert(3, {"name": "y", "kind": "rows", "title": "Y", "seconds": 10, "address": "https://a.b/"})
    blank = {"kind": "prose", "blocks": [], "seconds": 10, "address": "https://a.b/"}
    slides.append({"name": "z", "title": "Z", **blank})
    page = open_wall(broken)
    assert titles(page) == good
    page.clock.run_for(6000)
    assert page.inner_text(".wall__count").endswith(f"/{len(good)}")
    assert (page.get_attribute(".wall__pulse", "data-text") or "").endswith(" s3")


def test_where_every_slide_is_broken_a_word_is_left(data: dict[str, Any], open_wall: Open) -> None:
    broken = deepcopy(data)
    broken["landscape"]["slides"] = [{"name": "x", "kind": "?", "title": "X", "seconds": 10, "address": ""}]
    page = open_wall(broken)
    assert "Mời hỏi tại quầy" in page.inner_text(".slide")
    page.clock.run_for(60_000)
    assert "Mời hỏi tại quầy" in page.inner_text(".slide")


@pytest.mark.parametrize("size", [(1920, 1080), (960, 540)], ids=["large", "small"])
def test_the_heartbeat_is_read_from_the_corner(
    size: tuple[int, int], data: dict[str, Any], open_wall: Open
) -> None:
    page = open_wall(data, size)
    page.clock.fast_forward(2 * 3600 * 1000)
    page.clock.run_for(6000)
    assert "CK1 10750 7 a1 u2 s0" in codes(page)


def test_the_screen_is_loaded_anew_once_a_night_and_not_under_a_hand(
    data: dict[str, Any], open_wall: Open
) -> None:
    page = open_wall(data)
    page.clock.fast_forward(18 * 3600 * 1000)  # 02:15, too young and too early
    page.clock.run_for(10_000)
    assert page.evaluate("calls.reload") == 0
    page.clock.fast_forward(3600 * 1000 + 24 * 3600 * 1000 - 3600 * 1000)  # the night after
    page.keyboard.press("a")
    page.clock.run_for(2000)
    assert page.evaluate("congkhai.display.busy()")
    page.clock.fast_forward(3600 * 1000)
    page.clock.run_for(30_000)
    assert page.evaluate("calls.reload") == 1


def test_nothing_stands_on_the_same_pixels_for_long(data: dict[str, Any], open_wall: Open) -> None:
    page = open_wall(data)
    places = set()
    for _ in range(12):
        box = page.locator(".wall__place").bounding_box()
        assert box
        places.add((round(box["x"]), round(box["y"])))
        page.clock.run_for(60_000)
    across, down = zip(*places, strict=True)
    assert len(places) >= 5
    assert 0 < max(across) - min(across) <= 24
    assert 0 < max(down) - min(down) <= 24


def test_slides_can_be_held_and_turned_by_hand(data: dict[str, Any], open_wall: Open) -> None:
    page = open_wall(data)
    assert page.locator(".wall__controls").is_hidden()
    page.mouse.move(300, 300)
    page.get_by_role("button", name="Tạm dừng").click()
    before = page.inner_text(".wall__count")
    page.clock.run_for(120_000)
    assert page.inner_text(".wall__count") == before
    page.get_by_role("button", name="Trang sau").click()
    assert page.inner_text(".wall__count") != before
    page.get_by_role("button", name="Chạy tiếp").click()
    page.clock.run_for(60_000)
    assert page.locator(".wall__controls").is_hidden()


def test_the_loader_is_heard_in_the_foot(data: dict[str, Any], open_wall: Open) -> None:
    page = open_wall(data)
    page.evaluate("congkhai.display.notice({code: 'B7', text: 'Bản mới bị từ chối'})")
    page.clock.run_for(6000)
    assert "Bản mới bị từ chối" in page.inner_text(".wall__foot")
    assert (page.get_attribute(".wall__pulse", "data-text") or "").endswith(" B7")
    page.evaluate("congkhai.display.notice(null)")
    page.clock.run_for(6000)
    assert "Bản mới" not in page.inner_text(".wall__foot")


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1366, 768), (960, 540)])
def test_no_word_of_the_loader_is_cut_off(size: tuple[int, int], board: Board, open_wall: Open) -> None:
    """The longest that it has to say: why a release is refused, which one is shown, that it is not signed."""
    source = (theme() / "display/loader/messages.js").read_text(encoding="utf-8")
    messages = dict(re.findall(r'"([a-z-]+)": "(.+)"', source))
    assert len(messages) == 14
    page = open_wall(wall_data(board, office()), size)
    page.clock.run_for(1000)
    for code, message in messages.items():
        sentences = [message, "Đang dùng bản ngày 23/11/2026.", messages["chua-ky"]]
        page.evaluate(
            "notice => congkhai.display.notice(notice)", {"code": code, "text": " ".join(sentences)}
        )
        seen = set()
        for _ in range(8):
            page.clock.run_for(3000)
            seen.add(page.inner_text(".wall__said"))
            assert not page.evaluate(CUT), (code, page.inner_text(".wall__said"))
        assert seen == set(sentences)


def test_another_screen_may_borrow_the_carousel_and_stop_it(data: dict[str, Any], open_wall: Open) -> None:
    page = open_wall(data)
    given = page.evaluate(
        """data => { const root = document.createElement("div");
        root.style.cssText = "position: fixed; top: 0; right: 0; bottom: 0; left: 0";
        document.body.appendChild(root);
        const wall = congkhai.display.wall;
        self.show = wall.carousel(wall.slides(data, root), root);
        self.borrowed = root;
        return [show.position(), root.querySelectorAll(".slide").length]; }""",
        data,
    )
    total = len(data["landscape"]["slides"])
    assert given == [{"number": 1, "total": total, "name": "chao_mung"}, 1]
    page.clock.run_for(30_000)
    assert page.evaluate("show.position().number") > 1
    page.evaluate("show.stop()")
    assert page.evaluate("borrowed.childNodes.length") == 0
    number = page.evaluate("show.position().number")
    page.clock.run_for(60_000)
    assert page.evaluate("show.position().number") == number


def test_a_loop_makes_no_new_elements(data: dict[str, Any], open_wall: Open) -> None:
    page = open_wall(data)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")

    def nodes() -> float:
        session.send("HeapProfiler.collectGarbage")
        metrics = session.send("Performance.getMetrics")["metrics"]
        return float(next(each["value"] for each in metrics if each["name"] == "Nodes"))

    loop = sum(slide["seconds"] for slide in data["landscape"]["slides"]) * 1000
    page.clock.run_for(2 * loop)
    before = nodes()
    page.clock.run_for(5 * loop)
    assert nodes() <= before * 1.05

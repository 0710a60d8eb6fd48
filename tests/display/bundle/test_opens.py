"""A bundle opens from file:// without a network, shows its newest release, and changes to a newer one."""

import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Route

from tests.display.bundle.conftest import Display
from tests.display.bundle.small import MONDAY, TUESDAY, bundle, files, key
from tests.site.fits import SPILLS, TARGETS
from tests.strange_fonts import FONTS, dress

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("bundle")]

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SILENT = (
    "self.congkhai.display = self.congkhai.display || {}; congkhai.display.kiosk = {start: function () {}};"
)
THROWS = "throw new Error('hỏng');"
THROWS_LATER = SILENT.replace("function () {}", "function () { throw new Error('hỏng'); }")
STANDS = """
var display = (self.congkhai.display = self.congkhai.display || {});
display.kiosk = {
  start: function (source, main) {
    main.className = "started";
    self.stand = function () {
      main.innerHTML = "<h1>đứng</h1><p id='corner'></p>";
      display.ready();
    };
    WHEN
  }
};
"""
NEVER = STANDS.replace("WHEN", "")
AFTER_20_SECONDS = STANDS.replace("WHEN", "setTimeout(self.stand, 20000);")
ONLY_WHERE_WELL = STANDS.replace(
    "WHEN", "if (!localStorage.getItem('well')) throw new Error('hỏng'); self.stand();"
)
NO_FRAMES = """
var make = document.createElement;
document.createElement = function (name) {
  if (name === "iframe") throw new Error("no memory");
  return make.call(document, name);
};
"""
OUT_OF_SIGHT = """() => getComputedStyle(document.body).overflow !== "hidden" ? [] :
  [...document.querySelectorAll("main *")].filter(node => node.getBoundingClientRect().bottom > innerHeight)
    .map(node => node.textContent)"""
"""What nobody can scroll to."""
NO_SUBTLE = "Object.defineProperty(self.crypto, 'subtle', {value: undefined});"


@pytest.mark.parametrize("name", ["man-hinh", "ki-ot"])
def test_a_signed_bundle_opens_without_a_word_in_the_corner(
    display: Display, tmp_path: Path, name: str
) -> None:
    page = display.open(bundle(tmp_path, signer=key()).folder, name)
    assert page.inner_text("h1") == "bản một 100"
    assert page.inner_text("#corner") == ""
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).backgroundImage").startswith(
        'url("blob:'
    )
    detail = page.evaluate("congkhai.display.source.text('thu-tuc/1.001193.json')")
    assert detail.encode() == files("")["thu-tuc/1.001193.json"]
    with pytest.raises(PlaywrightError, match="no file"):
        page.evaluate("congkhai.display.source.text('thu-tuc/9.999999.json')")
    assert display.wrong == []


def test_an_unsigned_bundle_opens_and_says_so(display: Display, tmp_path: Path) -> None:
    page = display.open(bundle(tmp_path).folder)
    assert page.inner_text("h1") == "bản một 100"
    assert page.inner_text("#corner") == "Bản này chưa ký."
    assert display.wrong == []


def test_the_start_page_leads_to_both_screens_and_the_guide(display: Display, tmp_path: Path) -> None:
    folder = bundle(tmp_path, signer=key()).folder
    page = display.page()
    page.goto((folder / "index.html").as_uri())
    assert page.inner_text("h1") == "Xã Phú Thái"
    targets = page.eval_on_selector_all("a", "links => links.map(link => link.getAttribute('href'))")
    assert targets == ["man-hinh.html", "ki-ot.html", "huong-dan.html"]
    assert all((folder / target).is_file() for target in targets)
    page.click("text=Ki-ốt cảm ứng")
    page.wait_for_selector("#corner", state="attached")
    assert display.wrong == []


def test_every_page_of_the_folder_is_free_of_scripts_and_styles_of_its_own(tmp_path: Path) -> None:
    for page in bundle(tmp_path, signer=key()).folder.glob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "@" not in text, page
        assert "<style" not in text
        assert " style=" not in text
        assert "<script>" not in text
        assert "Content-Security-Policy" in text


@pytest.mark.parametrize("name", ["index.html", "huong-dan.html", "ki-ot.html"])
def test_what_the_folder_itself_shows_is_accessible(display: Display, tmp_path: Path, name: str) -> None:
    """Start page, guide, and the page that stands there when nothing can be opened."""
    folder = bundle(tmp_path, signer=key()).folder
    shutil.rmtree(folder / "a")
    page = display.page()
    page.goto((folder / name).as_uri())
    page.wait_for_selector("h1")
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("name", ["index.html", "huong-dan.html", "ki-ot.html"])
def test_so_it_fits_every_screen_in_whatever_font_the_machine_has(
    display: Display, tmp_path: Path, name: str
) -> None:
    folder = bundle(tmp_path, signer=key()).folder
    shutil.rmtree(folder / "a")
    page = display.page()
    page.goto((folder / name).as_uri())
    page.wait_for_selector("h1")
    faults = {}
    for font, metrics in FONTS.items():
        dress(page, "Noto Sans", metrics)
        for width, height in ((1366, 768), (1920, 1080), (1080, 1920), (360, 740)):
            page.set_viewport_size({"width": width, "height": height})
            faults[font, width] = page.evaluate(SPILLS) + page.evaluate(TARGETS)
            faults[font, width] += page.evaluate(OUT_OF_SIGHT)
    assert {where: found for where, found in faults.items() if found} == {}


@pytest.mark.parametrize("year", [1970, 2040])
def test_a_wrong_clock_changes_nothing(display: Display, updated: Path, year: int) -> None:
    page = display.page()
    page.clock.install(time=f"{year}-01-01T00:00:00Z")
    page.goto((updated / "ki-ot.html").as_uri())
    page.wait_for_selector("#corner", state="attached")
    assert page.inner_text("h1") == "bản hai 100"
    assert page.inner_text("#corner") == ""
    assert display.wrong == []


@pytest.mark.parametrize("script", [SILENT, THROWS, THROWS_LATER], ids=["silent", "throws", "throws later"])
def test_a_release_that_does_not_start_gives_way_to_the_one_before(
    display: Display, tmp_path: Path, script: str
) -> None:
    folder = bundle(tmp_path, "bản một", signer=key()).folder
    bundle(tmp_path, signer=key(), now=TUESDAY, content=files("bản hai", kiosk=script))
    page = display.page()
    page.clock.install(time=TUESDAY)
    page.goto((folder / "ki-ot.html").as_uri())
    page.wait_for_selector("script[src^=blob]", state="attached")
    page.clock.run_for(13_000)
    if script == SILENT:
        assert page.query_selector("h1") is None
    page.clock.run_for(3_000)
    page.wait_for_selector("h1")
    assert page.inner_text("h1") == "bản một 100"
    assert page.inner_text("#corner") == (
        "Bản mới không mở được trong 15 giây. Đang dùng bản ngày 16/11/2026."
    )


def test_a_machine_that_slept_or_was_busy_is_not_taken_for_a_release_that_does_not_start(
    display: Display, updated: Path
) -> None:
    """However long everything stands still, that is no time in which the release could have done anything."""
    bundle(updated.parent, signer=key(), now=TUESDAY, content=files("bản ba", kiosk=NEVER))
    page = display.page()
    page.clock.install(time=TUESDAY)
    page.goto((updated / "ki-ot.html").as_uri())
    page.wait_for_selector(".started", state="attached")
    for _ in range(5):
        page.clock.fast_forward(60_000)
    page.evaluate("stand()")
    assert page.inner_text("h1") == "đứng"
    page.clock.run_for(20_000)
    assert page.inner_text("h1") == "đứng"
    assert "?" not in page.url


def test_a_disk_that_slept_is_not_taken_for_files_that_are_not_there(display: Display, updated: Path) -> None:
    page = display.page()
    page.clock.install(time=TUESDAY)
    held: list[Route] = []
    page.route("**/b/du-lieu-1.js?*", lambda route: held.append(route))
    with page.expect_request("**/b/du-lieu-1.js?*"):
        page.goto((updated / "ki-ot.html").as_uri())
    for _ in range(5):
        page.clock.fast_forward(60_000)
    held[0].continue_()
    page.wait_for_selector("h1")
    assert page.inner_text("h1") == "bản hai 100"


def test_a_release_that_did_not_start_gets_another_try_after_hours(display: Display, tmp_path: Path) -> None:
    folder = bundle(tmp_path, "bản một", signer=key()).folder
    bundle(tmp_path, signer=key(), now=TUESDAY, content=files("bản hai", kiosk=ONLY_WHERE_WELL))
    page = display.page()
    page.clock.install(time=TUESDAY)
    page.goto((folder / "ki-ot.html").as_uri())
    page.wait_for_selector("h1")
    assert page.inner_text("h1") == "bản một 100"
    page.evaluate("localStorage.setItem('well', 'yes')")
    page.clock.run_for("05:59:00")
    assert page.inner_text("h1") == "bản một 100"
    page.clock.run_for("00:02:00")
    page.wait_for_selector("text=đứng")
    assert "?" not in page.url


def test_a_machine_that_is_too_slow_for_the_first_try_is_given_more_time(
    display: Display, tmp_path: Path
) -> None:
    folder = bundle(tmp_path, signer=key(), content=files("bản một", kiosk=AFTER_20_SECONDS)).folder
    page = display.page()
    page.clock.install(time=MONDAY)
    page.goto((folder / "ki-ot.html").as_uri())
    page.wait_for_selector(".started", state="attached")
    page.clock.run_for(16_000)
    page.wait_for_selector(".loader-nothing p")
    with page.expect_navigation():
        page.clock.run_for(61_000)
    page.wait_for_selector(".started", state="attached")
    page.clock.run_for(21_000)
    assert page.inner_text("h1") == "đứng"


@pytest.mark.parametrize("query", ["", "#ca", "?bo=a-1#ca"])
def test_where_nothing_starts_the_page_begins_anew_whatever_its_address(
    display: Display, tmp_path: Path, query: str
) -> None:
    folder = bundle(tmp_path, signer=key()).folder
    shutil.rmtree(folder / "a")
    page = display.page()
    page.clock.install(time=MONDAY)
    page.goto((folder / "ki-ot.html").as_uri() + query)
    page.wait_for_selector(".loader-nothing p")
    page.evaluate("self.before = true")
    bundle(tmp_path, "bản hai", signer=key(), now=TUESDAY)
    page.clock.run_for(61_000)
    page.wait_for_selector("text=bản hai")
    assert page.evaluate("self.before") is None


def test_a_loader_that_fails_itself_says_so_and_tries_again(display: Display, updated: Path) -> None:
    page = display.page(NO_FRAMES)
    page.clock.install(time=TUESDAY)
    page.goto((updated / "ki-ot.html").as_uri())
    page.wait_for_selector(".loader-nothing p")
    assert page.inner_text("h1") == "Màn hình chưa mở được"
    with page.expect_navigation():
        page.clock.run_for(61_000)


def test_a_loader_that_could_not_be_read_is_read_again(display: Display, updated: Path) -> None:
    loader = updated / "loader/loader.js"
    held = loader.rename(updated / "held")
    page = display.page()
    page.clock.install(time=TUESDAY)
    page.goto((updated / "ki-ot.html").as_uri())
    assert page.inner_text("body") == ""
    held.rename(loader)
    page.clock.run_for(61_000)
    page.wait_for_selector("text=bản hai")
    page.evaluate("self.opened = true")
    page.clock.run_for(61_000)
    assert page.evaluate("self.opened"), "what opened is left alone"


def test_what_lay_beside_the_newest_release_is_shown_where_that_is_lost(
    display: Display, updated: Path
) -> None:
    """Two updates came while the display was off: it has never shown the release that is left to it."""
    bundle(updated.parent, "bản ba", signer=key(), now=TUESDAY)
    assert display.open(updated).inner_text("h1") == "bản ba 100"
    (updated / "a/du-lieu-1.js").unlink()
    page = display.open(updated)
    assert page.inner_text("h1") == "bản hai 100"
    assert page.inner_text("#corner") == "Bản mới chép thiếu tệp. Đang dùng bản ngày 17/11/2026."


def test_where_nothing_starts_the_screen_says_so_and_tries_again(display: Display, tmp_path: Path) -> None:
    folder = bundle(tmp_path, signer=key(), content=files("bản một", kiosk=THROWS)).folder
    page = display.page()
    page.clock.install(time=MONDAY)
    page.goto((folder / "ki-ot.html").as_uri())
    page.wait_for_selector(".loader-nothing p")
    assert "Bản A: Bản mới không mở được trong 15 giây." in page.inner_text("body")
    with page.expect_navigation(url="**/ki-ot.html?lan=2"):
        page.clock.run_for(61_000)


def test_a_newer_release_is_taken_when_nobody_is_touching(display: Display, tmp_path: Path) -> None:
    folder = bundle(tmp_path, "bản một", signer=key()).folder
    page = display.page()
    page.clock.install(time=MONDAY)
    page.goto((folder / "ki-ot.html").as_uri())
    page.wait_for_selector("#corner", state="attached")
    page.evaluate("congkhai.display.busy = function () { return self.touching; }; self.touching = true;")
    bundle(tmp_path, "bản hai", signer=key(), now=TUESDAY)
    page.clock.run_for(61_000)
    page.wait_for_timeout(300)
    page.clock.run_for(10_000)
    assert page.inner_text("h1") == "bản một 100"
    page.evaluate("self.touching = false")
    page.clock.run_for(6_000)
    page.wait_for_selector("text=bản hai")
    assert page.inner_text("#corner") == ""
    assert display.wrong == []


def test_without_a_way_to_check_signatures_a_signed_bundle_stays_shut(
    display: Display, updated: Path
) -> None:
    page = display.open(updated, script=NO_SUBTLE)
    assert page.inner_text("h1") == "Màn hình chưa mở được"
    assert "Trình duyệt này không kiểm được chữ ký." in page.inner_text("body")


def test_without_a_way_to_check_signatures_an_unsigned_bundle_is_still_checked(
    display: Display, tmp_path: Path
) -> None:
    folder = bundle(tmp_path).folder
    assert display.open(folder, script=NO_SUBTLE).inner_text("h1") == "bản một 100"
    data = folder / "a/du-lieu-1.js"
    data.write_bytes(data.read_bytes().replace(b"m\xe1\xbb\x99t", b"hai"))
    page = display.open(folder, script=NO_SUBTLE)
    assert "Bản A: Bản mới có tệp bị hỏng." in page.inner_text("body")

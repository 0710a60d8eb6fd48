"""The pages written for citizens: whole, linked to what exists, and true of the board and the theme."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml

from generator import urls
from generator.model.settings import BoardSettings
from generator.reading.record import read_record
from generator.scaffolding.begin import new_board
from generator.site.board_pages import HOME_SLOT
from generator.site.mkdocs_shell import render_frame
from generator.site.shell import Frame

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = ROOT / "content/pages"
NAMES = sorted(path.relative_to(PAGES).as_posix() for path in PAGES.rglob("*.md"))
SECTIONS = {
    *(urls.CATALOGUE, urls.COMMUNES, urls.STATISTICS, urls.CHANGES, urls.SEARCH),
    *(urls.PROPOSALS, urls.INSPECTIONS, urls.OPEN_DATA),
}
"""Parts that the generator makes and that have a page of their own."""

_FRONT = re.compile(r"---\n(.*?)\n---\n(.*)", re.S)
_LINK = re.compile(r"\]\(([^)\s]+)")
_ID = re.compile(r"\{ #([\w-]+) \}")


def parts(name: str) -> tuple[dict[str, object], str]:
    """Front matter and body."""
    match = _FRONT.fullmatch((PAGES / name).read_text(encoding="utf-8"))
    assert match, f"{name} has no front matter"
    return yaml.safe_load(match[1]), match[2]


def address(name: str) -> str:
    return "" if name == "index.md" else f"{name.removesuffix('.md')}/"


@cache
def render() -> Frame:
    return render_frame(ROOT)


def board() -> BoardSettings:
    record = read_record(ROOT / "content/board.yml", "content/board.yml", BoardSettings).record
    assert record
    return record


def test_the_pages_that_the_site_promises_are_there() -> None:
    assert set(NAMES) >= {
        "index.md",
        "huong-dan.md",
        "nguon-du-lieu.md",
        "kha-nang-tiep-can.md",
        "quyen-rieng-tu.md",
        "phan-anh.md",
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_a_title_and_a_description_that_fits_a_search_result(name: str) -> None:
    front, _ = parts(name)
    assert front.keys() == {"title", "description"}
    assert str(front["title"]).strip()
    assert 30 <= len(str(front["description"])) <= 160


def test_no_two_pages_share_a_title_or_a_description() -> None:
    fronts = [parts(name)[0] for name in NAMES]
    assert len({str(front["title"]) for front in fronts}) == len(NAMES)
    assert len({str(front["description"]) for front in fronts}) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_begins_with_its_only_main_heading(name: str) -> None:
    _, body = parts(name)
    headings = re.findall(r"^# .*", body, re.M)
    assert len(headings) == 1
    assert re.fullmatch(r"# \S.* \{ #noi-dung \}", headings[0])
    assert body.lstrip("\n").startswith(headings[0])


@pytest.mark.parametrize("name", NAMES)
def test_a_rendered_page_has_one_main_heading(name: str) -> None:
    html = render().prose[urls.file_of(address(name))]
    assert re.findall(r"<h1[^>]*>", html) == ['<h1 id="noi-dung">']
    assert html.count('id="noi-dung"') == 1
    assert "{ #" not in html
    assert html.count("<table") == len(re.findall(r"^\|---", parts(name)[1], re.M))


@pytest.mark.parametrize("name", NAMES)
def test_headings_go_down_one_level_at_a_time(name: str) -> None:
    levels = [len(marks) for marks in re.findall(r"^(#+) ", parts(name)[1], re.M)]
    assert all(below - above <= 1 for above, below in pairwise(levels))


@pytest.mark.parametrize("name", NAMES)
def test_a_link_leads_to_a_page_that_exists(name: str) -> None:
    known = set(NAMES) | {f"{section}index.md" for section in SECTIONS}
    for link in _LINK.findall(parts(name)[1]):
        page, _, anchor = link.partition("#")
        assert (page or name) in known, link
        if anchor:
            assert anchor in _ID.findall(parts(page or name)[1]), link


@pytest.mark.parametrize("name", NAMES)
def test_every_way_out_of_a_rendered_page_leads_to_a_page_or_a_file_of_the_site(name: str) -> None:
    frame = render()
    site = board().url
    known = {address(other) for other in NAMES} | SECTIONS | frame.assets.keys() | {urls.FEED}
    known |= {urls.INSPECTIONS, urls.PROPOSALS}
    html = frame.prose[urls.file_of(address(name))]
    links = {urljoin(site + address(name), link) for link in re.findall(r"href=\"?([^\s\">]+)", html)}
    inside = {link.removeprefix(site).partition("#")[0] for link in links if link.startswith(site)}
    assert len(inside) > 10
    assert inside <= known


@pytest.mark.parametrize("name", NAMES)
def test_the_skip_link_of_a_rendered_page_leads_into_it(name: str) -> None:
    html = render().prose[urls.file_of(address(name))]
    [target] = re.findall(r'class="skip-link" href="#([\w-]+)"', html)
    assert len(re.findall(rf'id="?{target}"?[ >]', html)) == 1


def test_the_home_page_keeps_one_place_for_the_board() -> None:
    assert parts("index.md")[1].count(HOME_SLOT) == 1


@pytest.mark.parametrize("name", NAMES)
def test_no_page_makes_up_a_phone_number_or_a_mail_address(name: str) -> None:
    text = "\n".join(map(str, parts(name)))
    assert re.findall(r"(?<![\d/.])0\d{2,3}[ .-]?\d{3}[ .-]?\d{2,4}\b|\b1[89]00[ .]?\d{2,4}\b", text) == []
    assert "@" not in text


def test_the_feedback_page_says_not_published_as_long_as_the_board_names_no_place() -> None:
    complaints = board().complaints
    published = complaints.phone or complaints.link or complaints.address
    section = parts("phan-anh.md")[1].partition("{ #noi-gui }")[2].partition("\n## ")[0]
    assert ("cả ba nơi đều chưa công bố" in section) == (not published)


def test_a_new_board_does_not_say_what_is_true_of_the_sample_only(tmp_path: Path) -> None:
    new_board(tmp_path, "Bảng", "Ủy ban nhân dân xã", "https://congkhai.example/", "31", "Hải Phòng")
    made = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "content/pages").glob("*.md")}
    assert sorted(made) == NAMES
    for name, text in made.items():
        for word in ("bang-mau", "bảng mẫu", "Phú Thái", "CC BY", "không phải cơ quan nhà nước"):
            assert word not in text, f"{name}: {word}"
        assert "\n\n\n" not in text, name
    assert "## Nguồn { #nguon }" in made["nguon-du-lieu.md"]


def test_the_data_page_names_the_review_periods_and_the_licence_of_the_board() -> None:
    body, settings = parts("nguon-du-lieu.md")[1], board()
    assert f"bản ghi đầy đủ quá {settings.review.full} ngày" in body
    assert f"bản ghi danh mục quá {settings.review.catalogue} ngày" in body
    assert settings.licence
    assert settings.licence in body


def test_the_data_page_says_that_the_board_is_no_authority() -> None:
    assert "không phải trang của cơ quan nhà nước" in parts("nguon-du-lieu.md")[1]
    assert "không phải trang của cơ quan nhà nước" in board().publisher


def scripts() -> dict[str, str]:
    """The scripts that pages of the site load."""
    folder = ROOT / "theme/shell"
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.js"))}


def test_the_site_stores_one_value_and_nothing_else_as_the_privacy_page_says() -> None:
    stored = [name for name, text in scripts().items() if "localStorage.setItem(" in text]
    assert stored == ["appearance.js"]
    assert scripts()["appearance.js"].count("localStorage.setItem(") == 1
    for name, text in scripts().items():
        for other in ("document.cookie", "sessionStorage", "indexedDB", "sendBeacon", "caches."):
            assert other not in text, f"{name}: {other}"


def test_the_site_asks_no_other_server_as_the_privacy_page_says() -> None:
    for name, text in scripts().items():
        assert re.findall(r"""["'`](?:https?:)?//[^"'`]*""", text) == [], name
    for name, html in render().prose.items():
        loaded = re.findall(r"<(?:script|img|iframe|link)[^>]*?(?:src|href)=\"?(https?://[^\s\">]+)", html)
        own = board().url.rstrip("/")
        assert [link for link in loaded if not link.startswith(own)] == [], name

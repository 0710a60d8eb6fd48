"""What pages say, whatever the design does with it."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.place import NotOurs
from generator.site.build import build
from tests.build.conftest import DAY

RECORD = "procedures/ho-tich/1.001193.yml"
HOSTILE = "</title><script>alert(1)</script> \"'& <!-- {{ 7*7 }} @@congkhai:body@@ ]]> \\u003c"


class _Text(HTMLParser):
    """The text of a page, and how often each element opens."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.elements: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def _read(page: Path) -> _Text:
    parser = _Text()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser


def _page(board: Path, tmp_path: Path, path: str = "thu-tuc/1.001193") -> str:
    built = build(board, tmp_path / "site", DAY)
    assert built.pages, built.problems
    return (tmp_path / "site" / path / "index.html").read_text(encoding="utf-8")


def test_hostile_text_arrives_verbatim_and_changes_no_skeleton(sample: Path, tmp_path: Path) -> None:
    build(sample, tmp_path / "site", DAY)
    page = tmp_path / "site/thu-tuc/1.001193/index.html"
    before = _read(page).elements
    text = (sample / RECORD).read_text(encoding="utf-8")
    result = "ten: Giấy khai sinh"
    assert result in text
    quoted = HOSTILE.replace("'", "''")
    (sample / RECORD).write_text(text.replace(result, f"ten: '{quoted}'"), encoding="utf-8")
    built = build(sample, tmp_path / "site", DAY)
    assert built.pages, built.problems
    after = _read(page)
    assert after.elements == before
    assert HOSTILE in "".join(after.text)


def test_every_page_ends_with_the_hotline_that_was_published(sample: Path, tmp_path: Path) -> None:
    before = _page(sample, tmp_path, "phan-anh")
    assert "tel:" not in before
    board = sample / "content/board.yml"
    text = board.read_text(encoding="utf-8")
    board.write_text(f"{text}phan_anh:\n  dien_thoai: 0225 3.123.456\n", encoding="utf-8")
    for path in ("phan-anh", "xa/10891", "tim-kiem"):
        footer = _page(sample, tmp_path, path).partition('<footer class="site-footer"')[2]
        assert 'Đường dây nóng: <a href="tel:02253123456">0225 3.123.456</a>' in footer


def test_an_overlay_is_shown_with_whose_figure_it_is_and_its_source(sample: Path, tmp_path: Path) -> None:
    overlay = sample / "content/overlays/31/1.001193.yml"
    overlay.parent.mkdir(parents=True)
    overlay.write_text(
        'noi_ap_dung: "31"\nma: "1.001193"\ncach_thuc_thuc_hien:\n  - hinh_thuc: truc_tiep\n'
        '    phi_le_phi: "8.000 đồng (thử)"\nnguon:\n  - ten: Nghị quyết thử 1/2026\n',
        encoding="utf-8",
    )
    page = _page(sample, tmp_path)
    assert "8.000 đồng (thử)" in page
    assert "Số liệu của Thành phố Hải Phòng" in page
    assert "Nghị quyết thử 1/2026" in page


def test_a_former_code_leads_to_the_new_one(sample: Path, tmp_path: Path) -> None:
    text = (sample / RECORD).read_text(encoding="utf-8")
    (sample / RECORD).write_text(text + 'ma_cu: ["1.999999"]\n', encoding="utf-8")
    page = _page(sample, tmp_path, "thu-tuc/1.999999")
    assert '<meta http-equiv="refresh" content="0; url=../../thu-tuc/1.001193/">' in page
    assert '<link rel="canonical" href="https://congkhai.example/thu-tuc/1.001193/">' in page
    assert "1.999999" not in (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")


def test_a_figure_that_does_not_add_up_is_said_in_words(sample: Path, tmp_path: Path) -> None:
    page = _page(sample, tmp_path, "xa/10750")
    assert "nguồn ghi 780, cộng lại được 779, chênh 1 hồ sơ" in page


def test_what_nobody_published_is_said_so(sample: Path, tmp_path: Path) -> None:
    assert _page(sample, tmp_path, "xa/11311").count("Chưa công bố") >= 4


def test_changes_reach_the_page_and_the_feed(sample: Path, tmp_path: Path) -> None:
    text = (sample / RECORD).read_text(encoding="utf-8")
    note = "thay_doi: [{ngay: 2026-11-20, noi_dung: Bỏ giấy chứng sinh bản giấy.}]\n"
    (sample / RECORD).write_text(text + note, encoding="utf-8")
    assert "Bỏ giấy chứng sinh bản giấy." in _page(sample, tmp_path, "thay-doi")
    assert "Bỏ giấy chứng sinh bản giấy." in (tmp_path / "site/index.html").read_text(encoding="utf-8")
    feed = (tmp_path / "site/thay-doi/atom.xml").read_text(encoding="utf-8")
    assert "Bỏ giấy chứng sinh bản giấy." in feed
    assert "2026-11-20T00:00:00+07:00" in feed


def test_every_link_inside_the_site_leads_somewhere(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(sample, site, DAY)
    broken = []
    for page in site.rglob("*.html"):
        if page.name == "404.html":  # its links are absolute: it is served at any depth
            continue
        for attribute in ("href", "src"):
            for value in _attributes(page, attribute):
                target = (page.parent / value.split("#")[0].split("?")[0]).resolve()
                if not (target.is_file() or (target / "index.html").is_file()):
                    broken.append((page.relative_to(site).as_posix(), value))
    assert broken == []


def _attributes(page: Path, name: str) -> list[str]:
    found: list[str] = []

    class Parser(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(
                value
                for key, value in attrs
                if key == name and value and not value.startswith(("https:", "http:", "#", "tel:", "mailto:"))
            )

    Parser().feed(page.read_text(encoding="utf-8"))
    return found


def test_a_folder_with_somebody_elses_files_is_refused(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home/thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(NotOurs):
        build(sample, tmp_path / "home", DAY)
    assert [p.name for p in (tmp_path / "home").iterdir()] == ["thesis.txt"]


def test_an_address_that_was_cut_short_leads_to_what_lay_below_it(sample: Path, tmp_path: Path) -> None:
    assert 'href="../linh-vuc/ho-tich/"' in _page(sample, tmp_path, "linh-vuc")
    assert 'href="../su-kien/a/"' in _page(sample, tmp_path, "su-kien")


def test_whoever_finds_nothing_is_led_on_by_events_fields_and_a_person(sample: Path, tmp_path: Path) -> None:
    page = _page(sample, tmp_path, "tim-kiem")
    for words in ("Hoặc chọn việc bạn đang gặp", "Hoặc tìm theo lĩnh vực", "Đường dây nóng"):
        assert words in page
    assert 'href="../su-kien/a/"' in page
    assert 'href="../linh-vuc/ho-tich/"' in page
    assert 'href="../xa/"' in page

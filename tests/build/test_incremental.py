import shutil
from pathlib import Path

import pytest

from generator import resources
from generator.place import NotOurs
from generator.site import inputs
from generator.site.build import build
from generator.site.output import Output
from generator.site.state import State
from tests.build.conftest import DAY
from tests.build.trees import stamps, tree

RECORD = "procedures/ho-tich/1.001193.yml"


def _edit(board: Path, old: str, new: str, file: str = RECORD) -> None:
    text = (board / file).read_text(encoding="utf-8")
    assert old in text
    (board / file).write_text(text.replace(old, new), encoding="utf-8")


def _cold(board: Path, output: Path) -> dict[str, bytes]:
    shutil.rmtree(board / ".congkhai", ignore_errors=True)
    assert build(board, output, DAY).pages
    return tree(output)


def _communes(board: Path) -> list[str]:
    return [folder.name for folder in (board / "content/communes").iterdir()]


def test_a_second_build_of_the_same_board_writes_nothing(sample: Path, tmp_path: Path) -> None:
    build(sample, tmp_path / "site", DAY)
    before = stamps(tmp_path / "site")
    built = build(sample, tmp_path / "site", DAY)
    assert (built.written, built.removed) == (0, 0)
    assert stamps(tmp_path / "site") == before


def test_an_edit_writes_only_what_shows_it_and_equals_a_full_build(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(sample, site, DAY)
    before = tree(site)
    _edit(sample, "tom_tat:", "# một dòng chú thích\ntom_tat:")
    assert build(sample, site, DAY).written == 0, "a comment changes no page"
    _edit(sample, "ten: Giấy khai sinh", "ten: Giấy khai sinh (bản mới)")
    built = build(sample, site, DAY)
    changed = {path for path, content in tree(site).items() if before[path] != content}
    assert built.written == len(changed)
    assert changed == {
        "thu-tuc/1.001193/index.html",
        "du-lieu/v1/thu-tuc/1.001193.json",
        "du-lieu/v1/thu-tuc.json",
        "du-lieu/v1/danh-muc.jsonld",
        "du-lieu/v1/csv/thu-tuc-ket-qua.csv",
        "du-lieu/v1/csv-excel/thu-tuc-ket-qua.csv",
        "man-hinh/chung/thu-tuc/1.001193.json",
        "man-hinh/chung/ke-khai.json",
        *(f"man-hinh/{code}/phien-ban.json" for code in _communes(sample)),
    }
    assert tree(site) == _cold(sample, tmp_path / "full")


def test_a_name_changes_on_every_page_that_cites_it(sample: Path, tmp_path: Path) -> None:
    other = "procedures/ho-tich/1.000894.yml"
    text = (sample / other).read_text(encoding="utf-8")
    (sample / other).write_text(text + 'thu_tuc_lien_quan: ["1.001193"]\n', encoding="utf-8")
    site = tmp_path / "site"
    build(sample, site, DAY)
    _edit(sample, "ten_ngan: Đăng ký khai sinh", "ten_ngan: Khai sinh cho bé")
    build(sample, site, DAY)
    assert "Khai sinh cho bé" in (site / "thu-tuc/1.000894/index.html").read_text(encoding="utf-8")
    assert tree(site) == _cold(sample, tmp_path / "full")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("content/communes/10750/commune.yml", "tinh:", "dien_thoai: 0225 000 000\ntinh:"),
        ("content/communes/10750/statistics/2025-07-16.yml", "780", "781"),
        ("content/fields.yml", "Hộ tịch", "Hộ tịch và quốc tịch"),
        ("content/life_events.yml", "ten: A", "ten: B"),
        ("content/synonyms.yml", "bđs: bất động sản", "bđs: nhà đất"),
        ("content/board.yml", "Đây là bảng mẫu", "Bảng này là bảng mẫu"),
        (RECORD, "phi_le_phi:", "mo_ta: Mới\n    phi_le_phi:"),
        (RECORD, "ten_ngan: Đăng ký khai sinh", "ten_ngan: Khai sinh"),
        (RECORD, "linh_vuc: ho-tich", "muc_do_truc_tuyen: khong\nlinh_vuc: ho-tich"),
    ],
)
def test_whatever_is_edited_the_site_equals_a_full_build(
    sample: Path, tmp_path: Path, file: str, old: str, new: str
) -> None:
    site = tmp_path / "site"
    build(sample, site, DAY)
    text = (sample / file).read_text(encoding="utf-8")
    assert old in text
    (sample / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    built = build(sample, site, DAY)
    assert built.pages, built.problems
    assert built.written
    assert tree(site) == _cold(sample, tmp_path / "full")


def test_a_prose_page_that_moves_is_found_where_it_is_now(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    pages = sample / "content/pages"
    (pages / "b").mkdir()
    (pages / "b/them.md").write_text("# Thêm\n", encoding="utf-8")
    build(sample, site, DAY)
    (pages / "b").rename(pages / "a")
    assert build(sample, site, DAY).pages
    assert (site / "a/them/index.html").is_file()
    assert not (site / "b/them/index.html").exists()
    assert tree(site) == _cold(sample, tmp_path / "full")


def test_a_new_day_changes_what_a_day_decides(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(sample, site, DAY)
    later = DAY.replace(year=DAY.year + 2)
    assert build(sample, site, later).written
    built = build(sample, tmp_path / "full", later)
    assert built.pages
    assert tree(site) == tree(tmp_path / "full")


def test_a_removed_procedure_takes_its_page_along(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(sample, site, DAY)
    (sample / "procedures/ho-tich/1.004837.yml").unlink()
    assert build(sample, site, DAY).removed == 3, "the page, its data, what displays have of it"
    assert not (site / "thu-tuc/1.004837").exists()
    assert tree(site) == _cold(sample, tmp_path / "full")


def test_an_error_leaves_the_published_site_as_it_was(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(sample, site, DAY)
    before = stamps(site)
    _edit(sample, "linh_vuc: ho-tich", "linh_vuc: ho tich")
    built = build(sample, site, DAY)
    assert built.pages is None
    assert any(problem.file == RECORD for problem in built.problems)
    assert stamps(site) == before


def test_a_damaged_or_missing_state_only_costs_time(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(sample, site, DAY)
    whole = tree(site)
    for file in (sample / ".congkhai").glob("*.json"):
        file.write_bytes(b'{"broken')
    (site / "thu-tuc/1.001193/index.html").write_text("cũ", encoding="utf-8")
    (site / "thu-tuc/1.009999").mkdir()
    (site / "thu-tuc/1.009999/index.html").write_text("thừa", encoding="utf-8")
    build(sample, site, DAY)
    assert tree(site) == whole


def test_a_page_that_somebody_deleted_is_made_again(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(sample, site, DAY)
    whole = tree(site)
    (site / "thu-tuc/1.001193/index.html").unlink()
    (site / "index.html").unlink()
    build(sample, site, DAY)
    assert tree(site) == whole


def test_a_day_that_changes_a_lifecycle_changes_the_page(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    text = (sample / RECORD).read_text(encoding="utf-8")
    (sample / RECORD).write_text(text + "hieu_luc: {den: 2026-11-22}\n", encoding="utf-8")
    build(sample, site, DAY)
    page = site / "thu-tuc/1.001193/index.html"
    assert "Sắp bãi bỏ" in page.read_text(encoding="utf-8")
    build(sample, site, DAY.replace(day=23))
    assert "Đã bãi bỏ" in page.read_text(encoding="utf-8")


def test_pages_that_a_killed_build_left_are_not_believed(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    build(sample, site, DAY)
    whole = tree(site)
    _edit(sample, "ten: Giấy khai sinh", "ten: Giấy khai sinh (bản mới)")

    def killed(file: Path, state: State) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("generator.site.build.finish", killed)
        build(sample, site, DAY)
    assert tree(site) != whole
    _edit(sample, "ten: Giấy khai sinh (bản mới)", "ten: Giấy khai sinh")
    build(sample, site, DAY)
    assert tree(site) == whole


def test_a_first_build_that_was_killed_can_be_begun_again(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(self: Output, path: str, content: bytes) -> None:
        raise KeyboardInterrupt

    (tmp_path / "site").mkdir()
    (tmp_path / "site/half").write_bytes(b"")
    with pytest.raises(NotOurs):
        build(sample, tmp_path / "site", DAY)
    (tmp_path / "site/half").unlink()
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Output, "write", killed)
        build(sample, tmp_path / "site", DAY, workers=1)
    (tmp_path / "site/half").write_bytes(b"")
    assert build(sample, tmp_path / "site", DAY).pages
    assert not (tmp_path / "site/half").exists()


def test_an_edit_of_a_prose_page_shows(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(sample, site, DAY)
    with (sample / "content/pages/huong-dan.md").open("a", encoding="utf-8") as page:
        page.write("\nMột câu mới.\n")
    build(sample, site, DAY)
    assert "Một câu mới." in (site / "huong-dan/index.html").read_text(encoding="utf-8")
    assert tree(site) == _cold(sample, tmp_path / "full")


def test_two_boards_built_into_one_folder_do_not_mix(sample: Path, tmp_path: Path) -> None:
    """Each finds that the other was there, and makes all its pages again."""
    site, other = tmp_path / "site", Path(shutil.copytree(sample, tmp_path / "other"))
    _edit(other, "ten: Giấy khai sinh", "ten: Giấy khai sinh (bản khác)")
    (sample / "procedures/ho-tich/1.001022.yml").unlink()
    wanted = {board: _cold(board, tmp_path / f"cold-{board.name}") for board in (sample, other)}
    assert wanted[sample].keys() != wanted[other].keys()
    for board in (sample, other, sample, sample, other):
        build(board, site, DAY)
        assert tree(site) == wanted[board]


def test_a_killed_build_of_another_board_is_noticed_too(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, other = tmp_path / "site", Path(shutil.copytree(sample, tmp_path / "other"))
    _edit(other, "ten: Giấy khai sinh", "ten: Giấy khai sinh (bản khác)")
    whole = _cold(sample, tmp_path / "cold")
    build(sample, site, DAY)

    def killed(file: Path, state: State) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("generator.site.build.finish", killed)
        build(other, site, DAY)
    assert tree(site) != whole
    build(sample, site, DAY)
    assert tree(site) == whole


def test_the_guide_that_explains_columns_is_a_part_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = inputs.code()
    guide = tmp_path / "guide.md"
    guide.write_bytes(resources.guide().read_bytes() + b"x")
    monkeypatch.setattr(resources, "guide", lambda: guide)
    inputs.code.cache_clear()
    try:
        assert inputs.code() != before
    finally:
        inputs.code.cache_clear()

"""The displays under the site: shared files once, digests that hold, none where a commune wants none."""

import hashlib
import json
from pathlib import Path
from typing import Any

from generator.audit.site import audit
from generator.site.build import build
from tests.build.conftest import DAY
from tests.build.trees import tree


def _json(site: Path, path: str) -> Any:
    return json.loads((site / path).read_bytes())


def _switch_off(board: Path, code: str) -> None:
    file = board / f"content/communes/{code}/commune.yml"
    text = file.read_text(encoding="utf-8")
    block = "man_hinh:\n  tat: co\n"
    changed = text.replace("man_hinh:\n", block) if "man_hinh:\n" in text else text + block
    file.write_text(changed, encoding="utf-8")


def test_every_file_that_a_display_fetches_is_there_and_is_what_its_digest_says(
    sample: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    build(sample, site, DAY)
    said = _json(site, "man-hinh/10750/phien-ban.json")
    listed = _json(site, said["shared"][0])
    named = [said["shared"], *listed["files"].values(), *said["files"].values()]
    named += [[f"{path}index.html", digest] for path, digest in said["pages"]]
    for path, digest in named:
        assert hashlib.sha256((site / path).read_bytes()).hexdigest() == digest, path
    assert "thu-tuc/1.001193.json" in listed["files"]
    screens = _json(site, listed["files"]["screens.json"][0])
    assert set(screens) == {"man-hinh", "ki-ot"}
    for screen in screens.values():
        assert {*screen["styles"], *screen["scripts"]} <= listed["files"].keys()


def test_what_communes_share_stands_once(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(sample, site, DAY)
    own = {path.name for path in (site / "man-hinh/10750").iterdir()}
    assert own == {"index.html", "du-lieu.json", "phien-ban.json"}
    assert {path.name for path in (site / "ki-ot/10750").iterdir()} == {"index.html", "du-lieu.json"}
    copies = [path for path in tree(site) if path.endswith(("/search-data.js", "/search-engine.js"))]
    assert len(copies) == 2


def test_the_commune_page_leads_to_its_screens(sample: Path, tmp_path: Path) -> None:
    build(sample, tmp_path / "site", DAY)
    page = (tmp_path / "site/xa/10750/index.html").read_text(encoding="utf-8")
    assert 'href="../../man-hinh/10750/"' in page
    assert 'href="../../ki-ot/10750/"' in page


def test_a_commune_that_switches_its_displays_off_has_none(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(sample, site, DAY)
    _switch_off(sample, "10750")
    build(sample, site, DAY)
    assert not (site / "man-hinh/10750").exists()
    assert not (site / "ki-ot/10750").exists()
    assert (site / "man-hinh/10891/index.html").is_file()
    assert "man-hinh" not in (site / "xa/10750/index.html").read_text(encoding="utf-8")


def test_a_board_without_displays_carries_nothing_of_them(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(sample, site, DAY)
    for folder in (sample / "content/communes").iterdir():
        _switch_off(sample, folder.name)
    build(sample, site, DAY)
    assert [path for path in tree(site) if path.startswith(("man-hinh", "ki-ot"))] == []


def test_a_file_of_a_procedure_that_was_lost_is_written_again(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(sample, site, DAY)
    before = tree(site)
    (site / "man-hinh/chung/thu-tuc/1.001193.json").unlink()
    build(sample, site, DAY)
    assert tree(site) == before


def test_the_pages_of_displays_pass_the_audit(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(sample, site, DAY)
    files = tree(site).keys()
    assert [
        problem for problem in audit(site, files) if "man-hinh" in problem.file or "ki-ot" in problem.file
    ] == []

"""What others wrote and we ship or run: pinned, hashed, from no named host, under licences that we know."""

import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, metadata

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.version import Version

from tests.supply.lock import LOCK, ROOT, StrangeLine, read_lock

TEXT = LOCK.read_text(encoding="utf-8")
PACKAGES = read_lock(TEXT)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LICENCES = tomllib.loads((ROOT / "tests/supply/licences.toml").read_text(encoding="utf-8"))

SPELT = {
    "MIT": "MIT", "BSD": "BSD-3-Clause", "Apache": "Apache-2.0", "Mozilla": "MPL-2.0", "ISC": "ISC",
    "Artistic": "Artistic-1.0-Perl", "Python Software Foundation": "PSF-2.0",
}  # fmt: skip
"""How a package's own words for its licence begin -> SPDX."""


def test_every_package_is_pinned_with_hashes_of_all_its_files() -> None:
    assert len(PACKAGES) > 40
    assert [package.name for package in PACKAGES if not package.hashes] == []


def test_the_lock_names_no_host_and_no_file() -> None:
    lines = [line for line in TEXT.splitlines() if not line.lstrip().startswith("#")]
    assert [line for line in lines if re.search(r"://|@ |^-|\.whl|\.tar", line)] == []


@pytest.mark.parametrize("line", ["a>=1", "a", "-e .", "--index-url x", "a @ file:///a", "a==1 --hash=md5:0"])
def test_anything_else_in_the_lock_is_noticed(line: str) -> None:
    with pytest.raises(StrangeLine):
        read_lock(line)


def _wanted() -> list[Requirement]:
    groups = PROJECT["dependency-groups"]["dev"]
    return [Requirement(line) for line in (*PROJECT["project"]["dependencies"], *groups)]


@pytest.mark.parametrize("wanted", _wanted(), ids=str)
def test_the_lock_fits_what_the_project_asks_for(wanted: Requirement) -> None:
    name = re.sub(r"[-_.]+", "-", wanted.name).lower()
    versions = [package.version for package in PACKAGES if package.name == name]
    assert versions
    assert all(wanted.specifier.contains(Version(version)) for version in versions)


def test_every_licence_is_known_and_lets_everybody_use_change_and_pass_on() -> None:
    assert {package.name for package in PACKAGES} == LICENCES["packages"].keys()
    for name, expression in LICENCES["packages"].items():
        choices = [set(part.split(" AND ")) for part in expression.split(" OR ")]
        assert any(choice <= set(LICENCES["allowed"]) for choice in choices), name


@pytest.mark.parametrize("name", sorted(LICENCES["packages"]))
def test_a_package_says_the_licence_that_we_wrote_down(name: str) -> None:
    try:
        said = metadata(name)
    except PackageNotFoundError:
        assert any(package.name == name and package.marker for package in PACKAGES) or name == "editables"
        return
    ours = set(re.split(r" AND | OR ", LICENCES["packages"][name]))
    if expression := str(said.json.get("license_expression", "")):
        assert set(re.split(r" AND | OR ", expression.strip("()"))) <= ours
        return
    classifiers = [line for line in said.get_all("Classifier") or [] if line.startswith("License :: OSI")]
    for line in classifiers:
        words = line.rpartition(" :: ")[2]
        found = [spdx for start, spdx in SPELT.items() if words.startswith(start)]
        assert not found or found[0] in ours, words


def test_the_bill_of_materials_is_whole_and_the_same_every_time() -> None:
    command = [sys.executable, "-m", "tests.supply.sbom"]
    made = [subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout for _ in range(2)]
    assert made[0] == made[1]
    bill = json.loads(made[0])
    assert bill["bomFormat"] == "CycloneDX"
    assert [(part["name"], part["version"]) for part in bill["components"]] == [
        (package.name, package.version) for package in PACKAGES
    ]
    assert len({part["bom-ref"] for part in bill["components"]}) == len(PACKAGES)
    assert len(bill["dependencies"][0]["dependsOn"]) >= len(PROJECT["project"]["dependencies"]) - 1
    for package in PACKAGES:
        assert package.marker is None or Marker(package.marker)

"""``python -m tests.supply.sbom``: what the software is made of (CycloneDX 1.6), always the same bytes.

Without a date and with a serial number that follows from the content: two people who make it from one
commit can compare what they got.
"""

import hashlib
import json
import re
import sys
import tomllib
import uuid
from typing import Any

from generator import __version__
from tests.supply.lock import LOCK, ROOT, Package, read_lock


def sbom(packages: list[Package], licences: dict[str, str]) -> dict[str, Any]:
    """The bill of materials of the locked packages."""
    components = [_component(package, licences[package.name]) for package in packages]
    identity = hashlib.sha256(json.dumps(components, sort_keys=True).encode()).hexdigest()
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.UUID(identity[:32])}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "congkhai",
                "name": "congkhai",
                "version": __version__,
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": components,
        "dependencies": [{"ref": "congkhai", "dependsOn": sorted(_needed() & {p.name for p in packages})}],
    }


def _component(package: Package, licence: str) -> dict[str, Any]:
    purl = f"pkg:pypi/{package.name}@{package.version}"
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": package.name if not package.marker else f"{package.name}@{package.version}",
        "name": package.name,
        "version": package.version,
        "purl": purl,
        "licenses": [{"expression": licence}],
        "hashes": [{"alg": "SHA-256", "content": content} for content in package.hashes],
    }
    if package.marker:
        component["properties"] = [{"name": "congkhai:environment", "value": package.marker}]
    return component


def _needed() -> set[str]:
    """The packages that the program itself asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {re.split(r"[<>=\[;! ]", line, maxsplit=1)[0].lower() for line in project["dependencies"]}


def main() -> None:
    """Print the bill of materials."""
    licences = tomllib.loads((ROOT / "tests/supply/licences.toml").read_text(encoding="utf-8"))["packages"]
    bill = sbom(read_lock(LOCK.read_text(encoding="utf-8")), licences)
    json.dump(bill, sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()

"""``python -m tests.supply.audit``: has anything that we pinned a hole that the world knows of?

pip-audit asks OSV, the open database of vulnerabilities, about every package of ``requirements.lock``.  Ends
with 1 and what was found; where nobody answers it says loudly that nothing was looked at, and ends with 0, or
with 1 where ``--strict`` is given.  So no network stops the work, and nothing is called audited that was not.
"""

import argparse
import json
import subprocess
import sys
from dataclasses import dataclass

from tests.supply.lock import LOCK

ACCEPTED: dict[str, str] = {}
"""Holes that do not concern us: identifier -> why not.  Look again whenever the lock changes."""

_TOLD = """
=======================================================================
  NOTHING WAS AUDITED: the database of vulnerabilities did not answer.
=======================================================================
"""


@dataclass(frozen=True)
class Hole:
    """A known vulnerability of a package as it is pinned, and the versions that mend it."""

    package: str
    version: str
    identifier: str
    mended: tuple[str, ...]

    def __str__(self) -> str:
        mended = ", ".join(self.mended) or "no version yet"
        return f"{self.package} {self.version}: {self.identifier}, mended in {mended}"


class NoAnswer(Exception):
    """The database could not be asked; carries what pip-audit said."""


def audit(*options: str) -> tuple[int, list[Hole]]:
    """How many packages were looked at, and their holes; raises NoAnswer."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(LOCK), "--require-hashes"]
    command += [
        "--disable-pip",
        "--progress-spinner",
        "off",
        "--format",
        "json",
        "--vulnerability-service",
        "osv",
    ]
    done = subprocess.run([*command, *options], capture_output=True, text=True)
    try:
        looked_at = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        raise NoAnswer(done.stderr[-600:]) from None
    return len(looked_at), [
        Hole(package["name"], package["version"], hole["id"], tuple(hole["fix_versions"]))
        for package in looked_at
        for hole in package.get("vulns", ())
        if not ACCEPTED.keys() & {hole["id"], *hole["aliases"]}
    ]


def main(arguments: list[str] | None = None) -> int:
    """Audit and tell."""
    parser = argparse.ArgumentParser(prog="python -m tests.supply.audit")
    parser.add_argument("--strict", action="store_true", help="fail where the database does not answer")
    parser.add_argument("--osv-url", help="another database that speaks as OSV does")
    given = parser.parse_args(arguments)
    try:
        count, holes = audit(*(["--osv-url", given.osv_url] if given.osv_url else []))
    except NoAnswer as said:
        print(f"{said}\n{_TOLD}", file=sys.stderr)
        return int(given.strict)
    for hole in holes:
        print(hole)
    print(f"{count} packages looked at, {len(holes)} known holes.")
    return int(bool(holes))


if __name__ == "__main__":
    sys.exit(main())

"""What regular expressions may use: Debian 12 ships Python 3.11.2, and a newer one hides its faults."""

import re
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "generator"
_POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+|\(\?>")


def test_no_pattern_repeats_a_group_possessively_or_makes_one_atomic() -> None:
    # gh-100061 and gh-106052, mended in 3.11.5: such a repeat matches what it must not, or not at all.
    found = [
        f"{file.relative_to(PACKAGE)}:{number}"
        for file in sorted(PACKAGE.rglob("*.py"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if _POSSESSIVE_GROUP.search(line)
    ]
    assert found == []

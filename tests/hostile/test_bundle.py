"""The folder that a display opens from: whatever the commune is called, it stays the same folder."""

import pytest

from generator.bundle.keys import PublicKey
from generator.bundle.skeleton import skeleton
from generator.display.all import SCREENS
from generator.model.commune import Commune
from generator.model.convert import record_of
from tests.hostile.seen import seen_in
from tests.hostile.strings import AIMED

NAMES = (*AIMED, "@KICH_BAN@ @MAN@", "%PATH% & del *", "$(id) `id`; rm -rf .", '"\r\nstart x')


def _files(name: str) -> dict[str, bytes]:
    commune = record_of(Commune, {"ma": "10750", "ten": name, "tinh": "31"})
    return skeleton(commune, PublicKey(), SCREENS)


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_commune_changes_the_folder(name: str) -> None:
    ours, plain = _files(name), _files("Tên")
    assert ours.keys() == plain.keys()
    shown = 0
    for path in ours:
        if path.endswith(".html"):
            seen = seen_in(path, ours[path])
            assert seen.skeleton == seen_in(path, plain[path]).skeleton, path
            shown += name in seen.text
        elif path != "loader/key.js":  # JSON in ASCII letters, read by the loader
            assert ours[path] == plain[path], path
    assert shown > 0

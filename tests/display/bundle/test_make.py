"""Making a bundle: the same bytes for the same input, and no folder that was made for something else."""

import json
import shutil
from pathlib import Path

import pytest

from generator.bundle.folder import current_script
from generator.bundle.keys import KeyFailure, load_key, make_key
from generator.bundle.make import NotThisFolder
from generator.bundle.verify import CURRENT, KEY, choose, current_of
from tests.build.trees import tree
from tests.display.bundle.small import MONDAY, TU_MINH, TUESDAY, bundle, key


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (bundle(tmp_path / name, signer=key()).folder for name in ("one", "two"))
    assert tree(first) == tree(second)


def test_an_update_touches_only_the_side_that_is_not_shown_and_current_js(tmp_path: Path) -> None:
    folder = bundle(tmp_path, "bản một", signer=key()).folder
    before = tree(folder)
    made = bundle(tmp_path, "bản hai", signer=key(), now=TUESDAY)
    after = tree(folder)
    assert (made.side, made.version, made.new, made.same) == ("b", 20261117013000, False, False)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert {name.split("/")[0] for name in changed} == {"b", CURRENT}


def test_one_update_after_the_other_never_touches_the_side_that_is_shown(updated: Path) -> None:
    for number in range(4):
        shown = choose(updated).side
        before = tree(updated / str(shown))
        assert bundle(updated.parent, f"bản {number}", signer=key(), now=TUESDAY).side != shown
        assert tree(updated / str(shown)) == before


def test_the_same_release_again_is_not_written_again(tmp_path: Path) -> None:
    folder = bundle(tmp_path, signer=key()).folder
    before = tree(folder)
    again = bundle(tmp_path, signer=key(), now=TUESDAY)
    assert (again.same, again.side, again.version) == (True, "a", 20261116013000)
    assert tree(folder) == before


def test_a_current_js_that_lags_behind_is_put_right(updated: Path) -> None:
    (updated / CURRENT).write_bytes(current_script("a", 20261116013000))
    bundle(updated.parent, "bản hai", signer=key(), now=TUESDAY)
    assert current_of(updated) == ("b", 20261117013000)


def test_the_side_that_is_shown_is_never_overwritten_whatever_current_js_says(updated: Path) -> None:
    (updated / "b/du-lieu-1.js").write_bytes(b"hong")
    assert (choose(updated).side, current_of(updated)) == ("a", ("b", 20261117013000))
    assert bundle(updated.parent, "bản ba", signer=key(), now=TUESDAY).side == "b"
    assert choose(updated).side == "b"


def test_a_clock_that_went_back_still_makes_a_newer_version(updated: Path) -> None:
    assert bundle(updated.parent, "bản ba", signer=key(), now=MONDAY).version == 20261117013001


def test_another_key_another_commune_or_no_key_is_refused(updated: Path) -> None:
    with pytest.raises(NotThisFolder, match="được ký bằng một khóa khác"):
        bundle(updated.parent, "x", signer=key("theirs"))
    with pytest.raises(NotThisFolder, match="--sign"):
        bundle(updated.parent, "x")
    updated.rename(updated.with_name("BANG-10891"))
    with pytest.raises(NotThisFolder, match="là màn hình của xã 10750"):
        bundle(updated.parent, "x", signer=key(), commune=TU_MINH)


def test_a_folder_whose_loader_reads_another_format_is_refused(updated: Path) -> None:
    """The loader never changes: a release that it cannot read must not reach it."""
    loader = updated / KEY
    loader.write_text(loader.read_text(encoding="utf-8").replace("congkhai-display-", "congkhai-x-"))
    before = tree(updated)
    with pytest.raises(NotThisFolder, match="một bản congkhai khác"):
        bundle(updated.parent, "x", signer=key())
    assert tree(updated) == before


def test_an_unsigned_folder_does_not_turn_signed(tmp_path: Path) -> None:
    bundle(tmp_path)
    with pytest.raises(NotThisFolder, match="chưa ký"):
        bundle(tmp_path, "x", signer=key())


def test_somebody_elses_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "BANG-10750").mkdir()
    (tmp_path / "BANG-10750/thu.txt").write_text("của tôi", encoding="utf-8")
    with pytest.raises(NotThisFolder, match="không phải thư mục màn hình"):
        bundle(tmp_path)
    assert [path.name for path in (tmp_path / "BANG-10750").iterdir()] == ["thu.txt"]


def test_what_a_killed_run_left_is_cleared_away(tmp_path: Path) -> None:
    folder = bundle(tmp_path, signer=key()).folder
    shutil.move(folder, tmp_path / ".BANG-10750.congkhai-tmp")
    assert bundle(tmp_path, signer=key()).new
    assert sorted(path.name for path in tmp_path.iterdir()) == [".congkhai-khoa", "BANG-10750"]


def test_a_key_is_its_owners_alone_and_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "xa.pem"
    public = make_key(path)
    assert public.name == "xa.cong-khai.pem"
    assert path.stat().st_mode & 0o777 == 0o600
    before = tree(tmp_path)
    with pytest.raises(KeyFailure, match="không bao giờ bị ghi đè"):
        make_key(path)
    path.unlink()
    with pytest.raises(KeyFailure, match="không bao giờ bị ghi đè"):
        make_key(path)
    assert tree(tmp_path) == {public.name: before[public.name]}


def test_a_signature_holds_for_its_text_and_key_only(tmp_path: Path) -> None:
    make_key(tmp_path / "k.pem")
    signer = load_key(tmp_path / "k.pem")
    signature = signer.sign("bản")
    assert signer.public.holds("bản", signature)
    assert not signer.public.holds("bàn", signature)
    assert not key().public.holds("bản", signature)
    for wrong in ("", "x", signature[:-4], signature + "AAAA", "A" * 88):
        assert not signer.public.holds("bản", wrong)


@pytest.mark.parametrize(
    "content", [b"", b"xin chao", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"]
)
def test_a_file_that_is_no_key_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "k.pem").write_bytes(content)
    with pytest.raises(KeyFailure, match="không phải tệp khóa riêng"):
        load_key(tmp_path / "k.pem")


def test_the_public_half_is_not_taken_for_a_key(tmp_path: Path) -> None:
    public = make_key(tmp_path / "k.pem")
    with pytest.raises(KeyFailure, match="không phải tệp khóa riêng"):
        load_key(public)


def test_the_list_of_screens_is_in_every_release() -> None:
    from tests.display.bundle.small import files

    assert json.loads(files("x")["screens.json"])["ki-ot"]["start"] == "kiosk"

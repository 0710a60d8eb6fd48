"""Whoever can put files into one side of a bundle cannot make the display show them."""

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.bundle.containers import MANIFEST, manifest_script, quoted, read_manifest_script
from generator.bundle.folder import SUMS, current_script
from generator.bundle.keys import SigningKey
from generator.bundle.manifest import parse_manifest
from generator.bundle.verify import CURRENT, choose
from tests.display.bundle.conftest import Display
from tests.display.bundle.small import MONDAY, TU_MINH, TUESDAY, bundle, key
from tests.display.bundle.update_scripts import linux

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("bundle")]

Attack = Callable[[Path], None]
"""Does something to the folder whose side b is the current one."""


def _edit(name: str, old: str, new: str) -> Attack:
    def attack(folder: Path) -> None:
        file = folder / "b" / name
        before = file.read_bytes()
        after = before.replace(old.encode(), new.encode(), 1)
        assert before != after
        file.write_bytes(after)

    return attack


def _flip(name: str, side: str = "b") -> Attack:
    """Another letter of base64 in the middle of what a container says."""

    def attack(folder: Path) -> None:
        file = folder / side / name
        script = bytearray(file.read_bytes())
        at = len(script) // 2
        script[at] = ord("A") if script[at] != ord("A") else ord("B")
        file.write_bytes(script)

    return attack


def _append(name: str, script: str) -> Attack:
    def attack(folder: Path) -> None:
        with (folder / "b" / name).open("ab") as file:
            file.write(script.encode())

    return attack


def _copy(name: str, to: str, times: int = 1) -> Attack:
    def attack(folder: Path) -> None:
        (folder / "b" / to).write_bytes((folder / "b" / name).read_bytes() * times)

    return attack


def _rewrite(name: str, script: str) -> Attack:
    def attack(folder: Path) -> None:
        (folder / "b" / name).write_text(script, encoding="utf-8")

    return attack


def _remove(name: str) -> Attack:
    return lambda folder: (folder / "b" / name).unlink()


def _truncate(name: str) -> Attack:
    def attack(folder: Path) -> None:
        file = folder / "b" / name
        file.write_bytes(file.read_bytes()[:-40])

    return attack


def _say(change: Callable[[str], str], signer: SigningKey | None = None) -> Attack:
    """Change the text of the manifest, and sign it with ``signer`` where there is one."""

    def attack(folder: Path) -> None:
        file = folder / "b" / MANIFEST
        text, signature = read_manifest_script(file.read_bytes())
        changed = change(text)
        assert changed != text or signer
        file.write_bytes(manifest_script(changed, signer.sign(changed) if signer else signature))

    return attack


def _unsigned(folder: Path) -> None:
    file = folder / "b" / MANIFEST
    text, _ = read_manifest_script(file.read_bytes())
    file.write_bytes(manifest_script(text, ""))


def _side_of_another_bundle(**options: object) -> Attack:
    def attack(folder: Path) -> None:
        other = bundle(folder.parent / "other", "bản lạ", now=TUESDAY, **options).folder  # type: ignore[arg-type]
        shutil.rmtree(folder / "b")
        shutil.copytree(other / "a", folder / "b")

    return attack


def _swap(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


ESCAPE = """
try { parent.document.body.textContent = "chiếm"; } catch (error) { self.failed = error; }
try { parent.congkhai.loader.key.key = ""; } catch (error) { self.failed = error; }
try { top.location = "about:blank"; } catch (error) { self.failed = error; }
"""
FORGED = """
parent.postMessage({moment: document.currentScript.src.split("?")[1], absent: [], said:
  [["files", new Uint8Array(2)], ["manifest", "{}", ""], ["files", null]]}, "*");
"""

ATTACKS: dict[str, tuple[Attack, str]] = {
    "flipped byte in the data": (_edit("du-lieu-1.js", "bản hai", "bản haj"), "tep-hong"),
    "flipped byte in a procedure": (_flip("chi-tiet-1.js"), "tep-hong"),
    "half of a procedure": (_edit("chi-tiet-1.js", 'A");', '");'), "tep-hong"),
    "flipped byte in a script": (_edit("chuong-trinh-1.js", "corner", "corneR"), "tep-hong"),
    "flipped byte in an image": (_edit("phong-chu-1.js", "iVBO", "iVBP"), "tep-hong"),
    "text said to be an image": (_edit("phong-chu-1.js", "(1,", "(0,"), "tep-hong"),
    "flipped byte in the manifest": (_edit(MANIFEST, "10750", "10751"), "chu-ky-sai"),
    "flipped byte in the signature": (_edit(MANIFEST, '","', '","A'), "chu-ky-sai"),
    "missing data": (_remove("du-lieu-1.js"), "thieu-tep"),
    "missing scripts": (_remove("chuong-trinh-1.js"), "thieu-tep"),
    "missing procedures": (_remove("chi-tiet-1.js"), "thieu-tep"),
    "missing manifest": (_remove(MANIFEST), "khong-doc-duoc"),
    "empty side": (lambda folder: shutil.rmtree(folder / "b"), "khong-doc-duoc"),
    "container in place of another": (_copy("du-lieu-1.js", "chuong-trinh-1.js"), "tep-hong"),
    "container said twice": (_copy("du-lieu-1.js", "du-lieu-1.js", times=2), "thua-tep"),
    "extra files": (_append("du-lieu-1.js", 'congkhaiFiles(0,"x");\n'), "thua-tep"),
    "manifest edited": (_say(_swap("2026-11-17", "2027-11-17")), "chu-ky-sai"),
    "manifest signed by another key": (_say(lambda text: text, key("theirs")), "chu-ky-sai"),
    "signature taken away": (_unsigned, "khac-khoa"),
    "unsigned bundle in place of a signed one": (_side_of_another_bundle(), "khac-khoa"),
    "bundle of another key": (_side_of_another_bundle(signer=key("theirs")), "chu-ky-sai"),
    "bundle of another commune": (_side_of_another_bundle(signer=key(), commune=TU_MINH), "khac-xa"),
    "path that leads out": (_say(_swap('"du-lieu.json"', '"../du-lieu.json"'), key()), "khong-doc-duoc"),
    "path that is not a file's": (_say(_swap('"du-lieu.json"', '"__proto__"'), key()), "khong-doc-duoc"),
    "place in no container": (
        _say(_swap('"du-lieu.json":[2,', '"du-lieu.json":[4,'), key()),
        "khong-doc-duoc",
    ),
    "place before the beginning": (
        _say(_swap('"du-lieu.json":[2,0,', '"du-lieu.json":[2,-1,'), key()),
        "khong-doc-duoc",
    ),
    "place that is no number": (
        _say(_swap('"du-lieu.json":[2,0,', '"du-lieu.json":[2,"0",'), key()),
        "khong-doc-duoc",
    ),
    "place beyond the end": (
        _say(_swap('"du-lieu.json":[2,0,', '"du-lieu.json":[2,9999,'), key()),
        "tep-hong",
    ),
    "container that leads out": (
        _say(_swap('"du-lieu-1.js"', '"../a/du-lieu-1.js"'), key()),
        "khong-doc-duoc",
    ),
    "container that is an address": (
        _say(_swap('"du-lieu-1.js"', '"https://x/y.js"'), key()),
        "khong-doc-duoc",
    ),
    "version that is no number": (_say(_swap('"version":2', '"version":"2'), key()), "khong-doc-duoc"),
    "version beyond counting": (_say(_swap('"version":', '"version":9999'), key()), "khong-doc-duoc"),
    "other signed bytes of ours": (_say(_swap("congkhai-display-2", "congkhai-x"), key()), "khong-doc-duoc"),
    "digest that is none": (
        _say(lambda text: text.replace(text[-67:-3], "0" * 63, 1), key()),
        "khong-doc-duoc",
    ),
    "half-copied manifest": (_truncate(MANIFEST), "khong-doc-duoc"),
}
"""Name -> what is done, and the code that twin and display refuse side b with."""

NOT_OURS: dict[str, tuple[Attack, frozenset[str]]] = {
    "half-copied container": (_truncate("chuong-trinh-1.js"), frozenset(("thieu-tep", "tep-hong"))),
    "script that reaches for the display": (_append("du-lieu-1.js", ESCAPE), frozenset(("tep-hong", ""))),
    "script that forges answers": (
        _rewrite("du-lieu-1.js", FORGED),
        frozenset(("tep-hong", "thua-tep")),
    ),
}
"""Scripts that are not of our form: the twin refuses at once, the display by what the script said."""


@pytest.mark.parametrize("name", ATTACKS)
def test_refused(display: Display, updated: Path, name: str) -> None:
    attack, code = ATTACKS[name]
    attack(updated)
    found = choose(updated)
    assert (found.side, found.reasons) == ("a", {"b": code})
    page = display.open(updated)
    assert page.inner_text("h1") == "bản một 100"
    said = page.evaluate("congkhai.loader.messages")[code]
    assert page.inner_text("#corner") == f"{said} Đang dùng bản ngày 16/11/2026."


@pytest.mark.parametrize(("forged", "code"), [("a file", "tep-hong"), ("the key", "chu-ky-sai")])
def test_what_the_update_script_cannot_see_the_display_refuses(
    display: Display, tmp_path: Path, forged: str, code: str
) -> None:
    """The script compares files with a list beside them: who changes both gets them copied, not shown."""
    folder = bundle(tmp_path, "bản một", signer=key()).folder
    stick = bundle(
        tmp_path / "usb", "giả", signer=key("theirs") if forged == "the key" else key(), now=TUESDAY
    )
    side = stick.folder / "a"
    _edit_on(stick.folder, "version.txt", key("theirs").public.id, key().public.id)
    _edit_on(stick.folder, MANIFEST, key("theirs").public.id, key().public.id)
    if forged == "a file":
        _flip("du-lieu-1.js", "a")(stick.folder)
    names = [line.split()[1] for line in (side / SUMS).read_text().splitlines()]
    (side / SUMS).write_text(
        "".join(f"{hashlib.sha256((side / name).read_bytes()).hexdigest()}  {name}\r\n" for name in names)
    )
    done = linux(folder, stick.folder)
    assert done.says("ĐÃ CẬP NHẬT XONG"), done.text
    page = display.open(folder)
    assert page.inner_text("h1").startswith("bản một")
    assert page.evaluate("congkhai.display.source.notice.code") == code


def _edit_on(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / "a" / name
    file.write_bytes(file.read_bytes().replace(old.encode(), new.encode()))


@pytest.mark.parametrize("name", NOT_OURS)
def test_a_script_in_a_container_does_not_reach_the_display(
    display: Display, updated: Path, name: str
) -> None:
    attack, codes = NOT_OURS[name]
    attack(updated)
    assert choose(updated).reasons["b"] in codes
    page = display.open(updated)
    assert page.inner_text("h1") == ("bản hai 100" if "" in codes else "bản một 100")
    assert page.evaluate("congkhai.loader.key.key.length") > 100
    page.wait_for_function("document.querySelectorAll('iframe').length === 0")


def test_a_file_that_nobody_named_is_not_even_read(display: Display, updated: Path) -> None:
    (updated / "b/la.js").write_text(f'document.title = "la";{ESCAPE}', encoding="utf-8")
    asked: list[str] = []
    display.context.on("request", lambda request: asked.append(request.url))
    assert choose(updated).side == "b"
    assert display.open(updated).inner_text("h1") == "bản hai 100"
    assert any("/b/du-lieu-1.js" in url for url in asked)
    assert not any("la.js" in url for url in asked)


def test_every_byte_of_a_side_counts(updated: Path) -> None:
    """No byte of a container or of the manifest can change without the side being refused."""
    for file in sorted((updated / "b").glob("*.js")):
        whole = file.read_bytes()
        for at in range(0, len(whole), 7):
            file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
            assert choose(updated).side == "a", (file.name, at)
        file.write_bytes(whole)
    assert choose(updated).side == "b"


def test_a_signed_release_in_an_unsigned_bundle_is_refused(display: Display, tmp_path: Path) -> None:
    folder = bundle(tmp_path, "bản một").folder
    bundle(tmp_path, "bản hai", now=TUESDAY)
    _side_of_another_bundle(signer=key())(folder)
    assert choose(folder).reasons == {"b": "khac-khoa"}
    page = display.open(folder)
    assert page.inner_text("h1") == "bản một 100"
    assert page.inner_text("#corner").startswith("Bản mới ký bằng khóa khác, hoặc chưa ký. Đang dùng")


def test_an_older_release_is_refused_though_it_is_genuine(display: Display, updated: Path) -> None:
    old = updated.parent / "old"
    shutil.copytree(updated / "a", old)
    bundle(updated.parent, "bản ba", signer=key(), now=TUESDAY)
    display.open(updated).close()
    shutil.rmtree(updated / "b")
    shutil.copytree(old, updated / "b")
    (updated / CURRENT).write_bytes(current_script("b", 20261116013000))
    assert choose(updated).side == "a"
    page = display.open(updated)
    assert page.inner_text("h1") == "bản ba 100"
    assert page.inner_text("#corner") == "Bản vừa chép cũ hơn bản đang có. Đang dùng bản ngày 17/11/2026."


def test_an_old_release_on_both_sides_is_refused_by_a_display_that_has_seen_newer_ones(
    display: Display, updated: Path
) -> None:
    display.open(updated).close()
    bundle(updated.parent, "bản ba", signer=key(), now=TUESDAY)
    display.open(updated).close()
    old = bundle(updated.parent / "old", "bản không", signer=key(), now=MONDAY).folder
    for side in ("a", "b"):
        shutil.rmtree(updated / side)
        shutil.copytree(old / "a", updated / side)
    page = display.open(updated)
    assert page.inner_text("h1") == "Màn hình chưa mở được"
    assert "Bản A: Bản vừa chép cũ hơn bản đang có." in page.inner_text("body")


def test_what_others_write_into_the_memory_cannot_shut_out_a_genuine_release(
    display: Display, updated: Path
) -> None:
    page = display.open(updated)
    name = f"congkhai.ban.10750.{key().public.id}"
    text, signature = read_manifest_script((updated / "b" / MANIFEST).read_bytes())
    lie = replace(parse_manifest(text), version=99991231235959).as_text()
    stored = f'[{{"text":{quoted(lie)},"signature":{quoted(signature)}}}]'
    page.evaluate("([name, value]) => localStorage.setItem(name, value)", [name, stored])
    page.close()
    assert display.open(updated).inner_text("h1") == "bản hai 100"


CURRENTS = {
    "absent": None,
    "empty": b"",
    "garbage": b"\x00\xff\x13{{{",
    "pointing nowhere": b'congkhaiCurrent("c",20261117013000);\r\n',
    "pointing twice": b'congkhaiCurrent("a",1);\r\ncongkhaiCurrent("b",1);\r\n',
    "a number that is none": b'congkhaiCurrent("a","x");\r\n',
    "a script of somebody else's": ESCAPE.encode(),
}


@pytest.mark.parametrize("name", CURRENTS)
def test_a_current_js_that_says_nothing_right_does_no_harm(
    display: Display, updated: Path, name: str
) -> None:
    content = CURRENTS[name]
    (updated / CURRENT).unlink()
    if content is not None:
        (updated / CURRENT).write_bytes(content)
    assert choose(updated).side == "b"
    page = display.open(updated)
    assert page.inner_text("h1") == "bản hai 100"
    assert page.inner_text("#corner") == "Tệp current.js bị mất hoặc hỏng. Đang dùng bản ngày 17/11/2026."


def test_where_both_sides_are_broken_nothing_starts_and_both_are_named(
    display: Display, updated: Path
) -> None:
    _remove(MANIFEST)(updated)
    (updated / "a/du-lieu-1.js").unlink()
    assert choose(updated).side is None
    page = display.open(updated)
    assert page.inner_text("h1") == "Màn hình chưa mở được"
    assert "Bản A: Bản mới chép thiếu tệp." in page.inner_text("body")
    assert "Bản B: Bản mới thiếu tệp kê khai" in page.inner_text("body")

import hashlib
import json
from contextlib import suppress
from datetime import UTC, datetime

import pytest
import quickjs
from hypothesis import given
from hypothesis import strategies as st

from generator.bundle.containers import (
    NotOurFormat,
    manifest_script,
    pack,
    quoted,
    read_manifest_script,
    unpack,
)
from generator.bundle.manifest import NotAManifest, digests, parse_manifest, version_of
from generator.resources import theme

PATHS = st.from_regex(r"[a-z][a-z0-9.-]{0,8}(/[a-z][a-z0-9-]{0,8})?\.(json|js|css|woff2)", fullmatch=True)
TEXTS = st.text(max_size=80)


@given(st.dictionaries(PATHS, TEXTS, max_size=8))
def test_what_is_packed_comes_back(texts: dict[str, str]) -> None:
    files = {path: text.encode() for path, text in texts.items()}
    packed = pack(files)
    assert packed == pack(dict(reversed(files.items())))
    assert dict(pair for container in packed.values() for pair in unpack(container)) == files


@given(TEXTS)
def test_a_browser_reads_the_same_string(text: str) -> None:
    """QuickJS is newer than ES2019, so the two separators are looked for as well."""
    literal = quoted(text)
    assert not set("\u2028\u2029\ufeff\n\r") & set(literal)
    assert json.loads(quickjs.Context().eval(f"JSON.stringify({literal})")) == text


@given(TEXTS, TEXTS)
def test_a_manifest_comes_back_with_its_signature(text: str, signature: str) -> None:
    assert read_manifest_script(manifest_script(text, signature)) == (text, signature)


@given(st.binary(max_size=60))
def test_a_container_of_anything_else_is_an_error_of_one_kind(content: bytes) -> None:
    with suppress(ValueError):
        list(unpack(content))
    with suppress(ValueError):
        read_manifest_script(content)


@pytest.mark.parametrize("line", ["alert(1);", 'congkhaiFile("a",2,"");', 'congkhaiFile("a",0);', "//"])
def test_a_line_of_another_form_is_refused(line: str) -> None:
    with pytest.raises(NotOurFormat):
        list(unpack(f"{line}\n".encode()))


def test_a_large_release_is_cut_into_several_containers() -> None:
    files = {f"thu-tuc/{number}.json": b"x" * 400_000 for number in range(5)}
    assert list(pack(files)) == ["thu-tuc-1.js", "thu-tuc-2.js", "thu-tuc-3.js"]


@pytest.mark.parametrize(
    "path", ["../x.js", "/x.js", "a//b.js", "a\\b.js", "__proto__", "", "a b.js", "á.js"]
)
def test_a_release_with_a_path_that_displays_refuse_is_not_made(path: str) -> None:
    with pytest.raises(NotAManifest):
        digests({path: b""})


@given(
    st.recursive(
        st.none() | st.integers() | TEXTS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner)
    )
)
def test_any_other_json_is_no_manifest(data: object) -> None:
    with pytest.raises(NotAManifest):
        parse_manifest(json.dumps(data))


def test_versions_grow_even_when_the_clock_does_not() -> None:
    now = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
    assert version_of(now, []) == 20261122083000
    assert version_of(now, [20261122083000, 20200101000000]) == 20261122083001
    assert version_of(now, [20401122083000]) == 20401122083001


@given(st.binary(max_size=300))
def test_the_plain_digest_is_sha_256(content: bytes) -> None:
    context = quickjs.Context()
    context.eval("var self = this;")
    context.eval((theme() / "display/loader/digest.js").read_text(encoding="utf-8"))
    result = context.eval(f"congkhai.loader.plainSha256(new Uint8Array({list(content)}))")
    assert result == hashlib.sha256(content).hexdigest()

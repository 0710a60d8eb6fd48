import hashlib
import json
import random
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
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
    read_container_script,
    read_manifest_script,
)
from generator.bundle.manifest import NotAManifest, digests, parse_manifest, version_of
from generator.resources import theme

PATHS = st.from_regex(
    r"([a-z][a-z0-9.-]{0,8}(/[a-z][a-z0-9-]{0,8})?|thu-tuc/[0-9]\.[0-9]{3})\.(json|js|css|woff2)",
    fullmatch=True,
)
TEXTS = st.text(max_size=80)


@given(st.dictionaries(PATHS, TEXTS, max_size=8))
def test_what_is_packed_comes_back(texts: dict[str, str]) -> None:
    files = {path: text.encode() for path, text in texts.items()}
    packed = pack(files)
    assert packed == pack(dict(reversed(files.items())))
    said = [read_container_script(script) for script in packed.scripts().values()]
    assert said == [[content] for content in packed.containers.values()]
    contents = list(packed.containers.values())
    assert {path: place.of(contents[place.container]) for path, place in packed.places.items()} == files


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
        read_container_script(content)
    with suppress(ValueError):
        read_manifest_script(content)


@pytest.mark.parametrize("line", ["alert(1);", 'congkhaiFiles(2,"");', "congkhaiFiles(0);", "//"])
def test_a_line_of_another_form_is_refused(line: str) -> None:
    with pytest.raises(NotOurFormat):
        read_container_script(f"{line}\n".encode())


def test_a_large_release_is_cut_into_several_containers() -> None:
    files = {f"search/{number}.js": b"x" * 400_000 for number in range(5)}
    assert list(pack(files).containers) == ["du-lieu-1.js", "du-lieu-2.js", "du-lieu-3.js"]


def test_a_detail_is_a_fraction_of_itself_until_somebody_asks_for_it() -> None:
    detail = "Nộp hồ sơ tại Trung tâm Phục vụ hành chính công. ".encode() * 200
    packed = pack({"thu-tuc/1.001193.json": detail, "thu-tuc/danh-muc.json": detail})
    assert list(packed.containers) == ["chi-tiet-1.js", "du-lieu-1.js"]
    assert len(packed.containers["chi-tiet-1.js"]) < len(detail) / 10
    assert packed.places["thu-tuc/danh-muc.json"].inflated == 0, "the first screen needs the list at once"
    with pytest.raises(NotOurFormat):
        replace(packed.places["thu-tuc/1.001193.json"], inflated=7).of(packed.containers["chi-tiet-1.js"])


@pytest.mark.parametrize(
    "path", ["../x.js", "/x.js", "a//b.js", "a\\b.js", "__proto__", "", "a b.js", "á.js"]
)
def test_a_release_with_a_path_that_displays_refuse_is_not_made(path: str) -> None:
    with pytest.raises(NotAManifest):
        digests(pack({path: b""}))


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
    result = _loader("digest.js").eval(f"congkhai.loader.plainSha256(new Uint8Array({list(content)}))")
    assert result == hashlib.sha256(content).hexdigest()


def _loader(name: str) -> quickjs.Context:
    context = quickjs.Context()
    context.eval("var self = this;")
    context.eval((theme() / "display/loader" / name).read_text(encoding="utf-8"))
    return context


@pytest.fixture(scope="module")
def inflate() -> Callable[[bytes, int], bytes | None]:
    """``inflate.js``; None where it refuses."""
    context = _loader("inflate.js")
    context.eval("""function inflated(bytes, size) {
      try { return congkhai.loader.inflate(new Uint8Array(bytes), size).join(" "); }
      catch (error) { return "no"; }
    }""")

    def run(deflated: bytes, size: int) -> bytes | None:
        said = context.eval(f"inflated({list(deflated)},{size})")
        return None if said == "no" else bytes(map(int, said.split()))

    return run


STRATEGIES = (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FIXED, zlib.Z_HUFFMAN_ONLY, zlib.Z_RLE)


def _deflated(content: bytes, level: int = 9, strategy: int = zlib.Z_DEFAULT_STRATEGY) -> bytes:
    deflate = zlib.compressobj(level, zlib.DEFLATED, -15, 9, strategy)
    return deflate.compress(content) + deflate.flush()


@given(
    st.lists(st.binary(max_size=40) | st.sampled_from([b"giay to ", b"\0" * 300]), max_size=60).map(b"".join),
    st.sampled_from((0, 1, 9)),
    st.sampled_from(STRATEGIES),
)
def test_what_is_deflated_in_any_way_comes_back(
    inflate: Callable[[bytes, int], bytes | None], content: bytes, level: int, strategy: int
) -> None:
    deflated = _deflated(content, level, strategy)
    assert inflate(deflated, len(content)) == content
    assert inflate(deflated, len(content) + 1) is None
    assert inflate(deflated[:-1], len(content)) in (None, content)


def test_what_is_far_apart_and_longer_than_a_window_comes_back(
    inflate: Callable[[bytes, int], bytes | None],
) -> None:
    chance = random.Random(1951)
    block = chance.randbytes(32_000)
    content = block + b"x" * 700 + block[:900] + bytes(chance.choices(b"aaabbc", k=40_000)) + block
    assert inflate(_deflated(content), len(content)) == content


@given(st.binary(max_size=60), st.integers(0, 400))
def test_anything_else_is_inflated_as_zlib_would_or_refused(
    inflate: Callable[[bytes, int], bytes | None], content: bytes, size: int
) -> None:
    """Never a loop without an end, never bytes that zlib does not see in it."""
    found = inflate(content, size)
    reference = zlib.decompressobj(-15)
    try:
        whole = reference.decompress(content)
    except zlib.error:
        assert found is None
        return
    assert found in (None, whole)
    if reference.eof and len(whole) == size:
        assert found == whole

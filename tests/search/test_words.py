"""The Vietnamese layer, part by part, in the scripts that the browser runs."""

import json
from typing import Any

import pytest
import quickjs

from generator.search.scripts import engine_source


@pytest.fixture(scope="module")
def scripts() -> quickjs.Context:
    context = quickjs.Context()
    context.eval("var self = globalThis;" + engine_source())
    context.eval("var parts = congkhai.searchParts;")
    return context


def call(scripts: quickjs.Context, expression: str, *arguments: object) -> Any:
    """Call a function of the scripts with plain arguments."""
    given = ",".join(json.dumps(argument) for argument in arguments)
    return json.loads(scripts.eval(f"JSON.stringify(({expression})({given}))"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoà", "hòa"), ("thuỷ", "thủy"), ("lý", "lí"), ("sỹ", "sĩ"), ("quý", "quí"), ("đăng", "đăng")],
)
def test_two_spellings_of_one_word_are_one_word(scripts: quickjs.Context, one: str, other: str) -> None:
    assert call(scripts, "parts.fold.word", one) == call(scripts, "parts.fold.word", other)


@pytest.mark.parametrize(
    ("written", "fold"), [("Đăng", "dang"), ("GIẤY", "giay"), ("nguyễn", "nguyen"), ("ct07", "ct07")]
)
def test_folding_takes_every_mark_and_the_bar_of_d(scripts: quickjs.Context, written: str, fold: str) -> None:
    assert call(scripts, "parts.fold.word", written)["fold"] == fold


def test_marks_that_were_typed_count(scripts: quickjs.Context) -> None:
    agreement = "(a, b) => parts.fold.agreement(parts.fold.word(a), parts.fold.word(b))"
    assert call(scripts, agreement, "hòa", "hoa") < 0.8
    assert call(scripts, agreement, "bìa", "bia") < 0.8
    assert call(scripts, agreement, "hoa", "hòa") == 1
    assert call(scripts, agreement, "chưng", "chứng") > 0.9
    assert call(scripts, agreement, "bảng", "bãng") > 0.9


@pytest.mark.parametrize(
    "word", ["đăng", "ký", "giấy", "thuở", "hoà", "của", "mười", "quyền", "giữ", "nghĩa"]
)
def test_a_word_is_spelled_again_from_its_letters_and_tone(scripts: quickjs.Context, word: str) -> None:
    spelled = call(scripts, "w => parts.fold.spell(parts.fold.word(w))", word)
    assert call(scripts, "parts.fold.word", spelled) == call(scripts, "parts.fold.word", word)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ddawng", "đăng"),
        ("kys", "ký"),
        ("hooj", "hộ"),
        ("thuwowngf", "thường"),
        ("thuowngf", "thường"),
        ("tuwr", "tử"),
        ("dangd", "đang"),
        ("nhana", "nhân"),
        ("d9a8ng", "đăng"),
        ("ky1", "ký"),
        ("dang9", "đang"),
        ("gia6y1", "giấy"),
        ("thuong72", "thường"),
    ],
)
def test_keys_left_by_a_keyboard_are_undone(scripts: quickjs.Context, typed: str, meant: str) -> None:
    found = call(scripts, "t => parts.typing.readings(t).map(parts.fold.word)", typed)
    assert call(scripts, "parts.fold.word", meant) in found


@pytest.mark.parametrize("word", ["khai", "sinh", "tru", "giay", "xay", "ranh"])
def test_a_word_without_keys_is_left_alone(scripts: quickjs.Context, word: str) -> None:
    assert call(scripts, "parts.typing.readings", word) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("chu", "tru"),
        ("xinh", "sinh"),
        ("dam", "giam"),
        ("dang", "vang"),
        ("luoi", "nuoi"),
        ("hong", "hon"),
    ],
)
def test_regional_spellings_sound_alike(scripts: quickjs.Context, one: str, other: str) -> None:
    assert call(scripts, "parts.near.sound", one) == call(scripts, "parts.near.sound", other)


def test_unlike_words_do_not_sound_alike(scripts: quickjs.Context) -> None:
    assert call(scripts, "parts.near.sound", "khai") != call(scripts, "parts.near.sound", "sinh")


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("khai", "khai", 0),
        ("khia", "khai", 1),
        ("hon", "hong", 1),
        ("sinh", "snih", 1),
        ("a", "khai", 3),
    ],
)
def test_typing_slips_are_counted(scripts: quickjs.Context, one: str, other: str, edits: int) -> None:
    assert call(scripts, "parts.near.edits", one, other) == edits


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("1.004194", "1.004194"),
        ("1004194", "1.004194"),
        ("004194", "1.004194"),
        ("mã 4194", "1.004194"),
        ("1.004194.000.00.00.H40", "1.004194"),
        ("1.oo4194", "1.004194"),
    ],
)
def test_a_code_is_found_however_it_is_written(scripts: quickjs.Context, query: str, code: str) -> None:
    codes = ["1.001193", "1.004194.000.00.00.H31", "2.000815"]
    found = call(scripts, "parts.codes.find", codes, query)
    assert [codes[hit["doc"]][:8] for hit in found] == [code]


@pytest.mark.parametrize("query", ["trước năm 1975", "đủ 14 tuổi", "luật 2024", "đất cấp trước 2004"])
def test_years_and_ages_are_no_codes(scripts: quickjs.Context, query: str) -> None:
    assert call(scripts, "parts.codes.find", ["1.001975", "1.002024", "1.002004"], query) == []

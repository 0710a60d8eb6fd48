"""Formatting is canonical, keeps every word and comment, and leaves alone what it cannot be sure of."""

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formatting import formatter
from generator.formatting.formatter import NotFormattable, canonical
from generator.model.commune import Commune
from generator.model.procedure import Procedure
from generator.model.record import Record
from generator.model.words import CitizenWordsFile, Synonyms
from generator.reading import yaml_text
from generator.reading.comments import find_signs
from generator.reading.kinds import files_of_kinds
from generator.reading.record import read_content
from generator.writing.yaml_writer import write_record

ROOT = Path(__file__).resolve().parents[2]
CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
MODELS: dict[str, type[Record]] = {"commune": Commune, "words": CitizenWordsFile}
"""The record type of a case, by the first word of its name; a procedure where there is none."""

_TEXTS = st.text(
    alphabet=st.sampled_from(" \n-:#'\"\\[]{}>|&*!%@,?~=.019aàđô\u00a0x"), max_size=40
) | st.sampled_from(["1.10", "no", "07:30", "Nộp hồ sơ tại xã. " * 12, "a\nb", "# x", "x #y"])
_FILLED = _TEXTS.map(lambda text: yaml_text.decode(text.encode())).filter(lambda text: text.strip())
_NOTES = st.text(alphabet=st.sampled_from(" #:-'\"[]x{}ạ"), max_size=12).map(
    lambda text: f"# {text}".rstrip()
)


@st.composite
def procedures(draw: st.DrawFn) -> str:
    """A valid record in a form of its own: keys anywhere, quotes of any kind, comments and blank lines."""
    rng = random.Random(draw(st.integers()))
    texts = [draw(_FILLED) for _ in range(4)]
    notes = [draw(_NOTES) for _ in range(3)]

    def quoted(text: str) -> str:
        if "\n" not in text and rng.random() < 0.5:
            return "'" + text.replace("'", "''") + "'"
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'

    step = rng.choice(("  ", "    ", " "))
    groups = [
        ['ma: "1.000001"'],
        [f"ten: {quoted(texts[0])}"],
        ["linh_vuc: ho-tich"],
        [f"luu_y: [{quoted(texts[1])}, {quoted(texts[2])}]"],
        ["tu_khoa:", f"{step}- {quoted(texts[1])}", f"{step}# {notes[0][2:]}", f"{step}- {quoted(texts[3])}"],
        ["ket_qua:", f"- ten: {quoted(texts[2])}", "  ma: KQ1"],
        ["nguon:", f"{step}-", f"{step}  ngay: 1/2/2026  {notes[1]}", f"{step}  ten: {quoted(texts[3])}"],
    ]
    rng.shuffle(groups)
    lines: list[str] = []
    for group in groups:
        for line in group:
            lines += [""] * (rng.random() < 0.2) + [rng.choice(notes)] * (
                line == group[0] and rng.random() < 0.4
            )
            lines.append(line + (f"  {rng.choice(notes)}" if rng.random() < 0.2 and "# " not in line else ""))
    lines += [rng.choice(("", "  ")) + notes[2]] * (rng.random() < 0.5)
    return "\n".join(lines) + "\n"


@given(procedures())
def test_meaning_and_comments_stay_and_a_second_run_changes_nothing(text: str) -> None:
    before = read_content(text.encode(), "x.yml", Procedure)
    assert before.record, before.problems
    made = canonical(yaml_text.decode(text.encode()), Procedure)
    assert read_content(made.encode(), "x.yml", Procedure).record == before.record
    assert _comments(made) == _comments(text)
    assert canonical(made, Procedure) == made


@given(procedures(), st.randoms(use_true_random=False))
def test_the_order_of_keys_and_their_quotes_do_not_matter(text: str, rng: random.Random) -> None:
    data = yaml_text.parse(yaml_text.decode(text.encode()))
    assert isinstance(data, dict)
    shuffled = list(data.items())
    rng.shuffle(shuffled)
    one = canonical(write_record(dict(shuffled), Procedure), Procedure)
    assert one == canonical(write_record(data, Procedure), Procedure)


def test_what_an_import_writes_is_canonical() -> None:
    for file, kind in files_of_kinds(ROOT):
        if kind.model is Procedure:
            data = yaml_text.parse(yaml_text.decode((ROOT / file).read_bytes()))
            assert isinstance(data, dict)
            assert canonical(written := write_record(data, Procedure), Procedure) == written, file


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_file_before_and_after(path: Path) -> None:
    model = MODELS.get(path.stem.partition("_")[0], Procedure)
    before, after = path.read_text(encoding="utf-8").split("=" * 8 + "\n")
    assert canonical(yaml_text.decode(before.encode()), model) == after
    assert canonical(after, model) == after


def _comments(text: str) -> Counter[str]:
    return Counter(comment.text for comment in find_signs(yaml_text.decode(text.encode())).comments)


def test_a_result_that_would_lose_a_word_or_a_comment_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'ma: "1.000001"  # mã\nten: Khai sinh\nlinh_vuc: ho-tich\n'
    for wrong in (
        text.replace("  # mã", ""),
        text.replace("Khai sinh", "Khai tử"),
        "[",
        text + "tom_tat: x\n",
    ):
        monkeypatch.setattr(formatter, "print_tree", lambda *_, wrong=wrong: wrong)
        with pytest.raises(NotFormattable, match="để nguyên"):
            canonical(text, Procedure)


def test_a_key_that_no_line_can_hold_is_refused() -> None:
    with pytest.raises(NotFormattable):
        canonical(f"viet_tat:\n  {'k' * 200}: x\n", Synonyms)

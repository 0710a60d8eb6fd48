"""The editors' guide names every key, every problem and every command, and shows what the program prints.

``python -m tests.test_docs`` writes the program's present output into the chapter of common mistakes, and the
schemas that are made of the models and of this guide.
"""

import ast
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import COMMANDS, cli
from generator.guide_terms import key_rows, tables
from generator.model.record import Record, Rooted
from generator.model.shape import records_of
from generator.reading.kinds import KINDS
from generator.schema.files import FOLDER, VSCODE, schema_files, vscode_settings, write_schemas

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs/huong-dan-bien-tap.md"
MISTAKES = "## Hai mươi lỗi hay gặp"
TODAY = "2026-11-22"

FILES: tuple[type[Record], ...] = tuple(kind.model for kind in KINDS)
"""The model of each kind of file that editors keep."""

BOARD = {
    "content/board.yml": (
        "ten: Bảng công khai của xã\ndon_vi: Ủy ban nhân dân xã\ndia_chi_trang: https://congkhai.example/\n"
        'tinh:\n  - ma: "31"\n    ten: Thành phố Hải Phòng\n'
    ),
    "content/fields.yml": (
        "linh_vuc:\n  - ma: ho-tich\n    ten: Hộ tịch\n  - ma: chung-thuc\n    ten: Chứng thực\n"
    ),
    "content/communes/10750/commune.yml": 'ma: "10750"\nten: Xã Phú Thái\ntinh: "31"\n',
    "procedures/ho-tich/1.001193.yml": (
        'ma: "1.001193"\nten: Thủ tục đăng ký khai sinh\nlinh_vuc: ho-tich\n'
        'so_quyet_dinh: "163/QĐ-BTP"\nngay_ra_soat: 22/11/2026\n'
    ),
}
"""The smallest board that has no problem: the guide's examples are tried on it."""

_EXAMPLE = re.compile(r"^```yaml\n(# ([\w./-]+\.ya?ml)\n.*?)^```\n", re.M | re.S)
_MISTAKE = re.compile(_EXAMPLE.pattern + r"\n^```text\n(.*?)^```\n", re.M | re.S)
_CODE_ROW = re.compile(r"^\| `([a-z0-9-]+)` \| (lỗi|cảnh báo|gợi ý|lỗi, cảnh báo) \| .+ \| .+ \|$", re.M)


# What the program knows


MODELS = sorted(
    {model for file in FILES for model in records_of(file) if not issubclass(model, Rooted)},
    key=lambda model: model.__name__,
)


_MAKERS = {
    "Finding": (1, 2),
    "Problem": (3, 4),
    "YamlFault": (2, None),
    "_Translation": (1, None),
    "problem": (1, 2),
}
"""Where code and severity stand among the arguments of what makes a problem; None: always an error."""

_SEVERITIES = {"ERROR": "lỗi", "WARNING": "cảnh báo", "HINT": "gợi ý"}
_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")

Makers = dict[str, tuple[int, str]]
"""Function of the package -> where its parameter ``code`` stands, and the severity that it gives."""


class UnreadableCode(Exception):
    """A problem is made with a code that this test cannot read from the source."""


def problem_codes() -> dict[str, set[str]]:
    """Every code that the package can report, with its severities, read from its source."""
    found: dict[str, set[str]] = defaultdict(set)
    trees = {
        path: ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "generator").rglob("*.py"))
    }
    makers = {name: maker for tree in trees.values() for name, maker in _own_makers(tree).items()}
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                for code, severity in _codes_of(node, makers, path):
                    found[code].add(severity)
            elif path.name == "messages.py" and isinstance(node, ast.Tuple) and node.elts:
                code = _literal(node.elts[0]) or ""  # its tables and its returns
                if _KEBAB.fullmatch(code):
                    found[code].add("lỗi")
    return dict(found)


def _own_makers(tree: ast.Module) -> Makers:
    """Functions that hand their own parameter ``code`` on to a maker of problems."""
    makers: Makers = {}
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            names = [argument.arg for argument in function.args.args]
            for call in ast.walk(function):
                if "code" in names and isinstance(call, ast.Call) and _called(call) in _MAKERS:
                    makers[function.name] = (names.index("code"), _severity(call))
    return makers


def _codes_of(node: ast.Call, makers: Makers, path: Path) -> Iterator[tuple[str, str]]:
    name = _called(node)
    if name in _MAKERS:
        code, severity = _argument(node, "code", _MAKERS[name][0]), _severity(node)
    elif name in makers:
        place, severity = makers[name]
        code = _argument(node, "code", place)
    else:
        return
    if literal := _literal(code):
        yield literal, severity
    elif not (  # handed on: found where it was first written
        (isinstance(code, ast.Attribute) and code.attr == "code")
        or (isinstance(code, ast.Name) and code.id == "code")
    ):
        raise UnreadableCode(f"{path}:{node.lineno}")


def _severity(node: ast.Call) -> str:
    place = _MAKERS[_called(node)][1]
    given = _argument(node, "severity", place) if place else None
    return (
        _SEVERITIES[given.attr] if isinstance(given, ast.Attribute) and given.attr in _SEVERITIES else "lỗi"
    )


def _argument(node: ast.Call, name: str, place: int) -> ast.expr | None:
    named = [keyword.value for keyword in node.keywords if keyword.arg == name]
    return named[0] if named else (node.args[place] if place < len(node.args) else None)


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr if node.func.attr == "problem" else ""
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _literal(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


# What the guide says


def guide() -> str:
    return GUIDE.read_text(encoding="utf-8")


def mistakes_chapter(text: str) -> str:
    start = text.index(MISTAKES)
    end = text.find("\n## ", start + 1)
    return text[start : end if end > 0 else None]


def printed(folder: Path, files: dict[str, str]) -> str:
    """What ``congkhai check`` prints of a board of ``files`` on the day of the guide."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return CliRunner(env={"CONGKHAI_TODAY": TODAY}).invoke(cli, ["check", "--source", str(folder)]).output


CLEAN = "0 lỗi, 0 cảnh báo.\n"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_guide_has_a_table_of_exactly_the_keys_of(model: type[Record]) -> None:
    assert key_rows(model) in map(list, tables(guide()))


def test_every_key_has_an_official_term() -> None:
    assert [(model, key) for model in MODELS for key, term, _ in key_rows(model) if not term] == []


def test_the_guide_explains_exactly_the_problems_that_the_program_reports() -> None:
    listed = {code: set(severity.split(", ")) for code, severity in _CODE_ROW.findall(guide())}
    assert listed == problem_codes()


def test_the_codes_seen_in_real_output_are_among_those_read_from_the_source() -> None:
    seen = set(re.findall(r" \[([a-z0-9-]+)\] ", mistakes_chapter(guide())))
    assert len(seen) > 10
    assert seen <= problem_codes().keys()


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_the_guide_has_a_section_on_the_command(command: str) -> None:
    assert f"\n### `congkhai {command}`" in guide()


def test_the_guide_names_no_command_that_does_not_exist() -> None:
    named = set(re.findall(r"congkhai ([a-z][a-z-]*)", guide()))
    context = click.Context(cli)
    assert {name for name in named if cli.get_command(context, name) is None} == set()


def test_the_minimal_board_has_no_problem(tmp_path: Path) -> None:
    assert printed(tmp_path, BOARD) == CLEAN


def test_the_examples_of_the_guide_have_no_problem(tmp_path: Path) -> None:
    text = guide().replace(mistakes_chapter(guide()), "")
    examples = _EXAMPLE.findall(text)
    assert len(examples) >= len(FILES)
    files = dict(BOARD)
    for content, name in examples:  # later examples build on earlier ones
        files[name] = content
        assert (name, printed(tmp_path, files)) == (name, CLEAN)


def test_the_guides_question_finds_a_procedure_on_the_guides_board(tmp_path: Path) -> None:
    text = guide().replace(mistakes_chapter(guide()), "")
    printed(tmp_path, BOARD | {name: content for content, name in _EXAMPLE.findall(text)})
    questions = re.findall(r'^congkhai search "(.+)"$', text, re.M)
    assert questions
    for question in questions:
        answer = CliRunner().invoke(cli, ["search", "--source", str(tmp_path), question]).output
        assert re.match(r"[1-9]\.[0-9]{6}  ", answer), answer


def test_every_link_inside_the_guide_leads_somewhere() -> None:
    links = set(re.findall(r"\]\(#([^)]*)\)", guide()))
    assert links
    assert links <= set(re.findall(r'<a id="([^"]*)"></a>', guide()))


def test_there_are_twenty_mistakes() -> None:
    chapter = mistakes_chapter(guide())
    assert len(_MISTAKE.findall(chapter)) == 20
    assert len(re.findall(r"^### \d+\. ", chapter, re.M)) == 20


@pytest.mark.parametrize("number", range(20))
def test_a_mistake_prints_what_the_guide_shows(number: int, tmp_path: Path) -> None:
    content, name, output = _MISTAKE.findall(mistakes_chapter(guide()))[number]
    assert printed(tmp_path, BOARD | {name: content}) == output


def test_the_committed_schemas_are_those_of_the_models() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / FOLDER).iterdir()}
    assert committed == schema_files(), "run: python -m tests.test_docs"
    assert (ROOT / VSCODE).read_text(encoding="utf-8") == vscode_settings(), "run: python -m tests.test_docs"


def refresh() -> None:
    """Write what the program prints today into the chapter of mistakes, and the schemas."""

    def renewed(match: re.Match[str]) -> str:
        with tempfile.TemporaryDirectory() as folder:
            output = printed(Path(folder), BOARD | {match[2]: match[1]})
        return f"```yaml\n{match[1]}```\n\n```text\n{output}```\n"

    text = guide()
    chapter = mistakes_chapter(text)
    GUIDE.write_text(text.replace(chapter, _MISTAKE.sub(renewed, chapter)), encoding="utf-8")
    write_schemas(ROOT / FOLDER)
    (ROOT / VSCODE).write_text(vscode_settings(), encoding="utf-8")


if __name__ == "__main__":
    refresh()

"""The command line speaks Vietnamese, whatever the computer's language is."""

import ast
import re
import socket
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import COMMANDS, cli
from generator.commands import words
from tests.check.base import write_board

ENGLISH = re.compile(
    r"\b(Usage|Options?|Commands?|Arguments?|Show|exit|required|default|help\.|Try|Error|Invalid|Missing"
    r"|No such|Did you|TEXT|DIRECTORY|FILE|PATH|INTEGER|FLOAT|RANGE|COMMAND|ARGS|OPTIONS|value|is not)\b"
)

UNSEEN = {
    "deprecated": "no command is",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}": "no command is",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}": "no option is",
    "Value must be an iterable.": "for programs, not for people",
    "Could not determine name for option with declarations {decls!r}": "a mistake of ours",
    "No options defined but a name was passed ({name}). Did you mean to declare an argument instead?"
    " Did you mean to pass '--{name}'?": "a mistake of ours",
    "Arguments take exactly one parameter declaration, got {length}: {decls}.": "a mistake of ours",
    "Name '{name}' defined twice": "a mistake of ours",
    "Boolean option {decl!r} cannot use the same flag for true/false.": "a mistake of ours",
    "Invalid start character for option ({option})": "a mistake of ours",
    "Choice({choices})": "a name for developers",
    "Do you want to continue?": "no command asks it",
    "Confirm the action without prompting.": "no command asks it",
    "%(prog)s, version %(version)s": "written by us where the option is made",
    "Show the version and exit.": "written by us where the option is made",
    "Press any key to continue...": "no command waits so",
    "Repeat for confirmation": "no command asks for a password",
    "Error: The two entered values do not match.": "no command asks for a password",
    "Unknown color {colour!r}": "a mistake of ours",
    "{value!r} does not match the format {format}.": "no option is a moment",
    "{value!r} does not match the formats {formats}.": "no option is a moment",
    "{len_type} values are required, but {len_value} was given.": "no option takes several values",
    "{len_type} values are required, but {len_value} were given.": "no option takes several values",
    "{value!r} is not a valid UUID.": "no option is one",
}
"""What Click can say and nobody will read here, and why."""


def chains() -> list[list[str]]:
    """Every command as it is typed, those inside groups too."""
    context = click.Context(cli)
    found: list[list[str]] = [[]]
    for name in COMMANDS:
        found.append([name])
        command = cli.get_command(context, name)
        if isinstance(command, click.Group):
            found += ([name, inner] for inner in command.commands)
    return found


@pytest.mark.parametrize("chain", chains(), ids=lambda chain: " ".join(chain) or "congkhai")
def test_the_help_of_a_command_has_no_english_word(chain: list[str]) -> None:
    result = CliRunner().invoke(cli, [*chain, "--help"])
    assert result.exit_code == 0
    assert "Cách dùng:" in result.output
    assert ENGLISH.findall(result.output) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("chek", "Không có lệnh «chek». Có phải một trong: 'check', 'schema'?"),
        ("rolback", "Không có lệnh «rolback». Có phải 'rollback'?"),
        ("xyzzy", "Không có lệnh «xyzzy».\n"),
        ("check --sorce x", "Không có tùy chọn «--sorce». Có phải '--source'?"),
        ("check --format xml", "«xml» không có trong danh sách: 'text', 'json'"),
        ("check --source /nope", "Giá trị của '--source' không dùng được: không tìm thấy «/nope»."),
        ("check --hints=1", "Tùy chọn --hints đứng một mình"),
        ("check a b", "Thừa: a b"),
        ("publish", "Thiếu tùy chọn '--to'."),
        ("publish --to", "Sau tùy chọn --to phải ghi một giá trị."),
        ("headers", "Thiếu tùy chọn '--server'. Chọn một trong:"),
        ("audit", "Thiếu tham số 'THƯ_MỤC'."),
        ("build --workers 99", "số 99 nằm ngoài khoảng 1<=x<=64."),
        ("build --workers x", "«x» không phải là một số."),
        ("serve --address x", "«x» không phải địa chỉ"),
        ("serve --address 0.0.0.0:8000", "chỉ mở được trên chính máy này"),
        ("new", "Các lệnh:"),
        ("new bord", "Không có lệnh «bord». Có phải 'board'?"),
    ],
)
def test_a_wrong_command_is_answered_in_vietnamese(typed: str, said: str) -> None:
    result = CliRunner().invoke(cli, typed.split())
    assert result.exit_code == 2
    assert said in result.output
    assert ENGLISH.findall(result.output) == []


def test_click_has_no_sentence_that_nobody_has_thought_of() -> None:
    """A new release of Click with a new sentence fails here, not before a clerk."""
    sentences = set()
    for module in words._MODULES:
        tree = ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
                sentences |= {one.value for one in node.args[:2] if isinstance(one, ast.Constant)}
    assert sentences - words.SENTENCES.keys() == UNSEEN.keys()
    assert words.SENTENCES.keys() - sentences == {"required"}  # kept in a variable there


def test_a_translated_sentence_has_no_slot_that_the_original_lacks() -> None:
    def slots(text: str) -> set[str]:
        return set(re.findall(r"\{(\w+)", text))

    for theirs, ours in words.SENTENCES.items():
        assert slots(ours) <= slots(theirs), theirs


@pytest.mark.parametrize("command", ["serve", "preview"])
def test_a_port_that_is_taken_is_a_sentence(command: str, tmp_path: Path) -> None:
    root = write_board(tmp_path, {})
    (root / "mkdocs.yml").write_text("site_name: x\nplugins: [congkhai]\ndocs_dir: content/pages\n", "utf-8")
    (root / "content/pages").mkdir()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        address = ["--address", f"127.0.0.1:{port}"]
        result = CliRunner().invoke(cli, [command, "--source", str(root), *address])
    assert result.exit_code == 1
    assert f"Không mở được cổng {port}: có chương trình khác đang dùng cổng này." in result.output

"""``congkhai new`` asks whoever sits before the screen, and takes the defaults where nobody does."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import cli


def test_a_script_gets_the_defaults(tmp_path: Path) -> None:
    assert CliRunner().invoke(cli, ["new", "board", str(tmp_path)], input="").exit_code == 0
    text = (tmp_path / "content/board.yml").read_text(encoding="utf-8")
    assert "ten: Công khai thủ tục hành chính" in text.replace('"', "")
    assert CliRunner().invoke(cli, ["check", "--source", str(tmp_path)]).exit_code == 0


def test_what_was_not_given_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.commands.asking.somebody_watches", lambda: True)
    result = CliRunner().invoke(
        cli, ["new", "board", str(tmp_path), "--ma-tinh", "31"], input="Bảng xã Phú Thái\n\n\nHải Phòng\n"
    )
    assert result.exit_code == 0
    assert "Tên bảng [Công khai thủ tục hành chính]: " in result.output
    assert "Mã tỉnh" not in result.output
    text = (tmp_path / "content/board.yml").read_text(encoding="utf-8")
    for line in (
        "ten: Bảng xã Phú Thái",
        "don_vi: Ủy ban nhân dân xã (sửa lại)",
        'ma: "31"',
        "ten: Hải Phòng",
    ):
        assert line in text


@pytest.mark.parametrize(
    "arguments",
    [["procedure", "1.001193", "--ten", "Đăng ký: khai sinh"], ["commune", "10750", "--ten", '"Xã" #1']],
)
def test_whatever_is_answered_the_files_are_sound_and_in_form(arguments: list[str], tmp_path: Path) -> None:
    CliRunner().invoke(cli, ["new", "board", str(tmp_path)])
    assert CliRunner().invoke(cli, ["new", *arguments, "--source", str(tmp_path)]).exit_code == 0
    assert "0 lỗi" in CliRunner().invoke(cli, ["check", "--source", str(tmp_path)]).output
    assert CliRunner().invoke(cli, ["fmt", "--check", "--source", str(tmp_path)]).exit_code == 0

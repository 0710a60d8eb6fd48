"""``congkhai new`` asks whoever sits before the screen until the answer is right; a script says it all."""

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import cli
from generator.provinces import PROVINCES, code_of
from generator.reading import placeholders
from tests import scaffold

GUIDE = Path(__file__).parents[2] / "docs/huong-dan-bien-tap.md"
BLOCK = re.compile(r"^```text\n(.*?)^```", re.M | re.S)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """``congkhai new …`` with somebody before the screen who types ``lines``."""
    monkeypatch.setattr("generator.commands.asking.somebody_watches", lambda: True)

    def run(*arguments: str, lines: tuple[str, ...]) -> Result:
        typed = "".join(f"{line}\n" for line in lines)
        return CliRunner().invoke(cli, ["new", *arguments], input=typed)

    return run


def test_a_script_that_says_all_gets_a_board_without_a_problem(tmp_path: Path) -> None:
    assert CliRunner().invoke(cli, ["new", "board", str(tmp_path), *scaffold.BOARD]).exit_code == 0
    text = (tmp_path / "content/board.yml").read_text(encoding="utf-8")
    assert "ten: Công khai thủ tục hành chính" in text
    checked = CliRunner().invoke(cli, ["check", "--source", str(tmp_path)])
    assert checked.output == "0 lỗi, 0 cảnh báo.\n"


def test_a_new_board_understands_citizens_from_its_first_procedure_on(tmp_path: Path) -> None:
    """The official name alone is not what people type: no word of the question stands in it."""
    run = CliRunner().invoke
    assert run(cli, ["new", "board", str(tmp_path), *scaffold.BOARD]).exit_code == 0
    assert (
        run(cli, ["new", "procedure", "1.001193", "--source", str(tmp_path), *scaffold.PROCEDURE]).exit_code
        == 0
    )
    asked = run(cli, ["search", "vo moi de", "--source", str(tmp_path)])
    assert asked.output.startswith("1.001193 "), asked.output


def test_a_board_without_communes_says_so_and_shows_no_empty_lists(tmp_path: Path) -> None:
    run = CliRunner().invoke
    assert run(cli, ["new", "board", str(tmp_path), *scaffold.BOARD]).exit_code == 0
    assert run(cli, ["build", "--source", str(tmp_path), "--workers", "1"]).exit_code == 0
    for path in ("xa", "thong-ke"):
        page = (tmp_path / "site" / path / "index.html").read_text(encoding="utf-8")
        main = page.partition("<main")[2].partition("</main>")[0]
        assert "Chưa có xã, phường nào trên bảng này" in main
        assert "<input" not in main
        assert "<table" not in main
    assert 'id="xa-phuong"' not in (tmp_path / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (["board", "bang"], ["--don-vi", "--dia-chi-trang", "--ma-tinh", "--ten-tinh"]),
        (["commune", "10750"], ["--ten"]),
        (["procedure", "1.001193"], ["--ten"]),
    ],
)
def test_a_script_that_leaves_out_what_must_be_true_is_told_which_options(
    arguments: list[str], options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody's name is invented: what is invented is published one day."""
    CliRunner().invoke(cli, ["new", "board", str(tmp_path), *scaffold.BOARD])
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    refused = CliRunner().invoke(cli, ["new", *arguments], input="")
    assert refused.exit_code == 2
    assert f"Hãy thêm tùy chọn: {', '.join(options)}." in refused.output
    assert sorted(tmp_path.rglob("*")) == before


def test_what_was_not_given_is_asked(tmp_path: Path, asked: Callable[..., Result]) -> None:
    answers = ("Bảng xã Phú Thái", "UBND xã Phú Thái", "https://phuthai.example/", "Hải Phòng")
    result = asked("board", str(tmp_path), "--ma-tinh", "31", lines=answers)
    assert result.exit_code == 0
    assert "Tên bảng [Công khai thủ tục hành chính]: " in result.output
    assert "Mã tỉnh" not in result.output
    text = (tmp_path / "content/board.yml").read_text(encoding="utf-8")
    for line in ("ten: Bảng xã Phú Thái", "don_vi: UBND xã Phú Thái", 'ma: "31"', "ten: Hải Phòng"):
        assert line in text


def test_a_wrong_answer_is_asked_again_at_once(tmp_path: Path, asked: Callable[..., Result]) -> None:
    answers = (
        *("", "Xã … (sửa lại)", "UBND xã Phú Thái"),
        *("phuthai.vn", "mailto:xa@phuthai.vn", "https://phuthai.vn/?a", "https://phuthai.vn/bang"),
        *("Hải Phòg", "3", "tp Hải Phòng", "Thành phố Hải Phòng\x1b", ""),
    )
    result = asked("board", str(tmp_path), lines=answers)
    assert result.exit_code == 0, result.output
    for said in (
        "còn là chữ mẫu «Xã … (sửa lại)»",
        "«phuthai.vn», nhưng cần địa chỉ của trang",
        "«mailto:xa@phuthai.vn», nhưng cần địa chỉ của trang",
        "«https://phuthai.vn/?a», nhưng cần",
        "tên «Hải Phòg». Có phải «Thành phố Hải Phòng»?",
        "tên «3». Ví dụ: 31, hoặc Hải Phòng.",
        "(U+001B)",
    ):
        assert result.output.count(said) == 1, said
    text = (tmp_path / "content/board.yml").read_text(encoding="utf-8")
    assert 'ma: "31"\n    ten: Thành phố Hải Phòng\n' in text
    assert "dia_chi_trang: https://phuthai.vn/bang\n" in text
    assert CliRunner().invoke(cli, ["check", "--source", str(tmp_path)]).exit_code == 0


@pytest.mark.parametrize("said", ["31", "Hải Phòng", "thanh pho hai phong", "TP. Hải Phòng"])
def test_a_province_may_be_called_by_its_name(said: str, tmp_path: Path) -> None:
    options = [*scaffold.BOARD[:4], "--ma-tinh", said]
    assert CliRunner().invoke(cli, ["new", "board", str(tmp_path), *options]).exit_code == 0
    text = (tmp_path / "content/board.yml").read_text(encoding="utf-8")
    assert 'ma: "31"\n    ten: Thành phố Hải Phòng\n' in text


def test_no_two_provinces_are_called_alike() -> None:
    assert len(PROVINCES) == 34
    assert all(code_of(name) == code == code_of(code) for code, name in PROVINCES.items())


@pytest.mark.shared_data
def test_the_provinces_are_those_of_the_official_list(shared_data: Path) -> None:
    rows = csv.DictReader((shared_data / "communes/communes.csv").read_text(encoding="utf-8").splitlines())
    official = {row["province_code"]: row["province_name"] for row in rows}
    assert official.keys() == PROVINCES.keys()
    assert all(code_of(name) == code for code, name in official.items())


def test_a_wrong_option_is_said_before_anything_is_asked(
    tmp_path: Path, asked: Callable[..., Result]
) -> None:
    result = asked("board", str(tmp_path), "--ma-tinh", "3", lines=("Bảng",))
    assert result.exit_code == 2
    assert "Không có tỉnh, thành phố nào mang mã hoặc tên «3»" in result.output
    assert "Tên bảng" not in result.output


def test_a_field_or_province_that_the_board_lacks_is_asked_again(
    tmp_path: Path, asked: Callable[..., Result]
) -> None:
    asked("board", str(tmp_path), *scaffold.BOARD, lines=("",))
    at = ("--source", str(tmp_path))
    result = asked("procedure", "1.001193", *at, lines=("dat-dai", "ho-tich", "Đăng ký khai sinh"))
    assert result.exit_code == 0, result.output
    assert "Bảng không có «dat-dai»; đang có: ho-tich." in result.output
    result = asked("commune", "10750", *at, lines=("01", "31", "Xã Phú Thái"))
    assert result.exit_code == 0, result.output
    assert "Bảng không có «01»; đang có: 31." in result.output


def test_a_field_and_a_province_may_be_called_by_name_and_silence_is_answered(
    tmp_path: Path, asked: Callable[..., Result]
) -> None:
    asked("board", str(tmp_path), *scaffold.BOARD, lines=("",))
    at = ("--source", str(tmp_path))
    result = asked("procedure", "1.001193", *at, lines=("hộ tịch", "", "Đăng ký khai sinh"))
    assert result.exit_code == 0, result.output
    assert "nhưng cần có nội dung" in result.output
    assert (tmp_path / "procedures/ho-tich/1.001193.yml").exists()
    assert asked("commune", "10750", *at, lines=("Hải Phòng", "Xã Phú Thái")).exit_code == 0
    assert 'tinh: "31"' in (tmp_path / "content/communes/10750/commune.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [["procedure", "1.001193", "--ten", "Đăng ký: khai sinh"], ["commune", "10750", "--ten", '"Xã" #1']],
)
def test_whatever_is_answered_the_files_are_sound_and_in_form(arguments: list[str], tmp_path: Path) -> None:
    CliRunner().invoke(cli, ["new", "board", str(tmp_path), *scaffold.BOARD])
    assert CliRunner().invoke(cli, ["new", *arguments, "--source", str(tmp_path)]).exit_code == 0
    assert "0 lỗi" in CliRunner().invoke(cli, ["check", "--source", str(tmp_path)]).output
    assert CliRunner().invoke(cli, ["fmt", "--check", "--source", str(tmp_path)]).exit_code == 0


def test_an_example_of_a_new_file_is_refused_until_somebody_writes_anew(tmp_path: Path) -> None:
    """Taking the marks of a comment away publishes neither an example's fee nor its opening hours."""
    run = CliRunner().invoke
    run(cli, ["new", "board", str(tmp_path), *scaffold.BOARD])
    run(cli, ["new", "procedure", "1.001193", "--source", str(tmp_path), *scaffold.PROCEDURE])
    run(cli, ["new", "commune", "10750", "--source", str(tmp_path), *scaffold.COMMUNE])
    for file in (
        tmp_path / "procedures/ho-tich/1.001193.yml",
        tmp_path / "content/communes/10750/commune.yml",
    ):
        lines = file.read_text(encoding="utf-8").split("\n")
        start = next(n for n, line in enumerate(lines) if line.startswith("ma:"))
        uncommented = [line.removeprefix("# ") for line in lines[start:] if not line.startswith("#   # ")]
        file.write_text("\n".join(uncommented), encoding="utf-8")
        values = "\n".join(uncommented)
        examples = values.count(placeholders.SIGN) + values.count('"…"') + values.count("ví dụ")
        found = run(cli, ["check", "--source", str(tmp_path), "--format", "text"]).output
        assert found.count(f"{file.name}:") >= examples > 5, found


def test_the_first_chapter_of_the_guide_ends_with_a_site(
    tmp_path: Path, asked: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its commands one after the other, answered as a clerk would; ``preview`` has tests of its own."""
    monkeypatch.chdir(tmp_path)
    chapter = GUIDE.read_text(encoding="utf-8").split('<a id="bat-dau"></a>')[1].split("<a id=")[0]
    lines = [line.split()[1:] for block in BLOCK.findall(chapter) for line in block.splitlines()]
    assert [line[0] for line in lines] == ["new", "preview", "new", "new", "check", "build"]
    typed = {
        "board": ("", "Ủy ban nhân dân xã Phú Thái", "https://phuthai.example/", "Hải Phòng", ""),
        "commune": ("", "Xã Phú Thái"),
        "procedure": ("", "Đăng ký khai sinh"),
    }
    for line in lines:
        if line[0] == "new":
            done = asked(*line[1:], lines=typed[line[1]])
        elif line[0] != "preview":
            done = CliRunner().invoke(cli, line)
        assert done.exit_code == 0, done.output
    assert "Xã Phú Thái" in (tmp_path / "bang/site/xa/10750/index.html").read_text(encoding="utf-8")

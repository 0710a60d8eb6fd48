"""``congkhai new``: begin a board, a procedure or a commune."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import click

from generator.automation.board_files import PLATFORMS
from generator.commands.asking import Question, Refusal, answers
from generator.commands.options import source_option
from generator.model.commune import Commune
from generator.model.procedure import Procedure
from generator.model.settings import BoardSettings, Fields
from generator.problems import shown
from generator.provinces import PROVINCES, code_of, near
from generator.reading import layout
from generator.reading.answers import refusal
from generator.reading.record import read_record
from generator.scaffolding import begin, room
from generator.vietnamese import fold

_ADDRESS = "Địa chỉ của trang, bắt đầu bằng https:// (chưa có thì ghi địa chỉ định dùng)"
_PROVINCE = "Tỉnh, thành phố (tên hoặc mã 2 chữ số)"


@click.group()
def new() -> None:
    """Tạo mới một bảng, một thủ tục hoặc một xã, có chú thích sẵn."""


@new.command()
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(file_okay=False, path_type=Path))
@click.option("--ten", "name", help="Tên bảng.")
@click.option("--don-vi", "publisher", help="Đơn vị công khai.")
@click.option("--dia-chi-trang", "url", help="Địa chỉ của trang.")
@click.option("--ma-tinh", "province", help="Tỉnh: mã 2 chữ số, hoặc tên.")
@click.option("--ten-tinh", "province_name", help="Tên đầy đủ của tỉnh.")
@click.option(
    "--ci",
    "platforms",
    type=click.Choice(list(PLATFORMS)),
    multiple=True,
    default=("github", "gitlab", "forgejo"),
    show_default=True,
    help="Nơi giữ kho git, để có sẵn tệp tự kiểm tra và công khai; ghi nhiều lần được.",
)
def board(
    folder: Path,
    name: str | None,
    publisher: str | None,
    url: str | None,
    province: str | None,
    province_name: str | None,
    platforms: tuple[str, ...],
) -> None:
    """Tạo một bảng công khai mới trong THƯ_MỤC; chưa ghi tùy chọn nào thì hỏi."""
    room.room_for_board(folder)
    name, publisher, url, province, province_name = answers(
        Question(name, "--ten", "Tên bảng", _as("ten"), "Công khai thủ tục hành chính"),
        Question(publisher, "--don-vi", "Đơn vị công khai, như Ủy ban nhân dân xã …", _as("don_vi")),
        Question(url, "--dia-chi-trang", _ADDRESS, _as("dia_chi_trang")),
        Question(province, "--ma-tinh", _PROVINCE, _no_province, means=_province),
        Question(province_name, "--ten-tinh", "Tên đầy đủ", _as("tinh", 0, "ten"), _name_of_province),
    )
    begin.new_board(folder, name, publisher, url, province, province_name, platforms)
    click.echo(f"Đã tạo bảng trong «{folder}». Việc tiếp theo:")
    click.echo(f"  1. Xem thử ngay: congkhai preview --source {folder}")
    click.echo(f"  2. congkhai new commune MÃ_XÃ --source {folder}")
    click.echo(f"  3. congkhai new procedure MÃ_THỦ_TỤC --source {folder}")
    click.echo(f"  4. congkhai check --source {folder} && congkhai build --source {folder}")
    click.echo(f"  5. Giữ bằng git: trong «{folder}», git init && git config core.hooksPath .githooks")


@new.command()
@click.argument("code", metavar="MÃ_THỦ_TỤC")
@source_option
@click.option(
    "--linh-vuc", "field", help="Lĩnh vực: khóa hoặc tên.", show_default="lĩnh vực đầu tiên của bảng"
)
@click.option("--ten", "name", help="Tên thủ tục.")
def procedure(code: str, source: Path, field: str | None, name: str | None) -> None:
    """Tạo tệp cho thủ tục mang MÃ_THỦ_TỤC, ví dụ 1.001193."""
    _code(refusal(Procedure, ("ma",), code))
    room.room_for_procedure(source, code)
    fields = read_record(source / layout.FIELDS, layout.FIELDS, Fields).record
    names = {item.key: item.name for item in fields.items} if fields else {}
    known = list(names)
    _needed(known, layout.FIELDS)
    exact = partial(refusal, Procedure, ("ten",))
    chosen, name = answers(
        Question(
            field, "--linh-vuc", f"Lĩnh vực ({', '.join(known)})", _one_of(known), known[0], _key_of(names)
        ),
        Question(name, "--ten", "Tên thủ tục, chép đúng chữ của quyết định", exact),
    )
    _created(begin.new_procedure(source, code, name, chosen))


@new.command()
@click.argument("code", metavar="MÃ_XÃ")
@source_option
@click.option("--ten", "name", help="Tên xã, phường.")
@click.option("--ma-tinh", "province", help="Tỉnh: mã hoặc tên.", show_default="tỉnh đầu tiên của bảng")
def commune(code: str, source: Path, name: str | None, province: str | None) -> None:
    """Tạo tệp cho xã mang MÃ_XÃ (5 chữ số)."""
    _code(refusal(Commune, ("ma",), code))
    room.room_for_commune(source, code)
    settings = read_record(source / layout.BOARD, layout.BOARD, BoardSettings).record
    known = [item.code for item in settings.provinces] if settings else []
    _needed(known, layout.BOARD)
    chosen, name = answers(
        Question(province, "--ma-tinh", "Tỉnh (mã hoặc tên)", _one_of(known), known[0], _province),
        Question(name, "--ten", "Tên xã, phường", partial(refusal, Commune, ("ten",))),
    )
    _created(begin.new_commune(source, code, name, chosen))


def _as(*path: str | int) -> Refusal:
    """The check's word on a value of ``content/board.yml``."""
    return partial(refusal, BoardSettings, path)


def _province(said: str) -> str:
    return code_of(said) or said.strip()


def _no_province(answer: str) -> str | None:
    if not refusal(BoardSettings, ("tinh", 0, "ma"), answer):
        return None
    meant = near(answer)
    hint = f" Có phải «{meant}»?" if meant else " Ví dụ: 31, hoặc Hải Phòng."
    return f"Không có tỉnh, thành phố nào mang mã hoặc tên «{shown(answer)}».{hint}"


def _name_of_province(known: Sequence[str]) -> str | None:
    return PROVINCES.get(known[-1])


def _key_of(names: Mapping[str, str]) -> Callable[[str], str]:
    """``ho-tich`` for ``Hộ tịch``, as people know a field; a key stays as it is."""
    keys = {fold(name): key for key, name in names.items()}
    return lambda said: keys.get(fold(said.strip()), said.strip())


def _one_of(known: Sequence[str]) -> Refusal:
    def wrong(answer: str) -> str | None:
        if answer.strip() in known:
            return None
        return f"Bảng không có «{shown(answer)}»; đang có: {', '.join(known)}."

    return wrong


def _code(fault: str | None) -> None:
    if fault:
        raise click.BadParameter(fault)


def _needed(known: Sequence[str], file: str) -> None:
    if not known:
        raise click.ClickException(f"Tệp {file} đang có lỗi; hãy chạy «congkhai check» rồi sửa.")


def _created(file: Path) -> None:
    click.echo(f"Đã tạo {file}. Mở tệp, sửa theo chú thích, rồi chạy: congkhai check")

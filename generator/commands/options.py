"""Options that several commands share."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def _board_folder(_context: click.Context, _parameter: click.Parameter, value: Path) -> Path:
    if not (value / "content").is_dir():
        raise click.BadParameter(
            f"«{value}» không phải thư mục của một bảng công khai: không có thư mục content/ bên trong."
            " Vào thư mục của bảng rồi chạy lại, hoặc thêm --source và thư mục ấy."
            " Chưa có bảng thì tạo: congkhai new board THƯ_MỤC."
        )
    return value.resolve()


def source_option(command: F) -> F:
    """``--source DIR``: the folder that editors keep."""
    return click.option(
        "--source",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=".",
        callback=_board_folder,
        help="Thư mục của bảng công khai (chứa content/ và procedures/).",
        show_default="thư mục hiện tại",
    )(command)


def format_option(formats: Iterable[str]) -> Callable[[F], F]:
    """``--format NAME``: how the result is written; ``text`` unless told otherwise."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(list(formats)),
        default="text",
        help="Dạng của kết quả.",
        show_default=True,
    )


def workbook(_context: click.Context, _parameter: click.Parameter, value: Path) -> Path:
    """Refuse a name under which nobody, and no program, expects an Excel workbook."""
    if value.suffix.lower() != ".xlsx":
        raise click.BadParameter(f"Tệp ghi ra là tệp Excel, nên tên phải có đuôi .xlsx: {value.stem}.xlsx")
    return value


def release_folder_option(command: F) -> F:
    """``--to DIR``: the folder that is published to."""
    return click.option(
        "--to",
        "folder",
        required=True,
        type=click.Path(file_okay=False, path_type=Path),
        callback=lambda _context, _parameter, value: value.absolute(),
        help="Thư mục phát hành; máy chủ phục vụ thư mục current bên trong.",
    )(command)

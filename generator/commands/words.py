"""The command line's own words in Vietnamese: usage, headings, and what is wrong with a command as typed.

Click asks ``gettext`` for each of its sentences, and ``gettext`` asks the environment for a language; a
clerk's computer says "English" or nothing.  So what Click calls is replaced in its modules, and only there.
"""

from collections.abc import Mapping
from typing import Any

import click
from click import core, decorators, exceptions, formatting, parser, termui, types

_MODULES = (core, decorators, exceptions, formatting, parser, termui, types)

SENTENCES: Mapping[str, str] = {
    "Usage:": "Cách dùng:",
    "Options": "Tùy chọn",
    "Positional arguments": "Tham số",
    "Commands": "Các lệnh",
    "Show this message and exit.": "Hiện cách dùng này rồi thoát.",
    "default: {default}": "mặc định: {default}",
    "required": "bắt buộc",
    "(dynamic)": "(tùy lúc chạy)",
    "env var: {var}": "biến môi trường: {var}",
    "file": "tệp",
    "directory": "thư mục",
    "path": "đường dẫn",
    "Error: {message}": "Lỗi: {message}",
    "Try '{command} {option}' for help.": "Xem cách dùng: {command} {option}",
    "Aborted!": "Đã dừng.",
    "Missing command.": "Chưa ghi lệnh.",
    "No such command {name!r}.": "Không có lệnh «{name}».",
    "No such option {name!r}.": "Không có tùy chọn «{name}».",
    "Did you mean {possibility}?": "Có phải {possibility}?",
    "(Did you mean one of: {possibilities}?)": "Có phải một trong: {possibilities}?",
    "Missing argument": "Thiếu tham số",
    "Missing option": "Thiếu tùy chọn",
    "Missing parameter": "Thiếu tham số",
    "Missing {param_type}": "Thiếu {param_type}",
    "Missing parameter: {param_name}": "Thiếu tham số: {param_name}",
    "Got unexpected extra argument ({args})": "Thừa: {args}",
    "Got unexpected extra arguments ({args})": "Thừa: {args}",
    "Argument {name!r} takes {nargs} values.": "Tham số {name} nhận {nargs} giá trị.",
    "Takes {nargs} values but 1 was given.": "Cần {nargs} giá trị, mới có 1.",
    "Takes {nargs} values but {len} were given.": "Cần {nargs} giá trị, đang có {len}.",
    "Option {name!r} does not take a value.": "Tùy chọn {name} đứng một mình, không kèm giá trị.",
    "Option {name!r} requires an argument.": "Sau tùy chọn {name} phải ghi một giá trị.",
    "Option {name!r} requires {nargs} arguments.": "Sau tùy chọn {name} phải ghi {nargs} giá trị.",
    "Invalid value: {message}": "Giá trị không dùng được: {message}",
    "Invalid value for {param_hint}: {message}": "Giá trị của {param_hint} không dùng được: {message}",
    "Choose from:\n\t{choices}": "Chọn một trong:\n\t{choices}",
    "{value!r} is not {choice}.": "«{value}» không phải {choice}.",
    "{value!r} is not one of {choices}.": "«{value}» không có trong danh sách: {choices}.",
    "{value!r} is not a valid {number_type}.": "«{value}» không phải là một số.",
    "{value} is not in the range {range}.": "số {value} nằm ngoài khoảng {range}.",
    "{value!r} is not a valid boolean. Recognized values: {states}": "«{value}»: chỉ được là {states}",
    "{name} {filename!r} does not exist.": "không tìm thấy «{filename}».",
    "{name} {filename!r} is a file.": "«{filename}» là một tệp; chỗ này cần một thư mục.",
    "{name} {filename!r} is a directory.": "«{filename}» là một thư mục; chỗ này cần một tệp.",
    "{name} {filename!r} is not readable.": "không có quyền đọc «{filename}».",
    "{name} {filename!r} is not writable.": "không có quyền ghi vào «{filename}».",
    "{name} {filename!r} is not executable.": "không có quyền chạy «{filename}».",
    "Could not open file {filename!r}: {message}": "Không mở được tệp «{filename}»: {message}",
    "unknown error": "lỗi không rõ",
    "Error: invalid input": "Lỗi: không hiểu câu trả lời này.",
}
"""Click's sentences, as its sources write them, and ours (a test holds the table to Click's sources)."""

_KINDS: "Mapping[type[click.ParamType[Any]], str]" = {
    click.types.StringParamType: "CHỮ",
    click.types.IntParamType: "SỐ",
    click.types.FloatParamType: "SỐ",
    click.types.IntRange: "SỐ",
    click.types.FloatRange: "SỐ",
}


def speak_vietnamese() -> None:
    """Let Click speak Vietnamese in this process, whatever language the computer is set to."""
    for module in _MODULES:
        if hasattr(module, "_"):
            setattr(module, "_", _sentence)  # noqa: B010 (the type checker knows no such name to assign)
        if hasattr(module, "ngettext"):
            setattr(module, "ngettext", _counted)  # noqa: B010


def name_values(command: click.Command) -> click.Command:
    """``command`` with Vietnamese names for what stands behind its options, and so for its own commands."""
    command.options_metavar = "[TÙY_CHỌN]"
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.metavar is None and not parameter.is_flag:
            parameter.metavar = _value_of(parameter.type)
    if isinstance(command, click.Group):
        command.subcommand_metavar = "LỆNH [THAM_SỐ]…"
        for inner in command.commands.values():
            name_values(inner)
    return command


def _value_of(kind: "click.ParamType[Any]") -> str | None:
    if isinstance(kind, click.Path):
        return "TỆP" if kind.file_okay else "THƯ_MỤC"
    return _KINDS.get(type(kind))


def _sentence(message: str) -> str:
    return SENTENCES.get(message, message)


def _counted(singular: str, plural: str, count: int) -> str:
    return _sentence(singular if count == 1 else plural)

"""Read one YAML file into one record, or into the problems that say why not."""

import errno
import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct

from generator.model.convert import Refused, record_of
from generator.model.mistakes import Mistake
from generator.model.record import Record, keys
from generator.problems import Problem, Severity, reading_order
from generator.reading import placeholders, yaml_text
from generator.reading.yaml_faults import YamlFault

MOST_FINDINGS = 200
"""How many mistakes of one file are explained one by one."""

_REASONS = {
    errno.ENOENT: "không có tệp này",
    errno.EACCES: "không có quyền đọc",
    errno.EISDIR: "đây là một thư mục",
    errno.ELOOP: "liên kết trỏ vòng về chính nó",
    errno.EINVAL: "đây không phải tệp thường",
}

_ABSENT = (
    "Xem tên tệp, tên thư mục có đúng không và bạn có đang ở thư mục của bảng không;"
    " chưa có bảng thì tạo bằng «congkhai new board»."
)
_SIGN_FOR_COLON = re.compile(r"\w+ ?([=;：])")
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)

R = TypeVar("R", bound=Record)


class Finding(Struct, frozen=True):
    """A problem that still speaks of a path in the data instead of a place in the file."""

    path: yaml_text.Path
    code: str
    severity: Severity
    message: str
    suggestion: str | None = None
    key: bool = False


class Reading(Struct, Generic[R], frozen=True):
    """What came of one file.  ``digest`` is the SHA-256 of its bytes."""

    file: str
    digest: str
    record: R | None
    problems: tuple[Problem, ...]


def read_record(
    path: Path | str, name: str, model: type[R], rules: Callable[[R], Iterable[Finding]] | None = None
) -> Reading[R]:
    """Read, validate and apply the file's own ``rules``; never raises for what a file holds."""
    try:
        content = content_of(path)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, "hệ điều hành từ chối")
        message = f"Không mở được tệp: {reason}."
        hint = _ABSENT if error.errno == errno.ENOENT else "Xem lại tệp này, và bạn có quyền đọc nó không."
        return Reading(
            name, "", None, (Problem(name, 1, 1, "file-unreadable", Severity.ERROR, message, hint),)
        )
    return read_content(content, name, model, rules)


def read_content(
    content: bytes, name: str, model: type[R], rules: Callable[[R], Iterable[Finding]] | None = None
) -> Reading[R]:
    """The same for bytes that are already at hand."""
    digest = hashlib.sha256(content).hexdigest()
    try:
        text = yaml_text.decode(content)
    except YamlFault as fault:
        return Reading(name, digest, None, (_of_fault(fault, name),))
    try:
        data = yaml_text.parse(text)
    except YamlFault as fault:
        return Reading(name, digest, None, tuple(_all_faults(text, fault, name, model)))
    record, findings = validate(data, model)
    if record is not None and rules:
        findings = list(rules(record))
    if placeholders.may_hold(text):
        findings += unfilled_in(data, model, findings)
    return Reading(name, digest, record, tuple(place(findings, text, name)) if findings else ())


def _all_faults(text: str, first: YamlFault, name: str, model: type[Record]) -> list[Problem]:
    """Every mistake of a text that the parser refuses, also behind the ``first``: none hides the others."""
    from generator.reading.second_look import look_again  # only faulty files pay

    looked = look_again(text, first)
    problems = [_of_fault(fault, name) for fault in looked.faults]
    data = None if looked.text is None else yaml_text.parse(looked.text)
    if looked.text is not None and isinstance(data, dict):
        _, findings = validate(data, model)
        if placeholders.may_hold(looked.text):
            findings += unfilled_in(data, model, findings)
        if not looked.whole:  # what seems to be missing may stand in what cannot be read
            findings = [one for one in findings if one.code != "key-missing" or len(one.path) > 1]
        spoilt = {fault.line for fault in looked.faults}
        placed = place(findings, looked.text, name)
        twice = {fault.line for fault in looked.faults if fault.code == "key-twice"}  # said with it
        problems += [
            one
            for one in placed
            if one.line not in spoilt or (one.code == "key-missing" and one.line not in twice)
        ]
    return sorted(set(problems), key=reading_order)


def _of_fault(fault: YamlFault, name: str) -> Problem:
    return Problem(
        name, fault.line, fault.column, fault.code, Severity.ERROR, fault.message, fault.suggestion
    )


def unfilled_in(data: yaml_text.Data, model: type[Record], findings: list[Finding]) -> list[Finding]:
    """What nobody has written yet, where nothing else is wrong with it."""
    from generator.explain.unfilled import unfilled  # only unfinished files pay

    known = {finding.path for finding in findings if finding.severity is Severity.ERROR}
    return [
        Finding(path, "placeholder", Severity.ERROR, *unfilled(path, text, model))
        for path, text in placeholders.unfilled(data)
        if path not in known
    ]


def place(findings: Iterable[Finding], text: str, name: str) -> list[Problem]:
    """Give findings their line and column (the text is parsed once more, with positions)."""
    findings = list(findings)
    at_values = not any(finding.key for finding in findings)
    marks = yaml_text.locate(text, {finding.path for finding in findings} if at_values else None)
    problems = []
    for finding in findings:
        line, column = marks.find(finding.path, key=finding.key)
        problems.append(
            Problem(name, line, column, finding.code, finding.severity, finding.message, finding.suggestion)
        )
    return sorted(set(problems), key=reading_order)


def content_of(path: Path | str) -> bytes:
    """The bytes of a file, as many as are needed to see that it is too large; raises OSError."""
    descriptor = os.open(path, _READ)
    try:
        facts = os.fstat(descriptor)
        if not stat.S_ISREG(facts.st_mode):  # a pipe would be waited for, a device never ends
            raise OSError(errno.EISDIR if stat.S_ISDIR(facts.st_mode) else errno.EINVAL, "not a file")
        return _first_bytes(descriptor, min(facts.st_size, yaml_text.MAX_BYTES) + 1)
    finally:
        os.close(descriptor)


def _first_bytes(descriptor: int, count: int) -> bytes:
    content = os.read(descriptor, count)
    while len(content) < count and (more := os.read(descriptor, count - len(content))):
        content += more
    return content


def validate(data: yaml_text.Data, model: type[R]) -> tuple[R | None, list[Finding]]:
    """The record that ``data`` is, or what the model refuses in it."""
    if data is None:
        required = [each.key for each in keys(model) if each.required]
        hint = f"Viết ít nhất các mục bắt buộc: {', '.join(required)}. Chưa cần tệp này thì xóa tệp."
        finding = Finding((), "file-empty", Severity.ERROR, "Tệp chưa có nội dung.", hint)
        return None, [finding]
    if not isinstance(data, dict):
        hint = "Mỗi dòng viết «tên mục: giá trị», có dấu hai chấm thường và một dấu cách."
        if isinstance(data, str) and (sign := _SIGN_FOR_COLON.match(data)):
            hint = f"Dùng dấu hai chấm thường «:» thay dấu «{sign[1]}» ở mỗi dòng, sau nó một dấu cách."
        message = "Tệp phải gồm các dòng «tên mục: giá trị», nhưng đây là chữ rời hoặc danh sách."
        return None, [Finding((), "file-not-record", Severity.ERROR, message, hint)]
    try:
        return record_of(model, data), []
    except Refused as refused:
        return None, _findings(refused.mistakes, model)


def _findings(mistakes: list[Mistake], model: type[Record]) -> list[Finding]:
    from generator.explain.messages import explain, is_told_elsewhere  # only faulty files pay

    some, others = mistakes[:MOST_FINDINGS], mistakes[MOST_FINDINGS:]
    told = [one for one in some if not is_told_elsewhere(one, model)] + others
    findings = []
    for mistake in told[:MOST_FINDINGS]:
        code, message, suggestion, path, key = explain(mistake, model)
        findings.append(Finding(path, code, Severity.ERROR, message, suggestion, key))
    if more := len(told) - len(findings):
        message = f"Còn {more} lỗi nữa trong tệp này."
        hint = "Sửa các lỗi trên rồi kiểm tra lại."
        findings.append(Finding((), "problems-many", Severity.ERROR, message, hint))
    return findings

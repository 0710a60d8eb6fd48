"""JSON lines, one procedure a line -> full drafts; a broken line is a problem of its own."""

import json
from typing import Any

from generator.importing.draft import Draft, Place
from generator.importing.full_record import full_record
from generator.problems import Problem, Severity


def read_json_lines(text: str, file: str) -> tuple[list[Draft], list[Problem]]:
    """Every line that holds an object; the others are told with their place."""
    if _is_one_value(text):
        hint = "Ghi mỗi bản ghi { … } trên một dòng, không có dấu [ ] và dấu phẩy ở ngoài."
        message = "Tệp là một khối JSON nhiều dòng; cần dạng JSON lines."
        return [], [Problem(file, 1, 1, "import-json-block", Severity.ERROR, message, hint)]
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        value, column, fault = _parse(line)
        if isinstance(value, dict):
            drafts.append(full_record(value, Place(file, number)))
        else:
            message = fault or "Dòng này không phải là một bản ghi { … }."
            hint = "Sửa hoặc xóa dòng này rồi nhập lại; các dòng khác đã nhập."
            problems.append(Problem(file, number, column, "import-json-line", Severity.ERROR, message, hint))
    return drafts, problems


def _is_one_value(text: str) -> bool:
    """Whether the lines only make sense together: told once, not line by line."""
    first = text.lstrip().split("\n", 1)[0]
    if first.startswith("{") and _parse(first)[2] is None:
        return False
    return _parse(text)[2] is None


def _parse(line: str) -> tuple[Any, int, str | None]:
    try:
        return json.loads(line), 1, None
    except json.JSONDecodeError as error:
        return None, error.colno, f"Dòng này không đọc được theo dạng JSON (vị trí {error.colno})."
    except (ValueError, RecursionError):
        return None, 1, "Dòng này không đọc được theo dạng JSON (số quá dài hoặc lồng nhau quá sâu)."

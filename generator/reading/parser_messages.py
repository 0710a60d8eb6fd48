"""What the YAML parser says of a text, in Vietnamese: what a clerk most likely did, and how to mend it.

libyaml has a fixed set of English messages; each is known by a part of its text.
"""

import re
from typing import NamedTuple

import yaml

from generator.reading.yaml_faults import YamlFault, unreadable

_CONFLICT = re.compile(r"^(?:<{7} |>{7} |={7}$)", re.MULTILINE)


class _Translation(NamedTuple):
    part: str
    code: str
    message: str
    suggestion: str
    at_start: bool = False
    """Whether to point at where the construct begins instead of where the parser gave up."""


_COLON = _Translation(
    "mapping values are not allowed",
    "yaml-colon-in-text",
    "Có dấu hai chấm «: » trong câu nên máy hiểu nhầm là một mục mới.",
    'Đặt cả câu trong ngoặc kép, ví dụ: ten: "Đăng ký: lần đầu".',
)

_MISPLACED_KEY = _Translation(
    "",
    "yaml-key-misplaced",
    "Mục này đứng không đúng chỗ: dòng trên thiếu dấu hai chấm, hoặc dòng này thụt vào lệch.",
    "Thêm dấu hai chấm sau tên mục ở dòng trên, hoặc cho dòng này thẳng cột với các mục cùng nhóm.",
)

_AFTER_CLOSING = _Translation(
    "",
    "yaml-after-closing",
    "Có chữ đứng sau dấu ngoặc đã đóng, trong khi câu bắt đầu bằng dấu ngoặc mở.",
    "Đặt cả câu giữa hai dấu nháy đơn ', ví dụ: ten: '\"Sổ đỏ\" là gì'.",
)

_SINGLE_QUOTE_OPEN = ("Dấu nháy đơn ' mở ở đây mà không đóng lại.", "Thêm dấu nháy đơn ' ở cuối câu.")
_QUOTE_ALL = "Nếu ký hiệu này là một phần của câu, hãy đặt cả câu trong ngoặc kép."
_TAB = ("Có dấu Tab ở đầu dòng; chỗ này chỉ nhận dấu cách.", "Xóa dấu Tab (vẽ ở đây là ⇥), gõ hai dấu cách.")
_TAG = "Chỗ này bắt đầu bằng dấu !, máy hiểu là nhãn kiểu dữ liệu."
_CLOSING = ('"', "'", "]", "}")
_PERCENT = "Dòng bắt đầu bằng dấu %, máy hiểu là ký hiệu riêng."

# Most specific first; what follows "found character" is told apart by the character itself.
_TRANSLATIONS = (
    _Translation(
        "found a tab character",
        "yaml-tab",
        *_TAB,
    ),
    _COLON,
    _Translation(
        "found unexpected ':'",
        "yaml-colon-in-text",
        "Trong ngoặc [ ] hoặc { } có dấu hai chấm dính liền với chữ nên máy không hiểu.",
        'Đặt phần có dấu hai chấm trong ngoặc kép, ví dụ: ["lúc 7:", "lúc 8:"].',
    ),
    _Translation(
        "could not find expected ':'",
        "yaml-colon-missing",
        "Thiếu dấu hai chấm sau tên mục, hoặc câu bị xuống dòng mà không thụt vào.",
        "Viết «ten_muc: giá trị»; câu dài xuống dòng phải thụt vào sâu hơn tên mục.",
        at_start=True,
    ),
    _Translation("directive", "yaml-percent", _PERCENT, _QUOTE_ALL),
    _Translation("found incompatible YAML document", "yaml-percent", _PERCENT, _QUOTE_ALL),
    _Translation(
        "while scanning a quoted scalar",
        "yaml-quote-open",
        "Ngoặc kép mở ở đây mà không đóng lại.",
        'Thêm dấu " ở cuối câu.',
        at_start=True,
    ),
    _Translation(
        "did not find expected key",
        "yaml-indent",
        "Dòng này thụt vào không thẳng với các mục cùng nhóm.",
        "Cho các mục cùng nhóm thẳng cột với nhau.",
    ),
    _Translation(
        "did not find expected '-' indicator",
        "yaml-list-indent",
        "Trong danh sách gạch đầu dòng có dòng không thẳng cột hoặc thiếu dấu gạch «- ».",
        "Mỗi ý của danh sách bắt đầu bằng dấu gạch và một dấu cách, thẳng cột với ý trước.",
    ),
    _Translation(
        "block sequence entries are not allowed",
        "yaml-dash",
        "Dấu gạch «- » đứng ở chỗ không thể bắt đầu danh sách (thường là ngay sau dấu hai chấm).",
        "Xuống dòng rồi mới viết «- », hoặc đặt cả câu trong ngoặc kép.",
    ),
    _Translation(
        "did not find expected ',' or",
        "yaml-bracket-open",
        "Dấu ngoặc [ hoặc { mở ra mà không đóng lại, hoặc thiếu dấu phẩy.",
        "Đóng ngoặc lại; nếu ngoặc là một phần của câu, hãy đặt cả câu trong ngoặc kép.",
        at_start=True,
    ),
    _Translation(
        "did not find expected node content",
        "yaml-bracket-open",
        "Dấu ngoặc [ { ] } đứng lẻ: có mở mà không đóng, hoặc có đóng mà không mở.",
        "Nếu ngoặc là một phần của câu, hãy đặt cả câu trong ngoặc kép.",
    ),
    _Translation(
        "while parsing a quoted scalar",
        "yaml-escape",
        "Trong ngoặc kép có dấu \\ mà máy không hiểu.",
        "Viết hai dấu \\\\ hoặc đặt câu giữa hai dấu nháy đơn '.",
    ),
    _Translation(
        "while scanning a block scalar",
        "yaml-block-text",
        "Sau dấu | hoặc > (đoạn nhiều dòng) phải xuống dòng ngay, không viết chữ trên cùng dòng.",
        "Xuống dòng rồi thụt đoạn văn vào; nếu dấu | hoặc > là một phần của câu, đặt cả câu trong ngoặc kép.",
    ),
    _Translation("found undefined tag handle", "yaml-tag", _TAG, _QUOTE_ALL),
    _Translation("while scanning a tag", "yaml-tag", _TAG, _QUOTE_ALL),
    _Translation("while parsing a tag", "yaml-tag", _TAG, _QUOTE_ALL),
    _Translation(
        "mapping keys are not allowed",
        "yaml-question",
        "Câu bắt đầu bằng dấu «? », máy hiểu là ký hiệu riêng.",
        _QUOTE_ALL,
    ),
    _Translation(
        "did not find expected alphabetic or numeric character",
        "yaml-star",
        "Câu bắt đầu bằng dấu * hoặc &, máy hiểu là ký hiệu riêng.",
        "Thừa thì xóa dấu ấy; là một phần của câu thì đặt cả câu trong ngoặc kép.",
    ),
    _Translation(
        "did not find expected <document start>",
        "yaml-after-end",
        "Dòng này không thuộc về mục nào: có thể thiếu khoảng thụt đầu dòng hoặc thiếu tên mục.",
        "Kiểm tra khoảng thụt đầu dòng của dòng này và dòng trước.",
    ),
)


def translate(error: yaml.MarkedYAMLError, text: str) -> YamlFault:
    """Turn an error of the parser into a fault at the place a clerk should look at."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if conflict := _CONFLICT.search(text):
        return _merge_conflict(text.count("\n", 0, conflict.start()) + 1)
    said = f"{error.context or ''} {error.problem or ''}"
    if "cannot start any token" in said:
        return _bad_start(line, column, text)
    for translation in _TRANSLATIONS:
        if translation.part in said:
            if translation is _COLON and ": " not in _row(text, line)[: column - 1]:
                translation = _MISPLACED_KEY
            before = _row(text, line)[: column - 1].rstrip()
            if translation.code in ("yaml-indent", "yaml-list-indent") and before.endswith(_CLOSING):
                translation = _AFTER_CLOSING
            if translation.at_start and error.context_mark:
                line, column = error.context_mark.line + 1, error.context_mark.column + 1
            _, code, message, advice, _ = translation
            if code == "yaml-quote-open" and _row(text, line)[column - 1 : column] == "'":
                message, advice = _SINGLE_QUOTE_OPEN
            return YamlFault(line, column, code, message, advice)
    return unreadable(line, column)


def _merge_conflict(line: int) -> YamlFault:
    return YamlFault(
        line,
        1,
        "git-conflict",
        "Git chưa ghép xong tệp này: hai bản sửa khác nhau còn nằm giữa các dòng <<<<<<< và >>>>>>>.",
        "Giữ lại bản đúng rồi xóa các dòng <<<<<<<, =======, >>>>>>>.",
    )


def _row(text: str, line: int) -> str:
    rows = text.split("\n")
    return rows[line - 1] if line <= len(rows) else ""


def _bad_start(line: int, column: int, text: str) -> YamlFault:
    char = _row(text, line)[column - 1 : column]
    if char == "\t":
        return YamlFault(
            line,
            column,
            "yaml-tab",
            *_TAB,
        )
    return YamlFault(
        line,
        column,
        "yaml-special-start",
        f"Câu bắt đầu bằng ký tự đặc biệt «{char}» nên máy không đọc được.",
        "Đặt cả câu trong ngoặc kép.",
    )

"""Why a YAML text cannot be read, said in Vietnamese with a fix: each fault with a stable code.

What the parser itself refuses is translated in ``parser_messages.py``.
"""

from generator.problems import shown


class YamlFault(Exception):
    """The text is not the YAML we read.  Carries all that a Problem needs but the file's name."""

    def __init__(self, line: int, column: int, code: str, message: str, suggestion: str | None = None):
        super().__init__(message)
        self.line = line
        self.column = column
        self.code = code
        self.message = message
        self.suggestion = suggestion


def too_large(limit: int) -> YamlFault:
    return YamlFault(
        1,
        1,
        "file-too-large",
        f"Tệp dài hơn mức cho phép là {limit / 1e6:.0f} MB.",
        "Hãy kiểm tra xem có chép nhầm tệp khác vào đây không.",
    )


_PROGRAMS = (
    (b"PK\x03\x04", "Excel hoặc Word (.xlsx, .docx)"),
    (b"\xd0\xcf\x11\xe0", "Excel hoặc Word kiểu cũ (.xls, .doc)"),
    (b"%PDF", "PDF"),
    (b"{\\rtf", "Word (.rtf)"),
    (b"\x89PNG", "ảnh"),
    (b"\xff\xd8\xff", "ảnh"),
)
"""First bytes of what is not text at all, and what a clerk calls it."""


def of_another_program(content: bytes) -> YamlFault | None:
    """A sheet, a document or a picture under a name that ends with ``.yml``."""
    kind = next((name for start, name in _PROGRAMS if content.startswith(start)), None)
    if kind is None:
        return None
    return YamlFault(
        1,
        1,
        "file-not-utf8",
        f"Đây là tệp {kind} mang tên .yml, không phải tệp chữ.",
        "Đổi tên tệp mới không chuyển được nội dung: lấy lại tệp .yml cũ; số liệu trong Excel thì đưa vào"
        " bằng «congkhai import».",
    )


def not_utf8(line: int, column: int) -> YamlFault:
    return YamlFault(
        line,
        column,
        "file-not-utf8",
        "Tệp không phải văn bản mã UTF-8 nên không đọc được.",
        "Mở tệp bằng Notepad, chọn «Lưu thành» (Save as), ở ô «Mã hóa» (Encoding) chọn UTF-8 rồi lưu đè."
        " Mở ra mà chữ đã hỏng thì lấy lại bản trước của tệp.",
    )


def control_character(line: int, column: int, char: str) -> YamlFault:
    return YamlFault(
        line,
        column,
        "control-character",
        f"Có ký tự điều khiển không nhìn thấy được (U+{ord(char):04X}), thường do chép từ Word hoặc PDF.",
        "Xóa ký tự ở vị trí này rồi gõ lại dấu cách hoặc xuống dòng.",
    )


def several_documents(line: int, column: int) -> YamlFault:
    return YamlFault(
        line,
        column,
        "yaml-several-documents",
        "Tệp có dòng «---» chia thành nhiều phần; mỗi tệp chỉ chứa một bản ghi.",
        "Xóa dòng «---» hoặc tách phần sau ra tệp riêng.",
    )


def alias(line: int, column: int, name: str | None) -> YamlFault:
    return YamlFault(
        line,
        column,
        "yaml-alias",
        f"Chỗ này bắt đầu bằng dấu * (*{shown(name or '')}), máy hiểu là tham chiếu; ở đây không dùng.",
        "Nếu là gạch đầu dòng hay dấu sao trong câu, hãy đặt cả câu trong ngoặc kép.",
    )


def anchor(line: int, column: int, name: str) -> YamlFault:
    return YamlFault(
        line,
        column,
        "yaml-anchor",
        f"Chỗ này bắt đầu bằng dấu & (&{shown(name)}), máy hiểu là đặt tên; ở đây không dùng cách này.",
        "Nếu dấu & là một phần của câu, hãy đặt cả câu trong ngoặc kép.",
    )


def tag(line: int, column: int, name: str) -> YamlFault:
    return YamlFault(
        line,
        column,
        "yaml-tag",
        f"Chỗ này bắt đầu bằng dấu ! ({shown(name)}), máy hiểu là nhãn kiểu dữ liệu; ở đây không dùng nhãn.",
        "Nếu dấu ! là một phần của câu, hãy đặt cả câu trong ngoặc kép.",
    )


def too_deep(line: int, column: int, limit: int) -> YamlFault:
    return YamlFault(
        line,
        column,
        "yaml-too-deep",
        f"Có hơn {limit} tầng lồng nhau; bản ghi của bảng công khai không cần sâu như vậy.",
        "Kiểm tra dấu ngoặc [ { và khoảng thụt đầu dòng.",
    )


def duplicate_key(line: int, column: int, key: str, first_line: int) -> YamlFault:
    advice = "Xem dòng nào đúng với giấy tờ rồi xóa dòng kia."
    if key == "ma" and column == 1:
        advice += " Nếu từ đây là một bản ghi khác, chuyển sang tệp riêng: mỗi tệp một bản ghi."
    return YamlFault(
        line,
        column,
        "key-twice",
        f"Mục «{shown(key)}» được ghi hai lần: ở dòng {first_line} và ở dòng {line}.",
        advice,
    )


def complex_key(line: int, column: int) -> YamlFault:
    return YamlFault(
        line,
        column,
        "yaml-complex-key",
        "Tên mục phải là một từ, nhưng ở đây là một danh sách hoặc một nhóm.",
        "Kiểm tra dấu ngoặc [ { và dấu ? ở đầu dòng.",
    )


def merge_key(line: int, column: int) -> YamlFault:
    return YamlFault(
        line,
        column,
        "yaml-merge",
        "Mục «<<» (chép từ nơi khác) không được dùng trong bảng công khai.",
        "Viết đầy đủ các mục tại đây.",
    )


def unreadable(line: int, column: int) -> YamlFault:
    return YamlFault(
        line,
        column,
        "yaml-unreadable",
        "Máy không hiểu cách viết ở chỗ này.",
        "Xem lại dòng này và dòng trước; nếu có dấu câu đặc biệt, hãy đặt cả câu trong ngoặc kép.",
    )

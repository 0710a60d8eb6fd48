"""What went wrong outside the program, as a sentence for whoever runs it."""

import errno
import os
from pathlib import Path

_REASONS = {
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "đã hết dung lượng được cấp",
    errno.EFBIG: "tệp lớn quá mức cho phép",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "ổ đĩa này chỉ cho đọc",
    errno.EIO: "ổ đĩa báo lỗi, có thể sắp hỏng",
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.ENOTDIR: "có một tệp nằm ở chỗ của thư mục",
    errno.EISDIR: "có một thư mục nằm ở chỗ của tệp",
    errno.EEXIST: "đã có tệp hoặc thư mục mang tên này",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EADDRINUSE: "có chương trình khác đang dùng cổng này",
    errno.EADDRNOTAVAIL: "máy này không có địa chỉ ấy",
    errno.ELOOP: "liên kết dẫn vòng quanh",
}


class Failure(Exception):
    """The text is Vietnamese and complete; commands print it and end with 1, and nobody sees a traceback."""


class CannotAccess(Failure):
    """The system refused: ``doing`` (a verb) to ``path``, and why."""

    def __init__(self, doing: str, path: Path | str, number: int):
        super().__init__(doing, path, number)  # all of them, so that it can travel between processes
        self.path = Path(path)
        self.number = number

    def __str__(self) -> str:
        doing, path, number = self.args
        return f"Không {doing} được «{path}»: {reason(number)}."


def reason(number: int | None) -> str:
    """Why the system refused, from its error number."""
    return _REASONS.get(number or 0) or os.strerror(number or 0)

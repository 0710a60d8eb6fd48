"""A small valid board, on disk, to which a test adds the one file it is about."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.loading import Loaded, load

TODAY = date(2026, 11, 22)

PROCEDURE = """\
ma: "1.000001"
ten: Đăng ký khai sinh
linh_vuc: ho-tich
so_quyet_dinh: 1872/QĐ-BTP
ngay_ra_soat: 20/11/2026
"""

FILES = {
    "content/board.yml": """\
ten: Bảng công khai thử
don_vi: Ủy ban nhân dân xã Phú Thái
dia_chi_trang: https://congkhai.example/
tinh:
  - ma: "31"
    ten: Thành phố Hải Phòng
""",
    "content/fields.yml": """\
linh_vuc:
  - ma: ho-tich
    ten: Hộ tịch
  - ma: chung-thuc
    ten: Chứng thực
""",
    "content/communes/10750/commune.yml": """\
ma: "10750"
ten: Xã Phú Thái
tinh: "31"
""",
    "procedures/ho-tich/1.000001.yml": PROCEDURE,
}
"""Nothing is wrong with this board on ``TODAY``."""


def write_board(root: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """Write the valid board with ``files`` put over it; None leaves a file out."""
    for name, content in {**FILES, **files}.items():
        if content is None:
            continue
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def load_board(root: Path, files: Mapping[str, str | bytes | None]) -> Loaded:
    """What comes of that board on ``TODAY``."""
    return load(write_board(root, files), TODAY)

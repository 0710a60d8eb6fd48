"""The sample board, built once, served on a free port, and a Chromium to open it in."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from generator.site.build import build

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)
PHONE = (360, 740)
Scheme = Literal["light", "dark"]

PROSE = """---
title: Trang viết
---
# Trang viết bằng Markdown

Một đoạn có [liên kết](index.md), chữ `nguyên văn` và **chữ đậm**.

## Một bảng rộng

| Việc cần làm | Nơi nộp hồ sơ | Thời hạn giải quyết | Phí, lệ phí | Căn cứ |
|---|---|---|---|---|
| Đăng ký khai sinh | Trung tâm Phục vụ hành chính công | Trong ngày làm việc | Miễn phí | 123/2015/NĐ-CP |

1. Bước một
2. Bước hai

> Một lời dẫn.
"""

REPEALED = f"""ma: "9.000001"
ten: {("Thủ tục có tên dài như trong văn bản, kể hết mọi trường hợp và mọi cơ quan; " * 12).strip()}
linh_vuc: ho-tich
cach_thuc_thuc_hien:
  - hinh_thuc: truc_tiep
    truong_hop: Bản chính cấp lần đầu
    thoi_han: "03"
    phi_le_phi: Miễn phí (trừ trường hợp cấp lại, cấp đổi, cấp thêm bản sao theo nghị quyết của tỉnh)
    mo_ta: Nộp tại quầy.
thanh_phan_ho_so:
  - giay_to:
      - ten: Tờ khai
        mau_don: Mausodanhmuchosohoanthanhcongtrinhxaydungvahosodenghi.docx
hieu_luc: {{den: 2026-11-01, van_ban: Quyết định số 1/QĐ-UBND, thay_the_boi: ["1.001193"]}}
thay_doi:
  - {{ngay: 2026-11-01, noi_dung: Không còn phải làm thủ tục này.}}
nghi_van: [Nguồn ghi thời hạn mà không ghi đơn vị.]
"""
UPCOMING = """ma: "9.000002"
ten: Thủ tục sắp áp dụng
linh_vuc: ho-tich
hieu_luc: {tu: 2027-03-01, van_ban: Luật số 03/2026/QH16}
thay_doi:
  - {ngay: 2027-03-01, noi_dung: Bắt đầu áp dụng.}
"""
OVERLAY = """noi_ap_dung: "31"
ma: "9.000002"
cach_thuc_thuc_hien:
  - {hinh_thuc: truc_tiep, phi_le_phi: 8.000 đồng một bản, thoi_han: 02 ngày làm việc}
dia_diem: Quầy số 3
luu_y: [Mang theo bản chính.]
nguon: [{ten: Nghị quyết của Hội đồng nhân dân thành phố}]
"""


PROPOSAL = """ma: may-quet
xa: "10750"
ngay: 2026-09-01
so_ky_hieu: 12/UBND-VP
noi_dung: Đề nghị cấp thêm máy quét và nâng đường truyền cho Trung tâm Phục vụ hành chính công.
noi_nhan: Sở Khoa học và Công nghệ
trang_thai: cho_tra_loi
nguon: [{ten: Công văn thử}]
"""
ANSWERED = """ma: tap-huan
xa: "10750"
ngay: 2026-06-01
noi_dung: Đề nghị tập huấn chứng thực điện tử.
noi_nhan: Sở Tư pháp
han_tra_loi: 2026-06-20
trang_thai: da_tra_loi
tra_loi: {so_ky_hieu: 99/STP, ngay: 2026-06-25, lien_ket: "https://example.gov.vn/99", noi_dung: Sẽ mở lớp.}
nguon: [{ten: Công văn thử}]
"""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample board as a citizen gets it, and what it happens not to have: other states, Markdown."""
    board = tmp_path_factory.mktemp("board")
    for folder in ("content", "procedures"):
        shutil.copytree(ROOT / folder, board / folder)
    shutil.copy(ROOT / "mkdocs.yml", board)
    (board / "content/pages/trang-viet.md").write_text(PROSE, encoding="utf-8")
    (board / "procedures/ho-tich/9.000001.yml").write_text(REPEALED, encoding="utf-8")
    (board / "procedures/ho-tich/9.000002.yml").write_text(UPCOMING, encoding="utf-8")
    (board / "content/overlays/31").mkdir(parents=True, exist_ok=True)
    (board / "content/overlays/31/9.000002.yml").write_text(OVERLAY, encoding="utf-8")
    (board / "content/proposals").mkdir()
    (board / "content/proposals/may-quet.yml").write_text(PROPOSAL, encoding="utf-8")
    (board / "content/proposals/tap-huan.yml").write_text(ANSWERED, encoding="utf-8")
    figures = board / "content/communes/10750/statistics/2025-07-16.yml"
    counted = "phan_anh_kien_nghi: {tiep_nhan: 12, da_tra_loi: 11, tra_loi_muon: 1}\n"
    figures.write_text(figures.read_text(encoding="utf-8") + counted, encoding="utf-8")
    output = tmp_path_factory.mktemp("site")
    built = build(board, output, DAY)
    assert built.pages, built.problems
    return output


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served; ends in ``/``."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class Silent(SimpleHTTPRequestHandler):
    """Serves files and keeps quiet."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a path of the site in a context of its own; any error and any foreign address fails the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_(path: str, size: tuple[int, int] = PHONE, scheme: Scheme = "light", **options: Any) -> Page:
        viewport: ViewportSize = {"width": size[0], "height": size[1]}
        context = browser.new_context(viewport=viewport, color_scheme=scheme, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("requestfailed", lambda request: faults.append(f"failed: {request.url}"))
        page.on("request", lambda request: None if _ours(request.url) else faults.append(request.url))
        page.goto(address + path)
        return page

    def _ours(url: str) -> bool:
        return url.startswith((address, "data:"))

    yield open_
    for context in contexts:
        context.close()
    assert not faults

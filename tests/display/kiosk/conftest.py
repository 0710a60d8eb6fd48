"""A kiosk of the sample board as a folder, and a hand that uses it in Chromium with the network off."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, ViewportSize

from generator.site.build import build
from tests.display.kiosk.folder import kiosk_release, write
from tests.display.kiosk.hand import CLOCK, Hand
from tests.site.conftest import OVERLAY, REPEALED, UPCOMING, Silent

ROOT = Path(__file__).parents[3]
DAY = date(2026, 11, 22)
BUILT_AT = "2026-11-22T01:00:00Z"
COMMUNE = "10750"
HOURS = """dia_chi: Số 1 đường Trần Hưng Đạo
dien_thoai: 0225 3 123 456
thu_dien_tu: mot-cua@phuthai.example
trang_web: https://phuthai.example/
gio_lam_viec:
  - {thu: ["2", "3", "4", "5", "6"], tu: "07:30", den: "11:30"}
quay:
  - {ten: Quầy số 2, linh_vuc: [ho-tich]}
  - {ten: Quầy hướng dẫn}
"""
ENDING = REPEALED.replace("9.000001", "9.000003").replace("den: 2026-11-01", "den: 2026-12-31")
MANY = """ma: "9.000004"
ten: Thủ tục có rất nhiều giấy tờ
linh_vuc: ho-tich
thanh_phan_ho_so:
""" + "".join(
    f"  - truong_hop: Trường hợp {case}\n    giay_to:\n"
    + "".join(f"      - ten: Giấy {case}.{paper}\n" for paper in range(40))
    for case in range(6)
)

Opens = Callable[..., Hand]


@pytest.fixture(scope="session")
def board(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample board, and what it happens not to have: contacts, other states, a place's own figures."""
    folder = tmp_path_factory.mktemp("board")
    for name in ("content", "procedures"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    commune = folder / f"content/communes/{COMMUNE}/commune.yml"
    commune.write_text(commune.read_text(encoding="utf-8") + HOURS, encoding="utf-8")
    for code, text in (("9.000002", UPCOMING), ("9.000003", ENDING), ("9.000004", MANY)):
        (folder / f"procedures/ho-tich/{code}.yml").write_text(text, encoding="utf-8")
    for area in ("31", "40"):
        (folder / f"content/overlays/{area}").mkdir(parents=True, exist_ok=True)
        overlay = OVERLAY.replace('"31"', f'"{area}"')
        (folder / f"content/overlays/{area}/9.000002.yml").write_text(overlay, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def kiosk(board: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a kiosk folder."""
    return write(tmp_path_factory.mktemp("kiosk"), COMMUNE, kiosk_release(board, COMMUNE, DAY), BUILT_AT)


@pytest.fixture(scope="session")
def public_site(board: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The public site of the same board, served on this machine; its address ends in ``/``."""
    output = tmp_path_factory.mktemp("site")
    assert build(board, output, DAY).pages
    with served(output) as address:
        yield address


@contextmanager
def served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def opens(browser: Browser, kiosk: Path) -> Iterator[Opens]:
    """Open the kiosk; afterwards nothing may have been asked of any other address, or said to the console."""
    hands: list[Hand] = []

    def open_kiosk(
        size: tuple[int, int] = (1920, 1080), page: Path = kiosk, script: str = "", **options: object
    ) -> Hand:
        viewport: ViewportSize = {"width": size[0], "height": size[1]}
        context = browser.new_context(
            viewport=viewport,
            has_touch=True,
            offline=True,
            reduced_motion="reduce",
            **options,  # type: ignore[arg-type]
        )
        context.add_init_script(CLOCK + script)
        hand = Hand(context.new_page())
        hands.append(hand)
        hand.open(page.as_uri())
        return hand

    yield open_kiosk
    for hand in hands:
        said, asked = hand.said, hand.asked_elsewhere
        hand.page.context.close()
        assert said == []
        assert asked == []

"""A small release for the tests of the bundle: two screens that say what they were given."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec

from generator.bundle.keys import SigningKey
from generator.bundle.make import Bundled, make_bundle
from generator.display.screens import Displays, Screen
from generator.model.commune import Commune

PHU_THAI = Commune(code="10750", name="Xã Phú Thái", province="31")
TU_MINH = Commune(code="10891", name="Phường Tứ Minh", province="31")
MONDAY = datetime(2026, 11, 16, 1, 30, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 17, 1, 30, tzinfo=UTC)

_SCREEN = """
(function (root) {
  var display = (root.congkhai.display = root.congkhai.display || {});
  display.WHICH = {
    start: async function (source, main) {
      var data = JSON.parse(await source.text("du-lieu.json"));
      var bytes = await source.bytes("common/dot.png");
      var corner = document.createElement("p");
      corner.id = "corner";
      corner.textContent = source.notice ? source.notice.text : "";
      var body = document.createElement("h1");
      body.textContent = data.says + " " + bytes.length;
      main.appendChild(body);
      main.appendChild(corner);
      display.notice = function (notice) { corner.textContent = notice ? notice.text : ""; };
      display.ready();
    }
  };
})(self);
"""


def _screen(key: str, start: str) -> Screen:
    return Screen(key, start, key, ("common/base.css",), (f"{start}/{start}.js",))


SCREENS = (_screen("man-hinh", "wall"), _screen("ki-ot", "kiosk"))
_DISPLAYS = Displays(SCREENS, dict, lambda *_: {}, lambda *_: {}, lambda *_: {}, lambda *_: b"")


def files(says: str, **scripts: str) -> dict[str, bytes]:
    """A whole release that shows ``says`` (and the size of its image, which travels as base64)."""
    found: dict[str, bytes] = {
        "screens.json": _DISPLAYS.list(),
        "du-lieu.json": f'{{"says":"{says}"}}'.encode(),
        "common/base.css": b'h1 { color: rgb(1, 2, 3); background: url("dot.png") }',
        "common/dot.png": b"\x89PNG\r\n\x1a\n\x00\xff" * 10,
        "thu-tuc/1.001193.json": 'Đăng ký "khai sinh"\u2028\\n'.encode() + b"A" * 99,
    }
    for start in ("wall", "kiosk"):
        found[f"{start}/{start}.js"] = scripts.get(start, _SCREEN.replace("WHICH", start)).encode()
    return found


@cache
def key(name: str = "ours") -> SigningKey:
    """A key by name; made once a run."""
    del name
    return SigningKey(ec.generate_private_key(ec.SECP256R1()))


def bundle(
    output: Path,
    says: str = "bản một",
    *,
    commune: Commune = PHU_THAI,
    signer: SigningKey | None = None,
    now: datetime = MONDAY,
    content: Mapping[str, bytes] | None = None,
) -> Bundled:
    """Make or update a bundle in ``output``."""
    return make_bundle(commune, content or files(says), output, signer, now, SCREENS)

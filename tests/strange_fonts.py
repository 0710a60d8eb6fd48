"""Fonts as no device has them, beyond those that devices do have on either side.

A page that takes the device's font must fit any: a computer without Noto Sans may write in DejaVu Sans, whose
letters are 7 % wider and 1.16 of the size high instead of 1.36.  The letters here are those of the font
that screens bring along, set wider or narrower, with metrics that its makers never gave it.
"""

import json
from base64 import b64encode
from functools import cache
from typing import Final

from playwright.sync_api import Page

from generator.resources import theme

FONTS: Final = {
    "short and wide": {"sizeAdjust": "122%", "ascentOverride": "70%", "descentOverride": "14%"},
    "tall and narrow": {
        "sizeAdjust": "86%",
        "ascentOverride": "150%",
        "descentOverride": "70%",
        "lineGapOverride": "40%",
    },
}
"""Descriptors of ``FontFace``; with ``sizeAdjust``, letters are 1.0 and 1.9 of the size high."""

_DRESS = """async ([family, files, metrics]) => {
  const probe = document.createElement("span");
  probe.style.cssText = "position: absolute; white-space: nowrap; font-size: 100px";
  probe.textContent = "Giấy tờ";
  (document.querySelector("#man > *") || document.body).append(probe);
  const size = () => [probe.offsetWidth, probe.offsetHeight].join();
  const before = size();
  for (const face of [...document.fonts]) document.fonts.delete(face);
  for (const [weight, file] of Object.entries(files)) {
    const bytes = Uint8Array.from(atob(file), letter => letter.charCodeAt(0));
    document.fonts.add(await new FontFace(family, bytes, { ...metrics, weight }).load());
  }
  await document.fonts.ready;
  const after = size();
  probe.remove();
  if (after === before) throw new Error("nothing on this page is written in " + family);
}"""

_IN_PLACE_OF_ITS_OWN = """(() => {
  const Face = self.FontFace;
  self.FontFace = function (family, bytes, given) {
    return new Face(family, bytes, Object.assign({}, given, METRICS));
  };
})();"""


@cache
def _files() -> dict[str, str]:
    """Base64 of the two cuts, by the weights that they stand for."""
    folder = theme() / "display/common/fonts"
    cuts = {"1 599": "noto-sans-400.woff2", "600 1000": "noto-sans-700.woff2"}
    return {weights: b64encode((folder / name).read_bytes()).decode() for weights, name in cuts.items()}


def dress(page: Page, family: str, metrics: dict[str, str]) -> None:
    """Let whatever ``page`` writes in ``family`` be written in a font with these ``metrics`` from now on.

    Raises:
        playwright.sync_api.Error: nothing changed, so a test that goes on would prove nothing.
    """
    page.evaluate(_DRESS, [family, _files(), metrics])


def in_place_of_its_own(metrics: dict[str, str]) -> str:
    """A script for a page that brings its fonts along, to run before it: they get these ``metrics``.

    So looks a screen whose fonts do not come, on a device of these fonts.
    """
    return _IN_PLACE_OF_ITS_OWN.replace("METRICS", json.dumps(metrics))

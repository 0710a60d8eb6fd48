"""Make the fonts of the screens: ``python -m generator.display.cut_fonts``.

Takes Noto Sans (SIL Open Font License 1.1) from the package ``fontpkg-noto-sans``, cuts it down to what
Vietnamese boards are written with, and writes WOFF2 files, their licence and the table of advance widths that
slides are measured with.  The results are committed: a build then needs neither fontTools nor Brotli, and
another version of either cannot change a byte of a release.
"""

import json
from pathlib import Path
from typing import Any

import fontpkg_noto_sans
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "theme/display/common/fonts"
WIDTHS = ROOT / "generator/display/noto_sans_widths.json"
WEIGHTS = (400, 700)
RANGES = (
    (0x20, 0x7E),  # Latin
    (0xA0, 0x17F),  # Latin-1, Latin Extended-A: đ, ă, ĩ, ũ
    (0x1A0, 0x1A1),  # ơ
    (0x1AF, 0x1B0),  # ư
    (0x300, 0x304),  # marks that a careless source leaves apart
    (0x306, 0x309),
    (0x31B, 0x31B),
    (0x323, 0x323),
    (0x391, 0x3C9),  # Greek, for units and formulas
    (0x1EA0, 0x1EF9),  # Vietnamese
    (0x2010, 0x2026),  # dashes, quotation marks, bullet, ellipsis
    (0x2030, 0x203A),
    (0x2070, 0x208E),  # raised and lowered figures
    (0x20AB, 0x20AC),  # đồng, euro
    (0x2116, 0x2116),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
    (0x2260, 0x2265),
)


def main() -> None:
    """Write everything."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    widths = {str(weight): _make(weight) for weight in WEIGHTS}
    WIDTHS.write_text(json.dumps(widths, sort_keys=True, separators=(",", ":")) + "\n", encoding="utf-8")
    licence = (Path(fontpkg_noto_sans.ROOT) / "LICENSE").read_text(encoding="utf-8")
    (FOLDER / "OFL.txt").write_text(licence.rstrip() + "\n", encoding="utf-8")


def _make(weight: int) -> dict[str, int]:
    """One weight as WOFF2; its advance widths in thousandths of the size, by character."""
    source = Path(fontpkg_noto_sans.ROOT) / "files/NotoSans[wdth,wght].ttf"
    font: Any = instantiateVariableFont(TTFont(source, recalcTimestamp=False), {"wght": weight, "wdth": 100})
    options = Options()
    options.flavor = "woff2"
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.hinting = False
    options.desubroutinize = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    cut = Subsetter(options)
    cut.populate(unicodes=[point for first, last in RANGES for point in range(first, last + 1)])
    cut.subset(font)
    font.flavor = "woff2"
    font.save(FOLDER / f"noto-sans-{weight}.woff2")
    units = font["head"].unitsPerEm
    names, advances = font.getBestCmap(), font["hmtx"].metrics
    return {chr(point): round(1000 * advances[name][0] / units) for point, name in names.items()}


if __name__ == "__main__":
    main()

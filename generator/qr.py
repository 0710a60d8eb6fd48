"""QR codes as inline SVG: what a citizen scans to take a page home."""

from itertools import groupby

import zxingcpp
from markupsafe import Markup, escape

_QUIET = 4
_CHUNK = 8
_LIGHT = b"\xff"


def svg(text: str, label: str) -> Markup:
    """``text`` as a QR code (level M, quiet zone of 4 modules), labelled for those who cannot see it."""
    # Any mask decodes alike; fixing one saves the search for the prettiest of eight, 5/6 of the time.
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=3)
    image = code.to_image(scale=1, add_quiet_zones=False)
    size = image.shape[1]
    modules = bytes(memoryview(image))  # type: ignore[arg-type]  # it has the buffer protocol
    path = "".join([f"M{_QUIET} {y + _QUIET}.5{_row(modules, y * size, size)}" for y in range(size)])
    whole = size + 2 * _QUIET
    return Markup(
        f'<svg class="qr" role="img" aria-label="{escape(label)}" width="{whole * 4}" height="{whole * 4}"'
        f' viewBox="0 0 {whole} {whole}"><path fill="#fff" d="M0 0h{whole}v{whole}H0z"/>'
        f'<path stroke="#000" d="{path}"/></svg>'
    )


def _row(modules: bytes, start: int, size: int) -> str:
    end = start + size
    return "".join([_strokes[modules[at : min(at + _CHUNK, end)]] for at in range(start, end, _CHUNK)])


class _Strokes(dict[bytes, str]):
    """Strokes of a few modules.  At most 2**8 + 2**5 chunks exist: looking them up is six times faster."""

    def __missing__(self, chunk: bytes) -> str:
        """Relative strokes over dark modules and moves over light ones."""
        runs = ((bytes((value,)) == _LIGHT, len(list(group))) for value, group in groupby(chunk))
        self[chunk] = "".join(f"m{length} 0" if light else f"h{length}" for light, length in runs)
        return self[chunk]


_strokes = _Strokes()

"""QR codes as inline SVG: what a citizen scans to take a page home."""

from functools import cache
from itertools import groupby
from typing import Any

import zxingcpp
from markupsafe import Markup, escape

_QUIET = 4
_CHUNK = 8
_LIGHT = b"\xff"


def svg(text: str, label: str) -> Markup:
    """``text`` as a QR code (level M, quiet zone of 4 modules), labelled for those who cannot see it."""
    # Any mask decodes alike; fixing one saves the search for the prettiest of eight, 5/6 of the time.
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=3)
    image: Any = code.to_image(scale=1, add_quiet_zones=False)  # a buffer, which older stubs do not say
    size = image.shape[1]
    modules = bytes(memoryview(image))
    form, chunks = _layout(size)
    path = form % tuple(map(_strokes.__getitem__, map(modules.__getitem__, chunks)))
    whole = size + 2 * _QUIET
    return Markup(
        f'<svg class="qr" role="img" aria-label="{escape(label)}" width="{whole * 4}" height="{whole * 4}"'
        f' viewBox="0 0 {whole} {whole}"><path fill="#fff" d="M0 0h{whole}v{whole}H0z"/>'
        f'<path stroke="#000" d="{path}"/></svg>'
    )


@cache
def _layout(size: int) -> tuple[str, tuple[slice, ...]]:
    """The path of a code of ``size`` modules with a place for each chunk, and where the chunks lie."""
    starts = range(0, size, _CHUNK)
    rows = (f"M{_QUIET} {y + _QUIET}.5{'%s' * len(starts)}" for y in range(size))
    ends = (min(start + _CHUNK, size) for start in starts)
    row = list(zip(starts, ends, strict=True))
    return "".join(rows), tuple(slice(y * size + a, y * size + b) for y in range(size) for a, b in row)


class _Strokes(dict[bytes, str]):
    """Strokes of a few modules.  At most 2**8 + 2**5 chunks exist: looking them up is six times faster."""

    def __missing__(self, chunk: bytes) -> str:
        """Relative strokes over dark modules and moves over light ones."""
        runs = ((bytes((value,)) == _LIGHT, len(list(group))) for value, group in groupby(chunk))
        self[chunk] = "".join(f"m{length} 0" if light else f"h{length}" for light, length in runs)
        return self[chunk]


_strokes = _Strokes()

"""Charts as SVG made here: fixed size, title and description, patterns and numbers beside every colour.

Drawn 320 units wide, so that letters stay readable on the narrowest phone; style sheets give colours for
light, dark and print by class, and nothing here carries a style of its own.  Lines of text have room
to spare: they do not wrap in a drawing, and readers have wider fonts than ours.
"""

from collections.abc import Sequence

from markupsafe import Markup, escape

from generator.statistics.form import Cells
from generator.statistics.rates import Rate
from generator.statistics.sentences import period
from generator.statistics.trend import Point
from generator.vietnamese import day, number, percent

WIDTH = 320
_BAR_LEFT, _BAR_WIDTH = 8, 304
_ROW = 26

Part = tuple[str, str, int]
"""Class of a segment, its label and its count."""


def outcome(cells: Cells, ident: str, title: str) -> Markup | None:
    """Where the dossiers of a period are: one bar, every segment named with its number below."""
    parts = outcome_parts(cells)
    if not parts:
        return None
    body = _bar(parts, 6, 28, ident)
    for index, (kind, label, count) in enumerate(parts):
        body.append(_legend(kind, f"{label}: {number(count)}", 46 + _ROW * index, ident))
    described = "; ".join(f"{label} {number(count)}" for _, label, count in parts) + " hồ sơ."
    return _svg(ident, 48 + _ROW * len(parts), title, described, body)


def outcome_parts(cells: Cells) -> list[Part]:
    """The segments of a bar; the four of the form where they are all known, else the two totals."""
    late, pending_late = cells.get("resolved_late"), cells.get("pending_late")
    early, on_time, waiting = (
        cells.get(k) for k in ("resolved_early", "resolved_on_time", "pending_in_time")
    )
    parts: list[Part]
    if None not in (late, pending_late, early, on_time, waiting):
        parts = [
            ("done", "Giải quyết đúng, trước hạn", (early or 0) + (on_time or 0)),
            ("late", "Giải quyết quá hạn", late or 0),
            ("waiting", "Đang giải quyết, trong hạn", waiting or 0),
            ("overdue", "Đang giải quyết, quá hạn", pending_late or 0),
        ]
    else:
        totals = (
            ("done", "Đã giải quyết", "resolved_total"),
            ("waiting", "Đang giải quyết", "pending_total"),
        )
        parts = [(kind, label, count) for kind, label, key in totals if (count := cells.get(key)) is not None]
    received = cells.get("received_total")
    rest = received - sum(count for *_, count in parts) if received is not None else 0
    if parts and rest > 0:
        parts.append(("unknown", "Nguồn không nêu rõ", rest))
    return [part for part in parts if part[2]]


def trend(points: Sequence[Point], ident: str, title: str) -> Markup:
    """Received and resolved in each period, as pairs of bars."""
    keys = (("done", "Tiếp nhận", "received_total"), ("waiting", "Đã giải quyết", "resolved_total"))
    top = max((points[i].cells.get(key) or 0 for i in range(len(points)) for *_, key in keys), default=0) or 1
    step = 260 / len(points)
    width = min(step * 0.4, 24)
    body = [
        Markup('<line class="chart__axis" x1="56" y1="150" x2="316" y2="150"/>'),
        Markup('<line class="chart__grid" x1="56" y1="20" x2="316" y2="20"/>'),
        _text(52, 25, number(top), "chart__tick", "end"),
        _text(52, 154, "0", "chart__tick", "end"),
        _text(56, 170, day(points[0].period.until), "chart__tick"),
        _text(316, 170, day(points[-1].period.until), "chart__tick", "end"),
    ]
    for index, point in enumerate(points):
        for place, (kind, _, key) in enumerate(keys):
            if (count := point.cells.get(key)) is not None:
                height = 130 * count / top
                x = 56 + step * (index + 0.5) + (place - 1) * width
                body.append(_segment(kind, x, 150 - height, width, height, ident))
    body += [_legend(kind, label, 180 + _ROW * i, ident) for i, (kind, label, _) in enumerate(keys)]
    described = "; ".join(
        f"{period(p.period)}: tiếp nhận {_or_none(p.cells.get('received_total'))}, "
        f"đã giải quyết {_or_none(p.cells.get('resolved_total'))}"
        for p in points
    )
    return _svg(ident, 236, title, described + ".", body)


def small(cells: Cells, ident: str, title: str) -> Markup | None:
    """The bar of ``outcome`` alone, for pages with many of them: ``key`` says once what its patterns mean."""
    parts = outcome_parts(cells)
    if not parts:
        return None
    body = _bar(parts, 2, 24, KEY)
    described = "; ".join(f"{label} {number(count)}" for _, label, count in parts) + " hồ sơ."
    return _svg(ident, 28, title, described, body, patterns=False)


KEY = "mau"
"""The patterns of the key, which every small bar of its page is filled with."""

_PATTERNS = (
    ("done", "Đã giải quyết (trước hạn, đúng hạn)"),
    ("late", "Giải quyết quá hạn"),
    ("waiting", "Đang giải quyết, trong hạn"),
    ("overdue", "Đang giải quyết, quá hạn"),
    ("unknown", "Nguồn không nêu rõ"),
)


def key() -> Markup:
    """What the segments of ``small`` mean."""
    body = [_legend(kind, label, 2 + _ROW * place, KEY) for place, (kind, label) in enumerate(_PATTERNS)]
    words = "Chú giải các phần của thanh"
    return _svg(KEY, _ROW * len(_PATTERNS), words, "; ".join(label for _, label in _PATTERNS) + ".", body)


def rates(rows: Sequence[tuple[str, Rate]], ident: str, title: str, middle: float | None = None) -> Markup:
    """A dot and its 95 % interval for each name, with a dashed line at the board's median.

    Lines and dots of all rows are one path each: a province has 148 rows.
    """
    low = min(found.interval[0] for _, found in rows)
    start = max(0.0, int(low * 10) / 10 - 0.1)

    def place(share: float) -> str:
        return _n(8 + 150 * (share - start) / (1 - start))

    names, words, lines, dots, dashes = [], [], [], [], []
    for index, (name, found) in enumerate(rows):
        y = 24 + 44 * index
        left, right = (place(end) for end in found.interval)
        names.append(_line(8, y + 14, name))
        words.append(_line(170, y + 32, f"{percent(found.share)}, n {number(found.n)}"))
        lines.append(f"M{left} {y + 28}H{right}")
        dots.append(f"M{place(float(found.share))} {y + 28}h0")
        if middle is not None:  # in pieces, so that it runs through no name
            dashes.append(f"M{place(middle)} {y + 18}v20")
    body = [
        _text(8, 14, percent(start), "chart__tick"),
        _text(158, 14, "100 %", "chart__tick", "end"),
        _group("chart__name", names),
        _group("chart__tick", words),
        *(_path(kind, d) for kind, d in (("median", dashes), ("interval", lines), ("dots", dots)) if d),
    ]
    described = "; ".join(f"{name} {percent(r.share)} của {number(r.n)} hồ sơ" for name, r in rows) + "."
    return _svg(ident, 28 + 44 * len(rows), title, described, body, patterns=False)


def _svg(
    ident: str, height: int, title: str, described: str, body: Sequence[Markup], *, patterns: bool = True
) -> Markup:
    defined = _patterns(ident) if patterns else ""
    return Markup(
        '<svg class="chart" role="img" width="{w}" height="{h}" viewBox="0 0 {w} {h}" '
        'aria-labelledby="{i}-t {i}-d"><title id="{i}-t">{t}</title><desc id="{i}-d">{d}</desc>{p}{b}</svg>'
    ).format(w=WIDTH, h=height, i=ident, t=title, d=described, p=defined, b=Markup("").join(body))


def _patterns(ident: str) -> Markup:
    return Markup(
        "<defs>"
        '<pattern id="{0}-waiting" width="8" height="8" patternUnits="userSpaceOnUse">'
        '<path class="chart__hatch" d="M-2 6l4 4M0 0l8 8M6 -2l4 4"/></pattern>'
        '<pattern id="{0}-late" width="6" height="6" patternUnits="userSpaceOnUse">'
        '<path class="chart__cross" d="M0 0l6 6M6 0l-6 6"/></pattern>'
        '<pattern id="{0}-overdue" width="6" height="6" patternUnits="userSpaceOnUse">'
        '<circle class="chart__spot" cx="3" cy="3" r="1.6"/></pattern>'
        "</defs>"
    ).format(ident)


def _segment(kind: str, x: float, y: float, width: float, height: float, ident: str) -> Markup:
    """A rectangle as a path, which is half as long in a page of hundreds."""
    fill = Markup(' fill="url(#{}-{})"').format(ident, kind) if kind in ("waiting", "late", "overdue") else ""
    w, h = _n(width), _n(height)
    shape = f"M{_n(x)} {_n(y)}h{w}v{h}h-{w}z"
    return Markup('<path class="chart__part chart__part--{}" d="{}"{}/>').format(kind, shape, fill)


def _bar(parts: Sequence[Part], y: int, height: int, ident: str) -> list[Markup]:
    """One bar over the whole width; the smallest segment is still seen."""
    whole, x, body = sum(count for *_, count in parts), float(_BAR_LEFT), []
    for index, (kind, _, count) in enumerate(parts):
        width = max(3.0, _BAR_WIDTH * count / whole)
        width = min(width, _BAR_LEFT + _BAR_WIDTH - x) if index < len(parts) - 1 else width
        body.append(_segment(kind, min(x, _BAR_LEFT + _BAR_WIDTH - width), y, width, height, ident))
        x += width
    return body


def _group(kind: str, texts: Sequence[Markup]) -> Markup:
    return Markup('<g class="{}">{}</g>').format(kind, Markup("").join(texts))


def _line(x: float, y: float, text: str) -> Markup:
    return Markup('<text x="{}" y="{}">{}</text>').format(_n(x), _n(y), escape(text))


def _path(kind: str, parts: Sequence[str]) -> Markup:
    return Markup('<path class="chart__{}" d="{}"/>').format(kind, "".join(parts))


def _legend(kind: str, text: str, y: int, ident: str) -> Markup:
    return _segment(kind, 8, y, 14, 14, ident) + _text(30, y + 13, text, "chart__label")


def _text(x: float, y: float, text: str, kind: str, anchor: str = "start") -> Markup:
    return Markup('<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>').format(
        kind, _n(x), _n(y), anchor, escape(text)
    )


def _n(value: float) -> str:
    """A coordinate with at most one decimal, the same on every machine."""
    return f"{value:.1f}".removesuffix(".0")


def _or_none(value: int | None) -> str:
    return "không nêu" if value is None else number(value)

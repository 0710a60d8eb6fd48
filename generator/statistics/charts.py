"""Charts as SVG made here: fixed size, title and description, patterns and numbers beside every colour.

Drawn 320 units wide, so that letters stay readable on the narrowest phone; style sheets give colours for
light, dark and print by class, and nothing here carries a style of its own.
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
    whole = sum(count for *_, count in parts)
    body, x = [], float(_BAR_LEFT)
    for index, (kind, label, count) in enumerate(parts):
        width = max(3.0, _BAR_WIDTH * count / whole)
        width = min(width, _BAR_LEFT + _BAR_WIDTH - x) if index < len(parts) - 1 else width
        body.append(_segment(kind, min(x, _BAR_LEFT + _BAR_WIDTH - width), 6, width, 28, ident))
        body.append(_legend(kind, f"{label}: {number(count)}", 46 + _ROW * index, ident))
        x += width
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
    step = 272 / len(points)
    width = min(step * 0.4, 24)
    body = [
        Markup('<line class="chart__axis" x1="44" y1="150" x2="316" y2="150"/>'),
        Markup('<line class="chart__grid" x1="44" y1="20" x2="316" y2="20"/>'),
        _text(40, 25, number(top), "chart__tick", "end"),
        _text(40, 154, "0", "chart__tick", "end"),
        _text(44, 170, day(points[0].period.until), "chart__tick"),
        _text(316, 170, day(points[-1].period.until), "chart__tick", "end"),
    ]
    for index, point in enumerate(points):
        for place, (kind, _, key) in enumerate(keys):
            if (count := point.cells.get(key)) is not None:
                height = 130 * count / top
                x = 44 + step * (index + 0.5) + (place - 1) * width
                body.append(_segment(kind, x, 150 - height, width, height, ident))
    body += [_legend(kind, label, 180 + _ROW * i, ident) for i, (kind, label, _) in enumerate(keys)]
    described = "; ".join(
        f"{period(p.period)}: tiếp nhận {_or_none(p.cells.get('received_total'))}, "
        f"đã giải quyết {_or_none(p.cells.get('resolved_total'))}"
        for p in points
    )
    return _svg(ident, 236, title, described + ".", body)


def rates(rows: Sequence[tuple[str, Rate]], ident: str, title: str, middle: float | None = None) -> Markup:
    """A dot and its 95 % interval for each name, with a dashed line at the board's median."""
    low = min(found.interval[0] for _, found in rows)
    start = max(0.0, int(low * 10) / 10 - 0.1)

    def place(share: float) -> float:
        return 8 + 180 * (share - start) / (1 - start)

    body = [
        _text(8, 14, percent(start), "chart__tick"),
        _text(188, 14, "100 %", "chart__tick", "end"),
    ]
    bottom = 24 + 44 * len(rows)
    for index, (name, found) in enumerate(rows):
        y = 24 + 44 * index
        left, right = (place(end) for end in found.interval)
        body.append(_text(8, y + 14, name, "chart__name"))
        if middle is not None:  # in pieces, so that it runs through no name
            line = Markup('<line class="chart__median" x1="{0}" y1="{1}" x2="{0}" y2="{2}"/>')
            body.append(line.format(_n(place(middle)), y + 18, y + 38))
        body.append(
            Markup('<line class="chart__interval" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(
                _n(left), y + 28, _n(right), y + 28
            )
        )
        body.append(
            Markup('<circle class="chart__dot" cx="{}" cy="{}" r="5"/>').format(
                _n(place(float(found.share))), y + 28
            )
        )
        words = f"{percent(found.share)}, n {number(found.n)}"
        body.append(_text(200, y + 32, words, "chart__tick"))
    described = "; ".join(f"{name} {percent(r.share)} của {number(r.n)} hồ sơ" for name, r in rows) + "."
    return _svg(ident, bottom + 4, title, described, body)


def _svg(ident: str, height: int, title: str, described: str, body: Sequence[Markup]) -> Markup:
    return Markup(
        '<svg class="chart" role="img" width="{w}" height="{h}" viewBox="0 0 {w} {h}" '
        'aria-labelledby="{i}-t {i}-d"><title id="{i}-t">{t}</title><desc id="{i}-d">{d}</desc>{p}{b}</svg>'
    ).format(w=WIDTH, h=height, i=ident, t=title, d=described, p=_patterns(ident), b=Markup("").join(body))


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
    fill = Markup(' fill="url(#{}-{})"').format(ident, kind) if kind in ("waiting", "late", "overdue") else ""
    return Markup(
        '<rect class="chart__part chart__part--{}" x="{}" y="{}" width="{}" height="{}"{}/>'
    ).format(kind, _n(x), _n(y), _n(width), _n(height), fill)


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

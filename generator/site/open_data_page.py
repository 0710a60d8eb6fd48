"""The page for people who build on the data: where it lies, how to read it, what every column means."""

from collections.abc import Iterator

from markupsafe import Markup

from generator import urls
from generator.board import Board
from generator.open_data.datasets import DATASETS, PROCEDURES
from generator.open_data.of_board import sets
from generator.open_data.package import QUOTING
from generator.site.page import Page
from generator.site.templates import template

_HEAD = Markup(
    '<link rel="stylesheet" href="{root}assets/congkhai/figures.css">'
    '<link rel="stylesheet" href="{root}assets/congkhai/accountability.css">'
    '<link rel="alternate" type="application/atom+xml" title="Số liệu" href="{root}thong-ke/atom.xml">'
)
KINDS = {
    "string": "chữ",
    "integer": "số nguyên",
    "number": "số",
    "date": "ngày (năm-tháng-ngày)",
    "datetime": "ngày giờ",
    "boolean": "true hoặc false",
}


def pages(board: Board) -> Iterator[Page]:
    """The one page."""
    path, root = urls.OPEN_DATA, urls.root(urls.OPEN_DATA)
    title = "Dữ liệu mở"
    body = template("open_data").render(
        board=board,
        settings=board.settings,
        root=root,
        title=title,
        datasets=DATASETS,
        counts=_counts(board),
        kinds=KINDS,
        quoting=QUOTING,
        site=board.settings.url.rstrip("/"),
        commune=next(iter(board.communes.values()), None),
        entry=next(iter(board.in_use), None),
    )
    description = (
        "Tải thủ tục, xã, số liệu, kiến nghị dạng CSV và JSON; nghĩa của từng cột; nhúng thẻ của xã."
    )
    yield Page(path, "du-lieu", title, description, Markup(body), _HEAD.format(root=root))


def _counts(board: Board) -> dict[str, int]:
    counts = {dataset.name: len(records) for dataset, records in sets(board).items()}
    return {PROCEDURES.name: len(board.entries), **counts}

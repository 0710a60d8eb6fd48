"""All slides of a commune in order, as many as one loop holds."""

from collections.abc import Callable, Mapping
from itertools import groupby

from generator.board import Board
from generator.display.wall.asked import asked
from generator.display.wall.changes import changes
from generator.display.wall.fields import fields
from generator.display.wall.frame import Frame
from generator.display.wall.office import contact, welcome
from generator.display.wall.results import late, results
from generator.display.wall.slide import Slide, numbered
from generator.display.wall.voice import complaints, notices, urgent
from generator.model.commune import Commune
from generator.model.display import SlideName

MOST_SLIDES, MOST_SECONDS = 18, 300
"""One loop: whoever sits down sees everything within five minutes."""

_MAKERS: Mapping[SlideName, Callable[[Board, Commune, Frame], list[Slide]]] = {
    "chao_mung": welcome,
    "thong_bao": notices,
    "linh_vuc": fields,
    "hoi_nhieu": asked,
    "thay_doi": changes,
    "ket_qua": results,
    "qua_han": late,
    "phan_anh": complaints,
    "lien_he": contact,
}


_LISTS: tuple[SlideName, ...] = ("hoi_nhieu", "linh_vuc", "thay_doi")
"""Long lists: their last pages may go."""


def deck(board: Board, commune: Commune, frame: Frame) -> list[Slide]:
    """The slides in the commune's order, urgent notices always among them.

    Where they are too many, pages of long lists go, the last first.
    """
    names = dict.fromkeys(commune.display.slides)
    groups = {name: _MAKERS[name](board, commune, frame) for name in names}
    if "thong_bao" not in names:
        names["thong_bao"] = None
        groups["thong_bao"] = urgent(board, commune, frame)
    for name in _LISTS:
        group = groups.get(name, [])
        while len(group) > 1 and _too_long(groups):
            group.pop()
    for name in _LISTS:
        by_title = groupby(groups.get(name, []), key=lambda slide: slide.title)
        groups[name] = [slide for _, same in by_title for slide in numbered(list(same))]
    return [slide for name in names for slide in groups[name]]


def _too_long(groups: Mapping[SlideName, list[Slide]]) -> bool:
    slides = [slide for group in groups.values() for slide in group if not slide.limits.get("urgent")]
    return len(slides) > MOST_SLIDES or sum(slide.seconds for slide in slides) > MOST_SECONDS

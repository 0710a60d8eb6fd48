"""What the template of a procedure's page shows, worked out beforehand: the template only lays it out.

A board renders thousands of these pages, and a line of Python is cheaper than a line of template.
"""

from typing import Literal

from msgspec import Struct

from generator import papers, words
from generator.citation import Citation
from generator.facts import Fact, grouped
from generator.model.completeness import missing_parts
from generator.model.procedure import Channel, Procedure
from generator.model.stated import State, Stated

_LONG, _MEDIUM = 60, 24
_LONG_NAME = 120
_DEFAULT_PLACE = "Trung tâm Phục vụ hành chính công cấp xã"


class Statement(Struct):
    """A fee or a time limit verbatim, or None where the source is silent.

    ``size`` is the class of its size: official wording is never cut, what is too long to be set large is set
    in the size of text.  ``bare`` says so where the source holds a number without a unit.  ``where`` names
    the channels (and the case) that it holds for, where that is not all of them.
    """

    text: str | None
    size: str
    bare: str | None
    where: str | None


class Row(Struct):
    """One row of Cách thức thực hiện."""

    kind: str
    case: str | None
    time: Statement
    fee: Statement
    description: str | None


class View(Struct):
    """All that the page says beside the record and the citation themselves."""

    name_class: str
    fees: list[Statement]
    times: list[Statement]
    place: str
    place_size: str
    ways: str
    online: str | None
    results: list[tuple[str, str]]
    contents: list[tuple[str, str]]
    folded: bool
    mark: str
    rows: list[Row]
    described: bool
    agencies: list[tuple[str, str]]
    levels: str
    scope: str
    detail: str
    missing: str


def view_of(procedure: Procedure, citation: Citation) -> View:
    """Work out everything for the page of ``procedure``."""
    rows = [_row(channel) for channel in procedure.channels]
    place = procedure.receiving_address or _DEFAULT_PLACE
    kinds = {channel.kind for channel in procedure.channels}
    agencies = (
        ("Cơ quan thực hiện", procedure.implementing_agency),
        ("Cơ quan có thẩm quyền", procedure.competent_authority),
        ("Cơ quan được ủy quyền", procedure.delegated_agency),
        ("Cơ quan phối hợp", procedure.coordinating_agency),
    )
    return View(
        name_class=' class="long-name"' if len(procedure.display_name) > _LONG_NAME else "",
        fees=_stated_facts(grouped(procedure.channels, "fee_text"), "fee"),
        times=_stated_facts(grouped(procedure.channels, "time_limit_text"), "time_limit"),
        place=place,
        place_size=size_class(procedure.receiving_address or ""),
        ways=", ".join(name for kind, name in words.CHANNELS.items() if kind in kinds),
        online=words.ONLINE[procedure.online_level] if procedure.online_level else None,
        results=[(result.name, size_class(result.name)) for result in procedure.results],
        contents=_contents(procedure, citation),
        folded=papers.folded(procedure.documents),
        mark=papers.mark(procedure.documents),
        rows=rows,
        described=any(row.description for row in rows),
        agencies=[(label, value) for label, value in agencies if value],
        levels=", ".join(words.LEVELS[level] for level in procedure.levels),
        scope=words.SCOPES[procedure.scope],
        detail=words.DETAIL[procedure.detail],
        missing=", ".join(term for _, term in missing_parts(procedure)),
    )


def size_class(text: str) -> str:
    """The class that sets ``text`` in a size that fits its length."""
    if len(text) > _LONG:
        return " fact__value--long"
    return " fact__value--medium" if len(text) > _MEDIUM else ""


def _row(channel: Channel) -> Row:
    name = words.CHANNELS[channel.kind]
    time = _shown(channel.time_limit, words.TIME_WITHOUT_UNIT)
    fee = _shown(channel.fee, words.FEE_WITHOUT_UNIT)
    return Row(name, channel.case, time, fee, channel.description)


def _shown(stated: Stated, without_unit: str) -> Statement:
    text = stated.text
    if stated.state is State.NOT_STATED or text is None:
        return Statement(None, "", None, None)
    return Statement(text, size_class(text), without_unit if text.isdigit() else None, None)


def _stated_facts(facts: tuple[Fact, ...], name: Literal["fee", "time_limit"]) -> list[Statement]:
    """Facts with the channels that they hold for, where they do not hold for all."""
    without_unit = words.FEE_WITHOUT_UNIT if name == "fee" else words.TIME_WITHOUT_UNIT
    found = []
    for fact in facts:
        statement = _shown(getattr(fact.channel, name), without_unit)
        if fact.case or len(facts) > 1:
            kinds = ", ".join(words.CHANNELS[kind] for kind in fact.kinds)
            statement.where = f"{kinds} – {fact.case}" if fact.case else kinds
        found.append(statement)
    return found


def _contents(procedure: Procedure, citation: Citation) -> list[tuple[str, str]]:
    """The page's sections in their order: anchor and name."""
    sections = (
        ("rieng", "Quy định riêng ở từng nơi", citation.overlays),
        ("doi-tuong", "Ai được làm", True),
        ("ho-so", "Giấy tờ cần có", True),
        ("trinh-tu", "Các bước", True),
        ("cach-nop", "Cách nộp, thời hạn và phí", True),
        ("dieu-kien", "Yêu cầu, điều kiện", True),
        ("ket-qua", "Kết quả", True),
        ("can-cu", "Căn cứ pháp lý", True),
        ("khieu-nai", "Phản ánh, khiếu nại", True),
        ("lien-quan", "Thủ tục liên quan", citation.related),
        ("thay-doi", "Thay đổi", procedure.changes),
        ("nguon", "Thông tin này lấy từ đâu", True),
    )
    return [(anchor, name) for anchor, name, shown in sections if shown]

"""``thu-tuc/<base code>.json``: all that a kiosk shows of one procedure, the same for every commune.

Texts are those of the record, word for word; what the source does not state is None.  What a province or a
commune decided for itself is in it under the area's code: a kiosk shows that of its own place only.
"""

from datetime import date

from generator import papers, vietnamese, words
from generator.citation import Citation
from generator.display.screens import as_json
from generator.facts import Fact, grouped
from generator.model.completeness import missing_parts
from generator.model.overlay import Overlay
from generator.model.procedure import Channel, ChannelTerms, DocumentCase, LegalText, Paper, Procedure
from generator.model.source import Source
from generator.model.stated import State, Stated

Json = dict[str, object]
RECEIVED_AT = "Trung tâm Phục vụ hành chính công cấp xã"


def procedure_detail(record: Procedure, citation: Citation) -> bytes:
    """The file's bytes, made of the record and what it cites of the board."""
    return as_json(
        {
            "code": record.code,
            "name": record.name,
            "shortName": record.short_name,
            "summary": record.summary,
            "field": record.field,
            "sparse": record.detail == "danh_muc",
            "stale": citation.stale,
            **_validity(record),
            "replacedBy": [[code[:8], name] for code, name in citation.replaced_by],
            "related": [[code[:8], name] for code, name in citation.related],
            "overlays": [_overlay(name, overlay) for name, overlay in citation.overlays],
            "fees": [_fact(fact, _fee(fact.channel)) for fact in grouped(record.channels, "fee_text")],
            "times": [
                _fact(fact, _time(fact.channel)) for fact in grouped(record.channels, "time_limit_text")
            ],
            "place": record.receiving_address or RECEIVED_AT,
            "ways": [words.CHANNELS[kind] for kind in words.CHANNELS if kind in _kinds(record)],
            "online": words.ONLINE[record.online_level] if record.online_level else None,
            "results": [[result.name, result.code] for result in record.results],
            "applicants": record.applicants,
            "dossier": _dossier(record),
            "steps": [[step.action, step.actor, step.duration] for step in record.steps],
            "channels": [_channel(channel) for channel in record.channels],
            "conditions": record.conditions,
            "agencies": _agencies(record),
            "laws": [_law(law) for law in record.legal_basis],
            "changes": [[vietnamese.day(note.day), note.text] for note in record.changes],
            "about": _about(record, citation),
            "sources": [_source(source) for source in record.sources],
            "missing": [term for _, term in missing_parts(record)] if record.detail == "day_du" else [],
            "doubts": record.doubts,
        }
    )


def _validity(record: Procedure) -> Json:
    validity = record.validity
    return {
        "since": _iso(validity.since) if validity else None,
        "until": _iso(validity.until) if validity else None,
        "decidedBy": validity.decided_by if validity else None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _fee(terms: ChannelTerms) -> str | None:
    return _stated(terms.fee, words.FEE_WITHOUT_UNIT)


def _time(terms: ChannelTerms) -> str | None:
    return _stated(terms.time_limit, words.TIME_WITHOUT_UNIT)


def _stated(statement: Stated, without_unit: str) -> str | None:
    """The text as it stands; a bare number is said to have no unit, as on the page."""
    if statement.state is State.NOT_STATED or statement.text is None:
        return None
    return f"{statement.text} {without_unit}" if statement.text.isdigit() else statement.text


def _fact(fact: Fact, statement: str | None) -> list[str | None]:
    """``[text or None, the channels and the case that it holds for]``."""
    where = ", ".join(words.CHANNELS[kind] for kind in fact.kinds)
    return [statement, f"{where} – {fact.case}" if fact.case else where]


def _kinds(record: Procedure) -> set[str]:
    return {channel.kind for channel in record.channels}


def _channel(channel: Channel) -> list[str | None]:
    """``[channel, case, time limit, fee, note]``."""
    return [words.CHANNELS[channel.kind], channel.case, _time(channel), _fee(channel), channel.description]


def _dossier(record: Procedure) -> Json:
    return {
        "mark": papers.mark(record.documents),
        "folded": papers.folded(record.documents),
        "sets": record.dossier_sets,
        "notes": record.notes,
        "cases": [_case(case) for case in record.documents],
    }


def _case(case: DocumentCase) -> list[object]:
    """``[name or None, [[paper, [what is said of it]]]]``, in the record's order."""
    return [case.name, [[paper.name, _paper_facts(paper)] for paper in case.papers]]


def _paper_facts(paper: Paper) -> list[str]:
    said = [
        paper.originals and f"{paper.originals} bản chính",
        paper.copies and f"{paper.copies} bản sao",
        paper.form and f"Mẫu: {paper.form}",
        paper.obtained_from and f"Lấy ở: {paper.obtained_from}",
    ]
    return [text for text in said if isinstance(text, str)]


def _agencies(record: Procedure) -> list[list[str]]:
    named = (
        ("Cơ quan thực hiện", record.implementing_agency),
        ("Cơ quan có thẩm quyền", record.competent_authority),
        ("Cơ quan được ủy quyền", record.delegated_agency),
        ("Cơ quan phối hợp", record.coordinating_agency),
    )
    return [[label, agency] for label, agency in named if agency]


def _law(law: LegalText) -> list[str | None]:
    """``[number, title, issuer and day]``."""
    facts = [law.issuer, vietnamese.day(law.issued_on) if law.issued_on else None]
    return [law.number, law.title, ", ".join(fact for fact in facts if fact) or None]


def _about(record: Procedure, citation: Citation) -> list[list[str | None]]:
    """Label and value of what says how far the record can be trusted; None where the source is silent."""
    decision = record.decision_number
    if decision and record.issuing_agency:
        decision = f"{decision} ({record.issuing_agency})"
    rows: list[list[str | None]] = [
        ["Mã thủ tục", record.code],
        ["Quyết định công bố", decision],
        ["Lĩnh vực", citation.field_name],
        ["Thẩm quyền", words.SCOPES[record.scope]],
        ["Mức độ chi tiết", words.DETAIL[record.detail]],
        ["Rà soát ngày", vietnamese.day(record.reviewed_on) if record.reviewed_on else None],
    ]
    if record.levels:
        rows.insert(3, ["Cấp thực hiện", ", ".join(words.LEVELS[level] for level in record.levels)])
    return rows


def _source(source: Source) -> str:
    return f"{source.name} ({vietnamese.day(source.day)})" if source.day else source.name


def _overlay(name: str, overlay: Overlay) -> Json:
    return {
        "area": overlay.area,
        "name": name,
        "rows": [_override(row) for row in overlay.channels],
        "place": overlay.place,
        "counter": overlay.counter,
        "notes": overlay.notes,
        "sources": [_source(source) for source in overlay.sources],
    }


def _override(row: ChannelTerms) -> list[str | None]:
    """``[channel, case, time limit, fee]``; None is what the place does not say differently."""
    return [words.CHANNELS[row.kind], row.case, _time(row), _fee(row)]

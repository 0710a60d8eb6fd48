"""Two versions of a procedure, as a citizen would want to be told."""

from collections.abc import Iterator
from datetime import date

from generator.changes.change import Change, Topic, from_to
from generator.changes.channels import channel_changes
from generator.changes.dossier import paper_changes, step_changes
from generator.changes.fields import field_changes
from generator.model.procedure import Lifecycle, Procedure, Validity, lifecycle
from generator.model.record import keys
from generator.vietnamese import day

_STATES = {
    Lifecycle.IN_FORCE: "đang có hiệu lực",
    Lifecycle.UPCOMING: "sắp có hiệu lực",
    Lifecycle.REPEALED: "đã bãi bỏ",
}
_TOPICS = {
    "online_level": Topic.CHANNEL,
    "dossier_sets": Topic.PAPER,
    "conditions": Topic.PAPER,
    "results": Topic.RESULT,
    "receiving_address": Topic.PLACE,
    "implementing_agency": Topic.PLACE,
    "competent_authority": Topic.PLACE,
    "applicants": Topic.OTHER,
}
_APART = frozenset(("channels", "documents", "steps", "validity"))


def procedure_changes(old: Procedure, new: Procedure, today: date) -> Iterator[Change]:
    """All changes, what matters most first."""
    yield from validity_changes(old.validity, new.validity, today)
    yield from channel_changes(old.channels, new.channels)
    yield from paper_changes(old.documents, new.documents)
    yield from step_changes(old.steps, new.steps)
    every = {each.name for each in keys(Procedure)}
    for topic in dict.fromkeys(_TOPICS.values()):
        named = {name for name, its in _TOPICS.items() if its is topic}
        for sentence in field_changes(old, new, skip=frozenset(every - named)):
            yield Change(topic, sentence)
    for sentence in field_changes(old, new, skip=_APART | _TOPICS.keys()):
        yield Change(Topic.OTHER, sentence)


def validity_changes(old: Validity | None, new: Validity | None, today: date) -> Iterator[Change]:
    """First and last day, what replaces it, and what the page will then say."""
    if old == new:
        return
    was, now = old or Validity(), new or Validity()
    decided = f" theo {now.decided_by}" if now.decided_by else ""
    if was.since != now.since:
        yield _dated("Có hiệu lực từ ngày", was.since, now.since, decided)
    if was.until != now.until:
        yield _dated("Áp dụng đến hết ngày", was.until, now.until, decided)
    for code in now.replaced_by:
        if code not in was.replaced_by:
            yield Change(Topic.LIFECYCLE, f"Được thay bằng thủ tục {code}.")
    for code in was.replaced_by:
        if code not in now.replaced_by:
            yield Change(Topic.LIFECYCLE, f"Không còn ghi là được thay bằng thủ tục {code}.")
    if was.decided_by != now.decided_by and (was.since, was.until) == (now.since, now.until):
        yield Change(Topic.OTHER, from_to("Văn bản về hiệu lực", was.decided_by, now.decided_by))
    before, after = lifecycle(old, today), lifecycle(new, today)
    if before is not after:
        said = f"Trang sẽ ghi thủ tục này {_STATES[after]} (trước: {_STATES[before]})."
        yield Change(Topic.LIFECYCLE, said, about_page=True)


def _dated(name: str, old: date | None, new: date | None, decided: str) -> Change:
    if new is None:
        return Change(Topic.LIFECYCLE, f"Bỏ dòng «{name} {day(old) if old else ''}».")
    before = f" (trước: {day(old)})" if old else ""
    return Change(Topic.LIFECYCLE, f"{name} {day(new)}{decided}{before}.")

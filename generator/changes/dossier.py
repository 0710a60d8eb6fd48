"""Papers and steps: what came, what went, what is asked differently."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.changes.change import Change, Topic, from_to, quoted
from generator.model.procedure import DocumentCase, Paper, Step

_SAME_PAPER = 0.6
"""From which likeness on a paper that went and one that came are one paper with a new name."""

_Key = tuple[str, str]


def paper_changes(old: Sequence[DocumentCase], new: Sequence[DocumentCase]) -> Iterator[Change]:
    """By case and name; a paper that only got another name is told as such."""
    before, after = _papers(old), _papers(new)
    gone = [key for key in before if key not in after]
    came = [key for key in after if key not in before]
    for key in list(gone):
        if near := _renamed(key, came):
            yield Change(Topic.PAPER, from_to(f"Giấy tờ{_case(key)} đổi tên", key[1], near[1]))
            yield from _details(near, before[key], after[near])
            gone.remove(key)
            came.remove(near)
    for key in gone:
        yield Change(Topic.PAPER, f"Không phải nộp nữa{_case(key)}: {quoted(key[1])}.")
    for key in came:
        yield Change(Topic.PAPER, f"Phải nộp thêm{_case(key)}: {quoted(key[1])}{_numbers(after[key])}.")
    for key in before:
        if key in after:
            yield from _details(key, before[key], after[key])


def _papers(cases: Sequence[DocumentCase]) -> dict[_Key, Paper]:
    return {(case.name or "", paper.name): paper for case in cases for paper in case.papers}


def _case(key: _Key) -> str:
    return f" (trường hợp {quoted(key[0])})" if key[0] else ""


def _renamed(key: _Key, came: Sequence[_Key]) -> _Key | None:
    near = [other for other in came if other[0] == key[0] and _likeness(key[1], other[1]) >= _SAME_PAPER]
    return max(near, key=lambda other: _likeness(key[1], other[1]), default=None)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _numbers(paper: Paper) -> str:
    parts = []
    if paper.originals is not None:
        parts.append(f"{paper.originals} bản chính")
    if paper.copies is not None:
        parts.append(f"{paper.copies} bản sao")
    return f" ({', '.join(parts)})" if parts else ""


def _details(key: _Key, old: Paper, new: Paper) -> Iterator[Change]:
    name = f"Giấy tờ {quoted(key[1])}{_case(key)}"
    if (old.originals, old.copies) != (new.originals, new.copies):
        was, now = (_numbers(paper).strip(" ()") or "không ghi số bản" for paper in (old, new))
        yield Change(Topic.PAPER, f"{name}: từ {was} thành {now}.")
    if old.form != new.form:
        yield Change(Topic.PAPER, from_to(f"{name}, mẫu đơn", old.form, new.form))
    if old.obtained_from != new.obtained_from:
        yield Change(Topic.PAPER, from_to(f"{name}, lấy ở đâu", old.obtained_from, new.obtained_from))


def step_changes(old: Sequence[Step], new: Sequence[Step]) -> Iterator[Change]:
    """By what is done; who does it and how long it takes are told of steps that stay."""
    matcher = SequenceMatcher(
        None, [step.action for step in old], [step.action for step in new], autojunk=False
    )
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            for was, now, place in zip(old[start:end], new[first:last], range(first, last), strict=True):
                yield from _same_step(was, now, place + 1)
        elif kind == "replace" and end - start == last - first:
            for was, now, place in zip(old[start:end], new[first:last], range(first, last), strict=True):
                yield Change(Topic.STEP, from_to(f"Bước {place + 1}", was.action, now.action))
                yield from _same_step(was, now, place + 1)
        else:
            for place in range(start, end):
                yield Change(Topic.STEP, f"Bỏ bước {place + 1} cũ: {quoted(old[place].action)}.")
            for place in range(first, last):
                yield Change(Topic.STEP, f"Thêm bước {place + 1}: {quoted(new[place].action)}.")


def _same_step(old: Step, new: Step, number: int) -> Iterator[Change]:
    if old.actor != new.actor:
        yield Change(Topic.STEP, from_to(f"Bước {number}, ai làm", old.actor, new.actor))
    if old.duration != new.duration:
        yield Change(Topic.STEP, from_to(f"Bước {number}, bao lâu", old.duration, new.duration))

"""Ways to hand in, fees and time limits: what of them changed between two versions of a procedure."""

from collections.abc import Iterator, Mapping, Sequence

from generator.changes.change import Change, Topic, from_to, quoted
from generator.model.procedure import ChannelTerms
from generator.model.stated import State, Stated
from generator.vietnamese import number

_HOW = {"truc_tiep": "trực tiếp", "truc_tuyen": "trực tuyến", "buu_chinh": "qua bưu chính"}
_Key = tuple[str, str, int]


def channel_changes(old: Sequence[ChannelTerms], new: Sequence[ChannelTerms]) -> Iterator[Change]:
    """Fees and times of rows that stay, then rows that came or went."""
    before, after = _by_key(old), _by_key(new)
    both = [key for key in before if key in after]
    for topic, name in ((Topic.FEE, "Phí, lệ phí"), (Topic.TIME, "Thời hạn giải quyết")):
        yield from _stated(topic, name, {key: (before[key], after[key]) for key in both}, set(after))
    for key in both:
        was, now = (getattr(row[key], "description", None) for row in (before, after))
        if was != now:
            yield Change(Topic.OTHER, from_to(f"Mô tả khi nộp {_place(key)}", was, now))
    yield from _came_and_went(before, after)


def _by_key(rows: Sequence[ChannelTerms]) -> dict[_Key, ChannelTerms]:
    """Rows by channel and case; one channel may have several rows without a case."""
    found: dict[_Key, ChannelTerms] = {}
    for row in rows:
        count = 0
        while (key := (row.kind, row.case or "", count)) in found:
            count += 1
        found[key] = row
    return found


def _place(key: _Key) -> str:
    kind, case, count = key
    row = f", dòng {count + 1}" if count else ""
    return f"{_HOW[kind]}, trường hợp {quoted(case)}{row}" if case else f"{_HOW[kind]}{row}"


def _stated(
    topic: Topic, name: str, rows: Mapping[_Key, tuple[ChannelTerms, ChannelTerms]], everywhere: set[_Key]
) -> Iterator[Change]:
    """One sentence for all channels that change alike."""
    alike: dict[tuple[str | None, str | None], list[_Key]] = {}
    for key, pair in rows.items():
        was, now = (row.fee if topic is Topic.FEE else row.time_limit for row in pair)
        if " ".join((was.text or "").split()) != " ".join((now.text or "").split()):
            alike.setdefault((was.text, now.text), []).append(key)
    for keys in alike.values():
        first, second = rows[keys[0]]
        was, now = (row.fee if topic is Topic.FEE else row.time_limit for row in (first, second))
        alone = len(keys) > 1 and set(keys) == everywhere
        where = "ở mọi cách nộp" if alone else f"khi nộp {' và '.join(map(_place, keys))}"
        yield Change(topic, _sentence(f"{name} {where}", was, now))


def _sentence(name: str, was: Stated, now: Stated) -> str:
    if now.state is State.NOT_STATED:
        return f"{name}: trước là {quoted(was.text or '')}, nay nguồn chưa nêu."
    if was.state is State.NOT_STATED:
        return f"{name}: trước nguồn chưa nêu, nay là {quoted(now.text or '')}."
    return from_to(name, was.text, now.text, _difference(was, now))


def _difference(was: Stated, now: Stated) -> str:
    """How much more or less, only between two plain amounts of one unit."""
    if was.number is None or now.number is None or was.unit != now.unit or was.number == now.number:
        return ""
    more = now.number > was.number
    verb = ("tăng" if more else "giảm") if now.unit == "đồng" else ("dài hơn" if more else "nhanh hơn")
    return f"{verb} {number(abs(now.number - was.number))} {now.unit}"


def _came_and_went(
    before: Mapping[_Key, ChannelTerms], after: Mapping[_Key, ChannelTerms]
) -> Iterator[Change]:
    had, has = {key[0] for key in before}, {key[0] for key in after}
    for kind in _HOW:
        if kind in had - has:
            yield Change(Topic.CHANNEL, f"Không còn nộp được {_HOW[kind]}.")
        elif kind in has - had:
            rows = "; ".join(_with_case(key, row) for key, row in after.items() if key[0] == kind)
            yield Change(Topic.CHANNEL, f"Nay nộp được {_HOW[kind]}: {rows}.")
        else:
            for key in before:
                if key[0] == kind and key not in after:
                    yield Change(Topic.CHANNEL, f"Bỏ một mức khi nộp {_place(key)}: {_terms(before[key])}.")
            for key, row in after.items():
                if key[0] == kind and key not in before:
                    yield Change(Topic.CHANNEL, f"Thêm một mức khi nộp {_place(key)}: {_terms(row)}.")


def _with_case(key: _Key, row: ChannelTerms) -> str:
    return f"trường hợp {quoted(key[1])}, {_terms(row)}" if key[1] else _terms(row)


def _terms(row: ChannelTerms) -> str:
    time = quoted(row.time_limit_text) if row.time_limit_text else "nguồn chưa nêu"
    fee = quoted(row.fee_text) if row.fee_text else "nguồn chưa nêu"
    return f"thời hạn {time}, phí {fee}"

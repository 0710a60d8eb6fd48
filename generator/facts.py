"""Fees and times as they are put first: what is the same word for word is said once, nothing is dropped."""

from itertools import groupby

from msgspec import Struct

from generator.model.procedure import Channel


class Fact(Struct, frozen=True):
    """One statement about a fee or a time, and the channels (with cases) that it holds for."""

    channel: Channel
    """The first of them: it carries the statement."""
    kinds: tuple[str, ...]
    case: str | None


def grouped(channels: tuple[Channel, ...], text: str) -> tuple[Fact, ...]:
    """Each statement of ``text`` (``fee_text`` or ``time_limit_text``) once, under all its channels."""
    groups: dict[tuple[str | None, str | None], list[Channel]] = {}
    for channel in channels:
        groups.setdefault((getattr(channel, text), channel.case), []).append(channel)
    return tuple(
        Fact(rows[0], tuple(kind for kind, _ in groupby(rows, key=lambda row: row.kind)), case)
        for (_, case), rows in groups.items()
    )

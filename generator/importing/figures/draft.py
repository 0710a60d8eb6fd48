"""A report of figures as one input states it, and the folder's facts that reading it needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.importing.draft import Draft
from generator.importing.field_keys import FieldKeys
from generator.importing.figures.title import place_name
from generator.statistics.periods import Period


@dataclass(slots=True)
class FiguresDraft(Draft):
    """``code`` is the commune's; rows of ``theo_linh_vuc`` bear a field's name where no key is known yet."""

    since: date | None = None
    until: date | None = None
    new_fields: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing but whose and of which days it is."""
        return not any(value for key, value in self.values.items() if key not in ("xa", "tu", "den", "nguon"))


@dataclass(frozen=True, slots=True)
class Told:
    """What the person who imports says of the input, where the input does not."""

    period: Period | None = None
    commune: str | None = None
    source: str | None = None


@dataclass(frozen=True)
class Known:
    """The communes of the board (code -> name) and its fields."""

    communes: Mapping[str, str]
    fields: FieldKeys
    told: Told = Told()

    def commune(self, text: str) -> str | None:
        """The code of the one commune that bears this name, whatever stands around it."""
        wanted = place_name(text)
        found = [code for code, name in self.communes.items() if place_name(name) == wanted]
        return found[0] if wanted and len(found) == 1 else None

"""The browser's engine run by QuickJS, so that the command line ranks as the site and the kiosk do."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import quickjs

from generator.model.words import EditorWords
from generator.search.data import search_data
from generator.search.entry import SearchEntry, SearchPlace
from generator.search.scripts import engine_source

CALL = """
function congkhaiAnswer(query, options) {
  return JSON.stringify(congkhai.searchDetails(query, JSON.parse(options)));
}
"""


class SearchEngine:
    """One catalogue, indexed at the first question.  Not for use from several threads at once."""

    def __init__(self, data: bytes) -> None:
        """Take the bytes of ``search-data.js`` as :func:`search_data` makes them."""
        self._context = quickjs.Context()
        self._context.eval("var self = globalThis;")
        self._context.eval(engine_source())
        self._context.eval(data.decode())
        self._context.eval(CALL)
        self._answer = self._context.get("congkhaiAnswer")

    @classmethod
    def of(
        cls,
        entries: Iterable[SearchEntry],
        words: EditorWords | None = None,
        places: Iterable[SearchPlace] = (),
    ) -> "SearchEngine":
        """Build the engine over entries, as the site would get them."""
        return cls(search_data(entries, words, places))

    def details(
        self,
        query: str,
        limit: int = 10,
        filters: Mapping[str, Sequence[str]] | None = None,
        exact: bool = False,
    ) -> dict[str, Any]:
        """Everything a results page shows; ``theme/search/engine.js`` names the parts."""
        options = {"limit": limit, "filters": dict(filters or {}), "exact": exact}
        answer: dict[str, Any] = json.loads(self._answer(_unpaired(query), json.dumps(options)))
        return answer

    def search(
        self, query: str, limit: int = 10, filters: Mapping[str, Sequence[str]] | None = None
    ) -> list[dict[str, Any]]:
        """The best procedures for a query, best first."""
        results: list[dict[str, Any]] = self.details(query, limit, filters)["results"]
        return results


def _unpaired(query: str) -> str:
    """A query that can cross into JavaScript: no half of a surrogate pair, no NUL."""
    return query.encode("utf-8", "replace").decode().replace("\0", " ")

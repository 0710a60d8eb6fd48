"""Search that a citizen cannot defeat: data for the one engine in JavaScript, and the same for Python."""

from generator.search.data import search_data
from generator.search.engine import SearchEngine
from generator.search.entry import SearchEntry, SearchPlace

__all__ = ["SearchEngine", "SearchEntry", "SearchPlace", "search_data"]

"""Our own Jinja2 environment: autoescape on, undefined names are errors, no Markdown anywhere near data."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator import papers, resources, urls, vietnamese, words
from generator.drawings import drawing
from generator.model.stated import State
from generator.statistics.rates import FORMULAS


@cache
def environment() -> Environment:
    """The environment that every page template is rendered in."""
    env = Environment(
        loader=FileSystemLoader(resources.theme() / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    env.globals.update(urls=urls, State=State, words=words, drawing=drawing)
    env.globals.update(papers_mark=papers.mark, papers_folded=papers.folded)
    env.globals.update(formulas=FORMULAS)
    env.filters.update(day=vietnamese.day, number=vietnamese.number, percent=vietnamese.percent)
    return env


def template(name: str) -> Template:
    """A page template by its name without ending."""
    return environment().get_template(f"{name}.html")

"""Our own Jinja2 environment: autoescape on, undefined names are errors, no Markdown anywhere near data."""

from collections.abc import MutableMapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.compiler import CodeGenerator, Frame
from jinja2.filters import do_truncate
from jinja2.nodes import Getattr
from markupsafe import Markup

from generator import resources, urls, vietnamese, words
from generator.drawings import drawing
from generator.model.stated import State
from generator.opening_hours import opening_lines
from generator.site.compiled import compiled
from generator.statistics.rates import FORMULAS

_SHORT = 200
"""Where a name only leads on, a very long one is shortened; its own page has it whole."""
_FACTS = {"fee": "phi", "time": "thoi-han", "place": "noi-nop", "result": "ket-qua"}

try:
    from markupsafe._speedups import _escape_inner as _escape
except ImportError:  # no compiled part for this Python: the same in Python

    def _escape(text: str, /) -> str:
        return str(Markup.escape(text))


def escaped(value: object) -> str:
    """What markupsafe's ``escape`` gives, as plain text: the pieces of a page are joined at once anyway.

    A procedure's page has two hundred of them, and wrapping each in ``Markup`` takes longer than escaping it.
    """
    kind = type(value)
    if kind is str:
        return _escape(value)  # type: ignore[arg-type]  # it is one
    if kind is int:
        return str(value)
    if hasattr(value, "__html__"):
        return str(value.__html__())
    return _escape(str(value))


class _PageTemplate(Template):
    """A template whose output goes through ``escaped``."""

    @classmethod
    def _from_namespace(
        cls, environment: Environment, namespace: MutableMapping[str, Any], globals: MutableMapping[str, Any]
    ) -> Template:
        namespace["escape"] = escaped
        return super()._from_namespace(environment, namespace, globals)


_THIS_MODULE = Path(__file__).read_text(encoding="utf-8")


class _Generator(CodeGenerator):
    """Attributes are attributes, as Python reads them: no second look among a mapping's keys, no call.

    A procedure's page asks for three hundred.  What is not there still raises.
    """

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802  # Jinja2's name
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")


class _Environment(Environment):
    """Compiles templates to the code of ``_Generator``."""

    template_class = _PageTemplate
    code_generator_class = _Generator


@cache
def environment() -> Environment:
    """The environment that every page template is rendered in."""
    env = _Environment(
        loader=FileSystemLoader(resources.theme() / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
        bytecode_cache=compiled("page", lambda: _THIS_MODULE),  # they are compiled as it says
    )
    env.globals.update(urls=urls, State=State, words=words, drawing=drawing)
    env.globals.update(formulas=FORMULAS, opening_lines=opening_lines)
    env.filters.update(day=vietnamese.day, number=vietnamese.number, percent=vietnamese.percent)
    env.filters.update(shortened=partial(do_truncate, env, length=_SHORT, end=" …", leeway=20))
    env.globals["icons"] = _fact_icons(env)
    return env


def _fact_icons(env: Environment) -> dict[str, Markup]:
    """The drawings beside the four facts, made once."""
    icon = env.get_template("_icons.html").module.icon  # type: ignore[attr-defined]
    return {key: icon(name, 28) for key, name in _FACTS.items()}


@cache
def template(name: str) -> Template:
    """A page template by its name without ending."""
    found = environment().get_template(f"{name}.html")
    found.globals = dict(found.globals)  # a chain of mappings would be walked for every page
    return found

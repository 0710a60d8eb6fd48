"""What a kiosk's old browser cannot read: a linter of scripts and styles for Chromium 61 and ES2017.

Scripts are parsed by tree-sitter, styles by tinycss2, so that a word in a text or a comment is no finding.
Versions are those of Chromium in which a feature appeared.  A line that asks first whether the browser has a
feature says so with ``floor: asked`` in a comment.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2
import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

ASKED = "floor: asked"

SYNTAX = {
    "optional_chain": "?. (80)",
    "import_statement": "import (module scripts do not open from file://)",
    "export_statement": "export (module scripts do not open from file://)",
    "field_definition": "class fields (72)",
    "private_property_identifier": "private names (74)",
    "class_static_block": "static blocks (94)",
    "import": "import() (63)",
    "meta_property": "import.meta (64)",
}
"""Kinds of nodes that are younger than ES2017."""

OPERATORS = {"??": "?? (80)", "??=": "??= (85)", "||=": "||= (85)", "&&=": "&&= (85)"}

METHODS = {
    "flat": 69,
    "flatMap": 69,
    "fromEntries": 73,
    "matchAll": 73,
    "replaceAll": 85,
    "at": 92,
    "hasOwn": 93,
    "findLast": 97,
    "findLastIndex": 97,
    "toSorted": 110,
    "toReversed": 110,
    "toSpliced": 110,
    "structuredClone": 98,
    "trimStart": 66,
    "trimEnd": 66,
    "finally": 63,
    "allSettled": 76,
    "any": 85,
    "withResolvers": 119,
    "replaceChildren": 86,
    "toggleAttribute": 69,
    "randomUUID": 92,
    "getAnimations": 84,
    "setHTML": 140,
    "checkVisibility": 105,
    "isWellFormed": 111,
    "groupBy": 117,
    "arrayBuffer": 76,  # of a Blob; Response has it from 42 and says "floor: asked"
}
"""Methods -> the version that brought them."""

MEMBERS = {"adoptedStyleSheets": 73, "clipboard": 66, "wakeLock": 84}
"""Likewise for properties."""

NAMES = {
    "globalThis": 71,
    "queueMicrotask": 71,
    "structuredClone": 98,
    "ResizeObserver": 64,
    "AbortController": 66,
    "BigInt": 67,
    "WeakRef": 84,
    "CSSStyleSheet": 73,
    "DecompressionStream": 80,
    "CompressionStream": 80,
}
INTL = {"PluralRules": 63, "RelativeTimeFormat": 71, "ListFormat": 72, "DisplayNames": 81, "Segmenter": 87}

PROPERTIES = {
    "gap": 66,
    "row-gap": 66,
    "column-gap": 66,
    "aspect-ratio": 88,
    "inset": 87,
    "inset-inline": 87,
    "inset-block": 87,
    "margin-inline": 87,
    "margin-block": 87,
    "margin-inline-start": 69,
    "margin-inline-end": 69,
    "margin-block-start": 69,
    "margin-block-end": 69,
    "padding-inline": 87,
    "padding-block": 87,
    "padding-inline-start": 69,
    "padding-inline-end": 69,
    "padding-block-start": 69,
    "padding-block-end": 69,
    "inline-size": 57,
    "translate": 104,
    "scale": 104,
    "rotate": 104,
    "appearance": 84,
    "mask": 120,
    "mask-image": 120,
    "backdrop-filter": 76,
    "content-visibility": 85,
    "container": 105,
    "container-type": 105,
    "contain-intrinsic-size": 83,
    "text-wrap": 114,
    "line-clamp": 999,
}
"""Properties that an old browser drops, so that the page would stand differently."""

FUNCTIONS = {
    "clamp": 79,
    "min": 79,
    "max": 79,
    "env": 69,
    "color-mix": 111,
    "oklch": 111,
    "lch": 111,
    "lab": 111,
    "oklab": 111,
    "hwb": 101,
    "conic-gradient": 69,
    "image-set": 113,
    "light-dark": 123,
    "round": 125,
    "is": 88,
    "where": 88,
    "has": 105,
    "selector": 83,
}
PSEUDO = {
    "focus-visible": 86,
    "is": 88,
    "where": 88,
    "has": 105,
    "marker": 86,
    "user-valid": 119,
    "popover-open": 114,
    "modal": 105,
    "defined-by": 999,
}
AT_RULES = {"layer": 99, "container": 105, "property": 85, "scope": 118, "starting-style": 117, "import": 0}
"""``@import`` is old enough, but the loader cannot follow it."""

UNITS = {"dvh", "svh", "lvh", "dvw", "svw", "lvw", "lh", "rlh", "cqw", "cqh", "cqi", "cqb", "cap", "ic"}
VALUES = {
    ("display", "contents"): 65,
    ("overflow-wrap", "anywhere"): 80,
    ("overflow", "clip"): 90,
    ("width", "stretch"): 138,
}
KEYWORDS = {"revert": 84, "revert-layer": 99}

_PARSER = Parser(Language(tree_sitter_javascript.language()))


@dataclass(frozen=True)
class Finding:
    """One thing that Chromium 61 cannot do, and the line that asks for it."""

    line: int
    what: str


def check_script(source: str) -> list[Finding]:
    """Findings of a classic script, in order."""
    lines = source.splitlines()
    found = sorted(_script_findings(_PARSER.parse(source.encode()).root_node), key=lambda f: f.line)
    return [finding for finding in found if ASKED not in lines[finding.line - 1]]


def _script_findings(node: Node) -> Iterator[Finding]:
    line = node.start_point[0] + 1
    if node.type == "ERROR" or node.is_missing:
        yield Finding(line, "not to be parsed")
    if node.type in SYNTAX and node.is_named:
        yield Finding(line, SYNTAX[node.type])
    yield from (Finding(line, what) for what in _of_node(node))
    for child in node.children:
        yield from _script_findings(child)


def _of_node(node: Node) -> Iterator[str]:
    text = (node.text or b"").decode()
    if node.type in OPERATORS:
        yield OPERATORS[node.type]
    elif node.type == "property_identifier" and text in METHODS and _is_called(node):
        yield f".{text}() ({METHODS[text]})"
    elif node.type == "property_identifier" and text in MEMBERS and _is_member(node):
        yield f".{text} ({MEMBERS[text]})"
    elif node.type == "property_identifier" and text in INTL and _is_member(node):
        yield f"Intl.{text} ({INTL[text]})"
    elif node.type == "identifier" and text in NAMES:
        yield f"{text} ({NAMES[text]})"
    elif node.type == "catch_clause" and node.child_by_field_name("parameter") is None:
        yield "catch without a name (66)"
    elif node.type in ("spread_element", "rest_pattern") and node.parent and node.parent.type in _OBJECTS:
        yield "{...object} (60, but ES2018)"
    elif node.type == "regex":
        yield from _of_pattern(text)
    elif node.type == "number" and ("_" in text or text.endswith("n")):
        yield "number with _ or n (75, 67)"
    elif node.type == "for_in_statement" and any(child.type == "await" for child in node.children):
        yield "for await (63)"
    elif node.type.startswith("generator_function") and any(c.type == "async" for c in node.children):
        yield "async function* (63)"


_OBJECTS = ("object", "object_pattern")


def _is_member(node: Node) -> bool:
    return node.parent is not None and node.parent.type == "member_expression"


def _is_called(node: Node) -> bool:
    """A method is told from a field of the same name (``found.at``) by being called."""
    member = node.parent
    call = member.parent if member else None
    return _is_member(node) and call is not None and call.child_by_field_name("function") == member


def _of_pattern(text: str) -> Iterator[str]:
    body, _, flags = text.rpartition("/")
    for part, what in (("(?<=", "lookbehind (62)"), ("(?<!", "lookbehind (62)"), ("\\p{", "\\p{} (64)")):
        if part in body:
            yield what
    if "(?<" in body.replace("(?<=", "").replace("(?<!", ""):
        yield "named group (64)"
    yield from (f"flag {flag}" for flag in flags if flag in "sdv")


def check_style(source: str) -> list[Finding]:
    """Findings of a style sheet, in order."""
    lines = source.splitlines()
    rules = tinycss2.parse_stylesheet(source, skip_comments=True, skip_whitespace=True)
    found = sorted(_rule_findings(rules), key=lambda f: f.line)
    return [finding for finding in found if ASKED not in lines[finding.line - 1]]


def _rule_findings(rules: Iterable[Any]) -> Iterator[Finding]:
    for rule in rules:
        kind = rule.type
        if kind == "error":
            yield Finding(rule.source_line, f"not to be parsed: {rule.message}")
        elif kind == "at-rule":
            yield from _at_rule(rule)
        elif kind == "qualified-rule":
            yield from _selector(rule.prelude)
            yield from _declarations(rule.content)


def _at_rule(rule: Any) -> Iterator[Finding]:
    name, line = rule.lower_at_keyword, rule.source_line
    content, prelude = rule.content, rule.prelude
    if name in AT_RULES:
        yield Finding(line, f"@{name} ({AT_RULES[name]})")
    if name == "media" and any(c in "<>" for c in tinycss2.serialize(prelude)):
        yield Finding(line, "@media (width >= …) (104)")
    if content is None:
        return
    if name in ("media", "supports", "keyframes", "layer", "container", "scope"):
        yield from _rule_findings(tinycss2.parse_rule_list(content, skip_comments=True, skip_whitespace=True))
    else:
        yield from _declarations(content)


def _selector(tokens: Iterable[Any]) -> Iterator[Finding]:
    before = None
    for token in tokens:
        kind = token.type
        name = ""
        if kind == "function":
            name = token.lower_name
            yield from _selector(token.arguments)
            if name == "not" and any(getattr(t, "value", "") == "," for t in token.arguments):
                yield Finding(token.source_line, ":not(a, b) (88)")
        elif kind == "ident":
            name = token.lower_value
        if name in PSEUDO and getattr(before, "value", "") == ":":
            yield Finding(token.source_line, f":{name} ({PSEUDO[name]})")
        if getattr(token, "value", "") == "&":
            yield Finding(token.source_line, "nested rule (112)")
        before = token


def _declarations(content: Iterable[Any]) -> Iterator[Finding]:
    for item in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if item.type == "error":
            yield Finding(item.source_line, f"not to be parsed: {item.message}")
        elif item.type == "qualified-rule":
            yield Finding(item.source_line, "nested rule (112)")
        elif item.type == "declaration":
            name = item.lower_name
            if name in PROPERTIES and PROPERTIES[name] > 61:
                yield Finding(item.source_line, f"{name} ({PROPERTIES[name]})")
            yield from _values(name, item.value)


def _values(name: str, tokens: Iterable[Any]) -> Iterator[Finding]:
    for token in tokens:
        kind = token.type
        line = token.source_line
        if kind == "function":
            function = token.lower_name
            arguments = token.arguments
            if function in FUNCTIONS:
                yield Finding(line, f"{function}() ({FUNCTIONS[function]})")
            if function in ("rgb", "rgba", "hsl", "hsla") and "," not in tinycss2.serialize(arguments):
                yield Finding(line, f"{function}() without commas (65)")
            yield from _values(name, arguments)
        elif kind == "dimension" and token.lower_unit in UNITS:
            yield Finding(line, f"unit {token.lower_unit}")
        elif kind == "hash" and len(token.value) in (4, 8) and not name.startswith("--"):
            yield Finding(line, "#rrggbbaa (62)")
        elif kind == "ident":
            word = token.lower_value
            if version := VALUES.get((name, word)) or KEYWORDS.get(word):
                yield Finding(line, f"{name}: {word} ({version})")

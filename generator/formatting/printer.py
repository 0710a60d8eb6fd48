"""A tree to its canonical text: the model's order, the writer's quotes, each comment in its place."""

from typing import Any

from generator.formatting.tree import Collection, Document, Entry, Scalar
from generator.model.shape import inside, keys_of, record_in
from generator.writing.yaml_writer import key_text, scalar

_LONGEST = 120
"""The longest list that may stand in brackets on one line."""
_IN_BRACKETS = frozenset(",[]{}")


def print_tree(document: Document, model: Any) -> str:
    """The text of a document whose root is read as ``model``."""
    root = document.root
    _tidy(root, model)
    if root.entries and (not document.head or not document.head[-1]):
        root.entries[0].above = _from_first(root.entries[0].above)
    lines = [*_spaced(document.head), *(_block(root, model) if root.entries else ["{}", *root.tail])]
    return "\n".join(lines) + "\n"


def _tidy(collection: Collection, annotation: Any) -> None:
    """Put keys in order; what is said of a list item's first key is said of the item."""
    model = record_in(annotation)
    if model and not collection.listed:
        order = {key: index for index, key in enumerate(keys_of(model))}
        collection.entries.sort(key=lambda entry: order.get(entry.key or "", len(order)))
    for entry in collection.entries:
        value = entry.value
        if not isinstance(value, Collection) or not value.entries:
            continue
        _tidy(value, _within(collection, entry, annotation))
        first = value.entries[0]
        first.above = _from_first(first.above)
        if collection.listed and _in_brackets(value, annotation) is None:
            beside = [entry.beside.text] if entry.beside else []
            entry.above += [*beside, *first.above]
            entry.beside, first.above = None, []


def _within(collection: Collection, entry: Entry, annotation: Any) -> Any:
    return annotation if collection.listed else inside(annotation, entry.key or "")


def _block(collection: Collection, annotation: Any) -> list[str]:
    """The lines of a collection at the left margin."""
    lines = []
    for entry in collection.entries:
        within = _within(collection, entry, annotation)
        lines += _spaced(entry.above)
        lines += _item(entry, within) if collection.listed else _pair(entry, within)
    return lines + _spaced(collection.tail)


def _pair(entry: Entry, annotation: Any) -> list[str]:
    name = f"{key_text(entry.key or '')}:"
    value = entry.value
    if isinstance(value, Collection) and value.entries and _in_brackets(value, annotation) is None:
        return [name + _beside(entry, ""), *_indented(_block(value, annotation))]
    head, *rest = _short(value, annotation)
    room = f"{name} {head}" if head else name
    return [*_orphans(value), room + _beside(entry, head), *_indented(rest)]


def _item(entry: Entry, annotation: Any) -> list[str]:
    value = entry.value
    if isinstance(value, Collection) and value.entries and _in_brackets(value, annotation) is None:
        head, *rest = _block(value, annotation)
        return [f"- {head}", *_indented(rest)]
    head, *rest = _short(value, annotation)
    return [*_orphans(value), f"- {head}".rstrip() + _beside(entry, head), *_indented(rest)]


def _short(value: Scalar | Collection, annotation: Any) -> list[str]:
    """A text, an empty collection, or a list in brackets: what begins on its key's line."""
    if isinstance(value, Collection):
        brackets = _in_brackets(value, annotation)
        return [brackets or ("[]" if value.listed else "{}")]
    if value.value is None:
        return [""]
    return scalar(value.value.strip(), annotation)


def _orphans(value: Scalar | Collection) -> list[str]:
    """Comments inside brackets that hold nothing."""
    return value.tail if isinstance(value, Collection) else []


def _in_brackets(value: Collection, annotation: Any) -> str | None:
    """A list of short texts that its author wrote in brackets, and that holds no comment, stays so."""
    if not (value.listed and value.flow and value.entries) or value.tail:
        return None
    parts = []
    for entry in value.entries:
        if isinstance(entry.value, Collection) or entry.above or entry.beside or entry.value.value is None:
            return None
        text, *more = scalar(entry.value.value.strip(), annotation)
        if more:
            return None
        parts.append(text if text[0] == '"' or not _IN_BRACKETS & set(text) else f'"{text}"')
    line = f"[{', '.join(parts)}]"
    return line if len(line) <= _LONGEST else None


def _beside(entry: Entry, head: str) -> str:
    """A comment keeps its one blank after a bare text: it may be a part of it, and the check then says so."""
    if not entry.beside:
        return ""
    bare = head[:1].isalnum() and isinstance(entry.value, Scalar)
    return f"{' ' if bare and entry.beside.near else '  '}{entry.beside.text}"


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}" if line else line for line in lines]


def _from_first(lines: list[str]) -> list[str]:
    """Without the blank lines at the beginning."""
    return lines[next((index for index, line in enumerate(lines) if line), len(lines)) :]


def _spaced(lines: list[str]) -> list[str]:
    """No blank line beside another."""
    return [line for index, line in enumerate(lines) if line or not index or lines[index - 1]]

"""Change a YAML text inside its groups and lists: what does not change keeps its lines and its comments.

Built on ``text_edit``, which changes whole keys: a group is cut out, moved to the margin, edited there and
put back.  Where a text is laid out in a way that this cannot follow, whole keys are written anew.
"""

from collections.abc import Mapping

from generator.importing.text_edit import NotEditable, comments, edit, entries_of
from generator.model.record import Record
from generator.model.shape import inside, record_in
from generator.reading import yaml_text
from generator.reading.yaml_faults import YamlFault
from generator.reading.yaml_text import Data
from generator.writing.yaml_writer import write

Model = type[Record] | None


def rewrite(text: str, after: Mapping[str, Data], model: Model = None) -> str:
    """The text that holds ``after`` (its keys in the order wanted).  Raises NotEditable.

    What ``model`` reads as a whole number is written without quotes.
    """
    before = _mapping(text)
    try:
        result = _group(text, before, after, model)
        if _mapping(result) == after and not comments(text) - comments(result):
            return result
    except (NotEditable, YamlFault):
        pass
    changes = {key: after.get(key) for key in {**before, **after} if before.get(key) != after.get(key)}
    return edit(text, changes, list(after), model) if changes else text


def _mapping(text: str) -> dict[str, Data]:
    data = yaml_text.parse(text)
    if not isinstance(data, dict):
        raise NotEditable
    return data


def _group(text: str, before: Mapping[str, Data], after: Mapping[str, Data], model: Model) -> str:
    for key, value in after.items():
        old = before.get(key)
        if old == value:
            continue
        try:
            if isinstance(old, dict) and old and isinstance(value, dict):
                text = _inside(text, key, old, value, _of(model, key))
            elif isinstance(old, list) and isinstance(value, list) and _grows(old, value):
                text = _list(text, key, old, value, _of(model, key))
            else:
                raise NotEditable
        except NotEditable:
            text = edit(text, {key: value}, list(after), model)
    removed: dict[str, Data] = {key: None for key in before if key not in after}
    return edit(text, removed, list(after), model) if removed else text


def _grows(old: list[Data], new: list[Data]) -> bool:
    """Whether all that was there is still there in its order, changed inside at most."""
    return len(new) >= len(old) and all(isinstance(item, dict) and item for item in [*old, *new])


def _inside(text: str, key: str, old: Mapping[str, Data], new: Mapping[str, Data], model: Model) -> str:
    lines, start, end = _block(text, key)
    margin = _margin(lines[start:end])
    inner = _group(_moved(lines[start:end], margin), old, new, model)
    return "\n".join([*lines[:start], *_back(inner, margin), *lines[end:]])


def _list(text: str, key: str, old: list[Data], new: list[Data], model: Model) -> str:
    lines, start, end = _block(text, key)
    margin = _margin(lines[start:end])
    block = _moved(lines[start:end], margin).split("\n")
    begins = [number for number, line in enumerate(block) if line.startswith("- ")]
    if len(begins) != len(old):
        raise NotEditable
    parts = [*block[: begins[0]]]
    for place, (first, was) in enumerate(zip(begins, old, strict=True)):
        last = begins[place + 1] if place + 1 < len(begins) else len(block)
        parts += _item(block[first:last], was, new[place], model)
    for item in new[len(old) :]:
        parts = [*_without_end(parts), *_written(item, model), ""]
    return "\n".join([*lines[:start], *_back("\n".join(parts), margin), *lines[end:]])


def _item(block: list[str], old: Data, new: Data, model: Model) -> list[str]:
    if old == new:
        return block
    assert isinstance(old, dict)
    assert isinstance(new, dict)
    inner = _group(_moved(["  " + block[0][2:], *block[1:]], 2), old, new, model)
    first, *rest = _back(inner, 2)
    return [f"- {first[2:]}", *rest]


def _written(item: Data, model: Model) -> list[str]:
    """An item of a list that stands at the margin."""
    assert isinstance(item, dict)
    first, *rest = write(item, model).split("\n")[:-1]
    return [f"- {first}", *("  " + line if line else line for line in rest)]


def _of(model: Model, key: str) -> Model:
    return record_in(inside(model, key)) if model else None


def _without_end(lines: list[str]) -> list[str]:
    return lines[:-1] if lines and not lines[-1] else lines


def _block(text: str, key: str) -> tuple[list[str], int, int]:
    """The lines of a text, and which of them hold the value of a key that begins on the next line."""
    lines = text.split("\n")
    entry = entries_of(lines)[key]
    head = lines[entry.start].split("#", 1)[0].rstrip()
    if not head.endswith(":") or entry.end <= entry.start + 1:
        raise NotEditable
    return lines, entry.start + 1, entry.end


def _margin(lines: list[str]) -> int:
    return min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)


def _moved(lines: list[str], margin: int) -> str:
    if any(line.strip() and line[:margin].strip() for line in lines):
        raise NotEditable
    return "\n".join([*(line[margin:] for line in lines), ""])


def _back(text: str, margin: int) -> list[str]:
    lines = text.split("\n")
    return [
        " " * margin + line if line.strip() else line for line in (lines[:-1] if not lines[-1] else lines)
    ]

"""The comments of a YAML text: PyYAML drops them, so what stands between its tokens is looked at again."""

from dataclasses import dataclass

import yaml

from generator.reading.yaml_text import Place


@dataclass(frozen=True, slots=True)
class Comment:
    """``text`` begins with ``#``; ``alone`` says that nothing stands before it on its line.

    ``near`` says that one blank parts it from what does: it may have been meant as a part of that.
    """

    line: int
    column: int
    text: str
    alone: bool
    near: bool

    @property
    def place(self) -> Place:
        """Line and column, from 1."""
        return self.line, self.column


@dataclass(frozen=True, slots=True)
class Signs:
    """What the parser's events do not tell: comments, and where the dash of each list item stands."""

    comments: tuple[Comment, ...]
    dashes: tuple[Place, ...]


def find_signs(text: str) -> Signs:
    """The comments and dashes of a text, in order.  Raises yaml.YAMLError where it is no YAML."""
    lines = text.split("\n")
    dashes: list[Place] = []
    spans: list[tuple[int, int]] = []
    end = 0
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        start = max(token.start_mark.index, end)
        spans.append((end, start))
        end = max(token.end_mark.index, end)
        if isinstance(token, yaml.BlockEntryToken):
            dashes.append((token.start_mark.line + 1, token.start_mark.column + 1))
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            spans.append(_header(text, token.start_mark.index))
    spans.append((end, len(text)))
    comments = [comment for begin, stop in spans for comment in _between(text, lines, begin, stop)]
    return Signs(tuple(comments), tuple(dashes))


def _header(text: str, start: int) -> tuple[int, int]:
    """From the first blank after ``|`` or ``>`` to the end of that line."""
    stop = text.find("\n", start)
    stop = len(text) if stop < 0 else stop
    blank = text.find(" ", start, stop)
    return (stop, stop) if blank < 0 else (blank, stop)


def _between(text: str, lines: list[str], begin: int, stop: int) -> list[Comment]:
    found = []
    line = text.count("\n", 0, begin) + 1
    offset = begin
    for part in text[begin:stop].split("\n"):
        if "#" in part:
            at = offset + part.index("#")
            column = at - text.rfind("\n", 0, at)
            ahead = lines[line - 1][: column - 1]
            alone, near = not ahead.strip(), ahead != (bare := ahead.rstrip()) and ahead == f"{bare} "
            found.append(Comment(line, column, part[part.index("#") :].rstrip(), alone, near))
        offset += len(part) + 1
        line += 1
    return found

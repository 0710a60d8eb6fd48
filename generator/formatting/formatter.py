"""Format a file of a board, and never change what it says: the result is read again and compared."""

from collections import Counter

from generator.failures import Failure
from generator.formatting.printer import print_tree
from generator.formatting.tree import read_tree
from generator.model.convert import record_of
from generator.model.record import Record
from generator.reading import yaml_text
from generator.reading.comments import find_signs
from generator.reading.yaml_faults import YamlFault

_REFUSED = "Không sắp xếp được tệp này mà giữ nguyên mọi chữ và ghi chú; tệp để nguyên."


class NotFormattable(Failure):
    """The text cannot be put in canonical form without a change of meaning or the loss of a comment."""


def canonical(text: str, model: type[Record]) -> str:
    """The canonical form of a text that is valid as ``model`` (as ``yaml_text.decode`` gives it).

    Raises NotFormattable where the result would not hold the same data and the same comments.
    """
    try:
        result = print_tree(read_tree(text), model)
    except ValueError as error:  # a key that is too long to stand on a line
        raise NotFormattable(_REFUSED) from error
    if not _same_meaning(text, result, model) or _comments(text) != _comments(result):
        raise NotFormattable(_REFUSED)
    return result


def _same_meaning(before: str, after: str, model: type[Record]) -> bool:
    try:
        old, new = yaml_text.parse(before), yaml_text.parse(yaml_text.decode(after.encode()))
    except YamlFault:
        return False
    return old == new and record_of(model, old) == record_of(model, new)


def _comments(text: str) -> Counter[str]:
    return Counter(comment.text for comment in find_signs(text).comments)

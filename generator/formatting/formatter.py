"""Format a file of a board, and never change what it says: the result is read again and compared."""

from collections import Counter

from pydantic import BaseModel

from generator.failures import Failure
from generator.formatting.printer import print_tree
from generator.formatting.tree import read_tree
from generator.reading import yaml_text
from generator.reading.comments import find_signs
from generator.reading.yaml_faults import YamlFault
from generator.reading.yaml_text import Data

_REFUSED = "Không sắp xếp được tệp này mà giữ nguyên mọi chữ và ghi chú; tệp để nguyên."


class NotFormattable(Failure):
    """The text cannot be put in canonical form without a change of meaning or the loss of a comment."""


def canonical(text: str, model: type[BaseModel]) -> str:
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


def _same_meaning(before: str, after: str, model: type[BaseModel]) -> bool:
    try:
        old, new = yaml_text.parse(before), yaml_text.parse(yaml_text.decode(after.encode()))
    except YamlFault:
        return False
    return _trimmed(old) == _trimmed(new) and model.model_validate(old) == model.model_validate(new)


def _trimmed(value: Data) -> Data:
    """Without the white space around a text, which no record keeps."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return [_trimmed(item) for item in value]
    return {key: _trimmed(item) for key, item in value.items()} if isinstance(value, dict) else value


def _comments(text: str) -> Counter[str]:
    return Counter(comment.text for comment in find_signs(text).comments)

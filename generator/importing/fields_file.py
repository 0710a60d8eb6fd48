"""``content/fields.yml``: read for the keys of fields, extended by the new ones, otherwise untouched."""

from generator.importing.board_folder import BoardFolder
from generator.importing.field_keys import FieldKeys
from generator.importing.text_edit import NotEditable, append_item
from generator.model.settings import Fields
from generator.reading import yaml_text
from generator.reading.record import read_content
from generator.reading.yaml_text import Data
from generator.writing.yaml_writer import write_record


class FieldsFile:
    """The fields of one board.  ``added``: the lines that this run wrote."""

    def __init__(self, folder: BoardFolder):
        """Raises NotEditable where the file has errors: they must be put right first."""
        self._folder = folder
        self._content = folder.fields.read_bytes() if folder.fields.is_file() else b""
        self.added: list[str] = []
        existing: dict[str, str] = {}
        if self._content.strip():
            reading = read_content(self._content, "", Fields)
            if reading.record is None:
                raise NotEditable
            existing = {item.key: item.name for item in reading.record.items}
        self.keys = FieldKeys(existing)

    def key(self, name: str) -> str:
        """The key of a field; a new field is written to the file at once.  Raises NotEditable."""
        if found := self.keys.find(name):
            return found
        key, shown = self.keys.add(name)
        item: dict[str, Data] = {"ma": key, "ten": shown}
        self._content = self._with(item)
        self._folder.write(self._folder.fields, self._content)
        self.added.append(f"{key}: {shown}" + (f" (nguồn ghi «{name}»)" if shown != name else ""))
        return key

    def add(self, item: dict[str, Data]) -> None:
        """Write a field that has its key already, with all that is said of it.  Raises NotEditable."""
        self._content = self._with(item)
        self._folder.write(self._folder.fields, self._content)
        self.keys.take(str(item["ma"]), str(item["ten"]))
        self.added.append(f"{item['ma']}: {item['ten']}")

    def _with(self, item: dict[str, Data]) -> bytes:
        if not self._content.strip():
            return write_record({"linh_vuc": [item]}, Fields).encode()
        text = append_item(yaml_text.decode(self._content), "linh_vuc", item)
        return like(self._content, text)


def like(content: bytes, text: str) -> bytes:
    """``text`` with the line ends and the byte order mark of the file it replaces."""
    encoded = text.replace("\n", "\r\n").encode() if b"\r\n" in content else text.encode()
    return b"\xef\xbb\xbf" + encoded if content.startswith(b"\xef\xbb\xbf") else encoded

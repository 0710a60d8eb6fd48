"""Put the records of another board of ours into a folder: new files whole, what is there already stays.

Only procedures are merged key by key (see ``importer``); of the others an editor's file always wins.
"""

import re
from pathlib import Path

from generator.importing.board_folder import BoardFolder, OutsideFolder
from generator.importing.fields_file import FieldsFile
from generator.importing.own_data import OwnDraft
from generator.importing.refusal import Refusal, refused_or, reported
from generator.importing.report import Outcome, RecordReport
from generator.importing.text_edit import NotEditable, append_item
from generator.model.commune import Commune
from generator.model.convert import record_of
from generator.model.overlay import Overlay
from generator.model.proposal import Proposal
from generator.model.record import Record
from generator.model.settings import BoardSettings, CatalogueField, Fields, LifeEvent, LifeEvents
from generator.model.statistics import StatisticsReport
from generator.model.words import CitizenWordsFile, Synonyms
from generator.reading import layout, yaml_text
from generator.reading.record import read_content
from generator.reading.yaml_faults import YamlFault
from generator.reading.yaml_text import Data
from generator.writing.yaml_writer import write_record

_NAME = re.compile(r"[A-Za-z0-9.-]+", re.ASCII)


class OwnRecords:
    """One run over one folder."""

    def __init__(self, folder: BoardFolder, fields: FieldsFile):
        self._folder = folder
        self._fields = fields
        self._taken: set[Path] = set()

    def put(self, draft: OwnDraft) -> RecordReport:
        """Write one draft; whatever hinders it is in the report."""
        return refused_or(draft, lambda: self._put(draft))

    def _put(self, draft: OwnDraft) -> RecordReport:
        if draft.model is CatalogueField:
            return self._field(draft)
        if draft.model is LifeEvent:
            return self._life_event(draft)
        path = self._path(draft)
        if draft.model is StatisticsReport:
            path = self._of_its_own(path)
        self._taken.add(path)
        if path.exists() or path.is_symlink():
            return self._there_already(draft, path, draft.model)
        return self._create(draft, path, draft.values, draft.model)

    def _create(
        self, draft: OwnDraft, path: Path, values: dict[str, Data], model: type[Record]
    ) -> RecordReport:
        self._folder.write(path, _written(values, model))
        return self._reported(draft, Outcome.CREATED, path)

    def _there_already(self, draft: OwnDraft, path: Path, model: type[Record]) -> RecordReport:
        found = read_content(path.read_bytes(), "", model).record
        if found is not None and found == record_of(model, draft.values):
            return self._reported(draft, Outcome.UNCHANGED, path)
        raise Refusal(f"Tệp {self._folder.name(path)} đã có và ghi khác; giữ nguyên tệp.")

    def _reported(self, draft: OwnDraft, outcome: Outcome, path: Path) -> RecordReport:
        imported = tuple(draft.values) if outcome is Outcome.CREATED else ()
        return reported(draft, outcome, self._folder.name(path), imported)

    def _path(self, draft: OwnDraft) -> Path:
        text = {key: str(value) for key, value in draft.values.items() if isinstance(value, str)}
        places = {
            BoardSettings: lambda: layout.BOARD,
            Commune: lambda: f"{layout.COMMUNES}/{text['ma']}/commune.yml",
            StatisticsReport: lambda: f"{layout.COMMUNES}/{text['xa']}/statistics/{text['den']}.yml",
            Proposal: lambda: f"{layout.PROPOSALS}/{text['ma']}.yml",
            Synonyms: lambda: layout.SYNONYMS,
            CitizenWordsFile: lambda: layout.CITIZEN_WORDS,
            Overlay: lambda: f"{layout.OVERLAYS}/{text['noi_ap_dung']}/{text['ma']}.yml",
        }
        name = places[draft.model]()
        if not all(_NAME.fullmatch(part.replace("_", "-")) for part in name.split("/")):
            raise OutsideFolder(name)
        return self._folder.root / name

    def _of_its_own(self, path: Path) -> Path:
        """Two reports up to the same day lie side by side, named so that their order stays."""
        number, found = 1, path
        while found in self._taken:
            number += 1
            found = path.with_name(f"{path.stem}_{number:02}.yml")
        return found

    def _field(self, draft: OwnDraft) -> RecordReport:
        path = self._folder.fields
        if self._fields.keys.find(draft.code) == draft.code:
            return self._reported(draft, Outcome.UNCHANGED, path)
        _written({"linh_vuc": [dict(draft.values)]}, Fields)
        self._fields.add(draft.values)
        return self._reported(draft, Outcome.CREATED, path)

    def _life_event(self, draft: OwnDraft) -> RecordReport:
        path = self._folder.root / layout.LIFE_EVENTS
        if not path.exists():
            return self._create(draft, path, {"su_kien": [dict(draft.values)]}, LifeEvents)
        events = read_content(path.read_bytes(), "", LifeEvents).record
        if events is None:
            raise Refusal(f"Tệp {layout.LIFE_EVENTS} đang có lỗi; hãy sửa rồi nhập lại.")
        same = next((event for event in events.items if event.key == draft.code), None)
        if same is not None and same == record_of(LifeEvent, draft.values):
            return self._reported(draft, Outcome.UNCHANGED, path)
        if same is not None:
            raise Refusal(f"Sự kiện «{draft.code}» đã có trong {layout.LIFE_EVENTS} và ghi khác; giữ nguyên.")
        try:
            text = append_item(yaml_text.decode(path.read_bytes()), "su_kien", draft.values)
        except NotEditable:
            raise Refusal(f"Tệp {layout.LIFE_EVENTS} không thêm dòng được; hãy sửa bằng tay.") from None
        self._folder.write(path, text.encode())
        return self._reported(draft, Outcome.CREATED, path)


def _written(values: dict[str, Data], model: type[Record]) -> bytes:
    """The file that holds ``values``.  Raises Refusal where it would not be read back as them."""
    content = write_record(values, model).encode()
    try:
        read = yaml_text.parse(yaml_text.decode(content))
    except YamlFault as fault:
        raise Refusal(f"Bản ghi không ghi vào tệp được. {fault.message}") from None
    if read != values:
        raise Refusal("Bản ghi viết ra không đọc lại được đúng như nguồn.")
    return content

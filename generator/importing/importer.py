"""Put drafts into a board's folder: new files whole, existing files key by key, each with its report."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.explain.messages import explain
from generator.importing.board_folder import BoardFolder
from generator.importing.draft import Draft
from generator.importing.field_keys import UNSORTED, UNSORTED_KEY
from generator.importing.fields_file import FieldsFile, like
from generator.importing.ledger import Stamp, fingerprint
from generator.importing.merge import merge
from generator.importing.refusal import (
    Refusal,
    existing_record,
    expect_code,
    last_ledger,
    refused_or,
    reported,
)
from generator.importing.report import Outcome, RecordReport
from generator.importing.text_edit import NotEditable, edit
from generator.model.convert import Refused, record_of
from generator.model.procedure import Procedure
from generator.model.shape import keys_of
from generator.model.text import base_code
from generator.reading import yaml_text
from generator.reading.record import read_content
from generator.writing.yaml_writer import in_model_order, write_record

KEYS = tuple(keys_of(Procedure))
_NEEDED = frozenset(("ma", "ten", "linh_vuc"))


class Importer:
    """One run over one folder."""

    def __init__(self, folder: BoardFolder, fields: FieldsFile):
        self.folder = folder
        self.fields = fields

    def put(self, draft: Draft) -> RecordReport:
        """Write one draft; whatever hinders it is in the report."""
        return refused_or(draft, lambda: self._put(draft))

    def _put(self, draft: Draft) -> RecordReport:
        expect_code(draft.code)
        path = self.folder.find(draft.code)
        return self._update(draft, path) if path else self._create(draft)

    def _create(self, draft: Draft) -> RecordReport:
        if draft.field_name is None:
            draft.doubt(f"Nguồn không nêu lĩnh vực; tạm xếp vào «{UNSORTED}».")
        _fit(draft, field="tam")
        field = self.fields.key(draft.field_name or UNSORTED)
        draft.values = in_model_order({**draft.values, "linh_vuc": field}, Procedure)
        path = self.folder.new_record(draft.code, field)
        if path.exists() or path.is_symlink():
            raise Refusal(f"Tệp {self.folder.name(path)} đã có mà không đọc được như một thủ tục.")
        content = write_record(draft.values, Procedure).encode()
        reading = read_content(content, "", Procedure)
        if reading.record is None or _data(content) != draft.values:
            told = "; ".join(problem.message for problem in reading.problems)
            raise Refusal(f"Bản ghi viết ra không đọc lại được đúng như nguồn. {told}".strip())
        self.folder.write_record(path, content)
        stamps = {key: Stamp(draft.rank, fingerprint(value)) for key, value in draft.values.items()}
        self.folder.write_ledger(base_code(draft.code), stamps)
        return reported(draft, Outcome.CREATED, self.folder.name(path), tuple(draft.values))

    def _update(self, draft: Draft, path: Path) -> RecordReport:
        content, existing = existing_record(path)
        field = self._field_of(draft, existing)
        _fit(draft, field=field or "tam")
        if field is None:
            del draft.values["linh_vuc"]
        ledger = last_ledger(self.folder, base_code(draft.code), draft)
        merged = merge(existing, draft, ledger)
        if merged.changes:
            path = self._edit(path, content, merged.changes)
        if merged.ledger != ledger:
            self.folder.write_ledger(base_code(draft.code), merged.ledger)
        for note in merged.notes:
            draft.doubt(note)
        outcome = Outcome.UPDATED if merged.changes else Outcome.UNCHANGED
        report = reported(draft, outcome, self.folder.name(path), tuple(merged.changes))
        return replace(report, conflicts=tuple(merged.conflicts))

    def _edit(self, path: Path, content: bytes, changes: dict[str, Any]) -> Path:
        try:
            text = edit(yaml_text.decode(content), changes, KEYS, Procedure)
        except NotEditable:
            told = f"Tệp đã có được trình bày khác thường nên không sửa; cần sửa tay: {', '.join(changes)}."
            raise Refusal(told) from None
        new = like(content, text)
        if len(new) > yaml_text.MAX_BYTES:
            raise Refusal("Sau khi thêm, tệp dài hơn mức cho phép nên không sửa.")
        field = changes.get("linh_vuc")
        target = self.folder.new_record(path.stem, field) if field else path
        if target != path and target.exists():
            raise Refusal(f"Tệp {self.folder.name(target)} đã có; hãy gộp hai tệp bằng tay.")
        self.folder.write_record(target, new)
        if target != path:
            path.unlink()
        return target

    def _field_of(self, draft: Draft, existing: dict[str, Any]) -> str | None:
        """The key of the draft's field: never a new field for a record that has one already."""
        if draft.field_name is None:
            return None
        if existing.get("linh_vuc") not in (None, UNSORTED_KEY):
            found = self.fields.keys.find(draft.field_name)
            if found is None:
                draft.doubt(f"Nguồn xếp vào lĩnh vực «{draft.field_name}»; giữ lĩnh vực của tệp.")
            return found
        return self.fields.key(draft.field_name)


def _data(content: bytes) -> yaml_text.Data:
    return yaml_text.parse(yaml_text.decode(content))


def _fit(draft: Draft, field: str) -> None:
    """Keep only what the model takes; each value that it refuses is named in the report."""
    draft.values = {"ma": draft.code, "linh_vuc": field, **draft.values}
    for _ in KEYS:
        try:
            record_of(Procedure, draft.values)
            return
        except Refused as refused:
            for mistake in refused.mistakes:
                _, message, _, path, _ = explain(mistake, Procedure)
                key = str(path[0])
                if key in _NEEDED:
                    raise Refusal(message) from None
                if draft.values.pop(key, None) is not None:
                    draft.leave(f"Mục «{key}» của nguồn không hợp lệ nên không nhập. {message}")

"""Put an edited catalogue into the folder: each record key by key, comments kept, conflicts refused."""

from collections.abc import Mapping
from pathlib import Path

from generator.catalogue_workbook.layout import field_words, main_columns
from generator.catalogue_workbook.rows import digest
from generator.explain.messages import explain
from generator.importing.board_folder import BoardFolder
from generator.importing.catalogue.book import CatalogueDraft
from generator.importing.catalogue.changes import Changes, changes_of, digest_of_draft
from generator.importing.fields_file import like
from generator.importing.nested_edit import rewrite
from generator.importing.refusal import Refusal, existing_record, expect_code, refused_or, reported
from generator.importing.report import Outcome, RecordReport
from generator.importing.text_edit import NotEditable
from generator.model.convert import Refused, record_of
from generator.model.procedure import Procedure
from generator.model.settings import Fields
from generator.reading import yaml_text
from generator.reading.record import read_content
from generator.reading.yaml_text import Data
from generator.writing.yaml_writer import in_model_order, write_record


class CatalogueImporter:
    """One run over one folder."""

    def __init__(self, folder: BoardFolder):
        self.folder = folder
        file = folder.fields
        read = read_content(file.read_bytes(), "", Fields).record if file.is_file() else None
        self.fields = field_words(read.items) if read else {}
        self._columns = main_columns(self.fields)

    def put(self, draft: CatalogueDraft) -> RecordReport:
        """Write what changed in one record; whatever hinders it is told."""
        return refused_or(draft, lambda: self._put(draft))

    def _put(self, draft: CatalogueDraft) -> RecordReport:
        expect_code(draft.code)
        path = self.folder.find(draft.code)
        if path is None:
            return self._create(draft)
        content, existing = existing_record(path)
        if draft.digest and digest_of_draft(draft) == draft.digest:  # whatever became of the file since
            return reported(draft, Outcome.UNCHANGED, self.folder.name(path))
        if existing.get("ma") != draft.code:
            raise Refusal(
                f"Tệp {self.folder.name(path)} mang mã «{existing.get('ma')}», khác mã của dòng này."
            )
        if read_content(content, "", Procedure).record is None:
            raise Refusal(
                f"Tệp {self.folder.name(path)} đang có lỗi; hãy chạy «congkhai check» và sửa trước."
            )
        changes = changes_of(existing, draft)
        if not changes.values:
            return reported(draft, Outcome.UNCHANGED, self.folder.name(path))
        self._refuse_conflict(draft, path, existing, changes)
        merged = {**existing, **changes.values}
        wanted = in_model_order({k: v for k, v in merged.items() if v is not None}, Procedure)
        self._validate(wanted, changes)
        target = self._write(path, content, wanted)
        return reported(draft, Outcome.UPDATED, self.folder.name(target), tuple(changes.told))

    def _create(self, draft: CatalogueDraft) -> RecordReport:
        if draft.digest:
            raise Refusal("Tệp của thủ tục này không còn trong thư mục của bảng; hãy xuất lại rồi sửa tiếp.")
        changes = changes_of({}, draft)
        values = in_model_order(changes.values | {"ma": draft.code}, Procedure)
        self._validate(values, changes)
        path = self.folder.new_record(draft.code, str(values["linh_vuc"]))
        if path.exists() or path.is_symlink():
            raise Refusal(f"Tệp {self.folder.name(path)} đã có mà không đọc được như một thủ tục.")
        content = write_record(values, Procedure).encode()
        if yaml_text.parse(yaml_text.decode(content)) != values:
            raise Refusal("Bản ghi viết ra không đọc lại được đúng như trong bảng tính.")
        self.folder.write_record(path, content)
        return reported(draft, Outcome.CREATED, self.folder.name(path), tuple(changes.told))

    def _refuse_conflict(
        self, draft: CatalogueDraft, path: Path, existing: Mapping[str, Data], changes: Changes
    ) -> None:
        if draft.digest == digest(existing, self._columns):
            return
        name, told = self.folder.name(path), "; ".join(changes.told)
        if not draft.digest:
            raise Refusal(f"Thủ tục này đã có ({name}); hãy xuất lại rồi sửa trên dòng của nó.")
        raise Refusal(
            f"Tệp {name} đã đổi sau khi xuất bảng tính nên không nhập, để không mất chỗ đã sửa. Hãy xuất lại "
            f"rồi sửa tiếp. Bảng tính khác tệp ở: {told}."
        )

    def _validate(self, wanted: dict[str, Data], changes: Changes) -> None:
        field = wanted.get("linh_vuc")
        if isinstance(field, str) and field not in self.fields:
            place = changes.places.get(("linh_vuc",), "")
            raise Refusal(f"Không có lĩnh vực «{field}» trong content/fields.yml ({place}).")
        try:
            record_of(Procedure, wanted)
        except Refused as refused:
            _, message, hint, path, _ = explain(refused.mistakes[0], Procedure)
            near = (path[:end] for end in range(len(path), 0, -1))
            place = next((changes.places[at] for at in near if at in changes.places), "")
            raise Refusal(" ".join(filter(None, (f"{place}:" if place else "", message, hint)))) from None

    def _write(self, path: Path, content: bytes, wanted: dict[str, Data]) -> Path:
        try:
            text = rewrite(yaml_text.decode(content), wanted, Procedure)
        except NotEditable:
            raise Refusal("Tệp được trình bày khác thường nên không sửa được; hãy sửa tay.") from None
        new = like(content, text)
        if len(new) > yaml_text.MAX_BYTES:
            raise Refusal("Sau khi sửa, tệp dài hơn mức cho phép nên không ghi.")
        target = self.folder.new_record(path.stem, str(wanted["linh_vuc"]))
        if path.parent.name == target.parent.name:
            target = path
        elif target.exists():
            raise Refusal(f"Tệp {self.folder.name(target)} đã có; hãy gộp hai tệp bằng tay.")
        self.folder.write_record(target, new)
        if target != path:
            path.unlink()
        return target

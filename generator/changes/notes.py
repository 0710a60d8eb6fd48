"""Change notes proposed from the changes themselves: what the page and the Atom feed will tell citizens."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.changes.compare import Subject
from generator.model.procedure import ChangeNote, Procedure
from generator.reading.yaml_text import Data
from generator.vietnamese import day
from generator.writing.yaml_writer import write


def proposed_notes(subjects: Sequence[Subject], today: date) -> str:
    """For each procedure the YAML to paste: an item of ``thay_doi`` with today's date."""
    parts = list(_notes(subjects, today))
    if not parts:
        return "Không có thay đổi nào của thủ tục cần báo cho người dân.\n"
    return "\n".join(parts)


def _notes(subjects: Sequence[Subject], today: date) -> Iterator[str]:
    for subject in subjects:
        record = subject.record
        if not isinstance(record, Procedure) or _is_told(subject, record, today):
            continue
        told = [one.sentence for one in subject.changes if one.for_citizens and not one.about_page]
        if told:
            head = f"# {subject.file}"
            if record.changes:
                head += "\n# Tệp đã có mục thay_doi: chỉ chép phần tử dưới đây vào cuối danh sách."
            note: Data = {"ngay": day(today), "noi_dung": " ".join(told)}
            yield f"{head}\n{write({'thay_doi': [note]}, Procedure)}"


def _is_told(subject: Subject, record: Procedure, today: date) -> bool:
    """Whether a note of today stands in the record already."""
    return any(isinstance(note, ChangeNote) and note.day == today for note in record.changes)

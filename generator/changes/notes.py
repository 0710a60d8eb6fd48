"""Change notes proposed from the changes themselves: what the page and the Atom feed will tell citizens."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.changes.compare import Subject
from generator.model.plain import plain
from generator.model.procedure import Procedure
from generator.model.shape import keys_of
from generator.reading.yaml_text import Data
from generator.vietnamese import day
from generator.writing.yaml_writer import write


def proposed_notes(subjects: Sequence[Subject], today: date) -> str:
    """For each procedure the YAML to paste, in canonical form and with its place in the file."""
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
            note: Data = {"ngay": day(today), "noi_dung": " ".join(told)}
            text = write({"thay_doi": [note]}, Procedure)
            where = _place(record)
            if record.changes:
                text = text.split("\n", 1)[1]  # the key stands there already
                where = f"tệp đã có mục thay_doi, chép vào cuối danh sách ấy ({where})"
            else:
                where = f"chép vào {where}"
            yield f"# {subject.file}: {where}\n{text}"


def _place(record: Procedure) -> str:
    """Where ``thay_doi`` ends, or would stand, in the order of the official form."""
    keys = list(keys_of(Procedure))
    given = plain(record, written=True)
    below = next((key for key in keys[keys.index("thay_doi") + 1 :] if key in given), None)
    return f"ngay trên dòng «{below}:»" if below else "cuối tệp"


def _is_told(subject: Subject, record: Procedure, today: date) -> bool:
    """Whether a note of today stands in the record already."""
    return any(note.day == today for note in record.changes)

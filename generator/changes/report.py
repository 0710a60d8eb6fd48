"""The changes of a board as text for a terminal, Markdown for a comment, and JSON for machines."""

import json
from collections.abc import Sequence

from generator.changes.compare import Subject
from generator.model.procedure import Procedure

NOTHING = "Không có gì thay đổi trên bảng công khai."


def as_text(subjects: Sequence[Subject]) -> str:
    """Each record with its sentences, and a last line that counts."""
    lines = []
    for subject in subjects:
        lines += [
            f"{subject.title} ({subject.file})",
            *(f"  - {one.sentence}" for one in subject.changes),
            "",
        ]
    lines.append(_count(subjects) if subjects else NOTHING)
    return "\n".join(lines) + "\n"


def as_markdown(subjects: Sequence[Subject]) -> str:
    """What citizens must know first; everything else is folded away."""
    if not subjects:
        return f"{NOTHING}\n"
    lines = ["### Thay đổi này làm gì trên bảng công khai", "", _count(subjects)]
    rest: list[str] = []
    for subject in subjects:
        told = [change.sentence for change in subject.changes if change.for_citizens]
        other = [change.sentence for change in subject.changes if not change.for_citizens]
        lines += _section(subject, told) if told else []
        rest += _section(subject, other) if other else []
    if rest:
        lines += ["", "<details><summary>Các thay đổi khác</summary>", *rest, "", "</details>"]
    return "\n".join(lines) + "\n"


def as_json(subjects: Sequence[Subject]) -> str:
    """A list of objects ``file, title, changes``; each change with ``topic, for_citizens, sentence``."""
    found = [
        {
            "file": subject.file,
            "title": subject.title,
            "changes": [
                {"topic": one.topic, "for_citizens": one.for_citizens, "sentence": one.sentence}
                for one in subject.changes
            ],
        }
        for subject in subjects
    ]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


FORMATS = {"text": as_text, "markdown": as_markdown, "json": as_json}


def _section(subject: Subject, sentences: Sequence[str]) -> list[str]:
    return [
        "",
        f"**{_escaped(subject.title)}** (`{subject.file}`)",
        "",
        *(f"- {_escaped(one)}" for one in sentences),
    ]


def _escaped(text: str) -> str:
    """No text of a record is a sign of Markdown or HTML in somebody's comment."""
    return "".join(f"&#{ord(char)};" if char in "\\`*_{}[]<>#|@!~&" else char for char in text)


def _count(subjects: Sequence[Subject]) -> str:
    procedures = sum(
        isinstance(one.record, Procedure) or one.file.startswith("procedures/") for one in subjects
    )
    return f"{len(subjects)} mục thay đổi, trong đó {procedures} thủ tục."

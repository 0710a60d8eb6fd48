"""Fees and times that were edited after they were imported: the source may have to be looked at again."""

from collections.abc import Iterator
from pathlib import Path

from generator.importing.ledger import FOLDER, fingerprint, read_ledger
from generator.model.procedure import Procedure
from generator.model.text import base_code
from generator.problems import Problem, Severity
from generator.reading import yaml_text
from generator.reading.kinds import Kind

_KEY = "cach_thuc_thuc_hien"


def edited_since_import(root: Path, file: str, text: str, kind: Kind) -> Iterator[Problem]:
    """One hint where ``cach_thuc_thuc_hien`` is no longer what the last import wrote."""
    if kind.model is not Procedure:
        return
    ledger = root / FOLDER / f"{base_code(Path(file).stem)}.json"
    try:
        stamp = read_ledger(ledger.read_bytes()).get(_KEY) if ledger.is_file() else None
    except (OSError, ValueError):
        return
    data = yaml_text.parse(text) if stamp else None
    if stamp and isinstance(data, dict) and fingerprint(data.get(_KEY)) != stamp.print:
        line, column = yaml_text.locate(text).find((_KEY,), key=True)
        message = "Cách nộp, thời hạn hoặc phí đã được sửa, khác với chữ của nguồn khi nhập."
        hint = "Đối chiếu lại với quyết định; nếu quyết định mới ghi như vậy thì không phải sửa gì."
        yield Problem(file, line, column, "source-edited", Severity.HINT, message, hint)

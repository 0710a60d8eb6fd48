"""One record's way into the folder: whatever hinders it ends in its report, never in a traceback."""

from collections.abc import Callable
from pathlib import Path

from generator.failures import CannotAccess
from generator.importing.board_folder import BoardFolder, OutsideFolder, is_code
from generator.importing.draft import Draft
from generator.importing.ledger import Ledger
from generator.importing.report import Outcome, RecordReport
from generator.importing.text_edit import NotEditable
from generator.reading import yaml_text
from generator.reading.yaml_faults import YamlFault
from generator.reading.yaml_text import Data


class Refusal(Exception):
    """Why a record was not imported, as a Vietnamese sentence."""


def expect_code(text: str) -> None:
    """Raise Refusal for what is no procedure's code."""
    if not is_code(text):
        raise Refusal(f"Mã «{text[:60]}» không đúng dạng mã thủ tục như «1.001193».")


def refused_or(draft: Draft, put: Callable[[], RecordReport]) -> RecordReport:
    """What ``put`` reports, or the report of its refusal."""
    try:
        return put()
    except (Refusal, CannotAccess) as refusal:
        said = str(refusal)
    except OSError as error:
        said = f"Không đọc hoặc ghi được tệp: {error.strerror}."
    except OutsideFolder:
        said = "Đường dẫn của tệp dẫn ra ngoài thư mục bảng."
    except NotEditable:
        said = "Tệp danh mục lĩnh vực content/fields.yml không thêm dòng được; hãy sửa bằng tay."
    except ValueError:  # a letter or a key that YAML has no way to write
        said = "Bản ghi có chữ không ghi vào tệp được."
    draft.doubts.insert(0, said)
    return reported(draft, Outcome.REFUSED)


def reported(
    draft: Draft, outcome: Outcome, file: str | None = None, imported: tuple[str, ...] = ()
) -> RecordReport:
    """The report of a draft as it stands now."""
    return RecordReport(
        code=draft.code,
        source=str(draft.place),
        outcome=outcome,
        file=file,
        imported=imported,
        doubtful=tuple(draft.doubts),
        left=tuple(draft.left),
    )


def existing_record(path: Path) -> tuple[bytes, dict[str, Data]]:
    """The bytes and the data of a file that is to be updated.  Raises Refusal, OSError."""
    content = path.read_bytes()
    try:
        data = yaml_text.parse(yaml_text.decode(content))
    except YamlFault as fault:
        said = f"Tệp đã có đang lỗi ở dòng {fault.line}: {fault.message} Hãy sửa rồi nhập lại."
        raise Refusal(said) from None
    if not isinstance(data, dict):
        raise Refusal("Tệp đã có không phải là một bản ghi; hãy sửa rồi nhập lại.")
    return content, data


def last_ledger(folder: BoardFolder, name: str, draft: Draft) -> Ledger:
    """What the last import wrote under this name; nothing, with a doubt, where that is damaged."""
    try:
        return folder.read_ledger(name)
    except ValueError:
        draft.doubt("Sổ của lần nhập trước bị hỏng; coi mọi giá trị trong tệp là sửa tay.")
        return {}

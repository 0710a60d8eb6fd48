"""What is said of a placeholder: which words to write instead, and whether the line may go."""

from generator.explain.messages import field_at
from generator.model.mistakes import Path
from generator.model.record import Record
from generator.problems import shown


def unfilled(path: Path, text: str, model: type[Record]) -> tuple[str, str]:
    """Message and suggestion for the placeholder ``text`` at ``path`` of a record of ``model``."""
    named = [depth for depth, part in enumerate(path, 1) if isinstance(part, str)]
    key = shown(str(path[named[-1] - 1])) if named else "bản ghi"
    field = field_at(model, path[: named[-1]]) if named else None
    wanted = f" ({field.title})" if field and field.title else ""
    message = f"Mục «{key}» còn là chữ mẫu «{shown(text)}», chưa phải nội dung thật{wanted}."
    required = field is not None and field.required
    otherwise = "mục này bắt buộc phải có" if required else "chưa có thì xóa cả dòng"
    return message, f"Viết nội dung thật thay cho chữ mẫu; {otherwise}."

"""What the model refuses, said in Vietnamese: a table from kinds of mistakes to sentences."""

from collections.abc import Mapping
from typing import Any

from generator.explain import hints, own_way
from generator.explain.suggestions import did_you_mean, meant, nearest
from generator.model.mistakes import Mistake, Path
from generator.model.record import Key, Record
from generator.model.shape import by_key, inside, record_in
from generator.model.text import EMAIL, PHONE
from generator.problems import code_point, shown

_DAY = "một ngày có thật dạng 16/07/2025 hoặc 2025-07-16"
_WORDS_OF_A_KEY = 3
_NUMBER = "một số nguyên viết liền, ví dụ 780"
KINDS_OF_VALUE = {
    "text": ("type-text", "một dòng chữ"),
    "list": ("type-list", "một danh sách gạch đầu dòng"),
    "group": ("type-group", "một nhóm mục «tên: giá trị»"),
    "day": ("value-date", _DAY),
    "moment": ("value-date", "một ngày, có thể thêm giờ, dạng «23/11/2026» hoặc «23/11/2026 17:00»"),
    "clock": ("value-clock", "giờ dạng «07:30», đặt trong ngoặc kép"),
    "link": ("value-link", "địa chỉ bắt đầu bằng https://, mailto: hoặc tel:"),
    "whole": ("type-number", _NUMBER),
    "yes_no": ("value-choice", "«co» hoặc «khong»"),
    "weekday": (
        "value-weekday",
        "thứ trong tuần: 2 là thứ Hai, …, 7 là thứ Bảy, CN là Chủ nhật",
    ),
    "metres": ("type-number", "số mét, ví dụ 3 hoặc 2,5"),
    "disagreement": ("type-group", "đúng các mục của một dòng từ đồng nghĩa"),
    "decimal": ("type-number", "một số từ 0 đến 100, ví dụ 95,5"),
}
PATTERNS = {
    r"^[1-9]\.[0-9]{6}(\.000\.00\.00)?(\.H[0-9]{2})?$": ("code-procedure", "mã thủ tục dạng «1.001193»"),
    r"^[0-9]{5}$": ("code-commune", 'mã xã gồm 5 chữ số, đặt trong ngoặc kép, ví dụ «"10750"»'),
    r"^([0-9]{2}|[0-9]{5})$": (
        "code-area",
        "mã tỉnh gồm 2 chữ số hoặc mã xã gồm 5 chữ số, đặt trong ngoặc kép",
    ),
    PHONE: ("value-phone", "số điện thoại, ví dụ «0225 3123 456»"),
    EMAIL: ("value-email", "địa chỉ thư điện tử, ví dụ «xa@haiphong.gov.vn»"),
    r"^https://[^\s<>\"]+$": ("value-link", "địa chỉ bắt đầu bằng https://"),
    r"^https://[0-9A-Za-z.-]+(:[0-9]{1,5})?(/[0-9A-Za-z._~%/-]*)?$": (
        "value-link",
        "địa chỉ của trang dạng «https://congkhai.example/», không có dấu «?», «#» hay chữ có dấu",
    ),
    r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$": (
        "value-identifier",
        "mã định danh 36 ký tự chép từ địa chỉ trên Cổng, ví dụ «0a1b2c3d-0000-4000-8000-00000000000f»",
    ),
    r"^[0-9]{2}$": ("code-province", 'mã tỉnh gồm 2 chữ số, đặt trong ngoặc kép, ví dụ «"31"»'),
    r"^[a-z0-9]+(-[a-z0-9]+)*$": ("key-form", "chữ thường không dấu, nối bằng gạch, ví dụ «ho-tich»"),
}


def explain(mistake: Mistake, model: type[Record]) -> tuple[str, str, str | None, Path, bool]:
    """Code, message, suggestion, path in the data, and whether the key itself is at fault."""
    kind, path, value = mistake.kind, mistake.path, mistake.given
    given, name, field = _given(value), _name(path), field_at(model, path)
    if kind == "missing":
        missing = hints.of_missing(name, _owner(model, path[:-1]), inside=len(path) > 1)
        title = f" ({field.title})" if field and field.title else ""
        return "key-missing", f"Thiếu mục «{name}»{title}.", missing, path, False
    if kind == "unknown":
        meant = _hours(value, model, path) or _near_key(str(path[-1]), model, path[:-1])
        return "key-unknown", f"Không có mục nào tên «{name}».", meant, path, True
    if kind == "choice":
        choices = list(mistake.limits["choices"])
        message = f"Mục «{name}» {given}, nhưng chỉ được là một trong: {', '.join(choices)}."
        near = _near_choice(value, choices, field)
        return "value-choice", message, near or "Xem giấy tờ rồi viết đúng một trong các chữ ấy.", path, False
    code, wanted, advice = _wanted(mistake)
    if kind == "too_long":
        given = f"dài {len(value)} ký tự"
    if kind == "text" and isinstance(value, Mapping):
        advice = advice or _outer_key(value, model, path)
    advice = advice or hints.hint(code, kind, value, field, _owner(model, path))
    advice = advice or hints.of_guide(name, _owner(model, _to_key(path)))
    return code, f"Mục «{name}» {given}, nhưng cần {wanted}.", advice, path, mistake.of_key


def is_told_elsewhere(mistake: Mistake, model: type[Record]) -> bool:
    """Whether a key is missing only because it is misspelt: the strange key gets its own message."""
    if mistake.kind != "missing":
        return False
    known = _spellings(_owner(model, mistake.path[:-1]))
    return hints.spelled_otherwise(_name(mistake.path), mistake.given, known)


def _wanted(mistake: Mistake) -> tuple[str, str, str | None]:
    kind, limits = mistake.kind, mistake.limits
    if kind in KINDS_OF_VALUE:
        return *KINDS_OF_VALUE[kind], None
    if kind == "pattern":
        return *PATTERNS[limits["pattern"]], None
    if kind == "empty":
        return "value-empty", "có nội dung", "Viết nội dung, hoặc xóa cả dòng nếu nguồn không nêu."
    if kind == "too_long":
        most = limits["most"]
        return "value-too-long", f"không quá {most} ký tự", hints.of_length(len(mistake.given), most)
    if kind == "too_few":
        least = "một" if limits["least"] == 1 else limits["least"]
        return "list-empty", f"có ít nhất {least} ý", "Thêm một ý, hoặc xóa cả mục."
    side, limit = ("từ", limits["least"]) if kind == "too_small" else ("không quá", limits["most"])
    return "value-range", f"số {side} {limit}", f"Xem lại số trên giấy tờ rồi viết số {side} {limit}."


def _given(value: Any) -> str:
    if value is None:
        return "đang bỏ trống"
    if isinstance(value, list):
        return "là một danh sách"
    if isinstance(value, Mapping):
        return "là một nhóm mục"
    return f"là «{shown(str(value))}»"


def _near_choice(value: object, choices: list[str], field: Key | None) -> str | None:
    if not isinstance(value, str):
        return hints.of_empty(field) if value is None else None
    several = value.replace(",", " ").split()
    if len(several) > 1 and set(several) <= set(choices):
        items = ", ".join(f"- {one}" for one in several)
        return f"Đây là {len(several)} ý của một danh sách, mỗi ý một dòng: {items}"
    return hints.of_writing(value, field) or did_you_mean(value, choices)


def _name(path: Path) -> str:
    names = [part for part in path if isinstance(part, str)]
    return shown(names[-1]) if names else "bản ghi"


def _near_key(name: str, model: type[Record], path: Path) -> str:
    """The key that was meant, by its spelling or its official term, here or one group further in."""
    if "：" in name:
        return hints.WIDE_COLON
    if name.startswith("\u00a0"):
        blanks = len(name) - len(name.lstrip())
        return f"Đầu dòng là dấu cách cứng (U+00A0) của Word: xóa đi rồi gõ {blanks} dấu cách thường."
    owner = _owner(model, path)
    here = _spellings(owner)
    if found := nearest(name, here):
        char = hints.hidden(name)
        hint = f"Có phải «{here[found]}»? Nếu phải, sửa thành: {here[found]}"
        return f"{hint}. Trong tên có ký tự không nhìn thấy được {code_point(char)}." if char else hint
    groups = (
        [(each.key, _spellings(record_in(each.annotation))) for each in by_key(owner).values()]
        if owner
        else []
    )
    if outer := next((key for key, deeper in groups if name in deeper.values()), None):
        return (
            f"«{name}» nằm bên trong «{outer}»: viết «{outer}:» ở một dòng phía trên, rồi thụt dòng này vào."
        )
    if same := meant(name, here):
        return f"Có phải «{same}»? Nếu phải, sửa thành: {same}"
    for key, deeper in groups:
        if found := nearest(name, deeper):
            return f"Có phải «{deeper[found]}»? Mục đó nằm bên trong «{key}»."
    listed = f"Các mục được dùng ở đây: {', '.join(dict.fromkeys(here.values()))}."
    if len(name.split()) > _WORDS_OF_A_KEY:
        return f"Là lời nhắn hay chữ chép nhầm thì xóa dòng này (ghi chú thì thêm dấu # ở đầu). {listed}"
    return listed


def _hours(value: Any, model: type[Record], path: Path) -> str | None:
    """Opening hours in one line under a key of the clerk's own, where two keys are for them."""
    owner = _owner(model, path[:-1])
    keys = by_key(owner).keys() if owner else frozenset[str]()
    spans = own_way.hours(value) if isinstance(value, str) and {"tu", "den"} <= keys else None
    if not spans:
        return None
    first, *more = (f'tu: "{opens}" và den: "{closes}"' for opens, closes in spans)
    later = f" Buổi sau là một ý mới của danh sách: {'; '.join(more)}." if more else ""
    return f"Thay dòng này bằng hai dòng: {first}.{later}"


def _outer_key(group: Mapping[str, Any], model: type[Record], path: Path) -> str | None:
    """The key beside this one under which such a group belongs: its own line above may be lost."""
    owner = _owner(model, _to_key(path))
    for key, field in by_key(owner).items() if owner else ():
        inner = record_in(field.annotation)
        if inner and len(group) > 1 and by_key(inner).keys() >= group.keys():
            return (
                f"Các mục {', '.join(group)} nằm bên trong «{key}»: thêm dòng «{key}:»"
                " ở ngay trên, thụt vào như tên mục của danh sách phía trên."
            )
    return None


def field_at(model: type[Record], path: Path) -> Key | None:
    """What the model says of the key that ``path`` ends with; nothing of an item of a list."""
    owner = _owner(model, path[:-1]) if path and isinstance(path[-1], str) else None
    return by_key(owner).get(str(path[-1])) if owner else None


def _spellings(owner: type[Record] | None) -> dict[str, str]:
    """The keys of a record type, each also under the official term that a clerk may write instead."""
    spellings: dict[str, str] = {}
    for key, field in by_key(owner).items() if owner else ():
        spellings[key] = key
        spellings.setdefault(field.title or key, key)
    return spellings


def _to_key(path: Path) -> Path:
    """The way to the group in which the last key of ``path`` stands."""
    places = [at for at, part in enumerate(path) if isinstance(part, str)]
    return path[: places[-1]] if places else ()


def _owner(model: type[Record], path: Path) -> type[Record] | None:
    """The record type that ``path`` leads to; list positions are passed over."""
    annotation: Any = model
    for part in path:
        if isinstance(part, str):
            annotation = inside(annotation, part)
    return record_in(annotation)

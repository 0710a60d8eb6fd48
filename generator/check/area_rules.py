"""What must hold for fields, communes and overlays inside their own files."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date

from generator.check.display_rules import check_display, check_notices, days_twice
from generator.explain.suggestions import did_you_mean, field_meant
from generator.model.commune import Commune
from generator.model.overlay import Overlay
from generator.model.settings import BoardSettings, Fields, LifeEvents
from generator.problems import Severity, shown
from generator.reading.record import Finding


def settings_check(today: date) -> Callable[[BoardSettings], Iterator[Finding]]:
    """Each province stands once, and every notice for the screens can be seen."""

    def check(settings: BoardSettings) -> Iterator[Finding]:
        yield from _twice("Tỉnh", "tinh", "province-twice", (item.code for item in settings.provinces))
        yield from check_notices(settings.screen_notices, ("thong_bao_man_hinh",), today)

    return check


def check_fields(fields: Fields) -> Iterator[Finding]:
    """Each field key stands once."""
    yield from _twice("Lĩnh vực", "linh_vuc", "field-twice", (item.key for item in fields.items))


def check_life_events(events: LifeEvents) -> Iterator[Finding]:
    """Each life event's key stands once: it is the address of a page."""
    yield from _twice("Sự kiện", "su_kien", "event-twice", (item.key for item in events.items))


def _twice(noun: str, group: str, code: str, keys: Iterable[str]) -> Iterator[Finding]:
    seen = Counter[str]()
    for index, key in enumerate(keys):
        seen[key] += 1
        if seen[key] > 1:
            message = f"{noun} «{key}» được khai báo hai lần."
            hint = "Xóa một trong hai chỗ; là hai thứ khác nhau thì sửa lại mã ở đây."
            yield Finding((group, index, "ma"), code, Severity.ERROR, message, hint)


def commune_check(
    folder: str, provinces: Collection[str] | None, fields: Collection[str] | None, today: date
) -> Callable[[Commune], Iterator[Finding]]:
    """Rules for the commune that lies in ``content/communes/<folder>/``; None says that nobody knows."""

    def check(commune: Commune) -> Iterator[Finding]:
        if commune.code != folder:
            message = f"Thư mục tên «{folder}» nhưng mã xã bên trong là «{commune.code}»."
            hint = (
                f"Tệp này ghi về «{shown(commune.name)}». Xã ấy đúng mang mã {commune.code} thì chuyển"
                f" tệp sang content/communes/{commune.code}/; mã xã ấy là {shown(folder)} thì sửa dòng này."
            )
            yield Finding(("ma",), "file-name", Severity.ERROR, message, hint)
        if provinces is not None and commune.province not in provinces:
            message = f"Mã tỉnh «{commune.province}» chưa được khai báo trong content/board.yml."
            hint = "Thêm tỉnh này vào mục «tinh» của content/board.yml, hoặc sửa lại mã."
            yield Finding(("tinh",), "province-unknown", Severity.ERROR, message, hint)
        yield from _hours(commune)
        if fields is not None:
            yield from _counters(commune, fields)
        yield from check_display(commune.display, today)

    return check


def _hours(commune: Commune) -> Iterator[Finding]:
    for number, row in enumerate(commune.hours):
        if row.closes <= row.opens:
            message = f"Giờ đóng cửa {row.closes} không sau giờ mở cửa {row.opens}."
            hint = "Xem có ghi ngược hai giờ không; mỗi buổi viết thành một ý riêng."
            place = ("gio_lam_viec", number, "den")
            yield Finding(place, "hours-contradict", Severity.ERROR, message, hint)
        yield from days_twice(row.weekdays, ("gio_lam_viec", number, "thu"))


def _counters(commune: Commune, fields: Collection[str]) -> Iterator[Finding]:
    for number, counter in enumerate(commune.counters):
        for index, key in enumerate(counter.fields):
            if key not in fields:
                message = f"Không có lĩnh vực «{key}» trong content/fields.yml."
                path = ("quay", number, "linh_vuc", index)
                yield Finding(path, "field-unknown", Severity.ERROR, message, field_meant(key, fields))


def overlay_check(
    folder: str, stem: str, areas: Collection[str] | None
) -> Callable[[Overlay], Iterator[Finding]]:
    """Rules for the overlay that lies at ``content/overlays/<folder>/<stem>.yml``."""

    def check(overlay: Overlay) -> Iterator[Finding]:
        if overlay.area != folder:
            message = f"Thư mục tên «{folder}» nhưng nơi áp dụng bên trong là «{overlay.area}»."
            yield Finding(("noi_ap_dung",), "file-folder", Severity.ERROR, message, "Chuyển tệp hoặc sửa mã.")
        if overlay.procedure != stem:
            message = f"Tệp tên «{stem}.yml» nhưng mã thủ tục bên trong là «{overlay.procedure}»."
            yield Finding(("ma",), "file-name", Severity.ERROR, message, "Đổi tên tệp hoặc sửa lại mã.")
        if areas is not None and overlay.area not in areas:
            message = f"Không có tỉnh hoặc xã mang mã «{overlay.area}» trên bảng này."
            hint = did_you_mean(overlay.area, areas) or "Xem lại mã, hoặc thêm tỉnh, xã này vào bảng trước."
            yield Finding(("noi_ap_dung",), "area-unknown", Severity.ERROR, message, hint)

    return check

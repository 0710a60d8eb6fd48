"""What must hold inside one procedure's file, beyond what its model demands."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from generator.check.wrong_days import FUTURE_DAY, SWAPPED_DAYS
from generator.explain.suggestions import field_meant
from generator.model.completeness import missing_parts
from generator.model.procedure import Procedure
from generator.model.settings import ReviewPeriods
from generator.problems import Severity, shown
from generator.reading.record import Finding
from generator.vietnamese import day

_DECISION = re.compile(r"^(công bố|ban hành|về việc công bố|quyết định)\b.*(danh mục|quy trình)", re.I | re.S)


class ProcedureRules(Struct, frozen=True):
    """The rules, with what they need to know of the board.

    ``fields`` are the known field keys in the order of ``fields.yml``; None where that file is broken.
    """

    fields: tuple[str, ...] | None
    today: date
    review: ReviewPeriods

    def key(self) -> str:
        """All that the findings depend on beside the record, as text: the same in every process."""
        return f"{self.fields} {self.today} {self.review!r}"

    def check(self, procedure: Procedure, folder: str, stem: str) -> Iterator[Finding]:
        """All findings of one procedure that lies at ``procedures/<folder>/<stem>.yml``."""
        yield from self._place(procedure, folder, stem)
        yield from self._dates(procedure)
        yield from self._freshness(procedure)
        if _DECISION.match(procedure.name):
            yield _warning(
                ("ten",),
                "name-is-decision",
                "Tên này giống tên của một quyết định, không giống tên thủ tục.",
                "Đối chiếu lại với Cơ sở dữ liệu quốc gia; nếu nguồn sai, ghi rõ ở mục «nghi_van».",
            )
        if procedure.detail == "day_du":
            yield from _completeness(procedure)

    def _place(self, procedure: Procedure, folder: str, stem: str) -> Iterator[Finding]:
        if stem != procedure.code:
            message = f"Tệp tên «{stem}.yml» nhưng mã thủ tục bên trong là «{procedure.code}»."
            hint = (
                "Xem mã trên quyết định công bố. Mã bên trong đúng thì đổi tên tệp thành"
                f" «{procedure.code}.yml»; tên tệp đúng thì sửa dòng này."
            )
            if stem.startswith(procedure.code):  # "1.001193 (1)", "1.001193 - Copy"
                hint = (
                    f"Có vẻ là bản chép của «{procedure.code}.yml»: giữ một tệp có nội dung đúng, đặt tên"
                    f" «{procedure.code}.yml», xóa tệp kia."
                )
            yield Finding(("ma",), "file-name", Severity.ERROR, message, hint)
        if self.fields is not None and procedure.field not in self.fields:
            message = f"Không có lĩnh vực «{procedure.field}» trong content/fields.yml."
            hint = field_meant(procedure.field, self.fields)
            yield Finding(("linh_vuc",), "field-unknown", Severity.ERROR, message, hint)
        elif folder != procedure.field:
            message = f"Tệp nằm trong thư mục «{folder}» nhưng lĩnh vực là «{procedure.field}»."
            hint = f"Chuyển tệp sang procedures/{procedure.field}/."
            yield _warning(("linh_vuc",), "file-folder", message, hint)

    def _dates(self, procedure: Procedure) -> Iterator[Finding]:
        validity = procedure.validity
        if validity and validity.since and validity.until and validity.until < validity.since:
            message = f"Hết hiệu lực {day(validity.until)} đứng trước ngày bắt đầu {day(validity.since)}."
            yield Finding(("hieu_luc", "den"), "dates-contradict", Severity.ERROR, message, SWAPPED_DAYS)
        if procedure.reviewed_on and procedure.reviewed_on > self.today:
            message = f"Ngày rà soát {day(procedure.reviewed_on)} chưa tới (hôm nay {day(self.today)})."
            yield Finding(("ngay_ra_soat",), "date-future", Severity.ERROR, message, FUTURE_DAY)
        for index, text in enumerate(procedure.legal_basis):
            if text.issued_on and text.issued_on > self.today:
                name = shown(text.number or text.title)
                message = f"Văn bản «{name}» ghi ngày ban hành {day(text.issued_on)}, chưa tới."
                path = ("can_cu_phap_ly", index, "ngay_ban_hanh")
                yield _warning(path, "law-future", message, "Kiểm tra lại ngày ban hành.")

    def _freshness(self, procedure: Procedure) -> Iterator[Finding]:
        if not procedure.sources and not procedure.decision_number:
            message = "Bản ghi không nêu quyết định công bố và cũng không nêu nguồn."
            hint = "Thêm mục «so_quyet_dinh» hoặc «nguon» (NĐ 63/2010/NĐ-CP, Điều 16, 17)."
            yield _warning((), "source-missing", message, hint)
        if not procedure.reviewed_on:
            hint = "Sau khi đối chiếu với nguồn, thêm «ngay_ra_soat: ngày/tháng/năm»."
            yield _warning((), "review-missing", "Chưa ghi ngày rà soát.", hint)
            return
        days = self.review.full if procedure.detail == "day_du" else self.review.catalogue
        if procedure.reviewed_on + timedelta(days=days) < self.today:
            message = f"Rà soát lần cuối ngày {day(procedure.reviewed_on)}, đã quá {days} ngày."
            yield _warning(
                ("ngay_ra_soat",), "review-stale", message, "Đối chiếu lại với nguồn rồi ghi ngày mới."
            )


def _completeness(procedure: Procedure) -> Iterator[Finding]:
    for key, term in missing_parts(procedure):
        message = f"Bản ghi «day_du» nhưng thiếu {term} («{key}») theo Điều 8 khoản 2 NĐ 63/2010/NĐ-CP."
        hint = "Bổ sung theo quyết định công bố, hoặc đổi «muc_do» thành «danh_muc»."
        path = ("cach_thuc_thuc_hien",) if key == "thoi_han" else ()
        yield _warning(path, "art8-missing", message, hint)


def _warning(path: tuple[str | int, ...], code: str, message: str, hint: str | None = None) -> Finding:
    return Finding(path, code, Severity.WARNING, message, hint)

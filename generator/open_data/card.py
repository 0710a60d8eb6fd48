"""The card of a commune, for other sites: where it is, when it is open, what it receives, how it did."""

from typing import Annotated

from msgspec import Struct
from msgspec import field as keyed

from generator import urls
from generator.board import Board
from generator.model.commune import Commune, OpeningHours
from generator.statistics import sentences
from generator.statistics.periods import Period


class CardFigures(Struct, frozen=True):
    """The newest figures, as the source states them."""

    period: Annotated[str, "Kỳ, bằng lời"] = keyed(name="ky")
    received: Annotated[int | None, "Tiếp nhận"] = keyed(name="tiep_nhan")
    resolved: Annotated[int | None, "Đã giải quyết"] = keyed(name="da_giai_quyet")
    pending: Annotated[int | None, "Đang giải quyết"] = keyed(name="dang_giai_quyet")
    source: Annotated[str, "Nguồn"] = keyed(name="nguon")
    notes: Annotated[tuple[str, ...], "Chỗ số liệu của nguồn chưa khớp"] = keyed(name="chua_khop")
    explanation: Annotated[str | None, "Giải trình chênh lệch"] = keyed(name="giai_trinh")


class Card(Struct, frozen=True):
    """Everything that the frame and the JSON beside it say."""

    code: Annotated[str, "Mã xã"] = keyed(name="ma")
    name: Annotated[str, "Tên xã, phường, đặc khu"] = keyed(name="ten")
    province: Annotated[str, "Tên tỉnh"] = keyed(name="tinh")
    page: Annotated[str, "Trang của xã trên bảng này"] = keyed(name="trang")
    address: Annotated[str | None, "Địa chỉ Trung tâm"] = keyed(name="dia_chi")
    phone: Annotated[str | None, "Điện thoại"] = keyed(name="dien_thoai")
    hours: Annotated[tuple[OpeningHours, ...], "Giờ làm việc"] = keyed(name="gio_lam_viec")
    procedures: Annotated[int, "Số thủ tục tiếp nhận"] = keyed(name="so_thu_tuc")
    figures: Annotated[CardFigures | None, "Số liệu kỳ gần nhất"] = keyed(name="so_lieu")
    publisher: Annotated[str, "Đơn vị công khai"] = keyed(name="don_vi")
    licence: Annotated[str | None, "Giấy phép sử dụng dữ liệu"] = keyed(name="giay_phep")


def card(board: Board, commune: Commune, notes: tuple[str, ...]) -> Card:
    """The card of one commune; ``notes`` say what contradicts in its newest figures."""
    settings = board.settings
    return Card(
        code=commune.code,
        name=commune.name,
        province=board.area_name(commune.province),
        page=urls.absolute(settings.url, urls.commune(commune.code)),
        address=commune.address,
        phone=commune.phone,
        hours=commune.hours,
        procedures=len(board.received_by(commune)),
        figures=_figures(board, commune, notes),
        publisher=settings.publisher,
        licence=settings.licence,
    )


def _figures(board: Board, commune: Commune, notes: tuple[str, ...]) -> CardFigures | None:
    reports = board.statistics.get(commune.code, ())
    if not reports:
        return None
    report, cells = reports[-1], reports[-1].total.cells
    return CardFigures(
        period=sentences.period(Period(report.since, report.until)),
        received=cells["received_total"],
        resolved=cells["resolved_total"],
        pending=cells["pending_total"],
        source="; ".join(source.name for source in report.sources),
        notes=notes,
        explanation=report.explanation,
    )

"""The card of a commune, for other sites: where it is, when it is open, what it receives, how it did."""

from pydantic import BaseModel, ConfigDict, Field

from generator import urls
from generator.board import Board
from generator.model.commune import Commune, OpeningHours
from generator.statistics import sentences
from generator.statistics.periods import Period


class CardFigures(BaseModel):
    """The newest figures, as the source states them."""

    model_config = ConfigDict(frozen=True)

    period: str = Field(serialization_alias="ky", title="Kỳ, bằng lời")
    received: int | None = Field(serialization_alias="tiep_nhan", title="Tiếp nhận")
    resolved: int | None = Field(serialization_alias="da_giai_quyet", title="Đã giải quyết")
    pending: int | None = Field(serialization_alias="dang_giai_quyet", title="Đang giải quyết")
    source: str = Field(serialization_alias="nguon", title="Nguồn")
    notes: tuple[str, ...] = Field(serialization_alias="chua_khop", title="Chỗ số liệu của nguồn chưa khớp")
    explanation: str | None = Field(serialization_alias="giai_trinh", title="Giải trình chênh lệch")


class Card(BaseModel):
    """Everything that the frame and the JSON beside it say."""

    model_config = ConfigDict(frozen=True)

    code: str = Field(serialization_alias="ma", title="Mã xã")
    name: str = Field(serialization_alias="ten", title="Tên xã, phường, đặc khu")
    province: str = Field(serialization_alias="tinh", title="Tên tỉnh")
    page: str = Field(serialization_alias="trang", title="Trang của xã trên bảng này")
    address: str | None = Field(serialization_alias="dia_chi", title="Địa chỉ Trung tâm")
    phone: str | None = Field(serialization_alias="dien_thoai", title="Điện thoại")
    hours: tuple[OpeningHours, ...] = Field(serialization_alias="gio_lam_viec", title="Giờ làm việc")
    procedures: int = Field(serialization_alias="so_thu_tuc", title="Số thủ tục tiếp nhận")
    figures: CardFigures | None = Field(serialization_alias="so_lieu", title="Số liệu kỳ gần nhất")
    publisher: str = Field(serialization_alias="don_vi", title="Đơn vị công khai")
    licence: str | None = Field(serialization_alias="giay_phep", title="Giấy phép sử dụng dữ liệu")


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

"""Which sets of records a board publishes, and what names a record in each."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from generator.model.commune import Commune
from generator.model.overlay import Overlay
from generator.model.procedure import Procedure
from generator.model.proposal import Proposal
from generator.model.record import Record
from generator.model.settings import BoardSettings, CatalogueField, LifeEvent
from generator.model.shape import by_key
from generator.model.statistics import StatisticsReport
from generator.open_data.layout import Column, Layout
from generator.open_data.words import WordGroup, WordsOfCode

Data = Mapping[str, Any]
"""A record as plain JSON values under its official keys; every key is there, empty ones hold None."""


class Dataset(Struct, frozen=True, dict=True):
    """One set.  ``key`` is the record's own key, or None where an id is made of several.

    ``single``: the set is one record, so that its JSON is no list.
    """

    name: str
    title: str
    about: str
    model: type[Record]
    key: str | None
    id_of: Callable[[Data], str]
    single: bool = False

    @cached_property
    def layout(self) -> Layout:
        """The tables of the set."""
        return Layout(self.name, self.title, self.model, self._id)

    @property
    def _id(self) -> Column:
        if self.key is None:
            said = "Tên của bản ghi trong tập này: ghép từ các mã, không đổi qua các lần xuất."
            return Column("id", "Tên bản ghi", said, "string", required=True)
        title = by_key(self.model)[self.key].title
        return Column(self.key, title, "Khóa của bản ghi.", "string", (self.key,), required=True)


def _code(data: Data) -> str:
    return str(data["ma"])


def _of_period(data: Data) -> str:
    return f"{data['xa']}-{data['den']}"


def _of_area(data: Data) -> str:
    return f"{data['noi_ap_dung']}-{data['ma']}"


def _of_words(data: Data) -> str:
    return f"{data['loai']}-{data['noi'] or data['tu'][0]}"


PROCEDURES = Dataset(
    "thu-tuc",
    "Thủ tục hành chính",
    "Mỗi bản ghi là một thủ tục như Cơ sở dữ liệu quốc gia mô tả, phí và thời hạn nguyên văn.",
    Procedure,
    "ma",
    _code,
)
COMMUNES = Dataset(
    "xa", "Xã, phường, đặc khu", "Trung tâm Phục vụ hành chính công của mỗi xã.", Commune, "ma", _code
)
STATISTICS = Dataset(
    "thong-ke",
    "Số liệu giải quyết hồ sơ",
    "Mỗi bản ghi là một kỳ của một xã, đúng các ô nguồn có ghi (Biểu 06, Thông tư 01/2020/TT-VPCP).",
    StatisticsReport,
    None,
    _of_period,
)
PROPOSALS = Dataset(
    "kien-nghi", "Kiến nghị của xã", "Kiến nghị với cấp trên và văn bản trả lời.", Proposal, "ma", _code
)
OVERLAYS = Dataset(
    "quy-dinh-rieng",
    "Quy định riêng của tỉnh, xã",
    "Chỗ một tỉnh hoặc một xã làm khác ở một thủ tục, có nguồn riêng.",
    Overlay,
    None,
    _of_area,
)
FIELDS = Dataset("linh-vuc", "Lĩnh vực", "Các lĩnh vực của thủ tục.", CatalogueField, "ma", _code)
LIFE_EVENTS = Dataset("su-kien", "Sự kiện", "Việc trong đời và các thủ tục cần làm.", LifeEvent, "ma", _code)
SYNONYMS = Dataset(
    "tu-dong-nghia",
    "Từ đồng nghĩa cho ô tìm",
    "Chữ viết tắt, cách nói thay được cho nhau và lời đệm mà ô tìm hiểu được.",
    WordGroup,
    None,
    _of_words,
)
CITIZEN_WORDS = Dataset(
    "loi-nguoi-dan",
    "Lời người dân hay dùng",
    "Người dân gọi mỗi thủ tục thế nào, và hỏi nhiều hay ít.",
    WordsOfCode,
    "ma",
    _code,
)
SETTINGS = Dataset(
    "bang",
    "Cài đặt của bảng",
    "Những gì bảng nói về chính mình.",
    BoardSettings,
    None,
    lambda _: "bang",
    True,
)

DATASETS = (
    PROCEDURES,
    COMMUNES,
    STATISTICS,
    PROPOSALS,
    OVERLAYS,
    FIELDS,
    LIFE_EVENTS,
    SYNONYMS,
    CITIZEN_WORDS,
    SETTINGS,
)
"""In the order in which pages and packages list them."""


def ids(dataset: Dataset, records: list[dict[str, Any]]) -> list[str]:
    """The id of each record; where two would share one, the later gets its number behind."""
    seen: dict[str, int] = {}
    found = []
    for data in records:
        name = dataset.id_of(data)
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return found

"""A catalogue of a dozen invented rows for tests that must not depend on anybody's content."""

import json
from pathlib import Path
from typing import Any

from generator.model.words import CitizenWords, EditorWords
from generator.search.entry import SearchEntry, SearchPlace

GOLDEN = Path(__file__).with_name("golden.json")
CITIZEN = ("Công dân Việt Nam",)
ENTRIES = (
    SearchEntry("1.000001", "Thủ tục đăng ký khai sinh", "Đăng ký khai sinh",
                ("giấy khai sinh", "con mới sinh"), "ho-tich", "Hộ tịch", CITIZEN, "toan_trinh", "xa"),
    SearchEntry("1.000002", "Thủ tục đăng ký khai sinh có yếu tố nước ngoài", None, (),
                "ho-tich", "Hộ tịch", (*CITIZEN, "Người nước ngoài"), "mot_phan", "xa"),
    SearchEntry("1.000003", "Thủ tục đăng ký kết hôn", "Đăng ký kết hôn", ("giấy hôn thú", "lấy vợ"),
                "ho-tich", "Hộ tịch", CITIZEN, "toan_trinh", "xa"),
    SearchEntry("1.000004", "Đăng ký tạm trú", None, ("ở trọ",),
                "cu-tru", "Cư trú", CITIZEN, "toan_trinh", "xa"),
    SearchEntry("1.000005", "Hòa giải tranh chấp đất đai", None, ("lấn đất",),
                "dat-dai", "Đất đai", CITIZEN, "khong", "xa"),
    SearchEntry("1.000006", "Đăng ký thành lập hộ kinh doanh", None, ("mở quán",),
                "kinh-doanh", "Hộ kinh doanh", (*CITIZEN, "Doanh nghiệp"), "mot_phan", "dung_chung"),
    SearchEntry("1.000007", "Cấp giấy chứng nhận quyền sử dụng đất lần đầu", None, ("sổ đỏ",),
                "dat-dai", "Đất đai", (*CITIZEN, "Doanh nghiệp"), "mot_phan", "tiep_nhan"),
    SearchEntry("1.000008", "Hỗ trợ chi phí mai táng", None, (),
                "bao-tro", "Bảo trợ xã hội", CITIZEN, "mot_phan", "xa"),
    SearchEntry("1.000009", "Giám hộ cho người khuyết tật", None, (),
                "ho-tich", "Hộ tịch", CITIZEN, "mot_phan", "xa"),
)  # fmt: skip
WORDS = EditorWords(
    short_forms=(("hkd", "hộ kinh doanh"),),
    synonyms=(("sổ đỏ", "bìa đỏ"),),
    one_way=(("làm hôn thú", "đăng ký kết hôn"),),
    fillers=("cho tôi hỏi", "cần giấy tờ gì", "ở đâu", "làm", "giấy"),
    by_code={"1.000004": CitizenWords(5, ("thuê trọ",))},
)
PLACES = (
    SearchPlace("17149", "Xã Quỳnh Tam", ("Xã Quỳnh Châu", "Xã Tân Sơn")),
    SearchPlace("10891", "Phường Tứ Minh", ()),
)


def golden() -> list[dict[str, Any]]:
    """Queries with the order of codes that every engine must give on this catalogue."""
    cases: list[dict[str, Any]] = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return cases

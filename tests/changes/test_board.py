"""Two boards: every record that differs is told once, by its name and file, and nothing else is."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.changes.compare import Subject, compare
from generator.changes.notes import proposed_notes
from generator.changes.report import FORMATS, NOTHING, as_json, as_markdown, as_text
from generator.changes.snapshot import take_snapshot, take_snapshots
from generator.formatting.formatter import canonical
from generator.model.procedure import Procedure
from generator.reading.record import read_content
from tests.check.base import FILES, PROCEDURE, TODAY, write_board

FILE = "procedures/ho-tich/1.000001.yml"
CHANNEL = "cach_thuc_thuc_hien:\n  - hinh_thuc: truc_tiep\n    phi_le_phi: "
PERIOD = "content/communes/10750/statistics/2025-07-16.yml"
REPORT = "xa: '10750'\nden: 16/07/2025\ntong_hop:\n  tiep_nhan:\n    tong: 780\nnguon:\n  - ten: Báo\n"
Files = dict[str, str | bytes | None]


def _compare(tmp_path: Path, before: Files, after: Files, today: date = TODAY) -> list[Subject]:
    old, new = write_board(tmp_path / "a", before), write_board(tmp_path / "b", after)
    whole = compare(take_snapshot(old), take_snapshot(new), today)
    assert compare(*take_snapshots(old, new), today) == whole  # what is not read changes nothing
    return whole


def _said(subjects: list[Subject]) -> dict[str, list[str]]:
    return {f"{one.title} | {one.file}": [change.sentence for change in one.changes] for one in subjects}


def test_equal_boards_differ_in_nothing_whatever_their_form(tmp_path: Path) -> None:
    other = "# ghi chú\nlinh_vuc: 'ho-tich'\n" + PROCEDURE.replace("linh_vuc: ho-tich\n", "")
    assert _compare(tmp_path, {}, {FILE: other}) == []
    assert as_text([]) == as_markdown([]) == f"{NOTHING}\n"
    assert as_json([]) == "[]\n"


def test_each_kind_of_file_is_told_by_its_name(tmp_path: Path) -> None:
    before: Files = {
        FILE: PROCEDURE + CHANNEL + '"8.000 đồng"\n',
        PERIOD: REPORT,
        "content/overlays/31/1.000001.yml": "noi_ap_dung: '31'\nma: '1.000001'\nquay: A\nnguon: [{ten: x}]\n",
        "content/synonyms.yml": "viet_tat:\n  gks: giấy khai sinh\n",
        "content/citizen_words.yml": '"1.000001":\n  tu: [a]\n',
        "content/life_events.yml": 'su_kien:\n  - ma: a\n    ten: b\n    thu_tuc: ["1.000001"]\n',
    }
    after: Files = {
        FILE: PROCEDURE + CHANNEL + '"9.000 đồng"\n',
        PERIOD: REPORT.replace("780", "1781").replace("Báo", "Báo cáo"),
        "content/overlays/31/1.000001.yml": (
            "noi_ap_dung: '31'\nma: '1.000001'\nquay: B\n" + CHANNEL + "Miễn phí\nnguon: [{ten: x}]\n"
        ),
        "content/synonyms.yml": "viet_tat:\n  gks: khai sinh\n  kt: khai tử\n",
        "content/citizen_words.yml": '"1.000001":\n  hoi_nhieu: 5\n  tu: [a, b]\n',
        "content/life_events.yml": 'su_kien:\n  - ma: a\n    ten: Sinh con\n    thu_tuc: ["1.000001"]\n',
        "content/board.yml": FILES["content/board.yml"].replace("thử", "mới"),
        "content/fields.yml": FILES["content/fields.yml"].replace(
            "ten: Hộ tịch", "ten: Hộ tịch\n    mo_ta: x"
        ),
        "content/communes/10750/commune.yml": FILES["content/communes/10750/commune.yml"]
        + "gio_lam_viec:\n  - {thu: [2], tu: '7:30', den: '11:30'}\n",
    }
    assert _said(_compare(tmp_path, before, after)) == {
        f"1.000001 Đăng ký khai sinh | {FILE}": [
            "Phí, lệ phí khi nộp trực tiếp: từ «8.000 đồng» thành «9.000 đồng» (tăng 1.000 đồng)."
        ],
        "Quy định riêng của mã 31 cho thủ tục 1.000001 | content/overlays/31/1.000001.yml": [
            "Nay nộp được trực tiếp: thời hạn nguồn chưa nêu, phí «Miễn phí».",
            "Quầy: từ «A» thành «B».",
        ],
        f"Số liệu Xã Phú Thái, kỳ đến 16/07/2025 | {PERIOD}": [
            "Số hồ sơ tiếp nhận: từ 780 thành 1.781.",
            "Nguồn: bỏ «Báo».",
            "Nguồn: thêm «Báo cáo».",
        ],
        "Xã Phú Thái | content/communes/10750/commune.yml": ["Giờ làm việc: thêm «Thứ Hai»."],
        "Lời người dân hay dùng | content/citizen_words.yml": [
            "Nội dung, «1.000001», Mức hay được hỏi: từ «1» thành «5».",
            "Nội dung, «1.000001», Các cách nói: thêm «b».",
        ],
        "Từ đồng nghĩa cho ô tìm | content/synonyms.yml": [
            "Chữ viết tắt, «gks»: từ «giấy khai sinh» thành «khai sinh».",
            "Chữ viết tắt: thêm «kt».",
        ],
        "Sự kiện trong đời | content/life_events.yml": [
            "Các sự kiện, «a», Tên sự kiện: từ «b» thành «Sinh con»."
        ],
        "Các lĩnh vực | content/fields.yml": ["Các lĩnh vực, «ho-tich», Gồm những việc gì: thêm «x»."],
        "Cài đặt của bảng | content/board.yml": [
            "Tên bảng công khai: từ «Bảng công khai thử» thành «Bảng công khai mới»."
        ],
    }


def test_what_comes_and_goes_is_told(tmp_path: Path) -> None:
    second = "procedures/ho-tich/1.000002.yml"
    renamed = PROCEDURE.replace("000001", "000003") + 'ma_cu: ["1.000001"]\n'
    subjects = _compare(
        tmp_path,
        {second: PROCEDURE.replace("000001", "000002")},
        {FILE: None, "procedures/ho-tich/1.000003.yml": renamed, PERIOD: REPORT},
    )
    said = {one.file: [change.sentence for change in one.changes] for one in subjects}
    assert said[FILE] == ["Đổi mã: địa chỉ cũ chuyển về thủ tục 1.000003."]
    assert "đừng xóa tệp" in said[second][0]
    assert said["procedures/ho-tich/1.000003.yml"] == ["Thủ tục mới trên bảng."]
    assert said[PERIOD] == ["Thêm kỳ số liệu: tiếp nhận 780."]


def test_a_procedure_that_moves_to_another_field_is_one_change(tmp_path: Path) -> None:
    moved = "procedures/chung-thuc/1.000001.yml"
    after: Files = {FILE: None, moved: PROCEDURE.replace("linh_vuc: ho-tich", "linh_vuc: chung-thuc")}
    assert _said(_compare(tmp_path, {}, after)) == {
        f"1.000001 Đăng ký khai sinh | {moved}": [
            f"Tệp chuyển từ {FILE}.",
            "Lĩnh vực: từ «ho-tich» thành «chung-thuc».",
        ]
    }


@pytest.mark.parametrize("side", ["a", "b"])
def test_a_broken_file_is_neither_gone_nor_new(side: str, tmp_path: Path) -> None:
    broken: Files = {FILE: PROCEDURE + "phi: x\n"}
    subjects = _compare(tmp_path, broken if side == "a" else {}, broken if side == "b" else {})
    assert subjects == []
    assert take_snapshot(tmp_path / side).broken == {FILE}


def test_a_note_is_yaml_that_the_record_takes_and_is_proposed_once(tmp_path: Path) -> None:
    before: Files = {FILE: PROCEDURE + CHANNEL + '"8.000 đồng"\n'}
    changed = PROCEDURE + CHANNEL + '"9.000 đồng"\n'
    note = proposed_notes(_compare(tmp_path, before, {FILE: changed}), TODAY)
    assert note.startswith(f"# {FILE}: chép vào ngay trên dòng «ngay_ra_soat:»\nthay_doi:\n")
    record = read_content((changed + note).encode(), "x.yml", Procedure).record
    assert record
    assert record.changes[0].day == TODAY
    assert "từ «8.000 đồng» thành «9.000 đồng»" in record.changes[0].text
    told = proposed_notes(_compare(tmp_path / "told", before, {FILE: changed + note}), TODAY)
    assert told == "Không có thay đổi nào của thủ tục cần báo cho người dân.\n"


@pytest.mark.parametrize("told", ["", 'thay_doi:\n  - ngay: "01/02/2026"\n    noi_dung: x\n'])
def test_a_note_pasted_where_it_says_leaves_a_canonical_file(told: str, tmp_path: Path) -> None:
    before: Files = {FILE: PROCEDURE + CHANNEL + '"8.000 đồng"\n'}
    changed = canonical(PROCEDURE + CHANNEL + '"9.000 đồng"\n' + told, Procedure)
    head, note = proposed_notes(_compare(tmp_path, before, {FILE: changed}), TODAY).split("\n", 1)
    assert ("cuối danh sách ấy" in head) == bool(told)
    place = re.search(r"ngay trên dòng «(.+)»", head)
    assert place
    rows = changed.splitlines(keepends=True)
    line = next(number for number, row in enumerate(rows) if row.startswith(place[1]))
    pasted = "".join([*rows[:line], note, *rows[line:]])
    assert canonical(pasted, Procedure) == pasted
    record = read_content(pasted.encode(), "x.yml", Procedure).record
    assert record
    assert [one.day for one in record.changes][-1] == TODAY


def test_what_is_about_the_page_or_not_for_citizens_is_no_note(tmp_path: Path) -> None:
    after: Files = {FILE: PROCEDURE + "tu_khoa: [a]\nhieu_luc:\n  den: 30/06/2026\n"}
    note = yaml.safe_load(proposed_notes(_compare(tmp_path, {}, after), TODAY))
    assert note["thay_doi"][0]["noi_dung"] == "Áp dụng đến hết ngày 30/06/2026."


def test_no_text_of_a_record_is_a_sign_in_a_comment(tmp_path: Path) -> None:
    bad = "<script>alert(1)</script> @all #1 [x](y) **z** `c` | d"
    after: Files = {FILE: PROCEDURE.replace("Đăng ký khai sinh", f'"{bad}"') + CHANNEL + f"'{bad}'\n"}
    text = as_markdown(_compare(tmp_path, {}, after))
    for sign in ("<script", "@all", "[x](y)", "**z**", "`c`", "| d"):
        assert sign not in text
    assert f"`{FILE}`" in text


def test_every_format_gives_the_same_sentences(tmp_path: Path) -> None:
    subjects = _compare(tmp_path, {}, {FILE: PROCEDURE + CHANNEL + '"8.000 đồng"\ntu_khoa: [a]\n'})
    found = json.loads(FORMATS["json"](subjects))
    assert list(found[0]) == ["file", "title", "changes"]
    for change in found[0]["changes"]:
        assert set(change) == {"topic", "for_citizens", "sentence"}
        assert change["sentence"] in FORMATS["text"](subjects)
        assert change["sentence"] in FORMATS["markdown"](subjects)
    assert "1 mục thay đổi, trong đó 1 thủ tục." in FORMATS["text"](subjects)

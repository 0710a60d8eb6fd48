"""A file that stands already is updated key by key; what an editor did stays, and is told."""

import os
from pathlib import Path

import pytest

from generator.importing.ledger import FOLDER
from generator.importing.report import Outcome, as_text
from generator.importing.run import run_import
from tests.importing.boards import CODE, board, json_file, only, put, read, record_file, source, workbook


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = board(tmp_path)
    put(folder, json_file(tmp_path, source()))
    return folder


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_same_source_again_changes_no_byte(root: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert only(put(root, json_file(tmp_path, source()))).outcome is Outcome.UNCHANGED
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_a_value_that_an_import_wrote_follows_its_source(root: Path, tmp_path: Path) -> None:
    report = only(put(root, json_file(tmp_path, source(name="Đăng ký khai sinh"))))
    assert (report.outcome, report.imported, report.conflicts) == (Outcome.UPDATED, ("ten",), ())
    assert read(record_file(root))["ten"] == "Đăng ký khai sinh"


def test_an_editors_own_keys_and_comments_stay(root: Path, tmp_path: Path) -> None:
    path = record_file(root)
    _edit(path, "linh_vuc:", "# tên ngắn do xã đặt\nten_ngan: Khai sinh  # để in bảng\nlinh_vuc:")
    put(root, json_file(tmp_path, source(name="Đăng ký khai sinh", conditions="Không")))
    text = path.read_text(encoding="utf-8")
    assert "# tên ngắn do xã đặt\nten_ngan: Khai sinh  # để in bảng\n" in text
    assert list(read(path)).index("yeu_cau_dieu_kien") > list(read(path)).index("cach_thuc_thuc_hien")


def test_a_value_edited_by_hand_stays_and_both_values_are_told(root: Path, tmp_path: Path) -> None:
    path = record_file(root)
    _edit(path, "Thủ tục đăng ký khai sinh", "Đăng ký khai sinh cho trẻ")
    report = put(root, json_file(tmp_path, source(name="Đăng ký khai sinh")))
    (conflict,) = only(report).conflicts
    assert (conflict.key, conflict.kept, conflict.offered) == (
        "ten",
        "Đăng ký khai sinh cho trẻ",
        "Đăng ký khai sinh",
    )
    assert read(path)["ten"] == "Đăng ký khai sinh cho trẻ"
    told = "ten: đã sửa tay, giữ nguyên «Đăng ký khai sinh cho trẻ»; nguồn ghi «Đăng ký khai sinh»."
    assert told in as_text(report)


def test_a_hand_edit_is_no_conflict_while_the_source_says_the_same(root: Path, tmp_path: Path) -> None:
    _edit(record_file(root), "Thủ tục đăng ký khai sinh", "Đăng ký khai sinh cho trẻ")
    report = only(put(root, json_file(tmp_path, source())))
    assert (report.outcome, report.conflicts) == (Outcome.UNCHANGED, ())


def test_a_conflict_is_told_until_someone_settles_it(root: Path, tmp_path: Path) -> None:
    _edit(record_file(root), "Thủ tục đăng ký khai sinh", "Tên của xã")
    for _ in range(2):
        assert only(put(root, json_file(tmp_path, source(name="Tên mới")))).conflicts
    _edit(record_file(root), "Tên của xã", "Tên mới")
    assert not only(put(root, json_file(tmp_path, source(name="Tên mới")))).conflicts
    assert only(put(root, json_file(tmp_path, source(name="Tên sau")))).imported == ("ten",)


def test_a_key_deleted_by_hand_does_not_come_back(root: Path, tmp_path: Path) -> None:
    path = record_file(root)
    _edit(path, "cap_thuc_hien:\n  - xa\n", "")
    put(root, json_file(tmp_path, source()))
    assert "cap_thuc_hien" not in read(path)
    report = only(put(root, json_file(tmp_path, source(levels=["Cấp Tỉnh"]))))
    assert [(c.key, c.kept) for c in report.conflicts] == [("cap_thuc_hien", None)]
    assert "cap_thuc_hien" not in read(path)


def test_without_a_ledger_every_value_is_the_editors(root: Path, tmp_path: Path) -> None:
    (root / FOLDER / f"{CODE}.json").unlink()
    report = only(put(root, json_file(tmp_path, source(name="Tên mới", conditions="Không"))))
    assert [conflict.key for conflict in report.conflicts] == ["ten"]
    assert report.imported == ("yeu_cau_dieu_kien",)


@pytest.mark.parametrize(
    "broken", [b"", b"{", b"[]", b'{"muc": {"ten": {"hang": 7, "dau": ""}}}', b"[" * 9999]
)
def test_a_broken_ledger_counts_as_none_and_is_told(root: Path, tmp_path: Path, broken: bytes) -> None:
    (root / FOLDER / f"{CODE}.json").write_bytes(broken)
    report = only(put(root, json_file(tmp_path, source(name="Tên mới"))))
    assert [conflict.key for conflict in report.conflicts] == ["ten"]
    assert any("Sổ của lần nhập trước bị hỏng" in doubt for doubt in report.doubtful)


def test_a_list_adds_to_a_full_record_but_does_not_overwrite_it(root: Path, tmp_path: Path) -> None:
    header = ["Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực"]
    listed = workbook(tmp_path, [header, [CODE, "Tên trong danh sách", "Bộ Tư pháp", "Xã", "Hộ tịch"]])
    report = only(put(root, listed))
    data = read(record_file(root))
    assert (data["ten"], data["muc_do"]) == ("Thủ tục đăng ký khai sinh", "day_du")
    assert data["co_quan_ban_hanh"] == "Bộ Tư pháp"
    assert isinstance(data["nguon"], list) and len(data["nguon"]) == 2
    assert any("«ten» đã có từ bản ghi đầy đủ" in doubt for doubt in report.doubtful)


def test_a_list_that_differs_from_a_hand_edit_is_a_conflict_too(root: Path, tmp_path: Path) -> None:
    _edit(record_file(root), "Thủ tục đăng ký khai sinh", "Tên của xã")
    listed = workbook(tmp_path, [["Mã số", "Tên", "Lĩnh vực"], [CODE, "Tên trong danh sách", "Hộ tịch"]])
    (conflict,) = only(put(root, listed)).conflicts
    assert (conflict.kept, conflict.offered) == ("Tên của xã", "Tên trong danh sách")


def test_an_update_that_would_make_the_file_too_long_is_refused(root: Path, tmp_path: Path) -> None:
    before = record_file(root).read_bytes()
    report = run_import([json_file(tmp_path, source(conditions="điều kiện " * 100_000))], root)
    assert only(report).outcome is Outcome.REFUSED
    assert record_file(root).read_bytes() == before


def test_a_record_too_long_for_the_board_to_read_is_refused(tmp_path: Path) -> None:
    root = board(tmp_path)
    report = run_import([json_file(tmp_path, source(conditions="điều kiện " * 100_000))], root)
    assert only(report).outcome is Outcome.REFUSED
    assert "dài hơn mức cho phép" in only(report).doubtful[0]
    assert not (root / "procedures").exists()


def test_a_full_record_replaces_what_a_list_wrote(tmp_path: Path) -> None:
    root = board(tmp_path)
    put(root, workbook(tmp_path, [["Mã số", "Tên", "Lĩnh vực"], [CODE, "Tên trong danh sách", "Hộ tịch"]]))
    put(root, json_file(tmp_path, source()))
    data = read(record_file(root))
    assert (data["ten"], data["muc_do"]) == ("Thủ tục đăng ký khai sinh", "day_du")


def test_a_record_without_a_field_moves_to_its_field_once_a_source_names_it(tmp_path: Path) -> None:
    root = board(tmp_path)
    put(root, workbook(tmp_path, [["Mã số", "Tên"], [CODE, "Khai sinh"]]))
    assert record_file(root, "chua-phan-loai").is_file()
    report = only(put(root, json_file(tmp_path, source())))
    assert report.file == f"procedures/ho-tich/{CODE}.yml"
    assert read(record_file(root))["linh_vuc"] == "ho-tich"
    assert not record_file(root, "chua-phan-loai").exists()


def test_a_record_stays_in_its_folder_when_the_source_changes_the_field(root: Path, tmp_path: Path) -> None:
    report = only(put(root, json_file(tmp_path, source(field="Tư pháp khác"))))
    assert read(record_file(root))["linh_vuc"] == "ho-tich"
    assert any("Tư pháp khác" in doubt for doubt in report.doubtful)
    assert "Tư pháp khác" not in (root / "content/fields.yml").read_text(encoding="utf-8")


def test_a_code_with_an_agencys_suffix_is_the_same_procedure(root: Path, tmp_path: Path) -> None:
    report = only(put(root, json_file(tmp_path, source(code=f"{CODE}.000.00.00.H31"))))
    assert report.file == f"procedures/ho-tich/{CODE}.yml"
    assert read(record_file(root))["ma"] == CODE
    assert any("H31" in doubt for doubt in report.doubtful)


def test_a_doubt_that_the_source_has_settled_goes_away(root: Path, tmp_path: Path) -> None:
    put(root, json_file(tmp_path, source(parse_warnings=["legal_tail"])))
    assert "nghi_van" in read(record_file(root))
    put(root, json_file(tmp_path, source()))
    assert "nghi_van" not in read(record_file(root))


def test_what_the_source_no_longer_states_is_kept_and_told(root: Path, tmp_path: Path) -> None:
    report = only(put(root, json_file(tmp_path, source(levels=[]))))
    assert read(record_file(root))["cap_thuc_hien"] == ["xa"]
    assert any("không còn nêu mục «cap_thuc_hien»" in doubt for doubt in report.doubtful)


@pytest.mark.parametrize(
    "text", ["ma: [", "- a", "", f'{{ma: "{CODE}", ten: x, linh_vuc: ho-tich}}', f'? ma\n: "{CODE}"\n']
)
def test_a_file_that_cannot_be_edited_safely_is_left_as_it_is(root: Path, tmp_path: Path, text: str) -> None:
    path = record_file(root)
    path.write_text(text, encoding="utf-8")
    (root / FOLDER / f"{CODE}.json").unlink()  # so that the source has something to add
    report = run_import([json_file(tmp_path, source())], root)
    assert only(report).outcome is Outcome.REFUSED
    assert [problem.code for problem in report.problems] == ["import-refused"]
    assert path.read_text(encoding="utf-8") == text


def test_line_ends_and_byte_order_mark_of_the_file_stay(root: Path, tmp_path: Path) -> None:
    path = record_file(root)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    put(root, json_file(tmp_path, source(name="Tên mới")))
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n") > 5
    assert read(path)["ten"] == "Tên mới"


@pytest.mark.parametrize("code", ["../../x", "1.001193/..", "1.001193\n", "", "1.00119", "１.001193"])
def test_a_hostile_code_names_no_file(tmp_path: Path, code: str) -> None:
    root = board(tmp_path)
    report = run_import([json_file(tmp_path, source(code=code))], root)
    if code.strip() == CODE:
        assert only(report).outcome is Outcome.CREATED
        return
    assert only(report).outcome is Outcome.REFUSED
    assert [path for path in root.rglob("*") if path.is_file()] == []


def test_a_hostile_field_stays_inside_the_folder(tmp_path: Path) -> None:
    root = board(tmp_path)
    report = put(root, json_file(tmp_path, source(field="../../etc/passwd")))
    assert only(report).file == f"procedures/etc-passwd/{CODE}.yml"


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    root, outside = board(tmp_path), tmp_path / "ngoai"
    outside.mkdir()
    (root / "procedures").mkdir()
    (root / "procedures" / "ho-tich").symlink_to(outside)
    report = run_import([json_file(tmp_path, source())], root)
    assert only(report).outcome is Outcome.REFUSED
    assert list(outside.iterdir()) == []


def test_no_half_written_file_is_left(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = record_file(root).read_bytes()

    def fail(old: Path, new: Path) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "replace", fail)
    report = run_import([json_file(tmp_path, source(name="Tên mới"))], root)
    assert [problem.code for problem in report.problems] == ["import-refused"]
    assert record_file(root).read_bytes() == before
    assert not list(root.rglob("*tmp"))

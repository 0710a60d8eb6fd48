"""One mistake is told once, where it was made, with the way to write it right."""

from datetime import date
from pathlib import Path

import pytest

from generator.loading import load

TODAY = date(2026, 11, 22)
BIRTH = (
    'ma: "1.001193"\nten: Thủ tục đăng ký khai sinh\nlinh_vuc: ho-tich\n'
    'so_quyet_dinh: "163/QĐ-BTP"\nngay_ra_soat: 22/11/2026\n'
)
BOARD = {
    "content/board.yml": (
        "ten: Bảng\ndon_vi: Xã\ndia_chi_trang: https://congkhai.example/\n"
        'tinh:\n  - ma: "31"\n    ten: Thành phố Hải Phòng\n'
    ),
    "content/fields.yml": "linh_vuc:\n  - ma: ho-tich\n    ten: Hộ tịch\n",
    "content/life_events.yml": 'su_kien:\n  - ma: sinh-con\n    ten: Sinh con\n    thu_tuc: ["1.001193"]\n',
    "content/communes/10750/commune.yml": (
        'ma: "10750"\nten: Xã Phú Thái\ntinh: "31"\nquay:\n  - ten: Quầy 1\n    linh_vuc: [ho-tich]\n'
    ),
    "content/communes/10750/statistics/2025-07-16.yml": (
        'xa: "10750"\nden: 16/07/2025\ntong_hop: {}\nnguon:\n  - ten: Báo cáo\n'
        "theo_linh_vuc:\n  - linh_vuc: ho-tich\n"
    ),
    "content/overlays/10750/1.001193.yml": (
        'noi_ap_dung: "10750"\nma: "1.001193"\nquay: Quầy 1\nnguon:\n  - ten: Thông báo của xã\n'
    ),
    "procedures/ho-tich/1.001193.yml": BIRTH,
}


def codes(folder: Path, changed: dict[str, str]) -> set[tuple[str, str]]:
    for name, text in (BOARD | changed).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return {(problem.file, problem.code) for problem in load(folder, TODAY).problems}


def test_the_board_of_these_tests_is_clean(tmp_path: Path) -> None:
    assert codes(tmp_path, {}) == set()


@pytest.mark.parametrize(
    "file",
    [
        "content/board.yml",
        "content/fields.yml",
        "content/communes/10750/commune.yml",
        "procedures/ho-tich/1.001193.yml",
    ],
)
def test_a_faulty_file_is_the_only_one_blamed(tmp_path: Path, file: str) -> None:
    assert codes(tmp_path, {file: "chữ rời\n"}) == {(file, "file-not-record")}


def test_a_reference_to_a_code_without_a_file_is_still_an_error(tmp_path: Path) -> None:
    event = 'su_kien:\n  - ma: sinh-con\n    ten: Sinh con\n    thu_tuc: ["2.000986"]\n'
    assert codes(tmp_path, {"content/life_events.yml": event}) == {
        ("content/life_events.yml", "procedure-unknown")
    }


def test_equal_names_are_reported_until_short_names_tell_them_apart(tmp_path: Path) -> None:
    again = "procedures/ho-tich/1.004884.yml"
    twin = BIRTH.replace("1.001193", "1.004884")
    both = {(again, "name-repeated"), ("procedures/ho-tich/1.001193.yml", "name-repeated")}
    assert codes(tmp_path, {again: twin}) == both
    assert codes(tmp_path, {again: twin + "ten_ngan: Đăng ký lại khai sinh\n"}) == set()


def test_a_file_named_yaml_is_told_to_change_its_ending(tmp_path: Path) -> None:
    stray = "procedures/ho-tich/1.004884.yaml"
    assert codes(tmp_path, {stray: BIRTH}) == {(stray, "file-stray")}
    [problem] = load(tmp_path, TODAY).problems
    assert problem.suggestion == "Đổi đuôi tệp thành .yml."
    assert problem.message == "Tệp không mang đuôi .yml nên không được đọc."


@pytest.mark.parametrize(
    ("added", "message", "suggestion"),
    [
        ("tu_khoa: khai sinh\n", "là «khai sinh», nhưng cần một danh sách", "rồi viết: - khai sinh"),
        ("tu_khoa:\n  -khai sinh\n", "là «-khai sinh», nhưng cần một danh sách", "Sau dấu gạch đầu dòng"),
        ("tu_khoa:\n", "Mục «tu_khoa» đang bỏ trống, nhưng cần một danh sách", "xóa cả dòng"),
        ("ket_qua:\n  - Giấy khai sinh\n", "nhưng cần một nhóm mục", "Viết: - ten: Giấy khai sinh"),
        ("muc_do:\n", "Mục «muc_do» đang bỏ trống, nhưng chỉ được là một trong", "xóa cả dòng"),
    ],
)
def test_a_wrong_form_is_told_how_to_write_it(
    tmp_path: Path, added: str, message: str, suggestion: str
) -> None:
    codes(tmp_path, {"procedures/ho-tich/1.001193.yml": BIRTH + added})
    [problem] = load(tmp_path, TODAY).problems
    assert message in problem.message
    assert problem.suggestion
    assert suggestion in problem.suggestion

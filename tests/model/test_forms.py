"""A paper that is a form by its name, and whose form the record does not give, is counted."""

import pytest

from generator.model.completeness import forms_missing
from generator.model.convert import record_of
from generator.model.procedure import Procedure

FORMS = (
    *("Tờ khai đăng ký", "TỜ KHAI", "Giấy đề nghị theo mẫu", "Bản khai (mẫu số 02)", "Phiếu yêu cầu"),
    *("Đơn đề nghị", "đơn đăng ký biến động", "Đơn xin xác nhận", "Đơn yêu cầu"),
)
OTHERS = ("Giấy chứng sinh", "Hóa đơn điện", "Ảnh 4x6, theo khổ", "Bản sao trích lục", "Đơn giá vật tư")


def _record(*names: str, form: str | None = None) -> Procedure:
    papers = [{"ten": name, "mau_don": form} for name in names]
    record = {"ma": "1.001193", "ten": "Thủ tục", "linh_vuc": "ho-tich"}
    return record_of(Procedure, {**record, "thanh_phan_ho_so": [{"giay_to": papers}]})


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_told_by_its_name(name: str) -> None:
    assert forms_missing(_record("Căn cước", name)) == 1
    assert forms_missing(_record("Căn cước", name, form="Mẫu 01")) == 0


@pytest.mark.parametrize("name", OTHERS)
def test_other_papers_are_no_forms(name: str) -> None:
    assert forms_missing(_record(name)) == 0


def test_every_form_counts() -> None:
    assert forms_missing(_record(*FORMS, *OTHERS)) == len(FORMS)

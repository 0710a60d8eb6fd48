"""One name has one key, and two names never share one."""

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.importing.field_keys import LONGEST, FieldKeys, compared
from generator.vietnamese import slug

_NAMES = st.lists(st.text(alphabet="aáâbđ ,-.!", min_size=1, max_size=90) | st.text(min_size=1), max_size=12)


@given(_NAMES)
def test_keys_are_valid_and_belong_to_one_name_each(names: list[str]) -> None:
    keys = FieldKeys({"ho-tich": "Hộ tịch"})
    given_keys: dict[str, str] = {}
    for name in names:
        key = keys.find(name) or keys.add(name)[0]
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)
        assert len(key) <= LONGEST
        if slug(name) != key:  # a key itself may stand for its field's name
            assert given_keys.setdefault(key, compared(name)) == compared(name)


def test_fields_of_the_sample_board_have_short_keys() -> None:
    keys = FieldKeys({})
    name = "Tổ chức cai nghiên ma túy và quản lý sau cai nghiện"
    assert keys.add(name) == ("cai-nghien", "Tổ chức cai nghiện ma túy và quản lý sau cai nghiện")
    assert keys.add("Đăng ký, quản lý cư trú")[0] == "cu-tru"
    assert keys.add("Hộ tịch") == ("ho-tich", "Hộ tịch")


def test_a_long_key_is_cut_at_a_hyphen_and_stays_its_own() -> None:
    keys = FieldKeys({})
    first, _ = keys.add("Thành lập và hoạt động của tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã")
    second, _ = keys.add("Thành lập và hoạt động của tổ hợp tác, hợp tác xã, liên hiệp hợp tác toàn quốc")
    assert first == "thanh-lap-va-hoat-dong-cua-to-hop-tac-hop-tac-xa-lien-hiep"
    assert second == "thanh-lap-va-hoat-dong-cua-to-hop-tac-hop-tac-xa-lien-hiep-2"

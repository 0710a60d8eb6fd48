"""The catalogues that search is measured on: ours and the real records, filled up to any size, seeded.

Fill-up is first the names of the portal's lists (real names of other levels), then look-alikes made of real
names: the hard part of a large catalogue is not its size but the cousins.
"""

import json
import os
import random
from collections.abc import Iterator
from pathlib import Path

import openpyxl

from generator.search.entry import SearchEntry
from tests.search.own import own_entries

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("CONGKHAI_SHARED") or ROOT.parent / "shared") / "data"
SEED = 20260701
TAILS = (
    "thực hiện tại cấp tỉnh", "đối với doanh nghiệp", "đối với cơ sở sản xuất", "trong khu công nghiệp",
    "có yếu tố nước ngoài", "tại khu vực biên giới", "đối với tổ chức quốc tế", "thuộc thẩm quyền của Bộ",
    "của cơ quan trung ương", "theo cơ chế một cửa",
)  # fmt: skip
HEADS = (
    "Điều chỉnh", "Thu hồi", "Cấp lại", "Gia hạn", "Thẩm định", "Phê duyệt", "Chấp thuận", "Công bố",
    "Xác nhận", "Bổ sung",
)  # fmt: skip


def own() -> list[SearchEntry]:
    """The sample catalogue of this repository."""
    return list(own_entries())


def real() -> list[SearchEntry]:
    """The real commune-level records; where our catalogue has the code, our words are used."""
    ours = {entry.code: entry for entry in own()}
    found = []
    for name in ("commune_core.jsonl", "bqp_commune.jsonl"):
        for line in (SHARED / "procedures" / name).read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            field = record["field"]
            plain = SearchEntry(record["code"], record["name"], field=field, field_name=field)
            found.append(ours.get(record["code"], plain))
    return found


def filled(size: int) -> list[SearchEntry]:
    """The real records, the portal's names and look-alikes, ``size`` together."""
    found = real()
    known = {entry.code for entry in found}
    found += [entry for entry in _portal() if entry.code not in known]
    sources = list(found)
    rng = random.Random(SEED)
    number = 0
    while len(found) < size:
        number += 1
        found.append(_look_alike(rng, sources, number))
    return found[:size]


def _portal() -> Iterator[SearchEntry]:
    known = set()
    for file in sorted((SHARED / "portal-lists").glob("*.xlsx")):
        for row in list(openpyxl.load_workbook(file).worksheets[0].values)[2:]:
            code, name, _, _, field = ("" if cell is None else str(cell).strip() for cell in row[:5])
            if code and name and code not in known:
                known.add(code)
                yield SearchEntry(code, name, field=field, field_name=field)


def _look_alike(rng: random.Random, sources: list[SearchEntry], number: int) -> SearchEntry:
    one, other = rng.choice(sources), rng.choice(sources)
    if rng.random() < 0.5:
        name = f"{rng.choice(HEADS)} {one.name[0].lower()}{one.name[1:]} {rng.choice(TAILS)}"
    else:
        left, right = one.name.split(), other.name.split()
        name = " ".join(left[: max(3, len(left) // 2)] + right[len(right) // 2 :])
    if rng.random() < 0.7:
        name += f" {rng.choice(TAILS)}"
    return SearchEntry(f"9.{number:06d}", name, field=one.field, field_name=one.field_name)

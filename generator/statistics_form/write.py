"""The form as a workbook: the same communes, fields and period give the same bytes."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook

from generator.statistics.periods import Period
from generator.statistics_form import layout
from generator.statistics_form.main_sheet import main_sheet
from generator.statistics_form.side_sheets import guide_sheet, side_sheets

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can state."""

_WRITTEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def statistics_form(communes: Mapping[str, str], fields: Sequence[tuple[str, str]], period: Period) -> bytes:
    """The .xlsx for these communes (code -> name), with a row for each field (key, name)."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "congkhai"
    book.properties.title = layout.FORM_NUMBER
    for code, name in communes.items():
        main_sheet(book.create_sheet(code), (code, name), fields, period)
    side_sheets(book, list(communes))
    guide_sheet(book.create_sheet(layout.GUIDE))
    out = BytesIO()
    book.save(out)
    return timeless(out.getvalue())


def timeless(workbook: bytes) -> bytes:
    """The same workbook without the time it was written at."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(workbook)) as archive,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as other,
    ):
        for name in archive.namelist():
            content = archive.read(name)
            if name == "docProps/core.xml":
                content = _WRITTEN.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            other.writestr(member, content)
    return out.getvalue()

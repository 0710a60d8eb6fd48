"""What to look for where a day cannot be right: said by every rule that compares days."""

FUTURE_DAY = "Xem có gõ nhầm ngày, tháng hay năm không: ngày viết trước, tháng viết sau."
SWAPPED_DAYS = "Xem có ghi ngược hai ngày, hay gõ nhầm năm không."

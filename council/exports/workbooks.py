"""A table as an Excel workbook: text that stays text, numbers and dates, and never a formula."""

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import IO, cast

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from council.exports import TRIGGER, Value, csv_cell, plain

EXCEL_TEXT = 32_767
"""UTF-16 units in one Excel cell."""
EXCEL_DIGITS = 15
EXCEL_FIRST_DAY = dt.date(1900, 3, 1)
"""Excel believes in 29 February 1900, so that programs differ on the days before this one."""
CUT = " [cut here: an Excel cell holds no more; the CSV file has it all]"


def write_xlsx(file: IO[bytes], header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Writes a workbook of one sheet: a bold heading row that stays in sight, then the rows."""
    workbook = Workbook(write_only=True)
    sheet = cast(WriteOnlyWorksheet, workbook.create_sheet("List"))
    sheet.freeze_panes = "A2"
    for number, heading in enumerate(header, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = min(max(len(heading) + 4, 12), 60)
    headings = [xlsx_cell(sheet, heading) for heading in header]
    for cell in headings:
        cell.font = Font(bold=True)
    sheet.append(headings)
    for row in rows:
        sheet.append([xlsx_cell(sheet, value) for value in row])
    workbook.save(file)


def xlsx_cell(sheet: WriteOnlyWorksheet, value: object) -> WriteOnlyCell:
    """One value as a cell of the sheet; text is text whatever it starts with."""
    ready = _for_excel(plain(value))
    cell = WriteOnlyCell(sheet, value=ready)
    if isinstance(ready, str):
        cell.data_type = "s"
        # Without this, Excel would run the text as a formula once somebody edits the cell.
        cell.quotePrefix = bool(TRIGGER.match(ready))
    elif isinstance(ready, dt.datetime):
        cell.number_format = "d mmmm yyyy hh:mm"
    elif isinstance(ready, dt.date):
        cell.number_format = "d mmmm yyyy"
    return cell


def _for_excel(value: Value) -> Value:
    """The value, or its text where Excel would refuse or change it."""
    if isinstance(value, str):
        return _fitting(value.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, int | Decimal):
        return value if len(Decimal(value).normalize().as_tuple().digits) <= EXCEL_DIGITS else csv_cell(value)
    if isinstance(value, dt.datetime):
        return value.replace(tzinfo=None) if value.date() >= EXCEL_FIRST_DAY else csv_cell(value)
    if isinstance(value, dt.date):
        return value if value >= EXCEL_FIRST_DAY else csv_cell(value)
    return value


def _fitting(text: str) -> str:
    """The text, cut with a note where one Excel cell cannot hold it."""
    if len(text) <= EXCEL_TEXT // 2:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * EXCEL_TEXT:
        return text
    return units[: 2 * (EXCEL_TEXT - len(CUT))].decode("utf-16-le", errors="ignore") + CUT

"""Tables in Excel workbooks: the first sheet that people see and that holds something."""

from collections.abc import Iterator

from council.spreadsheets.archive import Archive
from council.spreadsheets.parts import Book, SheetName, formats, look_up, shared_texts
from council.spreadsheets.sheet import Sheet, SpreadsheetProblem
from council.spreadsheets.worksheets import SheetReader
from council.spreadsheets.xml_parts import go_through


def read_workbook(content: bytes) -> Sheet:
    """The table of a workbook. SpreadsheetProblem where it is damaged, protected, too large or not a plain workbook."""
    archive = Archive(content)
    _refuse_others(archive)
    book = look_up(archive)
    seen = [sheet for sheet in book.sheets if not sheet.is_hidden]
    if not seen:
        raise SpreadsheetProblem(
            "This workbook has no sheet that can be seen. Show the sheet with the table."
        )
    texts, styles = shared_texts(archive, book.texts), formats(archive, book.styles)
    for sheet in seen:
        reader = SheetReader(texts, styles, from_1904=book.from_1904)
        go_through(archive.open(sheet.part), start=reader.start, end=reader.end, text=reader.text)
        if reader.cells.rows or reader.cells.problems:
            break
    notes = (*_other_sheets(book, sheet), *reader.notes())
    return Sheet(tuple(reader.cells.rows), False, notes, tuple(reader.cells.problems))


def _refuse_others(archive: Archive) -> None:
    """Refuses what is zipped like a workbook and is another thing, each with what to do."""
    if any(name.casefold().endswith("vbaproject.bin") for name in archive.parts):
        raise SpreadsheetProblem("This workbook holds macros. Save it as a plain Excel workbook (.xlsx).")
    if "xl/workbook.bin" in archive.parts:
        raise SpreadsheetProblem("This is a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx).")
    if "mimetype" in archive.parts:
        raise SpreadsheetProblem("This is an OpenDocument file. Save it as an Excel workbook (.xlsx) or CSV.")


def _other_sheets(book: Book, read: SheetName) -> Iterator[str]:
    """What is said of the sheets that are not read."""
    left_out = [f"“{sheet.title}”" for sheet in book.sheets if sheet is not read and not sheet.is_hidden]
    hidden = [f"“{sheet.title}”" for sheet in book.sheets if sheet.is_hidden]
    if left_out:
        yield f"Only the sheet “{read.title}” is read. Left out: {', '.join(left_out)}."
    if hidden:
        yield f"Hidden sheets are not read. Left out: {', '.join(hidden)}."

"""Which kind of file it is: told by its first bytes, which have to agree with its name."""

from pathlib import PurePath

from council.spreadsheets.limits import MEGABYTE, MOST_BYTES
from council.spreadsheets.sheet import Sheet, SpreadsheetProblem
from council.spreadsheets.text_files import read_text_file

WORKBOOKS = (".xlsx",)
TEXT_FILES = (".csv", ".tsv", ".txt")
SAVE_AS = "Save the table as an Excel workbook (.xlsx) or as CSV, and bring that."

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_NO_TABLES = {
    b"%PDF": "a PDF",
    b"MZ": "a program",
    b"\x7fELF": "a program",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"{\\rtf": "a word-processor document",
    b"<!doctype": "a web page",
    b"<html": "a web page",
    b"<?xml": "an XML file",
    b"<svg": "a picture",
}


def read_sheet(name: str, content: bytes) -> Sheet:
    """The table in a file. SpreadsheetProblem when there is none to be had from it."""
    ending = refuse_by_outside(name, content)
    _refuse_by_content(content)
    is_zip = content.startswith(_ZIP)
    if is_zip != (ending in WORKBOOKS):
        what = "an Excel workbook or another zipped file" if is_zip else "not an Excel workbook"
        raise SpreadsheetProblem(f"The name ends in {ending}, but the file is {what}. {SAVE_AS}")
    sheet = _workbook(content) if is_zip else read_text_file(content)
    if not sheet.rows and not sheet.problems:
        raise SpreadsheetProblem("The file has no rows. The first row holds the headings.")
    return sheet


def _workbook(content: bytes) -> Sheet:
    # Only the process that reads a file needs this, and not those that serve pages.
    from council.spreadsheets.workbooks import read_workbook

    return read_workbook(content)


def refuse_by_outside(name: str, content: bytes) -> str:
    """The ending of a file's name, which is one of those that are read; refuses others, and a size that is wrong."""
    if not content:
        raise SpreadsheetProblem("The file is empty.")
    if len(content) > MOST_BYTES:
        raise SpreadsheetProblem(too_large(len(content)))
    ending = ending_of(name)
    _refuse_by_ending(ending)
    return ending


def ending_of(name: str) -> str:
    """The ending of a file's name in small letters, whatever stops and blanks stand after it: ".csv"."""
    return PurePath(name.strip().rstrip(". ").casefold()).suffix


def too_large(size: int) -> str:
    """The sentence for a file of so many bytes."""
    return (
        f"The file has {size / MEGABYTE:.1f} megabytes. The most is {MOST_BYTES // MEGABYTE}: save only the table, "
        "or split it into several files."
    )


def _refuse_by_ending(ending: str) -> None:
    if ending in (".xlsm", ".xltm", ".xlsb", ".xls", ".xlt", ".ods", ".numbers"):
        what = "may hold macros" if ending in (".xlsm", ".xltm") else "is not read here"
        raise SpreadsheetProblem(f"A file of the kind {ending} {what}. {SAVE_AS}")
    if ending not in (*WORKBOOKS, *TEXT_FILES):
        said = f"A file whose name ends in {ending}" if ending else "A file whose name has no ending"
        raise SpreadsheetProblem(f"{said} is not read here. {SAVE_AS}")


def _refuse_by_content(content: bytes) -> None:
    if content.startswith(_OLD_OFFICE):
        if _PROTECTED in content:
            raise SpreadsheetProblem("This file has a password. Remove the password and bring it again.")
        raise SpreadsheetProblem(f"This is a file of an old Office. {SAVE_AS}")
    start = content[:100].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for mark, what in _NO_TABLES.items():
        if start.startswith(mark.lower()):
            raise SpreadsheetProblem(f"This is {what}, not a table. {SAVE_AS}")

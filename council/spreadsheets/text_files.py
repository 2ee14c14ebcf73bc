"""Tables in text files: CSV with commas, semicolons, tabs or bars between the cells."""

import csv
import io
from collections.abc import Iterator

from council.spreadsheets.cells import Cells
from council.spreadsheets.encodings import decode
from council.spreadsheets.limits import MOST_BLANK_ROWS, MOST_BYTES
from council.spreadsheets.sheet import Sheet, SpreadsheetProblem

SEPARATORS = (",", ";", "\t", "|")
BLANK = " " + "".join(SEPARATORS)
LOOKED_AT = 10
"""Rows from which the separator is told."""


def read_text_file(content: bytes) -> Sheet:
    """The table of a text file. SpreadsheetProblem where its bytes are no text or its quotation marks do not match."""
    text = decode(content)
    marked = text[:6].casefold()
    if marked.startswith("sep=") and text[5:6] in ("\r", "\n"):
        # A line by which a file tells Excel its separator; it counts as the first row there too.
        return _read(text, text[4], skip=1)
    return _read(text, _separator(text), skip=0)


def _read(text: str, separator: str, *, skip: int) -> Sheet:
    cells, blank = Cells(), 0
    file = io.StringIO(text, newline="")
    for number, texts in _records(file, separator):
        if number <= skip or cells.add(number, texts):
            blank = 0
            continue
        blank += 1
        if blank > MOST_BLANK_ROWS:
            if file.read().strip(f"{separator}\"' \t\r\n"):
                raise SpreadsheetProblem(
                    f"More than {MOST_BLANK_ROWS:,} blank rows stand after row {number - blank}, and then something "
                    "again. Take out the blank rows, or what stands below them."
                )
            break
    return Sheet(tuple(cells.rows), True, problems=tuple(cells.problems))


def _records(file: io.StringIO, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with its number, as a spreadsheet program counts: a line break inside quotation marks makes none."""
    before = csv.field_size_limit(MOST_BYTES)
    try:
        reader = csv.reader(file, delimiter=separator, strict=True, skipinitialspace=True)
        number = 0
        while True:
            number, line = number + 1, reader.line_num + 1
            try:
                texts = next(reader)
            except StopIteration:
                return
            except csv.Error as problem:
                raise SpreadsheetProblem(_unreadable(number, line, reader.line_num)) from problem
            yield number, texts
    finally:
        csv.field_size_limit(before)


def _unreadable(number: int, first: int, last: int) -> str:
    where = f"Row {number}" if last <= first else f"Row {number} (lines {first:,} to {last:,} of the file)"
    return (
        f"{where} has a quotation mark that is opened and not closed, or one in the middle of a cell. Close it, or "
        "write each quotation mark inside a cell twice."
    )


def _separator(text: str) -> str:
    """The separator that parts the most cells in every row, and if several do, in the usual row; or a comma."""
    return max(SEPARATORS, key=lambda separator: _widths(text, separator))


def _widths(text: str, separator: str) -> tuple[int, int]:
    """How many cells the narrowest and the usual row among the first have."""
    widths = []
    reader = csv.reader(io.StringIO(text[:100_000], newline=""), delimiter=separator)
    try:
        for texts in reader:
            if any(text.strip(BLANK) for text in texts):
                widths.append(len(texts))
            if len(widths) == LOOKED_AT:
                break
    except csv.Error:
        pass  # What is wrong is said when the rows are read.
    return (min(widths), sorted(widths)[len(widths) // 2]) if widths else (0, 0)

"""One cell's text made fit to keep, or refused by the name of the cell."""

import re
from collections.abc import Iterable

from council.spreadsheets.limits import MOST_COLUMNS, MOST_ROWS, MOST_TEXT
from council.spreadsheets.sheet import CellProblem, Row, SpreadsheetProblem, cell_name
from council.text import TextProblem, clean_text

SHOWN = 60
"""Characters of a cell that are shown beside what is wrong with it."""

# What "£", "’" and "é" become when a file in one encoding is read in another and saved again.
_TWICE_ENCODED = re.compile("Â[\u00a0-\u00bf]|â€|Ã[\u0080-\u00bf]")
_NUL = re.compile("\0|[\ud800-\udfff]")


class Cells:
    """Gathers a table row by row: cleans each cell, notes what is wrong with it, and keeps within the limits."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.problems: list[CellProblem] = []

    def add(self, number: int, texts: Iterable[str]) -> bool:
        """Takes one row from the left, and says whether there was anything in it."""
        cells = [self._clean(number, place, text) for place, text in enumerate(texts, start=1)]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            return False
        if len(cells) > MOST_COLUMNS:
            raise SpreadsheetProblem(
                f"Row {number} has {len(cells):,} columns. A file may have {MOST_COLUMNS}: take out those "
                "that are not needed."
            )
        # One more for the headings.
        if len(self.rows) > MOST_ROWS:
            raise SpreadsheetProblem(
                f"The file has more than {MOST_ROWS:,} rows. Split it into several files."
            )
        self.rows.append(Row(number, tuple(cells)))
        return True

    def refuse(self, row: int, column: int, text: str, sentence: str) -> None:
        """Notes that a cell cannot be used."""
        self.problems.append(CellProblem(row, column, shortened(text), sentence))

    def _clean(self, row: int, column: int, text: str) -> str:
        if text.isascii() and text.isprintable() and len(text) <= MOST_TEXT:
            return text.strip()  # Most cells, and there are many.
        if len(text) > MOST_TEXT:
            over = f"{len(text):,} characters. A cell may have {MOST_TEXT:,}."
            self.refuse(row, column, text, f"The cell {cell_name(row, column)} holds {over}")
            return shortened(text)
        if _NUL.search(text):
            sentence = (
                f"The cell {cell_name(row, column)} holds a character that cannot be read. Type it again."
            )
            text = _NUL.sub("", text)
            self.refuse(row, column, text, sentence)
        if _TWICE_ENCODED.search(text):
            self.refuse(row, column, text, _twice_encoded(cell_name(row, column)))
        try:
            return clean_text(text, limit=MOST_TEXT, lines=True)
        except TextProblem as problem:
            self.refuse(
                row, column, text, f"The cell {cell_name(row, column)} cannot be read. {problem.sentence}."
            )
            return ""


def shortened(text: str) -> str:
    """As much of a text as fits beside a sentence, without what no page can show."""
    shown = " ".join(_NUL.sub("", text[: 4 * SHOWN]).split())
    return shown if len(shown) <= SHOWN and len(text) <= 4 * SHOWN else f"{shown[: SHOWN - 1]}…"


def _twice_encoded(name: str) -> str:
    return (
        f"The cell {name} has signs in it that a pound sign or an accent turns into when a file is opened and saved "
        "in the wrong encoding. Save the table again as “CSV UTF-8”, or as an Excel workbook."
    )

"""One sheet of a workbook, gone through cell by cell."""

import re

from council.spreadsheets.archive import DAMAGED
from council.spreadsheets.cells import Cells
from council.spreadsheets.limits import MOST_BLANK_ROWS, MOST_COLUMNS
from council.spreadsheets.parts import Format, TextReader
from council.spreadsheets.sheet import SpreadsheetProblem, cell_name, column_letters
from council.spreadsheets.shown import shown_value
from council.spreadsheets.xml_parts import TRUE, Attributes, Enough

LAST_ROW = 1_048_576
MOST_EMPTY_ROWS = 50_000
"""Rows that hold nothing but formats, after which a sheet is taken to have ended."""

_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


class SheetReader:
    """Gathers the rows of a sheet as its elements go by."""

    def __init__(self, texts: list[str], styles: list[Format], *, from_1904: bool) -> None:
        self.cells = Cells()
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[int] = []
        self.merged: list[str] = []
        self._texts, self._styles, self._from_1904 = texts, styles, from_1904
        self._row = self._filled = self._column = 0
        self._row_is_hidden = self._in_value = self._has_formula = False
        self._shown: dict[int, str] = {}
        self._cell: Attributes = {}
        self._value: list[str] = []
        self._inline = TextReader()

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if name == "c":
            self._begin_cell(attributes)
        elif name == "v":
            self._in_value = True
        elif name == "f":
            self._has_formula = True
        elif name == "row":
            self._begin_row(attributes)
        elif name == "col" and attributes.get("hidden") in TRUE:
            self.hidden_columns += _columns(attributes)
        elif name == "mergeCell":
            self.merged.append(attributes.get("ref", ""))
        else:
            self._inline.start(name)

    def text(self, piece: str) -> None:
        """Characters within an element."""
        if self._in_value:
            self._value.append(piece)
        else:
            self._inline.text(piece)

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "v":
            self._in_value = False
        elif name == "c":
            self._end_cell()
        elif name == "row":
            self._end_row()
        else:
            self._inline.end(name)

    def _begin_row(self, attributes: Attributes) -> None:
        said = attributes.get("r", "")
        number = int(said) if said.isdecimal() and len(said) < 8 else self._row + 1
        if not self._row < number <= LAST_ROW:
            raise SpreadsheetProblem(DAMAGED)
        self._row, self._column, self._shown = number, 0, {}
        self._row_is_hidden = attributes.get("hidden") in TRUE

    def _end_row(self) -> None:
        number, shown = self._row, self._shown
        if shown and number - self._filled > MOST_BLANK_ROWS:
            raise SpreadsheetProblem(
                _far(number, min(shown), f"more than {MOST_BLANK_ROWS:,} blank rows stand above it")
            )
        if shown and self.cells.add(number, (shown.get(each, "") for each in range(1, max(shown) + 1))):
            self._filled = number
            if self._row_is_hidden:
                self.hidden_rows.append(number)
        elif number - self._filled > MOST_EMPTY_ROWS:
            raise Enough

    def _begin_cell(self, attributes: Attributes) -> None:
        self._cell, self._has_formula, self._value = attributes, False, []
        place = _PLACE.fullmatch(attributes.get("r", ""))
        if place is None:
            self._column += 1
        elif int(place[2]) == self._row:
            self._column = _number(place[1])
        else:
            raise SpreadsheetProblem(DAMAGED)

    def _end_cell(self) -> None:
        text = self._said()
        if not text or text.isspace():
            return
        if self._column > MOST_COLUMNS:
            raise SpreadsheetProblem(_far(self._row, self._column, f"a file may have {MOST_COLUMNS} columns"))
        self._shown[self._column] = text

    def _said(self) -> str:
        """What the cell shows; "" with a problem noted where it cannot be used."""
        kind, written = self._cell.get("t", "n"), "".join(self._value)
        inline = self._inline.take()
        if kind == "s":
            place = int(written) if written.isdecimal() and len(written) < 9 else -1
            if not 0 <= place < len(self._texts):
                raise SpreadsheetProblem(DAMAGED)
            return self._texts[place]
        if kind == "inlineStr":
            return inline
        if self._has_formula and not written and kind != "str":
            return self._refuse(
                "",
                "holds a formula whose value was not saved. Open the file in Excel, save it and bring it again",
            )
        if kind == "e":
            return self._refuse(
                written, f"shows an error, {written[:20]}. Put its formula right, or type the value"
            )
        if not written:
            return ""
        style = self._cell.get("s", "")
        number = int(style) if style.isdecimal() and len(style) < 9 else 0
        shape = self._styles[number] if number < len(self._styles) else Format.PLAIN
        return shown_value(kind, written, shape, from_1904=self._from_1904)

    def _refuse(self, written: str, sentence: str) -> str:
        name = cell_name(self._row, self._column)
        self.cells.refuse(self._row, self._column, written, f"The cell {name} {sentence}.")
        return ""

    def notes(self) -> list[str]:
        """What is said of rows and columns that a reader of the sheet may not see as they count here."""
        width = max((len(row.cells) for row in self.cells.rows), default=0)
        columns = [column_letters(each) for each in self.hidden_columns if each <= width]
        read = "are read like the others"
        said = [
            (f"Hidden rows {read}", [str(row) for row in self.hidden_rows]),
            (f"Hidden columns {read}", columns),
            ("Merged cells count for their first row and column only", self.merged),
        ]
        return [
            f"{words}: {', '.join(these[:20])}{', …' if len(these) > 20 else ''}."
            for words, these in said
            if these
        ]


def _number(letters: str) -> int:
    """The number of a column by its letters: 1 for A, 28 for AB."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def _columns(attributes: Attributes) -> range:
    first, last = attributes.get("min", ""), attributes.get("max", "")
    if not (first.isdecimal() and last.isdecimal() and len(first) < 6):
        return range(0)
    return range(int(first), min(int(last[:6]), MOST_COLUMNS) + 1)


def _far(row: int, column: int, why: str) -> str:
    return (
        f"The cell {cell_name(row, column)} stands far away from the table: {why}. Empty it, or take out what is "
        "in between."
    )

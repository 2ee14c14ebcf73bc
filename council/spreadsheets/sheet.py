"""What a file turns out to hold: rows of text, what should be known about them, and what is wrong with single cells."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any


class SpreadsheetProblem(ValueError):
    """A file from which no table can be read. `sentence` tells the person who brought it what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Row:
    """One row. `number` is its own from 1, as a spreadsheet program shows it; a blank cell is ""."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        return not any(self.cells)


@dataclass(frozen=True)
class CellProblem:
    """A cell that cannot be used. `row` and `column` count from 1; `text` is what the cell shows."""

    row: int
    column: int
    text: str
    sentence: str

    @property
    def name(self) -> str:
        """The cell as a spreadsheet program calls it: "C5"."""
        return cell_name(self.row, self.column)


@dataclass(frozen=True)
class Sheet:
    """A table as it stands in a file. Blank rows are left out, which the numbers of the others show.

    `is_text` says that it came from a text file and not from a workbook. `notes` are sentences about the whole
    file that a person should read before trusting it.
    """

    rows: tuple[Row, ...]
    is_text: bool
    notes: tuple[str, ...] = ()
    problems: tuple[CellProblem, ...] = ()

    def with_cells(self, change: Callable[[str], str]) -> "Sheet":
        """The same sheet with every cell changed."""
        rows = tuple(Row(row.number, tuple(map(change, row.cells))) for row in self.rows)
        return replace(self, rows=rows)

    def as_data(self) -> dict[str, Any]:
        """The sheet as plain data, fit for JSON."""
        return {
            "rows": [[row.number, list(row.cells)] for row in self.rows],
            "is_text": self.is_text,
            "notes": list(self.notes),
            "problems": [[each.row, each.column, each.text, each.sentence] for each in self.problems],
        }

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Sheet":
        """The sheet that `as_data` made."""
        return cls(
            rows=tuple(Row(number, tuple(cells)) for number, cells in data["rows"]),
            is_text=data["is_text"],
            notes=tuple(data["notes"]),
            problems=tuple(CellProblem(*each) for each in data["problems"]),
        )


def cell_name(row: int, column: int) -> str:
    """The name of a cell by its row and column from 1: C5."""
    return f"{column_letters(column)}{row}"


def column_letters(column: int) -> str:
    """The letters of a column from 1: A, Z, AA."""
    letters = ""
    while column > 0:
        column, place = divmod(column - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters

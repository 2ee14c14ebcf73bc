"""The rows of a file by their columns, below its headings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from council.spreadsheets import Row, Sheet, column_letters
from performance.rules.importing.columns import Column, Headings, read_headings
from performance.rules.importing.plan import Problem

BLANKS = ("no return yet", "no period yet", "no target", "blank", "not recorded")
"""What our own exports write where there is nothing."""


@dataclass(frozen=True)
class Line:
    """One row under the headings, by the names of its columns."""

    number: int
    cells: dict[str, str]
    places: dict[str, int]

    def __getitem__(self, name: str) -> str:
        """The text of a cell; "" where it is blank or the file has no such column."""
        return self.cells.get(name, "")

    def problem(self, sentence: str, name: str = "") -> Problem:
        """What is wrong with the line, or with one of its cells."""
        place = self.places.get(name)
        return Problem(sentence, self.number, place, self[name] if place else "")


@dataclass(frozen=True)
class Lines:
    """The lines of a file, what is wrong with the file itself, and what should be known of it."""

    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]


def read_lines(sheet: Sheet, columns: Sequence[Column], passed_over: Iterable[str] = ()) -> Lines:
    """The lines of a sheet; none where its headings cannot be used."""
    problems = [Problem(each.sentence, each.row, each.column, each.text) for each in sheet.problems]
    read = read_headings(sheet.rows, columns, passed_over)
    problems += read.problems
    if read.headings is None:
        return Lines((), tuple(problems), sheet.notes)
    below = [row for row in sheet.rows if row.number > read.headings.row]
    problems += beyond_headings([Row(read.headings.row, read.headings.written), *below])
    lines = tuple(_line(row, read.headings) for row in below)
    notes = list(sheet.notes)
    if sheet.rows[0].number < read.headings.row:
        notes.append(f"The headings are in row {read.headings.row}. What stands above them is left out.")
    if not lines:
        problems.append(Problem("There are no rows under the headings."))
    return Lines(tuple(line for line in lines if any(line.cells.values())), tuple(problems), tuple(notes))


def _line(row: Row, headings: Headings) -> Line:
    cells = {}
    for name, place in headings.places.items():
        text = row.cells[place - 1] if place <= len(row.cells) else ""
        cells[name] = "" if text.casefold() in BLANKS else text
    return Line(row.number, cells, headings.places)


def beyond_headings(rows: Sequence[Row]) -> list[Problem]:
    """The cells to the right of the last heading, the first of each row: a comma too many has moved its cells.

    The first row holds the headings.
    """
    width = len(rows[0].cells) if rows else 0
    return [
        Problem(_BEYOND.format(column_letters(place)), row.number, place, text)
        for row in rows[1:]
        for place, text in list(_beyond(row, width))[:1]
    ]


def _beyond(row: Row, width: int) -> Iterator[tuple[int, str]]:
    return ((place, text) for place, text in enumerate(row.cells[width:], start=width + 1) if text)


_BEYOND = (
    "This cell stands beyond the last heading, in column {}. Take out the extra comma, or put the text that holds it "
    "in quotation marks."
)

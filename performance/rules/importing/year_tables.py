"""A published year table in a file: which rows are its own, and what our own files of it say besides."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from council.periods import year_name
from council.spreadsheets import Row, Sheet
from performance.rules.importing.columns import HEADINGS_WITHIN, plain_heading
from performance.rules.importing.lines import beyond_headings
from performance.rules.importing.plan import Problem
from performance.rules.published.cells import read_cell
from performance.rules.published.columns import read_header
from performance.rules.published.remark import Oddity, Remark
from performance.rules.published.table import PublishedRow, PublishedTable, read_table

MOST_ROWS = 500
"""Rows of one year table; the longest that councils printed had some 250."""

COMMENT_IN_FULL, BY_OUR_RULE, WHY, REMARKS = "Comment in full", "By our rule", "Why", "Remarks"
OURS = frozenset(plain_heading(heading) for heading in (COMMENT_IN_FULL, BY_OUR_RULE, WHY, REMARKS))
"""Columns that our own file of a published table has besides those that were printed."""

_MACHINE_YEAR = re.compile(r"_([0-9]{4})_([0-9]{2,4})\b")


@dataclass(frozen=True)
class YearTable:
    """A year table as it was read, with its printed headings and cells, and the row of the file that each row is."""

    table: PublishedTable | None
    headings: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]


def read_year_table(sheet: Sheet) -> YearTable:
    """The year table of a sheet. Without a table the problems say why there is none."""
    problems = [Problem(each.sentence, each.row, each.column, each.text) for each in sheet.problems]
    start = next(
        (place for place, row in enumerate(sheet.rows[:HEADINGS_WITHIN]) if read_header(row.cells).layout), 0
    )
    rows = _without_ours(sheet.rows[start:])
    reading = read_table([row.cells for row in rows])
    notes = [*sheet.notes]
    if start:
        notes.append(f"The headings are in row {rows[0].number}. What stands above them is left out.")
    problems += beyond_headings(rows)
    for each in reading.problems:
        if each.code == "too_long":
            continue  # Told by its cell already.
        if each.code == "unknown" and reading.table:
            notes.append(
                f"{each.sentence.partition('. ')[0]}. It is kept as printed, and nothing is made of it."
            )
        else:
            place = None if each.column is None else each.column + 1
            heading = "" if each.column is None else rows[0].cells[each.column]
            problems.append(Problem(each.sentence, rows[0].number if place else None, place, heading))
    if len(rows) > MOST_ROWS + 1:
        problems.append(Problem(f"The table has more than {MOST_ROWS} rows. Split it by service."))
    width = len(rows[0].cells) if rows else 0
    cells = tuple((*row.cells, *[""] * width)[:width] for row in rows[1:])
    numbers = tuple(row.number for row in rows[1:])
    return YearTable(
        reading.table, rows[0].cells if rows else (), cells, numbers, tuple(problems), tuple(notes)
    )


def _without_ours(rows: Sequence[Row]) -> list[Row]:
    """The rows without the columns that only our own file of the table has."""
    if not rows:
        return []
    ours = {place for place, heading in enumerate(rows[0].cells) if plain_heading(heading) in OURS}
    cut = [
        Row(row.number, tuple(text for place, text in enumerate(row.cells) if place not in ours))
        for row in rows
    ]
    return [row for row in cut if not row.is_blank]


def printed_heading(heading: str) -> str:
    """A heading as a page shows it: "actual_2000_01" is "Actual 2000/01"; one that people wrote keeps its words."""
    words = _MACHINE_YEAR.sub(r" \1/\2", heading).replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def same_headings(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two tables have the same headings, as a page shows them."""
    return [printed_heading(heading).casefold() for heading in one] == [
        printed_heading(heading).casefold() for heading in other
    ]


def carried_from(row: PublishedRow, remarks: Sequence[Remark]) -> str:
    """Where a row's outturn was carried forward from, as "2000/01 (survey)"; "" where it was not."""
    if not any(remark.code == Oddity.CARRIED_FORWARD and row.index in remark.rows for remark in remarks):
        return ""
    figures = [value for value in row.earlier if read_cell(value.written).is_number]
    if not figures:
        return ""
    note = read_cell(figures[-1].written).note
    return f"{year_name(figures[-1].year)}{f' ({note})' if note else ''}"[:100]

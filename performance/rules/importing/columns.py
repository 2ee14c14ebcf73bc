"""The columns of a file, told from its headings whatever their case, order, blanks and punctuation."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from council.spreadsheets import Row, column_letters
from performance.rules.importing.plan import Problem

HEADINGS_WITHIN = 10
"""Rows among which the headings are looked for, under a title or a date."""
LONGEST_HEADING = 200
NEAR = 0.75


@dataclass(frozen=True)
class Column:
    """A column that a file may have: its name in the code, its heading in our own files, and other words for it."""

    name: str
    heading: str
    words: tuple[str, ...] = ()
    is_needed: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """Its headings, made plain."""
        return tuple(plain_heading(word) for word in (self.heading, self.name, *self.words))


@dataclass(frozen=True)
class Headings:
    """Where each column stands, by name, counted from 1; and the headings as they are written."""

    row: int
    places: dict[str, int]
    written: tuple[str, ...]


@dataclass(frozen=True)
class HeadingsRead:
    """The headings, or None where the file cannot be used; and what is wrong with them."""

    headings: Headings | None
    problems: tuple[Problem, ...]


def plain_heading(heading: str) -> str:
    """A heading without capitals, punctuation and doubled blanks: "Ref. No:" is "ref no"."""
    words = unicodedata.normalize("NFKC", heading[:LONGEST_HEADING]).casefold().replace("%", " per cent ")
    return " ".join(re.sub(r"[\W_]+", " ", words).split())


def read_headings(
    rows: Sequence[Row], columns: Sequence[Column], passed_over: Iterable[str] = ()
) -> HeadingsRead:
    """The headings of a file: the first of its first rows with all columns that are needed, or the first at all.

    `passed_over` are headings of our own exports that say something for information and are not taken in.
    """
    if not rows:
        return HeadingsRead(None, (Problem("The file is empty. Its first row holds the headings."),))
    passed = {plain_heading(heading) for heading in passed_over}
    tried = [_read(row, columns, passed) for row in rows[:HEADINGS_WITHIN]]
    return next((read for read in tried if read.headings), tried[0])


def _read(row: Row, columns: Sequence[Column], passed: set[str]) -> HeadingsRead:
    by_key = {key: column for column in columns for key in column.keys}
    places: dict[str, int] = {}
    problems = []
    for place, written in enumerate(row.cells, start=1):
        key = plain_heading(written)
        column = by_key.get(key)
        if column is None:
            if key not in passed:
                problems.append(_unknown(row, place, written, key, by_key))
        elif column.name in places:
            problems.append(_twice(row, places[column.name], place, column))
        else:
            places[column.name] = place
    missing = [column for column in columns if column.is_needed and column.name not in places]
    problems += [
        Problem(f"There is no column “{column.heading}”. Add it, or write its heading so.", row.number)
        for column in missing
    ]
    headings = None if missing else Headings(row.number, places, row.cells)
    return HeadingsRead(headings, tuple(problems))


def _unknown(row: Row, place: int, written: str, key: str, by_key: dict[str, Column]) -> Problem:
    if not written:
        sentence = f"Column {column_letters(place)} has no heading. Give it one, or take the column out."
        return Problem(sentence, row.number, place)
    near = difflib.get_close_matches(key, list(by_key), n=1, cutoff=NEAR)
    advice = f"Write “{by_key[near[0]].heading}” if that is what it is, or take" if near else "Take"
    sentence = f"“{written[:LONGEST_HEADING]}” is not a column of this kind of file. {advice} the column out."
    return Problem(sentence, row.number, place, written[:LONGEST_HEADING])


def _twice(row: Row, first: int, second: int, column: Column) -> Problem:
    sentence = (
        f"Columns {column_letters(first)} and {column_letters(second)} are both headed “{column.heading}” or mean it. "
        "Keep one of them."
    )
    return Problem(sentence, row.number, second, row.cells[second - 1])

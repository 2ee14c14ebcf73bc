"""The columns of a published year table, told from their headings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from council.periods import year_name
from performance.rules.published.headings import Column, Role, advice, read_heading
from performance.rules.published.sentences import listed, quoted

NEEDED = (Role.REFERENCE, Role.INDICATOR, Role.TARGET, Role.OUTTURN, Role.STATUS)
YEARLY = (Role.TARGET, Role.OUTTURN)

_OF_ANOTHER_YEAR = {Role.OUTTURN: Role.EARLIER, Role.TARGET: Role.OTHER_TARGET}


@dataclass(frozen=True)
class Layout:
    """Which column holds what. `year` is the year reported on, by its start: 2002 for 2002/03."""

    year: int
    columns: tuple[Column, ...]

    def column(self, role: Role) -> Column | None:
        """The first column with that role, or None."""
        return next((column for column in self.columns if column.role == role), None)

    def earlier(self) -> list[Column]:
        """The columns with earlier years' values, oldest first."""
        columns = [column for column in self.columns if column.role == Role.EARLIER]
        return sorted(columns, key=lambda column: column.year or 0)


@dataclass(frozen=True)
class HeaderProblem:
    """Something about the headings that a person has to put right; `column` counts from 0.

    `code` is "unknown" (the column would be left out), or one that stops the reading: "duplicate", "missing",
    "year".
    """

    code: str
    sentence: str
    column: int | None = None


@dataclass(frozen=True)
class HeaderReading:
    """What the headings say. Without a layout the table cannot be read, and the problems say why."""

    layout: Layout | None
    problems: tuple[HeaderProblem, ...]


def read_header(headings: Sequence[str]) -> HeaderReading:
    """Tell each column's role from its heading, whatever its case, order, spaces or punctuation."""
    last = max((place for place, heading in enumerate(headings) if heading.strip()), default=-1)
    told = [read_heading(place, heading) for place, heading in enumerate(headings[: last + 1])]
    unknown = [_unknown(place, headings[place]) for place, column in enumerate(told) if column is None]
    columns = [column for column in told if column]
    year = _year_reported(columns)
    placed = [_placed(column, year) for column in columns]
    stops = _duplicates(placed) + _missing(placed, year)
    if year is None and {Role.TARGET, Role.OUTTURN} <= {column.role for column in placed}:
        stops.append(_no_year())
    layout = Layout(year, tuple(placed)) if year is not None and not stops else None
    return HeaderReading(layout, tuple(unknown + stops))


def _year_reported(columns: Sequence[Column]) -> int | None:
    """The latest year that has both a target and a value; a heading without a year leans on the other's."""
    targets = {column.year for column in columns if column.role == Role.TARGET}
    values = {column.year for column in columns if column.role == Role.OUTTURN}
    shared = (targets & values) - {None}
    if not shared and None in targets:
        shared = values - {None}
    years = [year for year in shared or targets or values if year is not None]
    return max(years, default=None)


def _placed(column: Column, reported: int | None) -> Column:
    """The column with its role beside the year reported on: a value of another year is an earlier one."""
    if column.role not in YEARLY:
        return column
    if column.year in (None, reported):
        return replace(column, year=reported)
    return replace(column, role=_OF_ANOTHER_YEAR[column.role])


def _unknown(place: int, heading: str) -> HeaderProblem:
    where = f"Column {place + 1}"
    if not heading.strip():
        return HeaderProblem(
            "unknown", f"{where} has no heading. Give it one or leave the column out.", place
        )
    sentence = f"{where}, {quoted(heading)}, is not a column of a year table. {advice(heading)}"
    return HeaderProblem("unknown", sentence, place)


def _no_year() -> HeaderProblem:
    sentence = (
        "No heading says which year the table reports on. Write the year with the target and with the "
        "outturn, such as “target_2002_03” and “estimated_outturn_2002_03”."
    )
    return HeaderProblem("year", sentence)


def _duplicates(columns: Sequence[Column]) -> list[HeaderProblem]:
    groups: dict[tuple[Role, int | None], list[Column]] = {}
    for column in columns:
        groups.setdefault((column.role, column.year), []).append(column)
    problems = []
    for (role, year), same in groups.items():
        if len(same) > 1:
            what = role.value if year is None else f"{role.value} ({year_name(year)})"
            names = listed([f"column {one.index + 1} ({quoted(one.heading)})" for one in same])
            sentence = f"The {what} is given more than once: {names}. Keep one of them."
            problems.append(HeaderProblem("duplicate", sentence, same[-1].index))
    return problems


def _missing(columns: Sequence[Column], year: int | None) -> list[HeaderProblem]:
    present = {column.role for column in columns}
    ending = "_2002_03" if year is None else f"_{year}_{(year + 1) % 100:02d}"
    example = {role: role.value for role in NEEDED}
    example |= {
        Role.REFERENCE: "ref",
        Role.TARGET: f"target{ending}",
        Role.OUTTURN: f"estimated_outturn{ending}",
    }
    return [
        HeaderProblem(
            "missing", f"There is no column for the {role.value}. Add one headed {quoted(example[role])}."
        )
        for role in NEEDED
        if role not in present
    ]

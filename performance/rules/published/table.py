"""A published year table as it stands on paper: its rows in printed order, every cell in its own words."""

from collections.abc import Sequence
from dataclasses import dataclass

from council.rag import Rag
from performance.choices import ValueStatus
from performance.rules.published.columns import HeaderProblem, Layout, read_header
from performance.rules.published.headings import Role
from performance.rules.published.sentences import counted
from performance.rules.published.statuses import read_status, says_not_known


@dataclass(frozen=True)
class EarlierValue:
    """What an earlier year's cell says. `year` is the calendar year in which the year starts; blank is ""."""

    year: int
    written: str
    value_status: ValueStatus


@dataclass(frozen=True)
class PublishedRow:
    """One indicator as published. `index` is its place in print, from 0; a blank cell is ""."""

    index: int
    reference: str
    indicator: str
    target: str
    outturn: str
    status: str
    top_quarter: str = ""
    comment: str = ""
    earlier: tuple[EarlierValue, ...] = ()
    action: str = ""
    owner: str = ""
    due: str = ""

    @property
    def rag(self) -> Rag | None:
        """The status that the row shows, or None where it shows none that can be read."""
        return read_status(self.status)

    @property
    def values(self) -> tuple[str, ...]:
        """The value cells without the blanks: benchmark, earlier years, target, outturn."""
        cells = (self.top_quarter, *(value.written for value in self.earlier), self.target, self.outturn)
        return tuple(cell for cell in cells if cell)


@dataclass(frozen=True)
class PublishedTable:
    """A year table. `rule` is the rating rule in the words printed with it, "" where none is printed."""

    layout: Layout
    rows: tuple[PublishedRow, ...]
    rule: str = ""

    @property
    def year(self) -> int:
        """The calendar year in which the year reported on starts."""
        return self.layout.year

    @property
    def statuses(self) -> list[Rag | None]:
        """The status of each row as published."""
        return [row.rag for row in self.rows]

    @property
    def statuses_by_key(self) -> list[Rag | None]:
        """The statuses as they would be if not known, which the key has, were given wherever the outturn is."""
        return [Rag.NOT_KNOWN if says_not_known(row.outturn) else row.rag for row in self.rows]


@dataclass(frozen=True)
class TableReading:
    """The table, or None where its headings or its rows cannot be read; the problems say why."""

    table: PublishedTable | None
    problems: tuple[HeaderProblem, ...]


def read_table(lines: Sequence[Sequence[str]], *, rule: str = "") -> TableReading:
    """Read lines of cells: the headings first, then a row for each indicator. Blank lines are passed over."""
    filled = [[cell.strip() for cell in line] for line in lines if any(cell.strip() for cell in line)]
    if not filled:
        empty = "The table is empty. The first line holds the headings, and each line under it one indicator."
        return TableReading(None, (HeaderProblem("empty", empty),))
    header = read_header(filled[0])
    problems = header.problems + _too_long(filled)
    if header.layout is None or len(problems) > len(header.problems):
        return TableReading(None, problems)
    rows = tuple(_row(place, line, header.layout) for place, line in enumerate(filled[1:]))
    return TableReading(PublishedTable(header.layout, rows, rule), problems)


def _too_long(filled: Sequence[Sequence[str]]) -> tuple[HeaderProblem, ...]:
    """Rows with something beyond the last heading: a comma or a tab too many has moved their cells."""
    width = len(filled[0])
    return tuple(
        HeaderProblem(
            "too_long",
            f"Row {place} has {counted(len(line), 'cell')} under {counted(width, 'heading')}. "
            "Take out the extra separator, or put the text that holds it in quotation marks.",
        )
        for place, line in enumerate(filled[1:], start=1)
        if any(line[width:])
    )


def _row(place: int, line: Sequence[str], layout: Layout) -> PublishedRow:
    def cell(role: Role) -> str:
        column = layout.column(role)
        return line[column.index] if column and column.index < len(line) else ""

    earlier = tuple(
        EarlierValue(
            column.year or 0,
            line[column.index] if column.index < len(line) else "",
            column.value_status or ValueStatus.ACTUAL,
        )
        for column in layout.earlier()
    )
    return PublishedRow(
        index=place,
        reference=cell(Role.REFERENCE),
        indicator=cell(Role.INDICATOR),
        target=cell(Role.TARGET),
        outturn=cell(Role.OUTTURN),
        status=cell(Role.STATUS),
        top_quarter=cell(Role.TOP_QUARTER),
        comment=cell(Role.COMMENT),
        earlier=earlier,
        action=cell(Role.ACTION),
        owner=cell(Role.OWNER),
        due=cell(Role.DUE),
    )

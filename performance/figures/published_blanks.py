"""Years for which a published table printed nothing of an indicator: no return of theirs was ever due."""

from performance.models import Indicator, PublishedRow
from performance.rules.published.columns import read_header
from performance.rules.published.headings import Role

BLANK = "Blank in the published table"
VALUES = (Role.EARLIER, Role.OUTTURN)


def blank_years(indicator: Indicator) -> set[int]:
    """The years, by their start, in which the indicator's printed cells are blank; one query."""
    found = set()
    for row in PublishedRow.objects.filter(indicator=indicator).select_related("table"):
        layout = read_header(row.table.columns).layout
        for column in layout.columns if layout else ():
            cell = row.cells[column.index] if column.index < len(row.cells) else ""
            if column.role in VALUES and column.year is not None and not cell.strip():
                found.add(column.year)
    return found

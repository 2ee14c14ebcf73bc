"""Years as the tests of year-end figures write them."""

from decimal import Decimal

from performance.choices import ValueKind, YearToDate
from performance.rules.year_end import Counted, Part, Year

SUM = Counted(ValueKind.COUNT, YearToDate.SUM, noun="quarter")
CUMULATIVE = Counted(ValueKind.COUNT, YearToDate.LATEST, is_cumulative=True, noun="quarter")
MEAN = Counted(ValueKind.DURATION, YearToDate.MEAN, noun="quarter")
WEIGHTED = Counted(ValueKind.PERCENTAGE, YearToDate.WEIGHTED, noun="quarter")
LATEST = Counted(ValueKind.COUNT, YearToDate.LATEST, noun="quarter")
RUNNING_SHARE = Counted(ValueKind.PERCENTAGE, YearToDate.LATEST, is_cumulative=True, noun="quarter")


def year(*values, ended=None, name="2026/27", parts=4):
    """A year of quarters: a figure, "54/72" for a share, or None; those not given are to come."""
    given = [_part(number, value) for number, value in enumerate(values, start=1)]
    to_come = [Part(f"Quarter {number}") for number in range(len(values) + 1, parts + 1)]
    return Year((*given, *to_come), len(values) if ended is None else ended, name)


def _part(number, value):
    name = f"Quarter {number}"
    if isinstance(value, str) and "/" in value:
        above, below = map(Decimal, value.split("/"))
        return Part(name, above * 100 / below, above, below)
    return Part(name, None if value is None else Decimal(value))

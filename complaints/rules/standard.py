"""The standard table of complaint figures: what each line is, of what it is a share, and how one complaint counts.

The lines are the indicators of the Scottish Public Services Ombudsman (SPSO), which publish a numerator and a
denominator for each and count closed complaints in all but the first. Those without a number follow what the SPSO asks
for after its third. Pure.
"""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from complaints.choices import FOUND_FOR_THE_CUSTOMER, STAGE_ONE, STAGE_TWO, Finding

PEOPLE = 1000
"""Those that the numbers received and closed are told of."""


@dataclass(frozen=True)
class StandardLine:
    """One line of the table: its number, what it is, and what is counted and divided."""

    number: str
    name: str
    definition: str
    numerator: str
    denominator: str


def _at_both(key: str, number: str, name: str, definition: str, numerator: str) -> dict[str, StandardLine]:
    """The line at each stage, of the complaints closed at it."""
    return {
        f"{key}_{stage}": StandardLine(
            number, f"{name} at stage {stage}", definition, numerator, f"Complaints closed at stage {stage}"
        )
        for stage in (STAGE_ONE, STAGE_TWO)
    }


def _satisfied(name: str) -> StandardLine:
    definition = (
        "“Satisfied” or “very satisfied”, of those whose complaint ended in the year and who answered."
    )
    return StandardLine("", name, definition, "Satisfied", "Customers who answered the question")


_PER_PEOPLE = "Per 1,000 people of the council’s area"
LINES: dict[str, StandardLine] = {
    "received": StandardLine(
        "1a",
        "Received",
        "Every complaint received in the year, accepted or not.",
        "Complaints received",
        _PER_PEOPLE,
    ),
    "closed": StandardLine(
        "1b",
        "Closed",
        "Every complaint closed in the year, whenever it was received; not those withdrawn or not accepted.",
        "Complaints closed",
        _PER_PEOPLE,
    ),
    "closed_1": StandardLine(
        "2a",
        "Closed at stage 1",
        "Closed after the reply at stage 1.",
        "Closed at stage 1",
        "Complaints closed",
    ),
    "closed_2": StandardLine(
        "2c",
        "Closed after escalation",
        "Closed after the reply at stage 2. Each complaint is answered at stage 1 first, so there is no line 2b.",
        "Closed at stage 2",
        "Complaints closed",
    ),
    **_at_both("upheld", "3", "Upheld", "Every point with a finding was upheld.", "Upheld"),
    **_at_both(
        "partly",
        "3",
        "Partly upheld",
        "Some of it was upheld, wholly or in part, and some not.",
        "Partly upheld",
    ),
    **_at_both("not_upheld", "3", "Not upheld", "No point was upheld, wholly or in part.", "Not upheld"),
    **_at_both(
        "days",
        "",
        "Average working days to the reply",
        "From the day it was received, or taken to stage 2, to the reply; the first day is not counted.",
        "Working days in all",
    ),
    **_at_both(
        "in_time",
        "",
        "Replied to in time",
        "By the day it was due, with any extension.",
        "Replied to in time",
    ),
    **_at_both("extended", "", "Extended", "More time was taken, and the customer was told why.", "Extended"),
    "handling": _satisfied("Satisfied with how it was handled"),
    "outcome": _satisfied("Satisfied with what came of it"),
}
"""In the order of the table, each by the key of its figure."""


def whole_finding(findings: Collection[str]) -> Finding:
    """What was found of a complaint as a whole, from what was found of its points; those without are left out."""
    told = {each for each in findings if each and each != Finding.NO_FINDING}
    if not told:
        return Finding.NO_FINDING
    if told == {Finding.UPHELD}:
        return Finding.UPHELD
    return Finding.PARTLY_UPHELD if told & set(FOUND_FOR_THE_CUSTOMER) else Finding.NOT_UPHELD


def working_days_between(start: date, end: date, working: Sequence[date]) -> int:
    """The working days after the first day, up to and with the last; `working` are all in order."""
    return max(0, bisect_right(working, end) - bisect_right(working, start))

"""What members see of cases: how many of each kind, how timely, with what outcome, by service; never whose.

Small numbers are hidden (`complaints.rules.small_numbers`). Every case is counted once, in the year it was received.
"""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from complaints.choices import FOUND_FOR_THE_CUSTOMER, STAGE_ONE, STAGE_TWO, CaseKind, ClockKind
from complaints.figures.timeliness import FourWay, four_ways_by_service
from complaints.models import Case, Clock, PointAnswer
from complaints.rules.small_numbers import (
    FEWEST_SHOWN,
    HIDDEN_WORDS,
    NOT_SHOWN,
    hidden,
    shown,
    total_is_shown,
)
from portfolios.models import Service

NOT_PLACED = "No service yet"
WHOLE = "All together"
FOUND = PointAnswer.objects.filter(point__case=OuterRef("pk"), finding__in=FOUND_FOR_THE_CUSTOMER)
COUNTED = {
    "requests": Q(kind=CaseKind.REQUEST),
    "complaints": Q(kind=CaseKind.COMPLAINT),
    "comments": Q(kind=CaseKind.COMMENT),
    "compliments": Q(kind=CaseKind.COMPLIMENT),
    "stage_two": Q(kind=CaseKind.COMPLAINT, stage=STAGE_TWO),
    "upheld": Q(kind=CaseKind.COMPLAINT) & Q(Exists(FOUND)),
}
COLUMNS = tuple(COUNTED)
Shown = int | str


@dataclass(frozen=True)
class PatternLine:
    """One service with its counts, each a number or the words that hide it."""

    name: str
    requests: Shown
    complaints: Shown
    comments: Shown
    compliments: Shown
    stage_two: Shown
    upheld: Shown
    timely: str
    """The share of replies to complaints in time, with what it is of; words where that is too small."""


@dataclass(frozen=True)
class Patterns:
    """The lines of a year, the whole, and what is still open."""

    lines: list[PatternLine] = field(default_factory=list)
    whole: PatternLine | None = None


def patterns(
    *, since: datetime.date, until: datetime.date, on: datetime.date, services: Collection[int] | None = None
) -> Patterns:
    """Cases received from one day up to another, of these services or of all; three queries.

    How timely replies were is told as it stands on the day `on`.
    """
    cases = Case.objects.filter(received_on__gte=since, received_on__lte=until)
    cases = cases if services is None else cases.filter(service__in=services)
    counts = counted_by_service(cases)
    if not counts:
        return Patterns()
    names = dict(Service.objects.filter(pk__in=[pk for pk in counts if pk]).values_list("pk", "name"))
    clocks = Clock.objects.filter(
        case__in=cases, case__kind=CaseKind.COMPLAINT, stage=STAGE_ONE, kind=ClockKind.REPLY
    )
    order = sorted(counts, key=lambda pk: (pk is None, names.get(pk or 0, "").casefold()))
    columns = {column: [counts[pk][column] for pk in order] for column in COLUMNS}
    masks = {column: hidden(column_counts) for column, column_counts in columns.items()}
    timely = four_ways_by_service(clocks, on=on)
    lines = [
        PatternLine(
            name=names.get(pk or 0, NOT_PLACED),
            timely=share_in_time(timely.get(pk, FourWay())),
            **{each: shown(columns[each][at], is_hidden=masks[each][at]) for each in COLUMNS},
        )
        for at, pk in enumerate(order)
    ]
    return Patterns(lines, _whole(columns, timely.values()))


def counted_by_service(cases: "QuerySet[Case]") -> dict[int | None, dict[str, int]]:
    """How many cases of each column every service had, by its key; None for those without one. One query."""
    counted = {name: Count("pk", filter=which) for name, which in COUNTED.items()}
    rows: Any = cases.order_by().values("service").annotate(**counted)
    return {row["service"]: {name: row[name] for name in COLUMNS} for row in rows}


def _whole(columns: dict[str, list[int]], timely: Iterable[FourWay]) -> PatternLine:
    """All services together; a total that would give a hidden count away is hidden as well."""
    totals = {name: sum(own) if total_is_shown(own) else NOT_SHOWN for name, own in columns.items()}
    return PatternLine(name=WHOLE, timely=share_in_time(sum(timely, FourWay())), **totals)


def share_in_time(ways: FourWay) -> str:
    """Such as "80% of 25"; what is open and late counts as not in time. Words where it is of too few."""
    number = ways.denominator
    if not number:
        return "None due yet"
    if number < FEWEST_SHOWN:
        return f"{HIDDEN_WORDS} due"
    return f"{round(100 * ways.done_in_time / number)}% of {number}"

"""How long cases are kept: which are due to be anonymised, in which month the others will be, and what is held."""

import datetime
from dataclasses import dataclass, field

from django.db.models import Count

from complaints.choices import OVER, CaseState
from complaints.figures.families import RuleMonths, months_of, rule_months
from complaints.models import Case, LegalHold, RetentionRule, RetentionRun
from complaints.models.case import CaseQuerySet
from complaints.rules.acceptance import months_before
from complaints.rules.retention import due_from
from council.access import Permission, may
from council.models import User

MONTHS_SHOWN = 12
LAST_RUNS = 12
LONG_AGO = 12
"""Months after which a case that was replied to should have been closed."""


@dataclass(frozen=True)
class MonthDue:
    """How many cases become due in a month."""

    first: datetime.date
    number: int


@dataclass
class RetentionPage:
    """What the complaints team is told of how long cases are kept; never whose."""

    rules: list[RetentionRule]
    due_now: int = 0
    months: list[MonthDue] = field(default_factory=list)
    later: int = 0
    without_rule: int = 0
    not_closed: int = 0
    """Cases replied to over a year ago and never closed: their time does not begin."""
    holds: list[LegalHold] = field(default_factory=list)
    runs: list[RetentionRun] = field(default_factory=list)


def cases_due(*, on: datetime.date) -> list[int]:
    """The keys of the cases whose own time is over on the day, the oldest first, whatever else keeps them."""
    rules = rule_months()
    rows = _over().order_by("closed_on", "pk").values_list("pk", "kind", "procedure", "closed_on")
    return [
        pk
        for pk, kind, procedure, day in rows.iterator()
        if (due := _due(rules, kind, procedure, day)) is not None and due <= on
    ]


def retention_page(reader: User, *, on: datetime.date) -> RetentionPage:
    """All that the page shows on a day; six queries. Nobody is told of a hold on a case about themselves."""
    rules = rule_months()
    page = RetentionPage(list(RetentionRule.objects.select_related("procedure")))
    by_month: dict[datetime.date, int] = {}
    counted = _over().order_by().values_list("kind", "procedure", "closed_on").annotate(Count("pk"))
    for kind, procedure, day, number in counted:
        due = _due(rules, kind, procedure, day)
        if due is None:
            page.without_rule += number
        elif due <= on:
            page.due_now += number
        else:
            first = due.replace(day=1)
            by_month[first] = by_month.get(first, 0) + number
    last = due_from(on.replace(day=1), MONTHS_SHOWN - 1)
    page.months = [MonthDue(first, by_month[first]) for first in sorted(by_month) if first <= last]
    page.later = sum(number for first, number in by_month.items() if first > last)
    before = months_before(on, LONG_AGO)
    page.not_closed = Case.objects.filter(state=CaseState.REPLIED, replied_on__lt=before).count()
    page.holds = holds_seen(reader, on=on)
    page.runs = list(RetentionRun.objects.all()[:LAST_RUNS])
    return page


def holds_seen(reader: User, *, on: datetime.date) -> list[LegalHold]:
    """The holds in force that the reader may know of; one query."""
    rows = LegalHold.objects.in_force().select_related("case", "customer", "by")
    if not may(reader, Permission.SEE_ALL_CASES):
        return []
    own = Case.objects.filter(people_concerned__person__user=reader)
    return list(rows.exclude(case__in=own.values("pk")).exclude(customer__in=own.values("customer")))


def _over() -> CaseQuerySet:
    return Case.objects.filter(state__in=OVER, anonymised_at=None)


def _due(
    rules: RuleMonths, kind: str, procedure: int | None, over_on: datetime.date | None
) -> datetime.date | None:
    months = months_of(rules, kind, procedure)
    return None if months is None or over_on is None else due_from(over_on, months)

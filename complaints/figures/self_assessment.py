"""What the records of a year say of each paragraph of a code, and which cases did not keep to it.

A case counts in the year it was received, under the code of the procedure it is handled by; reports count in the year
in which they were owed.
"""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from complaints.choices import (
    FOUND_FOR_THE_CUSTOMER,
    STAGE_ONE,
    STAGE_TWO,
    CaseKind,
    CaseState,
    ClockKind,
    MessageKind,
    RefusalGround,
)
from complaints.models import (
    AnnualComplaintsReport,
    AnnualReportResponse,
    Case,
    Clock,
    Extension,
    Message,
    Point,
    PointAnswer,
    Remedy,
    Triage,
)
from complaints.rules.acceptance import MONTHS_TO_COMPLAIN, is_too_old
from complaints.rules.departures import CODES
from complaints.rules.self_assessment import Measured
from council.periods import Span

NEVER, ALL = Q(pk__in=[]), Q(pk__isnull=False)


@dataclass(frozen=True)
class Measure:
    """Which rows of a table are counted, which of them are breaches, and where each says its case ("" for none).

    Measures of one table share their rows, so that one query counts them all.
    """

    rows: QuerySet[Any]
    which: Q
    breach: Q = NEVER
    case: str = "case"


def measured(span: Span, code: str, *, on: datetime.date) -> dict[str, Measured]:
    """Every measure of a year under a code, as it stands on the day; seven queries."""
    found = {}
    every = measures(span, code, on=on)
    for rows in {id(each.rows): each.rows for each in every.values()}.values():
        own = {name: each for name, each in every.items() if each.rows is rows}
        asked = {f"{name}_of": Count("pk", filter=each.which) for name, each in own.items()}
        asked |= {f"{name}_not": Count("pk", filter=each.which & each.breach) for name, each in own.items()}
        counted = rows.order_by().aggregate(**asked)
        for name in own:
            of = counted[f"{name}_of"]
            found[name] = Measured(met=of - counted[f"{name}_not"], of=of)
    return found


def cases_in_breach(span: Span, code: str, name: str, *, on: datetime.date) -> "QuerySet[Case]":
    """The cases in which something was not as the code expects, by one measure; none for a report."""
    each = measures(span, code, on=on)[name]
    if not each.case:
        return Case.objects.none()
    return Case.objects.filter(pk__in=each.rows.filter(each.which, each.breach).order_by().values(each.case))


def measures(span: Span, code: str, *, on: datetime.date) -> dict[str, Measure]:
    """Every measure of `complaints.rules.code_paragraphs.MEASURES`."""
    everything = Case.objects.filter(received_on__gte=span.start, received_on__lte=span.end)
    cases = everything.filter(procedure__code=code, kind=CaseKind.COMPLAINT)
    return {
        **_clocks(cases, code, on=on),
        **_refusals(cases),
        **_cases(cases),
        **_remedies(cases, on=on),
        **_reports(span.year),
        "requests": Measure(everything, Q(kind=CaseKind.REQUEST), case="pk"),
    }


def _clocks(cases: "QuerySet[Case]", code: str, *, on: datetime.date) -> dict[str, Measure]:
    clocks = Clock.objects.counted().filter(case__in=cases)
    # What is open and still in time is undecided.
    decided = Q(done_on__isnull=False) | Q(due_on__lt=on)
    late = Q(done_on__gt=F("due_on")) | Q(done_on=None, due_on__lt=on)
    found = {
        f"{name}_{stage}": Measure(clocks, decided & Q(stage=stage, kind=kind), late)
        for name, kind in (("acknowledged", ClockKind.ACKNOWLEDGEMENT), ("replied", ClockKind.REPLY))
        for stage in (STAGE_ONE, STAGE_TWO)
    }
    extended = Q(extended_by__gt=0)
    unexplained = Q(Exists(Extension.objects.filter(clock=OuterRef("pk"), why="")))
    limits = ((STAGE_ONE, CODES[code].extension), (STAGE_TWO, CODES[code].extension_two))
    found |= {
        f"extended_{stage}": Measure(clocks, extended & Q(stage=stage), Q(extended_by__gt=most) | unexplained)
        for stage, most in limits
    }
    told = _told_of_the_ombudsman(MessageKind.EXTENDED)
    return found | {"extended_told": Measure(clocks, extended, ~Q(Exists(told)))}


def _told_of_the_ombudsman(kind: MessageKind) -> "QuerySet[Message]":
    """Messages of the case in which its Ombudsman is named."""
    return Message.objects.filter(
        case=OuterRef("case"), kind=kind, body__contains=F("case__procedure__ombudsman")
    )


def _refusals(cases: "QuerySet[Case]") -> dict[str, Measure]:
    refused = Triage.objects.filter(case__in=cases.filter(state=CaseState.REFUSED), is_accepted=False)
    old = Q(ground=RefusalGround.TOO_OLD)
    days = refused.filter(old).order_by().values_list("pk", "case__happened_on", "case__received_on")
    not_old = [
        pk for pk, happened, received in days if is_too_old(happened, received, MONTHS_TO_COMPLAIN) is False
    ]
    told = _told_of_the_ombudsman(MessageKind.REFUSED)
    return {
        "refused_why": Measure(refused, ALL, Q(why="")),
        "refused_told": Measure(refused, ALL, ~Q(Exists(told))),
        "too_old": Measure(refused, old, Q(pk__in=not_old)),
    }


def _cases(cases: "QuerySet[Case]") -> dict[str, Measure]:
    points = Point.objects.filter(case=OuterRef("pk"))
    no_point = ~Q(Exists(points))
    unanswered = Q(Exists(points.filter(~Exists(PointAnswer.objects.filter(point=OuterRef("pk"))))))
    of_case = PointAnswer.objects.filter(point__case=OuterRef("pk"))
    upheld = Q(Exists(of_case.filter(finding__in=FOUND_FOR_THE_CUSTOMER)))
    at_one = PointAnswer.objects.filter(
        point__case=OuterRef("point__case"), stage=STAGE_ONE, by=OuterRef("by")
    )
    at_two = of_case.filter(stage=STAGE_TWO)
    acknowledged = Clock.objects.filter(
        case=OuterRef("pk"), kind=ClockKind.ACKNOWLEDGEMENT, stage=STAGE_ONE, done_on__isnull=False
    )
    return {
        "from_requests": Measure(cases, Q(arose_from__isnull=False), case="pk"),
        "refusals": Measure(cases, Q(state=CaseState.REFUSED), case="pk"),
        "points": Measure(cases, Q(replied_on__isnull=False), no_point | unanswered, "pk"),
        "outcome": Measure(cases, Q(state=CaseState.CLOSED), ~Q(Exists(of_case)), "pk"),
        "another": Measure(cases, Q(Exists(at_two)), Q(Exists(at_two.filter(Exists(at_one)))), "pk"),
        "defined": Measure(cases, Q(Exists(acknowledged)), no_point, "pk"),
        "upheld": Measure(cases, upheld, case="pk"),
    }


def _remedies(cases: "QuerySet[Case]", *, on: datetime.date) -> dict[str, Measure]:
    remedies = Remedy.objects.filter(case__in=cases)
    due = Q(due_on__lt=on) | Q(done_on__isnull=False)
    lying = Q(done_on=None, given_up_on=None)
    return {
        "remedies": Measure(remedies, due & Q(given_up_on=None), lying | Q(done_on__gt=F("due_on"))),
        "followed": Measure(remedies, due, lying),
    }


def _reports(year: int) -> dict[str, Measure]:
    report = AnnualComplaintsReport.objects.filter(year=year - 1)
    responded = Exists(AnnualReportResponse.objects.filter(report=OuterRef("pk")))
    return {
        "reported": Measure(report, ALL, Q(presented_at=None), ""),
        "responded": Measure(report, ALL, Q(presented_at=None) | ~Q(responded), ""),
    }

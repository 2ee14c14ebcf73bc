"""The life of a progress report: begun with what the one before left open, presented, and corrected beside its words.

Each verb works in one transaction. Nothing is undone once a report is presented.
"""

import datetime

from django.db import transaction
from django.db.models import F

from council.audit import add_versioned, save_versioned
from council.models import User
from council.periods import local_day
from performance.figures.progress.paper import draft_of
from performance.models import (
    Erratum,
    ItemOwner,
    Period,
    ProgressHeading,
    ProgressItem,
    ProgressPaper,
    ProgressReport,
    ReportingArea,
)
from performance.rules.progress.paper import as_values
from performance.rules.progress.presenting import beginning_problem, presenting_problems
from portfolios.models import Body, Meeting
from portfolios.operations import presented
from portfolios.operations.presented import NotFitToPresent, append_erratum, fix_words, hold_paper
from portfolios.rules.problem import Problem

CARRIED = "Carried forward from the report before"
COPIED = (
    "heading",
    "kind",
    "text",
    "who_as_written",
    "owners_of_heading",
    "by_when_as_written",
    "precision",
    "earliest",
    "latest",
    "event",
    "correction",
    "figure_of",
    "figure_period",
    "figure_words",
)
"""What an item keeps from report to report until somebody changes it."""


class CannotBegin(Exception):
    """The next report of the area cannot be begun. Says why."""


class AlreadyPresented(presented.AlreadyPresented):
    """The report is presented: its words are fixed."""

    noun = "report"


class NotReadyToPresent(NotFitToPresent):
    """The draft is not fit to be presented. Carries the problems, a sentence each."""

    sentence = "It cannot be presented yet: the list below says what is missing"

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(" ".join(problem.sentence for problem in problems))
        self.problems = problems


@transaction.atomic
def begin_report(area: ReportingArea, period: Period, *, by: User, at: datetime.datetime) -> ProgressReport:
    """Begins the report of an area for a period, with all that its last one left open.

    Begun a second time for the same period it answers the draft that is there. Raises CannotBegin.
    """
    # Holds the area, so that two reports begun at once cannot both follow the same one.
    ReportingArea.objects.filter(pk=area.pk).update(version=F("version"))
    reports = ProgressReport.objects.filter(area=area).select_related("period")
    draft = reports.drafts().first()
    if draft is not None and draft.period_id == period.pk:
        return draft
    previous = reports.presented().order_by("-period__ends_on").first()
    problem = beginning_problem(
        draft=draft.period.name if draft else "",
        latest_ends_on=previous.period.ends_on if previous else None,
        ends_on=period.ends_on,
        has_headings=ProgressHeading.objects.offered().exists(),
    )
    if problem:
        raise CannotBegin(problem)
    report = ProgressReport(area=area, period=period, previous=previous, begun_at=at, begun_by=by)
    add_versioned(report, by=by)
    if previous is not None:
        _carry_forward(previous, report, by=by)
    return report


def _carry_forward(previous: ProgressReport, report: ProgressReport, *, by: User) -> None:
    rows = ProgressItem.objects.filter(report=previous).open().for_paper()
    for number, before in enumerate(rows, start=1):
        kept = {name: getattr(before, name) for name in COPIED}
        times = before.times_carried + 1
        item = ProgressItem(report=report, number=number, carried_from=before, times_carried=times, **kept)
        add_versioned(item, by=by, why=CARRIED)
        ItemOwner.objects.bulk_create(
            ItemOwner(item=item, number=each.number, words=each.words, post=each.post)
            for each in before.owners.all()
        )


def hold_draft(report: ProgressReport) -> None:
    """Keeps a draft from being presented while one of its items is written, as `hold_paper`."""
    hold_paper(report, AlreadyPresented)


@transaction.atomic
def present_report(
    report: ProgressReport,
    *,
    expected: int,
    dated_on: datetime.date,
    to_body: Body | None = None,
    meeting: Meeting | None = None,
    by: User,
    at: datetime.datetime,
) -> ProgressReport:
    """Fixes the words of a report for good, as plain values.

    Raises NotReadyToPresent with what is missing, AlreadyPresented, and Conflict when somebody changed it first.
    """
    row = ProgressReport.objects.with_named().get(pk=report.pk)
    if row.is_presented:
        raise AlreadyPresented
    row.presented_at, row.presented_by = at, by
    row.dated_on, row.to_body, row.meeting = dated_on, to_body, meeting
    fields = ["presented_at", "presented_by", "dated_on", "to_body", "meeting"]
    save_versioned(row, expected=expected, by=by, why="Presented", update_fields=fields)
    paper = draft_of(row, on=local_day(at))
    found = presenting_problems(paper)
    if found:
        raise NotReadyToPresent(found)
    fix_words(ProgressPaper(report=row, content=as_values(paper)))
    return row


@transaction.atomic
def add_erratum(
    report: ProgressReport, *, words: str, item_number: int | None = None, by: User, at: datetime.datetime
) -> Erratum:
    """Adds what was found wrong to a presented report, whose words stay. The same words sent twice are one."""
    erratum: Erratum = append_erratum(
        report, report.errata, words=words, item_number=item_number, by=by, at=at
    )
    return erratum

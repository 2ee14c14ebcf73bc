"""Reports of what customers said in a quarter: begun, written, presented and corrected."""

import datetime

from django.db import IntegrityError, transaction

from complaints.figures.feedback_report import report_of
from complaints.models import FeedbackErratum, FeedbackPaper, FeedbackReport
from complaints.rules.feedback_report import as_values
from council.audit import save_versioned
from council.models import User
from council.periods import local_day
from portfolios.models import Body
from portfolios.operations.presented import AlreadyPresented, NotFitToPresent, append_erratum, fix_words

WORDS = ("summary", "chief_executive")


class ReportPresented(AlreadyPresented):
    """The report is presented: its words are fixed."""

    noun = "report"


class NothingSaid(NotFitToPresent):
    """The report has no words of its own."""

    sentence = "Write what customers told us and what we do, before it is presented"

    def __init__(self) -> None:
        super().__init__(self.sentence)


class StillRunning(NotFitToPresent):
    """The quarter is not over."""

    sentence = "Its quarter is not over yet: present it once all that came in can be counted"

    def __init__(self) -> None:
        super().__init__(self.sentence)


@transaction.atomic
def begin_report(
    *, year: int, quarter: int, body: Body | None, by: User, at: datetime.datetime
) -> FeedbackReport:
    """Begins the report of a quarter; the one that is there where somebody began it already."""
    found = FeedbackReport.objects.filter(year=year, quarter=quarter, body=body).first()
    if found is not None:
        return found
    row = FeedbackReport(year=year, quarter=quarter, body=body, begun_by=by, begun_at=at)
    row.full_clean(validate_constraints=False)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        # Somebody began it at the same moment.
        return FeedbackReport.objects.get(year=year, quarter=quarter, body=body)
    return row


def write_report(
    report: FeedbackReport, *, summary: str, chief_executive: str, expected: int, by: User
) -> FeedbackReport:
    """Saves the words of a draft. Raises ReportPresented, and Conflict when somebody saved first."""
    row = FeedbackReport.objects.select_related("body").get(pk=report.pk)
    if row.is_presented:
        raise ReportPresented
    row.summary, row.chief_executive = summary, chief_executive
    save_versioned(row, expected=expected, by=by, update_fields=list(WORDS))
    return row


@transaction.atomic
def present_report(
    report: FeedbackReport, *, expected: int, dated_on: datetime.date, by: User, at: datetime.datetime
) -> FeedbackReport:
    """Fixes a report for good: its words, and every figure as plain values.

    Raises NothingSaid, StillRunning, ReportPresented, and Conflict when somebody changed it first.
    """
    row = FeedbackReport.objects.select_related("body").get(pk=report.pk)
    if row.is_presented:
        raise ReportPresented
    if local_day(at) <= row.span.end:
        raise StillRunning
    if not row.summary:
        raise NothingSaid
    told = as_values(report_of(row, on=local_day(at)))
    row.presented_at, row.presented_by, row.dated_on = at, by, dated_on
    fields = ["presented_at", "presented_by", "dated_on"]
    save_versioned(row, expected=expected, by=by, why="Presented", update_fields=fields)
    words = {name: getattr(row, name) for name in WORDS}
    fix_words(FeedbackPaper(report=row, content={"whose": row.whose, "report": told, **words}))
    return row


@transaction.atomic
def add_report_erratum(
    report: FeedbackReport, *, words: str, by: User, at: datetime.datetime
) -> FeedbackErratum:
    """Adds what was found wrong to a presented report, whose words stay. The same words sent twice are one."""
    erratum: FeedbackErratum = append_erratum(report, report.errata, words=words, by=by, at=at)
    return erratum

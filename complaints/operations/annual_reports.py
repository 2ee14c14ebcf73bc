"""Annual complaints reports: begun, assessed, written, presented, responded to and corrected."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction

from complaints.choices import Compliance
from complaints.figures.annual_report import analysis_of
from complaints.figures.assessing import assessment_values, assessments_of
from complaints.figures.lessons import lessons_closed
from complaints.figures.letters import letter_values
from complaints.models import (
    AnnualComplaintsReport,
    AnnualReportErratum,
    AnnualReportPaper,
    AnnualReportResponse,
    OmbudsmanLetter,
    SelfAssessmentAnswer,
)
from complaints.operations.steps import Stopped
from complaints.rules.annual_report import PARTS, missing_parts
from complaints.rules.self_assessment import Assessed
from council.audit import Conflict, add_versioned, save_versioned
from council.models import User
from council.periods import local_day
from portfolios.models import Body
from portfolios.operations.presented import (
    AlreadyPresented,
    NotFitToPresent,
    append_erratum,
    fix_words,
    hold_paper,
)

WORDS = tuple(name for name, _, _ in PARTS)


class AnnualReportPresented(AlreadyPresented):
    """The annual report is presented: its words are fixed."""

    noun = "annual report"


class PartsMissing(NotFitToPresent):
    """Something is missing from the annual report. `sentence` says all of it."""

    def __init__(self, sentences: list[str]) -> None:
        self.sentence = ". ".join(sentences)
        super().__init__(self.sentence)


@transaction.atomic
def begin_annual_report(*, year: int, by: User, at: datetime.datetime) -> AnnualComplaintsReport:
    """Begins the report of a financial year; the one that is there where somebody began it already."""
    found = AnnualComplaintsReport.objects.filter(year=year).first()
    if found is not None:
        return found
    row = AnnualComplaintsReport(year=year, begun_by=by, begun_at=at)
    row.full_clean(validate_constraints=False, validate_unique=False)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        # Somebody began it at the same moment.
        return AnnualComplaintsReport.objects.get(year=year)
    return row


def write_annual_report(
    report: AnnualComplaintsReport, words: dict[str, str], *, expected: int, by: User
) -> AnnualComplaintsReport:
    """Saves the words of a draft. Raises AnnualReportPresented, and Conflict when somebody saved first."""
    row = AnnualComplaintsReport.objects.get(pk=report.pk)
    if row.is_presented:
        raise AnnualReportPresented
    for name in WORDS:
        setattr(row, name, words[name])
    save_versioned(row, expected=expected, by=by, update_fields=list(WORDS))
    return row


@transaction.atomic
def answer_paragraph(
    report: AnnualComplaintsReport,
    *,
    code: str,
    paragraph: str,
    finding: str,
    words: str,
    expected: int,
    by: User,
) -> SelfAssessmentAnswer:
    """Says whether the council keeps to a paragraph, in its own words. `expected` is 0 for the first answer.

    Raises AnnualReportPresented, and Conflict when somebody answered first.
    """
    hold_paper(report, AnnualReportPresented)
    row = report.answers.filter(code=code, paragraph=paragraph).first()
    if row is None:
        if expected:
            raise Conflict(None)
        row = SelfAssessmentAnswer(
            report=report, code=code, paragraph=paragraph, finding=finding, words=words
        )
        add_versioned(row, by=by)
        return row
    row.finding, row.words = finding, words
    save_versioned(row, expected=expected, by=by, update_fields=["finding", "words"])
    return row


def paper_of(
    report: AnnualComplaintsReport, *, on: datetime.date, assessments: Sequence[Assessed] | None = None
) -> dict[str, Any]:
    """The report as plain values, as people read it: as it was presented, or the draft as it stands on the day.

    `assessments` are those of the day with small numbers hidden, where the caller has them already.
    """
    if report.is_presented:
        content: dict[str, Any] = report.paper.content
        return content
    assessed = assessments_of(report, on=on, hide=True) if assessments is None else assessments
    return {
        "year": report.year_name,
        "assessment": assessment_values(assessed),
        "analysis": analysis_of(report.span, on=on),
        "lessons": lessons_closed(report.span),
        "letters": letter_values(OmbudsmanLetter.objects.filter(year=report.year)),
        **{name: getattr(report, name) for name in WORDS},
    }


def lacking(
    report: AnnualComplaintsReport, assessments: Sequence[Assessed], *, on: datetime.date
) -> list[str]:
    """What a draft still lacks before it may be presented, in sentences without a full stop; one query."""
    return missing_parts(
        is_over=report.span.end < on,
        words={name: getattr(report, name) for name in WORDS},
        unanswered=sum(each.needs_words for each in assessments),
        complies=all(each.finding == Compliance.COMPLIES for each in assessments),
        letters=OmbudsmanLetter.objects.filter(year=report.year).count(),
    )


@transaction.atomic
def present_annual_report(
    report: AnnualComplaintsReport,
    *,
    expected: int,
    dated_on: datetime.date,
    by: User,
    at: datetime.datetime,
) -> AnnualComplaintsReport:
    """Fixes an annual report for good: its words, and every figure as plain values. From then on anybody reads it.

    Raises PartsMissing, AnnualReportPresented, and Conflict when somebody changed it first.
    """
    row = AnnualComplaintsReport.objects.get(pk=report.pk)
    if row.is_presented:
        raise AnnualReportPresented
    day = local_day(at)
    assessments = assessments_of(row, on=day, hide=True)
    if missing := lacking(row, assessments, on=day):
        raise PartsMissing(missing)
    paper = paper_of(row, on=day, assessments=assessments)
    row.presented_at, row.presented_by, row.dated_on = at, by, dated_on
    fields = ["presented_at", "presented_by", "dated_on"]
    save_versioned(row, expected=expected, by=by, why="Presented", update_fields=fields)
    fix_words(AnnualReportPaper(report=row, content=paper))
    return row


@transaction.atomic
def add_annual_erratum(
    report: AnnualComplaintsReport, *, words: str, by: User, at: datetime.datetime
) -> AnnualReportErratum:
    """Adds what was found wrong to a presented report, whose words stay. The same words sent twice are one."""
    erratum: AnnualReportErratum = append_erratum(report, report.errata, words=words, by=by, at=at)
    return erratum


@transaction.atomic
def add_response(
    report: AnnualComplaintsReport,
    *,
    body: Body,
    met_on: datetime.date,
    decision: str,
    words: str,
    by: User,
    at: datetime.datetime,
) -> AnnualReportResponse:
    """Adds what a governing body said to a presented report (Code, 8.2).

    Raises Stopped before it is presented, for a day before the report or still to come, and for a meeting entered
    already.
    """
    if not report.is_presented or report.dated_on is None:
        raise Stopped.because("", "Present the report first: a response is to what was presented")
    if met_on < report.dated_on:
        raise Stopped.because("met_on", "The meeting cannot have been before the date of the report")
    if met_on > local_day(at):
        raise Stopped.because("met_on", "That day is still to come. Enter the response once the body has met")
    row = AnnualReportResponse(
        report=report, body=body, met_on=met_on, decision=decision, words=words, by=by, at=at
    )
    if report.responses.filter(body=body, met_on=met_on).exists():
        raise Stopped.because("met_on", "The response of that meeting is entered already")
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Stopped.because("met_on", "The response of that meeting is entered already") from error
    return row

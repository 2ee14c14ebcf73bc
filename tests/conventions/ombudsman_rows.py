"""Ombudsman cases, letters, annual reports and printed figures for the council of `scene`."""

import datetime

from complaints.choices import CaseFigureKind, Code, OmbudsmanDecision
from complaints.models import (
    AnnualComplaintsReport,
    AnnualReportPaper,
    Case,
    OmbudsmanCase,
    OmbudsmanRecommendation,
    SelfAssessmentAnswer,
)
from complaints.operations.annual_case_figures import PrintedFigure, record_figure
from complaints.operations.annual_reports import (
    add_annual_erratum,
    add_response,
    begin_annual_report,
    paper_of,
)
from complaints.operations.letters import LetterSaid, enter_letter
from complaints.operations.ombudsman import Referral, enter_recommendation, enter_referral, enter_ruling
from complaints.rules.ombudsman import Ruling
from council.models import User
from portfolios.models import Service
from tests.factories import BodyFactory, PostFactory

AT = datetime.datetime(2026, 10, 9, 15, 0, tzinfo=datetime.UTC)
DAY = AT.date()
YEAR = 2025
"""The newest year that is presented; the one after it is a draft."""


def at_the_ombudsman(rows: int, case: Case, service: Service, users: dict[str, User]) -> dict[str, object]:
    """As many of each as rows; the first Ombudsman case follows the case, and has as many recommendations."""
    team = users["complaints officer"]
    case.refresh_from_db()
    made = [_referred(number, case if number == 0 else None, service, team) for number in range(rows)]
    recommendations = [_recommended(made[0], service, team) for _ in range(rows)]
    letters = [
        enter_letter(
            LetterSaid(
                ombudsman=Code.OMBUDSMAN,
                year=YEAR - number,
                dated_on=DAY,
                printed={"received": ["12", "12"]},
                topics=[("Housing", 11)],
            ),
            by=team,
        )
        for number in range(rows)
    ]
    for number in range(rows):
        for kind in (CaseFigureKind.RECEIVED, CaseFigureKind.JUSTIFIED):
            _printed(YEAR - number, kind, team)
    body = BodyFactory(name="Full Council")
    reports = [_presented(YEAR - number, body if number == 0 else None, rows, team) for number in range(rows)]
    draft = begin_annual_report(year=YEAR + 1, by=team, at=AT)
    SelfAssessmentAnswer.objects.create(
        report=draft, code=Code.OMBUDSMAN, paragraph="6-2", finding="complies", words="We do."
    )
    return {
        "ombudsman_case": made[0],
        "recommendation": recommendations[0],
        "annual_letter": letters[0],
        "annual": reports[0],
        "annual_draft": draft,
    }


def _referred(number: int, case: Case | None, service: Service, team: User) -> OmbudsmanCase:
    referral = Referral(
        ombudsman=Code.OMBUDSMAN,
        their_reference=f"26 {number:03}",
        subject="Bins not emptied",
        referred_on=DAY,
        service=service,
        case=case,
    )
    row = enter_referral(referral, by=team, at=AT)
    ruling = Ruling(decision=OmbudsmanDecision.UPHELD, decided_on=DAY, fault="Delay")
    return enter_ruling(row, ruling, expected=row.version, by=team, at=AT)


def _recommended(row: OmbudsmanCase, service: Service, team: User) -> OmbudsmanRecommendation:
    row.refresh_from_db()
    return enter_recommendation(
        row,
        what=f"Apologise {row.recommendations.count()}",
        owner=PostFactory(service=service),
        due_on=DAY,
        expected=row.version,
        by=team,
        at=AT,
    )


def _printed(year: int, kind: str, team: User) -> None:
    for document, value in (("Annual report", 12), ("Performance plan", 13)):
        printed = PrintedFigure(
            year=year, kind=kind, as_written=str(value), value=value, document=document, why="Counted again"
        )
        record_figure(printed, by=team, at=AT)


def _presented(year: int, body: object, responses: int, team: User) -> AnnualComplaintsReport:
    """A report as it would be presented, without the answers that it takes."""
    draft = begin_annual_report(year=year, by=team, at=AT)
    paper = paper_of(draft, on=DAY)
    AnnualComplaintsReport.objects.filter(pk=draft.pk).update(presented_at=AT, dated_on=DAY)
    AnnualReportPaper.objects.create(report=draft, content=paper)
    row = AnnualComplaintsReport.objects.get(pk=draft.pk)
    for number in range(responses if body else 0):
        add_annual_erratum(row, words=f"Read 1{number}", by=team, at=AT)
        add_response(
            row,
            body=body if number == 0 else BodyFactory(),
            met_on=DAY,
            decision="Received",
            words="Thank you",
            by=team,
            at=AT,
        )
    return row

"""A year: every case counted once, breaches found, a report presented and fixed, figures kept with their documents."""

import pytest

from complaints.choices import CaseFigureKind, Code, Compliance, Finding, RefusalGround
from complaints.figures.annual_case_figures import figures_of_years
from complaints.figures.annual_report import analysis_of, outcomes_of
from complaints.figures.assessing import assessments_of
from complaints.figures.self_assessment import cases_in_breach, measured
from complaints.models import Case, CaseProcedure, Lesson, Message
from complaints.operations.annual_case_figures import PrintedFigure, record_figure
from complaints.operations.annual_reports import (
    AnnualReportPresented,
    PartsMissing,
    add_annual_erratum,
    add_response,
    answer_paragraph,
    begin_annual_report,
    paper_of,
    present_annual_report,
    write_annual_report,
)
from complaints.operations.ending import withdraw
from complaints.operations.steps import Stopped
from complaints.operations.triaging import refuse
from complaints.rules.annual_report import PARTS
from council.audit import Conflict
from council.models import HistoryFixedError
from council.periods import Frequency, spans
from tests.complaints.lives import accepted, answered, at, day, in_hand, replied
from tests.factories import BodyFactory
from tests.factories.complaints import case

pytestmark = pytest.mark.usefixtures("holidays")
YEAR = spans(Frequency.ANNUAL, year=2026)[0]
AFTER = day("2027-04-20")
WORDS = {name: f"Words of {name}" for name, _, _ in PARTS}


@pytest.fixture
def year(complaints_officer, service):
    """Complaints of every fate: upheld, not upheld, refused, withdrawn, waiting, in hand; and a request."""
    made = [replied(complaints_officer, service)]
    row = answered(in_hand(complaints_officer, service), complaints_officer, finding=Finding.NOT_UPHELD)
    refused = case(service=service)
    said = {"expected": refused.version, "by": complaints_officer, "at": at("2026-10-13")}
    refuse(refused, ground=RefusalGround.OTHER, why="It is for the county", **said)
    gone = in_hand(complaints_officer, service)
    withdraw(gone, why="Sorted", expected=gone.version, by=complaints_officer, at=at("2026-10-13"))
    case(kind="request")
    return [*made, row, refused, gone, case()]


def complete(report, by):
    for each in assessments_of(report, on=AFTER, hide=False):
        if each.finding == Compliance.ASK:
            key = each.paragraph.key
            answer_paragraph(
                report, code=each.code, paragraph=key, finding="complies", words="We do", expected=0, by=by
            )
    report.refresh_from_db()
    return write_annual_report(report, WORDS, expected=report.version, by=by)


def present(report, by, on="2027-04-20"):
    return present_annual_report(report, expected=report.version, dated_on=day(on), by=by, at=at(on))


@pytest.mark.shows("F78")
def test_every_complaint_of_the_year_ends_in_one_outcome(year):
    complaints = Case.objects.filter(kind="complaint")
    found = outcomes_of(complaints)

    assert sum(found.values()) == complaints.count() == 5
    assert found == {"Upheld": 1, "Not decided yet": 2, "Not accepted": 1, "Withdrawn": 1}


@pytest.mark.shows("F78")
def test_the_services_of_a_year_add_up_to_its_cases(year, service, complaints_officer):
    for _ in range(6):
        case(service=service)
    case(received_at=at("2027-04-01"), service=service)
    found = analysis_of(YEAR, on=AFTER)

    assert found["whole"]["complaints"] == 11
    assert found["outcomes"]["total"] == 11


@pytest.mark.shows("F78", "L18")
def test_breaches_are_found_with_their_cases(year, complaints_officer):
    found = measured(YEAR, Code.OMBUDSMAN, on=AFTER)

    assert (found["acknowledged_1"].met, found["acknowledged_1"].of) == (2, 4)
    assert (found["points"].met, found["points"].of) == (1, 1)
    assert (found["refused_why"].met, found["refused_told"].met, found["refusals"].of) == (1, 1, 1)
    late = cases_in_breach(YEAR, Code.OMBUDSMAN, "acknowledged_1", on=AFTER)
    assert set(late) == {year[1], year[4]}


@pytest.mark.shows("F78", "F65")
def test_a_refusal_that_does_not_tell_of_the_ombudsman_is_a_breach(year):
    Message.objects.filter(case=year[2]).update(body="No.")

    assert measured(YEAR, Code.OMBUDSMAN, on=AFTER)["refused_told"].breaches == 1
    assert list(cases_in_breach(YEAR, Code.OMBUDSMAN, "refused_told", on=AFTER)) == [year[2]]


def test_a_reply_with_a_point_unanswered_is_a_breach(year):
    year[0].points.create(number=9, words="Forgotten")

    assert list(cases_in_breach(YEAR, Code.OMBUDSMAN, "points", on=AFTER)) == [year[0]]


@pytest.mark.shows("F78", "L18")
def test_a_procedure_that_departs_does_not_comply_and_says_why(year, complaints_officer):
    CaseProcedure.objects.filter(kind="complaint", code="lgsco").update(
        acknowledge_days=7, departs_why="Our letters are weekly."
    )
    report = begin_annual_report(year=2026, by=complaints_officer, at=at("2027-04-02"))
    found = {
        each.paragraph.key: each
        for each in assessments_of(report, on=AFTER, hide=False)
        if each.code == "lgsco"
    }

    assert found["6-2"].finding == Compliance.DOES_NOT
    assert (
        "Acknowledges within 7 working days; the code says 5. Why: Our letters are weekly."
        in found["6-2"].departures[0]
    )
    assert found["6-3"].departures == ()


@pytest.mark.shows("F78")
def test_what_is_presented_equals_the_records_of_that_moment_and_stays(year, complaints_officer, service):
    report = begin_annual_report(year=2026, by=complaints_officer, at=at("2027-04-02"))
    with pytest.raises(PartsMissing, match="Say of"):
        present(report, complaints_officer)
    report = complete(report, complaints_officer)
    live = paper_of(report, on=AFTER)
    row = present(report, complaints_officer)

    assert row.paper.content == live
    assert live["analysis"] == analysis_of(YEAR, on=AFTER)
    for _ in range(9):
        case(service=service)
    assert paper_of(row, on=AFTER) == live
    assert "C-2026" not in str(live)
    with pytest.raises(AnnualReportPresented):
        write_annual_report(row, WORDS, expected=row.version, by=complaints_officer)
    with pytest.raises(AnnualReportPresented):
        answer_paragraph(
            row,
            code="lgsco",
            paragraph="6-2",
            finding="complies",
            words="x",
            expected=0,
            by=complaints_officer,
        )
    with pytest.raises(HistoryFixedError):
        row.paper.save()


@pytest.mark.shows("F78", "F74")
def test_lessons_closed_in_the_year_are_told_with_what_changed(year, complaints_officer):
    Lesson.objects.create(
        what="Nobody rang back", changed="Every call is rung back", learned_on=YEAR.start, closed_on=YEAR.end
    )
    Lesson.objects.create(what="Still open", learned_on=YEAR.start)
    report = begin_annual_report(year=2026, by=complaints_officer, at=at("2027-04-02"))

    assert paper_of(report, on=AFTER)["lessons"] == [
        {"what": "Nobody rang back", "changed": "Every call is rung back", "actions": []}
    ]


def test_a_year_that_is_not_over_is_not_presented(year, complaints_officer):
    report = begin_annual_report(year=2026, by=complaints_officer, at=at("2026-11-02"))
    report = complete(report, complaints_officer)
    with pytest.raises(PartsMissing, match="not over yet"):
        present(report, complaints_officer, on="2027-03-31")


@pytest.mark.shows("F78")
def test_the_response_of_a_body_follows_the_report(year, complaints_officer):
    report = begin_annual_report(year=2026, by=complaints_officer, at=at("2027-04-02"))
    said = {"body": BodyFactory(), "decision": "Received", "words": "Thanks", "by": complaints_officer}
    with pytest.raises(Stopped, match="Present the report first"):
        add_response(report, met_on=day("2027-04-21"), at=at("2027-04-22"), **said)
    row = present(complete(report, complaints_officer), complaints_officer)
    with pytest.raises(Stopped, match="before the date"):
        add_response(row, met_on=day("2027-04-19"), at=at("2027-04-22"), **said)
    with pytest.raises(Stopped, match="still to come"):
        add_response(row, met_on=day("2027-04-23"), at=at("2027-04-22"), **said)
    add_response(row, met_on=day("2027-04-21"), at=at("2027-04-22"), **said)
    with pytest.raises(Stopped, match="entered already"):
        add_response(row, met_on=day("2027-04-21"), at=at("2027-04-22"), **said)
    add_annual_erratum(row, words="Read 9", by=complaints_officer, at=at("2027-04-22"))
    add_annual_erratum(row, words="Read 9", by=complaints_officer, at=at("2027-04-22"))
    assert row.errata.count() == 1
    next_year = spans(Frequency.ANNUAL, year=2027)[0]
    assert measured(next_year, Code.OMBUDSMAN, on=AFTER)["responded"].met == 1


def test_the_second_of_two_who_answer_a_paragraph_is_refused(complaints_officer):
    report = begin_annual_report(year=2026, by=complaints_officer, at=at("2027-04-02"))
    said = {
        "code": "lgsco",
        "paragraph": "6-2",
        "finding": "complies",
        "words": "x",
        "by": complaints_officer,
    }
    answer_paragraph(report, expected=0, **said)
    with pytest.raises(Conflict):
        answer_paragraph(report, expected=0, **said)
    assert answer_paragraph(report, expected=1, **said | {"finding": "does_not"}).version == 2
    assert begin_annual_report(year=2026, by=complaints_officer, at=at("2027-04-02")) == report


def printed(by, value, document, why="", year=2001, kind=CaseFigureKind.RECEIVED):
    figure = PrintedFigure(
        year=year, kind=kind, as_written=str(value), value=value, document=document, why=why
    )
    return record_figure(figure, by=by, at=at("2026-10-13"))


@pytest.mark.shows("F79")
def test_a_printed_figure_is_held_against_records_that_hold_the_year_in_full(
    year, complaints_officer, service
):
    printed(complaints_officer, 9, "Report", year=2026)
    assert figures_of_years()[0].differs == ""
    case(received_at=at("2026-03-01"), service=service)
    assert figures_of_years()[0].differs == "Our records say 5."
    accepted(case(service=service), complaints_officer, service)
    assert figures_of_years()[0].differs == "Our records say 6."

"""The pages of decisions and of the notices of key decisions."""

from datetime import date

import pytest
from django.urls import reverse

from council.models import BankHoliday, ClosureDay
from portfolios.choices import CallInOutcome, DecisionKind, KeyProcedure
from tests.factories import MeetingFactory, PortfolioFactory
from tests.factories.decisions import (
    CallInFactory,
    DecisionFactory,
    KeyDecisionNoticeFactory,
    ProcedureFactory,
    RecommendationFactory,
    ReportFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client, member, time_machine):
    """A browser in which a member is signed in, on Tuesday 20 October 2026."""
    time_machine.move_to("2026-10-20 09:00")
    client.force_login(member)
    return client


def page_of(client, row):
    return client.get(row.get_absolute_url()).content.decode()


@pytest.mark.shows("F84", "S1-16", "S4-14")
def test_the_record_of_a_decision_has_all_that_the_law_asks_for(reader):
    decision = DecisionFactory(
        resolution="RESOLVED that, having considered where action is needed, the report be approved.",
        reasons="It is sound.",
        options_rejected="To wait a year.",
        interests="Councillor A is a tenant.",
        dispensations="Granted on 1 October.",
        comments="It is important to get it right first time and to learn from mistakes.",
    )

    page = page_of(reader, decision)

    for said in ("It is sound.", "To wait a year.", "is a tenant", "Granted on", "right first time"):
        assert said in page
    assert "14 October 2026" in page


def test_what_the_record_lacks_is_said(reader):
    page = page_of(reader, DecisionFactory())

    assert "No reasons are recorded" in page


@pytest.mark.shows("F86", "F63", "L14")
def test_the_window_and_its_days_are_shown(reader):
    BankHoliday.objects.create(date=date(2026, 10, 19), title="A holiday")
    ClosureDay.objects.create(date=date(2026, 10, 21), title="Council closed")
    ProcedureFactory(source="Constitution, part 4")

    page = page_of(reader, DecisionFactory())

    assert "It can be called in until 27 October 2026." in page
    assert "may be carried out from 28 October 2026" in page
    assert "No: A holiday" in page
    assert "No: Council closed" in page
    assert "Constitution, part 4" in page


@pytest.mark.shows("F86")
def test_the_procedure_of_the_day_of_the_decision_counts(reader):
    ProcedureFactory(starts_on=date(2020, 5, 20), call_in_days=3, call_in_callers="Three members")
    ProcedureFactory(starts_on=date(2026, 10, 15), call_in_days=9)

    page = page_of(reader, DecisionFactory())

    assert "It can be called in until 21 October 2026." in page
    assert "Three members" in page


@pytest.mark.shows("F86")
def test_a_call_in_suspends_and_is_shown_with_its_grounds(reader):
    decision = DecisionFactory()
    call_in = CallInFactory(decision=decision)

    assert "must wait until scrutiny has heard it" in page_of(reader, decision)

    call_in.outcome, call_in.heard_on = CallInOutcome.REFERRED_BACK, date(2026, 10, 20)
    call_in.save()
    page = page_of(reader, decision)
    assert "Scrutiny referred it back." in page
    assert "“Nobody was asked.”" in page


def test_the_product_says_where_its_own_figures_are_used(reader):
    assert "The product’s own figures" in page_of(reader, DecisionFactory())


@pytest.mark.shows("F61")
def test_a_page_of_counted_days_warns_when_the_holidays_run_out(reader):
    BankHoliday.objects.create(date=date(2026, 8, 31), title="Summer bank holiday")

    assert "on record only to 31 August 2026" in page_of(reader, DecisionFactory())
    BankHoliday.objects.create(date=date(2028, 12, 25), title="Christmas Day")
    assert "on record only" not in page_of(reader, DecisionFactory())


@pytest.mark.shows("S4-17", "S4-19", "S4-20", "L2")
def test_agenda_summary_and_minute_are_set_against_each_other(reader):
    report = ReportFactory(agenda_words="To seek approval for the Consultation Strategy.")
    decision = DecisionFactory(
        report=report,
        summary="Approved the strategies and requested that a further report be submitted.",
        resolution="that the Customer Service and Consultation Strategies be approved and a report submitted.",
    )

    page = page_of(reader, decision)

    assert "“Customer Service” is in the decision and was not on the agenda." in page
    assert "The word “requested” is in the decision summary and not in the minute." in page


def test_a_decision_on_several_recommendations_is_held_against_all_of_them(reader):
    report = ReportFactory()
    RecommendationFactory(report=report, number="1", words="note progress")
    RecommendationFactory(report=report, number="2", words="invite a report on savings")

    page = page_of(reader, DecisionFactory(report=report, resolution="to note progress"))

    assert "The word “savings” is in the recommendations and not in the decision." in page


@pytest.mark.shows("F85", "S0-01")
def test_a_notice_shows_the_earliest_day_and_how_it_was_counted(reader):
    page = page_of(reader, KeyDecisionNoticeFactory(due_on=date(2026, 11, 30)))

    assert "<strong>1 December 2026</strong> at the earliest" in page
    assert "3 November 2026 to 30 November 2026" in page
    assert "28 clear days, weekends and holidays with them" in page
    assert "Take it on 1 December 2026 or later" in page


@pytest.mark.shows("F85")
def test_an_exception_shows_what_it_needs_and_has(reader):
    notice = KeyDecisionNoticeFactory(
        procedure=KeyProcedure.GENERAL_EXCEPTION,
        exception_reasons="Found after the last notice.",
        chair_told_on=date(2026, 11, 3),
    )

    page = page_of(reader, notice)

    assert "General exception (SI 2012/2089, regulation 10)" in page
    assert "<strong>9 November 2026</strong> at the earliest" in page
    assert "Found after the last notice." in page


@pytest.mark.parametrize(
    "address, rows",
    [
        pytest.param("?kind=deferred", ["Put off"], id="outcome"),
        pytest.param("?key=yes", ["Key one"], id="key"),
        pytest.param("?called_in=yes", ["Stopped"], id="called-in"),
        pytest.param("?since=15+October+2026", ["Put off"], id="since"),
        pytest.param("?search=stopp", ["Stopped"], id="search"),
        pytest.param("?sort=title", ["Key one", "Member’s own", "Put off", "Stopped"], id="sorted"),
    ],
)
def test_decisions_are_filtered_and_sorted_by_the_address(reader, address, rows):
    DecisionFactory(title="Put off", kind=DecisionKind.DEFERRED, decided_on=date(2026, 10, 16))
    DecisionFactory(title="Key one", notice=KeyDecisionNoticeFactory())
    CallInFactory(decision=DecisionFactory(title="Stopped"))
    DecisionFactory(title="Member’s own", body=None, portfolio=PortfolioFactory())

    page = reader.get(reverse("decisions") + address).context["list"]

    assert [row.title for row in page.table.records()] == rows


@pytest.mark.shows("F86")
def test_what_can_still_be_stopped_stands_above_the_list(reader):
    DecisionFactory(title="Open one")
    DecisionFactory(title="Old one", decided_on=date(2026, 9, 1), published_on=date(2026, 9, 2))
    late = DecisionFactory(
        title="Waits since long", decided_on=date(2026, 6, 1), published_on=date(2026, 6, 2)
    )
    CallInFactory(decision=late, called_in_on=date(2026, 6, 3))

    unsettled = reader.get(reverse("decisions")).context["unsettled"]

    assert [row.title for row, _ in unsettled] == ["Waits since long", "Open one"]


def test_lists_come_as_files(reader):
    MeetingFactory(held_on=None, as_written="February 2008")
    KeyDecisionNoticeFactory(matter="A depot")

    listed, plan = (
        b"".join(reader.get(reverse(name) + "?export=csv")).decode("utf-8-sig")
        for name in ("meetings", "key_decisions")
    )

    assert "February 2008" in listed
    assert "2026-12-01" in plan


@pytest.mark.shows("F85")
def test_a_notice_whose_day_has_passed_is_not_called_ahead(reader):
    notice = KeyDecisionNoticeFactory(published_on=date(2026, 9, 1), due_on=date(2026, 10, 19))

    page = page_of(reader, notice)

    assert "day passed, no decision recorded" in page
    assert "The day has passed and no decision is recorded" in page
    assert "day passed, no decision" in reader.get(reverse("key_decisions")).content.decode()


@pytest.mark.shows("F85")
def test_the_list_of_key_decisions_says_what_is_wrong(reader):
    KeyDecisionNoticeFactory(published_on=date(2026, 10, 19), due_on=date(2026, 11, 14))

    page = reader.get(reverse("key_decisions")).content.decode()

    assert "too early by 3 clear days" in page
    assert "something is wrong" not in page


@pytest.mark.shows("F61")
def test_a_decision_settled_long_ago_is_not_warned_of_holidays_that_run_out(reader):
    for day in (date(2004, 1, 1), date(2026, 12, 28)):
        BankHoliday.objects.create(date=day, title="Bank holiday")
    old = DecisionFactory(decided_on=date(2005, 4, 7), published_on=date(2005, 4, 8))
    late = DecisionFactory(decided_on=date(2026, 10, 14), published_on=date(2026, 12, 24))

    assert "on record only" not in page_of(reader, old)
    assert "Tell an administrator." in page_of(reader, late)
    assert "load_bank_holidays" not in page_of(reader, late)

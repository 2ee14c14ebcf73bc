"""How satisfied customers are: every ended case counted once, handling and outcome apart, small numbers hidden."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from complaints.choices import Asked, Channel, NotAsked, SurveyQuestion
from complaints.figures.asked_cases import told_of
from complaints.figures.satisfaction import satisfaction
from complaints.models import SurveyRequest
from complaints.operations.answering import escalate
from complaints.operations.ending import reopen
from complaints.operations.surveys import answer
from complaints.rules.surveys import how_asked
from tests.complaints.lives import at, day, replied
from tests.complaints.surveying import ASKED_ON, ask, refused, request_replied, survey
from tests.factories import BodyFactory, ResponsibilityFactory, ServiceFactory
from tests.factories.complaints import CustomerFactory

pytestmark = pytest.mark.usefixtures("holidays")
YEAR = (datetime.date(2026, 4, 1), datetime.date(2027, 3, 31))
DAY = datetime.date(2026, 10, 17)


def say(request, **said):
    for name, value in said.items():
        answer(request, SurveyQuestion(name), value, channel=Channel.WEB, by=None, at=at(ASKED_ON, 12))


@pytest.fixture
def year(complaints_officer, service):
    """Eight requests replied to, six of whose customers answered; one refused complaint; one who opted out."""
    survey()
    for _ in range(8):
        request_replied(complaints_officer, service, customer=CustomerFactory(name="Ada Quill"))
    refused(complaints_officer, service)
    request_replied(complaints_officer, service, customer=CustomerFactory(no_surveys=True))
    ask()
    rows = list(SurveyRequest.objects.filter(entry__step="replied", not_asked="").order_by("pk"))
    for number, row in enumerate(rows[:6]):
        say(row, handling="very_satisfied" if number else "dissatisfied", outcome="dissatisfied")
    return rows


@pytest.mark.shows("F72", "S1-08", "L16")
def test_handling_and_outcome_are_told_apart_with_how_many_answered(year):
    found = satisfaction(*YEAR, on=DAY)

    assert (found.whole.ended, found.whole.asked, found.whole.answered) == (10, 9, 6)
    assert (found.whole.rate, found.whole.handling, found.whole.outcome) == (
        "67% of 9",
        "83% of 6",
        "0% of 6",
    )


@pytest.mark.shows("F71")
def test_those_refused_are_a_line_of_their_own(year):
    found = satisfaction(*YEAR, on=DAY)

    assert [(each.name, each.ended, each.answered) for each in found.endings] == [
        ("Reply to a request", "not shown", 6),
        ("Not accepted", "fewer than 5", 0),
    ]


def test_a_small_count_and_the_next_smallest_are_hidden(year):
    found = satisfaction(*YEAR, on=DAY)
    told = {each.words: (each.number, each.share) for each in found.handling}

    assert told["Dissatisfied"] == ("fewer than 5", "")
    assert told["Very satisfied"] == ("not shown", "")
    assert told["Satisfied"] == (0, "0%")


@pytest.mark.shows("S1-08")
def test_every_ended_case_is_counted_once_however_the_asking_stands(
    complaints_officer, officer, service, year
):
    again = replied(complaints_officer, service)
    reopen(again, expected=again.version, why="Again", by=officer, at=at("2026-10-15"))
    twice = replied(complaints_officer, service)
    escalate(twice, expected=twice.version, why="", on=day("2026-10-15"), by=officer, at=at("2026-10-15"))
    told = told_of(*YEAR, on=DAY)
    counted = {each: sum(one.number for one in told if one.asked == each) for each in Asked}

    assert sum(counted.values()) == 12
    assert {each: number for each, number in counted.items() if number} == {
        Asked.ANSWERED: 6,
        Asked.UNANSWERED: 3,
        Asked.OPTED_OUT: 1,
        Asked.MOVED_ON: 2,
    }


def test_what_ended_yesterday_is_not_asked_yet(complaints_officer, service):
    survey()
    replied(complaints_officer, service)

    assert [each.asked for each in told_of(*YEAR, on=day("2026-10-15"))] == [Asked.TOO_EARLY]
    assert [each.asked for each in told_of(*YEAR, on=day("2026-11-20"))] == [Asked.NO_SURVEY]


@given(
    has_request=st.booleans(),
    not_asked=st.sampled_from(["", *NotAsked.values]),
    could_not_be_sent=st.booleans(),
    is_answered=st.booleans(),
    went_on=st.booleans(),
    is_early=st.booleans(),
)
def test_however_a_case_stands_it_is_exactly_one_of_the_ways(**facts):
    stands = how_asked(**facts)

    assert stands in Asked
    assert (stands == Asked.ANSWERED) == facts["is_answered"]


@pytest.mark.shows("S3", "F72", "S1-08")
def test_a_member_sees_how_satisfied_and_nobody(client, member, year, time_machine):
    time_machine.move_to(at("2026-10-17"))
    client.force_login(member)
    page = client.get("/complaints/satisfaction/").content.decode()
    file = b"".join(client.get("/complaints/satisfaction/?export=csv")).decode()

    assert "83% of 6" in page
    assert "83% of 6" in file
    for secret in ("Ada Quill", "C-2026"):
        assert secret not in page + file


@pytest.mark.shows("F72")
def test_who_handles_cases_finds_those_that_they_may_open_and_can_still_ask(
    client, officer, other_officer, year, time_machine
):
    time_machine.move_to(at("2026-10-17"))
    client.force_login(officer)
    mine = client.get("/complaints/satisfaction/").content.decode()
    client.force_login(other_officer)
    theirs = client.get("/complaints/satisfaction/").content.decode()

    assert f"/complaints/{year[7].case.reference}/survey/" in mine
    assert "C-2026" not in theirs


@pytest.mark.parametrize("query, is_there", [("quarter=3", True), ("quarter=2", False), ("year=2025", False)])
def test_a_quarter_or_a_year_is_chosen(client, member, year, time_machine, query, is_there):
    time_machine.move_to(at("2026-10-17"))
    client.force_login(member)

    assert ("83% of 6" in client.get(f"/complaints/satisfaction/?{query}").content.decode()) is is_there


def test_a_committee_sees_its_services_alone(client, member, year, time_machine):
    time_machine.move_to(at("2026-10-17"))
    body = BodyFactory(name="Parks Committee")
    ResponsibilityFactory(service=ServiceFactory(name="Parks"), body=body, portfolio=None, aspect="scrutiny")
    client.force_login(member)
    shown = client.get(f"/complaints/satisfaction/?body={body.pk}").content.decode()

    assert "No request and no complaint ended in these days yet." in shown


def test_what_cannot_be_asked_for_is_answered_in_a_sentence(client, member, time_machine):
    time_machine.move_to(at("2026-10-17"))
    client.force_login(member)
    page = client.get("/complaints/satisfaction/?year=soon&quarter=9&body=x")

    assert "There is a problem" in page.content.decode()
    assert "No survey is live" in page.content.decode()

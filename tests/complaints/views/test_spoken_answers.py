"""What a customer tells an officer of how their case went, and where the officer finds it."""

import pytest

from complaints.choices import Channel, SurveyQuestion
from complaints.models import SurveyRequest
from complaints.operations.surveys import answer
from tests.complaints.lives import at
from tests.complaints.surveying import ASKED_ON, asked_about, request_replied
from tests.complaints.views.pages import problems, sent, told

pytestmark = pytest.mark.usefixtures("holidays")


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to("2026-10-17 12:00", tick=False)
    return time_machine


@pytest.fixture
def request_row(complaints_officer, service):
    return asked_about(complaints_officer, service, request_replied)[1]


def now(request):
    return SurveyRequest.objects.get(pk=request.pk)


@pytest.mark.shows("S1-08")
def test_an_officer_records_what_is_said_on_the_phone(officer, complaints_officer, request_row, client):
    row = request_row.case
    done = sent(officer, row, "survey", channel="phone", handling="satisfied", fixed="no", words="Not yet")
    kept = now(request_row)

    assert (kept.handling, kept.outcome, kept.fixed, kept.channel) == ("satisfied", "", "no", "phone")
    assert (kept.taken_by, kept.words) == (officer, "Not yet")
    assert "not put right is a step of the case" in told(done)
    assert "Not yet" in done.content.decode(), "the page of the case shows what was said"
    assert row.entries.first().note == "It was not put right."


def test_an_officer_who_records_nothing_is_told(officer, request_row):
    assert problems(sent(officer, request_row.case, "survey", channel="phone")) == [
        "Enter what the customer said to at least one question."
    ]


def test_the_page_of_a_case_offers_it_only_while_nothing_was_said(officer, request_row, client):
    client.force_login(officer)
    url = request_row.case.get_absolute_url()
    assert f"{url}survey/" in client.get(url).content.decode()

    answer(request_row, SurveyQuestion.HANDLING, "neither", channel=Channel.WEB, by=None, at=at(ASKED_ON))
    shown = client.get(url).content.decode()
    assert f"{url}survey/" not in shown
    assert "Neither satisfied nor dissatisfied" in shown

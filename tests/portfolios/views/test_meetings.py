"""The pages of meetings, past and ahead."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories import BodyFactory, MeetingFactory
from tests.factories.decisions import DecisionFactory, ReportFactory, RouteStopFactory
from tests.factories.promises import PromiseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client, member, time_machine):
    """A browser in which a member is signed in, on Tuesday 20 October 2026."""
    time_machine.move_to("2026-10-20 09:00")
    client.force_login(member)
    return client


def page_of(client, row):
    return client.get(row.get_absolute_url()).content.decode()


@pytest.mark.shows("F83", "S4-01", "S4-21")
def test_a_meeting_shows_its_reports_decisions_and_promises(reader):
    cabinet = BodyFactory(name="Cabinet", kind="executive")
    meeting = MeetingFactory(body=cabinet, held_on=None, as_written="February 2008")
    RouteStopFactory(report=ReportFactory(subject="Three strategies"), body=cabinet, meeting=meeting)
    DecisionFactory(
        title="Strategies approved",
        meeting=meeting,
        body=cabinet,
        decided_on=None,
        decided_as_written="February 2008",
        published_on=None,
    )
    PromiseFactory(what="Bring the action plans", meeting=meeting)

    page = page_of(reader, meeting)

    for said in ("Three strategies", "Strategies approved", "Bring the action plans", "“February 2008”"):
        assert said in page


def test_an_empty_meeting_says_what_comes_here(reader):
    assert "Nothing is recorded of this meeting yet" in page_of(reader, MeetingFactory())


@pytest.mark.parametrize(
    "when, held",
    [
        pytest.param("ahead", [date(2026, 10, 20), date(2026, 11, 3)], id="ahead-next-first"),
        pytest.param("past", [date(2026, 10, 19)], id="past"),
        pytest.param("no-day", [None], id="words-only"),
    ],
)
@pytest.mark.shows("S4-21")
def test_meetings_past_and_ahead_are_told_apart(reader, when, held):
    for day in (date(2026, 10, 19), date(2026, 11, 3), date(2026, 10, 20)):
        MeetingFactory(held_on=day)
    MeetingFactory(held_on=None, as_written="February 2008")

    page = reader.get(reverse("meetings") + f"?when={when}").context["list"]

    assert [row.held_on for row in page.table.records()] == held

"""Which plans a quarter's report covers."""

import pytest
from django.urls import reverse

from tests.factories.summaries import begun, presented

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, lead, time_machine):
    time_machine.move_to("2026-10-26 10:00")
    client.force_login(lead)
    return client


def words(answer):
    return " ".join(answer.content.decode().split())


@pytest.mark.shows("S1-11")
def test_a_quarters_report_covers_two_plans_at_once_and_says_so(desk, lead, bins):
    summary = begun(by=lead)
    sent = {
        "dated_on": "26 October 2026",
        "plans": "the Corporate Plan\n\n the Commercial Plan ",
        "version": summary.version,
    }

    page = desk.post(reverse("summary_present", args=[summary.pk]), sent, follow=True)
    assert "It covers the Corporate Plan and the Commercial Plan." in words(page)
    summary.refresh_from_db()
    assert summary.paper.content["plans"] == ["the Corporate Plan", "the Commercial Plan"]


def test_a_report_that_names_no_plan_says_nothing_of_plans(desk, lead, bins):
    assert "It covers" not in words(desk.get(presented(begun(by=lead), by=lead).get_absolute_url()))

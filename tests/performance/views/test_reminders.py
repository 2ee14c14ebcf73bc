"""Reminders on pages: what an officer should look at, who has not returned, and who is written to."""

from datetime import UTC, datetime

import pytest
from django.core.management import call_command

from performance.choices import ValueStatus
from tests.factories import (
    IndicatorFactory,
    PersonFactory,
    PostFactory,
    ServiceFactory,
    TenureFactory,
    UserFactory,
)
from tests.performance import lives
from tests.performance.views.pages import words

SOON = "2026-10-15 09:00"
LATE = "2026-10-22 09:00"


@pytest.fixture
def owner(service):
    """A post with an address to write to."""
    post = PostFactory(title="Head of Waste", service=service)
    user = UserFactory(username="head", email="head@example.org")
    TenureFactory(post=post, person=PersonFactory(name="The head", user=user))
    return post


@pytest.mark.shows("F31")
def test_my_returns_puts_what_is_due_soon_before_what_is_merely_to_do(
    browser_of, officer, service, period, time_machine
):
    IndicatorFactory(service=service)
    early = words(browser_of(officer).get("/performance/returns/"))
    time_machine.move_to(SOON)
    page = words(browser_of(officer).get("/performance/returns/"))

    assert "1 to do." in early
    assert "1 due soon." in page
    assert "Returns due within days" in page


@pytest.mark.shows("F31", "L21")
def test_my_returns_lists_what_was_not_updated_and_what_its_owner_never_touched(
    browser_of, officer, service, period, owner
):
    indicator = IndicatorFactory(service=service, owner=owner, title="Bins")
    more = {"value_status": ValueStatus.CARRIED_FORWARD, "carried_from": "March 2025"}
    for quarter in (1, 2):
        lives.signed_off(indicator, lives.quarter(quarter), by=officer, **more)

    page = words(browser_of(officer).get("/performance/returns/"))

    assert "Its value has been carried forward since Quarter 1 2026/27, for 2 periods." in page
    assert "No holder of the post Head of Waste has ever made an entry for it." in page


@pytest.mark.shows("S1-18", "L21")
def test_a_lead_officer_sees_who_in_their_services_has_not_returned(
    browser_of, lead_officer, officer, service, period, owner, time_machine
):
    time_machine.move_to(LATE)
    IndicatorFactory(service=service, owner=owner, title="Bins")
    touched = IndicatorFactory(service=service, owner=owner, title="Streets")
    lives.submitted(touched, period, by=officer)
    IndicatorFactory(service=ServiceFactory(), title="Elsewhere")

    page = words(browser_of(lead_officer).get("/performance/not-returned/"))

    assert "Head of Waste The head Quarter 2 2026/27 21 October 2026 Bins" in page
    assert "Owners who never made an entry" in page
    assert "Elsewhere" not in page


@pytest.mark.shows("S1-18")
def test_an_administrator_sees_all_services(browser_of, administrator, period, time_machine):
    time_machine.move_to(LATE)
    IndicatorFactory(service=ServiceFactory(), title="Elsewhere")

    assert "Elsewhere" in words(browser_of(administrator).get("/performance/not-returned/"))


@pytest.mark.shows("F31")
def test_the_reminders_of_the_day_say_whom_they_go_to_and_what_cannot_be_sent(
    browser_of, administrator, service, period, owner, time_machine
):
    time_machine.move_to(LATE)
    IndicatorFactory(service=service, owner=owner, title="Bins")
    IndicatorFactory(service=service, owner=PostFactory(title="Grounds Manager"), title="Parks")
    client = browser_of(administrator)

    before = words(client.get("/performance/reminders/"))
    call_command("send_reminders", verbosity=0)
    after = words(client.get("/performance/reminders/"))

    assert "2 reminders of all services, to 1 person; 1 reason why somebody cannot be reached." in before
    assert "The head 2 late 2 to go with the next run" in before
    assert "Nobody holds the post Grounds Manager 1 0" in before
    assert "The head 2 late 2 sent on 22 October 2026" in after


@pytest.mark.shows("F31")
def test_reminders_that_go_to_nobody_are_not_counted_as_going_to_somebody(
    browser_of, administrator, service, period, owner, time_machine
):
    time_machine.move_to(LATE)
    IndicatorFactory(service=service, owner=owner, title="Bins")
    IndicatorFactory(service=ServiceFactory(), owner=PostFactory(title="Grounds Manager"), title="Parks")

    page = words(browser_of(administrator).get("/performance/reminders/"))

    assert "2 reminders of all services, to 1 person; 1 of them goes to nobody; 1 reason" in page


def test_pages_with_nothing_to_say_say_so(browser_of, lead_officer, officer, service, period):
    row = lives.submitted(IndicatorFactory(service=service), period, by=officer)

    pages = [
        words(browser_of(lead_officer).get(f"/performance/{each}/")) for each in ("not-returned", "reminders")
    ]

    assert row.step == "submitted"
    assert "Nobody is behind" in pages[0]
    assert "Nobody needs a reminder today" in pages[1]


def test_a_draft_left_alone_is_told_with_its_day(browser_of, officer, service, period, time_machine):
    lives.drafted(
        IndicatorFactory(service=service), period, by=officer, at=datetime(2026, 10, 1, 9, tzinfo=UTC)
    )

    assert "has not been touched since 1 October 2026" in words(
        browser_of(officer).get("/performance/returns/")
    )

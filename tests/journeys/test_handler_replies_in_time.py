"""An officer decides what a complaint is, acknowledges it, answers its points and replies before the day it is due."""

import re

import pytest
from playwright.sync_api import expect

from complaints.models import Case, Clock, Message
from tests.factories.complaints import CustomerFactory, case
from tests.journeys.axe import assert_accessible
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.people import sign_in, unfold

pytestmark = pytest.mark.shows("F58", "F60", "F63", "F66", "F67", "F68", "S1-05")


@pytest.fixture
def complained(transactional_db, service):
    """A complaint of a missed bin that came in this morning, from somebody who reads large print."""
    return case(service=service, customer=CustomerFactory(name="Ada Quill", adjustments="Large print"))


def looked_at(page):
    """Axe on the page as it stands, at a desk and on a phone; nothing is wider than the phone."""
    assert_accessible(page)
    page.set_viewport_size(PHONE)
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.set_viewport_size(DESK)


def test_a_handler_replies_in_time(page, officer, complained):
    sign_in(page, officer)
    page.goto(complained.get_absolute_url())
    expect(page.locator("main")).to_contain_text("Reasonable adjustments: Large print")
    looked_at(page)

    decides(page)
    acknowledges(page)
    answers(page)
    promises(page)
    replies(page)

    row = Case.objects.get()
    assert row.state == "replied"
    assert [each.timeliness(on=row.received_on) for each in Clock.objects.all()] == ["done_in_time"] * 2
    assert "We are sorry." in Message.objects.get(kind="replied").body


def decides(page):
    """By a line of the definition, with what is missing named first."""
    page.get_by_role("link", name="Decide what it is").click()
    page.get_by_role("button", name="Decide").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose which line of the definition holds")
    looked_at(page)
    page.get_by_label(re.compile("1.4, complaint")).check()
    page.get_by_label("Who handles it").select_option("officer")
    page.get_by_role("button", name="Decide").click()
    expect(page.get_by_role("status")).to_contain_text("acknowledgement is due by Monday 19 October 2026")


def acknowledges(page):
    """With two points, the second in a box that was asked for."""
    page.get_by_role("link", name="Acknowledge it").click()
    expect(page.locator("main")).to_contain_text("the reply is due by Monday 26 October 2026")
    unfold(page, "Show the days counted")
    page.get_by_label("Point 1").fill("The bin was missed")
    page.get_by_role("button", name="Add another point").click()
    expect(page.get_by_label("Point 1")).to_have_value("The bin was missed")
    page.get_by_label("Point 2").fill("Nobody rang back")
    looked_at(page)
    page.get_by_role("button", name="Acknowledge it").click()
    expect(page.get_by_role("status")).to_contain_text("The reply is due by Monday 26 October 2026.")
    expect(page.locator("main")).to_contain_text(
        "Stage 1 reply due Monday 26 October 2026, 10 working days left"
    )
    looked_at(page)


def answers(page):
    """The reply page says what is missing, and leads to it."""
    page.get_by_role("link", name="Reply", exact=True).click()
    expect(page.locator("main")).to_contain_text("Point 2 is not answered yet")
    looked_at(page)
    page.get_by_role("link", name=re.compile("Put it right.*Point 1")).click()
    page.get_by_label("Upheld", exact=True).check()
    page.get_by_label("The answer").fill("The round was cut short.")
    page.get_by_role("button", name="Save the answer").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose its cause")
    looked_at(page)
    page.get_by_label("The cause of what went wrong").select_option("Delay")
    page.get_by_role("button", name="Save the answer").click()
    page.get_by_role("link", name="Answer point 2", exact=True).and_(page.locator(".button")).click()
    page.get_by_label("Not upheld").check()
    page.get_by_label("The answer").fill("We rang twice.")
    page.get_by_role("button", name="Save the answer").click()
    expect(page.get_by_role("status")).to_contain_text("Every point is answered: send the reply next.")


def promises(page):
    """A remedy, which is followed after the reply."""
    page.get_by_role("link", name="Promise a remedy").click()
    page.get_by_label("Act on the delay").check()
    page.get_by_label("What exactly is promised").fill("Empty the bin by hand")
    page.get_by_label("Which post sees to it").select_option(index=1)
    page.get_by_label("By when").fill("14 October 2026")
    looked_at(page)
    page.get_by_role("button", name="Promise it").click()
    expect(page.get_by_role("status")).to_contain_text("sees to it by Wednesday 14 October 2026")


def replies(page):
    """The draft holds the points with their answers; the case then waits for its remedy."""
    page.get_by_role("link", name="Send the reply").click()
    expect(page.get_by_label("The reply")).to_have_value(re.compile("1. The bin was missed"))
    page.get_by_label("The reply").fill("We are sorry.")
    looked_at(page)
    page.get_by_role("button", name="Send the reply").click()
    expect(page.get_by_role("status")).to_contain_text("The reply is with the customer’s messages.")
    expect(page.get_by_role("link", name="Say whether the remedy was done")).to_be_visible()
    looked_at(page)

"""A team hands in what customers told it, a lead officer rolls it up, and a member reads of their committee alone."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.complaints.lives import at
from tests.factories import BodyFactory, PostFactory, ResponsibilityFactory, ServiceFactory
from tests.factories.complaints import CustomerFactory, case
from tests.journeys.axe import assert_accessible
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.people import sign_in

pytestmark = pytest.mark.shows("S1-06", "S1-07", "S1-18", "S1-19", "F81")


@pytest.fixture
def quarter(transactional_db, service):
    """Six complaints of waste and recycling in the quarter that is over, two of parks; each with a manager."""
    service.manager = PostFactory(title="Waste manager", service=service)
    service.save()
    parks = ServiceFactory(name="Parks", manager=PostFactory(title="Head of parks"))
    for each in [service] * 6 + [parks] * 2:
        case(service=each, received_at=at("2026-09-01"), customer=CustomerFactory(name="Ada Quill"))
    return ResponsibilityFactory(
        service=service, portfolio=None, body=BodyFactory(name="Environment Committee")
    )


def looked_at(page):
    """Axe on the page as it stands, at a desk and on a phone; nothing is wider than the phone."""
    assert_accessible(page)
    page.set_viewport_size(PHONE)
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.set_viewport_size(DESK)


def test_a_quarter_climbs_from_the_team_to_the_committee(new_page, officer, lead_officer, member, quarter):
    page = new_page()
    sign_in(page, officer)
    hands_in(page)
    page = new_page()
    sign_in(page, lead_officer)
    rolls_up(page)
    page = new_page()
    sign_in(page, member)
    reads(page)


def hands_in(page):
    """The figures have drafted the first words; a part left empty is asked for and nothing is lost."""
    page.goto(reverse("feedback_returns"))
    expect(page.locator("main")).to_contain_text("Not returned: Parks, Waste and recycling.")
    looked_at(page)
    page.get_by_role("link", name="Waste and recycling").click()
    box = page.get_by_label("What complaints told you")
    expect(box).to_have_value(re.compile("6 complaints came in"))
    box.fill("People wait too long for a new bin.")
    page.get_by_label("How your actions stand").fill("")
    page.get_by_role("button", name="Hand it in").click()
    expect(page.get_by_role("alert")).to_contain_text("Say it in a sentence, or that there was nothing")
    expect(box).to_have_value("People wait too long for a new bin.")
    looked_at(page)
    page.get_by_label("How your actions stand").fill("Bins are ordered weekly now.")
    page.get_by_role("button", name="Hand it in").click()
    expect(page.get_by_role("status")).to_contain_text("The return is handed in")
    looked_at(page)


def rolls_up(page):
    """For one committee, of its own services, and presented."""
    page.goto(reverse("feedback_reports"))
    page.get_by_role("link", name="Begin a report").click()
    page.get_by_label("For (optional)").select_option("Environment Committee")
    looked_at(page)
    page.get_by_role("button", name="Begin it").click()
    page.get_by_label("What customers told us, and what we do").fill("New bins come within a week now.")
    looked_at(page)
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Present it").click()
    looked_at(page)
    page.get_by_role("button", name="Present it").click()
    expect(page.get_by_role("status")).to_contain_text("Its words are fixed")


def reads(page):
    """How many and of what for the committee, and its report; nobody's name, and nothing of parks."""
    page.goto(reverse("case_patterns"))
    page.get_by_label("Services of").select_option("Environment Committee")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("main")).to_contain_text("6 complaints")
    expect(page.locator("main")).not_to_contain_text("Parks")
    expect(page.locator("main")).not_to_contain_text("Quill")
    looked_at(page)
    page.get_by_role("link", name="Reports", exact=True).click()
    page.get_by_role("link", name=re.compile("Environment Committee")).click()
    expect(page.locator("main")).to_contain_text("New bins come within a week now.")
    expect(page.get_by_role("row", name=re.compile("Waste and recycling"))).to_contain_text("6")
    expect(page.locator("main")).not_to_contain_text("Parks")
    looked_at(page)

"""A councillor doubts a rating, the lead officer answers and says what comes of it, and both stay with the figure."""

import pytest
from playwright.sync_api import expect

from performance.models import Challenge
from tests.journeys.axe import assert_accessible
from tests.journeys.people import come_signed_in, row_of, sign_in

pytestmark = pytest.mark.shows("F38", "A1", "S5")

DOUBT = "My ward was promised better. Were the new rounds counted in full?"
ANSWER = "They were, from the first day. The hired lorries are not in the target, which we will ask you about in May."


@pytest.fixture(params=["page", "phone"])
def screen(request, borough):
    """The member's desk, or the member's phone, once the quarter is signed off."""
    borough.finish()
    screen = request.getfixturevalue(request.param)
    sign_in(screen, borough.member)
    return screen


def test_a_member_challenges_a_rating_and_later_finds_what_came_of_it(screen, borough, new_page):
    screen.goto(borough.missed.get_absolute_url())
    screen.get_by_role("link", name="Challenge this rating").click()
    assert_accessible(screen)
    screen.get_by_role("button", name="Send the challenge").click()
    expect(screen.get_by_role("alert")).to_be_visible()
    screen.get_by_label("What you doubt about this rating").fill(DOUBT)
    screen.get_by_role("button", name="Send the challenge").dblclick()
    expect(screen.get_by_role("status")).to_contain_text("Your challenge stands beside the figure.")
    expect(screen.get_by_text("Not answered yet")).to_be_visible()
    assert_accessible(screen)
    assert Challenge.objects.count() == 1

    answer_it(new_page(), borough)

    screen.goto(borough.missed.get_absolute_url())
    doubted = screen.locator(".timeline li", has_text=DOUBT)
    expect(doubted).to_contain_text("The rating stands.")
    expect(doubted).to_contain_text(ANSWER)
    expect(row_of(screen, "Quarter 2 2026/27").locator(".tag").first).to_have_text("Red")
    assert_accessible(screen)


def answer_it(desk, borough):
    """The lead officer finds the challenge among what waits, and answers; an outcome has to be chosen."""
    come_signed_in(desk, borough.lead_officer)
    desk.goto("/performance/sign-off/")
    desk.locator(".callout").get_by_role("link", name=borough.missed.title).click()
    desk.get_by_label("Your answer").fill(ANSWER)
    desk.get_by_role("button", name="Send the answer").click()
    expect(
        desk.get_by_role("alert").get_by_role("link", name="Choose what comes of the challenge")
    ).to_be_visible()
    assert_accessible(desk)
    desk.get_by_role("radio", name="The rating stands").check()
    desk.get_by_role("button", name="Send the answer").click()
    expect(desk.get_by_role("status")).to_contain_text("Your answer stands beside the figure now.")

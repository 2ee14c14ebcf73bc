"""A councillor asks about a figure, the officer answers, and the answer is found under the figure for good."""

import re

import pytest
from playwright.sync_api import expect

from portfolios.models import Query
from tests.journeys.axe import assert_accessible
from tests.journeys.people import row_of, sign_in

pytestmark = pytest.mark.shows("F89", "L13", "S1-15", "A1", "S5")

QUESTION = "How many of the missed bins were on the new rounds?"
ANSWER = "Forty of the seventy-five. The new rounds were learned by the end of September."


@pytest.fixture(params=["page", "phone"])
def screen(request, borough):
    """The member's desk, or the member's phone, once the quarter is signed off."""
    borough.finish()
    screen = request.getfixturevalue(request.param)
    sign_in(screen, borough.member)
    return screen


def test_a_member_asks_about_a_figure_and_later_finds_the_answer_there(screen, borough, new_page):
    screen.goto(borough.missed.get_absolute_url())
    row_of(screen, "Quarter 2 2026/27").get_by_role("link", name="Ask about it").click()
    expect(screen.locator(".lede")).to_contain_text("The figure as it stands: 75 against 60, red.")
    expect(screen.get_by_text("Who answers: Head of waste.")).to_be_visible()
    expect(screen.get_by_text("26 October 2026", exact=True)).to_be_visible()
    assert_accessible(screen)

    screen.get_by_role("button", name="Ask").click()
    expect(screen.get_by_role("alert").get_by_role("link", name="Enter your question")).to_be_visible()
    assert_accessible(screen)
    screen.get_by_label("Your question").fill(QUESTION)
    screen.get_by_role("button", name="Ask").dblclick()
    expect(screen.get_by_role("status")).to_contain_text(
        "Your question is with the Head of waste, who owes you an answer by 26 October 2026."
    )
    expect(screen.get_by_role("heading", level=1)).to_have_text(QUESTION)
    screen.get_by_text("Show the days counted").click()
    expect(row_of(screen, "Tuesday 13 October 2026")).to_contain_text("Day 1")
    assert_accessible(screen)
    assert Query.objects.count() == 1

    answer_it(new_page(), borough)

    screen.goto(borough.missed.get_absolute_url())
    asked = screen.locator(".timeline li", has_text=QUESTION)
    expect(asked).to_contain_text(re.compile(r"75 against 60\s+Red\s+when it was asked"))
    expect(asked).to_contain_text(ANSWER)
    assert_accessible(screen)
    screen.goto("/meetings/queries/")
    expect(row_of(screen, QUESTION).locator(".tag")).to_have_text("Answered")
    assert_accessible(screen)


def answer_it(desk, borough):
    """The officer finds the query in their own work, and answers it."""
    sign_in(desk, borough.officer)
    desk.get_by_role("link", name="1 query waits for your answer").click()
    desk.get_by_role("link", name=QUESTION).click()
    assert_accessible(desk)
    desk.get_by_label("Your answer").fill(ANSWER)
    desk.get_by_role("button", name="Answer").click()
    expect(desk.get_by_role("status")).to_contain_text("Your answer is with the question")
    expect(desk.locator(".timeline")).to_contain_text(ANSWER)
    assert_accessible(desk)

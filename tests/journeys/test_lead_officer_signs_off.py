"""A lead officer reads what the officers handed in and says yes, no, or not quite."""

import pytest
from playwright.sync_api import expect

from performance.models import Return
from tests.journeys.axe import assert_accessible
from tests.journeys.borough import LORRIES
from tests.journeys.people import come_signed_in, row_of, sign_in, unfold

pytestmark = pytest.mark.shows("F25", "A1", "S5")


@pytest.fixture
def waiting(page, borough):
    """The lead officer before the three returns that the officer handed in."""
    borough.hand_in()
    sign_in(page, borough.lead_officer)
    page.get_by_role("link", name="Waiting for sign-off").click()
    return page


def kept(indicator, borough):
    return Return.objects.select_related("standing", "latest").get(
        indicator=indicator, period=borough.quarter
    )


def test_a_lead_officer_signs_off_a_quarter(waiting, borough):
    missed = row_of(waiting, "LP2")
    expect(missed).to_contain_text(LORRIES)
    expect(missed.locator(".tag")).to_have_text("Red")
    expect(missed).to_contain_text("officer")
    assert_accessible(waiting)

    waiting.get_by_role("button", name="Sign off the ticked ones").click()
    expect(waiting.get_by_role("alert")).to_contain_text("Tick at least one return to sign off.")
    assert_accessible(waiting)

    for reference in ("LP1", "LP2"):
        row_of(waiting, reference).get_by_role("checkbox").check()
    waiting.get_by_role("button", name="Sign off the ticked ones").click()

    expect(waiting.get_by_role("status")).to_contain_text("2 signed off. They count on the dashboards now.")
    expect(waiting.locator("tbody tr")).to_have_count(1)
    assert [kept(each, borough).step for each in (borough.recycled, borough.missed, borough.fly_tips)] == [
        "signed_off",
        "signed_off",
        "submitted",
    ]

    waiting.get_by_role("link", name="Performance").click()
    expect(waiting.locator(".headline")).to_contain_text("1 of 2 on target.")


def test_a_lead_officer_sends_one_back(waiting, borough):
    row_of(waiting, "LP3").get_by_role("link").click()
    unfold(waiting, "Send back")
    assert_accessible(waiting)
    waiting.get_by_role("button", name="Send back").click()

    expect(waiting.get_by_role("alert")).to_contain_text("Enter what the officer should put right")
    assert_accessible(waiting)

    waiting.get_by_label("What the officer should put right").fill("Say which rota.")
    waiting.get_by_role("button", name="Send back").click()
    expect(waiting.get_by_role("status")).to_contain_text("It is back with the officer to correct.")
    expect(waiting.get_by_role("listitem").filter(has_text="Sent back by lead")).to_contain_text(
        "Say which rota."
    )
    assert kept(borough.fly_tips, borough).step == "sent_back"


@pytest.mark.shows("L7")
def test_a_lead_officer_gives_another_rating_and_says_why(waiting, borough):
    row_of(waiting, "LP2").get_by_role("link").click()
    unfold(waiting, "Override the rating")
    waiting.get_by_label("The rating it should have").select_option("Amber")
    waiting.get_by_label("Why the rule’s rating is not right here").fill("August's strike is over.")
    waiting.get_by_role("button", name="Override the rating").click()

    expect(waiting.locator(".title-row")).to_contain_text("Amber")
    expect(waiting.locator(".title-row")).to_contain_text("set by a person")
    expect(waiting.get_by_role("definition").filter(has_text="by the rule")).to_contain_text(
        "August's strike is over."
    )
    assert_accessible(waiting)
    row = kept(borough.missed, borough)
    assert (row.standing.rating, row.standing.rule_rating) == ("amber", "red")


@pytest.mark.shows("F27")
def test_a_published_figure_is_reopened_with_a_reason_and_stands_meanwhile(page, borough):
    borough.finish()
    borough.publish()
    come_signed_in(page, borough.lead_officer)
    page.goto(borough.return_url(borough.recycled))
    unfold(page, "Reopen for correction")
    page.get_by_label("Why it must be corrected").fill("A load was counted twice.")
    page.get_by_role("button", name="Reopen for correction").click()

    expect(page.get_by_text("This return is being corrected.")).to_be_visible()
    assert_accessible(page)
    page.goto(borough.recycled.get_absolute_url())
    expect(row_of(page, "Quarter 2 2026/27")).to_contain_text("47%")
    assert_accessible(page)


def test_nobody_signs_off_their_own(page, borough):
    borough.submit(borough.recycled, "47", by=borough.lead_officer)
    sign_in(page, borough.lead_officer)
    page.get_by_role("link", name="Waiting for sign-off").click()

    expect(row_of(page, "LP1")).to_contain_text("Yours: another lead officer signs it off")
    expect(page.get_by_role("checkbox")).to_have_count(0)


@pytest.mark.shows("F25")
def test_an_administrator_publishes_the_quarter(page, borough):
    borough.finish()
    sign_in(page, borough.administrator)
    page.get_by_role("link", name="My work").click()
    quarter = row_of(page, "Quarter 2 2026/27")
    expect(quarter.locator("td").nth(1)).to_have_text("3")
    assert_accessible(page)

    quarter.get_by_role("link", name="Publish").click()
    assert_accessible(page)
    page.get_by_role("button", name="Publish 3 returns").click()
    expect(page.get_by_role("status")).to_contain_text("3 published for Quarter 2 2026/27.")
    assert kept(borough.missed, borough).step == "published"

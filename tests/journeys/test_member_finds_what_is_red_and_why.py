"""A councillor looks at a portfolio on a desk and on a phone: what is red, why, and what happens next."""

import pytest
from playwright.sync_api import expect

from tests.journeys.axe import assert_accessible
from tests.journeys.borough import LORRIES
from tests.journeys.people import come_signed_in, row_of, sign_in, unfold

pytestmark = pytest.mark.shows("F47", "A1", "S5")


@pytest.fixture(params=["page", "phone"])
def screen(request, borough):
    """The member's desk, or the member's phone, once the quarter is signed off."""
    borough.finish()
    screen = request.getfixturevalue(request.param)
    sign_in(screen, borough.member)
    return screen


@pytest.mark.shows("L7", "L5")
def test_a_member_finds_what_is_red_and_why(screen, borough):
    expect(screen.locator(".headline")).to_contain_text("Quarter 2 2026/27: 1 of 3 on target.")
    assert_accessible(screen)
    screen.get_by_role("link", name="My portfolios").click()
    expect(screen.get_by_role("heading", level=1)).to_have_text("Clean streets")
    expect(screen.locator(".headline")).to_contain_text("1 of 3 on target.")
    expect(row_of(screen, "Red").locator("td")).to_have_text(["1", "33%"])
    assert_accessible(screen)

    red = screen.locator(".attention li").first
    expect(red.get_by_role("link")).to_have_text("LP2 Missed bins for every 100,000 collections")
    expect(red).to_contain_text("75 against 60")
    expect(red.locator(".tag")).to_have_text("Red")
    expect(red).to_contain_text(LORRIES)
    expect(red).to_contain_text("Head of waste")

    red.get_by_role("link").click()
    expect(screen.get_by_role("heading", level=1)).to_have_text("Missed bins for every 100,000 collections")
    expect(screen.locator(".lede")).to_contain_text(
        "75 against a target of 60, red. Worse than the period before"
    )
    expect(
        screen.get_by_text("Green at the target or better; amber up to 110% of the target").first
    ).to_be_visible()
    unfold(screen, "Under other common rules")
    expect(row_of(screen, "Ten per cent, travel counts")).to_contain_text("Red")
    expect(screen.get_by_role("img", name="Missed bins")).to_be_visible()
    expect(row_of(screen, "Quarter 2 2026/27")).to_contain_text(LORRIES)
    assert_accessible(screen)

    screen.get_by_role("navigation", name="Thread").get_by_role("link", name="Clean streets").click()
    expect(screen.get_by_role("listitem").filter(has_text="The member")).to_contain_text("Since 21 May 2026")
    assert_accessible(screen)


def test_a_member_looks_back_a_quarter_and_keeps_the_address(screen):
    screen.get_by_label("As at the end of").select_option("Quarter 1 2026/27")
    screen.get_by_role("button", name="Show").click()

    expect(screen.locator(".headline")).to_contain_text("Quarter 1 2026/27: 3 of 3 on target.")
    assert "at=2026-q1" in screen.url


def test_a_member_filters_the_list_to_red(screen):
    screen.get_by_role("link", name="All indicators").click()
    expect(screen.get_by_role("heading", name="3 indicators")).to_be_visible()
    assert_accessible(screen)
    if screen.viewport_size["width"] < 768:
        expect(screen.get_by_label("Red", exact=True)).to_be_hidden()
        unfold(screen, "Filter the indicators")
        assert_accessible(screen)
    screen.get_by_label("Red", exact=True).check()
    screen.get_by_role("button", name="Apply filters").click()

    expect(screen.get_by_role("heading", name="1 indicator")).to_be_visible()
    expect(screen.locator("tbody tr")).to_have_count(1)
    assert_accessible(screen)
    screen.get_by_role("link", name="Remove the filter Rating: Red").click()
    expect(screen.get_by_role("heading", name="3 indicators")).to_be_visible()


@pytest.mark.shows("F20")
def test_a_member_never_sees_a_draft(phone, borough):
    borough.draft(borough.missed, "75")
    borough.submit(borough.fly_tips, "12", comment="A guess.")
    come_signed_in(phone, borough.member)

    phone.goto(borough.missed.get_absolute_url())
    expect(row_of(phone, "Quarter 2 2026/27")).to_contain_text("No return yet")
    phone.goto(borough.return_url(borough.fly_tips))
    expect(phone.get_by_role("heading", name="Who did what")).to_be_visible()
    expect(phone.get_by_text("A guess.")).to_have_count(0)
    expect(phone.get_by_text("Nothing has been signed off yet")).to_be_visible()

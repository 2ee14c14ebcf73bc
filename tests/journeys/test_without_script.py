"""The officer's and the lead officer's errands in a browser that runs no script."""

import pytest
from playwright.sync_api import expect

from performance.models import Return
from tests.journeys.people import row_of, sign_in, unfold

pytestmark = pytest.mark.shows("A4")


def steps(borough):
    rows = Return.objects.filter(period=borough.quarter).order_by("indicator__reference")
    return [row.step for row in rows]


@pytest.mark.shows("F23", "F24", "F26")
def test_an_officer_enters_a_quarter(no_script, borough):
    page = no_script
    sign_in(page, borough.officer)
    row_of(page, "Waste and recycling").get_by_role("link", name="Enter returns").click()
    page.get_by_label("Value: LP1").fill("47")
    page.get_by_label("Value: LP2").fill("75")
    page.get_by_label("Value: LP3").fill("most of them")
    page.get_by_role("button", name="Save as draft").click()

    expect(page).to_have_title("Error: Waste and recycling: Quarter 2 2026/27 – Wexcombe Borough Council")
    expect(page.get_by_role("alert").get_by_role("link")).to_have_count(1)
    expect(page.get_by_label("Value: LP3")).to_have_value("most of them")
    expect(row_of(page, "LP1")).to_contain_text("Green")
    expect(row_of(page, "LP2")).to_contain_text("Red")
    expect(page.get_by_role("status")).to_contain_text("2 saved as a draft.")
    assert steps(borough) == ["drafted", "drafted"]

    page.get_by_label("Value: LP3").fill("94")
    page.get_by_role("button", name="Save and submit").click()
    expect(page.get_by_role("alert").get_by_role("link")).to_have_count(1)
    expect(row_of(page, "LP2")).to_contain_text("Draft kept, not submitted")
    expect(page.get_by_role("status")).to_contain_text("2 submitted.")

    page.get_by_label("Comment: LP2").fill("Two lorries broke down.")
    page.get_by_role("button", name="Save and submit").click()
    expect(page.get_by_role("status")).to_contain_text("1 submitted. A lead officer signs them off next.")
    assert steps(borough) == ["submitted"] * 3


@pytest.mark.shows("F25")
def test_a_lead_officer_signs_off_and_sends_back(no_script, borough):
    borough.hand_in()
    page = no_script
    sign_in(page, borough.lead_officer)
    page.get_by_role("link", name="Waiting for sign-off").click()
    for reference in ("LP1", "LP2"):
        row_of(page, reference).get_by_role("checkbox").check()
    page.get_by_role("button", name="Sign off the ticked ones").click()
    expect(page.get_by_role("status")).to_contain_text("2 signed off.")

    row_of(page, "LP3").get_by_role("link").click()
    unfold(page, "Send back")
    page.get_by_label("What the officer should put right").fill("Say which rota.")
    page.get_by_role("button", name="Send back").click()
    expect(page.get_by_role("status")).to_contain_text("It is back with the officer to correct.")
    assert steps(borough) == ["signed_off", "signed_off", "sent_back"]


def test_a_member_opens_the_menu_of_a_phone(new_page, borough):
    page = new_page(width=320, height=640, java_script_enabled=False)
    borough.finish()
    sign_in(page, borough.member)
    expect(page.get_by_role("link", name="Portfolios", exact=True)).to_be_hidden()

    unfold(page, "Menu")
    page.get_by_role("link", name="Portfolios", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Portfolios")


def test_a_page_whose_stylesheet_never_came_still_reads_in_order(new_page, borough):
    borough.finish()
    page = new_page(java_script_enabled=False)
    page.route("**/*.css", lambda route: route.fulfill(status=200, content_type="text/css", body=""))
    sign_in(page, borough.member)

    words = page.locator("main").inner_text()
    places = [
        words.index(each) for each in ("Clean streets", "1 of 3 on target", "Needs attention", "LP2 Missed")
    ]
    assert places == sorted(places)

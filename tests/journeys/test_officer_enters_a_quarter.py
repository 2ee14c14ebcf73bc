"""An officer signs in at quarter end, enters what the service owes and hands it in."""

import pytest
from playwright.sync_api import expect

from performance.models import Return
from tests.journeys.axe import assert_accessible
from tests.journeys.borough import LORRIES
from tests.journeys.people import row_of, sign_in

pytestmark = pytest.mark.shows("F23", "F24", "A1", "S5")


@pytest.mark.shows("F26", "F20")
def test_an_officer_enters_a_quarter(page, borough):
    sign_in(page, borough.officer)
    _opens_what_is_owed(page)
    _types_what_there_is(page)
    _is_asked_for_what_is_missing(page)
    _says_why(page)

    page.get_by_role("link", name="My returns").click()
    expect(page.get_by_text("Everything is in.")).to_be_visible()
    assert _handed_in(borough) == [
        ("LP1", "submitted", "47"),
        ("LP2", "submitted", "75"),
        ("LP3", "submitted", ""),
    ]


def _opens_what_is_owed(page):
    expect(page.get_by_role("heading", level=1)).to_have_text("My returns")
    owed = row_of(page, "Waste and recycling")
    for words in ("Quarter 2 2026/27", "21 October 2026", "3 of 3"):
        expect(owed).to_contain_text(words)
    assert_accessible(page)
    owed.get_by_role("link", name="Enter returns").click()


def _types_what_there_is(page):
    expect(row_of(page, "LP1").locator("td").nth(0)).to_have_text("46%")
    expect(row_of(page, "LP1").locator("td").nth(1)).to_have_text("45%")
    assert_accessible(page)
    page.get_by_label("Value: LP1").fill("47")
    page.get_by_label("Value: LP2").fill("75")
    page.get_by_label("Value is: LP3").select_option("Not known")
    page.get_by_role("button", name="Save and submit to the lead officer").click()


def _is_asked_for_what_is_missing(page):
    expect(page).to_have_title("Error: Waste and recycling: Quarter 2 2026/27 – Wexcombe Borough Council")
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link")).to_have_count(2)
    expect(row_of(page, "LP1")).to_contain_text("Submitted")
    expect(page.get_by_label("Value: LP2")).to_have_value("75")
    expect(row_of(page, "LP2")).to_contain_text("Red")
    expect(row_of(page, "LP3")).to_contain_text("Not known")
    assert_accessible(page)
    summary.get_by_role("link").first.click()


def _says_why(page):
    expect(page.get_by_label("Comment: LP2")).to_be_focused()
    page.keyboard.type(LORRIES)
    page.get_by_label("Comment: LP3").fill("The contractor's log is lost; a new one began in October.")
    page.get_by_role("button", name="Save and submit to the lead officer").click()
    expect(page.get_by_role("status")).to_contain_text("2 submitted. A lead officer signs them off next.")
    expect(page.get_by_role("button", name="Save and submit")).to_have_count(0)
    assert_accessible(page)


@pytest.mark.shows("F27", "F25")
def test_an_officer_puts_right_what_was_sent_back(page, borough):
    borough.send_back(borough.submit(borough.recycled, "74"), "Is this 47?")
    borough.submit(borough.missed, "52")
    borough.submit(borough.fly_tips, "94")
    sign_in(page, borough.officer)

    expect(row_of(page, "Waste and recycling")).to_contain_text("1 sent back")
    page.get_by_role("link", name="Enter returns").click()
    recycled = row_of(page, "LP1")
    expect(recycled).to_contain_text("Sent back: Is this 47?")
    expect(page.get_by_label("Value: LP1")).to_have_value("74")

    page.get_by_label("Value: LP1").fill("47")
    page.get_by_role("button", name="Save and submit to the lead officer").click()
    expect(page.get_by_role("status")).to_contain_text("1 submitted.")

    row_of(page, "LP1").get_by_role("link", name="Submitted").click()
    expect(page.get_by_role("listitem").filter(has_text="Sent back by lead")).to_contain_text("Is this 47?")
    assert_accessible(page)


def _handed_in(borough):
    rows = Return.objects.filter(period=borough.quarter).select_related("indicator", "latest")
    return [
        (row.indicator.reference, row.step, row.latest.as_written)
        for row in rows.order_by("indicator__reference")
    ]

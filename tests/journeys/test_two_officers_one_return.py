"""Two officers have one return open; the second to save sees both and chooses."""

import pytest
from playwright.sync_api import expect

from performance.models import Return
from tests.journeys.axe import assert_accessible
from tests.journeys.conftest import PHONE
from tests.journeys.people import come_signed_in, row_of

pytestmark = pytest.mark.shows("R4")


@pytest.fixture
def both(new_page, borough):
    """The officer at a desk and the lead officer on a phone, with the same grid before them."""
    pages = new_page(), new_page(**PHONE)
    for page, user in zip(pages, (borough.officer, borough.lead_officer), strict=True):
        come_signed_in(page, user)
        page.goto(borough.grid_url())
    return pages


def enter(page, value, *, comment=""):
    page.get_by_label("Comment: LP1").fill(comment)
    page.get_by_label("Value: LP1").fill(value)
    page.get_by_label("Value: LP1").press("Tab")


def latest(borough):
    return Return.objects.get(indicator=borough.recycled, period=borough.quarter).latest


def test_the_second_sees_both_and_keeps_theirs(both, borough):
    first, second = both
    enter(first, "47", comment="From the weighbridge.")
    expect(row_of(first, "LP1")).to_contain_text("✓ saved 14:02")
    enter(second, "48")

    clash = row_of(second, "LP1")
    expect(clash).to_contain_text("Saved meanwhile by officer, 14:02: 47, “From the weighbridge.”")
    expect(second.get_by_label("Value: LP1")).to_have_value("48")
    assert latest(borough).as_written == "47"
    assert_accessible(second)

    second.get_by_role("link", name="Keep theirs").click()
    expect(second.get_by_label("Value: LP1")).to_have_value("47")
    assert latest(borough).as_written == "47"


def test_the_second_sees_both_and_keeps_their_own(both, borough):
    first, second = both
    enter(first, "47")
    expect(row_of(first, "LP1")).to_contain_text("✓ saved 14:02")
    enter(second, "48")
    expect(row_of(second, "LP1")).to_contain_text("Saved meanwhile by officer")

    second.get_by_role("button", name="Keep mine").click()
    expect(second.get_by_role("status")).to_contain_text("1 saved as a draft.")
    assert latest(borough).as_written == "48"
    history = Return.objects.get(indicator=borough.recycled, period=borough.quarter).revisions
    assert list(history.order_by("number").values_list("as_written", flat=True)) == ["47", "48"]


@pytest.mark.shows("A4")
def test_the_second_chooses_without_script_too(new_page, borough):
    first, second = (new_page(java_script_enabled=False) for _ in range(2))
    for page, user in ((first, borough.officer), (second, borough.lead_officer)):
        come_signed_in(page, user)
        page.goto(borough.grid_url())
    first.get_by_label("Value: LP1").fill("47")
    first.get_by_role("button", name="Save as draft").click()
    expect(first.get_by_role("status")).to_contain_text("1 saved as a draft.")
    second.get_by_label("Value: LP1").fill("48")
    second.get_by_role("button", name="Save as draft").click()

    expect(row_of(second, "LP1")).to_contain_text("Saved meanwhile by officer, 14:02: 47")
    expect(second.get_by_label("Value: LP1")).to_have_value("48")

    second.get_by_role("button", name="Keep mine").click()
    expect(second.get_by_role("status")).to_contain_text("1 saved as a draft.")
    assert latest(borough).as_written == "48"


def test_what_was_typed_into_a_return_handed_in_meanwhile_stays_in_sight(both, borough):
    first, second = both
    enter(second, "48", comment="By my count.")
    expect(row_of(second, "LP1")).to_contain_text("✓ saved")
    borough.submit_latest(borough.recycled)
    enter(second, "49", comment="By my second count.")

    expect(row_of(second, "LP1")).to_contain_text(
        "This return is now “Submitted”, so nothing was saved here."
    )
    second.get_by_role("button", name="Save as draft").click()
    expect(row_of(second, "LP1")).to_contain_text("You had typed: 49, “By my second count.”")
    assert latest(borough).as_written == "48"

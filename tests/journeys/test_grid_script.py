"""The entry grid with its script: rows that save themselves, a pasted column, a lost connection."""

import re

import pytest
from playwright.sync_api import expect

from performance.models import Return
from tests.journeys.axe import assert_accessible
from tests.journeys.people import come_signed_in, row_of

pytestmark = pytest.mark.shows("F24")


@pytest.fixture
def grid(page, borough):
    """The officer's grid for quarter 2."""
    come_signed_in(page, borough.officer)
    page.goto(borough.grid_url())
    return page


def kept(borough):
    """What is kept for the quarter: reference and words as written."""
    rows = Return.objects.filter(period=borough.quarter).order_by("indicator__reference")
    return [
        (row.indicator.reference, row.latest.as_written) for row in rows.select_related("indicator", "latest")
    ]


def test_row_saves_itself_when_it_is_left(grid, borough):
    grid.get_by_label("Value: LP1").fill("47")
    grid.get_by_label("Value: LP2").focus()

    expect(row_of(grid, "LP1")).to_contain_text("✓ saved 14:02")
    assert kept(borough) == [("LP1", "47")]


def test_rating_to_be_follows_what_is_typed(grid):
    value = grid.get_by_label("Value: LP1")
    for typed, word in (("45", "Green"), ("41", "Amber"), ("40", "Red")):
        value.fill(typed)
        value.press("Tab")
        expect(row_of(grid, "LP1").locator(".tag")).to_have_text(word)


@pytest.mark.shows("N9", "A1")
def test_error_stands_beside_the_field_and_keeps_what_was_typed(grid, borough):
    value = grid.get_by_label("Value: LP1")
    value.fill("about half")
    value.press("Tab")

    row = row_of(grid, "LP1")
    expect(row.locator(".entry-value .errorlist")).to_contain_text("Enter")
    expect(row).to_contain_text("Not saved")
    expect(value).to_have_value("about half")
    expect(value).to_have_attribute("aria-invalid", "true")
    expect(value).to_have_accessible_description(re.compile("Error: Enter a percentage, such as 45"))
    assert_accessible(grid)
    assert kept(borough) == []

    value.fill("47%")
    value.press("Tab")
    expect(row).to_contain_text("✓ saved 14:02")
    expect(row.locator(".errorlist")).to_have_count(0)
    assert kept(borough) == [("LP1", "47%")]


@pytest.mark.shows("R8")
def test_lost_connection_says_not_saved_yet_and_loses_nothing(grid, borough, faults):
    grid.context.set_offline(True)
    value = grid.get_by_label("Value: LP1")
    value.fill("47")
    value.press("Tab")

    expect(row_of(grid, "LP1")).to_contain_text("Not saved yet")
    expect(value).to_have_value("47")
    assert set(faults) == {"console: Failed to load resource: net::ERR_INTERNET_DISCONNECTED"}
    faults.clear()

    grid.context.set_offline(False)
    expect(row_of(grid, "LP1")).to_contain_text("✓ saved 14:02")
    assert kept(borough) == [("LP1", "47")]


def test_leaving_with_words_that_are_not_saved_is_asked_about(grid):
    asked = []
    grid.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    grid.get_by_label("Value: LP1").press_sequentially("about half")
    grid.keyboard.press("Tab")
    expect(row_of(grid, "LP1")).to_contain_text("Not saved")

    grid.get_by_role("link", name="My returns").click(no_wait_after=True)
    expect(grid.get_by_label("Value: LP1")).to_have_value("about half")
    assert asked == ["beforeunload"]


def test_leaving_straight_after_typing_keeps_what_was_typed(grid, borough):
    grid.get_by_label("Value: LP1").press_sequentially("47")
    grid.get_by_role("link", name="My returns").click()

    expect(row_of(grid, "Waste and recycling")).to_be_visible()
    grid.goto(borough.grid_url())
    expect(grid.get_by_label("Value: LP1")).to_have_value("47")


@pytest.mark.shows("R5")
def test_button_pressed_straight_after_typing_is_no_clash_with_oneself(grid, borough):
    for reference, value in (("LP1", "47"), ("LP2", "52"), ("LP3", "94")):
        grid.get_by_label(f"Value: {reference}").fill(value)
    grid.get_by_role("button", name="Save and submit").click()

    expect(grid.get_by_role("status")).to_contain_text("3 submitted.")
    assert [row.step for row in Return.objects.filter(period=borough.quarter)] == ["submitted"] * 3


def test_enter_goes_down_and_what_is_typed_takes_the_place_of_what_is_there(grid, borough):
    for reference, value in (("LP1", "45"), ("LP2", "58"), ("LP3", "89")):
        grid.get_by_label(f"Value: {reference}").fill(value)
    grid.get_by_label("Value: LP1").focus()
    grid.keyboard.press("Enter")
    grid.keyboard.type("52")
    grid.keyboard.press("Enter")
    grid.keyboard.type("93")
    grid.keyboard.press("Shift+Enter")
    grid.keyboard.type("51")
    grid.keyboard.press("Tab")

    expect(row_of(grid, "LP2")).to_contain_text("✓ saved")
    expect(row_of(grid, "LP3")).to_contain_text("✓ saved")
    assert [grid.get_by_label(f"Value: LP{n}").input_value() for n in (1, 2, 3)] == ["45", "51", "93"]


@pytest.mark.shows("N44")
def test_odd_value_is_asked_about_beside_its_box_as_it_is_typed(grid):
    value = grid.get_by_label("Value: LP2")
    value.fill("600")
    value.press("Tab")

    notice = row_of(grid, "LP2").locator(".entry-value [data-notice]")
    expect(notice).to_have_text("This is ten times the last value, 55, or more. Is it right?")
    value.fill("60")
    value.press("Tab")
    expect(notice).to_have_text("")

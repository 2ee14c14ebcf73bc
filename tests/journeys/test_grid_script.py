"""The entry grid with its script: rows that save themselves, a pasted column, a lost connection."""

import re

import pytest
from playwright.sync_api import expect

from performance.models import Return
from tests.journeys.axe import assert_accessible
from tests.journeys.people import row_of, sign_in

pytestmark = pytest.mark.shows("F24")


@pytest.fixture
def grid(page, borough):
    """The officer's grid for quarter 2."""
    sign_in(page, borough.officer)
    page.goto(borough.grid_url())
    return page


def kept(borough):
    """What is kept for the quarter: reference and words as written."""
    rows = Return.objects.filter(period=borough.quarter).order_by("indicator__reference")
    return [
        (row.indicator.reference, row.latest.as_written) for row in rows.select_related("indicator", "latest")
    ]


def paste(page, words):
    """Copies the words in another window, as out of a sheet, and pastes them where the cursor stands."""
    sheet = page.context.new_page()
    sheet.set_content("<textarea></textarea>")
    sheet.locator("textarea").fill(words)
    sheet.locator("textarea").select_text()
    sheet.keyboard.press("Control+C")
    sheet.close()
    page.bring_to_front()
    page.keyboard.press("Control+V")


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


def test_pasted_column_fills_the_rows_below(grid, borough):
    grid.get_by_label("Value: LP1").focus()
    paste(grid, "47\r\n52\r\n94\r\n")

    for reference, value in (("LP1", "47"), ("LP2", "52"), ("LP3", "94")):
        expect(grid.get_by_label(f"Value: {reference}")).to_have_value(value)
        expect(row_of(grid, reference)).to_contain_text("✓ saved 14:02")
    assert kept(borough) == [("LP1", "47"), ("LP2", "52"), ("LP3", "94")]


def test_pasted_block_takes_its_comments_along(grid, borough):
    grid.get_by_label("Value: LP2").focus()
    paste(grid, "75\tTwo lorries broke down.\n85\tDitto")

    expect(grid.get_by_label("Comment: LP2")).to_have_value("Two lorries broke down.")
    expect(row_of(grid, "LP3")).to_contain_text("✓ saved")
    assert Return.objects.get(indicator=borough.fly_tips, period=borough.quarter).latest.comment_resolved == (
        "Two lorries broke down."
    )


def test_pasted_line_never_slips_past_a_row_that_was_handed_in(page, borough):
    borough.submit(borough.missed, "55")
    sign_in(page, borough.officer)
    page.goto(borough.grid_url())
    page.get_by_label("Value: LP1").focus()
    paste(page, "47\n52\n94\n12")

    expect(page.get_by_label("Value: LP3")).to_have_value("94")
    expect(row_of(page, "LP1")).to_contain_text("Pasted, but no row takes: 52; 12")
    expect(row_of(page, "LP3")).to_contain_text("✓ saved")
    assert kept(borough) == [("LP1", "47"), ("LP2", "55"), ("LP3", "94")]


def test_one_pasted_figure_is_pasted_as_anywhere(grid):
    grid.get_by_label("Value: LP1").focus()
    paste(grid, "47")

    expect(grid.get_by_label("Value: LP1")).to_have_value("47")


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


def test_signed_out_meanwhile_says_not_saved_yet(grid, borough, faults):
    grid.context.clear_cookies()
    grid.get_by_label("Value: LP1").fill("47")
    grid.get_by_label("Value: LP2").focus()

    expect(row_of(grid, "LP1")).to_contain_text("Not saved yet")
    expect(grid.get_by_label("Value: LP1")).to_have_value("47")
    assert kept(borough) == []
    assert faults == [
        "console: Failed to load resource: the server responded with a status of 403 (Forbidden)"
    ]
    faults.clear()


@pytest.mark.shows("R5")
def test_button_pressed_straight_after_typing_is_no_clash_with_oneself(grid, borough):
    for reference, value in (("LP1", "47"), ("LP2", "52"), ("LP3", "94")):
        grid.get_by_label(f"Value: {reference}").fill(value)
    grid.get_by_role("button", name="Save and submit").click()

    expect(grid.get_by_role("status")).to_contain_text("3 submitted.")
    assert [row.step for row in Return.objects.filter(period=borough.quarter)] == ["submitted"] * 3

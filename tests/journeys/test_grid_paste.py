"""The entry grid with its script: a column or a block pasted out of a sheet, line by line and column by column."""

import pytest
from playwright.sync_api import expect

from performance.choices import Step
from performance.models import Return
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


def said(page):
    """What is said beside the grid."""
    return page.locator("[data-said]")


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
    come_signed_in(page, borough.officer)
    page.goto(borough.grid_url())
    page.get_by_label("Value: LP1").focus()
    paste(page, "47\n52\n94\n12")

    expect(page.get_by_label("Value: LP3")).to_have_value("94")
    expect(said(page)).to_have_text(
        "Pasted, but no place was found for: “52” (Missed bins for every 100,000 collections is not open to change); "
        "“12” (below the last row)"
    )
    for reference in ("LP1", "LP3"):
        expect(row_of(page, reference)).to_contain_text("✓ saved")
    assert kept(borough) == [("LP1", "47"), ("LP2", "55"), ("LP3", "94")]


def test_one_pasted_figure_is_pasted_as_anywhere(grid):
    grid.get_by_label("Value: LP1").focus()
    paste(grid, "47")

    expect(grid.get_by_label("Value: LP1")).to_have_value("47")


def test_three_columns_go_where_the_grid_has_them(grid, borough):
    grid.get_by_label("Value: LP1").focus()
    paste(grid, "47\tactual\tNew rounds\n\tNOT KNOWN\tThe log is lost\n94\tEstimate\t")

    for reference, value, status, comment in (
        ("LP1", "47", "actual", "New rounds"),
        ("LP2", "", "not_known", "The log is lost"),
        ("LP3", "94", "estimate", ""),
    ):
        expect(row_of(grid, reference)).to_contain_text("✓ saved 14:02")
        expect(grid.get_by_label(f"Value: {reference}")).to_have_value(value)
        expect(grid.get_by_label(f"Value is: {reference}")).to_have_value(status)
        expect(grid.get_by_label(f"Comment: {reference}")).to_have_value(comment)
    expect(said(grid)).to_have_text("Pasted into the rows below.")
    latest = Return.objects.get(indicator=borough.missed, period=borough.quarter).latest
    assert (latest.known, latest.comment, latest.step) == ("not_known", "The log is lost", Step.DRAFTED)


def test_two_columns_are_value_and_value_status_where_the_words_are_such(grid):
    grid.get_by_label("Value: LP1").focus()
    paste(grid, "47\tProvisional\n52\t")
    expect(row_of(grid, "LP1")).to_contain_text("✓ saved")
    expect(row_of(grid, "LP2")).to_contain_text("✓ saved")

    expect(grid.get_by_label("Value is: LP1")).to_have_value("provisional")
    expect(grid.get_by_label("Value is: LP2")).to_have_value("actual")
    expect(grid.get_by_label("Comment: LP1")).to_have_value("")


def test_value_carried_forward_asks_when_it_was_measured(grid):
    grid.get_by_label("Value: LP1").focus()
    paste(grid, "47\tCarried forward")
    expect(row_of(grid, "LP1")).to_contain_text("✓ saved")

    expect(grid.get_by_label("Last measured: LP1")).to_be_visible()


def test_blank_cell_never_overwrites(grid):
    grid.get_by_label("Value: LP1").fill("45")
    grid.get_by_label("Comment: LP1").fill("Mine")
    grid.get_by_label("Value: LP1").focus()
    paste(grid, "\t\t\n52\tActual\tTheirs")
    expect(row_of(grid, "LP1")).to_contain_text("✓ saved")
    expect(row_of(grid, "LP2")).to_contain_text("✓ saved")

    expect(grid.get_by_label("Value: LP2")).to_have_value("52")
    expect(grid.get_by_label("Comment: LP2")).to_have_value("Theirs")
    expect(grid.get_by_label("Value: LP1")).to_have_value("45")
    expect(grid.get_by_label("Comment: LP1")).to_have_value("Mine")


def test_what_finds_no_place_is_said_and_the_rest_is_kept(grid, borough):
    grid.get_by_label("Value: LP1").focus()
    paste(grid, "47\tmaybe\tNew rounds\tDepot")

    expect(said(grid)).to_have_text(
        "Pasted, but no place was found for: “maybe” (no value status is called so); “Depot” (no column takes it)"
    )
    expect(row_of(grid, "LP1")).to_contain_text("✓ saved")
    assert kept(borough) == [("LP1", "47")]


@pytest.mark.shows("F19")
def test_fourth_column_is_the_year_end_forecast(grid, borough):
    grid.get_by_label("Value: LP1").focus()
    paste(grid, "47\tactual\tNew rounds\t46.5\n52\tactual\tTwo lorries\t")

    expect(row_of(grid, "LP1")).to_contain_text("✓ saved")
    expect(row_of(grid, "LP2")).to_contain_text("✓ saved")
    expect(grid.get_by_label("Year-end forecast: LP1")).to_have_value("46.5")
    expect(said(grid)).to_have_text("Pasted into the rows below.")
    latest = Return.objects.get(indicator__reference="LP1", period=borough.quarter).latest
    assert (latest.forecast_as_written, latest.comment) == ("46.5", "New rounds")


def test_comment_of_several_lines_stays_in_its_row(grid):
    grid.get_by_label("Value: LP1").focus()
    paste(grid, '47\t"Two ""lorries""\nbroke down."\n52\tNone')
    expect(row_of(grid, "LP1")).to_contain_text("✓ saved")
    expect(row_of(grid, "LP2")).to_contain_text("✓ saved")

    expect(grid.get_by_label("Comment: LP1")).to_have_value('Two "lorries"\nbroke down.')
    expect(grid.get_by_label("Value: LP2")).to_have_value("52")


def test_pasted_figures_pass_over_what_the_product_computes(page, borough):
    borough.missed.computed_from = "promises_kept"
    borough.missed.save()
    come_signed_in(page, borough.officer)
    page.goto(borough.grid_url())
    page.get_by_label("Value: LP1").focus()
    paste(page, "47\n52\n94")

    expect(page.get_by_label("Value: LP3")).to_have_value("94")
    expect(said(page)).to_have_text(
        "Pasted, but no place was found for: “52” (Missed bins for every 100,000 collections is computed)"
    )
    for reference in ("LP1", "LP3"):
        expect(row_of(page, reference)).to_contain_text("✓ saved")
    assert kept(borough) == [("LP1", "47"), ("LP3", "94")]


def test_enter_goes_past_a_computed_row(page, borough):
    borough.missed.computed_from = "promises_kept"
    borough.missed.save()
    come_signed_in(page, borough.officer)
    page.goto(borough.grid_url())
    page.get_by_label("Value: LP1").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_label("Value: LP3")).to_be_focused()


def test_a_block_wider_than_the_grid_says_what_found_no_column(grid, borough):
    grid.get_by_label("Value: LP1").focus()
    paste(grid, "47\tActual\tAs planned.\tJones\t3")

    expect(said(grid)).to_have_text(
        "Pasted, but no place was found for: “Jones” (no column takes it); “3” (no column takes it)"
    )
    expect(row_of(grid, "LP1")).to_contain_text("✓ saved")
    assert kept(borough) == [("LP1", "47")]


def test_a_pasted_formula_is_asked_about_and_not_kept(grid, borough):
    grid.get_by_label("Value: LP1").focus()
    paste(grid, "=SUM(B2:B9)\tAs planned.\n52\t")

    expect(row_of(grid, "LP1").locator(".errorlist").first).to_be_visible()
    expect(row_of(grid, "LP2")).to_contain_text("✓ saved")
    assert kept(borough) == [("LP2", "52")]

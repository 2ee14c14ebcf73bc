"""An administrator brings the year table of 2002/03 and the summary typed above it, both as they were printed."""

import pytest
from playwright.sync_api import expect

from performance.models import Indicator, PublishedTable
from tests.journeys.people import row_of, sign_in, unfold
from tests.journeys.test_states import assert_holds_up, assert_told_of
from tests.performance.imports.files import DATA, annual_cycle, in_register

pytestmark = pytest.mark.shows("F39", "L5", "A1", "A3", "S5")

TABLE = DATA / "indicators-2002-03.csv"
SUMMARY = DATA / "indicators-2002-03-summary.csv"
OTHER_COLUMNS = {"name": "bins.csv", "mimeType": "text/csv", "buffer": b"Indicator,Colour\nBins,Blue\n"}
NO_TABLE = {"name": "table.csv", "mimeType": "text/csv", "buffer": b"%PDF-1.4 of the Cabinet"}
TITLE = "Customer service 2002/03"


@pytest.fixture(params=["page", "phone"])
def screen(request, transactional_db, service, administrator):
    """The administrator's desk, or the administrator's phone, before the imports."""
    annual_cycle()
    screen = request.getfixturevalue(request.param)
    sign_in(screen, administrator)
    if request.param == "phone":
        unfold(screen, "Menu")
    screen.get_by_role("link", name="My work").click()
    screen.get_by_role("link", name="Imports").click()
    assert_holds_up(screen)
    return screen


def fill_in(screen, *, table=TABLE):
    """The form of a published table, filled in with what the paper was called."""
    screen.get_by_label("The table", exact=True).set_input_files(table)
    screen.get_by_label("The summary that was typed with it").set_input_files(SUMMARY)
    screen.get_by_label("Title").fill(TITLE)
    screen.get_by_label("Service of the indicators").select_option("Waste and recycling")


def bring(screen, **files):
    screen.get_by_role("link", name="A published year table").click()
    fill_in(screen, **files)
    screen.get_by_role("button", name="Look at the file").click()


def row_about(screen, words):
    """The row in whose cells, rather than its heading, these words stand."""
    return screen.locator("tbody tr").filter(has_text=words)


@pytest.mark.shows("S2-05", "S2-20", "S2-21", "S2-22", "S2-23", "S2-24", "S2-25", "S2-26", "S2-27", "S2-35")
def test_an_administrator_imports_the_2002_03_table(screen):
    bring(screen)
    _sees_what_it_will_do(screen)
    _says_what_only_a_person_can(screen)
    screen.get_by_role("button", name="Apply 16 changes").click()

    expect(screen.get_by_role("status")).to_contain_text("indicators-2002-03.csv: 16 changes made.")
    expect(screen.get_by_role("heading", level=1)).to_have_text(TITLE)
    assert_holds_up(screen)
    _reads_the_summary(screen)
    _reads_how_the_typed_one_disagrees(screen)
    _reads_the_rows(screen)
    _reads_our_rating_beside_the_published_one(screen)


def _sees_what_it_will_do(screen):
    expect(screen.get_by_role("heading", level=1)).to_have_text("indicators-2002-03.csv")
    expect(screen.get_by_text("Nothing has been changed yet")).to_be_visible()
    expect(screen.get_by_text("One thing only you can say, before it can go in.")).to_be_visible()
    for note in (
        "As published: 0 red, 3 amber, 13 green, 0 not known of 16 (0%, 19%, 81%, 0%).",
        "The typed summary disagrees. The table has 16 rows, not 17. The table has 13 green, not 14.",
        "The cycle “Annual” gains the periods 2000/01, 2001/02, 2002/03.",
    ):
        expect(screen.get_by_role("listitem").filter(has_text=note)).to_be_visible()
    expect(screen.locator("tbody tr")).to_have_count(16)
    unknown = row_about(screen, "156: % of buildings open to the public")
    expect(unknown).to_contain_text("2002/03: Not known, forecast")
    expect(unknown).to_contain_text("not known is a status of its own")
    expect(screen.get_by_role("button", name="Apply")).to_have_count(0)
    assert_holds_up(screen)


def _says_what_only_a_person_can(screen):
    meant = screen.get_by_role("group", name="The target “+5%” can be read in 2 ways. Which is meant?")
    meant.get_by_label("65% (5 points more than 60%)").check()
    screen.get_by_role("button", name="Look again with the answer").click()

    expect(screen.get_by_text("16 changes will be made, all or none.")).to_be_visible()
    expect(row_about(screen, "3: % of citizens satisfied")).to_contain_text("Target: +5% (65%)")
    unfold(screen, "What was read from the words of the file")
    expect(screen.get_by_label("What does “% of citizens satisfied")).to_have_value("percentage")
    assert_holds_up(screen)


def _reads_the_summary(screen):
    expect(screen.get_by_text("As published: 0 red, 3 amber, 13 green, 0 not known of 16")).to_be_visible()
    for status, cells in {
        "Red": ["0", "0%", "0", "0%", "0"],
        "Amber": ["3", "19%", "3", "6%", "2"],
        "Green": ["13", "81%", "14", "88%", "13"],
        "Not known": ["0", "0%", "0", "6%", "1"],
        "Total": ["16", "100%", "17", "100%", "16"],
    }.items():
        expect(row_of(screen, status).locator("td")).to_have_text(cells)


def _reads_how_the_typed_one_disagrees(screen):
    expect(screen.get_by_role("heading", name="How the typed summary disagrees")).to_be_visible()
    for sentence in (
        "The table has 16 rows, not 17.",
        "The table has 13 green, not 14.",
        "Its percentages are exactly those of 0 red, 1 amber, 14 green, 1 not known of 16.",
        "By the table's own key, in which not known is a status, it would be 0 red, 2 amber, 13 green, "
        "1 not known of 16 (0%, 13%, 81%, 6%).",
    ):
        expect(screen.get_by_role("listitem").filter(has_text=sentence)).to_be_visible()


def _reads_the_rows(screen):
    rows = screen.get_by_role("table", name=f"{TITLE}: every row as printed")
    expect(rows.locator("tbody tr")).to_have_count(16)
    for words, remark in (
        ("Timetable for a community strategy?", "One indicator asks 2 questions"),
        ("Level of the standard", "its outturn, Level 2, is not below the top quarter"),
        ("% of citizens satisfied", "it looks carried forward, not measured"),
        ("% of citizens satisfied", "The target “+5%” can mean 65%"),
        ("% of those making complaints", "Meaning: DTLR survey to be repeated 2003"),
        ("Number of successful applications", "References of one kind are spelled 2 ways"),
    ):
        expect(row_about(screen, words)).to_contain_text(remark)
    expect(rows.get_by_text("The reference “p32” is used 3 times: rows 3, 11 and 16.")).to_have_count(3)


def _reads_our_rating_beside_the_published_one(screen):
    expect(screen.get_by_text("Our rule gives 1 of 16 rows another status")).to_be_visible()
    differs = row_about(screen, "% of buildings open to the public")
    expect(differs.locator(".tag")).to_have_text(["Amber", "Not known"])
    expect(differs).to_contain_text("Published as amber; by our rule its status is not known.")

    agrees = row_about(screen, "% of citizens satisfied")
    expect(agrees.locator(".tag")).to_have_text(["Amber", "Amber"])
    agrees.get_by_text("Why").click()
    expect(agrees.get_by_text("60% is 5 points short of the target of 65%.")).to_be_visible()
    assert_holds_up(screen)


@pytest.mark.shows("FILE-49")
def test_the_same_file_a_second_time_changes_nothing_and_says_so(screen, service):
    in_register(service)
    bring(screen)

    expect(screen.get_by_text("Nothing to change: the register has it all already.")).to_be_visible()
    expect(
        screen.get_by_text("This table is already imported, as “Customer service 2002/03”.")
    ).to_be_visible()
    expect(screen.get_by_role("button", name="Apply")).to_have_count(0)
    assert_holds_up(screen)

    screen.get_by_role("link", name="16 changes applied by").click()
    expect(screen.get_by_role("definition").filter(has_text="summary.csv")).to_be_visible()
    assert_holds_up(screen)
    screen.get_by_role("link", name="See what it brought").click()
    expect(screen.get_by_role("heading", level=1)).to_have_text(TITLE)
    assert (PublishedTable.objects.count(), Indicator.objects.count()) == (1, 16)


def test_a_table_with_other_columns_says_which_and_is_brought_again_without_saying_all_anew(screen):
    bring(screen, table=OTHER_COLUMNS)

    expect(screen).to_have_title("Error: bins.csv – Wexcombe Borough Council")
    expect(screen.get_by_text("Nothing goes in until 5 problems are put right.")).to_be_visible()
    wrong = row_of(screen, "Cell B1")
    expect(wrong).to_contain_text("“Colour”")
    expect(wrong).to_contain_text("is not a column of a year table. Rename it or leave the column out.")
    expect(screen.get_by_role("button", name="Apply")).to_have_count(0)
    assert_holds_up(screen)

    screen.get_by_role("link", name="bring the file again").click()
    _finds_what_was_said(screen)
    screen.get_by_label("The table", exact=True).set_input_files(TABLE)
    screen.get_by_role("button", name="Look at the file").click()
    expect(screen.get_by_role("heading", level=1)).to_have_text("indicators-2002-03.csv")
    expect(screen.locator("tbody tr")).to_have_count(16)


def test_what_is_no_table_is_refused_in_words_and_the_choices_stay(screen):
    bring(screen, table=NO_TABLE)

    assert_told_of(
        screen,
        "This is a PDF, not a table. Save the table as an Excel workbook (.xlsx) or as CSV, and bring that",
    )
    _finds_what_was_said(screen)
    expect(screen.get_by_text("Choose the files again")).to_be_visible()


def _finds_what_was_said(screen):
    expect(screen.get_by_label("Title")).to_have_value(TITLE)
    chosen = screen.get_by_label("Service of the indicators").locator("option:checked")
    expect(chosen).to_have_text("Waste and recycling")
    expect(screen.get_by_label("No: those that are new")).to_be_checked()
    assert_holds_up(screen)

import pytest

from performance.choices import Direction, ReferenceKind, ValueKind
from performance.rules.published.kinds import guess_direction, guess_kind
from performance.rules.published.references import reference_kind
from tests.performance.rules.published.tables import published_2002_03

KINDS = {
    "1a": ("milestone", "national"),
    "2": ("level", "national"),
    "p32": ("milestone", "plan"),
    "3": ("percentage", "national"),
    "4": ("percentage", "national"),
    "5": ("count", "national"),
    "156": ("percentage", "national"),
    "157": ("percentage", "national"),
    "Local01": ("count", "local"),
    "Local02": ("count", "local"),
    "Local 03": ("percentage", "local"),
    "Local 04": ("percentage", "local"),
    "Local 05": ("percentage", "local"),
    "177": ("yes_no", "national"),
}


@pytest.mark.shows("S2-08", "S2-09")
def test_every_row_of_the_published_table_has_its_kinds():
    guessed = {
        row.reference: (guess_kind(row.indicator, row.values).kind, reference_kind(row.reference))
        for row in published_2002_03().rows
    }

    assert guessed == KINDS


@pytest.mark.shows("S2-25")
def test_row_of_three_kinds_is_mixed_and_rated_by_its_words():
    guess = guess_kind("Timetable? Partnership in place", ["Yes", "Mar-03", "Will be achieved"])

    assert (guess.kind, guess.is_mixed, guess.decimals) == (ValueKind.MILESTONE, True, 0)
    assert guess.evidence == ("“Yes”: yes or no.", "“Mar-03”: a date.", "“Will be achieved”: words.")


def test_percentage_says_what_it_rests_on_and_its_most_decimals():
    guess = guess_kind("% of buildings open to all", ["", "12.8%", "12.8%", "14%", "Not known"])

    assert (guess.kind, guess.decimals, guess.is_mixed) == (ValueKind.PERCENTAGE, 1, False)
    assert guess.evidence == ("“12.8%” and “14%”: a percentage.", "The indicator starts with “%”.")


@pytest.mark.parametrize(
    "title, cells, kind",
    [
        pytest.param(
            "Percentage of bins emptied", ["43", "44.5"], ValueKind.PERCENTAGE, id="title says percentage"
        ),
        pytest.param("The % emptied", ["43", "44%"], ValueKind.PERCENTAGE, id="one without its sign"),
        pytest.param("Bins emptied", ["43", "44%"], ValueKind.PERCENTAGE, id="only a cell has the sign"),
        pytest.param("Bins emptied", ["43", "44.5"], ValueKind.DECIMAL, id="a decimal among counts"),
        pytest.param("Spending", ["£43", "44"], ValueKind.MONEY, id="money"),
        pytest.param("Time taken", ["4 days", "3"], ValueKind.DURATION, id="duration"),
        pytest.param("Plan agreed by", ["Mar-03", "Done"], ValueKind.DATE, id="a date answered in words"),
        pytest.param("Number of visits", [], ValueKind.COUNT, id="title alone"),
        pytest.param("Visits", [], ValueKind.MILESTONE, id="nothing to go by"),
        pytest.param("In place?", ["Yes", "No"], ValueKind.YES_NO, id="yes or no"),
    ],
)
def test_kind_is_guessed(title, cells, kind):
    guess = guess_kind(title, cells)

    assert (guess.kind, guess.is_mixed) == (kind, False)
    assert guess.evidence


@pytest.mark.parametrize(
    "cells", [["43%", "Level 2"], ["Yes", "Will be achieved"], ["£4", "4%"], ["7", "Done"]]
)
def test_cells_that_cannot_be_one_kind_are_mixed(cells):
    assert guess_kind("", cells).is_mixed


def test_mixed_row_has_neither_decimals_nor_a_unit():
    guess = guess_kind("", ["4.5 days", "Level 2"])

    assert (guess.decimals, guess.unit) == (0, "")


def test_unit_of_a_duration_is_kept():
    assert guess_kind("Time taken", ["4 days", "3"]).unit == "days"


@pytest.mark.shows("S2-08", "S2-26")
@pytest.mark.parametrize(
    "reference, kind",
    [
        pytest.param("1a", ReferenceKind.NATIONAL, id="letter"),
        pytest.param("BV 156", ReferenceKind.NATIONAL, id="series"),
        pytest.param("Local 03", ReferenceKind.LOCAL, id="local"),
        pytest.param("L7", ReferenceKind.LOCAL, id="L"),
        pytest.param("p. 32", ReferenceKind.PLAN, id="page"),
        pytest.param("CS/4", None, id="unknown"),
        pytest.param("", None, id="blank"),
    ],
)
def test_reference_says_who_gave_it(reference, kind):
    assert reference_kind(reference) == kind


@pytest.mark.parametrize(
    "title, target, direction",
    [
        pytest.param(
            "Number of complaints classified as maladministration",
            "0",
            Direction.LOWER,
            id="nought and a word",
        ),
        pytest.param("Streets without a name", "0", Direction.LOWER, id="aims at nought"),
        pytest.param("Complaints upheld", "4", Direction.LOWER, id="complaints"),
        pytest.param("% of complainants satisfied with complaints", "43%", Direction.HIGHER, id="satisfied"),
        pytest.param("% of residents dissatisfied", "10%", Direction.LOWER, id="dissatisfied"),
        pytest.param("Number of visits", "100", Direction.HIGHER, id="visits"),
        pytest.param("Wards", "", Direction.HIGHER, id="nothing to go by"),
    ],
)
def test_direction_is_guessed_with_its_evidence(title, target, direction):
    guess = guess_direction(title, target)

    assert guess.direction == direction
    assert guess.evidence.endswith(".")

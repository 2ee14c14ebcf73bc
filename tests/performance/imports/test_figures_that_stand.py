"""Figures that were signed off or published already come in as such, with their history and our rating."""

import pytest

from performance.models import Return
from tests.factories import IndicatorFactory, TargetFactory
from tests.performance import lives
from tests.performance.imports.files import applied, csv, effects, planned, told

pytestmark = pytest.mark.django_db
HEADER = "Reference,Indicator,Period,Value,Comment"


@pytest.fixture
def bins(service):
    lives.quarter(1), lives.quarter(2)
    indicator = IndicatorFactory(service=service, reference="BV 1", title="Bins emptied")
    TargetFactory(indicator=indicator, value=80)
    return indicator


def row(period, value, comment=""):
    return f"BV 1,,{period} 2026/27,{value},{comment}"


@pytest.mark.shows("F24", "F35")
@pytest.mark.parametrize(
    "step, is_published",
    [pytest.param("signed_off", False, id="signed"), pytest.param("published", True, id="out")],
)
def test_figures_count_at_once_with_their_rating_and_who_brought_them(bins, step, is_published):
    batch, _ = applied(
        "returns", csv(HEADER, row("Q1", "75%", "One van"), row("Q2", "90%", "Fine")), step=step
    )

    first, second = Return.objects.order_by("period__ends_on")
    assert {first.step, second.step} == {step}
    assert (first.standing.rating, second.standing.rating) == ("amber", "green")
    assert (second.published == second.standing, second.latest == second.standing) == (is_published, True)
    assert (first.standing.by, first.standing.reason) == (batch.by, "Imported from file.csv")
    assert second.first_submitted_at is None


@pytest.mark.shows("F41")
@pytest.mark.parametrize("lines", [["Q1,75%,One van", "Q2,90%"], ["Q2,90%", "Q1,75%,One van"]])
def test_direction_of_travel_is_worked_out_whatever_the_order_of_the_rows(bins, lines):
    applied("returns", csv(HEADER, *(row(*line.split(",")) for line in lines)), step="published")

    assert Return.objects.get(period=lives.quarter(2)).standing.travel_short == "better"


@pytest.mark.shows("FILE-49", "F27")
def test_figures_that_stand_are_never_changed_by_a_file(bins):
    content = csv(HEADER, row("Q1", "75%", "One van"))
    applied("returns", content, step="published")

    again = planned("returns", content, step="published")
    other = planned("returns", csv(HEADER, row("Q1", "76%")), step="published")

    assert effects(again) == [(2, "unchanged")]
    assert told(other) == [
        (
            "Row 2",
            "This return is at “Published” and the file says something else (Value). What stands is corrected there, "
            "with a reason, and not by a file.",
        )
    ]


def test_return_that_officers_have_begun_is_left_to_them(bins, officer):
    lives.drafted(bins, lives.quarter(1), "70", by=officer)

    plan = planned("returns", csv(HEADER, row("Q1", "75%")), step="signed_off")

    assert told(plan)[0][1].endswith("Officers have begun it: let them finish it, or leave the row out.")


def test_figure_that_stands_cannot_be_blank(bins):
    plan = planned("returns", csv(HEADER, row("Q1", "", "No survey")), step="signed_off")

    assert told(plan) == [
        ("Row 2", "Write the value, or “Not known”: a figure that already stands cannot be blank.")
    ]


@pytest.mark.shows("F20")
def test_value_that_is_not_known_can_stand(bins):
    applied("returns", csv(HEADER, row("Q1", "Not known", "No survey")), step="signed_off")

    assert (Return.objects.get().standing.known, Return.objects.get().standing.rating) == (
        "not_known",
        "not_known",
    )

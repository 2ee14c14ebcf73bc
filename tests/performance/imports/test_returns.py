"""A file of returns becomes drafts for officers, each value read as in the grid."""

from decimal import Decimal

import pytest

from performance.models import Return
from tests.council.workbook_files import PER_CENT, number, rows, said, workbook
from tests.factories import IndicatorFactory
from tests.performance import lives
from tests.performance.imports.files import applied, csv, differences, effects, planned

pytestmark = pytest.mark.django_db
HEADER = "Reference,Indicator,Period,Value,Value is,Comment"


@pytest.fixture
def period():
    return lives.quarter(2)


@pytest.fixture
def bins(service, period):
    return IndicatorFactory(service=service, reference="BV 1", title="Bins emptied")


def row(value="85%", *rest, reference="BV 1", period="Quarter 2 2026/27"):
    return ",".join([reference, "", period, value, *rest])


@pytest.mark.shows("F24", "F19")
def test_return_becomes_a_draft_with_its_words(bins, period):
    _, number_of_changes = applied("returns", csv(HEADER, row("85%", "Estimate", "Counted early")))

    draft = Return.objects.get()
    assert (number_of_changes, draft.indicator, draft.period, draft.step) == (1, bins, period, "drafted")
    assert (draft.latest.as_written, draft.latest.value) == ("85%", Decimal(85))
    assert (draft.latest.value_status, draft.latest.comment) == ("estimate", "Counted early")
    assert draft.standing is None


@pytest.mark.shows("N9", "N13", "N21", "N22", "N23", "N26", "N29")
@pytest.mark.parametrize(
    "typed, value",
    [
        pytest.param("４５", 45, id="full-width"),
        pytest.param("45 %", 45, id="spaced"),
        pytest.param("+7", 7, id="plus"),
        pytest.param("36 of 80", 45, id="share"),
        pytest.param(".5", Decimal("0.5"), id="bare-point"),
        pytest.param("12.8", Decimal("12.8"), id="decimal"),
    ],
)
def test_value_is_read_as_in_the_grid(bins, typed, value):
    applied("returns", csv(HEADER, row(typed)))

    assert (Return.objects.get().latest.as_written, Return.objects.get().latest.value) == (typed, value)


@pytest.mark.shows("N51")
@pytest.mark.parametrize(
    "cell, value",
    [
        pytest.param(said("12 "), 12, id="text-with-a-blank"),
        pytest.param(number("0.45", PER_CENT), 45, id="formatted-as-per-cent"),
        pytest.param(number("45"), 45, id="plain-number"),
        pytest.param(f'<c s="{PER_CENT}"><f>A1/B1</f><v>0.5</v></c>', 50, id="formula-with-its-value"),
    ],
)
def test_cell_of_a_workbook_is_the_number_it_shows(bins, cell, value):
    head = [said(word) for word in ("Reference", "Period", "Value")]
    content = workbook(rows(head, [said("BV 1"), said("Q2 2026/27"), cell]))

    applied("returns", content, name="returns.xlsx")

    assert Return.objects.get().latest.value == value


@pytest.mark.shows("FILE-51", "N1", "N2")
def test_blank_value_leaves_things_as_they_are_and_nought_is_a_value(bins):
    blank = planned("returns", csv(HEADER, row("")))
    applied("returns", csv(HEADER, row("0")))

    assert effects(blank) == [(2, "unchanged")]
    assert Return.objects.get().latest.value == 0


@pytest.mark.shows("S2-10")
def test_ditto_keeps_its_word_and_what_it_stands_for(service, bins):
    IndicatorFactory(service=service, reference="BV 2", title="Bins missed")

    applied("returns", csv(HEADER, row("50", "", "Snow"), row("60", "", "Ditto", reference="BV 2")))

    latest = Return.objects.get(indicator__reference="BV 2").latest
    assert (latest.comment, latest.comment_resolved) == ("Ditto", "Snow")


@pytest.mark.shows("FILE-50")
def test_draft_that_says_the_same_changes_nothing(bins, period, officer):
    lives.drafted(bins, period, "45%", by=officer, comment="Late")

    assert effects(planned("returns", csv(HEADER, row("45", "Actual", "Late")))) == [(2, "unchanged")]


def test_draft_is_changed_where_the_file_says_otherwise(bins, period, officer):
    draft = lives.drafted(bins, period, "45%", by=officer, comment="Late")

    plan = planned("returns", csv(HEADER, row("50%", "Estimate", "")))
    applied("returns", csv(HEADER, row("50%", "Estimate", "")))

    draft.refresh_from_db()
    assert differences(plan) == [[("Value", "45%", "50%"), ("Value is", "Actual", "Estimate")]]
    assert (draft.latest.value, draft.latest.comment, draft.latest.number) == (50, "Late", 2)


def test_value_becomes_not_known_with_its_reason(bins, period, officer):
    draft = lives.drafted(bins, period, "45%", by=officer)

    applied("returns", csv(HEADER, row("Not known", "", "The survey failed")))

    draft.refresh_from_db()
    assert (draft.latest.known, draft.latest.value) == ("not_known", None)


@pytest.mark.shows("N15")
def test_slip_of_the_decimal_point_is_remarked_on(bins):
    lives.signed_off(bins, lives.quarter(1), "45")

    (change,) = planned("returns", csv(HEADER, row("0.45"))).changes

    assert "45" in change.notices[0]


@pytest.mark.shows("F19", "F24")
def test_year_end_forecast_comes_in_with_its_return(bins, period):
    applied("returns", csv(f"{HEADER},Estimated outturn", row("85%", "Actual", "Counted", "88%")))

    latest = Return.objects.get().latest
    assert (latest.forecast_as_written, latest.forecast_value) == ("88%", 88)
    assert differences(planned("returns", csv(f"{HEADER},Year-end forecast", row("", "", "", "90%")))) == [
        [("Year-end forecast", "88%", "90%")]
    ]


def test_year_end_forecast_that_cannot_be_read_is_refused_in_its_own_cell(bins, period):
    plan = planned("returns", csv(f"{HEADER},Year-end forecast", row("85%", "", "", "much better")))

    assert [(problem.row, problem.column) for problem in plan.problems] == [(2, 7)]

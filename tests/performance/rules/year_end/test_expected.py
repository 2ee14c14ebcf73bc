"""What a year may end at: the method in words, the range, and honest silence where the figures say too little."""

from dataclasses import replace
from decimal import Decimal

import pytest

from performance.choices import ValueKind
from performance.rules.year_end import expected
from tests.performance.rules.year_end.years import (
    CUMULATIVE,
    LATEST,
    MEAN,
    RUNNING_SHARE,
    SUM,
    WEIGHTED,
    year,
)

LAST_YEAR = {"name": "2025/26"}


@pytest.mark.parametrize(
    "how, years, value, words",
    [
        pytest.param(
            SUM,
            [year(10, 20, 30, 40, **LAST_YEAR), year(20, 40)],
            200,
            "The rest of the year as it was in 2025/26, at this year’s pace.",
            id="sum after a whole year",
        ),
        pytest.param(
            SUM,
            [year(20, 40)],
            120,
            "This year’s pace so far, carried on to the end of the year.",
            id="sum without one",
        ),
        pytest.param(
            SUM,
            [year(10, None, 30, 40, **LAST_YEAR), year(20, 40)],
            120,
            "This year’s pace so far, carried on to the end of the year.",
            id="a year with a gap is no whole year",
        ),
        pytest.param(
            SUM,
            [year(10, 30, 30, 30, **LAST_YEAR), year(None, 60)],
            200,
            "The rest of the year as it was in 2025/26, at this year’s pace.",
            id="a gap of this year is filled at its pace",
        ),
        pytest.param(
            SUM,
            [year(0, 0, 3, 3, **LAST_YEAR), year(1, 1)],
            8,
            "The rest of the year as it was in 2025/26, too little coming so early to tell a pace by.",
            id="nought by now last year",
        ),
        pytest.param(
            SUM,
            [year(2, 8, 40, 50, **LAST_YEAR), year(4, 16)],
            110,
            "The rest of the year as it was in 2025/26, too little coming so early to tell a pace by.",
            id="a tenth by now last year",
        ),
        pytest.param(
            CUMULATIVE,
            [year(10, 30, 60, 100, **LAST_YEAR), year(20, 60)],
            200,
            "The rest of the year as it was in 2025/26, at this year’s pace.",
            id="cumulative",
        ),
        pytest.param(
            MEAN,
            [year(10, 10, 14, 14, **LAST_YEAR), year(20, 20)],
            22,
            "The mean so far, moved as far as it still moved from here to the end of the year in 2025/26.",
            id="mean",
        ),
        pytest.param(
            WEIGHTED,
            [year("10/20", "10/20", "30/40", "30/40", **LAST_YEAR), year("12/20", "12/20")],
            "76.6666666667",
            "The mean so far, moved as far as it still moved from here to the end of the year in 2025/26.",
            id="weighted",
        ),
        pytest.param(
            SUM,
            [year(10, 10, 10, 10, name="2024/25"), year(10, 10, 20, 20, **LAST_YEAR), year(30, 30)],
            150,
            "The rest of the year as it was on average in 2 whole years to 2025/26, at this year’s pace.",
            id="sum after two whole years",
        ),
        pytest.param(
            LATEST,
            [year(50, 60, 70, 70, name="2024/25"), year(50, 60, 70, 90, **LAST_YEAR), year(55, 62)],
            82,
            "The latest value, moved as far as it still moved from here to the end of the year on average in 2 whole "
            "years to 2025/26.",
            id="latest after two",
        ),
        pytest.param(MEAN, [year(20, 30)], 25, "The mean so far, taken to stay as it is.", id="mean alone"),
        pytest.param(
            LATEST,
            [year(50, 60, 70, 90, **LAST_YEAR), year(55, 62)],
            92,
            "The latest value, moved as far as it still moved from here to the end of the year in 2025/26.",
            id="latest",
        ),
        pytest.param(
            RUNNING_SHARE,
            [year(28, 56, 84, 97, **LAST_YEAR), year(29, 57)],
            98,
            "The latest value, moved as far as it still moved from here to the end of the year in 2025/26.",
            id="a share from the start of the year",
        ),
    ],
)
def test_year_is_carried_on_by_a_method_that_is_said(how, years, value, words):
    found = expected(years, how)

    assert (found.value.quantize(Decimal("0.0001")), found.words) == (
        Decimal(value).quantize(Decimal("0.0001")),
        words,
    )


@pytest.mark.parametrize(
    "how, years, words",
    [
        pytest.param(
            SUM,
            [year(7)],
            "One value is too few to forecast from: it takes two at least.",
            id="a series with one point",
        ),
        pytest.param(SUM, [year()], "Nothing of the year is known yet.", id="nothing known"),
        pytest.param(
            SUM,
            [year(1, 2, 3, 4, **LAST_YEAR), year()],
            "Nothing of the year is known yet.",
            id="only the year before",
        ),
        pytest.param(
            RUNNING_SHARE,
            [year(28, 56)],
            "A share that counts from the start of the year can only be carried on as a whole year before it went, "
            "and none is there to compare with.",
            id="a running share of a first year",
        ),
        *[
            pytest.param(
                replace(LATEST, kind=kind),
                [year(1, 2)],
                "The product forecasts figures only, and this is said in words.",
                id=str(kind),
            )
            for kind in (ValueKind.YES_NO, ValueKind.LEVEL, ValueKind.DATE, ValueKind.MILESTONE)
        ],
    ],
)
def test_where_nothing_can_be_forecast_it_says_why(how, years, words):
    found = expected(years, how)

    assert (found.value, found.low, found.high, found.words) == (None, None, None, words)


@pytest.mark.parametrize("how", [SUM, MEAN, WEIGHTED, CUMULATIVE, LATEST])
def test_complete_year_is_its_outturn_and_has_no_range(how):
    found = expected([year(10, 20, 30, 40)], how)

    assert (found.is_outturn, found.low, found.high, found.spread) == (True, None, None, None)


@pytest.mark.parametrize("kind", [ValueKind.YES_NO, ValueKind.LEVEL, ValueKind.DATE])
def test_complete_year_in_words_is_its_outturn_too(kind):
    assert expected([year(1, 2, 2, 3)], replace(LATEST, kind=kind)).is_outturn


def test_range_rests_on_the_differences_from_the_year_before():
    years = [year(10, 20, 30, 40), year(11, 21, 33, 41, **LAST_YEAR), year(12, 24)]

    found = expected(years, SUM)

    # The differences are 1, 1, 3, 1, 1, 3: moving ranges 0, 2, 2, 0, 2, so 1.2 on average and 1.0638 as deviation.
    # After two years each open period has 1.0638 times the root of three quarters; two are open and two are known.
    assert round(found.value, 2) == Decimal("119.61")
    assert round(found.spread, 4) == Decimal("1.8426")
    assert (round(found.low, 2), round(found.high, 2)) == (Decimal("117.25"), Decimal("121.97"))


@pytest.mark.parametrize(
    "years, words",
    [
        pytest.param(
            [year(10, 20)], "There are too few values for a range: it takes six, one after another.", id="two"
        ),
        pytest.param(
            [year(10, None, 12, None, name="2024/25"), year(10, None, 12, None, **LAST_YEAR), year(10, 20)],
            "There are too few values for a range: it takes six, one after another.",
            id="full of gaps",
        ),
        pytest.param(
            [year(5, 5, 5, 5, **LAST_YEAR), year(5, 5)],
            "The values have not varied so far, so nothing tells how far from this the year may end.",
            id="all equal",
        ),
    ],
)
def test_forecast_without_a_range_says_why(years, words):
    found = expected(years, SUM)

    assert (found.value is not None, found.low, found.spread, found.range_words) == (True, None, None, words)


def test_range_never_begins_below_what_is_counted_already():
    years = [year(0, 9, 1, 0, name="2024/25"), year(8, 0, 0, 9, **LAST_YEAR), year(3, 3, 3)]

    found = expected(years, SUM)

    assert (found.low, found.floor) == (9, 9)
    assert found.range_words == "The range begins at what is counted already."


def test_what_can_be_taken_away_again_has_no_floor():
    found = expected([year(5, -2, 3, 1, **LAST_YEAR), year(4, 2, 3)], SUM)

    assert found.floor is None


def test_share_ends_within_nought_and_a_hundred():
    years = [year(99, 90, 98, 85, name="2024/25"), year(92, 99, 88, 99, **LAST_YEAR), year(99)]

    found = expected(years, LATEST_SHARE)

    assert found.high == 100
    assert found.range_words == "The range ends at the most it can be."


LATEST_SHARE = replace(LATEST, kind=ValueKind.PERCENTAGE)

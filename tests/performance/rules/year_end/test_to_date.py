"""What a year comes to so far, by each method, and what is said to be missing."""

from dataclasses import replace
from decimal import Decimal

import pytest

from performance.choices import ValueKind, YearToDate
from performance.rules.year_end import usual_method, year_to_date
from tests.performance.rules.year_end.years import (
    CUMULATIVE,
    LATEST,
    MEAN,
    RUNNING_SHARE,
    SUM,
    WEIGHTED,
    year,
)


@pytest.mark.shows("F18")
@pytest.mark.parametrize(
    "how, values, figure, words",
    [
        pytest.param(SUM, (10, 20, 30), 60, "The sum of 3 quarters.", id="sum"),
        pytest.param(
            SUM,
            (10, None, 30),
            40,
            "The sum of 2 of 3 quarters; Quarter 2 is not known.",
            id="sum with a gap",
        ),
        pytest.param(
            CUMULATIVE,
            (10, 25),
            25,
            "Counted from the start of the year to the end of Quarter 2.",
            id="cumulative",
        ),
        pytest.param(
            CUMULATIVE,
            (10, 25, None),
            25,
            "Counted from the start of the year to the end of Quarter 2; Quarter 3 is not known.",
            id="cumulative with the newest missing",
        ),
        pytest.param(
            CUMULATIVE,
            (None, 25),
            25,
            "Counted from the start of the year to the end of Quarter 2.",
            id="cumulative with an older one missing",
        ),
        pytest.param(LATEST, (90, 70), 70, "The latest value, that of Quarter 2.", id="latest"),
        pytest.param(MEAN, (10, 20), 15, "The mean of 2 quarters.", id="mean"),
        pytest.param(MEAN, (10,), 10, "The mean of 1 quarter.", id="mean of one"),
        pytest.param(
            WEIGHTED, ("1/10", "45/90"), 46, "46 of 100, all of 2 quarters together.", id="weighted"
        ),
        pytest.param(
            WEIGHTED,
            ("1/10", None, "45/90"),
            46,
            "46 of 100, all of 2 of 3 quarters together; Quarter 2 is not known.",
            id="weighted with a gap",
        ),
        pytest.param(
            WEIGHTED,
            ("45/90", 70),
            60,
            "The mean of 2 quarters, not weighted because Quarter 2 has no numerator and denominator.",
            id="weights missing",
        ),
        pytest.param(SUM, (), None, "Nothing of the year is known yet.", id="year just begun"),
        pytest.param(SUM, (None, None), None, "Nothing of the year is known yet.", id="nothing known"),
        pytest.param(SUM, (0,), 0, "The sum of 1 quarter.", id="nought is known"),
    ],
)
def test_year_to_date_by_its_method_with_what_is_missing(how, values, figure, words):
    found = year_to_date(year(*values), how)

    assert (found.value, found.words) == (None if figure is None else Decimal(figure), words)


@pytest.mark.parametrize(
    "how, value, figure, words",
    [
        pytest.param(SUM, 10, 10, "", id="sum"),
        pytest.param(MEAN, 10, 10, "", id="mean"),
        pytest.param(LATEST, 10, 10, "", id="latest"),
        pytest.param(CUMULATIVE, 10, 10, "", id="cumulative"),
        pytest.param(WEIGHTED, "45/90", 50, "45 of 90.", id="weighted"),
        pytest.param(SUM, None, None, "Nothing of the year is known yet.", id="nothing known"),
    ],
)
def test_yearly_value_is_put_together_by_no_method(how, value, figure, words):
    found = year_to_date(year(value, parts=1), replace(how, noun="year"))

    assert (found.value, found.words) == (figure, words)


@pytest.mark.parametrize(
    "kind, is_cumulative, has_counts, method",
    [
        pytest.param(ValueKind.COUNT, False, False, YearToDate.SUM, id="counts add up"),
        pytest.param(ValueKind.MONEY, False, False, YearToDate.SUM, id="so does money"),
        pytest.param(ValueKind.COUNT, True, False, YearToDate.LATEST, id="from the start of the year"),
        pytest.param(ValueKind.PERCENTAGE, False, True, YearToDate.WEIGHTED, id="share with its counts"),
        pytest.param(ValueKind.PERCENTAGE, False, False, YearToDate.MEAN, id="share without them"),
        pytest.param(ValueKind.DURATION, False, False, YearToDate.MEAN, id="duration"),
        pytest.param(ValueKind.YES_NO, False, False, YearToDate.LATEST, id="words"),
    ],
)
def test_each_kind_has_its_usual_method(kind, is_cumulative, has_counts, method):
    assert usual_method(kind, is_cumulative=is_cumulative, has_counts=has_counts) == method


def test_running_share_is_read_as_it_stands():
    assert year_to_date(year(80, 82), RUNNING_SHARE).value == 82

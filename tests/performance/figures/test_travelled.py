"""The short direction of travel of totals that count from the start of the year."""

import pytest

from performance.choices import Direction, Travel, ValueKind, ValueStatus
from performance.figures.assessment import Entry, assess
from performance.figures.context import Before, rating_contexts, with_before
from performance.models import IndicatorDefinition, Revision
from tests.performance import lives


def total(service, **more):
    """A count from the start of the year, with 80 as the target of each."""
    return lives.measured(service, **({"value_kind": ValueKind.COUNT, "is_cumulative": True} | more))


def went(indicator, *values, then, now):
    """The short travel of `now` after values of quarters in a row, oldest first, that begin with `then`."""
    year, number = then
    for value in values:
        if value is not None:
            lives.signed_off(indicator, lives.quarter(number, year), value)
        year, number = (year + 1, 1) if number == 4 else (year, number + 1)
    return lives.assessed(indicator, lives.quarter(number, year), now).travel_short


@pytest.mark.shows("F41")
@pytest.mark.parametrize(
    "values, then, now, gone",
    [
        pytest.param(["20"], (2026, 1), "30", Travel.WORSE, id="ten more after twenty"),
        pytest.param(["20"], (2026, 1), "40", Travel.SAME, id="as many again"),
        pytest.param(["20", "45"], (2026, 1), "75", Travel.BETTER, id="thirty more after twenty-five"),
        pytest.param(["20", "45"], (2026, 1), "45", Travel.WORSE, id="none more"),
        pytest.param(
            ["70", "80"], (2025, 3), "15", Travel.BETTER, id="a first quarter beside what a last one added"
        ),
        pytest.param(["50", "80"], (2025, 3), "15", Travel.WORSE, id="a first quarter of fewer"),
        pytest.param(["80"], (2025, 4), "15", Travel.UNKNOWN, id="what the last one added is not known"),
        pytest.param(["45"], (2026, 2), "75", Travel.UNKNOWN, id="what the second one added is not known"),
        pytest.param(["20", None], (2026, 1), "75", Travel.UNKNOWN, id="a gap"),
        pytest.param([], (2026, 1), "20", Travel.UNKNOWN, id="the first of all"),
    ],
)
def test_totals_travel_by_what_each_period_added(values, then, now, gone, service):
    assert went(total(service), *values, then=then, now=now) == gone


@pytest.mark.parametrize(
    "more, now, gone",
    [
        pytest.param({"direction": Direction.LOWER}, "30", Travel.BETTER, id="fewer is better"),
        pytest.param({"direction": Direction.NEITHER}, "30", Travel.DOWN, id="neither is better"),
        pytest.param({"value_kind": ValueKind.PERCENTAGE}, "30", Travel.UNKNOWN, id="a running share"),
        pytest.param({"is_cumulative": False}, "30", Travel.BETTER, id="no total"),
    ],
)
def test_direction_and_kind_tell_what_a_smaller_addition_is(more, now, gone, service):
    assert went(total(service, **more), "20", then=(2026, 1), now=now) == gone


@pytest.mark.parametrize("status", [ValueStatus.FORECAST, ValueStatus.CARRIED_FORWARD])
def test_forecast_or_value_carried_forward_added_nothing_that_is_known(service, status):
    indicator = total(service)
    lives.signed_off(indicator, lives.quarter(1), "20")

    found = lives.assessed(indicator, lives.quarter(2), "80", value_status=status)

    assert found.travel_short == Travel.UNKNOWN


def test_long_travel_of_a_total_is_against_the_same_point_last_year(service):
    indicator = total(service)
    lives.signed_off(indicator, lives.quarter(2, 2025), "40")

    assert lives.assessed(indicator, lives.quarter(2), "30").travel_long == Travel.WORSE


def test_totals_before_a_break_in_the_series_are_not_compared(service):
    indicator = total(service)
    lives.signed_off(indicator, lives.quarter(1), "20")
    IndicatorDefinition.objects.create(
        wording="Otherwise",
        indicator=indicator,
        number=2,
        breaks_series=True,
        starts_on=lives.quarter(2).starts_on,
    )

    assert lives.assessed(indicator, lives.quarter(2), "60").travel_short == Travel.UNKNOWN


def test_figures_that_will_stand_before_it_count_too(service):
    indicator, second, third = total(service), lives.quarter(2), lives.quarter(3)
    lives.signed_off(indicator, lives.quarter(1), "20")
    context = rating_contexts([indicator], third)[indicator.pk]
    coming = Before(second, Revision(value=45, known="known"), is_comparable=True)

    found = assess(with_before(context, [coming]), Entry(as_written="75"))

    assert found.travel_short == Travel.BETTER

"""The chance in words, and what an officer's forecast is asked about."""

from decimal import Decimal

import pytest

from performance.choices import Chance, Direction, RuleBasis, ValueKind
from performance.rules.distance import Aim
from performance.rules.year_end import (
    Forecast,
    disagreement,
    expected,
    forecast_doubts,
    is_missed,
    outlook,
    speaks_beside,
)
from tests.performance.rules.year_end.years import SUM, year

D = Decimal
HIGHER, LOWER, RANGE = Direction.HIGHER, Direction.LOWER, Direction.RANGE


def about(value, spread=10, **more):
    """A forecast with so wide a spread."""
    return Forecast(D(value), "By some method.", spread=D(spread), **more)


@pytest.mark.parametrize(
    "value, chance",
    [
        pytest.param("112.9", Chance.VERY_LIKELY, id="90 in 100"),
        pytest.param("112.7", Chance.LIKELY, id="just below 90 in 100"),
        pytest.param("104.2", Chance.LIKELY, id="66 in 100"),
        pytest.param("104.0", Chance.EVEN, id="just below 66 in 100"),
        pytest.param("100", Chance.EVEN, id="as likely as not"),
        pytest.param("95.7", Chance.EVEN, id="33 in 100"),
        pytest.param("95.5", Chance.UNLIKELY, id="just below 33 in 100"),
        pytest.param("87.3", Chance.UNLIKELY, id="just above 10 in 100"),
        pytest.param("87.1", Chance.VERY_UNLIKELY, id="10 in 100"),
    ],
)
def test_chance_follows_the_published_scale(value, chance):
    assert outlook(about(value), Aim(low=D(100)), HIGHER).chance == chance


def test_lower_is_better_is_the_mirror_of_it():
    assert outlook(about("87.1"), Aim(high=D(100)), LOWER).chance == Chance.VERY_LIKELY
    assert outlook(about("112.9"), Aim(high=D(100)), LOWER).chance == Chance.VERY_UNLIKELY


def test_range_is_met_between_its_ends():
    inside = outlook(about(50, 5), Aim(low=D(40), high=D(60)), RANGE)
    at_its_end = outlook(about(60, 5), Aim(low=D(40), high=D(60)), RANGE)

    assert (inside.chance, at_its_end.chance) == (Chance.VERY_LIKELY, Chance.EVEN)


@pytest.mark.parametrize(
    "forecast, aim, direction, why",
    [
        pytest.param(
            about(50),
            Aim(low=D(10)),
            Direction.NEITHER,
            "This is for information: neither higher nor lower is better.",
            id="neither",
        ),
        pytest.param(
            about(50), Aim(), HIGHER, "There is no target for the year in a figure.", id="no target"
        ),
        pytest.param(Forecast(None, "Too little."), Aim(low=D(10)), HIGHER, "Too little.", id="no forecast"),
        pytest.param(
            Forecast(D(50), "So.", range_words="No range."),
            Aim(low=D(10)),
            HIGHER,
            "No range.",
            id="no range",
        ),
    ],
)
def test_chance_that_cannot_be_said_says_why(forecast, aim, direction, why):
    found = outlook(forecast, aim, direction)

    assert (found.chance, found.why) == (Chance.UNKNOWN, why)


@pytest.mark.parametrize(
    "values, aim, direction, chance",
    [
        pytest.param((10, 10, 10, 10), Aim(low=D(40)), HIGHER, Chance.MET, id="complete and met"),
        pytest.param((10, 10, 10, 9), Aim(low=D(40)), HIGHER, Chance.NOT_MET, id="complete and not met"),
        pytest.param((10, 30), Aim(low=D(40)), HIGHER, Chance.MET, id="reached already"),
        pytest.param((10, 31), Aim(high=D(40)), LOWER, Chance.NOT_MET, id="past what is allowed"),
        pytest.param((0, 1), Aim(high=D(0)), LOWER, Chance.NOT_MET, id="one case and a target of nought"),
        pytest.param((0, 0), Aim(high=D(0)), LOWER, Chance.UNKNOWN, id="none yet and a target of nought"),
        pytest.param((0, 0, 0, 0), Aim(high=D(0)), LOWER, Chance.MET, id="none all year"),
        pytest.param((10,), Aim(low=D(40)), HIGHER, Chance.UNKNOWN, id="a series with one point"),
    ],
)
def test_what_is_counted_already_settles_the_chance(values, aim, direction, chance):
    assert outlook(expected([year(*values)], SUM), aim, direction).chance == chance


@pytest.mark.parametrize(
    "forecast, so_far, sentences",
    [
        pytest.param(
            300,
            320,
            ["The year-end forecast of 300 is less than the 320 counted so far."],
            id="below the year to date",
        ),
        pytest.param(320, 320, [], id="just what is counted"),
        pytest.param(None, 320, [], id="none"),
        pytest.param(300, None, [], id="a year that does not add up"),
    ],
)
def test_forecast_below_what_is_counted_is_asked_about(forecast, so_far, sentences):
    given = None if forecast is None else D(forecast)
    counted = None if so_far is None else D(so_far)

    assert forecast_doubts(given, kind=ValueKind.COUNT, unit="", so_far=counted) == sentences


@pytest.mark.parametrize(
    "officers, begins",
    [
        pytest.param(89, "The two disagree: the service expects 89%, which is less than", id="below"),
        pytest.param(111, "The two disagree: the service expects 111%, which is more than", id="above"),
        pytest.param(90, "", id="on the edge"),
        pytest.param(None, "", id="no officer’s forecast"),
    ],
)
def test_disagreement_is_a_sentence(officers, begins):
    found = about(100, low=D(90), high=D(110))

    said = disagreement(
        None if officers is None else D(officers), found, says=f"{officers}%", low="90%", high="110%"
    )

    assert said.startswith(begins)
    assert bool(said) == bool(begins)


@pytest.mark.parametrize(
    "basis, direction, has_target, has_forecast, missed",
    [
        pytest.param(
            RuleBasis.FORECAST, HIGHER, True, False, True, id="rated on a forecast that is not there"
        ),
        pytest.param(RuleBasis.FORECAST, HIGHER, True, True, False, id="it is there"),
        pytest.param(RuleBasis.FORECAST, HIGHER, False, False, False, id="nothing to rate it by"),
        pytest.param(RuleBasis.FORECAST, Direction.NEITHER, True, False, False, id="for information"),
        pytest.param(RuleBasis.POINTS, HIGHER, True, False, False, id="another rule"),
    ],
)
def test_forecast_is_missed_only_where_the_rule_rates_it(basis, direction, has_target, has_forecast, missed):
    assert (
        is_missed(basis=basis, direction=direction, has_target=has_target, has_forecast=has_forecast)
        is missed
    )


def test_milestone_and_finished_year_carry_no_forecast():
    assert speaks_beside(ValueKind.COUNT, ends_the_year=False)
    assert not speaks_beside(ValueKind.COUNT, ends_the_year=True)
    assert not speaks_beside(ValueKind.MILESTONE, ends_the_year=False)

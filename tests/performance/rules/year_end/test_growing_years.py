"""Years that grow by a tenth each, with seasons: their outturn lies in the range, and no chance is turned about."""

from decimal import Decimal
from random import Random

import pytest

from performance.choices import Chance, Direction
from performance.rules.distance import Aim
from performance.rules.year_end import expected, outlook
from performance.rules.year_end.spread import past_misses
from tests.performance.rules.year_end.years import CUMULATIVE, SUM, year

SEASONS = (Decimal("0.238"), Decimal("0.25"), Decimal("0.23"), Decimal("0.282"))
BACK = 5
QUARTERS = (1, 2, 3)


def growing(*, chance, seed=1, years=16):
    """Whole years of quarters, each year a tenth above the one before; `chance` in 100 is one standard deviation."""
    dice = Random(seed)
    return [
        [
            round(100_000 * Decimal("1.1") ** number * share * (100 + Decimal(dice.gauss(0, chance))) / 100)
            for share in SEASONS
        ]
        for number in range(years)
    ]


def running(values):
    return [sum(values[:end]) for end in range(1, len(values) + 1)]


def told(years, number, quarters, how):
    """The forecast of one of the years after so many quarters, from the five before it."""
    shown = running if how.is_cumulative else list
    before = [year(*shown(each), name=str(place)) for place, each in enumerate(years[:number])][-BACK:]
    return expected([*before, year(*shown(years[number])[:quarters])], how)


@pytest.mark.parametrize("how", [SUM, CUMULATIVE], ids=["sum", "cumulative"])
@pytest.mark.parametrize("quarters", QUARTERS)
@pytest.mark.parametrize("chance", [0, 2, 5])
def test_outturn_lies_in_the_range_in_seven_years_of_ten_or_more(chance, quarters, how):
    held = []
    for seed in range(5):
        years = growing(chance=chance, seed=seed)
        for number in range(BACK, len(years)):
            found = told(years, number, quarters, how)
            held.append(found.low <= sum(years[number]) <= found.high)

    assert sum(held) >= len(held) * 0.7


@pytest.mark.parametrize("share", ["0.95", "0.98", "1", "1.02", "1.05"])
def test_chance_never_turns_about_on_figures_that_grow_evenly(share):
    for seed in range(5):
        years = growing(chance=1, seed=seed)
        for number in range(BACK, len(years)):
            aim = Aim(low=sum(years[number]) * Decimal(share))
            chances = {
                outlook(told(years, number, quarters, SUM), aim, Direction.HIGHER).chance
                for quarters in QUARTERS
            }
            assert not {Chance.VERY_UNLIKELY, Chance.VERY_LIKELY} <= chances


def test_range_reaches_as_far_as_the_method_ever_missed_at_this_point():
    before = [
        year(10, 10, 10, 10, name="2023/24"),
        year(10, 20, 20, 20, name="2024/25"),
        year(10, 15, 15, 15, name="2025/26"),
    ]
    this = year(12)

    found = expected([*before, this], SUM)

    assert past_misses([*before, this], SUM) == [30, 0]
    assert found.high - found.value >= 30


def test_first_whole_year_alone_shows_no_misses():
    assert past_misses([year(10, 10, 10, 10, name="2025/26"), year(12)], SUM) == []

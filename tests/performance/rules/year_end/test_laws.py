"""Laws that year-end figures keep, whatever the values."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from performance.choices import Chance, Direction
from performance.rules.distance import Aim
from performance.rules.year_end import Part, Year, expected, outlook, year_to_date
from tests.performance.rules.year_end.years import CUMULATIVE, LATEST, MEAN, SUM, WEIGHTED

VALUE = st.decimals(min_value=0, max_value=10**6, places=2)
MAYBE = st.none() | VALUE
HOW = st.sampled_from([SUM, MEAN, LATEST, CUMULATIVE])
ORDER = [
    Chance.NOT_MET,
    Chance.VERY_UNLIKELY,
    Chance.UNLIKELY,
    Chance.EVEN,
    Chance.LIKELY,
    Chance.VERY_LIKELY,
    Chance.MET,
]
NEARLY = Decimal("0.0000001")


def of(values, ended=None):
    parts = [Part(f"Quarter {number}", value) for number, value in enumerate(values, start=1)]
    parts += [Part(f"Quarter {number}") for number in range(len(values) + 1, 5)]
    return Year(tuple(parts), len(values) if ended is None else ended, "2026/27")


YEARS = st.lists(st.lists(MAYBE, min_size=4, max_size=4), max_size=3)


@given(YEARS, st.lists(MAYBE, min_size=1, max_size=4), HOW)
def test_forecast_lies_in_its_range_and_never_below_what_is_counted(before, values, how):
    found = expected([*map(of, before), of(values)], how)
    if found.low is not None:
        assert found.low <= found.value <= found.high
    if found.floor is not None:
        assert found.value >= found.floor - NEARLY


@given(YEARS, st.lists(MAYBE, min_size=1, max_size=3), st.data(), st.sampled_from([SUM, MEAN, LATEST]))
def test_higher_value_never_lowers_the_forecast(before, values, data, how):
    place = data.draw(st.integers(0, len(values) - 1))
    assume(values[place] is not None)
    higher = [*values]
    higher[place] += data.draw(VALUE)
    years = [of(each) for each in before]

    low, high = expected([*years, of(values)], how).value, expected([*years, of(higher)], how).value

    assert (low is None) == (high is None)
    assert low is None or high >= low - NEARLY


@given(st.lists(VALUE, min_size=4, max_size=4), HOW, YEARS)
def test_complete_year_is_forecast_as_what_it_came_to(values, how, before):
    this = of(values)
    found = expected([*map(of, before), this], how)

    assert (found.value, found.low, found.high) == (year_to_date(this, how).value, None, None)
    assert found.is_outturn


SHARES = st.lists(
    st.tuples(st.integers(0, 500), st.integers(1, 500)).map(lambda pair: (min(pair), max(pair))),
    min_size=1,
    max_size=4,
)


@given(SHARES, st.randoms())
def test_order_of_the_periods_does_not_matter_to_a_sum_or_a_weighted_mean(shares, chance):
    parts = [
        Part("A quarter", Decimal(above) * 100 / below, Decimal(above), Decimal(below))
        for above, below in shares
    ]
    turned = [*parts]
    chance.shuffle(turned)
    for how in (SUM, MEAN, WEIGHTED):
        one, other = (year_to_date(Year(tuple(each), len(each)), how).value for each in (parts, turned))
        assert abs(one - other) < NEARLY


@given(SHARES)
def test_weighted_mean_lies_between_its_values_and_is_the_share_of_the_whole(shares):
    parts = [
        Part("A quarter", Decimal(above) * 100 / below, Decimal(above), Decimal(below))
        for above, below in shares
    ]
    found = year_to_date(Year(tuple(parts), len(parts)), WEIGHTED).value
    whole = Decimal(100 * sum(above for above, _ in shares)) / sum(below for _, below in shares)

    assert abs(found - whole) < NEARLY
    values = [part.value for part in parts]
    assert min(values) - NEARLY <= found <= max(values) + NEARLY


@given(YEARS, st.lists(MAYBE, min_size=1, max_size=4), HOW, VALUE, VALUE)
def test_easier_target_is_never_the_less_likely(before, values, how, one, other):
    found = expected([*map(of, before), of(values)], how)
    easy, hard = sorted([one, other])

    chances = [outlook(found, Aim(low=goal), Direction.HIGHER).chance for goal in (hard, easy)]

    if Chance.UNKNOWN not in chances:
        assert ORDER.index(chances[0]) <= ORDER.index(chances[1])


@given(st.lists(VALUE, min_size=1, max_size=4))
def test_unknown_period_is_never_counted_as_nought(values):
    with_gap = of([*values[:-1], None])

    assert year_to_date(with_gap, replace(MEAN)).value == (
        None if len(values) == 1 else year_to_date(of(values[:-1]), MEAN).value
    )

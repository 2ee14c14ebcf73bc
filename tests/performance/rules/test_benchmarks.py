from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance.choices import Direction, ValueKind
from performance.rules.benchmarks import TopQuarter, compare

D = Decimal
FIGURES = st.decimals(min_value=-(10**6), max_value=10**6, places=4)


@pytest.mark.shows("S2-27", "F32")
def test_council_past_the_threshold_is_in_the_top_quarter_and_never_below_it():
    compared = compare(D("2"), TopQuarter(D("1"), "Level 1"), Direction.HIGHER, kind=ValueKind.LEVEL)
    assert compared.is_in_top is True
    assert compared.sentence == "In the top quarter: Level 1 or better."


@pytest.mark.shows("F32", "S2-05")
@pytest.mark.parametrize(
    "value, top, direction, kind, unit, in_top, short, sentence",
    [
        pytest.param(
            D("60"),
            TopQuarter(D("70"), year="2000/01", group="unitary councils"),
            Direction.HIGHER,
            ValueKind.PERCENTAGE,
            "",
            False,
            D("10"),
            "Short of the top quarter by 10 points: 70% or better (unitary councils, 2000/01).",
            id="short of it",
        ),
        pytest.param(
            D("43"),
            TopQuarter(D("43"), year="2000/01"),
            Direction.HIGHER,
            ValueKind.PERCENTAGE,
            "",
            True,
            D("0"),
            "In the top quarter: 43% or better (2000/01).",
            id="on the threshold",
        ),
        pytest.param(
            D("9"),
            TopQuarter(D("10")),
            Direction.LOWER,
            ValueKind.DURATION,
            "days",
            True,
            D("0"),
            "In the top quarter: 10 days or better.",
            id="lower is better",
        ),
        pytest.param(
            D("12"),
            TopQuarter(D("10")),
            Direction.LOWER,
            ValueKind.DURATION,
            "days",
            False,
            D("2"),
            "Short of the top quarter by 2 days: 10 days or better.",
            id="lower is better, short of it",
        ),
        pytest.param(
            D("0"),
            TopQuarter(D("1")),
            Direction.HIGHER,
            ValueKind.YES_NO,
            "",
            False,
            D("1"),
            "Short of the top quarter: Yes.",
            id="an answer has no distance",
        ),
        pytest.param(
            None,
            TopQuarter(D("70")),
            Direction.HIGHER,
            ValueKind.PERCENTAGE,
            "",
            None,
            None,
            "There is no value to compare with the top quarter: 70% or better.",
            id="no value",
        ),
        pytest.param(
            D("60"),
            TopQuarter(D("70"), group="all councils"),
            Direction.NEITHER,
            ValueKind.PERCENTAGE,
            "",
            None,
            None,
            "Top 25%: 70% (all councils).",
            id="neither way is better",
        ),
    ],
)
def test_value_beside_the_published_threshold(value, top, direction, kind, unit, in_top, short, sentence):
    compared = compare(value, top, direction, kind=kind, unit=unit)
    assert (compared.is_in_top, compared.short, compared.sentence) == (in_top, short, sentence)


@pytest.mark.shows("S2-27")
@given(FIGURES, FIGURES, st.sampled_from([Direction.HIGHER, Direction.LOWER]))
def test_better_than_the_threshold_is_always_in_the_top_quarter(value, threshold, direction):
    better = value > threshold if direction == Direction.HIGHER else value < threshold
    compared = compare(value, TopQuarter(threshold), direction)
    assert compared.is_in_top is (better or value == threshold)
    assert "below" not in compared.sentence

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance.choices import BenchmarkKind, Direction, ValueKind
from performance.rules.benchmarks import (
    Published,
    RankProblem,
    compare,
    place_among,
    rank_sentence,
    read_rank,
)

D = Decimal
FIGURES = st.decimals(min_value=-(10**6), max_value=10**6, places=4)


@pytest.mark.shows("S2-27", "F32")
def test_council_past_the_threshold_is_in_the_top_quarter_and_never_below_it():
    compared = compare(D("2"), Published(D("1"), "Level 1"), Direction.HIGHER, kind=ValueKind.LEVEL)
    assert compared.is_better is True
    assert compared.sentence == "In the top quarter: Level 1 or better."


@pytest.mark.shows("F32", "S2-05")
@pytest.mark.parametrize(
    "value, top, direction, kind, unit, in_top, short, sentence",
    [
        pytest.param(
            D("60"),
            Published(D("70"), year="2000/01", group="unitary councils"),
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
            Published(D("43"), year="2000/01"),
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
            Published(D("10")),
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
            Published(D("10")),
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
            Published(D("1")),
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
            Published(D("70")),
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
            Published(D("70"), group="all councils"),
            Direction.NEITHER,
            ValueKind.PERCENTAGE,
            "",
            None,
            None,
            "The top quarter: 70% (all councils).",
            id="neither way is better",
        ),
    ],
)
def test_value_beside_the_published_threshold(value, top, direction, kind, unit, in_top, short, sentence):
    compared = compare(value, top, direction, kind=kind, unit=unit)
    assert (compared.is_better, compared.short, compared.sentence) == (in_top, short, sentence)


@pytest.mark.shows("F32")
@pytest.mark.parametrize(
    ("value", "top", "places", "by"),
    [
        pytest.param(D(353) * 100 / 631, "58", 1, " by 2.1 points", id="as the two are seen"),
        pytest.param("57.96", "58", 1, " by 0.04 points", id="rounded onto the threshold"),
        pytest.param("57.99999", "58", 1, "", id="closer than can be said"),
        pytest.param("57.9", "58.25", 0, " by 0.25 points", id="fewer places than the threshold has"),
        pytest.param("57.96", "58", None, " by 0.04 points", id="as it was returned"),
    ],
)
def test_the_distance_has_the_places_of_the_figures_that_are_seen(value, top, places, by):
    found = compare(D(value), Published(D(top)), Direction.HIGHER, kind=ValueKind.PERCENTAGE, places=places)

    assert found.sentence.startswith(f"Short of the top quarter{by}:")


@pytest.mark.shows("S2-27")
@given(FIGURES, FIGURES, st.sampled_from([Direction.HIGHER, Direction.LOWER]))
def test_better_than_the_threshold_is_always_in_the_top_quarter(value, threshold, direction):
    better = value > threshold if direction == Direction.HIGHER else value < threshold
    compared = compare(value, Published(threshold), direction)
    assert compared.is_better is (better or value == threshold)
    assert "below" not in compared.sentence


@pytest.mark.shows("F32")
@pytest.mark.parametrize(
    "value, kind, direction, sentence",
    [
        ("63", "median", "higher", "The same as the median: 63% (all, 2024/25)."),
        ("65", "median", "higher", "Better than the median by 2 points: 63% (all, 2024/25)."),
        ("60", "median", "higher", "Worse than the median by 3 points: 63% (all, 2024/25)."),
        ("60", "mean", "lower", "Better than the mean by 3 points: 63% (all, 2024/25)."),
        ("60", "neighbour", "higher", "Worse than Northbury by 3 points: 63% (all, 2024/25)."),
        ("63", "bottom_quarter", "higher", "In the bottom quarter: 63% or worse (all, 2024/25)."),
        ("62", "bottom_quarter", "higher", "In the bottom quarter: 63% or worse (all, 2024/25)."),
        (
            "64",
            "bottom_quarter",
            "higher",
            "Clear of the bottom quarter by 1 point: 63% or worse (all, 2024/25).",
        ),
        ("64", "bottom_quarter", "lower", "In the bottom quarter: 63% or worse (all, 2024/25)."),
        ("64", "neighbour", "neither", "Northbury: 63% (all, 2024/25)."),
    ],
)
def test_value_beside_other_published_figures(value, kind, direction, sentence):
    published = Published(D(63), "", "2024/25", "all", BenchmarkKind(kind), "Northbury")
    found = compare(D(value), published, Direction(direction), kind=ValueKind.PERCENTAGE)

    assert found.sentence == sentence


@given(FIGURES, FIGURES, st.sampled_from(BenchmarkKind), st.sampled_from([Direction.HIGHER, Direction.LOWER]))
def test_what_is_worse_in_one_direction_is_better_in_the_other(value, figure, kind, direction):
    """Bar the threshold itself, which belongs to its own quarter either way."""
    other = Direction.LOWER if direction == Direction.HIGHER else Direction.HIGHER
    here = compare(value, Published(figure, kind=kind), direction)
    there = compare(value, Published(figure, kind=kind), other)

    assert (here.is_better is there.is_better) == (value == figure)


@pytest.mark.parametrize(
    "written, rank",
    [("12 of 45", (12, 45)), ("12th out of 45", (12, 45)), (" 1/1 ", (1, 1)), ("3rd of 3", (3, 3))],
)
def test_a_rank_is_read(written, rank):
    assert read_rank(written) == rank


@pytest.mark.parametrize("written", ["12", "0 of 4", "5 of 4", "twelfth of 45", "", "12 of", "-1 of 4"])
def test_what_is_no_rank_is_refused_with_a_sentence(written):
    with pytest.raises(RankProblem, match="12 of 45|both numbers"):
        read_rank(written)


@pytest.mark.shows("F32")
@pytest.mark.parametrize(
    "rank, out_of, quarter",
    [
        (1, 4, "first"),
        (2, 4, "second"),
        (4, 4, "last"),
        (11, 45, "first"),
        (12, 45, "second"),
        (45, 45, "last"),
    ],
)
def test_a_rank_says_its_quarter_and_how_quarters_are_cut(rank, out_of, quarter):
    said = rank_sentence(rank, out_of, year="2024/25", group="districts")

    assert f" of {out_of} (districts, 2024/25), where 1st is best: in the {quarter} quarter" in said
    assert said.endswith("cut as four groups of equal count.")


def test_a_rank_among_three_has_no_quarter():
    assert rank_sentence(2, 3) == "2nd of 3, where 1st is best."


@given(st.integers(4, 500), st.data())
def test_quarters_by_rank_are_as_equal_as_can_be(out_of, data):
    words = ("first", "second", "third", "last")
    counted = [0] * 4
    for rank in range(1, out_of + 1):
        counted[
            [word in rank_sentence(rank, out_of).partition("best:")[2] for word in words].index(True)
        ] += 1

    assert sum(counted) == out_of
    assert max(counted) - min(counted) <= 1


@pytest.mark.shows("F32")
@pytest.mark.parametrize(
    "own, others, direction, said",
    [
        ("60", "70 50 40", "higher", "2nd of 4"),
        ("60", "70 50 40", "lower", "3rd of 4"),
        ("60", "70 60 40", "higher", "2nd equal of 4"),
        ("60", "70", "higher", ""),
        ("60", "70 50", "neither", ""),
    ],
)
def test_our_place_among_named_councils(own, others, direction, said):
    place = place_among(D(own), [D(each) for each in others.split()], Direction(direction))

    assert place == (said and f"{said}, the best first; equal figures share a place")

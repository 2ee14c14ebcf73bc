from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.periods import both_years, gaps_and_overlaps, latest_ended, same_period_last_year, spans

MEETINGS = [date(2016, 5, 12), date(2017, 5, 25), date(2018, 5, 24)]


@pytest.mark.shows("S1-21", "F22")
def test_both_calendars_stand_side_by_side():
    early_may = both_years(date(2017, 5, 10), MEETINGS)
    june = both_years(date(2017, 6, 1), MEETINGS)

    assert (early_may.quarter.name, early_may.financial.name) == ("Quarter 1 2017/18", "2017/18")
    assert early_may.municipal.name == "2016/17"
    assert (june.financial.name, june.municipal.name) == ("2017/18", "2017/18")


def test_gaps_and_overlaps_are_sentences():
    quarters = spans("quarterly", year=2026)
    listed = [quarters[3], quarters[0], spans("monthly", year=2026)[2]]

    assert gaps_and_overlaps(listed) == [
        "Quarter 1 2026/27 and June 2026 both cover 1 June to 30 June 2026.",
        "No period covers 1 July to 31 December 2026.",
    ]


def test_a_short_span_inside_a_long_one_makes_no_gap():
    year = spans("annual", year=2026)[0]
    april = spans("monthly", year=2026)[0]
    june = spans("monthly", year=2026)[2]

    assert gaps_and_overlaps([year, april, june]) == [
        "April 2026 and 2026/27 both cover 1 April to 30 April 2026.",
        "2026/27 and June 2026 both cover 1 June to 30 June 2026.",
    ]
    assert gaps_and_overlaps([]) == []


@pytest.mark.parametrize(
    "on, expected",
    [
        pytest.param(date(2026, 6, 30), None, id="not over on its last day"),
        pytest.param(date(2026, 7, 1), "Quarter 1 2026/27", id="the day after"),
        pytest.param(date(2028, 1, 1), "Quarter 4 2026/27", id="long after"),
    ],
)
def test_latest_ended(on, expected):
    found = latest_ended(spans("quarterly", year=2026), on)

    assert (found.name if found else None) == expected


@given(
    frequency=st.sampled_from(["monthly", "quarterly", "four_monthly", "half_yearly", "annual"]),
    year=st.integers(1950, 2150),
    place=st.integers(0, 11),
)
def test_same_period_last_year_is_in_the_same_place(frequency, year, place):
    this, before = spans(frequency, year=year), spans(frequency, year=year - 1)
    place %= len(this)

    assert same_period_last_year(this[place], [*this, *before]) == before[place]


@pytest.mark.shows("S2-03")
def test_no_period_last_year_when_the_boundaries_moved():
    moved = spans("four_monthly", year=2003, starts=[date(2003, 6, 1), date(2003, 10, 1)])

    assert same_period_last_year(moved[0], spans("four_monthly", year=2002)) is None

"""The period that a file names is found, or refused with those that there are."""

from datetime import date

import pytest

from performance.rules.importing.periods import PeriodFinder, PeriodNamed, PeriodProblem

QUARTERS = [
    PeriodNamed(1, "Quarter 1 2026/27", date(2026, 4, 1), date(2026, 6, 30)),
    PeriodNamed(2, "Quarter 2 2026/27", date(2026, 7, 1), date(2026, 9, 30)),
    PeriodNamed(4, "Quarter 4 2027/28", date(2028, 1, 1), date(2028, 3, 31)),
]
YEARS = [PeriodNamed(7, "2002/03", date(2002, 4, 1), date(2003, 3, 31))]
MONTHS = [PeriodNamed(9, "April 2026", date(2026, 4, 1), date(2026, 4, 30))]


def refused(text, periods=QUARTERS):
    with pytest.raises(PeriodProblem) as told:
        PeriodFinder(periods).find(text)
    return told.value.sentence


@pytest.mark.parametrize(
    "text, periods, pk",
    [
        pytest.param("Quarter 2 2026/27", QUARTERS, 2, id="as-it-is-called"),
        pytest.param("quarter 2  2026-27", QUARTERS, 2, id="dash-and-blanks"),
        pytest.param("Q2 2026/27", QUARTERS, 2, id="short"),
        pytest.param("2026/2027, Q2", QUARTERS, 2, id="year-first"),
        pytest.param("2nd quarter 2026/7", QUARTERS, 2, id="in-words"),
        pytest.param("Ｑ２ ２０２６/２７", QUARTERS, 2, id="full-width"),
        pytest.param("2002/3", YEARS, 7, id="year"),
        pytest.param("april 2026", MONTHS, 9, id="month"),
        pytest.param("2026-04-01", MONTHS, 9, id="month-that-Excel-made-a-day"),
        pytest.param("30/09/2026", QUARTERS, 2, id="last-day"),
        pytest.param("29/02/2028", QUARTERS, 4, id="leap-day"),
        pytest.param("29 February 2028", QUARTERS, 4, id="leap-day-in-words"),
    ],
)
def test_period_is_found_by_its_words_or_a_day_in_it(text, periods, pk):
    assert PeriodFinder(periods).find(text).pk == pk


@pytest.mark.shows("R1", "D2")
@pytest.mark.parametrize(
    "text, periods, sentence",
    [
        pytest.param(
            "Quarter 5 2026/27",
            QUARTERS,
            "It is returned for periods such as “Quarter 4 2027/28”, “Quarter 2 2026/27” or “Quarter 1 2026/27”. "
            "There is none called this.",
            id="no-such-quarter",
        ),
        pytest.param("29/02/2027", QUARTERS, "February 2027 has 28 days.", id="no-such-day"),
        pytest.param("1 May 2030", QUARTERS, "No period of its cycle holds 1 May 2030.", id="outside"),
        pytest.param(
            "2026/27", [], "Its cycle has no periods yet. Add them in the register.", id="none-at-all"
        ),
    ],
)
def test_period_that_is_not_there_is_refused_with_what_to_do(text, periods, sentence):
    assert refused(text, periods) == sentence


@pytest.mark.parametrize("text", ["", "?", "2026/99", "9" * 5000, "Q2", "Quarter 2", "\u202e"])
def test_words_that_are_no_period_are_refused(text):
    assert refused(text).endswith(".")


def test_two_periods_of_one_name_are_refused():
    twice = [*MONTHS, PeriodNamed(10, "April 2026", date(2026, 4, 2), date(2026, 4, 30))]

    assert refused("April 2026", twice).startswith("It is returned for periods such as")

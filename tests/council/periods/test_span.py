import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.periods import Frequency, Span, financial_year, gaps_and_overlaps, spans

COUNT = {"monthly": 12, "quarterly": 4, "four_monthly": 3, "half_yearly": 2, "annual": 1}
REGULAR = [Frequency(name) for name in COUNT]
YEARS = st.integers(1950, 2150)


def names(found):
    return [span.name for span in found]


@pytest.mark.shows("F21")
@given(frequency=st.sampled_from(REGULAR), year=YEARS, start_month=st.integers(1, 12))
def test_spans_partition_the_year(frequency, year, start_month):
    found = spans(frequency, year=year, start_month=start_month)

    assert found[0].start == date(year, start_month, 1)
    assert found[-1].end + timedelta(days=1) == date(year + 1, start_month, 1)
    assert all(later.start == earlier.end + timedelta(days=1) for earlier, later in pairwise(found))
    assert gaps_and_overlaps(found) == []
    assert len(set(names(found))) == len(found) == COUNT[frequency]


@given(day=st.dates(date(1950, 1, 1), date(2150, 12, 31)), frequency=st.sampled_from(REGULAR))
def test_every_day_is_in_exactly_one_span_of_its_financial_year(day, frequency):
    assert sum(day in span for span in spans(frequency, year=financial_year(day))) == 1


@pytest.mark.shows("F21", "D23")
@pytest.mark.parametrize(
    "frequency, start_month, expected",
    [
        pytest.param("monthly", 4, ["April 2026", "May 2026", "June 2026"], id="months"),
        pytest.param(
            "quarterly", 4, ["Quarter 1 2026/27", "Quarter 2 2026/27", "Quarter 3 2026/27"], id="quarters"
        ),
        pytest.param(
            "four_monthly",
            4,
            ["April to July 2026", "August to November 2026", "December 2026 to March 2027"],
            id="four months",
        ),
        pytest.param("half_yearly", 4, ["First half 2026/27", "Second half 2026/27"], id="halves"),
        pytest.param("annual", 4, ["2026/27"], id="financial year"),
        pytest.param("annual", 1, ["2026"], id="calendar year"),
        pytest.param(
            "quarterly", 1, ["Quarter 1 2026", "Quarter 2 2026", "Quarter 3 2026"], id="calendar quarters"
        ),
        pytest.param("annual", 9, ["Year from September 2026"], id="school year is not called 2026/27"),
        pytest.param(
            "half_yearly",
            9,
            ["First half of the year from September 2026", "Second half of the year from September 2026"],
            id="school halves",
        ),
    ],
)
def test_spans_are_named_as_people_name_them(frequency, start_month, expected):
    assert names(spans(frequency, year=2026, start_month=start_month))[:3] == expected


def test_span_says_its_own_dates():
    assert spans("quarterly", year=2026)[0].dates == "1 April to 30 June 2026"
    assert spans("annual", year=2026)[0].dates == "1 April 2026 to 31 March 2027"
    assert spans("annual", year=2026, start_month=1)[0].dates == "1 January to 31 December 2026"
    assert Span(date(2026, 4, 1), date(2026, 4, 1), "A day", 2026).dates == "1 April 2026"


def test_span_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match=r"^Q1 ends on 31 March 2026, before it starts on 1 April 2026\.$"):
        Span(date(2026, 4, 1), date(2026, 3, 31), "Q1", 2026)


@pytest.mark.shows("S2-03", "F21")
@pytest.mark.parametrize(
    "year, starts, expected",
    [
        pytest.param(
            2002,
            [date(2002, 5, 1), date(2002, 9, 1), date(2003, 1, 1)],
            [
                ("May to August 2002", date(2002, 8, 31)),
                ("September to December 2002", date(2002, 12, 31)),
                ("January to April 2003", date(2003, 4, 30)),
            ],
            id="ends August, December, April",
        ),
        pytest.param(
            2003,
            [date(2003, 6, 1), date(2003, 10, 1), date(2004, 2, 1)],
            [
                ("June to September 2003", date(2003, 9, 30)),
                ("October 2003 to January 2004", date(2004, 1, 31)),
                ("February to May 2004", date(2004, 5, 31)),
            ],
            id="ends September",
        ),
        pytest.param(
            2004,
            [date(2004, 7, 1), date(2004, 11, 1)],
            [
                ("July to October 2004", date(2004, 10, 31)),
                ("November 2004 to February 2005", date(2005, 2, 28)),
            ],
            id="ends February",
        ),
        pytest.param(
            2026,
            [date(2026, 4, 1), date(2026, 8, 1), date(2027, 1, 1)],
            [
                ("April to July 2026", date(2026, 7, 31)),
                ("August to December 2026", date(2026, 12, 31)),
                ("January to April 2027", date(2027, 4, 30)),
            ],
            id="one period is stretched when the boundaries move",
        ),
    ],
)
def test_four_monthly_boundaries_move_between_years(year, starts, expected):
    found = spans("four_monthly", year=year, starts=starts)

    assert [(span.name, span.end) for span in found] == expected
    assert {span.year for span in found} == {year}


@pytest.mark.shows("F21")
def test_custom_spans_run_to_the_end_of_the_year_unless_told():
    starts = [date(2026, 4, 1), date(2026, 6, 15)]

    assert names(spans("custom", year=2026, starts=starts)) == [
        "1 April to 14 June 2026",
        "15 June 2026 to 31 March 2027",
    ]
    assert (
        names(spans("custom", year=2026, starts=starts, end=date(2026, 12, 31)))[-1]
        == "15 June to 31 December 2026"
    )


@pytest.mark.parametrize(
    "frequency, starts, sentence",
    [
        pytest.param(
            "custom", None, "Custom periods need the first day of each one.", id="custom without days"
        ),
        pytest.param("custom", [], "Give the first day of each period.", id="no days"),
        pytest.param(
            "quarterly",
            [date(2026, 4, 1)],
            "Only four-monthly and custom periods have first days of their own.",
            id="quarters follow the year",
        ),
        pytest.param(
            "four_monthly",
            [date(2026, 8, 1), date(2026, 4, 1)],
            "A period that starts on 1 August 2026 cannot end on 31 March 2026.",
            id="out of order",
        ),
        pytest.param(
            "four_monthly",
            [date(2026, 4, 1), date(2026, 4, 1)],
            "A period that starts on 1 April 2026 cannot end on 31 March 2026.",
            id="the same day twice",
        ),
        pytest.param(
            "four_monthly",
            [date(2062, 4, 1)],
            "1 April to 31 July 2062 is outside the year 1 April 2026 to 31 March 2027.",
            id="another year",
        ),
    ],
)
def test_spans_refuse_days_that_make_no_year(frequency, starts, sentence):
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        spans(frequency, year=2026, starts=starts)


@pytest.mark.shows("F21")
def test_february_has_29_days_in_a_leap_year():
    february = next(span for span in spans("monthly", year=2027) if span.name == "February 2028")

    assert february.end == date(2028, 2, 29)
    assert date(2028, 2, 29) in february

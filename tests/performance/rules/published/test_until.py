from datetime import date

import pytest

from council.dates import read_vague_date
from performance.rules.published.until import until

DECEMBER = read_vague_date("DECEMBER 2002")
DAY = read_vague_date("5 February 2003")


@pytest.mark.parametrize(
    "text, dated, earliest, latest",
    [
        pytest.param("no new ones for 6 months", DECEMBER, date(2003, 6, 1), date(2003, 6, 30), id="months"),
        pytest.param("for six months", DAY, date(2003, 8, 5), date(2003, 8, 5), id="months in words"),
        pytest.param("closed for the next 2 weeks", DAY, date(2003, 2, 19), date(2003, 2, 19), id="weeks"),
        pytest.param("for a period of 1 year", DAY, date(2004, 2, 5), date(2004, 2, 5), id="year"),
        pytest.param("suspended to end 2003", DECEMBER, date(2003, 12, 31), date(2003, 12, 31), id="end of a year"),
        pytest.param("until the end of March 2003. Then", DAY, date(2003, 3, 31), date(2003, 3, 31), id="month"),
        pytest.param("until 20/1/03", DAY, date(2003, 1, 20), date(2003, 1, 20), id="day"),
        pytest.param("Funding required to 2005", DAY, date(2005, 1, 1), date(2005, 12, 31), id="year alone"),
        pytest.param("due to staff until April 2003", DAY, date(2003, 4, 1), date(2003, 4, 30), id="a to before"),
    ],
)  # fmt: skip
def test_end_is_read_from_the_words(text, dated, earliest, latest):
    lasts = until(text, dated)

    assert (lasts.earliest, lasts.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text, dated",
    [
        pytest.param("Being reviewed", DAY, id="no end"),
        pytest.param("seen within 10 minutes", DAY, id="no lasting"),
        pytest.param("Refer to the group", DAY, id="to somebody"),
        pytest.param("for 6 months", read_vague_date("??"), id="no date to count from"),
    ],
)
def test_text_without_an_end_has_none(text, dated):
    assert until(text, dated) is None

import pytest

from performance.rules.published.years import WrittenYear, heading_year, years_in


@pytest.mark.shows("S2-32")
@pytest.mark.parametrize(
    "text, start, end, style",
    [
        pytest.param("2000/01", 2000, 2001, "/2", id="slash and two figures"),
        pytest.param("2002/3", 2002, 2003, "/1", id="slash and one figure"),
        pytest.param("2003/5", 2003, 2005, "/1", id="two years"),
        pytest.param("2003-5", 2003, 2005, "-1", id="two years with a hyphen"),
        pytest.param("2002_03", 2002, 2003, "_2", id="underscore"),
        pytest.param("1999/00", 1999, 2000, "/2", id="the turn of the century"),
        pytest.param("1999/2000", 1999, 2000, "/4", id="both in full"),
        pytest.param("2009/0", 2009, 2010, "/1", id="the turn of a decade"),
        pytest.param("2003", 2003, 2003, "", id="a single year"),
    ],
)
def test_year_is_read_in_every_style(text, start, end, style):
    assert years_in(f"by {text}, as agreed") == [WrittenYear(text, start, end, style)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("13/1/2003", id="a date with slashes"),
        pytest.param("13.1.2003", id="a date with stops"),
        pytest.param("2003-12", id="a month, not a span of nine years"),
        pytest.param("12003", id="a longer number"),
        pytest.param("1,200 of 3,000", id="counts"),
        pytest.param("02/03", id="a short year may be a day in a text"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_figures_are_no_years(text):
    assert years_in(text) == []


def test_years_come_in_the_order_of_the_text():
    assert [year.start for year in years_in("747 complaints in 2001/2, targets for 2003-5")] == [2001, 2003]


@pytest.mark.parametrize(
    "heading, start",
    [
        pytest.param("target_2002_03", 2002, id="at the end"),
        pytest.param("2002/3 Target", 2002, id="at the start"),
        pytest.param("Target 02/03", 2002, id="short"),
        pytest.param("98-99 actual", 1998, id="short, in the last century"),
        pytest.param("99/00 actual", 1999, id="short, over the turn of the century"),
    ],
)
def test_heading_names_its_year(heading, start):
    assert heading_year(heading).start == start


@pytest.mark.parametrize("heading", ["Top 25%", "Target", "03/05 target"])
def test_heading_without_a_year_names_none(heading):
    assert heading_year(heading) is None

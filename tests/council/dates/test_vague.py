from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.dates import Precision, VagueDate, long_date, read_vague_date

DAY, MONTH, SEASON, QUARTER, YEAR = (
    Precision.DAY,
    Precision.MONTH,
    Precision.SEASON,
    Precision.QUARTER,
    Precision.YEAR,
)
LETTER_O = "The letter o is read as the figure 0."
FINANCIAL_YEAR = "Read as the financial year, April to March."
WHOSE_QUARTER = "It is not said whether the quarter is of the calendar year or the financial year."


def means(words, precision, first, last, remark=""):
    """One row: the words, how precise they are, and the first and last day that they can mean."""
    return pytest.param(words, precision, date(*first), date(*last), remark, id=ascii(words))


@pytest.mark.shows("S2-12", "X-02", "L21")
@pytest.mark.parametrize(
    "words, precision, earliest, latest, remark",
    [
        means("Jan 03", MONTH, (2003, 1, 1), (2003, 1, 31)),
        means("Mar-03", MONTH, (2003, 3, 1), (2003, 3, 31)),
        means("April 03", MONTH, (2003, 4, 1), (2003, 4, 30)),
        means("Sept 03", MONTH, (2003, 9, 1), (2003, 9, 30)),
        means("June 03", MONTH, (2003, 6, 1), (2003, 6, 30)),
        means("Spring 03", SEASON, (2003, 3, 1), (2003, 5, 31), "Spring is read as March to May."),
        means("13.1.03", DAY, (2003, 1, 13), (2003, 1, 13)),
        means("13/1/03", DAY, (2003, 1, 13), (2003, 1, 13)),
        means("April o3", MONTH, (2003, 4, 1), (2003, 4, 30), LETTER_O),
        means("DECEMBER 2002", MONTH, (2002, 12, 1), (2002, 12, 31)),
        means("2003/4", YEAR, (2003, 4, 1), (2004, 3, 31), FINANCIAL_YEAR),
        means("2002/03", YEAR, (2002, 4, 1), (2003, 3, 31), FINANCIAL_YEAR),
        means("2003-5", YEAR, (2003, 1, 1), (2005, 12, 31), "Read as the years 2003 to 2005."),
        means("2003/5", YEAR, (2003, 1, 1), (2005, 12, 31), "Read as the years 2003 to 2005."),
    ],
)
def test_the_words_of_the_old_papers_have_days(words, precision, earliest, latest, remark):
    assert read_vague_date(words) == VagueDate(words, precision, earliest, latest, remark)


@pytest.mark.shows("X-02", "D9")
@pytest.mark.parametrize(
    "words, precision, earliest, latest, remark",
    [
        means("1 April 2026", DAY, (2026, 4, 1), (2026, 4, 1)),
        means("Monday 13 January 2003", DAY, (2003, 1, 13), (2003, 1, 13)),
        means("2003-12-01", DAY, (2003, 12, 1), (2003, 12, 1)),
        means("o1.o2.o3", DAY, (2003, 2, 1), (2003, 2, 1), LETTER_O),
        means("April '03", MONTH, (2003, 4, 1), (2003, 4, 30)),
        means("April ’97", MONTH, (1997, 4, 1), (1997, 4, 30)),
        means("  may   04 ", MONTH, (2004, 5, 1), (2004, 5, 31)),
        means("Feb 04", MONTH, (2004, 2, 1), (2004, 2, 29)),
        means("04/2003", MONTH, (2003, 4, 1), (2003, 4, 30)),
        means("2026-06", MONTH, (2026, 6, 1), (2026, 6, 30)),
        means("April 49", MONTH, (2049, 4, 1), (2049, 4, 30)),
        means("April 50", MONTH, (1950, 4, 1), (1950, 4, 30)),
        means("April ０３", MONTH, (2003, 4, 1), (2003, 4, 30)),
        means("by June 03", MONTH, (2003, 6, 1), (2003, 6, 30), '"By" is kept in words only.'),
        means("end of March 03", MONTH, (2003, 3, 1), (2003, 3, 31), '"End of" is kept in words only.'),
        *[
            means(f"{hedge} March 03", MONTH, (2003, 3, 1), (2003, 3, 31), f'"{said}" is kept in words only.')
            for hedge, said in (
                ("by end of", "By end of"),
                ("by the end of", "By the end of"),
                ("End", "End"),
                ("by mid", "By mid"),
                ("the beginning of", "The beginning of"),
                ("from start of", "From start of"),
                ("in late", "In late"),
            )
        ],
        means("summer 2003", SEASON, (2003, 6, 1), (2003, 8, 31), "Summer is read as June to August."),
        means("Autumn 03", SEASON, (2003, 9, 1), (2003, 11, 30), "Autumn is read as September to November."),
        means(
            "Winter 03",
            SEASON,
            (2003, 12, 1),
            (2004, 2, 29),
            "Winter is read as December 2003 to February 2004.",
        ),
        means(
            "winter 02/03",
            SEASON,
            (2002, 12, 1),
            (2003, 2, 28),
            "Winter is read as December 2002 to February 2003.",
        ),
        means("Q1 2003/04", QUARTER, (2003, 4, 1), (2003, 6, 30)),
        means("Quarter 2 of 2003-4", QUARTER, (2003, 7, 1), (2003, 9, 30)),
        means("Q4 03/04", QUARTER, (2004, 1, 1), (2004, 3, 31)),
        means("2003", YEAR, (2003, 1, 1), (2003, 12, 31)),
        means("1999/00", YEAR, (1999, 4, 1), (2000, 3, 31), FINANCIAL_YEAR),
        means("1999-2000", YEAR, (1999, 4, 1), (2000, 3, 31), FINANCIAL_YEAR),
        means("2003-05", YEAR, (2003, 1, 1), (2005, 12, 31), "Read as the years 2003 to 2005."),
    ],
)
def test_other_ways_to_write_a_time_have_days(words, precision, earliest, latest, remark):
    assert read_vague_date(words) == VagueDate(words, precision, earliest, latest, remark)


@pytest.mark.shows("S2-12", "L21")
@pytest.mark.parametrize(
    "words, precision, remark",
    [
        ("Ongoing", Precision.RECURRING, ""),
        ("ongoing", Precision.RECURRING, ""),
        ("on-going", Precision.RECURRING, ""),
        ("Quarterly", Precision.RECURRING, ""),
        ("Every month", Precision.RECURRING, ""),
        ("annually", Precision.RECURRING, ""),
        ("??", Precision.NONE, "No date is given."),
        ("-", Precision.NONE, "No date is given."),
        ("", Precision.NONE, ""),
        ("  ", Precision.NONE, ""),
        ("TBC", Precision.NONE, "No date can be made out."),
        ("9", Precision.NONE, "No date can be made out."),
        ("03", Precision.NONE, "No date can be made out."),
        ("03/04", Precision.NONE, "No date can be made out."),
        ("13/2003", Precision.NONE, "No date can be made out."),
        ("13.13.03", Precision.NONE, "No date can be made out."),
        ("31.2.03", Precision.NONE, "February 2003 has 28 days."),
        ("2003-2001", Precision.NONE, "No date can be made out."),
        ("2003-2003", Precision.NONE, "No date can be made out."),
        ("99/00", Precision.NONE, "No date can be made out."),
        ("0000", Precision.NONE, "No date can be made out."),
        ("1/1/0000", Precision.NONE, "No date can be made out."),
        ("Spring 2003/4", Precision.NONE, "No date can be made out."),
        ("winter 02/05", Precision.NONE, "No date can be made out."),
        ("Q5 2003/04", Precision.NONE, "No date can be made out."),
        ("Q2 2003/05", Precision.NONE, "No date can be made out."),
        ("Q1 soon", Precision.NONE, "No date can be made out."),
        ("Q1 03", QUARTER, WHOSE_QUARTER),
        ("April " * 200_000, Precision.NONE, "No date can be made out."),
    ],
    ids=lambda value: ascii(value[:20]),
)
def test_words_without_days_keep_their_words(words, precision, remark):
    assert read_vague_date(words) == VagueDate(words, precision, None, None, remark)


@pytest.mark.shows("X-02")
@given(st.text(max_size=70) | st.text("0123456789/.-'o aprilspringq", max_size=20))
def test_any_words_are_kept_as_written(words):
    read = read_vague_date(words)

    assert read.as_written == words
    assert (read.earliest is None) == (read.latest is None)
    assert read.earliest is None or read.earliest <= read.latest
    assert read.earliest is None or read.precision not in (Precision.NONE, Precision.RECURRING)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_an_exact_date_is_a_vague_one_of_a_day(day):
    assert read_vague_date(long_date(day)) == VagueDate(long_date(day), Precision.DAY, day, day)

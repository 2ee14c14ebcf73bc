from decimal import Decimal

import pytest

from performance.rules.published.summary import TypedLine, check_summary
from performance.rules.published.typed_summary import read_summary
from tests.performance.rules.published.tables import lines_of, published_2002_03

TYPED = (
    TypedLine("RED", 0, 0),
    TypedLine("AMBER", 3, 6),
    TypedLine("GREEN", 14, 88),
    TypedLine("NOT KNOWN", 0, 6),
    TypedLine("TOTAL", 17, 100),
)


@pytest.mark.shows("S2-20")
def test_typed_summary_of_2002_03_is_read_as_typed():
    assert read_summary(lines_of("indicators-2002-03-summary.csv")) == (
        read_summary([[line.word, str(line.number), str(line.per_cent)] for line in TYPED])
    )
    assert read_summary(lines_of("indicators-2002-03-summary.csv")).lines == TYPED


@pytest.mark.shows("S2-20", "S2-21", "S2-22", "L6")
def test_the_two_files_of_2002_03_disagree_in_every_way_that_was_found():
    table = published_2002_03()
    typed = read_summary(lines_of("indicators-2002-03-summary.csv")).lines

    found = check_summary(table.statuses, typed, by_key=table.statuses_by_key)

    assert [disagreement.code for disagreement in found] == ["number"] * 2 + ["per_cent"] * 3 + [
        "made_from",
        "own_key",
    ]
    assert [disagreement.sentence for disagreement in found][:2] == [
        "The table has 16 rows, not 17.",
        "The table has 13 green, not 14.",
    ]
    assert found[5].sentence.startswith(
        "Its percentages are exactly those of 0 red, 1 amber, 14 green, 1 not known of 16."
    )
    assert "0 red, 2 amber, 13 green, 1 not known of 16 (0%, 13%, 81%, 6%)" in found[6].sentence


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([["Performance Targets", "No.", "%"], ["AMBER", "3", "6"]], id="as printed"),
        pytest.param([["%", "Status", "Number"], ["6%", "AMBER", "3"]], id="another order, per cent signs"),
        pytest.param([["AMBER", " 3 ", "6.0"], ["", "", ""]], id="no headings"),
    ],
)
def test_columns_are_told_by_their_headings(lines):
    assert read_summary(lines).lines == (TypedLine("AMBER", 3, 6),)


def test_blank_figures_stay_blank():
    assert read_summary([["status", "number"], ["AMBER", ""]]).lines == (TypedLine("AMBER", None, None),)


def test_more_than_100_per_cent_is_read_as_typed():
    assert read_summary([["TOTAL", "17", "100.1"]]).lines == (TypedLine("TOTAL", 17, Decimal("100.1")),)


@pytest.mark.parametrize(
    "lines, problem",
    [
        pytest.param(
            [], "The summary is empty. Each line holds a status, its number and its per cent.", id="empty"
        ),
        pytest.param(
            [["AMBER", "three", "6"]],
            "“AMBER”: “three” cannot be read. Enter a whole number, such as 1234.",
            id="a word for a number",
        ),
    ],
)
def test_what_cannot_be_read_is_said(lines, problem):
    assert read_summary(lines).problems == (problem,)

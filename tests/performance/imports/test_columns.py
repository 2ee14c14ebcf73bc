"""Headings are told loosely, and what is odd about them is named."""

import pytest

from council.spreadsheets import read_sheet
from performance.rules.importing.columns import read_headings
from performance.rules.importing.kinds import FOR_INFORMATION, RETURN_COLUMNS
from performance.rules.importing.lines import read_lines


def headings(text):
    return read_headings(read_sheet("a.csv", text.encode()).rows, RETURN_COLUMNS, FOR_INFORMATION["returns"])


def lines(text):
    return read_lines(read_sheet("a.csv", text.encode()), RETURN_COLUMNS, FOR_INFORMATION["returns"])


@pytest.mark.shows("T34")
@pytest.mark.parametrize(
    "header",
    [
        pytest.param("Reference,Indicator,Period,Value", id="as-we-write-them"),
        pytest.param("REF. NO,PERFORMANCE INDICATOR,QUARTER,ACTUAL", id="capitals-and-other-words"),
        pytest.param(" ref , indicator_title,  Period:,value ", id="blanks-and-punctuation"),
        pytest.param("ｒｅｆ,Indicator,Period,Value", id="full-width"),
    ],
)
def test_headings_are_told_however_they_are_written(header):
    assert headings(header).headings.places == {"reference": 1, "title": 2, "period": 3, "value": 4}


@pytest.mark.shows("T34")
def test_columns_may_stand_in_any_order():
    assert headings("Value,Period,Comment,Indicator").headings.places == {
        "value": 1, "period": 2, "comment": 3, "title": 4
    }  # fmt: skip


@pytest.mark.shows("T34", "R1")
@pytest.mark.parametrize(
    "header, where, sentence",
    [
        pytest.param(
            "Period,Value,Valeu",
            "Cell C1",
            "“Valeu” is not a column of this kind of file. Write “Value” if that is what it is, or take the "
            "column out.",
            id="misspelt",
        ),
        pytest.param(
            "Period,Value,Shoe size",
            "Cell C1",
            "“Shoe size” is not a column of this kind of file. Take the column out.",
            id="unknown",
        ),
        pytest.param(
            "Period,Value,Quarter",
            "Cell C1",
            "Columns A and C are both headed “Period” or mean it. Keep one of them.",
            id="twice",
        ),
        pytest.param(
            "Indicator,Value",
            "Row 1",
            "There is no column “Period”. Add it, or write its heading so.",
            id="missing",
        ),
        pytest.param(
            "Period,,Value",
            "Cell B1",
            "Column B has no heading. Give it one, or take the column out.",
            id="blank",
        ),
    ],
)
def test_odd_headings_are_named_with_what_to_do(header, where, sentence):
    assert [(problem.where, problem.sentence) for problem in headings(header).problems] == [(where, sentence)]


def test_headings_of_our_own_lists_that_only_inform_are_passed_over():
    read = headings("Period,Value,Rating,Target,Travel")

    assert read.problems == ()
    assert read.headings.places == {"period": 1, "value": 2}


def test_headings_may_stand_under_a_title():
    read = lines("Returns of quarter 2\n\nIndicator,Period,Value\nBins,Q2 2026/27,5\n")

    assert [line["title"] for line in read.lines] == ["Bins"]
    assert read.notes == ("The headings are in row 3. What stands above them is left out.",)


def test_cell_beyond_the_headings_is_named():
    (problem,) = lines("Indicator,Period,Value\nBins,Q2 2026/27,12,34\n").problems

    assert (problem.where, problem.text) == ("Cell D2", "34")
    assert problem.sentence.startswith("This cell stands beyond the last heading, in column D.")


def test_file_with_headings_alone_is_told():
    assert [problem.sentence for problem in lines("Indicator,Period,Value\n").problems] == [
        "There are no rows under the headings."
    ]


@pytest.mark.parametrize("cell", ["No return yet", "No target", "BLANK", "No period yet"])
def test_what_our_lists_write_for_nothing_is_blank(cell):
    assert lines(f"Indicator,Period,Value\nBins,Q2,{cell}\n").lines[0]["value"] == ""


@pytest.mark.shows("N52")
def test_problem_of_a_cell_in_the_file_is_a_problem_of_the_import():
    problems = lines("Indicator,Period,Value\nBins,Q2,4\x005\n").problems

    assert [problem.where for problem in problems] == ["Cell C2"]

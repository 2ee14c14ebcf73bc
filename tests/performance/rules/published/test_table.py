from collections import Counter
from itertools import chain

import pytest

from council.rag import Rag
from performance.rules.published.statuses import read_status
from performance.rules.published.table import read_table
from tests.performance.rules.published.tables import HEADINGS, lines_of, published_2002_03, row, table_of


@pytest.mark.shows("S2-05", "S2-20")
def test_published_table_has_16_rows_3_of_them_amber():
    counts = Counter(read_status(row.status) for row in published_2002_03().rows)

    assert counts == {Rag.AMBER: 3, Rag.GREEN: 13}
    assert len(published_2002_03().rows) == 16


@pytest.mark.shows("S2-09", "S2-33")
def test_every_cell_keeps_its_words_in_printed_order():
    published = lines_of("indicators-2002-03.csv")[1:]
    kept = [
        [
            row.reference, row.indicator, row.top_quarter, *(value.written for value in row.earlier),
            row.target, row.outturn, row.status, row.comment,
        ]
        for row in published_2002_03().rows
    ]  # fmt: skip

    assert kept == published
    assert "Refer to Dury Group" in chain(*kept)


def test_blank_lines_and_blank_ends_of_lines_are_passed_over():
    table = read_table(
        [[], HEADINGS, ["", ""], ["5", "Complaints", "", "0", "1", "0", "0", "G"], [" "]]
    ).table

    assert [row.reference for row in table.rows] == ["5"]
    assert (table.rows[0].index, table.rows[0].comment) == (0, "")


def test_blank_cells_beyond_the_headings_do_no_harm():
    assert len(table_of([*row(), "", " "]).rows) == 1


@pytest.mark.shows("S2-09")
def test_cell_with_only_hard_spaces_is_blank():
    assert table_of(row(top="\u00a0")).rows[0].top_quarter == ""


def test_columns_for_action_owner_and_date_are_read():
    headings = [*HEADINGS, "Action required", "Who", "By when"]
    table = table_of([*row(), "Repeat the survey", "Head of Service", "Spring 03"], headings=headings)

    assert (table.rows[0].action, table.rows[0].owner, table.rows[0].due) == (
        "Repeat the survey",
        "Head of Service",
        "Spring 03",
    )


@pytest.mark.parametrize(
    "lines, sentence",
    [
        pytest.param(
            [], "The table is empty. The first line holds the headings, and each line under it one indicator.",
            id="empty",
        ),
        pytest.param(
            [HEADINGS, row(), [*row(), "", "late"]],
            "Row 2 has 11 cells under 9 headings. Take out the extra separator, or put the text that holds it in "
            "quotation marks.",
            id="a row too long",
        ),
    ],
)  # fmt: skip
def test_table_that_cannot_be_read_says_why(lines, sentence):
    reading = read_table(lines)

    assert reading.table is None
    assert [problem.sentence for problem in reading.problems] == [sentence]

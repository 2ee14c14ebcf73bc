"""What a file of returns cannot do is named by its cell."""

import datetime

import pytest

from tests.council.workbook_files import DATE, number, rows, said, workbook
from tests.factories import IndicatorFactory
from tests.performance import lives
from tests.performance.imports.files import csv, effects, planned, told
from tests.performance.imports.test_returns import HEADER, row

pytestmark = pytest.mark.django_db


@pytest.fixture
def period():
    return lives.quarter(2)


@pytest.fixture
def bins(service, period):
    return IndicatorFactory(service=service, reference="BV 1", title="Bins emptied")


@pytest.mark.shows("N4", "N6", "N11", "N14", "N16", "N18", "N19", "N30", "N32", "N48", "R1")
@pytest.mark.parametrize(
    "typed",
    [
        "NaN",
        "1e400",
        '"12,34"',
        "£5",
        "145%",
        "2k",
        "(500)",
        "½",
        "9" * 400,
        "n/a",
        "TBC",
        "1_000",
        "0x1F",
        "½%",
    ],
)
def test_value_that_is_none_is_refused_by_its_cell(bins, typed):
    plan = planned("returns", csv(HEADER, row(typed)))

    assert [problem[0] for problem in told(plan)] == ["Cell D2"]
    assert plan.problems[0].text.startswith(typed.strip('"')[:20])


@pytest.mark.shows("N51", "N52")
@pytest.mark.parametrize(
    "cell, sentence",
    [
        pytest.param(number("38449", DATE), "", id="day-in-a-column-of-numbers"),
        pytest.param('<c t="e"><v>#REF!</v></c>', "The cell C2 shows an error, #REF!.", id="error"),
        pytest.param(
            "<c><f>A1/B1</f></c>", "The cell C2 holds a formula whose value was not saved.", id="formula"
        ),
    ],
)
def test_cell_of_a_workbook_that_is_no_number_is_refused_by_its_name(bins, cell, sentence):
    head = [said(word) for word in ("Reference", "Period", "Value")]
    plan = planned("returns", workbook(rows(head, [said("BV 1"), said("Q2 2026/27"), cell])), name="a.xlsx")

    assert [problem.where for problem in plan.problems] == ["Cell C2"]
    assert plan.problems[0].sentence.startswith(sentence)


@pytest.mark.shows("F25", "D29", "FILE-47", "FILE-48", "R1")
@pytest.mark.parametrize(
    "lines, where, sentence",
    [
        pytest.param(
            [row(period="Quarter 9 2026/27")], "Cell C2", "It is returned for periods such as", id="no-period"
        ),
        pytest.param([row(period="")], "Cell C2", "Write the period.", id="blank-period"),
        pytest.param(
            [row(period="Q3 2026/27")],
            "Row 2",
            "Quarter 3 2026/27 ends on 31 December 2026. Returns are made once a period has ended.",
            id="future",
        ),
        pytest.param([row("1", "Perhaps")], "Cell E2", "Write one of “Actual”, “Estimate”", id="no-status"),
        pytest.param(
            [row("1"), row("2")],
            "Row 3",
            "Rows 2 and 3 are both for BV 1 Bins emptied, Quarter 2 2026/27. Keep one of them.",
            id="twice",
        ),
        pytest.param(
            [row(reference="BV 99")], "Cell A2", "“BV 99” is no indicator of the register.", id="unknown"
        ),
        pytest.param(
            [row("1", "", "x" * 5_001)], "Cell F2", "You have 1 character too many.", id="long-comment"
        ),
    ],
)
def test_what_cannot_be_used_is_named_by_its_cell(bins, lines, where, sentence):
    lives.quarter(3)

    plan = planned("returns", csv(HEADER, *lines))

    assert [problem[0] for problem in told(plan)] == [where]
    assert told(plan)[0][1].startswith(sentence)


@pytest.mark.shows("FILE-48")
def test_indicator_that_was_over_by_then_is_named(bins):
    bins.ends_on = datetime.date(2026, 6, 30)
    bins.save()

    assert told(planned("returns", csv(HEADER, row()))) == [
        (
            "Row 2",
            "“BV 1 Bins emptied” was not reported on 30 September 2026: the register says from when to when it is.",
        )
    ]


@pytest.mark.shows("F25", "F27")
@pytest.mark.parametrize(
    "bring_to, advice",
    [
        pytest.param(
            lives.submitted, "Ask its lead officer to send it back, or leave the row out.", id="submitted"
        ),
        pytest.param(
            lives.signed_off, "Ask its lead officer to reopen it, or leave the row out.", id="signed-off"
        ),
    ],
)
def test_return_that_is_out_of_the_officers_hands_is_not_changed(bins, period, officer, bring_to, advice):
    bring_to(bins, period, "85", by=officer)

    other = planned("returns", csv(HEADER, row("86")))
    same = planned("returns", csv(HEADER, row("85%")))

    assert told(other)[0][0] == "Row 2"
    assert told(other)[0][1].endswith(advice)
    assert effects(same) == [(2, "unchanged")]


def test_ditto_that_points_to_nothing_is_told(bins):
    plan = planned("returns", csv(HEADER, row("50", "", "Ditto")))

    assert told(plan) == [("Cell F2", "“Ditto” points to a comment above, but no row above has one.")]

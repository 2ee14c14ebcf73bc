"""What a file of indicators cannot do is named by its cell."""

import pytest

from tests.factories import CycleFactory, IndicatorFactory
from tests.performance.imports.files import csv, planned, told
from tests.performance.imports.test_indicators import HEADER, NEW

pytestmark = pytest.mark.django_db


@pytest.fixture
def cycle():
    return CycleFactory()


@pytest.fixture
def bins(service, cycle):
    return IndicatorFactory(service=service, cycle=cycle, reference="BV 1", title="Missed bins", unit="bins")


@pytest.mark.shows("R1", "T22", "T12", "D2", "FILE-48", "N6")
@pytest.mark.parametrize(
    "row, where, sentence",
    [
        pytest.param(",,,,,", "Cell B2", "Write the name of the indicator.", id="no-name"),
        pytest.param(
            "BV 9,New,,Percentage,Higher,Quarterly",
            "Cell C2",
            "This indicator is new, so it needs “Service”.",
            id="new-without-service",
        ),
        pytest.param(
            NEW.replace("Waste and recycling", "Wasted"),
            "Cell C2",
            "There is no service of this name in the register. Write it as there, or add it.",
            id="unknown-service",
        ),
        pytest.param(
            NEW.replace("Quarterly", "Weekly"),
            "Cell F2",
            "There is no cycle of this name in the register. Write it as there, or add it.",
            id="unknown-cycle",
        ),
        pytest.param(
            NEW.replace("Higher is better", "Sideways"),
            "Cell E2",
            "Write one of “Higher is better”, “Lower is better”, “Within a range is best” or “Neither:",
            id="unknown-direction",
        ),
        pytest.param(f"{NEW},,9", "Cell H2", "Enter a whole number between 0 and 4.", id="too-many-decimals"),
        pytest.param(f"{NEW},,,,1e400", "Cell J2", "", id="no-figure"),
        pytest.param(
            f"{NEW},,,,5,4", "Cell K2", "The maximum is below the minimum. Check both.", id="ends-of-range"
        ),
        pytest.param(f"{NEW},,,,,,29 February 2027", "Cell L2", "February 2027 has 28 days.", id="leap-day"),
        pytest.param(
            f"{NEW},,,,,,1 May 2027,1 May 2026",
            "Cell M2",
            "The last day is before the first. Check both.",
            id="days",
        ),
        pytest.param(
            f"{NEW},{'x' * 41}", "Cell G2", "This has 41 characters. The most is 40.", id="unit-too-long"
        ),
        pytest.param(
            NEW.replace("BV 9", '"BV\n9"'),
            "Cell A2",
            "Write this on one line: take out the line break.",
            id="two-lines",
        ),
        pytest.param(
            f"{NEW},,,Nobody", "Cell I2", "There is no post of this name in the register.", id="unknown-owner"
        ),
    ],
)
def test_what_cannot_be_used_is_named_by_its_cell(service, cycle, row, where, sentence):
    plan = planned("indicators", csv(HEADER, row if row.strip(",") else "BV 9,,Waste and recycling,,,"))

    assert [problem[0] for problem in told(plan)] == [where]
    assert told(plan)[0][1].startswith(sentence)
    assert not plan.is_ready


@pytest.mark.shows("FILE-47")
@pytest.mark.parametrize("row", ["BV 1,Missed bins", "BV 1,missed BINS"])
def test_two_rows_for_one_indicator_are_both_named(bins, row):
    plan = planned("indicators", csv("Reference,Indicator,Unit", "BV 1,Missed bins,a", f"{row},b"))

    assert told(plan) == [("Row 3", "Rows 2 and 3 are both about “BV 1 Missed bins”. Keep one of them.")]


def test_two_new_rows_of_one_name_are_both_named(service, cycle):
    plan = planned("indicators", csv(HEADER, NEW, NEW))

    assert told(plan) == [
        ("Row 3", "Rows 2 and 3 are both about “BV 9 Bins emptied on the day”. Keep one of them.")
    ]


@pytest.mark.parametrize(
    "cells, sentence",
    [
        ("Milestone,Higher,Quarterly,Yes", "Only figures have monthly values. Write No."),
        ("Percentage,Higher,Monthly,Yes", "Its returns are monthly already. Write No."),
        ("Percentage,Higher,Quarterly,Sometimes", "Write Yes or No."),
    ],
)
def test_monthly_values_are_refused_where_there_can_be_none(service, cycle, cells, sentence):
    CycleFactory(name="Monthly", frequency="monthly")
    header = "Indicator,Service,Kind,Better is,Returned,Takes monthly values"

    assert told(planned("indicators", csv(header, f"New,Waste and recycling,{cells}"))) == [
        ("Cell F2", sentence)
    ]

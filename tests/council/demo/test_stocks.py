"""What the demo counts at one moment is never added up over a year."""

import re

import pytest

from council.demo.indicators import INDICATORS
from performance.choices import ValueKind, YearToDate

AT_ONE_MOMENT = re.compile(r"last day|last week|one night|on 31 March|waiting|register$", re.IGNORECASE)
STOCKS = [
    each
    for each in INDICATORS
    if each.kind in (ValueKind.COUNT, ValueKind.MONEY)
    and not each.adds_up
    and AT_ONE_MOMENT.search(f"{each.definition[-1].says} {each.title}")
]


def test_the_demo_counts_some_stocks():
    assert len(STOCKS) > 5


@pytest.mark.parametrize("plan", STOCKS, ids=lambda plan: plan.reference)
def test_a_stock_is_its_latest_value(plan):
    assert plan.year_to_date == YearToDate.LATEST

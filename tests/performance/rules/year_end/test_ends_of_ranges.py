"""A range begins and ends at what a value of its kind can be, and says which of the two was cut."""

from dataclasses import replace

import pytest

from performance.choices import ValueKind
from performance.rules.year_end import expected
from tests.performance.rules.year_end.years import LATEST, year

LAST_YEAR = {"name": "2025/26"}


@pytest.mark.parametrize(
    "kind, begins",
    [
        pytest.param(ValueKind.COUNT, 0, id="a count"),
        pytest.param(ValueKind.DURATION, 0, id="a duration"),
        pytest.param(ValueKind.RATIO, 0, id="a ratio"),
        pytest.param(ValueKind.MONEY, None, id="money may be owed"),
    ],
)
def test_range_begins_at_the_least_that_a_value_of_its_kind_can_be(kind, begins):
    years = [year(9, 1, 8, 2, **LAST_YEAR), year(3, 1)]

    found = expected(years, replace(LATEST, kind=kind))

    assert (found.low == begins) if begins is not None else (found.low < 0)
    assert ("begins at the least it can be" in found.range_words) is (begins is not None)
    assert "at the most" not in found.range_words

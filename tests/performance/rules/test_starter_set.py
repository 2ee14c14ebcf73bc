"""The standard definitions are whole, and each its own."""

from collections import Counter

import pytest

from performance.choices import Direction, ValueKind
from performance.rules.starter_set import SOURCES, STARTER_SET, standard


def test_no_key_and_no_title_stands_twice():
    assert max(Counter(each.key for each in STARTER_SET).values()) == 1
    assert max(Counter(each.title for each in STARTER_SET).values()) == 1


@pytest.mark.parametrize("each", [pytest.param(each, id=each.key) for each in STARTER_SET])
def test_each_fits_the_register_and_names_its_sources(each):
    assert set(each.sources) <= set(SOURCES)
    assert each.numerator
    assert each.denominator or each.kind in (ValueKind.COUNT, ValueKind.MILESTONE)
    assert max(len(each.source), len(each.numerator), len(each.denominator)) <= 400
    assert len(each.key) <= 40


def test_volumes_say_of_no_number_that_it_is_better():
    assert {standard(key).direction for key in ("SPSO 1a", "SPSO 1b", "LGSCO 1")} == {Direction.NEITHER}


def test_everything_from_1b_on_is_counted_on_closed_complaints():
    assert standard("SPSO 1a").numerator == "Complaints received"
    assert standard("SPSO 2a").denominator == "All complaints closed"
    assert "closed" in standard("SPSO 5a").denominator

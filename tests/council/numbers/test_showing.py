from decimal import Decimal

import pytest

from council.numbers import Quantity, format_number, plain_number
from performance.choices import ValueKind


@pytest.mark.shows("N37", "F15")
@pytest.mark.parametrize(
    "value, quantity, decimals, unit, shown",
    [
        pytest.param("1234.5", "decimal", 1, "", "1,234.5", id="commas between thousands"),
        pytest.param("45", "percentage", 0, "", "45%", id="percentage"),
        pytest.param("45", "percentage", 1, "", "45.0%", id="places asked for"),
        pytest.param("94.95", "percentage", 1, "", "94.95%", id="never rounded onto a target of 95"),
        pytest.param("94.95", "percentage", 0, "", "94.95%", id="all the places it has"),
        pytest.param("33.3333", "percentage", 0, "", "33.3333%", id="four places"),
        pytest.param("33.33333333", "percentage", 1, "", "33.3333%", id="no more than four"),
        pytest.param("45.0000", "percentage", 0, "", "45%", id="idle noughts of the database"),
        pytest.param("-3", "percentage", 0, "", "-3%", id="negative percentage"),
        pytest.param("1234.5", "money", 0, "", "£1,234.50", id="pence have two places"),
        pytest.param("1234.5", "money", 2, "", "£1,234.50", id="pounds and pence"),
        pytest.param("1234", "money", 0, "", "£1,234", id="whole pounds"),
        pytest.param("-500", "money", 2, "", "-£500.00", id="minus before the pound"),
        pytest.param("0.125", "money", 2, "", "£0.125", id="part of a penny"),
        pytest.param("2000", "money", 0, "£000", "£2,000k", id="thousands of pounds"),
        pytest.param("12.5", "money", 1, "£m", "£12.5m", id="millions of pounds"),
        pytest.param("12.5", "money", 0, "per household", "£12.50 per household", id="pounds per household"),
        pytest.param("1234567", "count", 0, "", "1,234,567", id="count"),
        pytest.param("12", "count", 0, "complaints", "12 complaints", id="count with its unit"),
        pytest.param("0", "count", 0, "", "0", id="nought"),
        pytest.param("-0", "count", 0, "", "0", id="minus nought"),
        pytest.param("0.25", "ratio", 0, "", "0.25", id="ratio"),
        pytest.param("3", "duration", 0, "days", "3 days", id="duration"),
        pytest.param("1", "duration", 0, "days", "1 day", id="one day"),
        pytest.param("1", "duration", 0, "working days", "1 working day", id="one working day"),
        pytest.param("2.5", "duration", 0, "hours", "2.5 hours", id="part of an hour"),
        pytest.param("1", "decimal", 1, "per 1,000 residents", "1.0 per 1,000 residents", id="a rate"),
    ],
)
def test_a_figure_is_shown_as_people_write_it(value, quantity, decimals, unit, shown):
    assert format_number(Decimal(value), quantity=quantity, decimals=decimals, unit=unit) == shown


@pytest.mark.shows("N1", "L9")
def test_no_figure_is_words_and_never_nought():
    assert format_number(None, quantity=Quantity.PERCENTAGE, decimals=1) == "No figure"


def test_the_kind_of_a_value_will_do():
    assert format_number(Decimal("45"), quantity=ValueKind.PERCENTAGE, decimals=0) == "45%"


@pytest.mark.parametrize(
    "value, plain",
    [
        pytest.param("1E+5", "100000", id="no exponent"),
        pytest.param("12.3400", "12.34", id="no idle noughts"),
        pytest.param("100", "100", id="noughts that count"),
        pytest.param("0.0000", "0", id="nought"),
        pytest.param("-0.0", "0", id="minus nought"),
        pytest.param("-1234.5", "-1234.5", id="no commas"),
    ],
)
def test_a_plain_number_can_be_typed_again(value, plain):
    assert plain_number(Decimal(value)) == plain

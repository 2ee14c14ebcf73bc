from decimal import Decimal

import pytest

from council.numbers import NumberRead, Quantity, read_number
from performance.choices import NUMERIC_KINDS, ValueKind

PERCENTAGE, COUNT, MONEY = Quantity.PERCENTAGE, Quantity.COUNT, Quantity.MONEY
DECIMAL, RATIO, DURATION = Quantity.DECIMAL, Quantity.RATIO, Quantity.DURATION


def reads(quantity, typed, value, **question):
    """One row: what is typed and the figure that is kept, told apart by the characters that were typed."""
    return pytest.param(quantity, typed, Decimal(value), question, id=f"{quantity} {ascii(typed)}")


@pytest.mark.shows("N2", "N3", "N9", "N13", "N22", "N26", "N27", "N28", "N29", "F15")
@pytest.mark.parametrize(
    "quantity, typed, value, question",
    [
        reads(COUNT, "0", "0"),
        reads(COUNT, "00", "0"),
        reads(COUNT, "0.0", "0"),
        reads(COUNT, "-0", "0"),
        reads(COUNT, "−0", "0"),
        reads(COUNT, "1234", "1234"),
        reads(COUNT, "1,234", "1234"),
        reads(COUNT, "1,234,567", "1234567"),
        reads(COUNT, "1 234", "1234"),
        reads(COUNT, "1 234 567", "1234567"),
        reads(COUNT, "1\u00a0234", "1234"),
        reads(COUNT, "1\u202f234", "1234"),
        reads(COUNT, "1\u2009234", "1234"),
        reads(COUNT, "+7", "7"),
        reads(COUNT, "+ 7", "7"),
        reads(COUNT, " 7 ", "7"),
        reads(COUNT, "\t7\t", "7"),
        reads(COUNT, "\u00a07\u00a0", "7"),
        reads(COUNT, "7\n", "7"),
        reads(COUNT, "7\r\n", "7"),
        reads(COUNT, "\u200b7", "7"),
        reads(COUNT, "\ufeff7", "7"),
        reads(COUNT, "1\u200b234", "1234"),
        reads(COUNT, "7\u202e", "7"),
        reads(COUNT, "\u20667\u2069", "7"),
        reads(COUNT, "007", "7"),
        reads(COUNT, "12.0", "12"),
        reads(COUNT, "1,234.", "1234"),
        reads(COUNT, "99999999999", "99999999999"),
        reads(DECIMAL, ".5", "0.5"),
        reads(DECIMAL, "5.", "5"),
        reads(DECIMAL, "1,234.5", "1234.5"),
        reads(DECIMAL, "1.50000", "1.5"),
        reads(DECIMAL, "12.3456", "12.3456"),
        reads(DECIMAL, "0.0001", "0.0001"),
        reads(DECIMAL, "99999999999.9999", "99999999999.9999"),
        reads(DECIMAL, "-99,999,999,999.9999", "-99999999999.9999"),
    ],
)
def test_plain_figures_are_read(quantity, typed, value, question):
    assert read_number(typed, quantity=quantity, **question).value == value


@pytest.mark.shows("N14", "N16", "N17", "N20", "N21")
@pytest.mark.parametrize(
    "quantity, typed, value, question",
    [
        reads(PERCENTAGE, "45", "45"),
        reads(PERCENTAGE, "45%", "45"),
        reads(PERCENTAGE, "12.8 %", "12.8"),
        reads(PERCENTAGE, "12.8\u00a0%", "12.8"),
        reads(PERCENTAGE, "45٪", "45"),
        reads(PERCENTAGE, "45％", "45"),
        reads(PERCENTAGE, "45 per cent", "45"),
        reads(PERCENTAGE, "45 Percent", "45"),
        reads(PERCENTAGE, "100.0%", "100"),
        reads(PERCENTAGE, "+5%", "5"),
        reads(PERCENTAGE, "145%", "145", maximum=Decimal(200)),
        reads(PERCENTAGE, "-3%", "-3", minimum=Decimal(-100)),
        reads(MONEY, "£1,234.50", "1234.5"),
        reads(MONEY, "£ 1 234.50", "1234.5"),
        reads(MONEY, "￡500", "500"),
        reads(MONEY, "500 £", "500"),
        reads(MONEY, "500 GBP", "500"),
        reads(MONEY, "500 pounds", "500"),
        reads(MONEY, "-£5", "-5"),
        reads(MONEY, "£-5", "-5"),
        reads(MONEY, "−£5", "-5"),
        reads(MONEY, "£12.50 per household", "12.5", unit="per household"),
        reads(MONEY, "1,234", "1234", unit="£000"),
        reads(MONEY, "£2k", "2", unit="£000"),
        reads(MONEY, "£2m", "2", unit="£m"),
        reads(MONEY, "£2 million", "2", unit="£m"),
        reads(DECIMAL, "-5", "-5"),
        reads(DECIMAL, "−5", "-5"),
        reads(DECIMAL, "–5", "-5"),
        reads(DECIMAL, "—5", "-5"),
        reads(DECIMAL, "－5", "-5"),
        reads(DECIMAL, "- 5", "-5"),
        reads(DECIMAL, "3.2 per 1,000 people", "3.2", unit="per 1,000 people"),
        reads(DECIMAL, "5 m", "5", unit="m"),
        reads(COUNT, "-5", "-5", minimum=Decimal("-Infinity")),
        reads(COUNT, "12 complaints", "12", unit="complaints"),
        reads(COUNT, "1 complaint", "1", unit="complaints"),
        reads(COUNT, "45 Orders", "45", unit="orders"),
        reads(DURATION, "3", "3", unit="days"),
        reads(DURATION, "3 days", "3", unit="days"),
        reads(DURATION, "1 day", "1", unit="days"),
        reads(DURATION, "3d", "3", unit="days"),
        reads(DURATION, "3 working days", "3", unit="working days"),
        reads(DURATION, "2.5 hours", "2.5", unit="hours"),
        reads(DURATION, "2.5 hrs.", "2.5", unit="hours"),
        reads(DURATION, "90 mins", "90", unit="minutes"),
        reads(DURATION, "3 weeks", "3", unit="week"),
        reads(RATIO, "0.25", "0.25"),
    ],
)
def test_the_marks_of_a_kind_are_read(quantity, typed, value, question):
    assert read_number(typed, quantity=quantity, **question).value == value


@pytest.mark.shows("N23", "N24")
@pytest.mark.parametrize(
    "quantity, typed, value, question",
    [
        reads(COUNT, "５００", "500"),
        reads(COUNT, "１，２３４", "1234"),
        reads(COUNT, "٣٤", "34"),
        reads(COUNT, "١٬٢٣٤", "1234"),
        reads(COUNT, "१२", "12"),
        reads(COUNT, "\u202e12", "12"),
        reads(DECIMAL, "٣٫٥", "3.5"),
    ],
)
def test_digits_that_look_otherwise_are_shown_back(quantity, typed, value, question):
    read = read_number(typed, quantity=quantity)

    assert read == NumberRead(value, notice=f"Read as {value}.")


SHARES = [
    pytest.param(PERCENTAGE, "1 in 4", ("25", None, None), "Read as 25%.", id="1 in 4"),
    pytest.param(PERCENTAGE, "1in4", ("25", None, None), "Read as 25%.", id="1in4"),
    pytest.param(PERCENTAGE, "36 of 80", ("45", "36", "80"), "Read as 45%.", id="36 of 80"),
    pytest.param(PERCENTAGE, "36 out of 80", ("45", "36", "80"), "Read as 45%.", id="36 out of 80"),
    pytest.param(PERCENTAGE, "36/80", ("45", "36", "80"), "Read as 45%.", id="36/80"),
    pytest.param(PERCENTAGE, "36⁄80", ("45", "36", "80"), "Read as 45%.", id="fraction slash"),
    pytest.param(PERCENTAGE, "1,000 OF 2,000", ("50", "1000", "2000"), "Read as 50%.", id="thousands"),
    pytest.param(PERCENTAGE, "0 of 80", ("0", "0", "80"), "Read as 0%.", id="none of 80"),
    pytest.param(PERCENTAGE, "80 of 80", ("100", "80", "80"), "Read as 100%.", id="all of 80"),
    pytest.param(
        PERCENTAGE,
        "2 of 3",
        ("66.6667", "2", "3"),
        "Read as 66.6667%, rounded to 4 decimal places.",
        id="2 of 3",
    ),
    pytest.param(RATIO, "1 in 4", ("0.25", None, None), "Read as 0.25.", id="ratio 1 in 4"),
    pytest.param(RATIO, "1:4", ("0.25", None, None), "Read as 0.25.", id="ratio 1:4"),
    pytest.param(RATIO, "1 : 4", ("0.25", None, None), "Read as 0.25.", id="ratio 1 : 4"),
    pytest.param(RATIO, "3 to 1", ("3", None, None), "Read as 3.", id="ratio 3 to 1"),
    pytest.param(RATIO, "36 of 80", ("0.45", "36", "80"), "Read as 0.45.", id="ratio 36 of 80"),
    pytest.param(RATIO, "3/2", ("1.5", "3", "2"), "Read as 1.5.", id="ratio 3/2"),
]


@pytest.mark.shows("N45")
@pytest.mark.parametrize("quantity, typed, parts, notice", SHARES)
def test_shares_keep_the_counts_behind_them(quantity, typed, parts, notice):
    value, numerator, denominator = (part and Decimal(part) for part in parts)

    assert read_number(typed, quantity=quantity) == NumberRead(value, numerator, denominator, notice)


@pytest.mark.shows("N15")
@pytest.mark.parametrize(
    "typed, usual, notice",
    [
        pytest.param("0.45", ["40", "60"], "Did you mean 45%?", id="among the last values"),
        pytest.param("0.7", ["40", "60"], "Did you mean 70%?", id="near the last values"),
        pytest.param("0.05", ["40", "60"], None, id="5 would be far off too"),
        pytest.param("0.999", ["30", "40"], None, id="99.9 would be far off too"),
        pytest.param("1", ["40", "60"], None, id="1 is a percentage"),
        pytest.param("0.45%", ["40", "60"], None, id="with its sign it is meant"),
        pytest.param("0.45", ["0.3", "0.6"], None, id="small values are usual"),
        pytest.param("0.45", [], None, id="no values yet"),
        pytest.param("0", ["40", "60"], None, id="nought is nought"),
        pytest.param("45", ["40", "60"], None, id="plain"),
    ],
)
def test_a_fraction_where_per_cents_are_usual_is_questioned(typed, usual, notice):
    read = read_number(typed, quantity=PERCENTAGE, usual=[Decimal(value) for value in usual])

    assert read.notice == notice
    assert read.value == Decimal(typed.rstrip("%"))


@pytest.mark.shows("N36")
@pytest.mark.parametrize(
    "typed, decimals, notice",
    [
        pytest.param("12.85", 1, "Kept as 12.85, with more places than are usually shown.", id="one more"),
        pytest.param("12.8", 1, None, id="as shown"),
        pytest.param("12.80", 1, None, id="an idle nought"),
        pytest.param("12.85", None, None, id="not said"),
        pytest.param("1 in 3", 0, "Read as 33.3333%, rounded to 4 decimal places.", id="a share"),
    ],
)
def test_more_places_than_usual_are_kept_and_remarked_on(typed, decimals, notice):
    assert read_number(typed, quantity=PERCENTAGE, decimals=decimals).notice == notice


def test_a_plain_figure_has_no_notice():
    assert read_number("1,234.5", quantity=DECIMAL) == NumberRead(Decimal("1234.5"))


def test_the_kinds_are_the_numeric_kinds_of_values():
    assert [str(kind) for kind in Quantity] == [kind.value for kind in NUMERIC_KINDS]
    assert read_number("5", quantity=ValueKind.PERCENTAGE).value == 5

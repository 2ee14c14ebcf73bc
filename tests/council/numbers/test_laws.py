import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.numbers import NumberProblem, Quantity, format_number, plain_number, read_number

QUANTITIES = st.sampled_from(list(Quantity))
UNITS = st.sampled_from(
    ["", "days", "working days", "hours", "£000", "£m", "per household", "m", "complaints"]
)
ENDLESS = {"minimum": Decimal("-Infinity"), "maximum": Decimal("Infinity")}
# Every figure that fits 15 digits, 4 of them decimals.
FIGURES = st.integers(-(10**15) + 1, 10**15 - 1).map(lambda units: Decimal(units).scaleb(-4))
SCRAPS = [
    "1",
    "23",
    "456",
    "0",
    ",",
    ".",
    " ",
    "-",
    "−",
    "£",
    "%",
    "(",
    ")",
    "k",
    "m",
    "bn",
    "e",
    "in",
    "of",
    "/",
]
SCRAPS += [
    ":",
    "to",
    "days",
    "weeks",
    "hrs",
    "p",
    "O",
    "_",
    "'",
    "½",
    "²",
    "٣",
    "５",
    "\u202e",
    "\ufeff",
    "\0",
    "#N/A",
]
TEXTS = st.text(max_size=120) | st.lists(st.sampled_from(SCRAPS), max_size=12).map("".join)


def answer(text, quantity, **question):
    """What is read, or the sentence of the refusal."""
    try:
        return read_number(text, quantity=quantity, **question)
    except NumberProblem as problem:
        return problem.sentence


@pytest.mark.shows("R1")
@given(TEXTS, QUANTITIES, UNITS)
def test_any_text_is_read_or_refused_in_a_sentence(text, quantity, unit):
    said = answer(text, quantity, unit=unit, decimals=1, usual=[Decimal(50)])

    if isinstance(said, str):
        assert re.match("(Enter|Type) |A share of 0 cannot be calculated", said)
    else:
        assert said.value.is_finite()


@pytest.mark.shows("N34", "N35")
@given(TEXTS, QUANTITIES, UNITS)
def test_whatever_is_read_fits_the_column(text, quantity, unit):
    said = answer(text, quantity, unit=unit, **ENDLESS)

    if not isinstance(said, str):
        _, digits, exponent = said.value.as_tuple()
        assert -4 <= exponent <= 0
        assert len(digits) + exponent <= 11


@pytest.mark.shows("N18", "N19")
@given(TEXTS, QUANTITIES, UNITS)
def test_a_figure_that_a_refusal_names_is_accepted(text, quantity, unit):
    named = re.match(r"Enter (-?[0-9.]+), ", str(answer(text, quantity, unit=unit)))

    if named:
        assert read_number(named[1], quantity=quantity, unit=unit).value == Decimal(named[1])


@pytest.mark.shows("N26")
@given(
    TEXTS, QUANTITIES, st.text(" \t\n\u00a0\u3000", max_size=10), st.text(" \t\n\u00a0\u3000", max_size=10)
)
def test_blanks_around_a_text_change_nothing(text, quantity, before, after):
    assert answer(before + text + after, quantity) == answer(text, quantity)


@pytest.mark.shows("N9", "N37")
@given(FIGURES, QUANTITIES, st.integers(0, 4), UNITS)
def test_a_figure_that_was_shown_is_read_again(value, quantity, decimals, unit):
    value = Decimal(int(value)) if quantity is Quantity.COUNT else value
    shown = format_number(value, quantity=quantity, decimals=decimals, unit=unit)

    assert read_number(shown, quantity=quantity, unit=unit, **ENDLESS).value == value


@given(FIGURES, QUANTITIES)
def test_a_plain_number_is_read_again_without_a_notice(value, quantity):
    value = Decimal(int(value)) if quantity is Quantity.COUNT else value
    read = read_number(plain_number(value), quantity=quantity, **ENDLESS)

    assert (read.value, read.notice) == (value, None)


@pytest.mark.shows("N24")
@given(FIGURES, st.sampled_from("٠०০０"))
def test_digits_of_any_script_are_the_same_figure(value, nought):
    plain = plain_number(value)
    foreign = "".join(chr(ord(nought) + int(letter)) if letter.isdigit() else letter for letter in plain)

    assert read_number(foreign, quantity=Quantity.DECIMAL).value == value


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_a_share_is_right_to_four_places(part, whole):
    part, whole = min(part, whole), max(part, whole)
    read = read_number(f"{part} of {whole}", quantity=Quantity.PERCENTAGE)

    assert abs(read.value * whole - 100 * part) * 10_000 * 2 <= whole
    assert (read.numerator, read.denominator) == (part, whole)

import time
from decimal import Decimal

import pytest

from council.numbers import NumberProblem, Quantity, read_number

PERCENTAGE, COUNT, MONEY = Quantity.PERCENTAGE, Quantity.COUNT, Quantity.MONEY
DECIMAL, RATIO, DURATION = Quantity.DECIMAL, Quantity.RATIO, Quantity.DURATION
A_PERCENTAGE = "Enter a percentage, such as 45, 12.8 or 36 of 80"
A_COUNT = "Enter a whole number, such as 1234"
AN_AMOUNT = "Enter an amount in pounds, such as 1234.50"
A_NUMBER = "Enter a number, such as 12.5"
A_RATIO = "Enter a ratio, such as 0.25, 1:4 or 3 to 1"
GROUPED = ", with commas between thousands only"
POINT = "with a decimal point, not a comma"
LETTER_O = "with the figure 0 in place of the letter O"
TOO_LARGE = "Enter a figure of at most 11 digits before the decimal point"
NOT_KNOWN = 'Enter a figure, or choose "Not known"'
NO_SHARE = 'A share of 0 cannot be calculated: enter a figure, or choose "Not known"'
UNREADABLE = "Type the figure again: it holds a character that cannot be read"


def refusal(typed, quantity, **question):
    with pytest.raises(NumberProblem) as refused:
        read_number(typed, quantity=quantity, **question)
    return refused.value


def says(quantity, typed, sentence, **question):
    """One row: what is typed and the sentence that answers it, told apart by the characters that were typed."""
    return pytest.param(quantity, typed, sentence, question, id=f"{quantity} {ascii(typed[:40])}")


@pytest.mark.shows("N6", "N11", "N12", "N18", "N19", "N25")
@pytest.mark.parametrize(
    "quantity, typed, sentence, question",
    [
        says(MONEY, "£2m", "Enter 2000000, the figure in full"),
        says(MONEY, "£2.5m", "Enter 2500000, the figure in full"),
        says(MONEY, "-£2m", "Enter -2000000, the figure in full"),
        says(MONEY, "£2 million", "Enter 2000000, the figure in full"),
        says(MONEY, "2k", "Enter 2000, the figure in full"),
        says(MONEY, "1.5bn", "Enter 1500000000, the figure in full"),
        says(MONEY, "£2m", "Enter 2000, the figure in full", unit="£000"),
        says(MONEY, "£500k", "Enter 0.5, the figure in full", unit="£m"),
        says(MONEY, "£1e6", "Enter 1000000, the figure in full"),
        says(MONEY, "10tn", TOO_LARGE),
        says(COUNT, "2k", "Enter 2000, the figure in full"),
        says(COUNT, "2k", "Enter a whole number between 0 and 100", maximum=Decimal(100)),
        says(COUNT, "1e5", "Enter 100000, the figure in full"),
        says(COUNT, "1e10", "Enter 10000000000, the figure in full"),
        says(DECIMAL, "1e-3", "Enter 0.001, the figure in full"),
        says(MONEY, "(500)", "Enter -500, with a minus sign instead of brackets"),
        says(MONEY, "(£1,500.50)", "Enter -1500.5, with a minus sign instead of brackets"),
        says(DECIMAL, "5-", "Enter -5, with the minus sign in front"),
        says(DECIMAL, "12,34", f"Enter 12.34, {POINT}"),
        says(DECIMAL, "-12,34", f"Enter -12.34, {POINT}"),
        says(DECIMAL, ",5", f"Enter 0.5, {POINT}"),
        says(DECIMAL, "0,123", f"Enter 0.123, {POINT}"),
        says(DECIMAL, "1.234,5", f"Enter 1234.5, {POINT}"),
        says(PERCENTAGE, "12,5%", f"Enter 12.5, {POINT}"),
        says(MONEY, "£1.234,56", f"Enter 1234.56, {POINT}"),
        says(PERCENTAGE, "1.234,5", f"Enter a percentage between 0 and 100, {POINT}"),
        says(MONEY, "1,5m", AN_AMOUNT),
        says(COUNT, "1.034.507", "Enter 1034507, with commas between thousands or none"),
        says(COUNT, "1'234", "Enter 1234, with commas between thousands or none"),
        says(COUNT, "12,34,567", "Enter 1234567, with commas between thousands or none"),
        says(COUNT, "1_000", "Enter 1000, without the underscore"),
        says(COUNT, "4O", f"Enter 40, {LETTER_O}"),
        says(PERCENTAGE, "1oo%", f"Enter 100, {LETTER_O}"),
        says(COUNT, "£5", "Enter 5, without the £ sign"),
        says(MONEY, "50p", "Enter 0.5, the amount in pounds"),
        says(RATIO, "25%", "Enter 0.25, as a ratio"),
        says(PERCENTAGE, "1:4", "Enter 25, if you mean 1 in every 4"),
        says(PERCENTAGE, "4:4", "Enter 100, if you mean 4 in every 4"),
        says(PERCENTAGE, "60% (DTLR survey)", "Enter 60, the figure alone"),
        says(PERCENTAGE, "about 45%", "Enter 45, the figure alone"),
        says(COUNT, "c. 1,200", "Enter 1200, the figure alone"),
        says(COUNT, "=45", "Enter 45, the figure alone"),
        says(COUNT, "12 est.", "Enter 12, the figure alone"),
        says(COUNT, "12*", "Enter 12, the figure alone"),
        says(DURATION, "2 weeks", "Enter 14, the time in days", unit="days"),
        says(DURATION, "36 hours", "Enter 1.5, the time in days", unit="days"),
        says(DURATION, "90 mins", "Enter 1.5, the time in hours", unit="hours"),
    ],
)
def test_a_figure_that_can_be_told_is_named(quantity, typed, sentence, question):
    assert refusal(typed, quantity, **question).sentence == sentence


@pytest.mark.shows("N4", "N7", "N10", "N14", "N30", "N31", "N52", "T1")
@pytest.mark.parametrize(
    "quantity, typed, sentence, question",
    [
        says(COUNT, "1,2,3,4", A_COUNT + GROUPED),
        says(COUNT, "12,34", A_COUNT + GROUPED),
        says(COUNT, "0,123", A_COUNT + GROUPED),
        says(COUNT, "1,234,", A_COUNT + GROUPED),
        says(COUNT, "1 23", A_COUNT + GROUPED),
        says(DECIMAL, "1,234 567", A_NUMBER + GROUPED),
        says(MONEY, "1 234,50", AN_AMOUNT + GROUPED),
        says(COUNT, "45%", f"{A_COUNT}, not a percentage"),
        says(MONEY, "45%", f"{AN_AMOUNT}, not a percentage"),
        says(DURATION, "45%", f"{A_NUMBER}, not a percentage"),
        says(COUNT, "1E-400", A_COUNT),
        says(COUNT, "1e400", A_COUNT),
        says(DECIMAL, "sNaN", A_NUMBER),
        says(DECIMAL, "Infinity", A_NUMBER),
        says(DECIMAL, "½", A_NUMBER),
        says(DECIMAL, "3½", A_NUMBER),
        says(DECIMAL, "²", A_NUMBER),
        says(DECIMAL, "5²", A_NUMBER),
        says(DECIMAL, "Ⅳ", A_NUMBER),
        says(DECIMAL, "①", A_NUMBER),
        says(COUNT, "0x1F", A_COUNT),
        says(COUNT, "0b1", A_COUNT),
        says(COUNT, "0o7", f"Enter 7, {LETTER_O}"),
        says(COUNT, "--5", A_COUNT),
        says(COUNT, "+-5", A_COUNT),
        says(COUNT, "1.2.3", A_COUNT),
        says(COUNT, "twelve", A_COUNT),
        says(COUNT, "3 dozen", A_COUNT),
        says(COUNT, "<5", A_COUNT),
        says(COUNT, "minus 5", A_COUNT),
        says(COUNT, "10–20", A_COUNT),
        says(COUNT, "36 of 80", A_COUNT),
        says(COUNT, "£5k", A_COUNT),
        says(COUNT, "12 overdue", A_COUNT),
        says(MONEY, "$5", AN_AMOUNT),
        says(MONEY, "£", AN_AMOUNT),
        says(MONEY, "££5", AN_AMOUNT),
        says(MONEY, "about 45%", AN_AMOUNT),
        says(MONEY, "$5", "Enter an amount in £000, such as 1234", unit="£000"),
        says(PERCENTAGE, "12%%", A_PERCENTAGE),
        says(PERCENTAGE, "60% (was 65%)", A_PERCENTAGE),
        says(PERCENTAGE, "1/2/3", A_PERCENTAGE),
        says(PERCENTAGE, "3 to 1", A_PERCENTAGE),
        says(PERCENTAGE, "45% of 80", A_PERCENTAGE),
        says(PERCENTAGE, "-1 in 4", A_PERCENTAGE),
        says(RATIO, "a:b", A_RATIO),
        says(DURATION, "2m", "Enter a number of days, such as 12.5", unit="days"),
        says(DURATION, "1:30", "Enter a number of hours, such as 12.5", unit="hours"),
        says(DURATION, "10 minutes", "Enter a number of hours, such as 12.5", unit="hours"),
        says(DURATION, "2 months", "Enter a number of days, such as 12.5", unit="days"),
        says(DURATION, "3 days", "Enter a number of working days, such as 12.5", unit="working days"),
        says(COUNT, "#REF!", "Enter the figure: the spreadsheet has an error here, #REF!"),
        says(COUNT, "#DIV/0!", "Enter the figure: the spreadsheet has an error here, #DIV/0!"),
        says(COUNT, "1\t234", "Enter one figure only"),
        says(COUNT, "12\n13", "Enter one figure only"),
        says(COUNT, "4\x005", UNREADABLE),
        says(COUNT, "4\x1b5", UNREADABLE),
        says(COUNT, "\ud8005", UNREADABLE),
    ],
)
def test_what_is_no_single_figure_is_refused(quantity, typed, sentence, question):
    assert refusal(typed, quantity, **question).sentence == sentence


@pytest.mark.shows("N16", "N20", "N34", "N35", "N36", "N40", "N41")
@pytest.mark.parametrize(
    "quantity, typed, sentence, question",
    [
        says(PERCENTAGE, "145%", "Enter a percentage between 0 and 100"),
        says(PERCENTAGE, "-3%", "Enter a percentage between 0 and 100"),
        says(PERCENTAGE, "100.0001", "Enter a percentage between 0 and 100"),
        says(PERCENTAGE, "250%", "Enter a percentage between 0 and 200", maximum=Decimal(200)),
        says(PERCENTAGE, "-1", "Enter a percentage of 0 or more", maximum=Decimal("Infinity")),
        says(COUNT, "-5", "Enter a whole number of 0 or more"),
        says(COUNT, "(500)", "Enter a whole number of 0 or more"),
        says(COUNT, "12.5", "Enter a whole number, such as 12 or 13"),
        says(RATIO, "-1", "Enter a ratio of 0 or more"),
        says(DURATION, "-1", "Enter a number of 0 or more"),
        says(MONEY, "6", "Enter an amount of 5.5 or less", maximum=Decimal("5.50")),
        says(DECIMAL, "99999999999999.9999", TOO_LARGE),
        says(DECIMAL, "100000000000", TOO_LARGE),
        says(DECIMAL, "12345678901.23456", "Enter at most 4 decimal places, such as 12345678901.2346"),
        says(DECIMAL, "0.00001", "Enter at most 4 decimal places, such as 0"),
        says(PERCENTAGE, "36/0", NO_SHARE),
        says(PERCENTAGE, "0 of 0", NO_SHARE),
        says(RATIO, "1:0", NO_SHARE),
        says(PERCENTAGE, "80 of 36", "Enter the part first, then the whole, such as 36 of 80: 80 is over 36"),
        says(RATIO, "5 in 4", "Enter the part first, then the whole, such as 36 of 80: 5 is over 4"),
    ],
)
def test_a_figure_beyond_its_ends_is_refused(quantity, typed, sentence, question):
    assert refusal(typed, quantity, **question).sentence == sentence


@pytest.mark.shows("N1", "N48", "L9")
@pytest.mark.parametrize(
    "typed",
    ["", "  ", "\u200b", "n/a", "N/A", "n.a.", "#N/A", "-", "—", "--", "TBC", "tbc.", "null", "None", "NaN"]
    + ["not known", "Not  Known", "??", "...", "…", "true", "to be confirmed", "n/k", "no data"],
)
def test_a_word_for_no_figure_is_offered_not_known(typed):
    problem = refusal(typed, PERCENTAGE)

    assert problem.looks_blank
    assert problem.sentence == NOT_KNOWN


def test_not_due_is_offered_as_such():
    problem = refusal("Not due", COUNT)

    assert (problem.sentence, problem.looks_blank) == ('Enter a figure, or choose "Not due"', True)


@pytest.mark.shows("N1", "N2")
@pytest.mark.parametrize("typed", ["nil", "Nought", "zero", "O"])
def test_a_word_for_nought_is_neither_nought_nor_a_blank(typed):
    problem = refusal(typed, COUNT)

    assert problem.sentence == 'Enter 0 if you mean nought, or choose "Not known"'
    assert not problem.looks_blank


@pytest.mark.shows("N32")
@pytest.mark.parametrize(
    "typed, sentence",
    [
        pytest.param("9" * 20, TOO_LARGE, id="20 digits"),
        pytest.param("9" * 400, TOO_LARGE, id="400 digits"),
        pytest.param("9" * 5000, TOO_LARGE, id="5,000 digits"),
        pytest.param("9" * 1_000_000, TOO_LARGE, id="a million digits"),
        pytest.param("lorem " * 200_000, A_COUNT, id="a megabyte of text"),
        pytest.param(" " * 1_000_000 + "x", A_COUNT, id="a megabyte of blanks"),
        pytest.param("1," * 50, A_COUNT + GROUPED, id="groups without end"),
        pytest.param("1 " * 49 + "in", A_COUNT, id="a share without end"),
        pytest.param("0" * 99 + "!", A_COUNT, id="noughts and no figure"),
    ],
)
def test_a_monster_is_refused_at_once(typed, sentence):
    began = time.process_time()
    problem = refusal(typed, COUNT)
    took = time.process_time() - began

    assert problem.sentence == sentence
    assert took < 0.05

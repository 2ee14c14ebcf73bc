from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance.choices import Direction, TargetBasis, ValueKind
from performance.rules.targets import AmbiguousTarget, TargetProblem, read_target

D = Decimal
HIGHER, LOWER, RANGE = Direction.HIGHER, Direction.LOWER, Direction.RANGE
PERCENTAGE, COUNT, MONEY = ValueKind.PERCENTAGE, ValueKind.COUNT, ValueKind.MONEY


@pytest.mark.shows("F18")
@pytest.mark.parametrize(
    "text, kind, direction, value",
    [
        pytest.param("43%", PERCENTAGE, HIGHER, D("43"), id="percentage"),
        pytest.param("0", COUNT, LOWER, D("0"), id="nought"),
        pytest.param("£1,234.50", MONEY, LOWER, D("1234.5"), id="money"),
        pytest.param("43% (best quarter)", PERCENTAGE, HIGHER, D("43"), id="with a note"),
        pytest.param("at least 85%", PERCENTAGE, HIGHER, D("85"), id="at least"),
        pytest.param("85% or more", PERCENTAGE, HIGHER, D("85"), id="or more"),
        pytest.param("Up to 5", COUNT, LOWER, D("5"), id="up to"),
        pytest.param("≤5", COUNT, LOWER, D("5"), id="less or equal sign"),
        pytest.param("exactly -500", MONEY, LOWER, D("-500"), id="exactly"),
        pytest.param("3 to 1", ValueKind.RATIO, HIGHER, D("3"), id="a ratio is no range"),
    ],
)
def test_figure_to_reach(text, kind, direction, value):
    target = read_target(text, kind, direction)
    assert (target.basis, target.value, target.as_written) == (TargetBasis.ABSOLUTE, value, text)


@pytest.mark.shows("F18", "S2-24")
def test_five_per_cent_more_of_a_percentage_asks_which_and_carries_both():
    with pytest.raises(AmbiguousTarget) as asked:
        read_target("+5%", PERCENTAGE, HIGHER, base=D("60"))
    points, per_cent = asked.value.readings
    assert (points.target.basis, points.target.value) == (TargetBasis.POINTS, D("65"))
    assert (per_cent.target.basis, per_cent.target.value) == (TargetBasis.PER_CENT, D("63"))
    assert asked.value.sentence == (
        "“+5%” can mean 65% (5 points more than 60%) or 63% (5 per cent more than 60%): "
        "enter “+5 points” or “+5 per cent”"
    )


@pytest.mark.shows("S2-24")
def test_ambiguous_target_without_a_base_still_asks():
    with pytest.raises(AmbiguousTarget) as asked:
        read_target("-10%", PERCENTAGE, LOWER)
    assert asked.value.sentence == (
        "“-10%” can mean 10 points less or 10 per cent less: enter “-10 points” or “-10 per cent”"
    )
    assert [reading.target.value for reading in asked.value.readings] == [None, None]


@pytest.mark.shows("S2-24")
@pytest.mark.parametrize(
    "text, kind, direction, unit, minimum",
    [
        pytest.param("+5%", PERCENTAGE, HIGHER, "", None, id="points or per cent"),
        pytest.param("+5", COUNT, HIGHER, "", None, id="5 more or 5"),
        pytest.param("+£500", MONEY, HIGHER, "", None, id="£500 more or £500"),
        pytest.param("-500", MONEY, LOWER, "", None, id="500 less or minus 500"),
        pytest.param("+2 days", ValueKind.DURATION, LOWER, "days", None, id="2 days more or 2 days"),
        pytest.param("-10%", PERCENTAGE, LOWER, "", D("-100"), id="three readings"),
    ],
)
def test_what_the_question_says_to_write_is_read_as_that_reading(text, kind, direction, unit, minimum):
    told = {"base": D("60"), "unit": unit, "minimum": minimum}
    with pytest.raises(AmbiguousTarget) as asked:
        read_target(text, kind, direction, **told)
    assert len(asked.value.readings) >= 2
    for reading in asked.value.readings:
        chosen = read_target(reading.write, kind, direction, **told)
        assert (chosen.basis, chosen.value) == (reading.target.basis, reading.target.value)


@pytest.mark.shows("F18")
@pytest.mark.parametrize(
    "text, kind, basis, change, value",
    [
        pytest.param("+5 points", PERCENTAGE, TargetBasis.POINTS, D("5"), D("65"), id="points"),
        pytest.param("+5 percentage points", PERCENTAGE, TargetBasis.POINTS, D("5"), D("65"), id="in full"),
        pytest.param("+5pp", PERCENTAGE, TargetBasis.POINTS, D("5"), D("65"), id="pp"),
        pytest.param("up by 5 points", PERCENTAGE, TargetBasis.POINTS, D("5"), D("65"), id="up by"),
        pytest.param("+5 per cent", PERCENTAGE, TargetBasis.PER_CENT, D("5"), D("63"), id="per cent"),
        pytest.param("–10 per cent", PERCENTAGE, TargetBasis.PER_CENT, D("-10"), D("54"), id="an en dash"),
        pytest.param(
            "reduce by 10%", COUNT, TargetBasis.PER_CENT, D("-10"), D("54"), id="a count has no points"
        ),
        pytest.param("-5", COUNT, TargetBasis.POINTS, D("-5"), D("55"), id="no count is below nought"),
        pytest.param("reduce by 5", COUNT, TargetBasis.POINTS, D("-5"), D("55"), id="reduce by"),
        pytest.param("+2.5 per cent", COUNT, TargetBasis.PER_CENT, D("2.5"), D("61.5"), id="between counts"),
    ],
)
def test_change_comes_to_a_figure(text, kind, basis, change, value):
    target = read_target(text, kind, HIGHER, base=D("60"))
    assert (target.basis, target.change, target.base, target.value) == (basis, change, D("60"), value)


def test_change_of_a_base_below_nought_goes_the_way_it_says():
    assert read_target("+10 per cent", MONEY, HIGHER, base=D("-50")).value == D("-45")


def test_change_is_worked_out_to_the_places_that_are_kept():
    assert read_target("+3.3333 per cent", PERCENTAGE, HIGHER, base=D("12.8")).value == D("13.2267")


def test_change_past_what_the_indicator_can_reach_is_refused():
    with pytest.raises(TargetProblem) as refused:
        read_target("+50 points", PERCENTAGE, HIGHER, base=D("60"))
    assert refused.value.sentence == "“+50 points” comes to 110%, which this indicator cannot reach"


@pytest.mark.shows("F18")
@pytest.mark.parametrize(
    "text, low, high",
    [
        pytest.param("40 to 60", D("40"), D("60"), id="to"),
        pytest.param("40% to 60%", D("40"), D("60"), id="with signs"),
        pytest.param("40-60%", D("40"), D("60"), id="hyphen"),
        pytest.param("40 – 60", D("40"), D("60"), id="dash"),
        pytest.param("between 40 and 60", D("40"), D("60"), id="between"),
    ],
)
def test_range_has_two_ends(text, low, high):
    target = read_target(text, PERCENTAGE, RANGE)
    assert (target.basis, target.low, target.high, target.value) == (TargetBasis.RANGE, low, high, None)


@pytest.mark.shows("F17")
@pytest.mark.parametrize("text", ["60-70", "60 to 70%", "between 60 and 70"])
@pytest.mark.parametrize("direction, way", [(HIGHER, "higher"), (LOWER, "lower")])
def test_range_is_refused_where_one_way_is_better(text, direction, way):
    with pytest.raises(
        TargetProblem, match=f"a range, and for this indicator {way} is better: enter the one"
    ):
        read_target(text, PERCENTAGE, direction)


def test_range_may_reach_below_nought():
    target = read_target("-5 to 5", ValueKind.DECIMAL, RANGE)
    assert (target.low, target.high) == (D("-5"), D("5"))


@pytest.mark.parametrize(
    "text, kind, direction, sentence",
    [
        pytest.param(
            "60 to 40", PERCENTAGE, RANGE, "Enter the lower figure first, such as 40 to 60", id="reversed"
        ),
        pytest.param(
            "50%", PERCENTAGE, RANGE, "Enter the two ends of the range, such as 40 to 60", id="one end"
        ),
        pytest.param(
            "at least 85%",
            PERCENTAGE,
            LOWER,
            "For this indicator lower is better: enter the figure to reach alone",
            id="at least, where lower is better",
        ),
        pytest.param("n/a", COUNT, HIGHER, "Leave the target blank if there is none", id="a word for none"),
        pytest.param("£2m", MONEY, HIGHER, "Enter 2000000, the figure in full", id="millions"),
        pytest.param(
            "40 (000s)",
            COUNT,
            HIGHER,
            "Enter the figure in full, such as 2000000 for two million",
            id="a multiple",
        ),
        pytest.param("Maybe", ValueKind.YES_NO, HIGHER, "Enter Yes or No", id="neither yes nor no"),
        pytest.param(
            "Done",
            ValueKind.DATE,
            LOWER,
            "Enter the date to reach, such as 31 March 2003",
            id="a date without a date",
        ),
        pytest.param(
            "40%",
            ValueKind.MILESTONE,
            HIGHER,
            "Enter “Do it”, or the date it is to be done by",
            id="no words",
        ),
        pytest.param(
            "+5 points a year",
            PERCENTAGE,
            HIGHER,
            "Enter a percentage, such as 45, 12.8 or 36 of 80",
            id="a longer phrase",
        ),
        pytest.param("x" * 101, COUNT, HIGHER, "Enter the target in at most 100 characters", id="too long"),
    ],
)
def test_what_is_no_target_is_refused_with_a_sentence(text, kind, direction, sentence):
    with pytest.raises(TargetProblem) as refused:
        read_target(text, kind, direction)
    assert refused.value.sentence == sentence


@pytest.mark.parametrize("text", ["", "   ", "\N{NO-BREAK SPACE}"])
def test_blank_is_no_target(text):
    assert read_target(text, COUNT, HIGHER) is None


@pytest.mark.shows("F18", "S2-09", "S2-25")
@pytest.mark.parametrize(
    "text, kind, words, value",
    [
        pytest.param("Level 2", ValueKind.LEVEL, "Level 2", D("2"), id="level"),
        pytest.param("yes", ValueKind.YES_NO, "Yes", D("1"), id="yes"),
        pytest.param("Mar-03", ValueKind.DATE, "2003-03-31", D("731305"), id="month"),
        pytest.param("By March 2003", ValueKind.DATE, "2003-03-31", D("731305"), id="by a month"),
        pytest.param("Do It", ValueKind.MILESTONE, "done", None, id="do it"),
        pytest.param("Mar-03", ValueKind.MILESTONE, "2003-03-31", None, id="a date to do it by"),
        pytest.param("Plan approved", ValueKind.MILESTONE, "Plan approved", None, id="what is to be done"),
    ],
)
def test_target_in_words_has_a_normal_form(text, kind, words, value):
    target = read_target(text, kind, HIGHER)
    assert (target.basis, target.words, target.value) == (TargetBasis.WORDS, words, value)
    assert target.as_written == text


def read_or_refused(text, kind, direction, base):
    try:
        return read_target(text, kind, direction, base=base)
    except TargetProblem as problem:
        return problem


@given(
    st.one_of(
        st.text(max_size=120),
        st.from_regex(r"\A(up to|\+|-|between|exactly)? ?[0-9.,]{1,8} ?(%|points|to 5)?\Z"),
    ),
    st.sampled_from(ValueKind),
    st.sampled_from(Direction),
    st.sampled_from([None, D("60"), D("0")]),
)
def test_any_text_is_read_or_refused_with_a_sentence(text, kind, direction, base):
    outcome = read_or_refused(text, kind, direction, base)
    if isinstance(outcome, TargetProblem):
        assert outcome.sentence
    else:
        assert outcome is None or outcome.as_written

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance.choices import Known, ValueKind
from performance.rules.milestones import OFFERED, PHRASES, Milestone, read_milestone
from performance.rules.values import ReadValue, ValueProblem, read_known, read_value

D = Decimal
CRE = ["Level 1", "Level 2", "Level 3"]
STARS = ["Poor", "Fair", "Good", "Excellent"]


@pytest.mark.shows("F15", "S2-09", "N2", "N3", "N9", "N14", "N17", "N21", "N26")
@pytest.mark.parametrize(
    "text, kind, value",
    [
        pytest.param("45%", ValueKind.PERCENTAGE, D("45"), id="percentage with its sign"),
        pytest.param("12.8", ValueKind.PERCENTAGE, D("12.8"), id="percentage without"),
        pytest.param("0", ValueKind.COUNT, D("0"), id="nought is a value"),
        pytest.param("-0", ValueKind.DECIMAL, D("0"), id="minus nought is nought"),
        pytest.param("1,234,567", ValueKind.COUNT, D("1234567"), id="thousands"),
        pytest.param("£1,234.50", ValueKind.MONEY, D("1234.5"), id="money"),
        pytest.param("−5", ValueKind.DECIMAL, D("-5"), id="a real minus sign"),
        pytest.param("\t7\N{NO-BREAK SPACE}", ValueKind.COUNT, D("7"), id="blanks around"),
    ],
)
def test_number_is_read_by_its_kind(text, kind, value):
    assert read_value(text, kind=kind).value == value


@pytest.mark.shows("F16")
def test_numerator_and_denominator_are_kept():
    read = read_value("36 of 80", kind=ValueKind.PERCENTAGE)
    assert (read.value, read.numerator, read.denominator) == (D("45"), D("36"), D("80"))


@pytest.mark.shows("S2-09")
def test_source_note_is_kept_beside_the_value_and_said():
    read = read_value("60% (DTLR survey)", kind=ValueKind.PERCENTAGE)
    assert (read.value, read.note) == (D("60"), "DTLR survey")
    assert read.notice == "“DTLR survey” is kept as its source."


def test_unit_is_understood():
    assert read_value("3 days", kind=ValueKind.DURATION, unit="days").value == D("3")


@pytest.mark.shows("N15")
def test_fraction_where_percentages_were_usual_is_questioned():
    read = read_value("0.45", kind=ValueKind.PERCENTAGE, usual=[D("40"), D("60")])
    assert read.value == D("0.45")
    assert "45%" in read.notice


@pytest.mark.shows("N4", "N6", "N10", "N11", "N16", "N18", "N19", "N20", "N40", "N41", "N48")
@pytest.mark.parametrize(
    "text, kind",
    [
        pytest.param("NaN", ValueKind.DECIMAL, id="not a number"),
        pytest.param("1e5", ValueKind.COUNT, id="exponent"),
        pytest.param("1,2,3,4", ValueKind.COUNT, id="strange groups"),
        pytest.param("12,34", ValueKind.DECIMAL, id="decimal comma"),
        pytest.param("145%", ValueKind.PERCENTAGE, id="over 100 per cent"),
        pytest.param("£2m", ValueKind.MONEY, id="millions"),
        pytest.param("(500)", ValueKind.MONEY, id="brackets for a minus"),
        pytest.param("12 (000s)", ValueKind.COUNT, id="a multiple in brackets"),
        pytest.param("-5", ValueKind.COUNT, id="count below nought"),
        pytest.param("45%", ValueKind.COUNT, id="percentage in a count"),
        pytest.param("3 of 0", ValueKind.PERCENTAGE, id="of nothing"),
        pytest.param("81 of 80", ValueKind.PERCENTAGE, id="more than the whole"),
        pytest.param("true", ValueKind.YES_NO, id="a spreadsheet's truth"),
        pytest.param("Partly", ValueKind.YES_NO, id="neither yes nor no"),
        pytest.param("Level 9", ValueKind.LEVEL, id="a level the scale lacks"),
        pytest.param("31 February 2003", ValueKind.DATE, id="no such day"),
        pytest.param("Ongoing and on", ValueKind.MILESTONE, id="an unknown phrase"),
        pytest.param("9" * 5000, ValueKind.LEVEL, id="5,000 digits"),
        pytest.param("x" * 201, ValueKind.MILESTONE, id="longer than is kept"),
    ],
)
def test_what_is_not_plainly_a_value_is_refused_with_a_sentence_and_kept(text, kind):
    with pytest.raises(ValueProblem) as refused:
        read_value(text, kind=kind, levels=CRE)
    assert refused.value.sentence
    assert refused.value.as_written == text


@pytest.mark.shows("N48")
def test_word_for_no_figure_is_told_from_a_slip():
    with pytest.raises(ValueProblem) as refused:
        read_value("n/a", kind=ValueKind.COUNT)
    assert refused.value.looks_blank


@pytest.mark.shows("F15", "S2-09")
@pytest.mark.parametrize(
    "text, kind, words, rank",
    [
        pytest.param("Yes", ValueKind.YES_NO, "Yes", 1, id="yes"),
        pytest.param("no.", ValueKind.YES_NO, "No", 0, id="no"),
        pytest.param(" Y ", ValueKind.YES_NO, "Yes", 1, id="y"),
        pytest.param("level  2", ValueKind.LEVEL, "Level 2", 1, id="second of the scale"),
        pytest.param("3", ValueKind.LEVEL, "Level 3", 2, id="a level by its number"),
        pytest.param("Done", ValueKind.MILESTONE, "done", 4, id="done"),
        pytest.param("Will be achieved", ValueKind.MILESTONE, "expected", 3, id="will be achieved"),
        pytest.param("ON TRACK", ValueKind.MILESTONE, "expected", 3, id="capitals"),
        pytest.param("Do It", ValueKind.MILESTONE, "to_do", 2, id="do it"),
        pytest.param("In progress", ValueKind.MILESTONE, "to_do", 2, id="in progress"),
        pytest.param("Delayed", ValueKind.MILESTONE, "at_risk", 1, id="delayed"),
        pytest.param("Will not be achieved", ValueKind.MILESTONE, "missed", 0, id="will not be achieved"),
    ],
)
def test_words_have_a_normal_form_and_a_rank(text, kind, words, rank):
    read = read_value(text, kind=kind, levels=CRE)
    assert (read.words, read.value) == (words, D(rank))


@pytest.mark.shows("S2-09")
def test_level_without_a_scale_is_taken_by_its_number():
    assert read_value("Level 2", kind=ValueKind.LEVEL) == ReadValue(D("2"), "Level 2")


def test_level_of_a_named_scale_is_spelled_as_the_scale_does():
    assert read_value("good", kind=ValueKind.LEVEL, levels=STARS) == ReadValue(D("2"), "Good")


@pytest.mark.parametrize(
    "text, levels, sentence",
    [
        pytest.param("Great", STARS, "Enter one of: Poor, Fair, Good, Excellent", id="not of the scale"),
        pytest.param("High", (), "Enter a level by its number, such as Level 2", id="no scale, no number"),
        pytest.param("Band 2", (), "Enter a level by its number, such as Level 2", id="another noun"),
        pytest.param("1", ["Grade 1", "Grade 11"], None, id="11 does not end in the number 1"),
    ],
)
def test_level_that_is_not_of_the_scale_lists_the_scale(text, levels, sentence):
    if sentence is None:
        assert read_value(text, kind=ValueKind.LEVEL, levels=levels).words == "Grade 1"
        return
    with pytest.raises(ValueProblem) as refused:
        read_value(text, kind=ValueKind.LEVEL, levels=levels)
    assert refused.value.sentence == sentence


@pytest.mark.shows("S2-09")
def test_unknown_milestone_words_list_those_accepted():
    with pytest.raises(ValueProblem) as refused:
        read_value("Nearly there", kind=ValueKind.MILESTONE)
    assert all(phrase in refused.value.sentence for phrase in OFFERED)


@pytest.mark.shows("S2-09", "X-02")
@pytest.mark.parametrize(
    "text, words",
    [
        pytest.param("7 April 2005", "2005-04-07", id="a day"),
        pytest.param("13.1.2003", "2003-01-13", id="with points"),
        pytest.param("Mar-03", "2003-03-31", id="a month is its last day"),
        pytest.param("2003/04", "2004-03-31", id="a financial year is its last day"),
    ],
)
def test_date_is_the_last_day_it_can_mean(text, words):
    read = read_value(text, kind=ValueKind.DATE)
    assert read.words == words
    assert date.fromordinal(int(read.value)).isoformat() == words


@pytest.mark.shows("X-02")
def test_vague_date_says_how_it_was_read():
    assert read_value("7 April 2005", kind=ValueKind.DATE).notice == ""
    assert read_value("Mar-03", kind=ValueKind.DATE).notice == "Read as 31 March 2003."


@pytest.mark.parametrize("text", ["??", "Quarterly", "after March 2003"])
def test_time_without_a_last_day_is_no_date(text):
    with pytest.raises(ValueProblem):
        read_value(text, kind=ValueKind.DATE)


@pytest.mark.shows("S2-25")
def test_date_may_be_answered_by_how_it_stands():
    assert read_value("Will be achieved", kind=ValueKind.DATE) == ReadValue(None, "expected")


@pytest.mark.shows("F20", "S2-09", "N1")
@pytest.mark.parametrize(
    "text, known",
    [
        pytest.param("Not known", Known.NOT_KNOWN, id="not known"),
        pytest.param("not  available.", Known.NOT_KNOWN, id="not available"),
        pytest.param("Not due", Known.NOT_DUE, id="not due"),
        pytest.param("0", Known.KNOWN, id="nought is known"),
        pytest.param("  ", None, id="a blank says nothing"),
    ],
)
def test_not_known_and_not_due_are_told_from_values(text, known):
    assert read_known(text) == known


def test_no_milestone_phrase_means_two_things():
    phrases = [phrase.casefold() for phrases in PHRASES.values() for phrase in phrases]
    assert len(phrases) == len(set(phrases))


@pytest.mark.parametrize("milestone", list(Milestone))
def test_every_offered_phrase_is_accepted(milestone):
    assert all(read_milestone(phrase) is milestone for phrase in PHRASES[milestone])
    assert milestone.label


def read_or_refused(text, **asked):
    try:
        return read_value(text, **asked)
    except ValueProblem as problem:
        return problem


@given(st.text(max_size=300), st.sampled_from(ValueKind), st.sampled_from([(), tuple(CRE)]))
def test_any_text_is_read_or_refused_with_a_sentence(text, kind, levels):
    outcome = read_or_refused(text, kind=kind, levels=levels)
    if isinstance(outcome, ValueProblem):
        assert outcome.sentence
    else:
        assert outcome.value is not None or outcome.words


@pytest.mark.parametrize("kind", [ValueKind.MILESTONE, ValueKind.DATE])
def test_words_that_leave_it_open_say_what_would_tell(kind):
    assert read_value("In progress", kind=kind).notice == (
        "“In progress” does not say whether it will be done. “On track”, “At risk” or “Done” would."
    )
    assert read_value("On track", kind=kind).notice == ""


@pytest.mark.parametrize("kind", list(ValueKind))
def test_kind_may_be_the_plain_word_that_is_stored(kind):
    text = {"yes_no": "Yes", "level": "Level 2", "date": "7 April 2005", "milestone": "Done"}.get(
        kind.value, "40"
    )
    assert read_value(text, kind=str(kind)) == read_value(text, kind=kind)

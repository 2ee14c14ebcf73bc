"""What a report says follows from it, and when that is asked about again."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolios.choices import ImplicationAnswer, ImplicationHead
from portfolios.rules.implications import Event, Said, State, problems, sentence, speaks_of, state, unanswered

NONE, SOME, IF = ImplicationAnswer.NONE, ImplicationAnswer.SOME, ImplicationAnswer.CONDITIONAL
SAFETY = ImplicationHead.COMMUNITY_SAFETY
TODAY = date(2026, 10, 12)
NUMBER_101 = (
    "A bid has been made for a single number for what is less urgent than 999. It will provide information to the "
    "public on community safety issues, and make communities safer places to live and work."
)


def conditional(reviewed=None, **event):
    return Said(ImplicationHead.FINANCIAL, IF, event=Event("The bid is won", **event), reviewed_on=reviewed)


@pytest.mark.parametrize(
    "said, now",
    [
        pytest.param(Said(SAFETY, NONE), State.ANSWERED, id="none"),
        pytest.param(Said(SAFETY, SOME, event=Event("x")), State.ANSWERED, id="not-conditional"),
        pytest.param(conditional(), State.WAITING, id="awaited"),
        pytest.param(conditional(happened_on=date(2026, 10, 13)), State.WAITING, id="tomorrow"),
        pytest.param(conditional(happened_on=TODAY), State.AWAKE, id="today"),
        pytest.param(
            conditional(happened_on=TODAY, reviewed=date(2026, 10, 11)), State.AWAKE, id="looked-at-before"
        ),
        pytest.param(conditional(happened_on=TODAY, reviewed=TODAY), State.REVIEWED, id="looked-at-that-day"),
        pytest.param(conditional(did_not_happen=True), State.AT_REST, id="never"),
    ],
)
@pytest.mark.shows("F95", "S3-16")
def test_a_conditional_implication_wakes_when_its_event_happens(said, now):
    assert state(said, on=TODAY) == now
    assert bool(sentence(said, on=TODAY)) == (now != State.ANSWERED)


def test_what_is_awake_says_what_happened_and_what_to_do():
    said = conditional(happened_on=date(2026, 4, 7))

    assert sentence(said, on=TODAY) == (
        "The bid is won: this happened on 7 April 2026. Say what follows from it now."
    )


@pytest.mark.parametrize(
    "said, told",
    [
        pytest.param(Said(ImplicationHead.LEGAL, NONE), ["why_none"], id="no-reason"),
        pytest.param(Said(ImplicationHead.LEGAL, NONE, why_none="  "), ["why_none"], id="only-spaces"),
        pytest.param(Said(ImplicationHead.LEGAL, NONE, why_none="Nothing changes in law"), [], id="reason"),
        pytest.param(Said(SAFETY, NONE), ["why_none", "answer"], id="S3-21"),
        pytest.param(Said(SAFETY, NONE, why_none="None yet"), ["answer"], id="conflict-with-a-reason"),
        pytest.param(Said(SAFETY, SOME, words="A safer borough"), [], id="there-are-some"),
    ],
)
@pytest.mark.shows("F54", "L22", "S3-21")
def test_none_wants_a_reason_and_must_not_contradict_the_report(said, told):
    assert [each.field for each in problems(said, report=NUMBER_101)] == told


@pytest.mark.shows("S3-21", "L22")
def test_the_conflict_quotes_the_report():
    [_, conflict] = problems(Said(SAFETY, NONE), report=NUMBER_101)

    assert conflict.sentence == (
        "Community safety: the answer is “None”, and yet the report speaks of it: “… provide information to the "
        "public on community safety issues, and make communities safer …”"
    )


@pytest.mark.parametrize(
    "head, text, speaks",
    [
        pytest.param(ImplicationHead.FINANCIAL, "about £2m of funding", True, id="money"),
        pytest.param(ImplicationHead.FINANCIAL, "the budgetary framework", False, id="part-of-a-word"),
        pytest.param(ImplicationHead.ICT, "equipment and IT software", True, id="ict"),
        pytest.param(ImplicationHead.ENVIRONMENTAL, "the working environment", False, id="another-sense"),
        pytest.param(ImplicationHead.EQUALITY, "promotes equality", True, id="equality"),
        pytest.param(SAFETY, "", False, id="no-text"),
    ],
)
def test_a_report_speaks_of_a_head_in_few_and_plain_words(head, text, speaks):
    assert bool(speaks_of(head, text)) == speaks


def test_heads_without_an_answer_are_told():
    assert unanswered(set(ImplicationHead.values)) == []
    assert [each.sentence for each in unanswered(set(ImplicationHead.values) - {SAFETY})] == [
        "Community safety: the report does not say whether there are any."
    ]


@given(text=st.text(), head=st.sampled_from([SAFETY, ImplicationHead.FINANCIAL]))
def test_the_place_is_found_and_quoted_in_any_text(text, head):
    quote = speaks_of(head, f"{text} crime costs £5 {text}")

    assert quote[0] == "“"
    assert quote[-1] == "”"

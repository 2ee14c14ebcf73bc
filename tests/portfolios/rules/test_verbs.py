"""Which verbs the words of a recommendation hold."""

import pytest

from portfolios.choices import Verb
from portfolios.rules.verbs import unkept_verbs, verbs_in

A, N, G, R, I = Verb.APPROVE, Verb.NOTE, Verb.AGREE, Verb.RECOGNISE, Verb.INVITE  # noqa: E741

CALL_OFF = (
    "recognise the contribution of the Head of Legal Services in concluding the call off contract and invite a "
    "report 6 months into the contract to review its effectiveness and likely savings."
)


@pytest.mark.parametrize(
    "words, verbs",
    [
        pytest.param("note progress;", [N], id="S3-12-i"),
        pytest.param("agree to consider the partnership further in 2027;", [G], id="S3-12-ii"),
        pytest.param(CALL_OFF, [R, I], id="S3-12-iii"),
        pytest.param("Cabinet is invited to: note progress", [N], id="lead-in"),
        pytest.param(
            "The Cabinet is recommended to note progress and approve the plan", [N, A], id="lead-in-two"
        ),
        pytest.param("That the report be approved.", [A], id="be-approved"),
        pytest.param("that the strategies be noted and approved", [N, A], id="noted-and-approved"),
        pytest.param("Approved the contents of the strategy", [A], id="past"),
        pytest.param("To agree the budget", [G], id="to-agree"),
        pytest.param("That Cabinet recognizes the work", [R], id="z"),
        pytest.param("that the director be invited to attend", [I], id="invited-to"),
        pytest.param("RECOGNISE the work", [R], id="capitals"),
        pytest.param("(a) note the position; (b) agree the plan", [N, G], id="lettered"),
        pytest.param(
            "That the remit be amended to include customer relationship management.", [], id="none-of-them"
        ),
        pytest.param("the note of the meeting under an agreed plan", [], id="nouns"),
        pytest.param("publish the agreement with notable approval", [], id="parts-of-words"),
        pytest.param("", [], id="nothing"),
    ],
)
@pytest.mark.shows("S3-12", "S3-14")
def test_the_verbs_in_the_words_are_found_in_their_order(words, verbs):
    assert list(verbs_in(words)) == verbs


@pytest.mark.shows("S3-14")
def test_a_verb_that_the_recommendation_is_not_kept_under_is_told():
    assert unkept_verbs(CALL_OFF, (R, "")) == (I,)
    assert unkept_verbs(CALL_OFF, (R, I)) == ()

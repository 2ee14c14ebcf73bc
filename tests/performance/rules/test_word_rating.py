from decimal import Decimal

import pytest

from council.rag import Rag
from performance.choices import (
    Direction,
    RuleBasis,
    ValueKind,
)
from performance.rules.rating import DEFAULT_RULE, Rule, rate
from tests.performance.rules.aims import figure, words

D = Decimal
HIGHER, LOWER = Direction.HIGHER, Direction.LOWER
GREEN, AMBER, RED = Rag.GREEN, Rag.AMBER, Rag.RED


@pytest.mark.shows("F15", "F35")
@pytest.mark.parametrize(
    "value, target, direction, kind, status, why",
    [
        pytest.param(
            1, words("Yes", 1), HIGHER, ValueKind.YES_NO, GREEN, "Yes meets the target of Yes.", id="yes"
        ),
        pytest.param(
            0, words("Yes", 1), HIGHER, ValueKind.YES_NO, RED, "No, against the target of Yes.", id="no"
        ),
        pytest.param(
            0, words("No", 0), LOWER, ValueKind.YES_NO, GREEN, "No meets the target of No.", id="no is good"
        ),
        pytest.param(
            2,
            words("Level 2", 2),
            HIGHER,
            ValueKind.LEVEL,
            GREEN,
            "Level 2 meets the target of Level 2.",
            id="level",
        ),
        pytest.param(
            1,
            words("Level 2", 2),
            HIGHER,
            ValueKind.LEVEL,
            RED,
            "Level 1 is 1 level short of the target of Level 2.",
            id="one level short",
        ),
        pytest.param(
            731305,
            words("2003-03-31", 731305),
            LOWER,
            ValueKind.DATE,
            GREEN,
            "31 March 2003 meets the target of 31 March 2003.",
            id="on the day",
        ),
        pytest.param(
            731325,
            words("2003-03-31", 731305),
            LOWER,
            ValueKind.DATE,
            RED,
            "20 April 2003 is 20 days after the target of 31 March 2003.",
            id="after the day",
        ),
    ],
)
def test_words_have_no_tolerance(value, target, direction, kind, status, why):
    judged = rate(D(value), target, direction, DEFAULT_RULE, kind=kind)
    assert (judged.status, judged.why) == (status, why)


@pytest.mark.shows("F15", "F35")
@pytest.mark.parametrize(
    "said, status",
    [
        pytest.param("done", GREEN, id="done"),
        pytest.param("expected", GREEN, id="expected"),
        pytest.param("at_risk", AMBER, id="at risk"),
        pytest.param("missed", RED, id="missed"),
        pytest.param("to_do", Rag.NOT_KNOWN, id="still to do says nothing"),
        pytest.param("Will be achieved", GREEN, id="as written"),
        pytest.param("Delayed", AMBER, id="delayed, as written"),
        pytest.param("Splendid", Rag.NOT_KNOWN, id="other words"),
        pytest.param("", Rag.NOT_KNOWN, id="nothing"),
    ],
)
def test_milestone_is_rated_by_how_it_stands(said, status):
    assert (
        rate(None, words("Do It"), HIGHER, DEFAULT_RULE, kind=ValueKind.MILESTONE, words=said).status
        == status
    )


def test_milestone_is_known_by_its_rank_alone():
    assert rate(D("4"), words("Do It"), HIGHER, DEFAULT_RULE, kind=ValueKind.MILESTONE).status == GREEN


@pytest.mark.shows("S2-25")
def test_date_answered_in_words_is_rated_by_them():
    target = words("2003-03-31", 731305)
    assert rate(None, target, LOWER, DEFAULT_RULE, kind=ValueKind.DATE, words="expected").status == GREEN


def test_milestone_rule_does_not_rate_a_measure():
    rule = Rule(name="Milestones", basis=RuleBasis.MILESTONE)
    assert rate(D("1"), figure("1"), HIGHER, rule).status == Rag.NOT_RATED

from decimal import Decimal

import pytest

from council.rag import Rag
from performance.choices import (
    Direction,
    RuleBasis,
)
from performance.rules.rating import DEFAULT_RULE, Rule, rate, rule_problems
from tests.performance.rules.aims import THRESHOLDS, figure

D = Decimal
HIGHER, LOWER, RANGE = Direction.HIGHER, Direction.LOWER, Direction.RANGE


@pytest.mark.parametrize(
    "rule, direction, fields",
    [
        pytest.param(DEFAULT_RULE, HIGHER, [], id="the default"),
        pytest.param(Rule(name="x", green_tolerance=D("-1")), HIGHER, ["green_tolerance"], id="below nought"),
        pytest.param(
            Rule(name="x", green_tolerance=D("11")), HIGHER, ["amber_tolerance"], id="amber inside green"
        ),
        pytest.param(
            Rule(name="x", basis=RuleBasis.THRESHOLDS), HIGHER, ["green_at"], id="no green threshold"
        ),
        pytest.param(
            Rule(name="x", basis=RuleBasis.THRESHOLDS, green_at=D("1")),
            HIGHER,
            ["amber_at"],
            id="no amber threshold",
        ),
        pytest.param(THRESHOLDS, HIGHER, [], id="thresholds in order"),
        pytest.param(
            Rule(name="x", basis=RuleBasis.THRESHOLDS, green_at=D("70"), amber_at=D("90")),
            HIGHER,
            ["amber_at"],
            id="amber above green where higher is better",
        ),
        pytest.param(THRESHOLDS, LOWER, ["amber_at"], id="thresholds the wrong way round"),
        pytest.param(THRESHOLDS, RANGE, ["basis"], id="thresholds of a range"),
    ],
)
def test_rule_that_cannot_work_names_the_field(rule, direction, fields):
    assert [problem.field for problem in rule_problems(rule, direction)] == fields


def test_thresholds_that_cannot_work_do_not_rate():
    judged = rate(D("1"), figure("1"), RANGE, THRESHOLDS)
    assert judged.status == Rag.NOT_RATED
    assert judged.why == "Fixed thresholds cannot rate a range. Choose per cent or points."

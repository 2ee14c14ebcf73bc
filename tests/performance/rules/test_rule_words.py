from decimal import Decimal

import pytest

from performance.choices import Direction, RuleBasis, TargetBasis, TravelEffect, ValueKind, ZeroTarget
from performance.rules.conventions import DEFAULT_RULE, TEN_PER_CENT_TRAVEL_COUNTS
from performance.rules.rating import Rule, rate
from performance.rules.rule_words import rule_words
from performance.rules.target import Target

D = Decimal
HIGHER, LOWER, RANGE, NEITHER = Direction.HIGHER, Direction.LOWER, Direction.RANGE, Direction.NEITHER
BOTH = Rule(name="95 and 90", green_tolerance=D("5"), amber_tolerance=D("10"))
BOTH_NOT_INCLUDED = Rule(name="95 and 90", green_tolerance=D("5"), amber_tolerance=D("10"), inclusive=False)
POINTS = Rule(name="5 points", basis=RuleBasis.POINTS, amber_tolerance=D("5"))
THRESHOLDS = Rule(name="90 and 70", basis=RuleBasis.THRESHOLDS, green_at=D("90"), amber_at=D("70"))


@pytest.mark.shows("F36", "L7")
@pytest.mark.parametrize(
    "rule, direction, kind, words",
    [
        pytest.param(
            BOTH,
            HIGHER,
            ValueKind.PERCENTAGE,
            "Green at 95% of the target or better; amber down to 90%; lower is worse.",
            id="higher",
        ),
        pytest.param(
            BOTH,
            LOWER,
            ValueKind.PERCENTAGE,
            "Green at 105% of the target or better; amber up to 110%; higher is worse.",
            id="lower",
        ),
        pytest.param(
            BOTH,
            RANGE,
            ValueKind.PERCENTAGE,
            "Green up to 5% outside the range; amber up to 10% outside the range; further outside is worse.",
            id="range",
        ),
        pytest.param(
            BOTH_NOT_INCLUDED,
            HIGHER,
            ValueKind.PERCENTAGE,
            "Green above 95% of the target; amber above 90%; lower is worse.",
            id="boundary not included",
        ),
        pytest.param(
            BOTH_NOT_INCLUDED,
            LOWER,
            ValueKind.PERCENTAGE,
            "Green below 105% of the target; amber below 110%; higher is worse.",
            id="lower, boundary not included",
        ),
        pytest.param(
            DEFAULT_RULE,
            HIGHER,
            ValueKind.COUNT,
            "Green at the target or better; amber down to 90% of the target; lower is worse.",
            id="the default",
        ),
        pytest.param(
            DEFAULT_RULE,
            RANGE,
            ValueKind.COUNT,
            "Green within the range; amber up to 10% outside the range; further outside is worse.",
            id="the default in a range",
        ),
        pytest.param(
            TEN_PER_CENT_TRAVEL_COUNTS,
            HIGHER,
            ValueKind.COUNT,
            "Green at 90% of the target or better; red otherwise; lower is worse; "
            "red becomes amber when held or better than the same period last year.",
            id="travel counts",
        ),
        pytest.param(
            POINTS,
            HIGHER,
            ValueKind.PERCENTAGE,
            "Green at the target or better; amber up to 5 points short of the target; lower is worse.",
            id="points",
        ),
        pytest.param(
            POINTS,
            LOWER,
            ValueKind.MONEY,
            "Green at the target or better; amber up to £5 over the target; higher is worse.",
            id="pounds",
        ),
        pytest.param(
            Rule(name="x", amber_tolerance=D("150")),
            HIGHER,
            ValueKind.COUNT,
            "Green at the target or better; amber up to 150% short of the target; lower is worse.",
            id="past nought",
        ),
        pytest.param(
            THRESHOLDS,
            HIGHER,
            ValueKind.PERCENTAGE,
            "Green at 90% or better; amber down to 70%; lower is worse.",
            id="thresholds",
        ),
        pytest.param(
            Rule(name="x", basis=RuleBasis.THRESHOLDS, green_at=D("5"), amber_at=D("9"), inclusive=False),
            LOWER,
            ValueKind.COUNT,
            "Green below 5; amber below 9; higher is worse.",
            id="thresholds not included",
        ),
        pytest.param(
            Rule(name="x", basis=RuleBasis.FORECAST),
            HIGHER,
            ValueKind.COUNT,
            "Green at the target or better; amber down to 90% of the target; lower is worse; "
            "rated on the forecast for the year end.",
            id="forecast",
        ),
        pytest.param(
            DEFAULT_RULE,
            HIGHER,
            ValueKind.LEVEL,
            "Green at the target level or better; red short of it.",
            id="level",
        ),
        pytest.param(
            DEFAULT_RULE,
            HIGHER,
            ValueKind.YES_NO,
            "Green when the answer is the one aimed for; red when it is not.",
            id="yes or no",
        ),
        pytest.param(
            DEFAULT_RULE,
            LOWER,
            ValueKind.DATE,
            "Green on or before the target date; red after it.",
            id="date",
        ),
        pytest.param(
            DEFAULT_RULE,
            HIGHER,
            ValueKind.MILESTONE,
            "Green when done or expected to be done; amber when at risk or late; red when it will not be done.",
            id="milestone",
        ),
        pytest.param(DEFAULT_RULE, NEITHER, ValueKind.COUNT, "Not rated: for information.", id="neither"),
        pytest.param(
            THRESHOLDS,
            RANGE,
            ValueKind.COUNT,
            "Not rated: the rule has no thresholds that fit.",
            id="thresholds of a range",
        ),
    ],
)
def test_rule_is_said_in_plain_words(rule, direction, kind, words):
    assert rule_words(rule, direction, kind=kind) == words


@pytest.mark.shows("F36")
@pytest.mark.parametrize(
    "target, rule, words",
    [
        pytest.param(
            "0",
            DEFAULT_RULE,
            "Green at the target or better; the target is nought, so any miss is red.",
            id="nought",
        ),
        pytest.param(
            "0",
            Rule(name="x", zero_target=ZeroTarget.ANY_MISS_AMBER),
            "Green at the target or better; the target is nought, so any miss is amber.",
            id="nought, amber",
        ),
        pytest.param(
            "-5",
            DEFAULT_RULE,
            "Green at the target or better; amber up to 10% short of the target; lower is worse.",
            id="below nought",
        ),
        pytest.param(
            "0",
            Rule(name="x", travel_effect=TravelEffect.HELD_IS_AMBER),
            "Green at the target or better; the target is nought, so any miss is red; "
            "red becomes amber when held or better than the same period last year.",
            id="nought, travel counts",
        ),
    ],
)
def test_rule_beside_a_status_says_what_its_target_changes(target, rule, words):
    judged = rate(D("1"), Target(target, TargetBasis.ABSOLUTE, value=D(target)), HIGHER, rule)
    assert judged.rule_words == words

from decimal import Decimal

from council.rag import Rag
from performance.choices import (
    Direction,
    ValueKind,
)
from performance.rules.rating import DEFAULT_RULE, Rule, under_other_rules
from tests.performance.rules.aims import figure

D = Decimal
HIGHER = Direction.HIGHER
GREEN, RED = Rag.GREEN, Rag.RED


def test_other_common_rules_are_read_beside_the_one_in_use():
    others = under_other_rules(D("40"), figure("43"), HIGHER, DEFAULT_RULE, kind=ValueKind.PERCENTAGE)
    assert [(rule.name, judged.status) for rule, judged in others] == [
        ("Amber down to 95% of the target", RED),
        ("Ten per cent, travel counts", GREEN),
        ("Green from 90%, amber from 70% of the target", GREEN),
        ("Forecast for the year end", Rag.NOT_KNOWN),
    ]


def test_rule_in_use_is_left_out_of_the_others_under_any_name():
    mine = Rule(name="Our own")
    others = under_other_rules(D("40"), figure("43"), HIGHER, mine)
    assert DEFAULT_RULE not in [rule for rule, _ in others]

"""The status of a value against its target under a rule: red, amber, green, or why none of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypedDict, Unpack

from council.rag import Rag
from performance.choices import NUMERIC_KINDS, Direction, Known, RuleBasis, Travel, ValueKind
from performance.rules.conventions import COMMON_RULES, DEFAULT_RULE
from performance.rules.distance import Aim
from performance.rules.distance_rating import Figure, rate_distance, rate_thresholds, with_travel
from performance.rules.judgement import Judgement
from performance.rules.rule import Rule, RuleProblem, rule_problems
from performance.rules.rule_words import rule_words
from performance.rules.target import Target, TargetProblem, aim
from performance.rules.word_rating import milestone_at, milestone_of, rate_milestone

__all__ = [
    "COMMON_RULES",
    "DEFAULT_RULE",
    "Judgement",
    "Rule",
    "RuleProblem",
    "rate",
    "rule_problems",
    "under_other_rules",
]

MEASURED_KINDS = (*NUMERIC_KINDS, ValueKind.LEVEL)
"""The kinds that fixed thresholds and the direction of travel can have an effect on."""


def rate(
    value: Decimal | None,
    target: Target | None,
    direction: Direction,
    rule: Rule,
    *,
    kind: ValueKind = ValueKind.DECIMAL,
    unit: str = "",
    words: str = "",
    known: Known = Known.KNOWN,
    late: bool = False,
    base: Decimal | None = None,
    forecast: Decimal | None = None,
    travel_long: Travel | None = None,
    decimals: int | None = None,
) -> Judgement:
    """The status of a value, with the reason and the rule in words. Exact: 94.95 against 95 is short of it.

    `value` is in the indicator's unit, or the rank that `read_value` gave for words; `words` are the normal
    form of a level, a milestone or such. `late` says that the return was due and has not come. `base` is what
    a relative target starts from. A forecast rule rates `forecast`, the figure for the year end, not `value`.
    `decimals` are the places that the reason rounds the value to, where it still explains; without them it is said
    in full.
    """
    asked = _Asked(
        value,
        target,
        direction,
        rule,
        kind,
        unit,
        words,
        known,
        late,
        base,
        forecast,
        travel_long,
        decimals,
    )
    return replace(asked.judgement(), rule_words=asked.face())


class Details(TypedDict, total=False):
    """What `rate` may be told besides the value, its target and the rule."""

    kind: ValueKind
    unit: str
    words: str
    known: Known
    late: bool
    base: Decimal | None
    forecast: Decimal | None
    travel_long: Travel | None
    decimals: int | None


def under_other_rules(
    value: Decimal | None,
    target: Target | None,
    direction: Direction,
    rule: Rule,
    *,
    rules: Sequence[Rule] = COMMON_RULES,
    **details: Unpack[Details],
) -> list[tuple[Rule, Judgement]]:
    """What each of the other rules would say of the value; the rule in use is left out, whatever its name."""
    others = [other for other in rules if replace(other, name=rule.name) != rule]
    return [(other, rate(value, target, direction, other, **details)) for other in others]


@dataclass(frozen=True)
class _Asked:
    """Everything that one rating depends on."""

    value: Decimal | None
    target: Target | None
    direction: Direction
    rule: Rule
    kind: ValueKind
    unit: str
    words: str
    known: Known
    late: bool
    base: Decimal | None
    forecast: Decimal | None
    travel_long: Travel | None
    decimals: int | None

    def judgement(self) -> Judgement:
        """What is not due or cannot be rated first, then what is missing, then the colours."""
        if self.known == Known.NOT_DUE:
            return Judgement(Rag.NOT_DUE, "No value is due for this period yet.")
        unrated = self._why_not_rated()
        if unrated:
            return Judgement(Rag.NOT_RATED, unrated)
        if self.known == Known.NOT_KNOWN:
            return Judgement(Rag.NOT_KNOWN, "The value is not known.")
        milestone = self._milestone_words()
        if milestone and self.target is not None:
            return rate_milestone(milestone, self.target)
        figure = self.forecast if self.rule.basis == RuleBasis.FORECAST else self.value
        return self._blank() if figure is None else self._measured(figure)

    def face(self) -> str:
        """The rule in words, for this direction and kind and, where it matters, this target."""
        edges = {edge for edge in (self._aim().low, self._aim().high) if edge is not None}
        return rule_words(
            self.rule,
            self.direction,
            kind=self.kind,
            unit=self.unit,
            zero_target=edges == {0},
            negative_target=any(edge < 0 for edge in edges),
        )

    def _why_not_rated(self) -> str:
        """Why no colour can be given whatever the value; empty when one can."""
        if self.direction == Direction.NEITHER:
            return "For information: neither higher nor lower is better."
        if self._has_thresholds():
            return "".join(
                f"{problem.sentence}. " for problem in rule_problems(self.rule, self.direction)
            ).strip()
        if self.rule.basis == RuleBasis.MILESTONE and self.kind in MEASURED_KINDS:
            return "The rule is for milestones in words, and this indicator is measured."
        if self.target is None:
            return "There is no target."
        if self.kind == ValueKind.MILESTONE:
            return ""
        try:
            aim(self.target, self.direction, self.base)
        except TargetProblem as problem:
            return f"{problem.sentence}."
        return ""

    def _milestone_words(self) -> str:
        """How a commitment stands, in words; a date may be answered so too. Empty for what is measured."""
        if self.kind == ValueKind.MILESTONE:
            return self.words or ("" if self.value is None else milestone_at(self.value))
        answers_a_date = self.kind == ValueKind.DATE and self.value is None and milestone_of(self.words)
        return self.words if answers_a_date else ""

    def _blank(self) -> Judgement:
        """There is no figure to rate."""
        if self.rule.basis == RuleBasis.FORECAST and self.value is not None:
            return Judgement(Rag.NOT_KNOWN, "There is no forecast for the year end, which this rule rates.")
        if self.late:
            return Judgement(Rag.LATE, "The return is late: no value has been entered.")
        return Judgement(Rag.NOT_KNOWN, "No value has been entered.")

    def _measured(self, value: Decimal) -> Judgement:
        """The colour of a figure."""
        target_words = "" if self.target is None else self.target.words
        figure = Figure(value, self.kind, self.unit, self.words, target_words, self.decimals)
        if self._has_thresholds():
            judged = rate_thresholds(figure, self.rule, self.direction)
        else:
            judged = rate_distance(figure, self._aim(), self.rule)
        return with_travel(judged, self.rule, self.travel_long) if self.kind in MEASURED_KINDS else judged

    def _has_thresholds(self) -> bool:
        return self.rule.basis == RuleBasis.THRESHOLDS and self.kind in MEASURED_KINDS

    def _aim(self) -> Aim:
        """What the value should be; open on both sides when there is no target that can be worked out."""
        if self.target is None:
            return Aim()
        try:
            return aim(self.target, self.direction, self.base)
        except TargetProblem:
            return Aim()

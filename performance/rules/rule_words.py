"""A rating rule in plain words, to be printed beside every status it gives."""

from dataclasses import dataclass
from decimal import Decimal

from performance.choices import Direction, RuleBasis, TravelEffect, ValueKind, ZeroTarget
from performance.rules.rule import MEASURED_IN_PER_CENT, Rule
from performance.rules.wording import figure_words, gap_words, plain

TAILS = {
    Direction.HIGHER: "lower is worse",
    Direction.LOWER: "higher is worse",
    Direction.RANGE: "further outside is worse",
}

BEYOND = {
    Direction.HIGHER: "short of the target",
    Direction.LOWER: "over the target",
    Direction.RANGE: "outside the range",
}

DATE_RULES = {
    Direction.LOWER: "Green on or before the target date; red after it.",
    Direction.HIGHER: "Green on or after the target date; red before it.",
    Direction.RANGE: "Green between the two dates; red outside them.",
}

YES_NO_RULE = "Green when the answer is the one aimed for; red when it is not."

MILESTONE_RULE = (
    "Green when done or expected to be done; amber when at risk or late; red when it will not be done."
)

TRAVEL_CLAUSE = "red becomes amber when held or better than the same period last year"


def rule_words(
    rule: Rule,
    direction: Direction,
    *,
    kind: ValueKind = ValueKind.DECIMAL,
    unit: str = "",
    zero_target: bool = False,
    negative_target: bool = False,
) -> str:
    """The rule, such as "Green at the target or better; amber down to 90% of the target; lower is worse."

    A target of nought, or one below it, changes what a per cent of the target means, so the sentence says so.
    """
    if direction == Direction.NEITHER:
        return "Not rated: for information."
    if kind == ValueKind.DATE:
        return DATE_RULES[direction]
    if kind == ValueKind.YES_NO:
        return YES_NO_RULE
    if kind == ValueKind.MILESTONE or rule.basis == RuleBasis.MILESTONE:
        return MILESTONE_RULE
    face = _Face(rule, direction, kind, unit, zero_target, negative_target)
    clauses = face.clauses()
    if rule.travel_effect == TravelEffect.HELD_IS_AMBER:
        clauses.append(TRAVEL_CLAUSE)
    if rule.basis == RuleBasis.FORECAST:
        clauses.append("rated on the forecast for the year end")
    return "; ".join(clauses) + "."


@dataclass(frozen=True)
class _Face:
    """A rule, and what its words depend on."""

    rule: Rule
    direction: Direction
    kind: ValueKind
    unit: str
    zero_target: bool
    negative_target: bool

    def clauses(self) -> list[str]:
        """Green first, then amber or red, then which way is worse."""
        if self.rule.basis == RuleBasis.THRESHOLDS:
            return self._thresholds()
        if self.kind == ValueKind.LEVEL:
            return ["Green at the target level or better", "red short of it"]
        met = (
            "Green within the range" if self.direction == Direction.RANGE else "Green at the target or better"
        )
        if self.rule.basis in MEASURED_IN_PER_CENT and self.zero_target:
            colour = "red" if self.rule.zero_target == ZeroTarget.ANY_MISS_RED else "amber"
            return [met, f"the target is nought, so any miss is {colour}"]
        green = self._green() if self.rule.green_tolerance else met
        return [green, self._amber(), TAILS[self.direction]]

    def _green(self) -> str:
        tolerance = self.rule.green_tolerance
        if not self._says_share_of_target(tolerance):
            return f"Green {self._beyond(tolerance)}"
        share = f"{self._share(tolerance)} of the target"
        if self.rule.inclusive:
            return f"Green at {share} or better"
        return f"Green {'above' if self.direction == Direction.HIGHER else 'below'} {share}"

    def _amber(self) -> str:
        tolerance = self.rule.amber_tolerance
        if tolerance <= self.rule.green_tolerance:
            return "red otherwise"
        if not self._says_share_of_target(tolerance):
            return f"amber {self._beyond(tolerance)}"
        share = self._share(tolerance)
        if not self.rule.green_tolerance:
            share += " of the target"
        if self.direction == Direction.HIGHER:
            return f"amber {'down to' if self.rule.inclusive else 'above'} {share}"
        return f"amber {'up to' if self.rule.inclusive else 'below'} {share}"

    def _says_share_of_target(self, tolerance: Decimal) -> bool:
        """Whether "90% of the target" is plain: not for a range, a target below nought, or past nought."""
        return (
            self.rule.basis in MEASURED_IN_PER_CENT
            and self.direction != Direction.RANGE
            and not self.negative_target
            and tolerance <= 100
        )

    def _share(self, tolerance: Decimal) -> str:
        return f"{plain(100 - tolerance if self.direction == Direction.HIGHER else 100 + tolerance)}%"

    def _beyond(self, tolerance: Decimal) -> str:
        """Such as "up to 5 points short of the target"."""
        in_per_cent = self.rule.basis in MEASURED_IN_PER_CENT
        reach = f"{plain(tolerance)}%" if in_per_cent else gap_words(tolerance, self.kind, self.unit)
        return f"{'up to' if self.rule.inclusive else 'less than'} {reach} {BEYOND[self.direction]}"

    def _thresholds(self) -> list[str]:
        if self.rule.green_at is None or self.rule.amber_at is None or self.direction == Direction.RANGE:
            return ["Not rated: the rule has no thresholds that fit"]
        green = figure_words(self.rule.green_at, self.kind, self.unit)
        amber = figure_words(self.rule.amber_at, self.kind, self.unit)
        down, above = ("down to", "above") if self.direction == Direction.HIGHER else ("up to", "below")
        if self.rule.inclusive:
            return [f"Green at {green} or better", f"amber {down} {amber}", TAILS[self.direction]]
        return [f"Green {above} {green}", f"amber {above} {amber}", TAILS[self.direction]]

"""Ratings of what can be measured: how far it lies from the target, and which colour that distance has."""

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from council.rag import Rag
from performance.choices import (
    NUMERIC_KINDS,
    Direction,
    Travel,
    TravelEffect,
    ValueKind,
    ZeroTarget,
)
from performance.rules.distance import STORED, Aim, Distance, distance, exactly, per_cent_of, share_of
from performance.rules.judgement import Judgement
from performance.rules.rule import MEASURED_IN_PER_CENT, Rule
from performance.rules.wording import figure_words, gap_unit, gap_words, rounded_among

TRAVEL_REASONS = {
    Travel.BETTER: "Better than the same period last year, so amber instead of red.",
    Travel.SAME: "Held since the same period last year, so amber instead of red.",
    Travel.WORSE: "Worse than the same period last year, so it stays red.",
}

NO_TRAVEL = "There is nothing to compare it with in the same period last year, so it stays red."


@dataclass(frozen=True)
class Figure:
    """A value to be rated, and how it is said."""

    value: Decimal
    kind: ValueKind
    unit: str = ""
    words: str = ""
    target_words: str = ""
    """For levels, whose names the number does not give."""
    decimals: int | None = None
    """The places it is shown with; None to say it in full."""
    lines: tuple[Decimal, ...] = ()
    """What it is said beside, and must not be rounded across."""

    @property
    def shown(self) -> Decimal:
        """The value as a sentence has it; it is judged by all its digits."""
        if self.decimals is None or self.kind not in NUMERIC_KINDS or self.kind == ValueKind.RATIO:
            return self.value
        return rounded_among(self.value, self.lines, self.decimals)

    @property
    def said(self) -> str:
        return figure_words(self.shown, self.kind, self.unit, self.words)

    def other(self, value: Decimal) -> str:
        """Another figure of the same kind, in words."""
        return figure_words(value, self.kind, self.unit)

    def target(self, value: Decimal) -> str:
        """The figure aimed for, in words."""
        return figure_words(value, self.kind, self.unit, self.target_words)


def rate_distance(figure: Figure, wanted: Aim, rule: Rule) -> Judgement:
    """Green, amber or red by the distance from the target and the rule's tolerances; travel comes after."""
    away = distance(figure.value, wanted)
    figure = replace(figure, lines=_lines(away, rule))
    judged = Judgement(*_status(figure, away, wanted, rule))
    if figure.kind == ValueKind.YES_NO:
        return judged
    if rule.basis in MEASURED_IN_PER_CENT and figure.kind in NUMERIC_KINDS and away.edge:
        lines = (rule.green_tolerance, rule.amber_tolerance)
        share = per_cent_of(away.short, away.edge, lines)
        return replace(judged, shortfall=share, shortfall_unit="per cent of the target")
    return replace(judged, shortfall=away.short, shortfall_unit=gap_unit(figure.kind, figure.unit))


def rate_thresholds(figure: Figure, rule: Rule, direction: Direction) -> Judgement:
    """Green, amber or red by the rule's two fixed figures, which must be there; the target plays no part."""
    assert rule.green_at is not None
    assert rule.amber_at is not None
    figure = replace(figure, lines=(rule.green_at, rule.amber_at))
    if _reaches(figure, rule.green_at, rule, direction):
        status, line = Rag.GREEN, rule.green_at
        why = f"{figure.said} reaches {figure.other(line)}, where green begins."
    elif _reaches(figure, rule.amber_at, rule, direction):
        status, line = Rag.AMBER, rule.green_at
        why = f"{_not_reached(figure, line, direction)}, where green begins."
    else:
        status, line = Rag.RED, rule.amber_at
        why = f"{_not_reached(figure, line, direction)}, where amber begins."
    short_of_green = distance(figure.value, Aim.at(rule.green_at, rule.green_at, direction)).short
    return Judgement(status, why, shortfall=short_of_green, shortfall_unit=gap_unit(figure.kind, figure.unit))


def _reaches(figure: Figure, line: Decimal, rule: Rule, direction: Direction) -> bool:
    """Whether the figure is on the better side of a threshold, or on it when the boundary is included."""
    if figure.value == line:
        return rule.inclusive
    return not distance(figure.value, Aim.at(line, line, direction)).short


def _not_reached(figure: Figure, line: Decimal, direction: Direction) -> str:
    if figure.value == line:
        return f"{figure.said} does not go beyond {figure.other(line)}"
    return _missed(figure, distance(figure.value, Aim.at(line, line, direction)), figure.other(line))


def with_travel(judged: Judgement, rule: Rule, travel_long: Travel | None) -> Judgement:
    """The judgement after the direction of travel since the same period last year had its effect."""
    if judged.status != Rag.RED or rule.travel_effect != TravelEffect.HELD_IS_AMBER:
        return judged
    held = travel_long in (Travel.BETTER, Travel.SAME)
    reason = NO_TRAVEL if travel_long is None else TRAVEL_REASONS.get(travel_long, NO_TRAVEL)
    return replace(judged, status=Rag.AMBER if held else Rag.RED, why=f"{judged.why} {reason}")


def _status(figure: Figure, away: Distance, wanted: Aim, rule: Rule) -> tuple[Rag, str]:
    """The status and its reason, with the figures that decided it."""
    aimed_for = _aim_words(figure, wanted, away)
    if not away.short:
        return Rag.GREEN, _met(figure, wanted, aimed_for)
    missed = _missed(figure, away, aimed_for)
    if figure.kind not in NUMERIC_KINDS:
        return Rag.RED, f"{missed}."
    if rule.basis in MEASURED_IN_PER_CENT and not away.edge:
        red = rule.zero_target == ZeroTarget.ANY_MISS_RED
        status = Rag.RED if red else Rag.AMBER
        return status, f"{missed}. The target is nought, so any miss is {status.word.lower()}."
    green, amber = (
        _allowed(rule, away.edge, tolerance) for tolerance in (rule.green_tolerance, rule.amber_tolerance)
    )
    if rule.allows(away.short, green):
        return Rag.GREEN, f"{missed}. {_reach('Green', figure, away, green, rule)}"
    if rule.allows(away.short, amber):
        return Rag.AMBER, f"{missed}. {_reach('Amber', figure, away, amber, rule)}"
    return Rag.RED, f"{missed}. {_red_begins(figure, away, max(green, amber), rule)}"


def _lines(away: Distance, rule: Rule) -> tuple[Decimal, ...]:
    """The figures that a sentence may name beside the value: the edge, and where each tolerance ends."""
    reached = (
        _line(away, _allowed(rule, away.edge, each), rule)
        for each in (rule.green_tolerance, rule.amber_tolerance)
    )
    return (away.edge, *reached)


def _allowed(rule: Rule, edge: Decimal, tolerance: Decimal) -> Decimal:
    """How far from the edge a tolerance reaches, in the indicator's unit."""
    return share_of(edge, tolerance) if rule.basis in MEASURED_IN_PER_CENT else tolerance


def _line(away: Distance, allowed: Decimal, rule: Rule) -> Decimal:
    """Where the tolerance ends, to the four decimal places that figures are kept to.

    Rounded to the side on which every figure that can be kept still has the status the sentence gives it.
    """
    with exactly():
        line = away.edge - allowed if away.is_below else away.edge + allowed
        upwards = away.is_below == rule.inclusive
        return (
            line
            if line == round(line, 4)
            else line.quantize(STORED, ROUND_CEILING if upwards else ROUND_FLOOR)
        )


def _reach(colour: str, figure: Figure, away: Distance, allowed: Decimal, rule: Rule) -> str:
    """Such as "Amber reaches down to 38.7%."."""
    line = figure.other(_line(away, allowed, rule))
    if rule.inclusive:
        return f"{colour} reaches {'down' if away.is_below else 'up'} to {line}."
    return f"{colour} stops just {'above' if away.is_below else 'below'} {line}."


def _red_begins(figure: Figure, away: Distance, allowed: Decimal, rule: Rule) -> str:
    """Such as "Red begins below 38.7%."."""
    side = ("below" if away.is_below else "above") if rule.inclusive or not allowed else "at"
    return f"Red begins {side} {figure.other(_line(away, allowed, rule))}."


def _aim_words(figure: Figure, wanted: Aim, away: Distance) -> str:
    """The target as a sentence names it: "the target of 43%", "the range 40% to 60%"."""
    if wanted.low is not None and wanted.high is not None and wanted.low != wanted.high:
        return f"the range {figure.other(wanted.low)} to {figure.other(wanted.high)}"
    return f"the target of {figure.target(away.edge)}"


def _met(figure: Figure, wanted: Aim, aimed_for: str) -> str:
    if wanted.low is not None and wanted.high is not None and wanted.low != wanted.high:
        return f"{figure.said} is within {aimed_for}."
    if figure.value in (wanted.low, wanted.high):
        return f"{figure.said} meets {aimed_for}."
    return f"{figure.said} is better than {aimed_for}."


def _missed(figure: Figure, away: Distance, aimed_for: str) -> str:
    """Such as "40% is 3 points short of the target of 43%", without its full stop."""
    if figure.kind == ValueKind.YES_NO:
        return f"{figure.said}, against {aimed_for}"
    short = away.short if figure.shown == figure.value else abs(away.edge - figure.shown)
    gap = gap_words(short, figure.kind, figure.unit)
    if figure.kind == ValueKind.DATE:
        return f"{figure.said} is {gap} {'before' if away.is_below else 'after'} {aimed_for}"
    if aimed_for.startswith("the range"):
        return f"{figure.said} is {gap} {'below' if away.is_below else 'above'} {aimed_for}"
    return f"{figure.said} is {gap} {'short of' if away.is_below else 'over'} {aimed_for}"

"""What an analysis found, in sentences a councillor can use."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from council.numbers import format_number
from performance.rules.spc.kinds import Assurance, ShortWord, Side, Signal, Variation
from performance.rules.spc.result import FIRM, Limits, Point, Spc
from performance.rules.spc.series import Series
from performance.rules.wording import STORED_PLACES, rounded_among, rounded_at

RULES: Mapping[tuple[Signal, Side], str] = {
    (Signal.OUTSIDE, Side.HIGH): "above the upper limit",
    (Signal.OUTSIDE, Side.LOW): "below the lower limit",
    (Signal.TREND, Side.HIGH): "one of seven or more, each higher than the one before",
    (Signal.TREND, Side.LOW): "one of seven or more, each lower than the one before",
    (Signal.TWO_OF_THREE, Side.HIGH): "one of two in three that are close to the upper limit",
    (Signal.TWO_OF_THREE, Side.LOW): "one of two in three that are close to the lower limit",
    (Signal.SHIFT, Side.HIGH): "one of seven or more in a row above the mean",
    (Signal.SHIFT, Side.LOW): "one of seven or more in a row below the mean",
}
"""Each rule as what a point is."""

_COMPARED = {
    ShortWord.IMPROVED: "better than every figure before it",
    ShortWord.DETERIORATED: "worse than every figure before it",
    ShortWord.SUSTAINED: "within what the figures before it were",
    ShortWord.ROSE: "higher than every figure before it",
    ShortWord.FELL: "lower than every figure before it",
}

BEFORE_CHANGE: Mapping[Assurance, str] = {
    Assurance.PASSES: "Met its target before the change",
    Assurance.FAILS: "Missed its target before the change",
}
"""What stands in for an assurance that a real change speaks against."""


class SpcWords(NamedTuple):
    """An analysis in words; each is "" where there is nothing to say."""

    councillor: str
    """Whether the change is real, in one sentence."""
    variation: str
    """The name of the latest variation, or the word that stands in for a short series."""
    assurance: str
    """The name of the assurance; where a real change speaks against it, what was so before the change."""
    target: str
    """What the process will make of its target, in a sentence."""
    limits: str
    """The limits with how many points they rest on: "Mean 84.2%, limits 76.1% to 92.3%, from 16 figures"."""
    trial: str
    """Such as "trial limits (n=11)"."""
    clamped: str
    """That a limit is drawn where values end."""
    screened: str
    """That moving ranges were left out."""
    because: str
    """Why there is no icon."""


def in_words(spc: Spc) -> SpcWords:
    """Everything that a page says about an analysis, its table of points apart."""
    limits = spc.limits
    return SpcWords(
        councillor=_councillor(spc),
        variation=spc.variation.words if spc.variation else spc.short.words if spc.short else "",
        assurance=_assurance(spc),
        target=_target(spc),
        limits=limits_in_words(spc.series, limits) if limits else "",
        trial=trial_words(limits) if limits else "",
        clamped=clamped_words(spc.series, limits) if limits else "",
        screened=_screened(limits) if limits else "",
        because=spc.no_icon_because,
    )


def shown(value: Decimal, series: Series) -> str:
    """A mean or a limit as a reader sees it: with one decimal place more than the indicator's values have."""
    return format_number(
        rounded_limit(value, series), quantity=str(series.kind), decimals=_places(series), unit=series.unit
    )


def rounded_limit(value: Decimal, series: Series) -> Decimal:
    """A mean or a limit, no finer than it is shown."""
    return value.quantize(Decimal(1).scaleb(-_places(series)), ROUND_HALF_UP)


def kept_limit(value: Decimal) -> Decimal:
    """A mean or a limit for a file: with every place that a value is kept with."""
    return value.quantize(Decimal(1).scaleb(-STORED_PLACES), ROUND_HALF_UP)


def _places(series: Series) -> int:
    return min(series.decimals + 1, STORED_PLACES)


def shown_figure(value: Decimal, series: Series) -> str:
    """A value as a reader sees it: with the indicator's decimal places, or as many more as it has."""
    return format_number(value, quantity=str(series.kind), decimals=series.decimals, unit=series.unit)


def shown_point(value: Decimal, series: Series, limits: Limits | None) -> str:
    """A value beside its mean and limits: no finer than they, unless it takes more to stay on its own side."""
    lines = (limits.mean, limits.lower, limits.upper) if limits else ()
    places = _places(series)
    return shown_figure(rounded_at(value, lines, places), series)


def _shown_latest(value: Decimal, spc: Spc) -> str:
    """The newest value rounded as the rest of a page rounds it, yet on its own side of its target and its limits."""
    limits = (spc.limits.lower, spc.limits.upper) if spc.limits else ()
    lines = (*(spc.target or (Decimal(0),)), *limits)
    return shown_figure(rounded_among(value, lines, spc.series.decimals), spc.series)


def rule_words(point: Point) -> str:
    """Which rule fired on the point; "" for ordinary variation."""
    return RULES[point.signal, point.side] if point.signal and point.side else ""


def limits_in_words(series: Series, limits: Limits) -> str:
    """The mean and the limits as drawn, with how many figures they rest on."""
    low, high = shown(limits.shown_lower, series), shown(limits.shown_upper, series)
    return f"Mean {shown(limits.mean, series)}, limits {low} to {high}, from {limits.number} figures"


def trial_words(limits: Limits) -> str:
    """The warning that limits rest on few points; "" where they are firm."""
    return f"trial limits (n={limits.number})" if limits.number < FIRM else ""


def _councillor(spc: Spc) -> str:
    latest = spc.latest
    if latest is None or latest.value is None or not spc.series.is_numeric:
        return f"Nothing can be said about change. {spc.no_icon_because}"
    now = f"{latest.label}, {_shown_latest(latest.value, spc)},"
    if spc.short:
        return (
            f"{now} is {_COMPARED[spc.short]}. Whether the change is real cannot be told from so few figures."
        )
    if spc.variation is None:
        return f"Whether anything has changed cannot be told. {spc.no_icon_because}"
    if not spc.variation.is_special:
        return f"{now} is within the ordinary ups and downs of this measure: nothing has changed for certain."
    return f"{now} is {rule_words(latest)}. That is seldom chance: the change is real, and {_better(spc.variation)}."


def _better(variation: Variation) -> str:
    if variation.is_improvement:
        return "it is for the better"
    return (
        "it is for the worse" if variation.is_concern else "whether it is for the better is for people to say"
    )


def _assurance(spc: Spc) -> str:
    if spc.assurance is None:
        return ""
    return BEFORE_CHANGE[spc.assurance] if is_outdated(spc) else spc.assurance.words


def _target(spc: Spc) -> str:
    if spc.assurance is None or spc.target is None or spc.limits is None:
        return spc.no_assurance_because
    low, high = (shown_figure(each, spc.series) for each in spc.target)
    aim = low if low == high else f"{low} to {high}"
    if is_outdated(spc):
        return (
            f"So say the limits, which rest on figures from before the change as well. The target is {aim}."
        )
    if spc.assurance == Assurance.PASSES:
        return f"The target of {aim} will be met in nearly every period, unless the way of working changes."
    if spc.assurance == Assurance.FAILS:
        return (
            f"The target of {aim} is out of reach of the process as it works now: it will go on missing it."
        )
    return f"The target of {aim} lies among the ordinary ups and downs: it is met or missed by chance."


def is_outdated(spc: Spc) -> bool:
    """Whether a real change speaks against what the limits say of the target.

    Limits from before an improvement say nothing of what the process can reach since; nor those from before a decline
    of what it can be relied on for.
    """
    variation, assurance = spc.variation, spc.assurance
    if variation is None or assurance in (None, Assurance.HIT_AND_MISS):
        return False
    changed = variation.is_improvement if assurance == Assurance.FAILS else variation.is_concern
    return changed or variation.is_neutral


def clamped_words(series: Series, limits: Limits) -> str:
    """That a limit is drawn where values end, in a sentence; "" where both are drawn as worked out."""
    sides = []
    if limits.shown_lower != limits.lower:
        sides.append(
            f"the lower limit, {shown(limits.lower, series)}, is drawn at {shown_figure(limits.shown_lower, series)}"
        )
    if limits.shown_upper != limits.upper:
        sides.append(
            f"the upper limit, {shown(limits.upper, series)}, is drawn at {shown_figure(limits.shown_upper, series)}"
        )
    said = " and ".join(sides)
    return f"{said[0].upper()}{said[1:]}, where values end." if said else ""


def _screened(limits: Limits) -> str:
    if not limits.left_out:
        return ""
    if limits.left_out == 1:
        return "One step between neighbouring figures is too large to be ordinary, and is left out of the limits."
    return (
        f"{limits.left_out} steps between neighbouring figures are too large to be ordinary, and are left out of the "
        "limits."
    )

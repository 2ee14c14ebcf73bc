"""The phrases in which targets are written: changes ("+5%"), ranges ("40 to 60"), and "at least"."""

import re
from dataclasses import dataclass

from performance.choices import Direction

MORE = ("+", "up by", "up", "increase by", "increase of", "rise of", "raise by")
LESS = (
    "-",
    "down by",
    "down",
    "decrease by",
    "decrease of",
    "reduce by",
    "reduction of",
    "fall of",
    "cut by",
)
POINTS = (
    "percentage points",
    "percentage point",
    "% points",
    "% point",
    "points",
    "point",
    "pts",
    "pt",
    "pp",
)
PER_CENT = ("per cent", "percent")
AT_LEAST = ("at least", "no less than", "not less than", "minimum of", "minimum", "≥", ">=")
AT_MOST = ("at most", "no more than", "not more than", "maximum of", "maximum", "up to", "≤", "<=")
OR_MORE = ("or more", "or above", "or over", "or higher", "and above")
OR_LESS = ("or less", "or fewer", "or below", "or under", "or lower", "and below")
EXACTLY = ("exactly",)
"""Before a figure with a minus sign: it is the figure to reach, not a change."""


@dataclass(frozen=True)
class Change:
    """A change as written: which way, by what, and in which measure."""

    is_more: bool
    is_signed: bool
    """Written with a bare + or -, which could also be the sign of the figure to reach."""
    figure: str
    measure: str
    """ "points", "per cent", "%" or nothing."""


def _one_of(phrases: tuple[str, ...]) -> str:
    """A pattern of the phrases, the longest first."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


_CHANGE = re.compile(
    rf"(?P<way>{_one_of(MORE + LESS)}) ?(?P<figure>.*?[0-9.])"
    rf" ?(?:(?P<points>{_one_of(POINTS)})|(?P<per_cent>{_one_of(PER_CENT)})|(?P<sign>%))?(?P<rest>[^0-9%]*)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"between (?P<low>.+?) (?:and|to) (?P<high>.+)", re.IGNORECASE)
_TO = re.compile(r"(?P<low>[-£.]*[0-9].*?) to (?P<high>[-£.]*[0-9].*)", re.IGNORECASE)
_DASH = re.compile(r"(?P<low>£?[0-9][^-]*?) ?- ?(?P<high>£?[0-9][^-]*)")
_BOUND = re.compile(
    rf"(?:(?P<least>{_one_of(AT_LEAST)})|(?P<most>{_one_of(AT_MOST)})) ?(?P<figure>.+)", re.IGNORECASE
)
_OR = re.compile(
    rf"(?P<figure>.+?) (?:(?P<least>{_one_of(OR_MORE)})|(?P<most>{_one_of(OR_LESS)}))", re.IGNORECASE
)
_EXACT = re.compile(rf"(?:{_one_of(EXACTLY)}) (?P<figure>.+)", re.IGNORECASE)


def read_change(text: str) -> Change | None:
    """The change that "+5%", "-10 points" or "reduce by 10 per cent" names; None for any other text."""
    found = _CHANGE.fullmatch(text)
    if found is None:
        return None
    way = found["way"].casefold()
    measure = "points" if found["points"] else "per cent" if found["per_cent"] else found["sign"] or ""
    rest = found["rest"].strip()
    if measure and rest:
        return None
    return Change(way in MORE, way in ("+", "-"), f"{found['figure']} {rest}".strip(), measure)


def read_range(text: str, *, ratios: bool) -> tuple[str, str] | None:
    """The two ends of "40 to 60", "40-60%" or "between 40 and 60"; None for any other text.

    With `ratios`, "3 to 1" is one figure and only "between" makes a range.
    """
    found = _BETWEEN.fullmatch(text)
    if found is None and not ratios:
        found = _TO.fullmatch(text) or _DASH.fullmatch(text)
    return (found["low"], found["high"]) if found else None


def read_bound(text: str) -> tuple[Direction | None, str]:
    """The figure without "at least" or "or less", and the direction that the phrase belongs to, if any."""
    found = _BOUND.fullmatch(text) or _OR.fullmatch(text)
    if found is None:
        return None, text
    return (Direction.HIGHER if found["least"] else Direction.LOWER), found["figure"]


def read_exact(text: str) -> str | None:
    """The figure after "exactly"; None without that word."""
    found = _EXACT.fullmatch(text)
    return found["figure"] if found else None

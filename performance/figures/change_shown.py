"""Whether the change is real as lists and dashboards say it: icon, short word, and what disagrees with the rating."""

from functools import lru_cache
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString

from council.charts import Change, Reliance, reliance_icon, variation_icon
from performance.figures.spc import SpcFigure
from performance.rules.spc import Assurance, Disagreement, Spc, Variation
from performance.rules.spc.words import BEFORE_CHANGE, is_outdated

CHANGES = {
    Variation.COMMON: Change.ORDINARY,
    Variation.IMPROVEMENT_HIGH: Change.BETTER,
    Variation.IMPROVEMENT_LOW: Change.BETTER,
    Variation.CONCERN_HIGH: Change.WORSE,
    Variation.CONCERN_LOW: Change.WORSE,
    Variation.NEUTRAL_HIGH: Change.OTHER,
    Variation.NEUTRAL_LOW: Change.OTHER,
}
HIGH = (Variation.IMPROVEMENT_HIGH, Variation.CONCERN_HIGH, Variation.NEUTRAL_HIGH)
SHORT = {
    Variation.COMMON: "Ordinary variation",
    Variation.IMPROVEMENT_HIGH: "Improving",
    Variation.IMPROVEMENT_LOW: "Improving",
    Variation.CONCERN_HIGH: "Getting worse",
    Variation.CONCERN_LOW: "Getting worse",
    Variation.NEUTRAL_HIGH: "Really higher",
    Variation.NEUTRAL_LOW: "Really lower",
}
"""Each variation in a word or two, for a list."""
RELIED_ON = {
    Assurance.PASSES: Reliance.PASSES,
    Assurance.FAILS: Reliance.FAILS,
    Assurance.HIT_AND_MISS: Reliance.HIT_AND_MISS,
}
SHORT_ASSURANCE = {
    Assurance.PASSES: "Meets its target",
    Assurance.FAILS: "Misses its target",
    Assurance.HIT_AND_MISS: "Hit and miss",
}
GROUPS = (
    ("worse", SHORT[Variation.CONCERN_LOW]),
    ("better", SHORT[Variation.IMPROVEMENT_HIGH]),
    ("other", "Really higher or lower"),
    ("ordinary", SHORT[Variation.COMMON]),
    ("unknown", "Cannot be told, or from few figures"),
)
"""The choices of a list's filter: each with its words."""
NOTHING = SafeString("")
FROM_FEW = "few figures"
CANNOT_BE_TOLD = "Cannot be told"


class ChangeShown(NamedTuple):
    """How an indicator changes, as a row of a list shows it."""

    kind: Change | None
    """None where there are no limits to tell it by."""
    word: str
    """Such as "Getting worse"; "" for words, yes or no, and milestones, of which it is never asked."""
    is_high: bool = False
    """Whether a real change is upward."""
    caveat: str = ""
    """How sure it is: "trial limits (n=11)", "few figures"; "" where the limits are firm."""
    disagreement: Disagreement | None = None
    """The most urgent way in which it disagrees with the rating."""
    is_concern: bool = False
    """Whether it is a real change for the worse, of the period that the rating is of."""

    @property
    def group(self) -> str:
        """Which choice of the list's filter it is found by; "" for what is never judged."""
        return self.kind.name.lower() if self.kind else "unknown" if self.word else ""

    @property
    def tag(self) -> SafeString:
        """Icon, word and caveat for a page; "" for what is never judged."""
        return change_tag(self.kind, self.word, self.caveat, is_high=self.is_high) if self.word else NOTHING


NOT_JUDGED = ChangeShown(None, "")


@lru_cache(maxsize=64)
def change_tag(kind: Change | None, word: str, caveat: str = "", *, is_high: bool = False) -> SafeString:
    """An icon with its word, drawn once each, because a table shows hundreds."""
    icon = variation_icon(kind, is_high=is_high) if kind else NOTHING
    said = format_html('<span class="travel">{}{}</span>', icon, word)
    return format_html('{} <span class="quiet small">{}</span>', said, caveat) if caveat else said


@lru_cache(maxsize=4)
def assurance_tag(assurance: Assurance) -> SafeString:
    """The icon of an assurance with its short word."""
    relied = RELIED_ON[assurance]
    return format_html('<span class="travel">{}{}</span>', reliance_icon(relied), SHORT_ASSURANCE[assurance])


def assurance_shown(spc: Spc) -> SafeString:
    """The assurance beside a heading; without an icon where a real change speaks against it, "" where there is none."""
    if spc.assurance is None:
        return NOTHING
    if is_outdated(spc):
        return format_html('<span class="travel">{}</span>', BEFORE_CHANGE[spc.assurance])
    return assurance_tag(spc.assurance)


LEGEND: tuple[tuple[SafeString, str], ...] = (
    (
        change_tag(Change.ORDINARY, SHORT[Variation.COMMON]),
        "The newest figure is within the ups and downs of its own past. Nothing has changed for certain.",
    ),
    (
        change_tag(Change.BETTER, SHORT[Variation.IMPROVEMENT_HIGH], is_high=True),
        "A real change for the better; the arrow says which way the figures went.",
    ),
    (
        change_tag(Change.WORSE, SHORT[Variation.CONCERN_LOW]),
        "A real change for the worse, whatever the rating says.",
    ),
    (
        change_tag(Change.OTHER, SHORT[Variation.NEUTRAL_HIGH], is_high=True),
        "A real change of a measure for which neither way is better.",
    ),
    (assurance_tag(Assurance.PASSES), "As it works now, it will meet its target in nearly every period."),
    (assurance_tag(Assurance.FAILS), "As it works now, it will go on missing its target."),
    (
        assurance_tag(Assurance.HIT_AND_MISS),
        "As it works now, it meets its target in some periods, by chance.",
    ),
)
"""Each icon with what it means."""


def change_shown(figure: SpcFigure) -> ChangeShown:
    """What a row says of the indicator."""
    spc = figure.spc
    if not spc.series.is_numeric:
        return NOT_JUDGED
    if spc.variation is None:
        if spc.short:
            return ChangeShown(None, spc.short.words, caveat=FROM_FEW)
        return ChangeShown(None, CANNOT_BE_TOLD)
    said = figure.disagreements
    return ChangeShown(
        kind=CHANGES[spc.variation],
        word=SHORT[spc.variation],
        is_high=spc.variation in HIGH,
        caveat=figure.words.trial,
        disagreement=said[0] if said else None,
        is_concern=spc.variation.is_concern and figure.is_of_rated_period,
    )

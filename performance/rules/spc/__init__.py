"""Statistical process control: whether a change in a series is real. XmR charts after the NHS method, exactly.

`analyse(Series(...))` gives an `Spc`; `in_words(spc)` says it; `disagreements(rating, spc)` sets it beside the
rating. docs/decisions/0010 holds what was decided where the published tools differ.
"""

from performance.rules.spc.analysis import analyse
from performance.rules.spc.disagreements import Disagreement, disagreements
from performance.rules.spc.kinds import Assurance, Cause, ShortWord, Side, Signal, Variation
from performance.rules.spc.result import Limits, Point, Segment, Spc
from performance.rules.spc.series import Reading, Series, Start
from performance.rules.spc.words import SpcWords, in_words

__all__ = [
    "Assurance",
    "Cause",
    "Disagreement",
    "Limits",
    "Point",
    "Reading",
    "Segment",
    "Series",
    "ShortWord",
    "Side",
    "Signal",
    "Spc",
    "SpcWords",
    "Start",
    "Variation",
    "analyse",
    "disagreements",
    "in_words",
]

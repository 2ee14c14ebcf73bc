"""Whether a change is real in columns of a file: variation, assurance, limits, where they start, and what disagrees."""

from collections.abc import Callable, Mapping

from council.numbers import without_noughts
from council.tables import Column
from performance.figures.spc import SpcFigure
from performance.figures.spc_numbers import start_words
from performance.rules.importing.kinds import CHANGE_HEADINGS
from performance.rules.spc import Limits
from performance.rules.spc.words import kept_limit
from performance.tables.facts import fact_columns

NOT_FIGURES = "Not judged: words, yes or no, or a milestone"


def _variation(found: SpcFigure) -> object:
    if not found.spc.series.is_numeric:
        return NOT_FIGURES
    return found.words.variation or found.words.because


def _limit(found: SpcFigure, of: Callable[[Limits], object]) -> object:
    return of(found.spc.limits) if found.spc.limits else None


def _shown(name: str) -> Callable[[SpcFigure], object]:
    """A limit, or the mean, with every place that a value is kept with."""
    return lambda found: _limit(found, lambda limits: without_noughts(kept_limit(getattr(limits, name))))


def _since(found: SpcFigure) -> object:
    segment = found.spc.segment
    return found.spc.points[segment.first].starts_on if segment and segment.starts else None


def _why(found: SpcFigure) -> object:
    segment = found.spc.segment
    return " ".join(map(start_words, segment.starts)) if segment else None


CELLS: tuple[Callable[[SpcFigure], object], ...] = (
    _variation,
    lambda found: found.words.assurance or None,
    _shown("shown_lower"),
    _shown("mean"),
    _shown("shown_upper"),
    lambda found: found.words.clamped or None,
    lambda found: _limit(found, lambda limits: limits.number),
    lambda found: _limit(found, lambda limits: "Yes" if limits.is_trial else "No"),
    _since,
    _why,
    lambda found: " ".join(f"{each.name}. {each.sentence}" for each in found.disagreements) or None,
)
"""What stands under each of the headings."""


def change_columns(known: Mapping[int, SpcFigure]) -> list[tuple[str, Column]]:
    """The columns for a file's `extra_columns`."""
    return fact_columns("change", CHANGE_HEADINGS, CELLS, known)

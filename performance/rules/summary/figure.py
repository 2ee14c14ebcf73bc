"""A figure that a sentence rests on, kept as values, and what is said when it is another by now."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from council.rag import Rag

NO_TARGET = "No target"


@dataclass(frozen=True)
class Figure:
    """An indicator's figure for a period as it stood when the sentence was written."""

    indicator: int
    name: str
    period: int
    period_name: str
    value: str
    target: str
    rating: Rag
    variation: str = ""
    """The name of a real change or of ordinary variation, by firm limits; "" where neither can be told."""
    forecast: str = ""
    """The forecast for the year end that the rating is of; "" where the value itself is rated."""
    running: str | None = None
    """How long it was off target, where that is an exception: "red for 2 quarters running"; "" elsewhere."""
    year_miss: str | None = None
    """What is said of a year that is not likely to end at its target; "" elsewhere.

    Like `running`, None in figures kept before these two were: nothing is compared with it.
    """

    @property
    def key(self) -> tuple[int, int]:
        """What tells one figure from another: the ids of indicator and period."""
        return self.indicator, self.period

    @property
    def rated(self) -> str:
        """What is rated: "72%", or "15 (rated on the forecast of 68)"."""
        return f"{self.value} (rated on the forecast of {self.forecast})" if self.forecast else self.value

    @property
    def against(self) -> str:
        """ "72% against a target of 80%"; what is rated alone where there is no target."""
        return self.rated if self.target == NO_TARGET else f"{self.rated} against a target of {self.target}"

    @property
    def words(self) -> str:
        """ "72% against a target of 80%, red"."""
        return f"{self.against}, {self.rating.word.lower()}"

    @property
    def stood(self) -> tuple[str | None, ...]:
        """All that can change."""
        return (
            self.value,
            self.target,
            self.rating,
            self.variation,
            self.forecast,
            self.running,
            self.year_miss,
        )


def change_in(then: Figure, now: Figure | None) -> str:
    """What has changed in a figure: "was 72%, red; now 75%, amber"; "" where nothing has.

    What is the same on both sides is left out, but for value and rating, which are always said.
    """
    if now is None or all(_is_same(*each) for each in zip(then.stood, now.stood, strict=True)):
        return ""
    return f"was {_side(then, now)}; now {_side(now, then)}"


def _side(figure: Figure, other: Figure) -> str:
    said = [figure.against if figure.target != other.target else figure.rated, figure.rating.word.lower()]
    if figure.variation != other.variation:
        said.append(_lower(figure.variation) or "no variation told")
    if not _is_same(figure.running, other.running):
        said.append(figure.running or "no exception")
    if not _is_same(figure.year_miss, other.year_miss):
        said.append(figure.year_miss or "nothing against the year’s target")
    return ", ".join(said)


def _is_same(one: str | None, other: str | None) -> bool:
    """Whether two say the same, or one of them was never kept."""
    return one == other or one is None or other is None


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


@dataclass(frozen=True)
class Changed:
    """A figure that is another than when its sentence was written."""

    figure: Figure
    words: str
    """ "was 72%, red; now 75%, amber"."""


def changed(figures: Iterable[Figure], now: Mapping[tuple[int, int], Figure]) -> list[Changed]:
    """Those of the figures that have changed, with the words; `now` holds each as it stands, by its key."""
    found = ((each, change_in(each, now.get(each.key))) for each in figures)
    return [Changed(figure, words) for figure, words in found if words]


def fingerprint(figures: Iterable[Figure]) -> str:
    """A short text that is the same as long as every one of the figures is: what a page says that it has shown."""
    said = sorted((each.key, each.stood) for each in figures)
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]

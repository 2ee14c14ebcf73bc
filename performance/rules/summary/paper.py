"""An executive summary as it is read, kept as plain values once it is presented."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from council.rag import Rag
from performance.rules.summary.figure import Figure

SHOWN = 60
"""Letters of a sentence that are enough to tell which is meant."""


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence with the figures it rests on. A person's own, or a person's wording of what was drafted, says so."""

    number: int
    text: str
    drafted: str = ""
    """What the rules wrote; "" of a sentence that a person wrote."""
    service: int | None = None
    service_name: str = ""
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True)
class Section:
    """One of the three sections."""

    section: str
    heading: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, kw_only=True)
class Paper:
    """The whole summary."""

    whose: str
    """The body's name, or that it is of the whole council."""
    quarter: str
    sections: tuple[Section, ...]
    plans: tuple[str, ...] = ()
    """The plans that the quarter's report covers."""

    @property
    def sentences(self) -> list[Sentence]:
        """All sentences in the order of the page."""
        return [each for section in self.sections for each in section.sentences]

    @property
    def figures(self) -> list[Figure]:
        """All figures that sentences rest on."""
        return [figure for each in self.sentences for figure in each.figures]


def as_values(paper: Paper) -> dict[str, Any]:
    """The summary as values that JSON can hold."""
    return asdict(paper)


def paper_from(values: Mapping[str, Any]) -> Paper:
    """The summary that such values were made from; what they lack that was added since has its usual value."""
    sections = tuple(
        Section(each["section"], each["heading"], tuple(_sentence(row) for row in each["sentences"]))
        for each in values["sections"]
    )
    return Paper(**{**values, "sections": sections, "plans": tuple(values.get("plans", ()))})


def _sentence(row: Mapping[str, Any]) -> Sentence:
    figures = tuple(Figure(**{**each, "rating": Rag(each["rating"])}) for each in row["figures"])
    return Sentence(**{**row, "figures": figures})


def shortened(text: str) -> str:
    """The beginning of a sentence, enough to tell which is meant."""
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1].rstrip()}…"

"""What the council's own records say of a paragraph of a code: whether it complies, and the sentences that show it.

The Complaint Handling Code asks for an annual self-assessment (8.1) and for another one after a restructure or a
change of procedures (8.3); the Housing Ombudsman's code asks landlords for the same. What the records cannot tell, a
person has to say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from complaints.choices import Compliance
from complaints.rules.small_numbers import FEWEST_SHOWN, HIDDEN_WORDS


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """One paragraph of a code."""

    key: str
    """As it stands in addresses."""
    number: str
    """As the code numbers it; words where its number was not seen."""
    expects: str
    """What it expects, in our own words."""
    source: str
    """The key of where it was read."""
    counted: tuple[str, ...] = ()
    """What is counted from the records."""
    is_for_people: bool = False
    """Whether a person has to say, whatever the counts are."""
    departs: tuple[str, ...] = ()
    """The times of a procedure (`complaints.rules.departures.Times`) that it lays down."""


@dataclass(frozen=True)
class Measured:
    """How often something was as the code expects, of how many in the year."""

    met: int
    of: int

    @property
    def breaches(self) -> int:
        """How many were not."""
        return self.of - self.met


@dataclass(frozen=True)
class Assessed:
    """One paragraph with what is found of it, by the records or by a person."""

    code: str
    paragraph: Paragraph
    finding: Compliance
    by_records: Compliance
    evidence: tuple[str, ...] = ()
    departures: tuple[str, ...] = ()
    words: str = ""
    """The council's own."""
    measured: Mapping[str, Measured] = field(default_factory=dict)

    @property
    def needs_words(self) -> bool:
        """Whether nobody has said yet what only a person can."""
        return self.finding == Compliance.ASK

    @property
    def is_overruled(self) -> bool:
        """Whether a person found otherwise than the records."""
        return self.by_records not in (Compliance.ASK, self.finding)


def found_by_records(
    paragraph: Paragraph, measured: Mapping[str, Measured], departures: Sequence[str]
) -> Compliance:
    """Whether the council complies, as far as the records can tell."""
    counts = [measured[each] for each in paragraph.counted if measured[each].of]
    if departures or any(each.breaches for each in counts if not paragraph.is_for_people):
        return Compliance.DOES_NOT
    if paragraph.is_for_people or not counts:
        return Compliance.ASK
    return Compliance.COMPLIES


def evidence_sentence(words: str, counted: Measured, *, hide: bool, is_share: bool = True) -> str:
    """What was counted in a sentence: "Acknowledgements in time at stage 1: 212 of 230." Small numbers hidden."""
    if not counted.of:
        return f"{words}: none in the year."
    if hide and counted.of < FEWEST_SHOWN:
        return f"{words}: {HIDDEN_WORDS} in the year."
    if not is_share:
        return f"{words}: {counted.of}."
    if hide and 0 < counted.breaches < FEWEST_SHOWN:
        return f"{words}: all but {HIDDEN_WORDS} of {counted.of}."
    if hide and 0 < counted.met < FEWEST_SHOWN:
        return f"{words}: {HIDDEN_WORDS} of {counted.of}."
    return f"{words}: {counted.met} of {counted.of}."


def as_values(assessed: Assessed, *, code_name: str, evidence: Sequence[str]) -> dict[str, Any]:
    """One line of a self-assessment as plain values, as a presented report keeps it."""
    return {
        "code": code_name,
        "number": assessed.paragraph.number,
        "expects": assessed.paragraph.expects,
        "finding": assessed.finding.label,
        "complies": assessed.finding == Compliance.COMPLIES,
        "evidence": list(evidence),
        "departures": list(assessed.departures),
        "words": assessed.words,
    }

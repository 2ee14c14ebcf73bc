"""Ombudsmen's annual letters beside the council's own records."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from complaints.choices import LetterFigure
from complaints.figures.ombudsman import OmbudsmanCounts, counts_of
from complaints.models import OmbudsmanLetter
from complaints.rules.letter import letter_differences
from council.periods import Frequency, spans


def counted_as(counts: OmbudsmanCounts) -> dict[str, int]:
    """Our counts under the figures of the letter; shares are not counted, as what they are of may differ."""
    return {
        LetterFigure.RECEIVED: counts.received,
        LetterFigure.DECIDED: counts.decided,
        LetterFigure.INVESTIGATED: counts.investigated,
        LetterFigure.UPHELD: counts.upheld,
        LetterFigure.REMEDIED: counts.remedied_before,
    }


def printed_figures(letter: OmbudsmanLetter) -> list[tuple[str, str]]:
    """Each figure that the letter prints, as printed."""
    return [(each.label, letter.printed[each][0]) for each in LetterFigure if each in letter.printed]


def differences_of(letter: OmbudsmanLetter, *, hide: bool) -> list[str]:
    """Where a letter disagrees with itself or with our records, in sentences; three queries."""
    printed = {name: Decimal(value) for name, (_, value) in letter.printed.items()}
    span = spans(Frequency.ANNUAL, year=letter.year)[0]
    own = counted_as(counts_of(span, ombudsman=letter.ombudsman))
    topics = [(topic, number) for topic, number in letter.topics]
    return letter_differences(printed, topics, own, hide=hide)


def letter_values(letters: Iterable[OmbudsmanLetter]) -> list[dict[str, Any]]:
    """Letters as plain values, as an annual report keeps them: our own small numbers hidden."""
    return [
        {
            "ombudsman": letter.get_ombudsman_display(),
            "source": letter.source,
            "words": letter.words,
            "figures": [list(pair) for pair in printed_figures(letter)],
            "topics": [list(pair) for pair in letter.topics],
            "differences": differences_of(letter, hide=True),
        }
        for letter in letters
    ]

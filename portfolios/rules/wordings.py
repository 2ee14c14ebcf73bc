"""Three wordings of one thing: as the report argues it, as it is recommended, as it was resolved.

What a step loses is what nobody decided to take out. Operative words are those that say exactly which words go where;
reports give them in quotation marks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from portfolios.rules.words_compared import WORD, Compared, compare, missing_from, names_missing_from

MOST_SENTENCES = 6

RECOMMENDATIONS = "the recommendations"
REPORT, RECOMMENDATION, RESOLUTION = "the report’s text", "the recommendation", "the decision"
AGENDA, SUMMARY, MINUTE = "the agenda", "the decision summary", "the minute"

QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"")
CHANGES_WORDS = re.compile(
    r"\b(?:amend|insert|add|includ|substitut|omit|delet|replac|var(?:y|ied)|chang)", re.IGNORECASE
)


@dataclass(frozen=True)
class Wording:
    """One of the wordings: where it stands, and its words."""

    where: str
    words: str


@dataclass(frozen=True)
class WordingStep:
    """From one wording to the next: both in a redline, and a sentence for each thing that got lost on the way."""

    old: Wording
    new: Wording
    compared: Compared
    lost: tuple[str, ...]
    said: tuple[str, ...]
    """What is only to be known: what came in, and words that changed their ending."""

    @property
    def title(self) -> str:
        """Such as "From the report’s text to the recommendation"."""
        return f"From {self.old.where} to {self.new.where}"


def steps(*, report: str, recommendation: str, resolution: str) -> list[WordingStep]:
    """The steps between the wordings there are, each against the one before it."""
    wordings = [
        Wording(where, words.strip())
        for where, words in ((REPORT, report), (RECOMMENDATION, recommendation), (RESOLUTION, resolution))
        if words.strip()
    ]
    return [_step(old, new, wordings[0]) for old, new in pairwise(wordings)]


def whole_step(*, recommendations: Sequence[str], resolution: str) -> WordingStep | None:
    """From all that a report recommends to the one decision on it; None where it recommends nothing."""
    words = "\n".join(each.strip() for each in recommendations if each.strip())
    if not (words and resolution.strip()):
        return None
    old = Wording(RECOMMENDATIONS, words)
    return _step(old, Wording(RESOLUTION, resolution.strip()), old)


def summary_step(*, summary: str, minute: str) -> WordingStep | None:
    """From the published summary of a decision to the full minute; None where there is no summary."""
    if not (summary.strip() and minute.strip()):
        return None
    old, new = Wording(SUMMARY, summary.strip()), Wording(MINUTE, minute.strip())
    return _step(old, new, old)


def not_on_the_agenda(*, agenda: str, resolution: str) -> list[str]:
    """A sentence for each name in a decision that its agenda did not announce; none where the agenda names nothing."""
    if not names_missing_from("", words=agenda):
        return []
    return [
        f"“{name}” is in {RESOLUTION} and was not on {AGENDA}."
        for name in names_missing_from(agenda, words=resolution)
    ]


@dataclass(frozen=True)
class NotResolved:
    """Words of an amendment that the resolution has not got as they stand, and those it has in no form."""

    words: str
    lost: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What is missing, in a sentence."""
        if not self.lost or self.lost == (self.words,):
            return f"The resolution does not have the words “{self.words}”."
        return (
            f"The resolution does not have the words “{self.words}”: nothing in it says {_listed(self.lost)}."
        )


def not_resolved(resolution: str, *, operative: Iterable[str]) -> list[NotResolved]:
    """Which operative words a resolution does not have, whatever its quotes, dashes, spaces and capitals."""
    there = _plain(resolution)
    return [
        NotResolved(words, tuple(missing_from(resolution, words=words)))
        for each in operative
        if (words := " ".join(each.split()).strip(" ,;:.")) and _plain(words) not in there
    ]


def has_words(text: str, words: str) -> bool:
    """Whether a text has the words, whatever its quotes, dashes, spaces and capitals."""
    return _plain(words) in _plain(text)


def operative_words(text: str) -> list[str]:
    """The words that a text puts in quotation marks, in their order."""
    return [(match[1] or match[2]).strip() for match in QUOTED.finditer(text)]


def _step(old: Wording, new: Wording, source: Wording) -> WordingStep:
    compared = compare(old.words, new.words)
    lost = [*_operative(source, new), *_losses(compared.lost, old, new)]
    return WordingStep(old, new, compared, tuple(lost), tuple(_said(compared, new)))


def _losses(lost: Sequence[str], old: Wording, new: Wording) -> Iterator[str]:
    shown = lost[:MOST_SENTENCES] if len(lost) > MOST_SENTENCES + 1 else lost
    for each in shown:
        word, verb = ("word", "is") if len(WORD.findall(each)) == 1 else ("words", "are")
        yield f"The {word} “{each}” {verb} in {old.where} and not in {new.where}."
    if rest := lost[len(shown) :]:
        yield f"Nor are these: {_listed(rest)}."


def _operative(source: Wording, new: Wording) -> Iterator[str]:
    """What is said when the words to go in stand in quotation marks at the source, and not as such in the new words."""
    wanted = operative_words(source.words)
    if not wanted or not CHANGES_WORDS.search(new.words):
        return
    missing = [each for each in wanted if _plain(each) not in _plain(new.words)]
    if not missing:
        return
    where = new.where.capitalize()
    if operative_words(new.words):
        yield f"{where} has other operative words than {source.where}, which has {_listed(missing)}."
    else:
        yield (
            f"{where} has no operative words: it says what is wanted and not which words go where. "
            f"{source.where.capitalize()} has them: {_listed(wanted)}."
        )


def _plain(text: str) -> str:
    return f" {' '.join(WORD.findall(text.casefold()))} "


def _said(compared: Compared, new: Wording) -> Iterator[str]:
    for old, now in compared.slight:
        yield f"A slight difference: “{old}” became “{now}”."
    if compared.gained:
        yield f"New in {new.where}: {_listed(compared.gained)}."


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f"“{each}”" for each in words)

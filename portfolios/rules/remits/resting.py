"""Which words of a remit somebody quotes to say who answers for a service, and whether they stand there."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portfolios.rules.remits.finding_words import find_words
from portfolios.rules.remits.operative import Remit

_QUOTATION = re.compile('“([^”]+)”|"([^"]+)"')
_CUT = re.compile(r"…|\.\.\.")
_PREFIX = re.compile(r"\s*(the\s+)?remit\s*:\s*", re.IGNORECASE)
_ENDS = " .,;:"
_JOINING = frozenset({"", "and", "or"})


@dataclass(frozen=True)
class Quoted:
    """Words that are said to stand in a remit."""

    words: str
    is_marked: bool
    """Whether they stand in quotation marks; without those they may speak of the remit and not quote it."""


def quoted(evidence: str) -> tuple[Quoted, ...]:
    """The words of the remit in what somebody entered as evidence; none where another paper is quoted.

    A quotation is of the remit where the word stands before it, or nothing does: “Remit: …”, “…”.
    """
    found, of_remit, end = [], True, 0
    for match in _QUOTATION.finditer(evidence):
        lead = evidence[end : match.start()].casefold()
        of_remit = "remit" in lead or (of_remit and lead.strip(_ENDS) in _JOINING)
        if of_remit:
            found.append(Quoted(match[1] or match[2], is_marked=True))
        end = match.end()
    bare = _PREFIX.sub("", evidence).strip(_ENDS)
    return tuple(found) if end or not bare else (Quoted(bare, is_marked=False),)


def stands(words: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts has the words, capitals aside; where they were cut short, every part of them."""
    parts = [part for each in _CUT.split(words) if (part := each.strip(_ENDS).casefold())]
    return bool(parts) and any(all(find_words(text.casefold(), part) for part in parts) for text in texts)


def not_there(evidence: str, remit: Remit, *, stood: Iterable[str], is_whole: bool) -> tuple[str, ...]:
    """The words of the evidence that are not in the remit.

    `stood` are texts that an amendment has taken out of it or changed. Where only a part of the remit is on record
    (`is_whole` is false, or nothing is), or the words stand in no quotation marks, they must have stood there before.
    """
    there, before = texts_of(remit), tuple(stood)
    return tuple(
        each.words
        for each in quoted(evidence)
        if not stands(each.words, there)
        and ((each.is_marked and is_whole and there) or stands(each.words, before))
    )


@dataclass(frozen=True)
class Loss:
    """What an amendment takes away of the words on which somebody's answering rests."""

    words: tuple[str, ...]
    go_along: bool
    """Whether all the words it rests on go to the other portfolio."""


def loss(evidence: str, before: Remit, after: Remit, target: Remit | None = None) -> Loss | None:
    """What the evidence loses between two states of a remit; None where it loses nothing.

    `target` is the remit that items go to, as it stands afterwards.
    """
    resting = [each.words for each in quoted(evidence) if stands(each.words, texts_of(before))]
    lost = tuple(words for words in resting if not stands(words, texts_of(after)))
    if not lost:
        return None
    there = texts_of(target) if target else ()
    return Loss(lost, len(lost) == len(resting) and all(stands(words, there) for words in lost))


def texts_of(remit: Remit) -> tuple[str, ...]:
    """The items as a reader sees them."""
    return tuple(item.text for item in remit.items)


def changed(before: Iterable[Remit], after: Iterable[Remit]) -> Iterator[int]:
    """The portfolios of which an item was taken out or reads otherwise."""
    now = {remit.portfolio: texts_of(remit) for remit in after}
    for remit in before:
        if {*texts_of(remit)} - {*now.get(remit.portfolio, ())}:
            yield remit.portfolio

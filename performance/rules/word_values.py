"""Values that are words with an order: yes or no, levels, milestones. Each has a rank and a normal form."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from performance.rules.milestones import OFFERED, read_milestone

YES_OR_NO = {"yes": 1, "y": 1, "no": 0, "n": 0}

# Without a scale a level is a number of one or two digits; a longer one is a slip.
_LEVEL = re.compile(r"(?P<noun>[a-z][a-z ]*?)? ?(?P<number>[0-9]{1,2})", re.IGNORECASE)


class WordRead(NamedTuple):
    """The normal form of a word and its rank, higher for better by the scale's own order."""

    words: str
    rank: Decimal


class WordProblem(ValueError):
    """A word that is not one of those accepted; `sentence` lists them."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def read_yes_no(text: str) -> WordRead:
    """ "Yes" (rank 1) or "No" (rank 0), also from "Y" and "N"."""
    answer = YES_OR_NO.get(_folded(text))
    if answer is None:
        raise WordProblem("Enter Yes or No")
    return WordRead("Yes" if answer else "No", Decimal(answer))


def read_level(text: str, levels: Sequence[str]) -> WordRead:
    """The level as the scale spells it, and its place from 0, the lowest.

    A bare number stands for the level that has it in its name. Without a scale "Level 2" is taken by its number.
    """
    if not levels:
        return _numbered_level(text)
    wanted = _folded(text)
    places = [place for place, level in enumerate(levels) if _folded(level) == wanted]
    if not places and wanted.isdecimal():
        places = [
            place for place, level in enumerate(levels) if re.search(rf"(?<!\d){int(wanted)}$", level.strip())
        ]
    if len(places) != 1:
        raise WordProblem(f"Enter one of: {', '.join(levels)}")
    return WordRead(levels[places[0]], Decimal(places[0]))


def read_milestone_word(text: str) -> WordRead:
    """How a commitment stands: "done", "expected", "to_do", "at_risk" or "missed", and its rank."""
    milestone = read_milestone(text)
    if milestone is None:
        raise WordProblem(f"Enter one of: {', '.join(OFFERED)}")
    return WordRead(milestone.value, Decimal(milestone.rank))


def _numbered_level(text: str) -> WordRead:
    found = _LEVEL.fullmatch(" ".join(text.split()).rstrip("."))
    if found is None or _folded(found["noun"] or "level") != "level":
        raise WordProblem("Enter a level by its number, such as Level 2")
    return WordRead(f"Level {int(found['number'])}", Decimal(int(found["number"])))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".")

"""Items of one remit that share what looks like their subject: shown to whoever reads or drafts, and not refused."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portfolios.rules.remits.operative import Item

_APOSTROPHE = re.compile("['’]")
_SAYS_LITTLE = frozenset(
    {
        "council",
        "delivery",
        "executive",
        "function",
        "functions",
        "including",
        "matters",
        "regard",
        "relating",
        "responsibilities",
        "responsibility",
        "service",
        "services",
    }
)


@dataclass(frozen=True)
class Overlap:
    """An item that shares words with others, and which."""

    number: int
    item: Item
    shared: str

    @property
    def sentence(self) -> str:
        return f"It overlaps with item {self.number}, “{self.item.text}”: both speak of {self.shared}. Both stay."


def overlaps(items: Iterable[Item], words: str) -> Iterator[Overlap]:
    """The items that the words overlap with, by their number in the remit."""
    mine = _long_words(words)
    for number, item in enumerate(items, 1):
        if shared := sorted(mine & _long_words(item.text)):
            yield Overlap(number, item, _listed(shared))


def _long_words(text: str) -> set[str]:
    words = (_APOSTROPHE.split(word)[0] for word in text.split())
    words = ("".join(letter for letter in word if letter.isalpha()).lower() for word in words)
    return {word for word in words if len(word) > 5 and word not in _SAYS_LITTLE}


def _listed(words: list[str]) -> str:
    quoted = [f"“{word}”" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"

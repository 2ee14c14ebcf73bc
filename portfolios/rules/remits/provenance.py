"""The words of an item with notes of where they are from, as legislation has them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from portfolios.rules.remits.operative import Item
from portfolios.rules.remits.runs import Run

GAP = " … "


@dataclass(frozen=True)
class Marked:
    """Words of one origin. Those that came with the item carry no note (0); where words were omitted there are none."""

    text: str
    note: int

    @property
    def inner(self) -> str:
        """The words without the spaces around them."""
        return self.text.strip()

    @property
    def leading(self) -> str:
        """The space before them."""
        return self.text[: len(self.text) - len(self.text.lstrip())]

    @property
    def trailing(self) -> str:
        """The space after them."""
        return self.text[len(self.text.rstrip()) :] if self.inner else ""


@dataclass(frozen=True)
class Note:
    """What one amendment did to the words of an item, as far as it still shows."""

    number: int
    source: int
    words: str
    """What it put there and still stands, with a gap where others have come between; "" where it only took away."""
    before: str
    """What it took away."""


def marked(item: Item) -> tuple[Marked, ...]:
    """The words of the item in order, each run with its note; together they are the text of the item."""
    numbers = _numbers(item)
    return tuple(
        Marked("".join(run.text for run in runs), number)
        for number, runs in groupby(item.words, key=lambda run: numbers[run.source])
    )


def notes(item: Item) -> tuple[Note, ...]:
    """The notes to the words of the item, in the order in which their words first stand."""
    return tuple(
        Note(number, source, _joined(item.words, source, "text"), _joined(item.words, source, "before"))
        for source, number in _numbers(item).items()
        if number
    )


def _numbers(item: Item) -> dict[int, int]:
    """The note of each source: none for the item's own words, then counted from 1."""
    others = dict.fromkeys(run.source for run in item.words if run.source != item.key)
    return {item.key: 0} | {source: number for number, source in enumerate(others, 1)}


def _joined(words: Iterable[Run], source: int, side: str) -> str:
    """One side of the runs of a source, with a gap wherever another's words stand between."""
    stretches = groupby(words, key=lambda run: run.source == source)
    said = ("".join(getattr(run, side) for run in runs).strip() for mine, runs in stretches if mine)
    return GAP.join(filter(None, said))

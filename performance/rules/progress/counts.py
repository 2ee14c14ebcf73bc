"""What a progress report comes to: items by heading, items by owner, what has no date and what waits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from performance.choices import ItemKind, ItemUpdate
from performance.rules.progress.paper import Item, Owner, Paper, Section

OVERLOADED_FROM = 5
"""Owning half of so many open items or more is an overload, as with promises."""


@dataclass(frozen=True)
class HeadingCount:
    """The items under one heading, each counted once."""

    heading: str
    progress: int
    open: int
    done: int
    dropped: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.progress + self.open + self.done + self.dropped


@dataclass(frozen=True)
class OwnerCount:
    """An owner with what is open in their name, alone or jointly."""

    owner: Owner
    items: int
    joint: int
    undated: int
    overdue: int


@dataclass(frozen=True)
class Counts:
    """All that is counted of a report."""

    headings: list[HeadingCount]
    owners: list[OwnerCount]
    owned: int
    """Open items that say who."""
    unowned: int
    undated: int
    overdue: int
    waiting: int
    awake: int
    to_come: int

    @property
    def total(self) -> int:
        """All items: the sum over the headings."""
        return sum(each.total for each in self.headings)

    @property
    def progress(self) -> int:
        """What was done."""
        return sum(each.progress for each in self.headings)

    @property
    def open(self) -> int:
        """What is still to be addressed."""
        return sum(each.open for each in self.headings)

    @property
    def done(self) -> int:
        """What the report before left open, and is done."""
        return sum(each.done for each in self.headings)

    @property
    def dropped(self) -> int:
        """What the report before left open, and was dropped."""
        return sum(each.dropped for each in self.headings)

    @property
    def overloaded(self) -> OwnerCount | None:
        """The owner of half or more of the open items that have one, once that is a number to speak of."""
        if self.owned < OVERLOADED_FROM:
            return None
        return next((each for each in self.owners if 2 * each.items >= self.owned), None)


def count(paper: Paper, *, on: date) -> Counts:
    """What the report comes to on a day."""
    open_ones = [item for item in paper.items if item.is_open]
    return Counts(
        headings=[_heading(section) for section in paper.sections],
        owners=owner_counts(open_ones, on=on),
        owned=sum(bool(item.owners) for item in open_ones),
        unowned=sum(not item.owners for item in open_ones),
        undated=sum(item.is_undated for item in open_ones),
        overdue=sum(item.is_overdue(on=on) for item in open_ones),
        waiting=sum(item.is_waiting for item in open_ones),
        awake=sum(item.is_awake for item in open_ones),
        to_come=sum(item.latest is not None and item.latest >= on for item in open_ones),
    )


def owner_counts(items: Iterable[Item], *, on: date) -> list[OwnerCount]:
    """The owners of open items, who has most first; a joint item counts for each of its owners."""
    owners: dict[str, Owner] = {}
    theirs: dict[str, list[Item]] = {}
    for item in items:
        if item.is_open:
            for owner in item.owners:
                owners.setdefault(owner.key, owner)
                theirs.setdefault(owner.key, []).append(item)
    counted = [
        OwnerCount(
            owners[key],
            len(rows),
            sum(len(row.owners) > 1 for row in rows),
            sum(row.is_undated for row in rows),
            sum(row.is_overdue(on=on) for row in rows),
        )
        for key, rows in theirs.items()
    ]
    return sorted(counted, key=lambda each: (-each.items, each.owner.name))


def _heading(section: Section) -> HeadingCount:
    items = section.items
    return HeadingCount(
        section.heading,
        progress=sum(each.kind == ItemKind.PROGRESS for each in items),
        open=sum(each.is_open for each in items),
        done=sum(each.update == ItemUpdate.DONE for each in items),
        dropped=sum(each.update == ItemUpdate.DROPPED for each in items),
    )

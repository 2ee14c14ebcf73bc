"""A progress report as it is read: its headings with their items. A draft is drawn from it, and a presented one kept.

Kept, it is plain values: nothing that is renamed, moved or taken away later can change what was presented.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from council.dates import Precision, read_vague_date
from performance.choices import CLOSED_UPDATES, OPEN_KINDS, ItemKind, ItemUpdate
from performance.rules.progress.repeated import Repeated, remarks
from portfolios.rules.abbreviations import explained

DAYS = ("latest", "happened_on")
"""What of an item is a day."""


@dataclass(frozen=True)
class Owner:
    """A post, or the words for one that is not known; `held_by` says who held it."""

    name: str
    post: int | None = None
    held_by: str = ""
    short: str = ""

    @property
    def key(self) -> str:
        """What tells one owner from another."""
        return f"post {self.post}" if self.post else f"words {' '.join(self.name.casefold().split())}"


@dataclass(frozen=True, kw_only=True)
class Item:
    """One item: progress made, or an issue with who and by when; of the report before, also what became of it."""

    pk: int
    number: int
    kind: str
    text: str = ""
    who: str = ""
    owners: tuple[Owner, ...] = ()
    owners_of_heading: bool = False
    by_when: str = ""
    precision: str = Precision.NONE
    latest: date | None = None
    was_by_when: str = ""
    event: int | None = None
    waits_for: str = ""
    happened_on: date | None = None
    """The day on which what it waits for happened."""
    is_awaited: bool = False
    """Whether what it waits for may still happen."""
    update: str = ""
    update_note: str = ""
    times_carried: int = 0
    correction: str = ""
    repeats: Repeated | None = None
    """The figure that its words repeat."""
    remarks: tuple[str, ...] = ()
    """How that figure differs from the words, or from what it is by now; for the reader, and not kept."""
    explained: tuple[str, ...] = ()
    """What its abbreviations and its owners' initials stand for, a line each; for the reader, and not kept."""

    @property
    def is_carried(self) -> bool:
        """Whether the report before left it open."""
        return self.times_carried > 0

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done, so that the next report must take it up."""
        return self.kind in OPEN_KINDS and self.update not in CLOSED_UPDATES

    @property
    def is_waiting(self) -> bool:
        """Whether it is still open and waits for something that may still happen."""
        return self.is_open and self.is_awaited

    @property
    def is_awake(self) -> bool:
        """Whether what it waited for has happened and it is still open: somebody is to look at it again."""
        return self.is_open and self.happened_on is not None

    @property
    def is_undated(self) -> bool:
        """Whether nobody can say by when, and it waits for nothing that may still happen; as of a promise."""
        return self.is_open and self.precision == Precision.NONE and not self.is_awaited

    def is_overdue(self, *, on: date) -> bool:
        """Whether the last day that its words can mean is over and it is still open."""
        return self.is_open and self.latest is not None and self.latest < on

    @property
    def lacks_update(self) -> bool:
        """Whether the report before left it open and nobody has said what became of it."""
        return self.is_carried and not self.update

    @property
    def kind_word(self) -> str:
        """What it is, in words."""
        return ItemKind(self.kind).label

    @property
    def became(self) -> str:
        """What became of it, in words; "" where nobody has said."""
        return ItemUpdate(self.update).label if self.update else ""

    @property
    def remark(self) -> str:
        """How the words for its time were read; "" where they leave no question."""
        return read_vague_date(self.by_when).remark

    @property
    def reports(self) -> int:
        """In how many reports it has stood, this one with them."""
        return self.times_carried + 1


@dataclass(frozen=True)
class Section:
    """One heading with its items."""

    heading: str
    items: tuple[Item, ...]

    @property
    def progress(self) -> list[Item]:
        """What was done."""
        return [each for each in self.items if each.kind == ItemKind.PROGRESS]

    @property
    def updates(self) -> list[Item]:
        """What the report before left open, with what became of it."""
        return [each for each in self.items if each.is_carried]

    @property
    def issues(self) -> list[Item]:
        """What is still to be addressed: the issues first, then owners and dates that stand beside none."""
        open_ones = [each for each in self.items if each.is_open]
        return sorted(open_ones, key=lambda each: (each.kind == ItemKind.UNMATCHED, each.number))


@dataclass(frozen=True, kw_only=True)
class Paper:
    """The whole report."""

    area: str
    period: str
    lead: str
    scope: str = ""
    targets_from: str = ""
    previous: str = ""
    """The period of the report before; "" of the first."""
    sections: tuple[Section, ...] = ()

    @property
    def items(self) -> list[Item]:
        """All items in the order of the page."""
        return [item for section in self.sections for item in section.items]


def explain(paper: Paper, known: Mapping[str, str]) -> Paper:
    """The same report with what its letters stand for beside each item; `known` has the words of abbreviations."""
    sections = (
        replace(each, items=tuple(_explained(item, known) for item in each.items)) for each in paper.sections
    )
    return replace(paper, sections=tuple(sections))


def _explained(item: Item, known: Mapping[str, str]) -> Item:
    posts = {owner.short: owner.name for owner in item.owners if owner.short}
    words = " ".join((item.text, item.who, item.by_when, item.waits_for, item.update_note))
    return replace(item, explained=tuple(explained(words, {**known, **posts})))


def held_against(paper: Paper, now: Mapping[tuple[int, int], str]) -> Paper:
    """The same report with remarks on the figures that its words repeat; `now` has what they are, by their keys."""
    sections = (
        replace(each, items=tuple(_held(item, now) for item in each.items)) for each in paper.sections
    )
    return replace(paper, sections=tuple(sections))


def _held(item: Item, now: Mapping[tuple[int, int], str]) -> Item:
    if item.repeats is None:
        return item
    found = remarks(item.text, item.repeats, now=now.get(item.repeats.key, ""))
    return replace(item, remarks=tuple(found))


def as_values(paper: Paper) -> dict[str, Any]:
    """The report as values that JSON can hold."""
    values = asdict(paper)
    for section in values["sections"]:
        for item in section["items"]:
            for name in DAYS:
                item[name] = item[name].isoformat() if item[name] else None
            del item["explained"], item["remarks"]
    return values


def paper_from(values: Mapping[str, Any]) -> Paper:
    """The report that such values were made from; whatever they lack that was added since has its usual value."""
    sections = tuple(Section(each["heading"], _items(each["items"])) for each in values["sections"])
    return Paper(**{**values, "sections": sections})


def _items(rows: Iterable[Mapping[str, Any]]) -> tuple[Item, ...]:
    return tuple(
        Item(
            **{
                **row,
                "owners": tuple(Owner(**owner) for owner in row["owners"]),
                "repeats": Repeated(**row["repeats"]) if row.get("repeats") else None,
                **{name: date.fromisoformat(row[name]) if row.get(name) else None for name in DAYS},
            }
        )
        for row in rows
    )

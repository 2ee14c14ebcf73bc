"""An amendment as plain values, and the remits that it changes."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from portfolios.choices import AmendmentKind, Placing
from portfolios.rules.remits.finding_words import Hit
from portfolios.rules.remits.runs import Words, text_of

Term = tuple[datetime.date | None, datetime.date | None]
"""From which day to which."""


@dataclass(frozen=True)
class Operative:
    """What an amendment says is to be done. Items and portfolios are known by number."""

    key: int
    kind: AmendmentKind
    portfolio: int
    item: int | None = None
    items: tuple[int, ...] = ()
    anchor: str = ""
    words: str = ""
    item_kind: str = ""
    body: int | None = None
    placing: Placing = Placing.END
    to_portfolio: int | None = None
    effective_on: datetime.date | None = None
    place: int = 1

    @property
    def order(self) -> tuple[datetime.date, int, int]:
        """By day, then as ordered within it; what was always there comes first, what has no day yet comes last."""
        no_day = datetime.date.min if self.kind == AmendmentKind.RECORD else datetime.date.max
        return self.effective_on or no_day, self.place, self.key

    @property
    def new_portfolio(self) -> int:
        """The number of the portfolio that a split makes: its own, or one below nought until it is registered."""
        return self.to_portfolio if self.to_portfolio is not None else -self.key


@dataclass(frozen=True)
class Item:
    """One numbered thing that a portfolio answers for. It is known by the amendment that added it."""

    key: int
    words: Words
    kind: str = ""
    body: int | None = None
    since: datetime.date | None = None
    moves: tuple[tuple[datetime.date | None, int], ...] = ()
    """From which portfolio it was moved, and when."""

    @property
    def text(self) -> str:
        return text_of(self.words)


@dataclass(frozen=True)
class Remit:
    """A portfolio's items in order, and its name where an amendment gave it one."""

    portfolio: int
    name: str = ""
    items: tuple[Item, ...] = ()
    merged_into: int | None = None
    starts_on: datetime.date | None = None
    ends_on: datetime.date | None = None
    """The last day, where it was ended by other means than an amendment."""

    def find(self, key: int) -> Item | None:
        """The item of that number, if it stands here."""
        return next((item for item in self.items if item.key == key), None)

    def number_of(self, key: int) -> int:
        """Its place in the remit, counted from 1."""
        return next(number for number, item in enumerate(self.items, 1) if item.key == key)


@dataclass(frozen=True)
class Remits:
    """All remits as they stand at one moment."""

    by_portfolio: Mapping[int, Remit] = field(default_factory=dict)

    def of(self, portfolio: int) -> Remit:
        """The remit of a portfolio; nothing is known of one without items."""
        return self.by_portfolio.get(portfolio, Remit(portfolio))

    def holding(self, key: int) -> Remit | None:
        """The remit in which the item stands."""
        return next((remit for remit in self if remit.find(key)), None)

    def with_(self, *changed: Remit) -> "Remits":
        """With these remits in place of what they were."""
        return Remits({**self.by_portfolio, **{remit.portfolio: remit for remit in changed}})

    def __iter__(self) -> Iterator[Remit]:
        return iter(self.by_portfolio.values())


@dataclass(frozen=True)
class Problem:
    """Why an amendment cannot be applied: a sentence, and the places in question where there are some."""

    code: str
    sentence: str
    field: str = ""
    hits: tuple[Hit, ...] = ()


@dataclass(frozen=True)
class Effect:
    """What an amendment did to one item, or to a name: the words before and after; empty where there were none."""

    portfolio: int
    before: str
    after: str
    item: int | None = None


@dataclass(frozen=True)
class Applied:
    """What came of applying one amendment: all of it, or nothing and why."""

    remits: Remits
    effects: tuple[Effect, ...] = ()
    problem: Problem | None = None
    notes: tuple[str, ...] = ()
    """What the drafter is told although nothing is wrong, such as other quotation marks in the text."""

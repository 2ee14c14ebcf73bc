"""Remits on two days beside each other, item by item and word by word."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from council.dates import long_date
from portfolios.choices import AmendmentKind, ItemKind
from portfolios.figures.remits import RemitRegister
from portfolios.models import Amendment, Body, Portfolio
from portfolios.rules.redline import Change, redline
from portfolios.rules.remits import Item, Remits


@dataclass(frozen=True)
class ItemCompared:
    """One item on both days: its number and words on each, and what was done with it between."""

    before_number: int | None
    after_number: int | None
    before: list[Change]
    """The words of the earlier day, those that went marked as removed."""
    after: list[Change]
    """The words of the later day, those that came marked as added."""
    said: str
    kind: str
    body: Body | None
    amendments: list[Amendment]

    @property
    def is_changed(self) -> bool:
        return self.said != SAME

    @property
    def kind_words(self) -> str:
        return ItemKind(self.kind).label if self.kind else "Kind not recorded"


SAME = "No change"


@dataclass(frozen=True)
class RemitCompared:
    """One portfolio on both days."""

    portfolio: Portfolio
    before_name: str
    after_name: str
    was_there: bool
    is_there: bool
    items: list[ItemCompared]
    renamed_by: list[Amendment]

    @property
    def is_changed(self) -> bool:
        """Whether anything of it changed between the days."""
        return (
            any(item.is_changed for item in self.items)
            or self.before_name != self.after_name
            or self.was_there != self.is_there
        )

    @property
    def name(self) -> str:
        return self.after_name if self.is_there else self.before_name

    @property
    def changed(self) -> list[ItemCompared]:
        return [item for item in self.items if item.is_changed]


@dataclass(frozen=True)
class TwoDays:
    """The remits of an earlier and of a later day, and what took effect between."""

    earlier: datetime.date
    later: datetime.date
    before: Remits
    after: Remits
    between: list[Amendment]


def two_days(register: RemitRegister, one: datetime.date, other: datetime.date) -> TwoDays:
    """Both days in order, whichever was named first."""
    earlier, later = sorted((one, other))
    between = [
        row
        for row in register.amendments.values()
        if register.stands(row) and row.effective_on and earlier < row.effective_on <= later
    ]
    return TwoDays(earlier, later, register.on(earlier).remits, register.on(later).remits, between)


def compared(register: RemitRegister, days: TwoDays, portfolios: Iterable[Portfolio]) -> list[RemitCompared]:
    """The portfolios on both days; those that were there on neither are left out."""
    found = (_compared(register, days, portfolio) for portfolio in portfolios)
    return [each for each in found if each.was_there or each.is_there]


def _compared(register: RemitRegister, days: TwoDays, portfolio: Portfolio) -> RemitCompared:
    was_there, is_there = portfolio.is_on(days.earlier), portfolio.is_on(days.later)
    before, after = days.before.of(portfolio.pk), days.after.of(portfolio.pk)
    olds = before.items if was_there else ()
    news = after.items if is_there else ()
    keys = dict.fromkeys(item.key for item in (*news, *olds))
    rows = [_item(register, days, key, olds, news, portfolio) for key in keys]
    return RemitCompared(
        portfolio=portfolio,
        before_name=before.name or portfolio.name,
        after_name=after.name or portfolio.name,
        was_there=was_there,
        is_there=is_there,
        items=sorted(
            rows, key=lambda row: (row.after_number or row.before_number or 0, not row.after_number)
        ),
        renamed_by=[
            row
            for row in days.between
            if row.kind == AmendmentKind.RENAME and row.portfolio_id == portfolio.pk
        ],
    )


def _item(
    register: RemitRegister,
    days: TwoDays,
    key: int,
    olds: tuple[Item, ...],
    news: tuple[Item, ...],
    portfolio: Portfolio,
) -> ItemCompared:
    old, new = _numbered(olds, key), _numbered(news, key)
    changes = redline(old[1].text if old else "", new[1].text if new else "")
    row = register.amendments[key]
    with_portfolio = _with_portfolio(days, key, portfolio, old=bool(old), new=bool(new))
    return ItemCompared(
        before_number=old[0] if old else None,
        after_number=new[0] if new else None,
        before=[change for change in changes if change.kind != "added"],
        after=[change for change in changes if change.kind != "removed"],
        said=with_portfolio or _said(days, key, old and old[1], new and new[1]),
        kind=row.item_kind,
        body=row.body,
        amendments=[]
        if with_portfolio
        else [
            each
            for each in days.between
            if any(effect.item == key for effect in register.ever.effects.get(each.pk, ()))
        ],
    )


def _numbered(items: tuple[Item, ...], key: int) -> tuple[int, Item] | None:
    return next(((number, item) for number, item in enumerate(items, 1) if item.key == key), None)


def _with_portfolio(days: TwoDays, key: int, portfolio: Portfolio, *, old: bool, new: bool) -> str:
    """That an item came or went only because its portfolio did; "" where it was something else."""
    held = (days.before if new else days.after).holding(key)
    if old == new or held is None or held.portfolio != portfolio.pk:
        return ""
    what, day = ("Began", portfolio.starts_on) if new else ("Ended", portfolio.ends_on)
    return f"{what} with the portfolio on {long_date(day)}" if day else ""


def _said(days: TwoDays, key: int, old: Item | None, new: Item | None) -> str:
    if old and new:
        return SAME if old.text == new.text else "Changed"
    if new:
        held = days.before.holding(key)
        return f"Moved here from the {held.name} portfolio" if held else "Added"
    held = days.after.holding(key)
    return f"Moved to the {held.name} portfolio" if held else "Repealed"

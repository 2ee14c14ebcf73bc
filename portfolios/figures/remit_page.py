"""The remit of a portfolio on a day, and the remits of all, as pages show them."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from portfolios.figures.lineage import Descent, lineage
from portfolios.figures.remit_changes import (
    AmendmentCard,
    DayOfChange,
    days_of_change,
    pending_on,
    proposed_for,
)
from portfolios.figures.remit_items import ItemShown, items_shown
from portfolios.figures.remits import RemitRegister
from portfolios.models import Appointment, Portfolio, Ruling
from portfolios.rules.remits import Remits


@dataclass(frozen=True)
class RemitShown:
    """A portfolio's remit on a day, under the name it had then."""

    portfolio: Portfolio
    name: str
    day: datetime.date
    items: list[ItemShown]
    holders: list[str]

    @property
    def began_later(self) -> bool:
        """Whether the portfolio was not there yet on the day."""
        return self.portfolio.starts_on is not None and self.day < self.portfolio.starts_on

    @property
    def had_ended(self) -> bool:
        return self.portfolio.ends_on is not None and self.day > self.portfolio.ends_on

    @property
    def is_there(self) -> bool:
        return self.portfolio.is_on(self.day)


@dataclass(frozen=True)
class RemitPage:
    """All that the page of a portfolio says of its remit."""

    shown: RemitShown
    today: datetime.date
    pending: list[AmendmentCard]
    proposed: list[AmendmentCard]
    days: list[DayOfChange]
    lineage: list[Descent]
    rulings: list[Ruling]
    """Those on the remit as a whole."""

    @property
    def is_today(self) -> bool:
        return self.shown.day == self.today

    @property
    def on(self) -> str:
        """The day as links to other pages carry it; none on the page of today."""
        return "" if self.is_today else self.shown.day.isoformat()

    @property
    def is_past(self) -> bool:
        return self.shown.day < self.today


def remit_page(
    register: RemitRegister, portfolio: Portfolio, *, on: datetime.date, today: datetime.date
) -> RemitPage:
    """The remit of one portfolio on a day; one query beside the register's own."""
    rulings = list(Ruling.objects.filter(portfolio=portfolio, ruled_on__lte=on))
    return RemitPage(
        shown=_shown(register, register.on(on).remits, portfolio, on, rulings=rulings),
        today=today,
        pending=pending_on(register, portfolio.pk, on=on, today=today),
        proposed=proposed_for(register, portfolio.pk, today=today) if on >= today else [],
        days=days_of_change(register, portfolio.pk, today=today),
        lineage=lineage(register, portfolio.pk, today=today),
        rulings=[ruling for ruling in rulings if ruling.item_id is None],
    )


def all_remits(
    register: RemitRegister, portfolios: Iterable[Portfolio], *, on: datetime.date
) -> list[RemitShown]:
    """Every portfolio in being on the day with its remit and its holders; one query beside the register's own."""
    holders: dict[int, list[str]] = defaultdict(list)
    for each in Appointment.objects.on(on).select_related("person").order_by("starts_on", "pk"):
        holders[each.portfolio_id].append(each.person.name)
    remits = register.on(on).remits
    return sorted(
        (
            _shown(register, remits, portfolio, on, holders=holders[portfolio.pk])
            for portfolio in portfolios
            if portfolio.is_on(on)
        ),
        key=lambda shown: shown.name.casefold(),
    )


def _shown(
    register: RemitRegister,
    remits: Remits,
    portfolio: Portfolio,
    day: datetime.date,
    *,
    rulings: Iterable[Ruling] = (),
    holders: list[str] | None = None,
) -> RemitShown:
    return RemitShown(
        portfolio=portfolio,
        name=remits.of(portfolio.pk).name or portfolio.name,
        day=day,
        items=items_shown(register, remits, portfolio.pk, rulings) if portfolio.is_on(day) else [],
        holders=holders or [],
    )

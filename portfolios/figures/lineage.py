"""Where a portfolio came from and what became of it: renamed, split, merged, each by an amendment from its day on."""

import datetime
from dataclasses import dataclass

from django.urls import reverse

from portfolios.choices import AmendmentKind
from portfolios.figures.remits import RemitRegister
from portfolios.models import Amendment


@dataclass(frozen=True)
class Descent:
    """One event in the life of a portfolio; `other` is the portfolio at its other end, where there is one."""

    amendment: Amendment
    said: str
    other_name: str = ""
    other: int | None = None
    is_ahead: bool = False

    @property
    def day(self) -> datetime.date | None:
        return self.amendment.effective_on

    @property
    def url(self) -> str:
        """The page of the other portfolio."""
        return reverse("portfolio", args=[self.other]) if self.other else ""


def lineage(register: RemitRegister, portfolio: int, *, today: datetime.date) -> list[Descent]:
    """What was settled of the portfolio's descent, the first event first."""
    found = (
        _event(register, row, portfolio, row.effective_on is not None and row.effective_on > today)
        for row in register.amendments.values()
        if register.stands(row) and row.pk not in register.ever.problems
    )
    return [event for event in found if event]


def _event(register: RemitRegister, row: Amendment, portfolio: int, is_ahead: bool) -> Descent | None:
    """The event as the portfolio's own page tells it; None for an event of others."""
    here, there = row.portfolio_id == portfolio, row.to_portfolio_id == portfolio
    if here and row.kind == AmendmentKind.RENAME:
        [effect] = register.ever.effects[row.pk]
        return Descent(row, f"Renamed from “{effect.before}” to “{effect.after}”", is_ahead=is_ahead)
    if row.kind not in (AmendmentKind.SPLIT, AmendmentKind.MERGE) or not (here or there):
        return None
    is_split = row.kind == AmendmentKind.SPLIT
    other = row.to_portfolio_id if here else row.portfolio_id
    outward, inward = ("Items split off into", "Split from") if is_split else ("Merged into", "Took in")
    return Descent(row, outward if here else inward, _name(register, row, other), other, is_ahead)


def _name(register: RemitRegister, row: Amendment, portfolio: int | None) -> str:
    """The name of the other portfolio on the day of the event."""
    if portfolio is None:
        return ""
    before, applied = register.doing_of(row)
    return applied.remits.of(portfolio).name or before.remits.of(portfolio).name

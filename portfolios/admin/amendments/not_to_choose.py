"""Why items of today cannot be chosen for an amendment: they leave the remit before it takes effect."""

import datetime
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import Truncator

from council.dates import long_date
from council.forms import Form
from portfolios.admin.amendments.forms import NOT_THERE
from portfolios.choices import AmendmentKind
from portfolios.figures.remits import RemitRegister
from portfolios.rules.remits import Item, Remit, Replayed
from portfolios.rules.remits.fields import FIELDS


@dataclass(frozen=True)
class NotToChoose:
    """What cannot be chosen, and what to do instead."""

    merged: str = ""
    """That the portfolio is merged into another by then; "" where it is not."""
    merged_name: str = ""
    address: str = ""
    """Where to draft the amendment for the portfolio that it went into."""
    gone: dict[str, str] = field(default_factory=dict)
    """By item: when it leaves the remit, and which day would make it one to choose."""

    def why(self, item: str) -> str:
        """Why an item that was asked for is not there; "" where the page says so of the whole portfolio."""
        return "" if self.merged else self.gone.get(item, NOT_THERE)

    def tell(self, form: Form) -> None:
        """Has the boxes say it of what was chosen all the same."""
        for name in {"item", "items"} & {*form.fields}:
            if self.merged:
                form.fields[name].error_messages["invalid_choice"] = self.merged


def not_to_choose(
    register: RemitRegister,
    before: Replayed,
    portfolio: int,
    kind: AmendmentKind,
    *,
    day: datetime.date | None,
    today: datetime.date,
) -> NotToChoose:
    """What leaves the remit between today and just before an amendment of the day."""
    remit = before.remits.of(portfolio)
    if remit.merged_into is not None:
        return _merged(register, before, remit, kind, day, today)
    if not {"item", "items"} & {*FIELDS[kind].all}:
        return NotToChoose()
    now = register.on(today).remits.of(portfolio).items
    return NotToChoose(
        gone={
            str(item.key): _leaves(before, item, register, portfolio)
            for item in now
            if not remit.find(item.key)
        }
    )


def _merged(
    register: RemitRegister,
    before: Replayed,
    remit: Remit,
    kind: AmendmentKind,
    day: datetime.date | None,
    today: datetime.date,
) -> NotToChoose:
    into = remit.merged_into or 0
    name = before.remits.of(into).name or register.names.get(into, "")
    merges = [register.amendments[key] for key, effects in before.effects.items() if effects]
    merge = next(
        (
            row
            for row in reversed(merges)
            if row.kind == AmendmentKind.MERGE and row.portfolio_id == remit.portfolio
        ),
        None,
    )
    since = merge.effective_on if merge else None
    when = f" from {long_date(since)}" if since else ""
    or_before = ", or enter a day before that" if since and since > today else ""
    asked = {"portfolio": into, "kind": kind.value} | ({"effective_on": day.isoformat()} if day else {})
    return NotToChoose(
        merged=f"The {remit.name} portfolio is merged into {name}{when}: "
        f"draft the amendment for {name}{or_before}.",
        merged_name=name,
        address=f"{reverse('admin:portfolios_amendment_add')}?{urlencode(asked)}",
    )


def _leaves(before: Replayed, item: Item, register: RemitRegister, portfolio: int) -> str:
    """By which amendment an item leaves the remit, and until when it can be chosen."""
    leaving = [
        register.amendments[key]
        for key, effects in before.effects.items()
        if any(each.item == item.key and each.portfolio == portfolio and not each.after for each in effects)
    ]
    words = f"“{Truncator(item.text).chars(90)}”"
    if not leaving:
        return f"{words} is not in the remit then."
    last = leaving[-1]
    if last.effective_on is None:
        return (
            f"{words} leaves this remit by amendment {last.pk}, which has no day of effect yet. "
            "Enter a day to choose it."
        )
    return (
        f"{words} leaves this remit on {long_date(last.effective_on)} by amendment {last.pk}. "
        "Enter a day before that to choose it."
    )

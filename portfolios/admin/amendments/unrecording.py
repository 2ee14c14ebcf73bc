"""What goes when a recorded item is withdrawn: its words, on every day, and what rests on them."""

import datetime
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.http import urlencode

from council.dates import long_date
from portfolios.choices import AmendmentKind, AmendmentStep
from portfolios.figures.remits import RemitRegister
from portfolios.figures.resting import resting
from portfolios.models import Amendment


@dataclass(frozen=True)
class Unrecorded:
    """What withdrawing a recorded item takes away."""

    words: str
    where: str
    since: str
    rests: list[str]
    """Who answers by its words, and how they were ruled to be read; a sentence each."""
    repeal_url: str
    """Where to draft an amendment that takes the item out from a day on instead."""


def unrecorded(row: Amendment, register: RemitRegister, *, on: datetime.date) -> Unrecorded | None:
    """What goes with a recorded item that stands in a remit; None of any other amendment."""
    remits = register.on(on).remits
    remit = remits.holding(row.pk)
    if row.step != AmendmentStep.RECORDED or remit is None:
        return None
    left = replace(remit, items=tuple(each for each in remit.items if each.key != row.pk))
    answering = resting(remits, remits.with_(left), target=None, day=None, on=on)
    rests = [f"{each.about}, is answered for expressly by these words." for each in answering]
    rests += [f"How it is to be read: {each.ruled_by}, {each}." for each in row.rulings.all()]
    since = (
        f"since {long_date(row.effective_on)}"
        if row.effective_on
        else "on every day, as it is not known since when they stood there"
    )
    repeal = {"portfolio": remit.portfolio, "kind": AmendmentKind.REPEAL_ITEM.value, "item": row.pk}
    return Unrecorded(
        words=row.words,
        where=f"item {remit.number_of(row.pk)} of the {remit.name} remit",
        since=since,
        rests=rests,
        repeal_url=f"{reverse('admin:portfolios_amendment_add')}?{urlencode(repeal)}",
    )

"""The holders of a portfolio as plain terms, and as a timeline."""

import datetime
from collections.abc import Iterable

from portfolios.models import Appointment
from portfolios.rules.appointments import HolderTerm, Spell, spells


def terms_of(appointments: Iterable[Appointment]) -> list[HolderTerm]:
    """The appointments as the rules read them; the people must have been read with them."""
    return [
        HolderTerm(
            key=str(each.pk),
            holder=each.person.name,
            starts_on=each.starts_on,
            ends_on=each.ends_on,
            explanation=each.explanation,
        )
        for each in appointments
    ]


def timeline(appointments: Iterable[Appointment], *, day: datetime.date) -> list[Spell]:
    """Who held a portfolio and when nobody did, the newest first."""
    return spells(terms_of(appointments), day=day)

"""Responsibilities that go from one portfolio to another on a day, and come back when that is undone."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from council.audit import remember
from council.models import User
from portfolios.choices import Basis
from portfolios.models import Appointment, Portfolio, Responsibility

ONE_DAY = datetime.timedelta(days=1)


def lasting(day: datetime.date) -> Q:
    """The rows that have not ended before the day."""
    return Q(ends_on=None) | Q(ends_on__gte=day)


def hand_on(
    rows: Iterable[Responsibility], *, to: Portfolio, day: datetime.date, by: User, why: str
) -> dict[str, list[Any]]:
    """Ends the responsibilities the day before, and lets the other portfolio answer from the day on.

    Where that one answers already nobody answers twice: what is express stays, and takes the place of what is
    informal. What was changed is returned, to be given back to `take_back`.
    """
    ended: list[Any] = []
    made: list[int] = []
    for held in rows:
        theirs = list(to.responsibilities.on(day).filter(service=held.service_id, aspect=held.aspect))
        starts_on = _from_when(held, theirs, day)
        ended += [end(each, day, by=by, why=why) for each in theirs if _gives_way(each, held, day)]
        if starts_on is not None:
            made.append(_successor(held, to, starts_on, by=by, why=why))
        ended.append(end(held, day, by=by, why=why))
    return {"ended": ended, "made": made}


def _from_when(
    held: Responsibility, theirs: Iterable[Responsibility], day: datetime.date
) -> datetime.date | None:
    """From when the other has to answer as well; None where its own rows last as long and are as strong."""
    lasts = [each.ends_on for each in theirs if each.basis == Basis.EXPRESS or held.basis == Basis.INFORMAL]
    if not lasts:
        return day
    last = max((each for each in lasts if each), default=None)
    if None in lasts or last is None or (held.ends_on and held.ends_on <= last):
        return None
    return last + ONE_DAY


def _gives_way(theirs: Responsibility, held: Responsibility, day: datetime.date) -> bool:
    """Whether an informal lead of the other ends, as the words that come to it last as long."""
    is_weaker = theirs.basis == Basis.INFORMAL and held.basis == Basis.EXPRESS
    began_before = theirs.starts_on is None or theirs.starts_on < day
    return (
        is_weaker
        and began_before
        and (held.ends_on is None or (theirs.ends_on is not None and theirs.ends_on <= held.ends_on))
    )


def _successor(held: Responsibility, to: Portfolio, starts_on: datetime.date, *, by: User, why: str) -> int:
    """The same responsibility, from the day on, of the other portfolio."""
    successor = Responsibility(
        service=held.service,
        aspect=held.aspect,
        portfolio=to,
        basis=held.basis,
        evidence=held.evidence,
        starts_on=starts_on,
        ends_on=held.ends_on,
    )
    remember(successor, by=by, why=why)
    successor.save(force_insert=True)
    return successor.pk


def end(row: Appointment | Responsibility, day: datetime.date, *, by: User, why: str) -> dict[str, Any]:
    """Ends a row the day before; returns what it was, for `take_back`."""
    was = kept(row)
    row.ends_on = day - ONE_DAY
    remember(row, by=by, why=why)
    row.save()
    return was


def kept(row: Portfolio | Appointment | Responsibility) -> dict[str, Any]:
    """A row with its last day as it was, in values that a column of JSON can hold."""
    last = row.ends_on.isoformat() if row.ends_on else None
    return {"model": row._meta.model_name, "pk": row.pk, "ends_on": last}


def take_back(changed: dict[str, list[Any]], *, day: datetime.date, by: User, why: str) -> None:
    """Opens again what was ended, where it still ends the day before, and takes out what was made."""
    for was in changed.get("ended", []):
        model = _ROWS.get(was["model"])
        row = model.objects.filter(pk=was["pk"], ends_on=day - ONE_DAY).first() if model else None
        if row is not None:
            row.ends_on = datetime.date.fromisoformat(was["ends_on"]) if was["ends_on"] else None
            remember(row, by=by, why=why)
            row.save()
    for made in Responsibility.objects.filter(pk__in=changed.get("made", [])):
        remember(made, by=by, why=why)
        made.delete()


_ROWS: dict[str, Any] = {"appointment": Appointment, "responsibility": Responsibility}

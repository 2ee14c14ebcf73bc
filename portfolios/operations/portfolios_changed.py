"""What renaming, splitting and merging do to the register of portfolios, each from its day on, and back again."""

import datetime
from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import ProtectedError, Q

from council.audit import add_versioned, remember, save_versioned
from council.dates import long_date
from council.models import User
from portfolios.choices import AmendmentKind
from portfolios.models import Amendment, Appointment, Portfolio, PortfolioName, Responsibility

ONE_DAY = datetime.timedelta(days=1)


def change_register(amendment: Amendment, *, by: User) -> None:
    """Gives the new name, makes the new portfolio, or ends the merged one, from the day of effect on."""
    change = _CHANGES.get(AmendmentKind(amendment.kind))
    if change and amendment.effective_on:
        change(amendment, amendment.effective_on, by)


def change_register_back(amendment: Amendment, *, by: User) -> None:
    """Undoes what `change_register` did."""
    change = _CHANGES_BACK.get(AmendmentKind(amendment.kind))
    if change and amendment.effective_on:
        change(amendment, amendment.effective_on, by)


def _why(amendment: Amendment) -> str:
    return f"Amendment {amendment.pk}"


def _rename(amendment: Amendment, day: datetime.date, by: User) -> None:
    PortfolioName.objects.create(portfolio=amendment.portfolio, name=amendment.words.strip(), starts_on=day)


def _rename_back(amendment: Amendment, day: datetime.date, by: User) -> None:
    PortfolioName.objects.filter(
        portfolio=amendment.portfolio, name=amendment.words.strip(), starts_on=day
    ).delete()


def _split(amendment: Amendment, day: datetime.date, by: User) -> None:
    made = Portfolio(name=amendment.words.strip(), starts_on=day)
    add_versioned(made, by=by, why=_why(amendment))
    amendment.to_portfolio = made
    amendment.save(update_fields=["to_portfolio"])


def _split_back(amendment: Amendment, day: datetime.date, by: User) -> None:
    made = amendment.to_portfolio
    held = [*made.appointments.all(), *made.responsibilities.all()] if made else []
    if held:
        raise ProtectedError("The portfolio that it made is in use.", set(held))
    amendment.to_portfolio = None
    amendment.save(update_fields=["to_portfolio"])
    if made is not None:
        remember(made, by=by, why=_why(amendment))
        made.delete()


def _merge(amendment: Amendment, day: datetime.date, by: User) -> None:
    """The merged portfolio and its holder end the day before; its services go to the other.

    What was changed is kept with the amendment, so that undoing it brings back that and nothing else.
    """
    portfolio, last = amendment.portfolio, day - ONE_DAY
    holders = list(portfolio.appointments.filter(_lasts(day)))
    services = list(portfolio.responsibilities.filter(_lasts(day)))
    _refuse_late_starts([portfolio, *holders, *services], day)
    ended = [
        {"model": row._meta.model_name, "pk": row.pk, "ends_on": _written(row.ends_on)}
        for row in (portfolio, *holders, *services)
    ]
    made = [_hand_on(held, amendment, day, by) for held in services]
    _end_portfolio(portfolio, last, by, amendment)
    for holder in holders:
        _end(holder, last, by, amendment)
    for held in services:
        _end(held, last, by, amendment)
    amendment.changed_rows = {"ended": ended, "made": made}
    amendment.save(update_fields=["changed_rows"])


def _lasts(day: datetime.date) -> Q:
    return Q(ends_on=None) | Q(ends_on__gte=day)


def _written(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _refuse_late_starts(rows: Sequence[Portfolio | Appointment | Responsibility], day: datetime.date) -> None:
    """Raises ValidationError where something would have to end before it begins."""
    for row in rows:
        if row.starts_on is not None and row.starts_on >= day:
            what = {
                Portfolio: "The portfolio",
                Appointment: "The appointment",
                Responsibility: "The responsibility",
            }
            raise ValidationError(
                f"{what[type(row)]} “{row}” starts on {long_date(row.starts_on)}, and would have to end on "
                f"{long_date(day - ONE_DAY)}. Take it out of the register, or merge from a later day."
            )


def _hand_on(held: Responsibility, amendment: Amendment, day: datetime.date, by: User) -> int:
    """The same responsibility, from the day on, of the portfolio that the other went into."""
    successor = Responsibility(
        service=held.service,
        aspect=held.aspect,
        portfolio=amendment.to_portfolio,
        basis=held.basis,
        evidence=held.evidence,
        starts_on=day,
        ends_on=held.ends_on,
    )
    remember(successor, by=by, why=_why(amendment))
    successor.save(force_insert=True)
    return successor.pk


def _merge_back(amendment: Amendment, day: datetime.date, by: User) -> None:
    """Opens again what the merge ended, where it still ends as the merge had it, and takes out what it made."""
    last = day - ONE_DAY
    for kept in amendment.changed_rows.get("ended", []):
        row = _ROWS[kept["model"]].objects.filter(pk=kept["pk"], ends_on=last).first()
        was = datetime.date.fromisoformat(kept["ends_on"]) if kept["ends_on"] else None
        if isinstance(row, Portfolio):
            _end_portfolio(row, was, by, amendment)
        elif row is not None:
            _end(row, was, by, amendment)
    for made in Responsibility.objects.filter(pk__in=amendment.changed_rows.get("made", [])):
        remember(made, by=by, why=_why(amendment))
        made.delete()
    amendment.changed_rows = {}
    amendment.save(update_fields=["changed_rows"])


def _end_portfolio(portfolio: Portfolio, last: datetime.date | None, by: User, amendment: Amendment) -> None:
    portfolio.ends_on = last
    save_versioned(
        portfolio, expected=portfolio.version, by=by, why=_why(amendment), update_fields=["ends_on"]
    )


def _end(
    row: Appointment | Responsibility, last: datetime.date | None, by: User, amendment: Amendment
) -> None:
    row.ends_on = last
    remember(row, by=by, why=_why(amendment))
    row.save()


_ROWS: dict[str, Any] = {
    "portfolio": Portfolio,
    "appointment": Appointment,
    "responsibility": Responsibility,
}
_Change = Callable[[Amendment, datetime.date, User], None]
_CHANGES: dict[AmendmentKind, _Change] = {
    AmendmentKind.RENAME: _rename,
    AmendmentKind.SPLIT: _split,
    AmendmentKind.MERGE: _merge,
}
_CHANGES_BACK: dict[AmendmentKind, _Change] = {
    AmendmentKind.RENAME: _rename_back,
    AmendmentKind.SPLIT: _split_back,
    AmendmentKind.MERGE: _merge_back,
}

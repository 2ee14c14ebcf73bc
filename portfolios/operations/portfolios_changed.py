"""What renaming, moving, splitting and merging do to the register of portfolios from a day on, and back again."""

import datetime
from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from council.audit import add_versioned, remember, save_versioned
from council.dates import long_date
from council.models import User
from portfolios.choices import AmendmentKind
from portfolios.figures.remits import remit_register
from portfolios.figures.resting import resting_on
from portfolios.models import Amendment, Appointment, Portfolio, PortfolioName, Responsibility
from portfolios.operations.handing_on import ONE_DAY, end, hand_on, kept, lasting, take_back


def change_register(amendment: Amendment, *, by: User) -> None:
    """Gives the new name, makes the new portfolio, ends the merged one, hands services on: from the day of effect."""
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


def _move(amendment: Amendment, day: datetime.date, by: User) -> None:
    """The services that the item gave go along with it."""
    if amendment.to_portfolio is not None:
        _hand_on_with_words(amendment, amendment.to_portfolio, day, by)


def _split(amendment: Amendment, day: datetime.date, by: User) -> None:
    """The new portfolio begins, and has the services that its items gave."""
    made = Portfolio(name=amendment.words.strip(), starts_on=day)
    add_versioned(made, by=by, why=_why(amendment))
    amendment.to_portfolio = made
    amendment.save(update_fields=["to_portfolio"])
    _hand_on_with_words(amendment, made, day, by)


def _hand_on_with_words(amendment: Amendment, to: Portfolio, day: datetime.date, by: User) -> None:
    """Hands on what rests on the words that go, and on no others."""
    register = remit_register()
    row = register.amendments[amendment.pk]
    going = [each.row for each in resting_on(register, row, on=day) if each.loss.go_along]
    _refuse_late_starts(going, day)
    _keep(amendment, hand_on(going, to=to, day=day, by=by, why=_why(amendment)))


def _keep(amendment: Amendment, changed: dict[str, list[Any]]) -> None:
    """Keeps what was changed with the amendment, so that undoing it brings back that and nothing else."""
    amendment.changed_rows = changed
    amendment.save(update_fields=["changed_rows"])


def _hand_back(amendment: Amendment, day: datetime.date, by: User) -> None:
    """Gives back what was handed on, where it still stands as it was left."""
    take_back(amendment.changed_rows, day=day, by=by, why=_why(amendment))
    _keep(amendment, {})


def _split_back(amendment: Amendment, day: datetime.date, by: User) -> None:
    _hand_back(amendment, day, by)
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
    """The merged portfolio and its holder end the day before; its services go to the other."""
    portfolio, target = amendment.portfolio, amendment.to_portfolio
    if target is None:
        return
    holders = list(portfolio.appointments.filter(lasting(day)))
    services = list(portfolio.responsibilities.filter(lasting(day)))
    _refuse_late_starts([portfolio, *holders, *services], day)
    was, why = kept(portfolio), _why(amendment)
    changed = hand_on(services, to=target, day=day, by=by, why=why)
    _end_portfolio(portfolio, day - ONE_DAY, by, amendment)
    held = [end(holder, day, by=by, why=why) for holder in holders]
    _keep(amendment, {**changed, "ended": [was, *held, *changed["ended"]]})


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
                f"{long_date(day - ONE_DAY)}. Take it out of the register, or choose a later day."
            )


def _merge_back(amendment: Amendment, day: datetime.date, by: User) -> None:
    """Opens the portfolio again, where it still ends as the merge had it, and gives back what was handed on."""
    for was in amendment.changed_rows.get("ended", []):
        if was["model"] == "portfolio":
            row = Portfolio.objects.filter(pk=was["pk"], ends_on=day - ONE_DAY).first()
            last = datetime.date.fromisoformat(was["ends_on"]) if was["ends_on"] else None
            if row is not None:
                _end_portfolio(row, last, by, amendment)
    _hand_back(amendment, day, by)


def _end_portfolio(portfolio: Portfolio, last: datetime.date | None, by: User, amendment: Amendment) -> None:
    portfolio.ends_on = last
    save_versioned(
        portfolio, expected=portfolio.version, by=by, why=_why(amendment), update_fields=["ends_on"]
    )


_Change = Callable[[Amendment, datetime.date, User], None]
_CHANGES: dict[AmendmentKind, _Change] = {
    AmendmentKind.RENAME: _rename,
    AmendmentKind.MOVE_ITEM: _move,
    AmendmentKind.SPLIT: _split,
    AmendmentKind.MERGE: _merge,
}
_CHANGES_BACK: dict[AmendmentKind, _Change] = {
    AmendmentKind.RENAME: _rename_back,
    AmendmentKind.MOVE_ITEM: _hand_back,
    AmendmentKind.SPLIT: _split_back,
    AmendmentKind.MERGE: _merge_back,
}

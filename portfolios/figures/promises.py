"""The ledger of promises across its rows: who owns how many, what presses, and what is said of one."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from council.dates import long_date
from council.models import holidays_of
from council.prepared import prepared
from portfolios.choices import OPEN_FATES
from portfolios.models import AwaitedEvent, Procedure, Promise
from portfolios.models.promise import UNDATED, PromiseQuerySet
from portfolios.rules.due_spans import counts_working_days
from portfolios.rules.problem import Problem
from portfolios.rules.promises import (
    DueSaid,
    Happening,
    PromiseFacts,
    before_it_was_made,
    due_of,
    promise_problems,
)

OVERLOADED_FROM = 5
"""Owning half of so many outstanding promises or more is an overload."""


@dataclass(frozen=True)
class OwnerLine:
    """An owner with what they owe; without a post for what nobody owns."""

    pk: int | None
    title: str
    outstanding: int
    overdue: int
    undated: int
    promises: int
    heard_of: int
    """Promises of which somebody has said what became of them."""

    @property
    def never_heard_from(self) -> bool:
        """Whether something is owed and nothing was ever said of any of their promises."""
        return self.outstanding > 0 and self.heard_of == 0


@dataclass(frozen=True)
class Ledger:
    """The outstanding promises, counted by owner."""

    owners: list[OwnerLine]

    @property
    def outstanding(self) -> int:
        return sum(each.outstanding for each in self.owners)

    @property
    def overdue(self) -> int:
        return sum(each.overdue for each in self.owners)

    @property
    def undated(self) -> int:
        return sum(each.undated for each in self.owners)

    @property
    def owing(self) -> list[OwnerLine]:
        """Those who owe something, the worst first."""
        owing = [each for each in self.owners if each.outstanding]
        return sorted(owing, key=lambda each: (-each.overdue, -each.undated, -each.outstanding, each.title))

    @property
    def unowned(self) -> int:
        """Outstanding promises that no post owns."""
        return sum(each.outstanding for each in self.owners if each.pk is None)

    @property
    def phantoms(self) -> list[OwnerLine]:
        """Owners never heard from."""
        return [each for each in self.owing if each.pk is not None and each.never_heard_from]

    @property
    def overloaded(self) -> OwnerLine | None:
        """The owner of half or more of all that is outstanding, once that is a number to speak of."""
        if self.outstanding < OVERLOADED_FROM:
            return None
        owners = [each for each in self.owing if each.pk is not None]
        return next((each for each in owners if 2 * each.outstanding >= self.outstanding), None)


def ledger(*, on: datetime.date) -> Ledger:
    """Every owner with what they owe on the day; one query."""
    is_open = Q(fate__in=OPEN_FATES)
    rows = Promise.objects.order_by("owner__title", "owner").values(
        "owner", "owner__title", "owner__abbreviation"
    )
    counted = rows.annotate(
        outstanding=Count("pk", filter=is_open, distinct=True),
        overdue=Count("pk", filter=is_open & Q(due_on__lt=on), distinct=True),
        undated=Count("pk", filter=is_open & UNDATED, distinct=True),
        promises=Count("pk", distinct=True),
        heard_of=Count("entries__promise", distinct=True),
    )
    return Ledger([_owner_line(row) for row in counted])


def _owner_line(row: Mapping[str, Any]) -> OwnerLine:
    title, short = row["owner__title"], row["owner__abbreviation"]
    return OwnerLine(
        row["owner"],
        f"{title} ({short})" if short else title or "No post",
        row["outstanding"],
        row["overdue"],
        row["undated"],
        row["promises"],
        row["heard_of"],
    )


@dataclass(frozen=True)
class Promised:
    """What presses: what is past its day, and what is due at the next meeting."""

    overdue: list[Promise]
    coming: list[Promise]

    def __bool__(self) -> bool:
        return bool(self.overdue or self.coming)


def promised(*, on: datetime.date, service_ids: set[int] | None = None) -> Promised:
    """What presses among the promises of all posts, or of those in the given services; one query."""
    pressing = _pressing(on, None if service_ids is None else frozenset(service_ids))
    return Promised(
        [each for each in pressing if each.is_overdue(on=on)],
        [each for each in pressing if not each.is_overdue(on=on)],
    )


@prepared(most=16)
def _pressing(on: datetime.date, service_ids: frozenset[int] | None) -> QuerySet[Promise]:
    rows: PromiseQuerySet = Promise.objects.outstanding().select_related("owner", "to_body")
    if service_ids is not None:
        rows = rows.filter(owner__service__in=service_ids)
    next_ones = Promise.objects.for_next_meetings(on=on).values("pk")
    return rows.with_agenda(on=on).filter(Q(due_on__lt=on) | Q(pk__in=next_ones))


def happening(event: AwaitedEvent | None) -> Happening | None:
    """An event as the rules know it."""
    return Happening(event.name, event.happened_on, event.did_not_happen) if event else None


def said_of(promise: Promise) -> DueSaid:
    """All that is said of a promise's time but a day that somebody chose."""
    meeting = promise.due_meeting
    return DueSaid(
        words=promise.due_as_written,
        made_on=promise.made_on,
        has_meeting=meeting is not None,
        meets_on=meeting.held_on if meeting else None,
        event=happening(promise.event),
        months=promise.months_after,
        days=promise.days_after,
        holidays=holidays_for(promise.due_as_written, promise.made_on),
    )


def holidays_for(words: str, made_on: datetime.date | None) -> Mapping[datetime.date, str]:
    """The days that the words' working days skip, by the procedure of the day; asked for only where they count any."""
    if not counts_working_days(words):
        return {}
    return holidays_of(Procedure.objects.in_force(made_on or datetime.date.max).division)


def due_remark(promise: Promise) -> str:
    """How the time of a promise is meant, in a sentence; "" where its words leave no question."""
    due = due_of(said_of(promise))
    if promise.due_on is None or due.on == promise.due_on:
        return due.remark
    before = before_it_was_made(promise.due_on, made_on=promise.made_on)
    return f"Agreed to mean by {long_date(promise.due_on)}. {before}".strip()


def problems_of(promise: Promise, *, holders: list[str], on: datetime.date) -> list[Problem]:
    """What keeps a promise from being kept."""
    return promise_problems(
        PromiseFacts(
            fate=promise.fate,
            due_kind=promise.due_kind,
            due_on=promise.due_on,
            owner=str(promise.owner or ""),
            owner_is_held=bool(holders),
            event=happening(promise.event),
        ),
        on=on,
    )

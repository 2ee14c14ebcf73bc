"""What stands around the handlers' list: how many are open, how long each still has, and what may be chosen."""

import datetime
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Count, Q

from complaints.choices import CaseState
from complaints.models.case import CaseQuerySet
from complaints.rules.clocks import due_day, left_in_words
from council.access import PERMISSIONS, Permission
from council.models import User, holidays_of
from council.models.bank_holiday import Division
from portfolios.models import Service

SOON = 3
"""Working days from which on a case is due soon: time enough to ask somebody and to write."""
HANDLERS = [role for role, permissions in PERMISSIONS.items() if Permission.HANDLE_CASES in permissions]


@dataclass(frozen=True)
class BoardCounts:
    """How many of the cases that somebody may see are open, and what of them wants doing."""

    open: int
    overdue: int
    soon: int
    waiting: int


@dataclass
class Board:
    """The handlers' list on a day, for one reader."""

    user: User
    on: datetime.date
    handlers: list[User]
    services: list[tuple[int, str]]
    known: dict[str, dict[datetime.date, str]] = field(default_factory=dict)
    """The days that are not counted, by nation."""
    said: dict[tuple[datetime.date, str], str] = field(default_factory=dict)
    """How long is left to each day, as soon as one case has asked."""

    @cached_property
    def soon(self) -> datetime.date:
        """The last day that counts as soon."""
        return due_day(self.on, SOON, self._holidays(Division.ENGLAND_AND_WALES)) or self.on

    def left(self, case: Any) -> str:
        """How long a listed case still has: "2 working days left", "3 working days late"; "" where no day is set."""
        if case.due_on is None:
            return ""
        division = case.division or Division.ENGLAND_AND_WALES
        key = (case.due_on, division)
        if key not in self.said:
            self.said[key] = left_in_words(self.on, case.due_on, self._holidays(division))
        return self.said[key]

    def counts(self, seen: CaseQuerySet) -> BoardCounts:
        """Counts of the cases seen; one query."""
        found = (
            seen.open()
            .order_by()
            .aggregate(
                open=Count("pk"),
                overdue=Count("pk", filter=Q(due_on__lt=self.on)),
                soon=Count("pk", filter=Q(due_on__gte=self.on, due_on__lte=self.soon)),
                waiting=Count("pk", filter=Q(state=CaseState.WAITING)),
            )
        )
        return BoardCounts(**found)

    def _holidays(self, division: str) -> dict[datetime.date, str]:
        if division not in self.known:
            self.known[division] = holidays_of(division)
        return self.known[division]


def read_board(user: User, *, on: datetime.date) -> Board:
    """The list of a reader on a day, with the officers and services to choose from; two queries."""
    return Board(user, on, handlers(), list(Service.objects.order_by("name", "pk").values_list("pk", "name")))


def handlers() -> list[User]:
    """Everybody who may handle a case, by name; one query."""
    found = User.objects.filter(is_active=True, role__in=HANDLERS).only(
        "username", "first_name", "last_name", "role", "is_active"
    )
    return list(found.order_by("first_name", "last_name", "username"))

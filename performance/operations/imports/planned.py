"""What is common to the kinds of import: what was brought, and what will be done about it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from council.models import User
from council.spreadsheets import Sheet
from performance.rules.importing.plan import Plan


@dataclass(frozen=True)
class Brought:
    """A file with what the person who brought it said of it, on the day on which it is looked at."""

    sheet: Sheet
    settings: Mapping[str, Any]
    answers: Mapping[str, str]
    today: datetime.date
    file_name: str = ""
    summary: Sheet | None = None


class Work(Protocol):
    """Everything that one import writes."""

    def write(self, *, by: User | None, at: datetime.datetime, why: str) -> None:
        """Writes it, inside a transaction. Conflict where somebody changed a row since the plan was made."""


@dataclass(frozen=True)
class Planned:
    """The plan that a person sees, and the work that carries it out."""

    plan: Plan
    work: Work

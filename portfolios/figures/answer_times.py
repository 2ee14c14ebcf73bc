"""When a member's query must be answered: working days by the procedure in force, each day shown."""

import datetime
from dataclasses import dataclass

from council.models.working_calendar import working_calendar
from council.working_days import CountedDay, counted_days
from portfolios.models import Procedure


@dataclass(frozen=True)
class AnswerTime:
    """The day by which an answer is due, with its working."""

    working_days: int
    source: str
    """Where the number is laid down."""
    days: list[CountedDay]
    warning: str
    """A sentence when it was counted beyond the bank holidays on record; "" when all are known."""

    @property
    def due_on(self) -> datetime.date:
        return self.days[-1].date


def answer_time(asked_on: datetime.date) -> AnswerTime:
    """The time for an answer to what is asked on the day; two queries."""
    procedure = Procedure.objects.filter(starts_on__lte=asked_on).first()
    terms = procedure or Procedure()
    calendar = working_calendar(terms.division)
    source = (
        terms.source if procedure else "Usual among councils; the register holds no procedure of this one"
    )
    days = counted_days(asked_on, terms.answer_days, calendar.holidays)
    is_known = calendar.known_to is not None and days[-1].date <= calendar.known_to
    warning = "" if is_known else "Counted beyond the bank holidays on record: an administrator loads more."
    return AnswerTime(terms.answer_days, source, days, warning)

"""The clocks of one case as its page shows them, each with the days counted."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from complaints.choices import CaseKind, ClockKind, CountedFrom
from complaints.models import Case, Clock
from complaints.rules.clocks import Pause, left_in_words, working_of
from council.dates import long_date
from council.models import WorkingCalendar, working_calendar
from council.working_days import CountedDay


@dataclass(frozen=True)
class ShownClock:
    """One clock: what is waited for, by when and how that was counted."""

    clock: Clock
    name: str
    is_running: bool
    is_late: bool
    status: str
    """Such as "6 working days left", "done on 3 March 2026, in time"."""
    days: list[CountedDay] = field(default_factory=list)
    warning: str = ""
    """That days were counted beyond the bank holidays on record."""

    @property
    def rule(self) -> str:
        """How many working days by which rule."""
        extended = f", and {self.clock.extended_by} of extension" if self.clock.extended_by else ""
        return f"{self.clock.working_days} working days{extended}. {self.clock.rule}."


def clocks_of(case: Case, *, on: datetime.date) -> list[ShownClock]:
    """Those that count, the newest first; four queries."""
    if case.procedure is None:
        return []
    calendar = working_calendar(case.procedure.division)
    rows = case.clocks.counted().prefetch_related("pauses", "extensions").order_by("-stage", "-pk")
    return [_shown(clock, calendar, on=on) for clock in rows]


def waited_for(clocks: Sequence[ShownClock]) -> ShownClock | None:
    """The running one that is due first, one that is paused last; None where nothing is waited for."""
    running = [each for each in clocks if each.is_running]
    return min(running, key=lambda each: each.clock.due_on or datetime.date.max, default=None)


def _shown(clock: Clock, calendar: WorkingCalendar, *, on: datetime.date) -> ShownClock:
    pauses = [Pause(each.since, each.until, each.why) for each in clock.pauses.all()]
    days = working_of(clock.started_on, clock.working_days + clock.extended_by, calendar.holidays, pauses)
    due = clock.due_on
    until = days[-1].date if days else None
    return ShownClock(
        clock=clock,
        name=_name(clock),
        is_running=clock.done_on is None,
        is_late=due is not None and (clock.done_on or on) > due,
        status=_status(clock, calendar, on=on),
        days=days,
        warning=calendar.warning(since=clock.started_on, until=until),
    )


def _name(clock: Clock) -> str:
    """Such as "Stage 1 reply"; only complaints have stages."""
    kind = clock.get_kind_display()
    return f"Stage {clock.stage} {kind.lower()}" if clock.case.kind == CaseKind.COMPLAINT else kind


def _status(clock: Clock, calendar: WorkingCalendar, *, on: datetime.date) -> str:
    due, done = clock.due_on, clock.done_on
    if done is not None:
        how = "in time" if due is None or done <= due else "late"
        return f"done on {long_date(done)}, {how}"
    return "paused" if due is None else left_in_words(on, due, calendar.holidays)


def days_that_follow(case: Case, *, most: int) -> list[tuple[int, datetime.date]]:
    """By when the reply would be due with one working day more, with two, up to the most; three queries."""
    clock = case.clocks.running().filter(stage=case.stage, kind=ClockKind.REPLY).first()
    if clock is None or case.procedure is None or most < 1:
        return []
    had = clock.working_days + clock.extended_by
    pauses = [Pause(each.since, each.until, each.why) for each in clock.pauses.all()]
    holidays = working_calendar(case.procedure.division).holidays
    days = working_of(clock.started_on, had + most, holidays, pauses)
    counted = [each.date for each in days if each.counted]
    return [(number, counted[had + number - 1]) for number in range(1, most + 1)]


def due_if_acknowledged(case: Case, *, on: datetime.date) -> list[CountedDay]:
    """How the reply would be counted from an acknowledgement on the day; nothing where it is not. One query."""
    procedure = case.procedure
    if procedure is None or procedure.counted_from != CountedFrom.ACKNOWLEDGEMENT:
        return []
    days = procedure.working_days(case.stage, ClockKind.REPLY) or 1
    return working_of(on, days, working_calendar(procedure.division).holidays)

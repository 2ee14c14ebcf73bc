"""Clocks in working days: by when something is due, how that day was counted, and whether it came in time.

The day after the start is day 1 (Complaint Handling Code, 6.2 and 6.3, as the Ombudsman counts). Days on which a
clock was paused are not counted, and neither are weekends, bank holidays and the council's closure days.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from complaints.choices import STAGE_TWO, ClockKind, Code, Timeliness
from council.working_days import CountedDay, counted_days, is_working_day

ONE_DAY = timedelta(days=1)
PARAGRAPHS: Mapping[tuple[str, int, str], str] = {
    (Code.OMBUDSMAN, 1, ClockKind.ACKNOWLEDGEMENT): "Complaint Handling Code, 6.2",
    (Code.OMBUDSMAN, 1, ClockKind.REPLY): "Complaint Handling Code, 6.3",
    (Code.OMBUDSMAN, 2, ClockKind.ACKNOWLEDGEMENT): "Complaint Handling Code, stage 2",
    (Code.OMBUDSMAN, 2, ClockKind.REPLY): "Complaint Handling Code, stage 2",
    (Code.HOUSING, 1, ClockKind.ACKNOWLEDGEMENT): "Housing Ombudsman’s Complaint Handling Code, 6.2",
    (Code.HOUSING, 1, ClockKind.REPLY): "Housing Ombudsman’s Complaint Handling Code, 6.3",
    (Code.HOUSING, 2, ClockKind.ACKNOWLEDGEMENT): "Housing Ombudsman’s Complaint Handling Code, 6.11",
    (Code.HOUSING, 2, ClockKind.REPLY): "Housing Ombudsman’s Complaint Handling Code, 6.14",
}
"""Where each clock is laid down, by code, stage and what is waited for."""


@dataclass(frozen=True)
class Pause:
    """Days on which nothing is counted, both ends with it; `until` is None while it goes on."""

    since: date
    until: date | None
    why: str

    def holds(self, day: date) -> bool:
        """Whether the day is one of them."""
        return self.since <= day and (self.until is None or day <= self.until)


class _Uncounted(dict[date, str]):
    """The holidays with the days of the pauses, each with the reason that it is not counted."""

    def __init__(self, holidays: Mapping[date, str] | Container[date], pauses: Sequence[Pause]) -> None:
        super().__init__(holidays if isinstance(holidays, Mapping) else {})
        self._plain = holidays
        self._pauses = pauses

    def __contains__(self, day: object) -> bool:
        return super().__contains__(day) or day in self._plain or self._pause(day) is not None

    def __missing__(self, day: date) -> str:
        pause = self._pause(day)
        return f"Paused: {pause.why}" if pause else "Bank holiday"

    def _pause(self, day: object) -> Pause | None:
        return next((each for each in self._pauses if isinstance(day, date) and each.holds(day)), None)


def due_day(
    start: date,
    working_days: int,
    holidays: Mapping[date, str] | Container[date],
    pauses: Iterable[Pause] = (),
) -> date | None:
    """The last day in time; None while a pause goes on, since no day can be told.

    ValueError when `working_days` is not at least 1.
    """
    if any(each.until is None for each in pauses):
        return None
    return working_of(start, working_days, holidays, pauses)[-1].date


def working_of(
    start: date,
    working_days: int,
    holidays: Mapping[date, str] | Container[date],
    pauses: Iterable[Pause] = (),
) -> list[CountedDay]:
    """How the day was counted: the start, then each day with its number or the reason that it has none.

    A pause that goes on is not counted with, for there would be no end. ValueError when `working_days` is not at
    least 1.
    """
    over = [each for each in pauses if each.until is not None]
    return counted_days(start, working_days, _Uncounted(holidays, over))


def working_days_left(day: date, due: date, holidays: Container[date]) -> int:
    """Working days after `day` up to `due`; below nought, those by which it is late."""
    first, last = (day, due) if day <= due else (due, day)
    number = 0
    while first < last:
        first += ONE_DAY
        number += is_working_day(first, holidays)
    return number if day <= due else -number


def left_in_words(day: date, due: date, holidays: Container[date]) -> str:
    """How long is left: "6 working days left", "due today", "2 working days late"."""
    if day == due:
        return "due today"
    left = working_days_left(day, due, holidays)
    number = max(abs(left), 1) if day > due else abs(left)
    days = "1 working day" if number == 1 else f"{number} working days"
    return f"{days} late" if day > due else f"{days} left"


def timeliness(*, due: date | None, done: date | None, on: date) -> Timeliness:
    """How a clock stands on a day. What is open and late counts as such, for ever; what is paused is in time."""
    if done is not None and done <= on:
        return Timeliness.DONE_IN_TIME if due is None or done <= due else Timeliness.DONE_LATE
    return Timeliness.OPEN_IN_TIME if due is None or on <= due else Timeliness.OPEN_LATE


def may_extend_by(asked: int, *, had: int, longest: int) -> bool:
    """Whether so many working days more keep within the cap; `had` are those of extensions before."""
    return asked >= 1 and had + asked <= longest


def beyond_the_cap(asked: int, *, had: int, longest: int) -> str:
    """The sentence for an extension that may not be given; "" for one that may."""
    if may_extend_by(asked, had=had, longest=longest):
        return ""
    if longest == 0:
        return "This procedure allows no extension. Reply by the day it is due."
    left = longest - had
    if left <= 0:
        return f"All {longest} working days of extension allowed are used up. Reply as soon as you can."
    days = "1 working day" if left == 1 else f"{left} working days"
    return f"Extend by at least 1 and at most {days}: the procedure allows {longest} in all."


def where_laid_down(code: str, stage: int, kind: str, own: str) -> str:
    """The paragraph that a clock is from: the code's, or for the council's own procedure its source."""
    return PARAGRAPHS.get((code, stage, kind)) or own


def clock_name(stage: int, kind: str) -> str:
    """What a clock is called on pages: "stage 2 reply"."""
    what = ClockKind(kind).label.lower()
    return f"stage 2 {what}" if stage == STAGE_TWO else what

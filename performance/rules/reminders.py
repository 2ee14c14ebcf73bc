"""Which reminders a return calls for on a day, each in a sentence that says what to do next.

The council sets, for each cycle, how early it reminds and after how long a draft or a value carried forward counts as
not updated. An owner who never made a single entry for what they answer for is a phantom owner and is named as one.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from council.dates import long_date
from council.working_days import add_working_days, is_working_day
from performance.choices import ReminderKind

COMPUTED = "Its value is computed: say in the comment what happens next, and submit it."


@dataclass(frozen=True, kw_only=True)
class Patience:
    """How long a council waits before it reminds: working days, days, and periods, each at least 1."""

    working_days_before: int = 5
    untouched_days: int = 10
    carried_periods: int = 2


@dataclass(frozen=True, kw_only=True)
class ReturnState:
    """How one return stands, as far as reminders go."""

    due_on: date
    is_in: bool = False
    """Whether it was handed in, and was not given back."""
    is_computed: bool = False
    """Whether the product counts its value, so that only the comment is asked for."""
    touched_on: date | None = None
    """The day of its newest draft; None where it was not begun."""
    carried: int = 0
    """For how many periods running its value has been carried forward."""
    carried_since: str = ""
    """The first of these periods."""
    owner: str = ""
    """The post that answers for it, while somebody holds it."""
    was_ever_reported: bool = True
    was_updated_by_owner: bool = True
    """Whether any holder of that post, now or before, ever made an entry."""


@dataclass(frozen=True)
class Reminded:
    """One reminder: of what kind, and what to do next."""

    kind: ReminderKind
    sentence: str


def is_due_soon(due_on: date, *, on: date, working_days: int, holidays: Container[date]) -> bool:
    """Whether the due date is today or at most so many working days ahead.

    Five working days before Wednesday 30 December 2026 is Monday 21 December: Christmas Day and the substitute for
    Boxing Day on Monday 28 December are not counted.
    """
    return on <= due_on <= add_working_days(on, working_days, holidays)


def working_days_between(start: date, end: date, holidays: Container[date]) -> int:
    """How many working days there are after `start`, up to `end` and with it; 0 when `end` is not later."""
    days = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
    return sum(is_working_day(day, holidays) for day in days)


def reminders_of(
    state: ReturnState, patience: Patience, *, on: date, holidays: Container[date]
) -> list[Reminded]:
    """What a return calls for on the day, the most pressing first; nothing when all is well."""
    found = [_by_date(state, patience, on, holidays), _untouched(state, patience, on)]
    found += [_carried(state, patience), _phantom(state)]
    return [each for each in found if each is not None]


def _by_date(state: ReturnState, patience: Patience, on: date, holidays: Container[date]) -> Reminded | None:
    if state.is_in:
        return None
    due = long_date(state.due_on)
    if state.due_on < on:
        said = "Enter the value and submit it today; where there is none, say “Not known” and why."
        return Reminded(ReminderKind.LATE, f"It was due on {due}. {COMPUTED if state.is_computed else said}")
    if not is_due_soon(state.due_on, on=on, working_days=patience.working_days_before, holidays=holidays):
        return None
    left = working_days_between(on, state.due_on, holidays)
    when = "today" if state.due_on == on else f"on {due}, {_counted(left, 'working day')} from now"
    said = COMPUTED if state.is_computed else "Enter the value and submit it."
    return Reminded(ReminderKind.DUE_SOON, f"It is due {when}. {said}")


def _untouched(state: ReturnState, patience: Patience, on: date) -> Reminded | None:
    if state.is_in or state.touched_on is None:
        return None
    if (on - state.touched_on).days < patience.untouched_days:
        return None
    said = f"Its draft has not been touched since {long_date(state.touched_on)}. Complete it and submit it."
    return Reminded(ReminderKind.NOT_UPDATED, said)


def _carried(state: ReturnState, patience: Patience) -> Reminded | None:
    if state.carried < patience.carried_periods:
        return None
    said = f"Its value has been carried forward since {state.carried_since}, for {_counted(state.carried, 'period')}."
    return Reminded(
        ReminderKind.NOT_UPDATED, f"{said} Measure it anew, or say in the comment when it will be measured."
    )


def _phantom(state: ReturnState) -> Reminded | None:
    if not state.owner or not state.was_ever_reported or state.was_updated_by_owner:
        return None
    said = f"No holder of the post {state.owner} has ever made an entry for it."
    return Reminded(
        ReminderKind.NEVER_UPDATED,
        f"{said} Look at the newest figure and its comment, or ask an administrator to name the right owner.",
    )


def carried_run(periods: Sequence[int], carried: Container[int]) -> list[int]:
    """The periods running, newest first, in which a value was carried forward.

    `periods` are keys, newest first. The newest of them may not have been reported yet: then the run starts
    with the one before it.
    """
    run: list[int] = []
    for place, period in enumerate(periods):
        if period in carried:
            run.append(period)
        elif run or place:
            break
    return run


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

"""Which returns call for a reminder on a day, and to whom each reminder goes."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from council.models import holidays_of
from council.models.bank_holiday import Division
from council.periods import local_day
from performance.choices import DONE, Known, ReminderKind, Step, ValueStatus
from performance.figures.owed import Begun, Owed, of_services, owed
from performance.figures.reminder_people import Addressee, Directory, Reached
from performance.models import Indicator, Period, Return
from performance.rules.reminders import Patience, ReturnState, carried_run, reminders_of
from portfolios.models import Post


@dataclass(frozen=True)
class Called:
    """A reminder that one return calls for."""

    indicator: Indicator
    period: Period
    kind: ReminderKind
    sentence: str

    @property
    def key(self) -> tuple[str, int, int]:
        """What tells it from every other reminder but in whom it goes to."""
        return self.kind.value, self.indicator.pk, self.period.pk


@dataclass(frozen=True)
class ToSend:
    """A reminder with whom it goes to, and why others get none."""

    called: Called
    owner: Post | None
    holders: tuple[str, ...]
    reached: Reached


def called_for(
    *,
    day: datetime.date,
    service_ids: set[int] | None = None,
    directory: Directory | None = None,
    read: Owed | None = None,
) -> list[Called]:
    """What the newest and the open periods call for on the day, by service and reference; five queries.

    Of all services, or of the given ones; two queries where what these owe was `read` before. `directory` tells who
    holds a post where an indicator's own post owns it; without it, nobody is called a phantom owner.
    """
    owing = read or owed(service_ids, day=day, only_newest=True)
    periods, runs = owing.asked_for(day), _runs(owing, service_ids)
    holidays = holidays_of(Division.ENGLAND_AND_WALES)
    found = []
    for indicator in owing.indicators:
        asked = [each for each in periods.get(indicator.cycle_id, []) if indicator.is_on(each.ends_on)]
        for place, period in enumerate(asked):
            # What is true of an indicator and not of one return is said of its newest return alone.
            run, owner = (runs.get(indicator.pk, []), _held(indicator, directory)) if not place else ([], "")
            state = _state(indicator, period, owing.begun.get((indicator.pk, period.pk)), run, owner)
            said = reminders_of(state, _patience(indicator), on=day, holidays=holidays)
            found += [Called(indicator, period, each.kind, each.sentence) for each in said]
    return found


def to_send(*, day: datetime.date, service_ids: set[int] | None = None) -> list[ToSend]:
    """The reminders of the day with whom they go to; seven queries.

    An owner who never made an entry is told so alone; the rest goes to the officers who enter the returns as well.
    """
    directory = Directory.on(day)
    found = []
    for called in called_for(day=day, service_ids=service_ids, directory=directory):
        owner = directory.owner_of(called.indicator)
        only_owner = called.kind == ReminderKind.NEVER_UPDATED
        whom = directory.owners if only_owner else directory.everybody
        holders = tuple(directory.names_of(owner))
        found.append(ToSend(called, owner, holders, whom(called.indicator)))
    return found


def by_person(reminders: Iterable[ToSend]) -> dict[Addressee, list[Called]]:
    """Each person's reminders, the people by name."""
    found: dict[Addressee, list[Called]] = defaultdict(list)
    for each in reminders:
        for person in each.reached.to:
            found[person].append(each.called)
    return dict(sorted(found.items(), key=lambda pair: (pair[0].name, pair[0].user_id)))


def _runs(owing: Owed, service_ids: set[int] | None) -> dict[int, list[str]]:
    """By indicator the names of the periods running in which its value was carried forward, newest first."""
    carried: dict[int, set[int]] = defaultdict(set)
    rows = of_services(Return.objects.all(), service_ids).filter(
        latest__known=Known.KNOWN, latest__value_status=ValueStatus.CARRIED_FORWARD
    )
    for indicator, period in rows.values_list("indicator_id", "period_id"):
        carried[indicator].add(period)
    found = {}
    for each in owing.indicators:
        if each.pk in carried:
            names = {period.pk: period.name for period in owing.ended.get(each.cycle_id, [])}
            found[each.pk] = [names[pk] for pk in carried_run(list(names), carried[each.pk])]
    return found


def _held(indicator: Indicator, directory: Directory | None) -> str:
    """The post that owns an indicator that people enter, or manages its service, where it is held; else ""."""
    if (
        directory is None
        or indicator.computed_from
        or not (indicator.owner_id or indicator.service.manager_id)
    ):
        return ""
    owner = directory.owner_of(indicator)
    return str(owner) if directory.names_of(owner) else ""


def _state(
    indicator: Indicator, period: Period, row: Begun | None, run: list[str], owner: str
) -> ReturnState:
    drafted = row is not None and row.step == Step.DRAFTED
    return ReturnState(
        due_on=period.due_on,
        is_computed=bool(indicator.computed_from),
        is_in=row is not None and row.step in DONE,
        touched_on=local_day(row.touched_at) if drafted and row and row.touched_at else None,
        carried=len(run),
        carried_since=run[-1] if run else "",
        owner=owner,
        was_ever_reported=indicator.was_reported,  # type: ignore[attr-defined]
        was_updated_by_owner=indicator.was_updated_by_owner,  # type: ignore[attr-defined]
    )


def _patience(indicator: Indicator) -> Patience:
    cycle = indicator.cycle
    return Patience(
        working_days_before=cycle.remind_working_days,
        untouched_days=cycle.untouched_days,
        carried_periods=cycle.carried_periods,
    )

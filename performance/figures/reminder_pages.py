"""What pages say of the day's reminders: who has not returned, who never made an entry, what became of e-mails."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from council.dates import long_date
from council.periods import local_day
from performance.choices import ReminderKind
from performance.figures.reminder_people import Addressee
from performance.figures.reminders import Called, ToSend, by_person
from performance.models import Period, Reminder

MISSING = (ReminderKind.LATE, ReminderKind.DUE_SOON)
NEXT_RUN = "to go with the next run"


@dataclass(frozen=True)
class OwnerLine:
    """An owner, who holds the post, and returns of one period that call for the same."""

    owner: str
    holders: str
    period: Period
    kind: ReminderKind
    returns: tuple[Called, ...]

    @property
    def is_late(self) -> bool:
        return self.kind == ReminderKind.LATE


@dataclass(frozen=True)
class MailLine:
    """One person's reminders of today, and how far their e-mail has come."""

    person: Addressee
    reminders: tuple[Called, ...]
    states: tuple[str, ...]

    @property
    def counts(self) -> str:
        """How many of each kind: "2 late, 1 not updated"."""
        counted = Counter(each.kind for each in self.reminders)
        return ", ".join(f"{counted[kind]} {kind.label.lower()}" for kind in ReminderKind if counted[kind])


@dataclass(frozen=True)
class NotSent:
    """Why a reminder cannot be sent, with the returns that nobody or not everybody is reminded of."""

    why: str
    reminders: tuple[Called, ...]
    number_without: int
    """Of these, how many go to nobody else either."""


def not_returned(reminders: Iterable[ToSend]) -> list[OwnerLine]:
    """The owners whose returns are late or due soon, late first, then by due date and owner."""
    lines = _by_owner(each for each in reminders if each.called.kind in MISSING)
    return sorted(lines, key=lambda line: (not line.is_late, line.period.due_on, line.owner))


def phantom_owners(reminders: Iterable[ToSend]) -> list[OwnerLine]:
    """The owners of whom no holder ever made an entry for some of what they own, those with most first."""
    chosen = (each for each in reminders if each.called.kind == ReminderKind.NEVER_UPDATED)
    return sorted(_by_owner(chosen, whatever_period=True), key=lambda line: (-len(line.returns), line.owner))


def _by_owner(reminders: Iterable[ToSend], *, whatever_period: bool = False) -> list[OwnerLine]:
    found: dict[tuple[str, str, int, ReminderKind], list[Called]] = defaultdict(list)
    for each in reminders:
        owner = str(each.owner) if each.owner else "No post"
        held = ", ".join(each.holders) if each.holders else "Nobody"
        period = 0 if whatever_period else each.called.period.pk
        found[owner, held, period, each.called.kind].append(each.called)
    return [
        OwnerLine(owner, held, returns[0].period, kind, tuple(returns))
        for (owner, held, _, kind), returns in found.items()
    ]


def mail_lines(reminders: Iterable[ToSend]) -> list[MailLine]:
    """Each person's e-mail, by name; one query."""
    people = by_person(reminders)
    rows = Reminder.objects.filter(period__in={each.period.pk for said in people.values() for each in said})
    kept = {(row.user_id, row.kind, row.indicator_id, row.period_id): row for row in rows}
    return [
        MailLine(person, tuple(said), _states(kept.get((person.user_id, *each.key)) for each in said))
        for person, said in people.items()
    ]


def _states(rows: Iterable[Reminder | None]) -> tuple[str, ...]:
    """How far reminders have come, each way once with its number."""
    counted = Counter(map(_state, rows))
    return tuple(f"{number} {words}" for words, number in counted.items())


def _state(row: Reminder | None) -> str:
    if row is None:
        return NEXT_RUN
    if row.sent_at:
        return f"sent on {long_date(local_day(row.sent_at))}"
    if row.claim:
        return "being sent, or cut off while it was: it may have gone, and is not sent again"
    tried = f", tried {row.attempts} {'time' if row.attempts == 1 else 'times'}"
    return (
        f"not sent{tried}: {row.last_error[:1].lower()}{row.last_error[1:]}" if row.last_error else NEXT_RUN
    )


def not_sent(reminders: Iterable[ToSend]) -> list[NotSent]:
    """The reasons for which somebody cannot be reminded, the widest first."""
    found: dict[str, list[ToSend]] = defaultdict(list)
    for each in reminders:
        for why in each.reached.not_sent:
            found[why].append(each)
    lines = [
        NotSent(why, tuple(each.called for each in rows), sum(not each.reached.to for each in rows))
        for why, rows in found.items()
    ]
    return sorted(lines, key=lambda line: (-line.number_without, -len(line.reminders), line.why))

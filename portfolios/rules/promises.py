"""What may become of a promise, what its time comes to, and what is wrong with how it stands."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from datetime import date

from council.dates import long_date
from portfolios.choices import OPEN_FATES, DueKind, Fate
from portfolios.rules.due import Due, read_due
from portfolios.rules.due_spans import day_after, span_in_words
from portfolios.rules.problem import Problem

MAY_BECOME: Mapping[str, tuple[Fate, ...]] = {
    Fate.OPEN: (Fate.KEPT, Fate.PART_KEPT, Fate.MISSED, Fate.RELEASED),
    # More of it may follow, and still not be all.
    Fate.PART_KEPT: (Fate.KEPT, Fate.PART_KEPT, Fate.MISSED, Fate.RELEASED),
    # Kept late, or in part; nobody unmakes a miss without a note.
    Fate.MISSED: (Fate.KEPT, Fate.PART_KEPT, Fate.RELEASED, Fate.OPEN),
    Fate.KEPT: (Fate.OPEN,),
    Fate.RELEASED: (Fate.OPEN,),
}
"""What may follow what. What was settled wrongly is opened again, and both entries stay."""


def may_become(fate: str, following: str) -> bool:
    """Whether a promise of that fate may get the other."""
    return following in MAY_BECOME[fate]


@dataclass(frozen=True)
class Happening:
    """Something outside that a promise waits for, as far as it has come."""

    name: str
    happened_on: date | None = None
    will_not_happen: bool = False


@dataclass(frozen=True, kw_only=True)
class DueSaid:
    """All that is said of a promise's time: the words, and what somebody chose beside them."""

    words: str = ""
    made_on: date | None = None
    day: date | None = None
    has_meeting: bool = False
    meets_on: date | None = None
    event: Happening | None = None
    months: int | None = None
    days: int | None = None
    holidays: Container[date] = ()
    """The days that working days skip."""


def due_of(said: DueSaid) -> Due:
    """How a promise's time is meant: what was chosen goes before the words, an event before a day."""
    due = _due_of(said)
    if before := before_it_was_made(due.on, made_on=said.made_on):
        return replace(due, remark=f"{due.remark} {before}".strip())
    return due


def before_it_was_made(due_on: date | None, *, made_on: date | None) -> str:
    """A sentence where a promise was due before it was made; "" elsewhere."""
    if due_on is None or made_on is None or due_on >= made_on:
        return ""
    return f"That is before the promise was made, on {long_date(made_on)}."


def _due_of(said: DueSaid) -> Due:
    read = read_due(said.words, made_on=said.made_on, holidays=said.holidays)
    if said.event is not None:
        is_typed = said.months is not None or said.days is not None
        months, days = (said.months, said.days) if is_typed else (read.months, read.days)
        remark = waiting(said.event, months, days)
        return Due(DueKind.EVENT, _event_day(said.event, months, days), remark, "", months, days)
    if said.day is not None:
        kind = DueKind.MEETING if said.has_meeting else DueKind.DATE
        return Due(kind, said.day, f"Due by {long_date(said.day)}.")
    if said.has_meeting:
        # The words may name only the month of a meeting whose day is known.
        return Due(DueKind.MEETING, said.meets_on or read.on, _meeting_remark(said.meets_on, read))
    return read


def _event_day(event: Happening, months: int | None, days: int | None) -> date | None:
    return day_after(event.happened_on, months, days) if event.happened_on else None


def _meeting_remark(meets_on: date | None, read: Due) -> str:
    return f"Due at the meeting on {long_date(meets_on)}." if meets_on else read.remark


def waiting(event: Happening, months: int | None, days: int | None = None) -> str:
    """What a promise waits for, or how its day was counted once that came."""
    span = span_in_words(months, days)
    if event.happened_on:
        after = f"{span} after " if span else ""
        return f"Counted {after}“{event.name}”, which happened on {long_date(event.happened_on)}."
    if event.will_not_happen:
        return f"It waited for “{event.name}”, which will not happen."
    return f"Waits for “{event.name}”" + (f"; due {span} after it." if span else ".")


@dataclass(frozen=True, kw_only=True)
class PromiseFacts:
    """What of a promise tells whether it can be followed up."""

    fate: str
    due_kind: str
    due_on: date | None
    owner: str
    owner_is_held: bool
    event: Happening | None = None


def promise_problems(facts: PromiseFacts, *, on: date) -> list[Problem]:
    """What keeps an outstanding promise from being kept; nothing once it is settled."""
    if facts.fate not in OPEN_FATES:
        return []
    found = []
    if not facts.owner:
        asked = "No post owns it, so nobody is asked for it. An administrator names one."
        found.append(Problem("owner", asked))
    elif not facts.owner_is_held:
        found.append(Problem("owner", f"Nobody holds the post {facts.owner} today."))
    if facts.event is not None and facts.event.will_not_happen:
        said = f"It waits for “{facts.event.name}”, which will not happen. Give it a day, or release it."
        found.append(Problem("event", said))
    elif facts.due_on is None and facts.due_kind != DueKind.EVENT:
        said = "It has no day, so it can never be late. Agree one with whoever owns it."
        found.append(Problem("due_on", said))
    if facts.due_on is not None and facts.due_on < on:
        said = f"It was due by {long_date(facts.due_on)} and something is still owed."
        found.append(Problem("due_on", said))
    return found

"""Call-in: when a decision must be published, until when it can be called in, and when it may be carried out.

The power is the law's (Local Government Act 2000, section 9F(2)(a) and (4)); callers and days are each council's own.
Days are working days, and the day that a time starts from is not counted.
"""

import datetime
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from council.dates import long_date
from council.working_days import CountedDay, counted_days, next_working_day
from portfolios.choices import CallInOutcome
from portfolios.rules.problem import Problem


class Standing(StrEnum):
    """How far a decision is on its way to being carried out; the words of its badge."""

    @property
    def is_unsettled(self) -> bool:
        """Whether members can still stop it, or have."""
        return self in (Standing.OPEN, Standing.SUSPENDED, Standing.REFERRED_BACK)

    DOES_NOT_APPLY = "Call-in does not apply"
    URGENT = "Urgent: exempt from call-in"
    NOT_PUBLISHED = "No day of publication"
    OPEN = "Can be called in"
    SUSPENDED = "Called in, waiting"
    REFERRED_BACK = "Referred back"
    NOTHING = "Nothing to carry out"
    CLEAR = "May be carried out"


@dataclass(frozen=True)
class CallInTerms:
    """The council's procedure. The defaults are those of several councils, until a procedure is in the register."""

    publish_days: int = 2
    call_in_days: int = 5
    hearing_days: int = 10
    callers: str = "The chair of scrutiny, or any five members"
    source: str = "Defaults of the product, until the council's own procedure is in the register"


@dataclass(frozen=True)
class Called:
    """One call-in of a decision."""

    called_in_on: datetime.date
    outcome: str = CallInOutcome.WAITING
    heard_on: datetime.date | None = None


@dataclass(frozen=True)
class Taken:
    """A decision, as far as its call-in goes."""

    decided_on: datetime.date | None
    published_on: datetime.date | None = None
    is_urgent: bool = False
    can_be_called_in: bool = True
    """Decisions of the executive can; those of the council and its committees are not the executive's."""
    has_effect: bool = True
    """What was deferred, refused or sent on to another body leaves nothing to carry out."""
    call_ins: Sequence[Called] = ()


@dataclass(frozen=True)
class Window:
    """Where a decision stands: its sentence, its days with their working, and what is wrong with them."""

    standing: Standing
    sentence: str
    implement_from: datetime.date | None = None
    """The first day on which it may be carried out; None while that cannot be said."""
    publish_by: datetime.date | None = None
    ends_on: datetime.date | None = None
    hearing_by: datetime.date | None = None
    publishing: list[CountedDay] = field(default_factory=list)
    calling: list[CountedDay] = field(default_factory=list)
    hearing: list[CountedDay] = field(default_factory=list)
    problems: tuple[Problem, ...] = ()

    @property
    def counted(self) -> list[datetime.date]:
        """All days that were looked at in counting."""
        days = [each.date for each in (*self.publishing, *self.calling, *self.hearing)]
        return [*days, self.implement_from] if self.calling and self.implement_from else days

    @property
    def first_counted(self) -> datetime.date | None:
        return min(self.counted, default=None)

    @property
    def last_counted(self) -> datetime.date | None:
        return max(self.counted, default=None)


def window(
    taken: Taken, *, on: datetime.date, terms: CallInTerms, holidays: Container[datetime.date]
) -> Window:
    """Where a decision stands on a day."""
    if not taken.has_effect:
        return Window(Standing.NOTHING, "It leaves nothing to carry out, so there is nothing to call in.")
    if not taken.can_be_called_in:
        return Window(
            Standing.DOES_NOT_APPLY,
            "Only decisions of the executive can be called in, so this one may be carried out at once.",
            implement_from=taken.decided_on,
        )
    publishing = counted_days(taken.decided_on, terms.publish_days, holidays) if taken.decided_on else []
    publish_by = publishing[-1].date if publishing else None
    if taken.is_urgent:
        return _urgent(taken, publishing, publish_by)
    if taken.published_on is None:
        return _unpublished(publishing, publish_by, on=on)
    calling = counted_days(taken.published_on, terms.call_in_days, holidays)
    ends_on = calling[-1].date
    standing, sentence, implement_from, waiting = _called(taken, ends_on, on=on, holidays=holidays)
    hearing = counted_days(waiting.called_in_on, terms.hearing_days, holidays) if waiting else []
    hearing_by = hearing[-1].date if hearing else None
    return Window(
        standing,
        sentence,
        implement_from,
        publish_by,
        ends_on,
        hearing_by,
        publishing,
        calling,
        hearing,
        (
            *_late(taken.published_on, publish_by),
            *_odd(taken.call_ins, ends_on),
            *_unheard(hearing_by, on=on),
        ),
    )


def _urgent(taken: Taken, publishing: list[CountedDay], publish_by: datetime.date | None) -> Window:
    sentence = "It was exempt from call-in as urgent, so it could be carried out at once."
    return Window(Standing.URGENT, sentence, taken.decided_on, publish_by=publish_by, publishing=publishing)


def _unpublished(
    publishing: list[CountedDay], publish_by: datetime.date | None, *, on: datetime.date
) -> Window:
    if publish_by is None:
        sentence = (
            "Its day is known only in words and it has no day of publication, so no days can be counted."
        )
        return Window(Standing.NOT_PUBLISHED, sentence)
    if publish_by < on:
        late = f"It was to be published by {long_date(publish_by)}, and no day of it is recorded."
        return Window(
            Standing.NOT_PUBLISHED,
            "It has no day of publication, so it cannot be said until when it can be called in.",
            publish_by=publish_by,
            publishing=publishing,
            problems=(Problem("published_on", late),),
        )
    return Window(
        Standing.NOT_PUBLISHED,
        f"To be published by {long_date(publish_by)}. It can be called in from then on, and carried out only after.",
        publish_by=publish_by,
        publishing=publishing,
    )


def _called(
    taken: Taken, ends_on: datetime.date, *, on: datetime.date, holidays: Container[datetime.date]
) -> tuple[Standing, str, datetime.date | None, Called | None]:
    """The standing, its sentence, the first day of carrying out, and the call-in that waits to be heard."""
    after = next_working_day(ends_on, holidays)
    counting = in_time(taken.call_ins, ends_on)
    waiting = next((each for each in counting if each.outcome == CallInOutcome.WAITING), None)
    if waiting:
        day = long_date(waiting.called_in_on)
        said = f"It was called in on {day} and must wait until scrutiny has heard it."
        return Standing.SUSPENDED, said, None, waiting
    if any(each.outcome == CallInOutcome.REFERRED_BACK for each in counting):
        said = "Scrutiny referred it back. It must be decided again before anything is done."
        return Standing.REFERRED_BACK, said, None, None
    heard = max((each.heard_on or after for each in counting), default=after)
    first = max(after, heard)
    if counting:
        said = f"Its call-in is over, so it may be carried out from {long_date(first)}."
        return Standing.CLEAR, said, first, None
    if on <= ends_on:
        said = f"It can be called in until {long_date(ends_on)}. If nobody does, it may be carried out from "
        return Standing.OPEN, f"{said}{long_date(after)}.", after, None
    said = f"Nobody called it in by {long_date(ends_on)}, so it may be carried out from {long_date(after)}."
    return Standing.CLEAR, said, after, None


def in_time(call_ins: Sequence[Called], ends_on: datetime.date) -> list[Called]:
    """The call-ins that count: made by the last day, and not withdrawn."""
    return [
        each for each in call_ins if each.called_in_on <= ends_on and each.outcome != CallInOutcome.WITHDRAWN
    ]


def _late(published_on: datetime.date, publish_by: datetime.date | None) -> list[Problem]:
    if publish_by is None or published_on <= publish_by:
        return []
    said = f"It was published on {long_date(published_on)}, after {long_date(publish_by)}, when it was due."
    return [Problem("published_on", said)]


def _odd(call_ins: Sequence[Called], ends_on: datetime.date) -> list[Problem]:
    """Call-ins that came too late to suspend anything."""
    return [
        Problem(
            "called_in_on",
            f"The call-in of {long_date(each.called_in_on)} came after {long_date(ends_on)}, "
            "the last day, and suspends nothing.",
        )
        for each in call_ins
        if each.called_in_on > ends_on
    ]


def _unheard(hearing_by: datetime.date | None, *, on: datetime.date) -> list[Problem]:
    if hearing_by is None or hearing_by >= on:
        return []
    return [Problem("heard_on", f"Scrutiny was to hear the call-in by {long_date(hearing_by)} and has not.")]

"""When a key decision may be taken: 28 clear days of notice, and the two exceptions.

Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012,
SI 2012/2089, regulations 9 (notice), 10 (general exception), 11 (special urgency) and 5 (private meetings).
"""

import datetime
from dataclasses import dataclass

from council.dates import long_date
from council.working_days import ONE_DAY, clear_days
from portfolios.choices import KeyProcedure
from portfolios.rules.problem import Problem

REGULATIONS = {
    KeyProcedure.NOTICE: "SI 2012/2089, regulation 9",
    KeyProcedure.GENERAL_EXCEPTION: "SI 2012/2089, regulation 10",
    KeyProcedure.SPECIAL_URGENCY: "SI 2012/2089, regulation 11",
}


PUBLISHED_FIRST = "it must be published first"


@dataclass(frozen=True)
class Flaw(Problem):
    """What is wrong with a notice; `short` says it in a list, in a few words."""

    short: str


@dataclass(frozen=True)
class NoticeTerms:
    """How many clear days a notice needs. The law's figures, unless the council gives more."""

    notice_days: int = 28
    exception_days: int = 5


@dataclass(frozen=True)
class Notice:
    """What a notice of a key decision says."""

    procedure: str
    published_on: datetime.date
    due_on: datetime.date | None = None
    decided_on: datetime.date | None = None
    is_decided: bool = False
    """Whether a decision is on record, also one whose day is known only in words."""
    chair_told_on: datetime.date | None = None
    exception_reasons: str = ""
    agreed_by: str = ""
    is_private: bool = False


@dataclass(frozen=True)
class Stretch:
    """One line of the working: some days, and whether they count."""

    first: datetime.date
    last: datetime.date
    why: str

    @property
    def days(self) -> str:
        """The stretch in words: one day, or two with "to"."""
        if self.first == self.last:
            return long_date(self.first)
        return f"{long_date(self.first)} to {long_date(self.last)}"


@dataclass(frozen=True)
class Timing:
    """The earliest day of the decision, how it was counted, and what is wrong with the days or the notice."""

    earliest: datetime.date
    working: tuple[Stretch, ...]
    rule: str
    has_full_notice: bool
    """Whether the day of the decision, or the day it is due, leaves the full notice. True while neither is known."""
    problems: tuple[Flaw, ...]


def timing(notice: Notice, terms: NoticeTerms, *, on: datetime.date | None = None) -> Timing:
    """When the decision that a notice announces may be taken, and what stands in its way.

    `on` is the day on which somebody looks: a day that has passed without a decision by then is told as well.
    """
    start, days = _start(notice), _days(notice, terms)
    earliest = notice.published_on if days is None else clear_days(start, days)
    day = notice.decided_on or notice.due_on
    return Timing(
        earliest=earliest,
        working=_working(notice, start, days, earliest),
        rule=f"{KeyProcedure(notice.procedure).label} ({REGULATIONS[KeyProcedure(notice.procedure)]})",
        has_full_notice=day is None or day >= clear_days(notice.published_on, terms.notice_days),
        problems=(
            *_too_early(notice, terms, earliest),
            *_passed(notice, on),
            *_missing(notice),
            *_private(notice, terms),
        ),
    )


def _start(notice: Notice) -> datetime.date:
    """The day that is not counted: of the exception, the later of telling the chair and publishing."""
    if notice.procedure == KeyProcedure.GENERAL_EXCEPTION and notice.chair_told_on:
        return max(notice.published_on, notice.chair_told_on)
    return notice.published_on


def _days(notice: Notice, terms: NoticeTerms) -> int | None:
    """How many clear days the procedure needs; None where a chair's agreement stands in their place."""
    return {
        KeyProcedure.NOTICE: terms.notice_days,
        KeyProcedure.GENERAL_EXCEPTION: terms.exception_days,
        KeyProcedure.SPECIAL_URGENCY: None,
    }[KeyProcedure(notice.procedure)]


def _working(
    notice: Notice, start: datetime.date, days: int | None, earliest: datetime.date
) -> tuple[Stretch, ...]:
    if days is None:
        return (
            Stretch(
                start, start, "Published; no days are counted, because a chair agreed that it cannot wait"
            ),
        )
    return (
        Stretch(start, start, f"{_first_words(notice, start)}, not counted"),
        Stretch(
            start + ONE_DAY,
            earliest - ONE_DAY,
            f"{_clear_days(days)}, weekends and holidays with them",
        ),
        Stretch(earliest, earliest, "The first day on which it can be decided"),
    )


def _first_words(notice: Notice, start: datetime.date) -> str:
    return "The day of the notice" if start == notice.published_on else "The day the chair was told"


def _too_early(notice: Notice, terms: NoticeTerms, earliest: datetime.date) -> list[Flaw]:
    days = _days(notice, terms)
    needs = f"{days} clear days from {_counted_from(notice)} end the day before" if days else PUBLISHED_FIRST
    day = notice.decided_on or notice.due_on
    if day is None or day >= earliest:
        return []
    short = f"too early by {_clear_days((earliest - day).days)}" if days else "before its notice"
    if notice.decided_on:
        sentence = (
            f"It was decided on {long_date(day)}, before {long_date(earliest)}: {needs}. "
            "Scrutiny may ask for a report on why (regulation 18)."
        )
        return [Flaw("decided_on", sentence, short)]
    sentence = (
        f"It is due on {long_date(day)}, which is too early: {needs}. Take it on {long_date(earliest)} or later"
        + (", or use an exception." if notice.procedure == KeyProcedure.NOTICE else ".")
    )
    return [Flaw("due_on", sentence, short)]


def _counted_from(notice: Notice) -> str:
    """The day that the clear days follow, in words."""
    told = notice.chair_told_on
    if notice.procedure == KeyProcedure.GENERAL_EXCEPTION and told and told > notice.published_on:
        return f"{long_date(told)}, when the chair was told,"
    return "the notice"


def _clear_days(days: int) -> str:
    return f"{days} clear {'day' if days == 1 else 'days'}"


def _passed(notice: Notice, on: datetime.date | None) -> list[Flaw]:
    """A day that has come and gone without a decision on record; none where no day is asked for."""
    if on is None or notice.is_decided or notice.due_on is None or notice.due_on >= on:
        return []
    sentence = (
        f"It was to be decided on {long_date(notice.due_on)}. The day has passed and no decision is recorded: "
        "record it, or publish a new day."
    )
    return [Flaw("due_on", sentence, "day passed, no decision")]


def _missing(notice: Notice) -> list[Flaw]:
    """What an exception needs and has not got."""
    problems = []
    if notice.procedure != KeyProcedure.NOTICE and not notice.exception_reasons.strip():
        problems.append(
            Flaw(
                "exception_reasons",
                "Say why 28 clear days could not be given, and publish the reason.",
                "no reasons",
            )
        )
    if notice.procedure == KeyProcedure.GENERAL_EXCEPTION and notice.chair_told_on is None:
        problems.append(
            Flaw(
                "chair_told_on",
                "Tell the chair of scrutiny in writing, and say on which day.",
                "chair not told",
            )
        )
    if notice.procedure == KeyProcedure.SPECIAL_URGENCY and not notice.agreed_by.strip():
        problems.append(
            Flaw(
                "agreed_by",
                "Ask the chair of scrutiny to agree that it cannot wait; without one, the chair or vice chair "
                "of the council.",
                "urgency not agreed",
            )
        )
    return problems


def _private(notice: Notice, terms: NoticeTerms) -> list[Flaw]:
    """A private meeting needs its own 28 clear days, whatever the procedure of the decision."""
    day = notice.decided_on or notice.due_on
    first = clear_days(notice.published_on, terms.notice_days)
    if not (notice.is_private and day and day < first):
        return []
    return [
        Flaw(
            "is_private",
            f"A meeting in private needs {terms.notice_days} clear days' notice too, so not before "
            f"{long_date(first)}, unless the chair of scrutiny agrees (regulation 5).",
            "too early for a private meeting",
        )
    ]

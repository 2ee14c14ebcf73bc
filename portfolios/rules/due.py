"""When a promise is due: the words as written, read for how they are meant and the last day they can mean.

"The June committee", "contract start + 6 months", "as and when", "Spring 03", "??", "Ongoing", "April o3": the words
are kept, and nothing is read into them without a remark that says so.
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from council.dates import Precision, long_date, read_vague_date
from council.dates.exact import MONTHS
from portfolios.choices import DueKind
from portfolios.rules.due_calendar import in_the_calendar
from portfolios.rules.due_spans import SPAN, DueSpan, span_of


@dataclass(frozen=True)
class Due:
    """How the time of a promise is meant."""

    kind: DueKind
    on: date | None = None
    """The last day that the words can mean; None where they mean none, or wait for something."""
    remark: str = ""
    """A sentence on how the words were read; "" where they leave no question."""
    event_words: str = ""
    """What it waits for, as written."""
    months: int | None = None
    """How many months after that."""
    days: int | None = None
    """How many days after that, where the words count days or weeks."""


_AFTER = re.compile(
    rf"(?:within |in |by |no later than )?{SPAN} (?:after|from|of|into|following|since) (?P<event>.+)"
)
_PLUS = re.compile(rf"(?:after |from )?(?P<event>.+?) ?\+ ?{SPAN}")
_WITHIN = re.compile(rf"(?:(?:with)?in )?(?:the next |the )?{SPAN}(?: time)?")
_FROM_THE_PROMISE = re.compile(
    r"(?:now|today|this meeting|the promise|this date|the date of (?:this meeting|the promise))"
)

_GATHERING = re.compile(
    r"\b(?:committee|meeting|cabinet|council|panel|board|session|agenda|group|executive|commission)\b"
)
_MONTH = rf"(?:{'|'.join(name.casefold() for name in MONTHS)})"
_DAY_AND_MONTH = re.compile(
    rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}\b(?:,? '?(?:[0-9]{{4}}|[0-9]{{2}})\b)?"
)
_YEAR_ALONE = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_FILLING = re.compile(r"(?:by|for|to|at|on|in|the|end|of|start|before|early|mid|late|[ ,.-])*")
_NO_DAY = re.compile(
    r"\b(?:as and when|as soon as|in due course|when|whenever|once|until|tb[ac]|to be (?:agreed|confirmed|arranged)"
    r"|(?:future|later) (?:meeting|date|session))\b"
)


def read_due(words: str, *, made_on: date | None, holidays: Container[date] = ()) -> Due:
    """What the words for a time can mean, given the day of the promise; never raises, because words are history.

    A month without a year is the first such month from the promise on. "Early" and "mid" set no earlier last day.
    `holidays` are the days that working days skip: bank holidays, and the council's own closure days.
    """
    said = " ".join(words.casefold().replace("’", "'").split()).strip(" .;,()")
    if not said:
        return Due(DueKind.OPEN, remark="No time is given.")
    vague = read_vague_date(words)
    if vague.latest:
        plain_day = vague.precision == Precision.DAY and not vague.remark
        return Due(DueKind.DATE, vague.latest, "" if plain_day else meant(vague.latest, vague.remark))
    for reader in (_after_event, _after_the_promise, _without_a_day, _in_the_calendar, _at_a_gathering):
        if due := reader(said, made_on, holidays):
            return due
    if vague.precision == Precision.RECURRING:
        return Due(DueKind.OPEN, remark="This goes on and has no last day.")
    return Due(DueKind.OPEN, remark=vague.remark)


def meant(latest: date, remark: str = "") -> str:
    """How words are read, and the last day that they can mean, in a sentence."""
    return f"{remark} Taken to mean by {long_date(latest)} at the latest.".strip()


def _after_event(said: str, made_on: date | None, holidays: Container[date]) -> Due | None:
    """So long after something happens, or after a day that is written."""
    found = _PLUS.fullmatch(said) or _AFTER.fullmatch(said)
    if found is None:
        return None
    span, event = span_of(found), found["event"].removeprefix("the ")
    if _FROM_THE_PROMISE.fullmatch(found["event"]):
        return _from_the_promise(span, made_on, holidays)
    start = read_vague_date(event).latest
    if start:
        return _counted_from(start, span, holidays, f"Counted from {long_date(start)}.")
    if span.working_days:
        asked = f"It is due {span} after “{event}”. Once that has happened, give the day: it cannot be counted ahead."
        return Due(DueKind.OPEN, remark=asked)
    remark = f"It is due {span} after “{event}”, whenever that is."
    return Due(DueKind.EVENT, None, remark, event, span.months or None, span.days or None)


def _after_the_promise(said: str, made_on: date | None, holidays: Container[date]) -> Due | None:
    """So long after it was promised."""
    found = _WITHIN.fullmatch(said)
    return _from_the_promise(span_of(found), made_on, holidays) if found else None


def _from_the_promise(span: DueSpan, made_on: date | None, holidays: Container[date]) -> Due:
    if made_on is None:
        unit = "days" if span.days or span.working_days else "months"
        return Due(DueKind.OPEN, remark=f"Say on which day it was promised: the {unit} count from there.")
    return _counted_from(made_on, span, holidays, f"Counted from the promise on {long_date(made_on)}.")


def _counted_from(start: date, span: DueSpan, holidays: Container[date], said: str) -> Due:
    day = span.after(start, holidays)
    skipped = " Weekends, bank holidays and closure days are not counted." if span.working_days else ""
    return Due(DueKind.DATE, day, meant(day, f"{said}{skipped}"))


def _without_a_day(said: str, made_on: date | None, holidays: Container[date]) -> Due | None:
    """Whenever it may be."""
    return Due(DueKind.OPEN, remark="These words name no day.") if _NO_DAY.search(said) else None


def _in_the_calendar(said: str, made_on: date | None, holidays: Container[date]) -> Due | None:
    """By Christmas, next month, by the end of the year."""
    read = in_the_calendar(said, made_on=made_on)
    if read is None:
        return None
    return (
        Due(DueKind.DATE, read.on, meant(read.on, read.remark))
        if read.on
        else Due(DueKind.OPEN, remark=read.remark)
    )


def _at_a_gathering(said: str, made_on: date | None, holidays: Container[date]) -> Due | None:
    """A meeting, or a month that stands without its year: "June", "the June committee", "its February meeting"."""
    is_meeting = _GATHERING.search(said) is not None
    found = _DAY_AND_MONTH.search(said)
    if found is None:
        ask = "These words do not say when the meeting is: choose it as the next agenda."
        return Due(DueKind.MEETING, remark=ask) if is_meeting else None
    if not is_meeting and not _FILLING.fullmatch(said.replace(found[0], "", 1)):
        return None
    kind = DueKind.MEETING if is_meeting else DueKind.DATE
    elsewhere = _YEAR_ALONE.findall(said.replace(found[0], "", 1))
    if len(elsewhere) == 1 and not _YEAR_ALONE.search(found[0]):
        day = read_vague_date(f"{found[0]} {elsewhere[0]}").latest
        if day:
            remark = f"The year {elsewhere[0]} stands apart from the month, and is read with it."
            return Due(kind, day, meant(day, remark))
    read = read_vague_date(found[0])
    if read.latest:
        return Due(kind, read.latest, meant(read.latest, read.remark))
    if made_on is None:
        return Due(DueKind.OPEN, remark="Say on which day it was promised: then the month has a year.")
    return _first_such(found[0], made_on, kind)


def _first_such(month: str, made_on: date, kind: DueKind) -> Due | None:
    """The first such month (or day of a month) that is not over on the day of the promise."""
    for year in (made_on.year, made_on.year + 1):
        latest = read_vague_date(f"{month} {year}").latest
        if latest and latest >= made_on:
            return Due(
                kind, latest, meant(latest, "No year is written: read as the first after the promise.")
            )
    return None

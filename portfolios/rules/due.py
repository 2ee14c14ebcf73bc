"""When a promise is due: the words as written, read for how they are meant and the last day they can mean.

"The June committee", "contract start + 6 months", "as and when", "Spring 03", "??", "Ongoing", "April o3": the words
are kept, and nothing is read into them without a remark that says so.
"""

import re
from dataclasses import dataclass
from datetime import date

from council.dates import Precision, long_date, read_vague_date
from council.dates.exact import MONTHS
from council.periods.span import months_on
from portfolios.choices import DueKind


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


_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# Of "6-12 months" the last is what the words can mean.
_SPAN = rf"(?:[0-9]{{1,2}} ?(?:-|–|to) ?)?(?P<count>[0-9]{{1,2}}|an?|{'|'.join(_NUMBERS)}) (?P<unit>month|year)s?'?"
_AFTER = re.compile(rf"(?:within |in |by )?{_SPAN} (?:after|from|of|into|following|since) (?P<event>.+)")
_PLUS = re.compile(rf"(?:after |from )?(?P<event>.+?) ?\+ ?{_SPAN}")
_WITHIN = re.compile(rf"(?:(?:with)?in )?(?:the next |the )?{_SPAN}(?: time)?")

_GATHERING = re.compile(
    r"\b(?:committee|meeting|cabinet|council|panel|board|session|agenda|group|executive|commission)\b"
)
_MONTH = rf"(?:{'|'.join(name.casefold() for name in MONTHS)})"
_DAY_AND_MONTH = re.compile(
    rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}\b(?:,? '?(?:[0-9]{{4}}|[0-9]{{2}})\b)?"
)
_FILLING = re.compile(r"(?:by|for|to|at|on|in|the|end|of|start|before|early|mid|late|[ ,.-])*")
_NO_DAY = re.compile(
    r"\b(?:as and when|as soon as|in due course|when|whenever|once|until|tb[ac]|to be (?:agreed|confirmed|arranged)"
    r"|(?:future|later) (?:meeting|date|session))\b"
)


def read_due(words: str, *, made_on: date | None) -> Due:
    """What the words for a time can mean, given the day of the promise; never raises, because words are history.

    A month without a year is the first such month from the promise on. "Early" and "mid" set no earlier last day.
    """
    said = " ".join(words.casefold().replace("’", "'").split()).strip(" .;,()")
    if not said:
        return Due(DueKind.OPEN, remark="No time is given.")
    vague = read_vague_date(words)
    if vague.latest:
        plain_day = vague.precision == Precision.DAY and not vague.remark
        return Due(DueKind.DATE, vague.latest, "" if plain_day else _meant(vague.latest, vague.remark))
    for reader in (_after_event, _after_the_promise, _without_a_day, _at_a_gathering):
        if due := reader(said, made_on):
            return due
    if vague.precision == Precision.RECURRING:
        return Due(DueKind.OPEN, remark="This goes on and has no last day.")
    return Due(DueKind.OPEN, remark=vague.remark)


def day_after(happened_on: date, months: int | None) -> date:
    """The day so many months after an event: the same day of the month, or the last day of a shorter month.

    Six months after 31 August 2026 is 28 February 2027.
    """
    return months_on(happened_on, months or 0)


def months_in_words(months: int) -> str:
    """1 month, 6 months."""
    return "1 month" if months == 1 else f"{months} months"


def _meant(latest: date, remark: str = "") -> str:
    return f"{remark} Taken to mean by {long_date(latest)} at the latest.".strip()


def _months(found: re.Match[str]) -> int:
    count = found["count"]
    number = 1 if count in ("a", "an") else int(count) if count.isdigit() else _NUMBERS.index(count) + 1
    return number * (12 if found["unit"] == "year" else 1)


def _after_event(said: str, made_on: date | None) -> Due | None:
    """So many months after something happens."""
    found = _PLUS.fullmatch(said) or _AFTER.fullmatch(said)
    if found is None:
        return None
    months, event = _months(found), found["event"].removeprefix("the ")
    remark = f"It is due {months_in_words(months)} after “{event}”, whenever that is."
    return Due(DueKind.EVENT, None, remark, event, months)


def _after_the_promise(said: str, made_on: date | None) -> Due | None:
    """So many months after it was promised."""
    found = _WITHIN.fullmatch(said)
    if found is None:
        return None
    if made_on is None:
        return Due(DueKind.OPEN, remark="Say on which day it was promised: the months count from there.")
    day = months_on(made_on, _months(found))
    return Due(DueKind.DATE, day, _meant(day, f"Counted from the promise on {long_date(made_on)}."))


def _without_a_day(said: str, made_on: date | None) -> Due | None:
    """Whenever it may be."""
    return Due(DueKind.OPEN, remark="These words name no day.") if _NO_DAY.search(said) else None


def _at_a_gathering(said: str, made_on: date | None) -> Due | None:
    """A meeting, or a month that stands without its year: "June", "the June committee", "its February meeting"."""
    is_meeting = _GATHERING.search(said) is not None
    found = _DAY_AND_MONTH.search(said)
    if found is None:
        ask = "These words do not say when the meeting is: choose it as the next agenda."
        return Due(DueKind.MEETING, remark=ask) if is_meeting else None
    if not is_meeting and not _FILLING.fullmatch(said.replace(found[0], "", 1)):
        return None
    kind = DueKind.MEETING if is_meeting else DueKind.DATE
    read = read_vague_date(found[0])
    if read.latest:
        return Due(kind, read.latest, _meant(read.latest, read.remark))
    if made_on is None:
        return Due(DueKind.OPEN, remark="Say on which day it was promised: then the month has a year.")
    return _first_such(found[0], made_on, kind)


def _first_such(month: str, made_on: date, kind: DueKind) -> Due | None:
    """The first such month (or day of a month) that is not over on the day of the promise."""
    for year in (made_on.year, made_on.year + 1):
        latest = read_vague_date(f"{month} {year}").latest
        if latest and latest >= made_on:
            return Due(
                kind, latest, _meant(latest, "No year is written: read as the first after the promise.")
            )
    return None

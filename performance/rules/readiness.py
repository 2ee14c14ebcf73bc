"""What stops a return being submitted or signed off, as sentences a person can act on."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from council.dates import Precision, long_date, read_vague_date
from council.rag import Rag
from performance.choices import Known, ValueStatus
from performance.rules.notes import split_note

OFF_TARGET = (Rag.RED, Rag.AMBER)
COMMENT_LIMIT = 5000
"""The most characters of a comment, by whichever way it comes: what a file brings is edited in the grid later."""

WHEN = "Say when this value was last measured, such as March 2026."

VALUE = "Enter the value, or choose “Not known” and say why in the comment."
FORECAST = "Enter what you expect the year to end at: the rule rates the forecast for the year, not the value so far."


@dataclass(frozen=True)
class Problem:
    """One thing to put right: the field it belongs to and what to do."""

    field: str
    sentence: str


def submission_problems(
    *,
    known: str,
    as_written: str,
    comment: str,
    rating: str,
    value_status: str = "",
    carried_from: str = "",
    ends_on: datetime.date | None = None,
    doubts: Sequence[str] = (),
    misses_forecast: bool = False,
    computed_words: str = "",
) -> list[Problem]:
    """What keeps a return from being submitted; an empty list when nothing does.

    Members ask "what happens next" of every indicator off target, so a comment is compulsory there; so it is where
    `doubts` says what is odd about the value. A value that is not known or not due needs its reason, and one that
    is carried forward the day of its measurement. `misses_forecast` says that the rule rates a forecast for the
    year end and that there is none. How a value was computed does not answer for a comment.
    """
    problems = []
    if known == Known.KNOWN and not as_written:
        problems.append(Problem("as_written", VALUE))
    if known == Known.KNOWN and value_status == ValueStatus.CARRIED_FORWARD:
        problems += carried_problems(carried_from, ends_on=ends_on)
    if known == Known.KNOWN and as_written and misses_forecast:
        problems.append(Problem("forecast_as_written", FORECAST))
    explains = bool(comment) and not (known == Known.KNOWN and comment == computed_words)
    asked = [] if explains else _asked_to_say(known, rating, doubts)
    return [*problems, *(Problem("comment", sentence) for sentence in asked)]


def _asked_to_say(known: str, rating: str, doubts: Sequence[str]) -> list[str]:
    """What a comment has to say, a sentence each; nothing where none is compulsory."""
    if known == Known.NOT_KNOWN:
        return ["Say in the comment why the value is not known and when it will be."]
    if known == Known.NOT_DUE:
        return ["Say in the comment why no value is due yet, and when the first one will be."]
    asked = []
    if doubts:
        asked.append(f"{' '.join(doubts)} Correct it, or say in the comment how it comes about.")
    if rating in OFF_TARGET:
        asked.append("This is off target. Say in the comment why, and what happens next.")
    return asked


def carried_problems(text: str, *, ends_on: datetime.date | None = None) -> list[Problem]:
    """What to put right in the words for when a value carried forward was measured: a time before its period ended."""
    read = read_vague_date(split_note(text)[0])
    sentence = ""
    if read.precision == Precision.NONE:
        is_no_day = read.remark.endswith("days.")
        sentence = f"{read.remark} {WHEN}" if is_no_day else WHEN
    elif ends_on and read.earliest and read.earliest > ends_on:
        ended = long_date(ends_on)
        sentence = f"Say a time before the period ended on {ended}: a value carried forward is an older one."
    return [Problem("carried_from", sentence)] if sentence else []


def override_problems(*, known: str) -> list[Problem]:
    """A blank never gets a colour: where there is no value, there is nothing to rate."""
    if known == Known.KNOWN:
        return []
    why = f"This return says “{Known(known).label}”, so there is no value to rate."
    return [Problem("rating", f"{why} Sign it off as it is, or send it back for a value.")]


def sign_off_problems(*, step_by: int | None, signer: int) -> list[Problem]:
    """Four eyes: whoever entered or submitted a return does not sign it off."""
    if step_by == signer:
        return [
            Problem("sign_off", "You submitted this return yourself. Another lead officer must sign it off.")
        ]
    return []

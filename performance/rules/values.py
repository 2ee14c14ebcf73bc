"""What a person typed for an indicator, read as a value of its kind or refused in a sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from council.dates import DateProblem, long_date, read_date, read_vague_date
from council.numbers import NumberProblem, read_number
from council.text import plain_figures
from performance.choices import NUMERIC_KINDS, Known, ValueKind
from performance.rules.milestones import Milestone, read_milestone
from performance.rules.notes import IN_FULL, is_multiple, split_note
from performance.rules.word_values import (
    WordProblem,
    read_level,
    read_milestone_word,
    read_yes_no,
)

LONGEST = 200
"""As much as a return keeps as written."""

OPEN_ENDED = re.compile(r"(?:after|from)\b")
"""A time that begins with these has no last day."""

KNOWN_WORDS = {
    "not known": Known.NOT_KNOWN,
    "unknown": Known.NOT_KNOWN,
    "not available": Known.NOT_KNOWN,
    "not yet known": Known.NOT_KNOWN,
    "not due": Known.NOT_DUE,
    "not yet due": Known.NOT_DUE,
}
"""How papers write that there is no value, in place of the value."""


class ValueProblem(ValueError):
    """A text that is not a value of the kind asked for.

    `sentence` says what to type, `as_written` keeps the text, and `looks_blank` is true for a word that stands for
    having no value ("n/a", "TBC"), for which "Not known" should be offered.
    """

    def __init__(self, sentence: str, as_written: str, *, looks_blank: bool = False) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.as_written = as_written
        self.looks_blank = looks_blank


@dataclass(frozen=True)
class ReadValue:
    """A value as it is kept beside what was typed."""

    value: Decimal | None
    """In the indicator's unit (45 for 45%), or the rank of the words (for a date its day number)."""
    words: str = ""
    """The normal form of a value in words: "Yes", "Level 2", "2003-03-31", "at_risk". Empty for a number."""
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    notice: str = ""
    """What the person should be told about how it was read."""
    note: str = ""
    """The source in brackets after the value: "DTLR survey"."""


def read_known(text: str) -> Known | None:
    """Whether the text is a value, or says that the value is not known or not due; None for a blank."""
    words = " ".join(text.split()).casefold().rstrip(".")
    return KNOWN_WORDS.get(words, Known.KNOWN) if words else None


def read_value(
    text: str,
    *,
    kind: ValueKind,
    decimals: int | None = None,
    levels: Sequence[str] = (),
    minimum: Decimal | None = None,
    maximum: Decimal | None = None,
    unit: str = "",
    usual: Sequence[Decimal] = (),
) -> ReadValue:
    """The value that the text is, as the person meant it. ValueProblem when it is not plainly one of the kind.

    `levels` is the scale of a level, the lowest first; the rest is for numbers, as in `read_number`. A milestone's
    words also answer for a date ("Will be achieved"): then there are words but no value.
    """
    if len(text.strip()) > LONGEST:
        raise ValueProblem(f"Enter at most {LONGEST} characters, and say the rest in the comment", text)
    figure, note = split_note(text)
    if is_multiple(note):
        raise ValueProblem(IN_FULL, text)
    try:
        if kind in NUMERIC_KINDS:
            number = read_number(
                figure,
                quantity=str(kind),
                decimals=decimals,
                minimum=minimum,
                maximum=maximum,
                usual=usual,
                unit=unit,
            )
            read = ReadValue(number.value, "", number.numerator, number.denominator, number.notice or "")
        else:
            read = _in_words(plain_figures(figure).plain, kind, levels)
    except NumberProblem as problem:
        raise ValueProblem(problem.sentence, text, looks_blank=problem.looks_blank) from problem
    except (WordProblem, DateProblem) as problem:
        raise ValueProblem(problem.sentence, text) from problem
    return _with_note(read, note)


def _with_note(read: ReadValue, note: str) -> ReadValue:
    """The value with the source that stood behind it in brackets."""
    if not note:
        return read
    return replace(read, note=note, notice=_joined(read.notice, f"“{note}” is kept as its source."))


def _in_words(text: str, kind: ValueKind, levels: Sequence[str]) -> ReadValue:
    """A value in words, with a notice when it was not written in its normal form."""
    if kind == ValueKind.DATE:
        return _date(text)
    if kind == ValueKind.YES_NO:
        word = read_yes_no(text)
    elif kind == ValueKind.LEVEL:
        word = read_level(text, levels)
    else:
        word = read_milestone_word(text)
    return ReadValue(word.rank, word.words, notice=_says_nothing(word.words, text))


def _date(text: str) -> ReadValue:
    """A date, or the last day that a vaguer one can mean; or how a commitment with a date stands."""
    milestone = read_milestone(text)
    if milestone is not None:
        return ReadValue(None, milestone.value, notice=_says_nothing(milestone.value, text))
    try:
        day, notice = read_date(text), ""
    except DateProblem:
        vague = read_vague_date(text)
        if vague.latest is None or OPEN_ENDED.match(text.casefold()):
            raise
        day = vague.latest
        notice = _joined(vague.remark, f"Read as {long_date(day)}.")
    return ReadValue(Decimal(day.toordinal()), day.isoformat(), notice=notice)


def _says_nothing(words: str, text: str) -> str:
    """What to tell the person whose words leave open whether it will be done."""
    if words != Milestone.TO_DO:
        return ""
    return f"“{text}” does not say whether it will be done. “On track”, “At risk” or “Done” would."


def _joined(*notices: str) -> str:
    return " ".join(filter(None, notices))

"""Reads a figure as the person meant it, or refuses it in a sentence that says what to type."""

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from council.numbers.question import (
    TOO_LARGE,
    NumberProblem,
    NumberRead,
    Quantity,
    Question,
    plain_number,
    rounded_off,
    storable,
)
from council.numbers.slips import belongs, blank, figure, misplaced, mispointed, same_unit, slip, told
from council.text import Typed, plain_figures

# Longer than any figure with its unit; nothing longer is looked at, so that a megabyte costs nothing.
LONGEST = 100
# The letter O belongs to the figure when no other letter follows: "4O%", but not "45 orders".
_PARTS = re.compile(
    r"(?P<sign>[+-]?) ?(?P<pound>£?) ?(?P<after>[+-]?)"
    r"(?P<figure>[0-9.,](?:[0-9.,'’_ ]|[oO](?![a-np-zA-NP-Z]))*)(?P<rest>.*)"
)
_SHARE = re.compile(r"([0-9., ]+?) ?(in|of|out of|/|:|to) ?([0-9., ]+)")
_COUNTED = ("of", "out of", "/")


def read_number(
    text: str,
    *,
    quantity: Quantity | str,
    decimals: int | None = None,
    minimum: Decimal | None = None,
    maximum: Decimal | None = None,
    usual: Sequence[Decimal] = (),
    unit: str = "",
) -> NumberRead:
    """The figure in `text`, in the unit of the box: "1,234.5", "45%", "£12.50", "36 of 80" or "3 days".

    `decimals` is how many places are usually shown: more are kept and remarked on, up to 4. `minimum` and
    `maximum` replace the ends of the kind (0 to 100 for a percentage, 0 or more for a count, ratio or
    duration). `usual` are the last values, against which 0.45 for 45% is noticed. The value has at most 15
    digits, 4 of them decimals. Raises `NumberProblem` for everything that is not plainly one such figure,
    within a few milliseconds however long the text is.
    """
    question = Question(Quantity(str(quantity)), minimum, maximum, unit)
    typed = _typed(question, text)
    read = _share(question, typed.plain.casefold()) or _figure(question, typed.plain)
    notices = [read.notice or (_read_as(question, read.value) if typed.echo else "")]
    if decimals is not None and read.notice is None and read.value != round(read.value, decimals):
        notices.append(f"Kept as {plain_number(read.value)}, with more places than are usually shown.")
    if not typed.plain.endswith("%"):
        notices.append(_did_you_mean(question, read.value, usual))
    return NumberRead(read.value, read.numerator, read.denominator, " ".join(filter(None, notices)) or None)


def _typed(question: Question, text: str) -> Typed:
    """What was typed, in plain characters; refuses what is too long, unreadable or a word for a blank."""
    text = text.strip()
    if len(text) > LONGEST:
        if re.fullmatch(r"[0-9,]+", text[:LONGEST]):
            raise NumberProblem(TOO_LARGE)
        raise NumberProblem(question.example)
    typed = plain_figures(text)
    if "\n" in typed.plain or "\t" in typed.plain:
        raise NumberProblem("Enter one figure only")
    if not typed.plain.isprintable():
        raise NumberProblem("Type the figure again: it holds a character that cannot be read")
    if problem := blank(typed.plain):
        raise problem
    return typed


def _figure(question: Question, plain: str) -> NumberRead:
    """One figure, with the sign, the currency, the per cent sign or the unit that the box takes."""
    if problem := slip(question, plain):
        raise problem
    parts = _PARTS.fullmatch(plain)
    if parts is None or (parts["sign"] and parts["after"]):
        raise NumberProblem(question.example)
    minus = "-" in (parts["sign"], parts["after"])
    bare = parts["figure"].strip()
    size = figure(bare)
    rest = parts["rest"].strip().casefold()
    fits = belongs(question, parts["pound"]) and (belongs(question, rest) or same_unit(rest, question.unit))
    if size is None:
        raise (fits and mispointed(question, minus, bare)) or NumberProblem(question.example)
    value = -size if minus else size
    if not fits and (problem := misplaced(question, value, parts["pound"], rest)):
        raise problem
    return NumberRead(question.settled(value))


def _share(question: Question, plain: str) -> NumberRead | None:
    """A share of a whole ("1 in 4", "36 of 80") or a ratio ("1:4", "3 to 1"); None for anything else."""
    found = _SHARE.fullmatch(plain)
    if found is None:
        return None
    part, whole = figure(found[1].strip()), figure(found[3].strip())
    if part is None or whole is None or question.quantity not in (Quantity.PERCENTAGE, Quantity.RATIO):
        raise NumberProblem(question.example)
    if not whole:
        raise NumberProblem('A share of 0 cannot be calculated: enter a figure, or choose "Not known"')
    part, whole, word = storable(part), storable(whole), found[2]
    if question.quantity is Quantity.PERCENTAGE and word in (":", "to"):
        if part > whole:
            raise NumberProblem(question.example)
        raise told(question, rounded_off(part * 100 / whole), f"if you mean {part} in every {whole}")
    between = question.quantity is Quantity.RATIO and word in ("/", ":", "to")
    if part > whole and not between and question.maximum is None:
        raise NumberProblem(f"Enter the part first, then the whole, such as 36 of 80: {part} is over {whole}")
    return _divided(question, part, whole, counted=word in _COUNTED)


def _divided(question: Question, part: Decimal, whole: Decimal, *, counted: bool) -> NumberRead:
    exact = Fraction(part) / Fraction(whole) * (100 if question.quantity is Quantity.PERCENTAGE else 1)
    value = question.settled(rounded_off(Decimal(exact.numerator) / Decimal(exact.denominator)))
    rounded = "" if Fraction(value) == exact else ", rounded to 4 decimal places"
    notice = f"{_read_as(question, value).rstrip('.')}{rounded}."
    return NumberRead(value, part if counted else None, whole if counted else None, notice)


def _read_as(question: Question, value: Decimal) -> str:
    return f"Read as {plain_number(value)}{'%' if question.quantity is Quantity.PERCENTAGE else ''}."


def _did_you_mean(question: Question, value: Decimal, usual: Sequence[Decimal]) -> str:
    """0.45 where the last values were 40 to 60 was perhaps a spreadsheet's 45%."""
    if question.quantity is not Quantity.PERCENTAGE or not usual or not 0 < value < 1 or min(usual) <= 1:
        return ""
    meant = value * 100
    return f"Did you mean {plain_number(meant)}%?" if min(usual) / 2 <= meant <= max(usual) * 2 else ""

"""A target as people write it: a figure, a change, a range or words."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from council.numbers import NumberProblem
from council.text import plain_figures
from performance.choices import NUMERIC_KINDS, Direction, TargetBasis, ValueKind
from performance.rules.milestones import Milestone, read_milestone
from performance.rules.notes import IN_FULL, is_multiple, split_note
from performance.rules.target import Target, TargetProblem, aim, resolve
from performance.rules.target_changes import AmbiguousTarget, Reading, read_changed
from performance.rules.target_phrases import read_bound, read_change, read_exact, read_range
from performance.rules.target_question import TargetQuestion
from performance.rules.values import ValueProblem, read_value

__all__ = ["AmbiguousTarget", "Reading", "Target", "TargetProblem", "aim", "read_target", "resolve"]

LONGEST = 100
"""As much as a target keeps as written."""

OPPOSITE = {Direction.HIGHER: Direction.LOWER, Direction.LOWER: Direction.HIGHER}


def read_target(
    text: str,
    kind: ValueKind,
    direction: Direction,
    *,
    decimals: int | None = None,
    levels: Sequence[str] = (),
    minimum: Decimal | None = None,
    maximum: Decimal | None = None,
    base: Decimal | None = None,
    unit: str = "",
) -> Target | None:
    """The target that the text sets, or None for a blank.

    `base` is the value that a change such as "+5 points" starts from, in the indicator's unit; without it the
    target is read but has no figure yet. TargetProblem when it cannot be read; AmbiguousTarget, which carries
    every reading, when it can be read in more than one way.
    """
    if len(text.strip()) > LONGEST:
        raise TargetProblem(f"Enter the target in at most {LONGEST} characters", text)
    written = " ".join(text.split())
    asked = TargetQuestion(written, kind, direction, decimals, tuple(levels), minimum, maximum, base, unit)
    figure, note = split_note(plain_figures(written).plain)
    bare = " ".join(figure.split())
    if not bare:
        return None
    if is_multiple(note):
        raise TargetProblem(IN_FULL, written)
    try:
        return _figure(asked, bare) if kind in NUMERIC_KINDS else _words(asked, bare)
    except (NumberProblem, ValueProblem) as problem:
        sentence = "Leave the target blank if there is none" if problem.looks_blank else problem.sentence
        raise TargetProblem(sentence, written) from problem


def _figure(asked: TargetQuestion, text: str) -> Target:
    """A target in figures."""
    exact = read_exact(text)
    if exact is not None:
        return _absolute(asked, exact)
    ends = read_range(text, ratios=asked.kind == ValueKind.RATIO)
    if ends is not None:
        return _range(asked, *ends)
    belongs_to, bare = read_bound(text)
    if belongs_to is not None:
        return _bound(asked, belongs_to, bare)
    change = read_change(text)
    return _absolute(asked, text) if change is None else read_changed(asked, change)


def _absolute(asked: TargetQuestion, text: str) -> Target:
    """One figure to reach."""
    if asked.direction == Direction.RANGE:
        raise TargetProblem("Enter the two ends of the range, such as 40 to 60", asked.written)
    number = asked.number(text)
    return Target(asked.written, TargetBasis.ABSOLUTE, value=number.value, notice=number.notice or "")


def _range(asked: TargetQuestion, low_text: str, high_text: str) -> Target:
    """Two figures to stay between, of an indicator of which neither more nor less is better."""
    if asked.direction in OPPOSITE:
        way = Direction(asked.direction).label.lower()
        sentence = (
            f"This is a range, and for this indicator {way}: enter the one figure to reach, such as {low_text}, or "
            f"have the register say “{Direction.RANGE.label}”"
        )
        raise TargetProblem(sentence, asked.written)
    low, high = asked.number(low_text).value, asked.number(high_text).value
    if low >= high:
        raise TargetProblem("Enter the lower figure first, such as 40 to 60", asked.written)
    return Target(asked.written, TargetBasis.RANGE, low=low, high=high)


def _bound(asked: TargetQuestion, belongs_to: Direction, text: str) -> Target:
    """ "At least 85%", which has to agree with which way is better."""
    if asked.direction == OPPOSITE[belongs_to]:
        way = Direction(asked.direction).label.lower()
        raise TargetProblem(f"For this indicator {way}: enter the figure to reach alone", asked.written)
    return _absolute(asked, text)


def _words(asked: TargetQuestion, text: str) -> Target:
    """A target in words: the level, day or answer to reach, or what is to be done."""
    if asked.kind == ValueKind.MILESTONE:
        return _milestone(asked, text)
    if asked.kind == ValueKind.DATE:
        return _date(asked, text)
    read = read_value(text, kind=asked.kind, levels=asked.levels)
    return Target(asked.written, TargetBasis.WORDS, value=read.value, words=read.words, notice=read.notice)


def _date(asked: TargetQuestion, text: str) -> Target:
    """The last day on which it can be done in time."""
    bare = text[3:] if text.casefold().startswith("by ") else text
    read = read_value(bare, kind=ValueKind.DATE)
    if read.value is None:
        raise TargetProblem("Enter the date to reach, such as 31 March 2003", asked.written)
    return Target(asked.written, TargetBasis.WORDS, value=read.value, words=read.words, notice=read.notice)


def _milestone(asked: TargetQuestion, text: str) -> Target:
    """What is to be done, by when if that is all it says; "Do it" in whatever words comes to "done"."""
    if not any(letter.isalpha() for letter in text):
        raise TargetProblem("Enter “Do it”, or the date it is to be done by", asked.written)
    if read_milestone(text) is not None:
        return Target(asked.written, TargetBasis.WORDS, words=Milestone.DONE.value)
    try:
        return replace(_date(asked, text), value=None)
    except (ValueProblem, TargetProblem):
        return Target(asked.written, TargetBasis.WORDS, words=text)

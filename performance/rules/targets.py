"""A target as people write it: a figure, a change, a range or words; and what is asked when it is ambiguous."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from council.numbers import NumberProblem, plain_number, read_number
from council.numbers.question import Quantity, Question
from council.text import plain_figures
from performance.choices import NUMERIC_KINDS, Direction, TargetBasis, ValueKind
from performance.rules.notes import split_note
from performance.rules.target import Target, TargetProblem, aim, changed, resolve
from performance.rules.target_phrases import Change, read_bound, read_change, read_exact, read_range
from performance.rules.values import ValueProblem, read_value
from performance.rules.wording import figure_words, gap_words, plain

__all__ = ["AmbiguousTarget", "Reading", "Target", "TargetProblem", "aim", "read_target", "resolve"]

LONGEST = 100
"""As much as a target keeps as written."""


@dataclass(frozen=True)
class Reading:
    """One of the things that an ambiguous target can mean."""

    target: Target
    meaning: str
    """Such as "65% (5 points more than 60%)", or "5 points more" while the base is not known."""
    write: str
    """What to type for this meaning: "+5 points"."""


class AmbiguousTarget(TargetProblem):
    """A target that can mean two things, such as "+5%" of a percentage; the person who enters it says which."""

    def __init__(self, as_written: str, readings: Sequence[Reading]) -> None:
        self.readings = tuple(readings)
        meanings = " or ".join(reading.meaning for reading in readings)
        writing = " or ".join(f"“{reading.write}”" for reading in readings)
        super().__init__(f"“{as_written}” can mean {meanings}: enter {writing}", as_written)


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
    target is read but has no figure yet. TargetProblem when it cannot be read; AmbiguousTarget, which carries every
    reading, when it can be read in more than one way.
    """
    written = " ".join(text.split())
    if not written:
        return None
    if len(written) > LONGEST:
        raise TargetProblem(f"Enter the target in at most {LONGEST} characters", written)
    asked = _Asked(written, kind, direction, decimals, tuple(levels), minimum, maximum, base, unit)
    figure = split_note(plain_figures(written).plain)[0]
    try:
        return asked.figure(figure) if kind in NUMERIC_KINDS else asked.words(figure)
    except (NumberProblem, ValueProblem) as problem:
        raise TargetProblem(problem.sentence, written) from problem


@dataclass(frozen=True)
class _Asked:
    """What a target is read against."""

    written: str
    kind: ValueKind
    direction: Direction
    decimals: int | None
    levels: tuple[str, ...]
    minimum: Decimal | None
    maximum: Decimal | None
    base: Decimal | None
    unit: str

    def figure(self, text: str) -> Target:
        """A target in figures."""
        exact = read_exact(text)
        if exact is not None:
            return self._absolute(exact)
        ends = read_range(text, ratios=self.kind == ValueKind.RATIO)
        if ends is not None:
            return self._range(*ends)
        belongs_to, bare = read_bound(text)
        if belongs_to is not None:
            return self._bound(belongs_to, bare)
        change = read_change(text)
        if change is not None:
            return self._change(change)
        return self._absolute(text)

    def words(self, text: str) -> Target:
        """A target in words: the level, day or answer to reach, or what is to be done."""
        if self.kind == ValueKind.MILESTONE:
            return self._milestone(text)
        read = read_value(text.removeprefix("by "), kind=self.kind, levels=self.levels)
        if read.value is None:
            raise TargetProblem("Enter the date to reach, such as 31 March 2003", self.written)
        return Target(self.written, TargetBasis.WORDS, value=read.value, words=read.words, notice=read.notice)

    def _milestone(self, text: str) -> Target:
        """What is to be done, by when if that is all it says; "Do it" in whatever words comes to "done"."""
        if not any(letter.isalpha() for letter in text):
            raise TargetProblem('Enter "Do it", or the date it is to be done by', self.written)
        if read_milestone(text) is not None:
            return Target(self.written, TargetBasis.WORDS, words=Milestone.DONE.value)
        try:
            return replace(self._date(text), value=None)
        except (ValueProblem, TargetProblem):
            return Target(self.written, TargetBasis.WORDS, words=text)

    def _absolute(self, text: str) -> Target:
        """One figure to reach."""
        if self.direction == Direction.RANGE:
            raise TargetProblem("Enter the two ends of the range, such as 40 to 60", self.written)
        number = self._number(text)
        return Target(self.written, TargetBasis.ABSOLUTE, value=number.value, notice=number.notice or "")

    def _range(self, low_text: str, high_text: str) -> Target:
        """Two figures to stay between."""
        low, high = self._number(low_text).value, self._number(high_text).value
        if low >= high:
            raise TargetProblem("Enter the lower figure first, such as 40 to 60", self.written)
        return Target(self.written, TargetBasis.RANGE, low=low, high=high)

    def _bound(self, belongs_to: Direction, text: str) -> Target:
        """ "At least 85%", which has to agree with which way is better."""
        opposite = {Direction.HIGHER: Direction.LOWER, Direction.LOWER: Direction.HIGHER}[belongs_to]
        if self.direction == opposite:
            way = self.direction.label.lower()
            raise TargetProblem(
                f"{way.capitalize()} for this indicator: enter the figure to reach alone", self.written
            )
        return self._absolute(text)

"""One value cell of a published table: what kind of value it is, and its figure."""

import re
from dataclasses import dataclass
from decimal import Decimal

from council.dates import Precision, read_vague_date
from council.numbers import NumberProblem, Quantity, read_number
from performance.choices import NUMERIC_KINDS, Known, ValueKind
from performance.rules.notes import split_note
from performance.rules.target_phrases import read_bound, read_change, read_range
from performance.rules.values import read_known
from performance.rules.word_values import WordProblem, read_level, read_yes_no

NO_END = Decimal("Infinity")
PLAIN_NUMBERS = (ValueKind.COUNT, ValueKind.DECIMAL)
"""Kinds of a figure with nothing beside it."""

LONGEST = 200
"""Characters of a cell that can be a value; a longer one is prose."""

_BLANK = re.compile(r"[-–—.…?*/_\s]*|n/?a|not applicable|t\.?b\.?[acd]\.?", re.IGNORECASE)
_PER_CENT = re.compile(r"(.*[0-9.]) ?(?:%|per ?cent)", re.IGNORECASE)
_DURATION = re.compile(
    r"(.*[0-9]) ?((?:working )?(?:second|minute|hour|day|week|month|year)s?)", re.IGNORECASE
)
_RATIO = re.compile(r"[0-9., ]+ ?(?:in|:|out of|of) ?[0-9., ]+", re.IGNORECASE)
_DATES = (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.QUARTER)

Figure = tuple[ValueKind, Decimal, str]
"""A kind, a figure, and the unit of a duration or ""."""


@dataclass(frozen=True)
class Cell:
    """A value cell in its own words, and what they are.

    `kind` is None where there is no value: blank, a dash, or words for not known. `value` is the figure (45 for
    45%; the rank of a level or an answer), None for a range and for other words. `note` is the source in
    brackets, `unit` the unit of a duration, and `is_change` says that the figure is written as a change ("+5%").
    """

    written: str
    kind: ValueKind | None = None
    value: Decimal | None = None
    note: str = ""
    unit: str = ""
    is_change: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it holds a figure of a numeric kind."""
        return self.kind in NUMERIC_KINDS

    @property
    def decimals(self) -> int:
        """How many decimal places the figure is written with."""
        places = re.search(r"[0-9]\.([0-9]+)", split_note(self.written)[0])
        return len(places[1]) if places and self.is_number else 0


def read_cell(text: str) -> Cell:
    """What a cell holds. Anything that is no figure, level, answer or date is taken for words of a milestone."""
    if len(text) > LONGEST:
        return Cell(text, ValueKind.MILESTONE)
    words, note = split_note(text)
    if _BLANK.fullmatch(words) or read_known(words) != Known.KNOWN:
        return Cell(text)
    change = read_change(words)
    if change and (change.is_more or not change.is_signed or change.measure in ("points", "per cent")):
        figure = _number(f"{change.figure}{'%' if change.measure else ''}")
    else:
        change, figure = None, _number(read_bound(words)[1])
    if figure:
        kind, value, unit = figure
        return Cell(text, kind, value, note, unit, is_change=change is not None)
    return _words(text, words, note)


def _words(text: str, words: str, note: str) -> Cell:
    """A cell that holds no single figure: an answer, a level, a date, a range, or a milestone's words."""
    try:
        answer = read_yes_no(words)
        return Cell(text, ValueKind.YES_NO, answer.rank, note)
    except WordProblem:
        pass
    try:
        level = read_level(words, ())
        return Cell(text, ValueKind.LEVEL, level.rank, note)
    except WordProblem:
        pass
    vague = read_vague_date(words)
    if vague.precision in _DATES and vague.latest:
        return Cell(text, ValueKind.DATE, Decimal(vague.latest.toordinal()), note)
    ends = read_range(words, ratios=False)
    high = _number(ends[1]) if ends and _number(ends[0]) else None
    if high:
        return Cell(text, high[0], None, note, high[2])
    return Cell(text, ValueKind.MILESTONE, None, note)


def _number(words: str) -> Figure | None:
    """The figure of a cell by the marks beside it, with the unit of a duration; None for anything else."""
    if per_cent := _PER_CENT.fullmatch(words):
        return _read(per_cent[1], Quantity.PERCENTAGE)
    if "£" in words:
        return _read(words, Quantity.MONEY)
    if duration := _DURATION.fullmatch(words):
        return _read(duration[1], Quantity.DURATION, duration[2].casefold())
    if _RATIO.fullmatch(words):
        return _read(words, Quantity.RATIO)
    return _read(words, Quantity.DECIMAL)


def _read(words: str, quantity: Quantity, unit: str = "") -> Figure | None:
    try:
        read = read_number(words, quantity=quantity, minimum=-NO_END, maximum=NO_END)
    except NumberProblem:
        return None
    kind = ValueKind(quantity.value)
    if kind == ValueKind.DECIMAL and "." not in words:
        kind = ValueKind.COUNT
    return kind, read.value, unit

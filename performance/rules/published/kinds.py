"""Guesses at what a published indicator measures, each with the evidence it rests on, for a person to confirm."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from performance.choices import Direction, ValueKind
from performance.rules.published.cells import PLAIN_NUMBERS, Cell, read_cell
from performance.rules.published.sentences import listed, quoted

_TITLES = {
    ValueKind.PERCENTAGE: re.compile(
        r"\s*(?:the )?(?:%|percentage\b|per ?cent\b|proportion of\b)", re.IGNORECASE
    ),
    ValueKind.COUNT: re.compile(r"\s*(?:the )?(?:total )?(?:number\b|no\. of\b|how many\b)", re.IGNORECASE),
    ValueKind.LEVEL: re.compile(r"\s*(?:the )?level\b", re.IGNORECASE),
}
_UNMARKED = (ValueKind.PERCENTAGE, ValueKind.MONEY, ValueKind.DURATION, ValueKind.RATIO)
"""Kinds whose figure is sometimes written without its mark."""

_NAMES = {
    ValueKind.PERCENTAGE: "a percentage",
    ValueKind.COUNT: "a count",
    ValueKind.MONEY: "an amount of money",
    ValueKind.DECIMAL: "a number",
    ValueKind.RATIO: "a ratio",
    ValueKind.DURATION: "a duration",
    ValueKind.YES_NO: "yes or no",
    ValueKind.LEVEL: "a level",
    ValueKind.DATE: "a date",
    ValueKind.MILESTONE: "words",
}

_HIGHER = re.compile(
    r"\b(satisfied|achieved|successful|completed?|accessible|suitable|capable|available|provided|seen|within|"
    r"recycled|collected|answered|resolved|paid|passed|conforms|improved|visits|participation)\b",
    re.IGNORECASE,
)
_LOWER = re.compile(
    r"\b(complaints?|maladministration|dissatisfied|accidents?|casualties|deaths?|injuries|crimes?|burglar(?:y|ies)|"
    r"robber(?:y|ies)|offences|absences?|sickness|vacancies|arrears|debts?|errors?|missed|late|overdue|delays?|"
    r"cost|costs|waiting|homeless|unemployed|empty|vacant|waste|emissions|exclusions|backlog|turnover|"
    r"time taken)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class KindGuess:
    """What a row seems to measure. `decimals` are the most places written; `unit` is that of a duration.

    A row whose cells are of different kinds is `is_mixed`: it can only be rated by its words.
    """

    kind: ValueKind
    decimals: int
    unit: str
    is_mixed: bool
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class DirectionGuess:
    """Which way seems better, and why."""

    direction: Direction
    evidence: str


def guess_kind(title: str, cells: Sequence[str]) -> KindGuess:
    """The kind of value, from the value cells as written (blanks do no harm) and the indicator's title."""
    read = [cell for cell in map(read_cell, cells) if cell.kind]
    hint, hint_words = _hinted(title)
    evidence = tuple(_said_by(read)) + ((hint_words,) if hint_words else ())
    kind, is_mixed = _agreed({cell.kind for cell in read if cell.kind}, hint)
    if not evidence:
        evidence = ("Neither the cells nor the indicator say what it measures.",)
    decimals = 0 if is_mixed else max((cell.decimals for cell in read), default=0)
    unit = next((cell.unit for cell in read if cell.unit and not is_mixed), "")
    return KindGuess(kind, decimals, unit, is_mixed, evidence)


def guess_direction(title: str, target: str = "") -> DirectionGuess:
    """Which way is better: a target of nought or a word for something bad says lower, and else higher."""
    aimed = read_cell(target)
    if aimed.is_number and aimed.value == 0 and not aimed.is_change:
        return DirectionGuess(Direction.LOWER, f"The target is {quoted(target)}: it cannot go lower.")
    if good := _HIGHER.search(title):
        return DirectionGuess(Direction.HIGHER, f"The indicator says {quoted(good[0])}.")
    if bad := _LOWER.search(title):
        return DirectionGuess(Direction.LOWER, f"The indicator says {quoted(bad[0])}.")
    return DirectionGuess(Direction.HIGHER, "Nothing in the row says that lower is better.")


def _hinted(title: str) -> tuple[ValueKind | None, str]:
    for kind, form in _TITLES.items():
        if found := form.match(title):
            return kind, f"The indicator starts with {quoted(found[0])}."
    return None, ""


def _said_by(cells: Sequence[Cell]) -> list[str]:
    """One sentence for each kind among the cells, in their order: "“12.8%” and “14%”: a percentage"."""
    groups: dict[ValueKind, list[str]] = {}
    for cell in cells:
        words = groups.setdefault(cell.kind, []) if cell.kind else []
        if cell.written not in words:
            words.append(cell.written)
    return [f"{listed([quoted(word) for word in words])}: {_NAMES[kind]}." for kind, words in groups.items()]


def _agreed(kinds: set[ValueKind], hint: ValueKind | None) -> tuple[ValueKind, bool]:
    """The one kind that all cells can be read as, and whether they cannot be read as one."""
    if not kinds:
        return hint or ValueKind.MILESTONE, False
    plain = kinds <= set(PLAIN_NUMBERS)
    if plain and hint == ValueKind.PERCENTAGE:
        return hint, False
    if plain:
        return (ValueKind.DECIMAL if ValueKind.DECIMAL in kinds else ValueKind.COUNT), False
    marked = kinds - set(PLAIN_NUMBERS)
    if len(marked) == 1 and (len(kinds) == 1 or next(iter(marked)) in _UNMARKED):
        return next(iter(marked)), False
    if kinds == {ValueKind.DATE, ValueKind.MILESTONE}:
        return ValueKind.DATE, False
    return ValueKind.MILESTONE, True

"""Reading the summary that somebody typed above a published table: a word, a number and a per cent in each line."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from council.numbers import NumberProblem, Quantity, read_number
from performance.rules.published.sentences import quoted
from performance.rules.published.summary import TypedLine

NUMBER = ("number", "no", "count", "indicators")
PER_CENT = ("per cent", "percent", "percentage", "%", "share")

_NO_END = Decimal("Infinity")


@dataclass(frozen=True)
class SummaryReading:
    """The lines that can be read, and a sentence for each thing that cannot."""

    lines: tuple[TypedLine, ...]
    problems: tuple[str, ...]


def read_summary(lines: Sequence[Sequence[str]]) -> SummaryReading:
    """Read a summary's lines of cells. With headings the columns may stand in any order; without, as above."""
    filled = [[cell.strip() for cell in line] for line in lines if any(cell.strip() for cell in line)]
    if not filled:
        return SummaryReading(
            (), ("The summary is empty. Each line holds a status, its number and its per cent.",)
        )
    number, per_cent = _place(filled[0], NUMBER), _place(filled[0], PER_CENT)
    if number is None and per_cent is None:
        return _read(filled, 0, 1, 2)
    word = min({0, 1, 2} - {number, per_cent})
    return _read(filled[1:], word, number, per_cent)


def _place(headings: Sequence[str], names: Sequence[str]) -> int | None:
    """The column whose heading is one of the names, in any case and with any stops."""
    plain = [heading.casefold().replace("_", " ").strip(" .:") for heading in headings]
    return next((place for place, heading in enumerate(plain) if heading in names), None)


def _read(
    filled: Sequence[Sequence[str]], word: int, number: int | None, per_cent: int | None
) -> SummaryReading:
    read, problems = [], []
    for line in filled:
        name = _cell(line, word)
        figures: list[Decimal | None] = []
        for place, quantity in ((number, Quantity.COUNT), (per_cent, Quantity.PERCENTAGE)):
            typed = _cell(line, place)
            try:
                figures.append(_figure(typed, quantity))
            except NumberProblem as problem:
                figures.append(None)
                problems.append(f"{quoted(name)}: {quoted(typed)} cannot be read. {problem.sentence}.")
        counted, share = figures
        read.append(TypedLine(name, None if counted is None else int(counted), share))
    return SummaryReading(tuple(read), tuple(problems))


def _cell(line: Sequence[str], place: int | None) -> str:
    return line[place] if place is not None and place < len(line) else ""


def _figure(typed: str, quantity: Quantity) -> Decimal | None:
    """The figure, or None for a blank; a wrong summary may well say more than 100 per cent."""
    return read_number(typed, quantity=quantity, maximum=_NO_END).value if typed else None

"""How a typed summary disagrees with the rows it is printed above, and with itself."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from council.rag import Rag, whole_percentages
from performance.rules.published.makeups import MakeUp, half_up, makeups
from performance.rules.published.sentences import counted, listed, quoted
from performance.rules.published.statuses import KEY, read_status
from performance.rules.wording import plain

TOTAL = "total"
SHOWN = 3
"""How many other make-ups of the same percentages are spelled out."""


class TypedLine(NamedTuple):
    """One line of a summary as typed: word ("AMBER", "TOTAL"), number, per cent; None where blank."""

    word: str
    number: int | None
    per_cent: Decimal | int | None


class Disagreement(NamedTuple):
    """One way in which a typed summary is wrong, as a sentence that names both figures.

    `code` is "word" (a line that cannot be placed), "number" (against the rows), "sum" (the total against its
    own numbers), "per_cent" (a percentage against its own number), "made_from" (what the percentages were
    worked out from) or "own_key" (the statuses against the table's own key).
    """

    sentence: str
    code: str


def check_summary(
    statuses: Sequence[Rag | None], typed: Sequence[TypedLine], *, by_key: Sequence[Rag | None] | None = None
) -> list[Disagreement]:
    """Every disagreement of a typed summary with the rows' statuses, and with itself; empty if there is none.

    `statuses` has one for each row, None where the row shows none. `by_key` has those that the rows would show
    if the table kept to its own key: not known wherever the outturn is. Nothing is repaired.
    """
    if not typed:
        return []
    placed = {status: line for line in typed if (status := read_status(line.word))}
    total = next((line for line in typed if _is_total(line)), None)
    if any(line.number is not None for line in placed.values()):
        wrong_per_cents = _per_cents(list(placed.values()), total)
    else:
        wrong_per_cents = _per_cents_of_rows(statuses, placed)
    found = [
        *_words(statuses, typed),
        *_numbers(statuses, placed, total),
        *_sum(list(placed.values()), total),
        *wrong_per_cents,
    ]
    if wrong_per_cents:
        found += _made_from(statuses, placed)
    if by_key is not None and list(by_key) != list(statuses):
        found.append(_own_key(by_key))
    return found


def derived(statuses: Sequence[Rag | None], order: Sequence[Rag] = KEY) -> str:
    """The summary that the rows give: "0 red, 3 amber, 13 green, 0 not known of 16 (0%, 19%, 81%, 0%)"."""
    counts = [statuses.count(status) for status in order]
    shares = ", ".join(f"{per_cent}%" for per_cent in whole_percentages(counts))
    words = f"{_in_words(order, counts)} of {sum(counts)}"
    return f"{words} ({shares})" if shares else words


def _is_total(line: TypedLine) -> bool:
    return line.word.casefold().strip(" .:*") in (TOTAL, "totals", "all")


def _in_words(order: Sequence[Rag], counts: Sequence[int]) -> str:
    return ", ".join(f"{count} {status.word.lower()}" for status, count in zip(order, counts, strict=True))


def _words(statuses: Sequence[Rag | None], typed: Sequence[TypedLine]) -> list[Disagreement]:
    """Lines whose word is no status, statuses with two lines, and statuses of rows that have no line."""
    found, seen = [], set()
    for line in typed:
        status = read_status(line.word)
        what = status or (TOTAL if _is_total(line) else None)
        if what is None:
            found.append(f"The summary has a line {quoted(line.word)}, which is not a status of the table.")
        elif what in seen:
            found.append(f"The summary has more than one line for {quoted(line.word)}.")
        seen.add(what)
    for status in Rag:
        rows = statuses.count(status)
        if rows and status not in seen:
            found.append(
                f"The summary has no line for {status.word.lower()}; the table has {counted(rows, 'row')}."
            )
    return [Disagreement(sentence, "word") for sentence in found]


def _numbers(
    statuses: Sequence[Rag | None], placed: dict[Rag, TypedLine], total: TypedLine | None
) -> list[Disagreement]:
    found = []
    if total and total.number is not None and total.number != len(statuses):
        found.append(f"The table has {counted(len(statuses), 'row')}, not {total.number}.")
    for status, line in placed.items():
        rows = statuses.count(status)
        if line.number is not None and line.number != rows:
            found.append(f"The table has {rows} {status.word.lower()}, not {line.number}.")
    return [Disagreement(sentence, "number") for sentence in found]


def _sum(lines: Sequence[TypedLine], total: TypedLine | None) -> list[Disagreement]:
    numbers = [line.number for line in lines]
    if total is None or total.number is None or None in numbers:
        return []
    added = sum(number or 0 for number in numbers)
    if added == total.number:
        return []
    return [
        Disagreement(f"The numbers of the summary add to {added}, not to its total of {total.number}.", "sum")
    ]


def _per_cents(lines: Sequence[TypedLine], total: TypedLine | None) -> list[Disagreement]:
    """Percentages that no way of rounding makes from the summary's own numbers."""
    numbers = [line.number or 0 for line in lines]
    base = (total.number if total else None) or sum(numbers)
    if base <= 0 or min(numbers) < 0:
        return []
    whole = whole_percentages(numbers) if sum(numbers) == base else [None] * len(lines)
    return [
        Disagreement(
            f"The summary disagrees with itself on {quoted(line.word)}: "
            f"{line.number} of {base} is {_shown(line.number, base, line.per_cent)}%, "
            f"not {_plain(line.per_cent)}%.",
            "per_cent",
        )
        for line, remainder in zip(lines, whole, strict=True)
        if line.number is not None and line.per_cent is not None
        if not _is_share(line.per_cent, line.number, base, remainder)
    ]


def _per_cents_of_rows(statuses: Sequence[Rag | None], placed: dict[Rag, TypedLine]) -> list[Disagreement]:
    """The same where only percentages are printed: they are held against the rows."""
    numbers = [statuses.count(status) for status in placed]
    base = len(statuses)
    whole = whole_percentages(numbers) if base and sum(numbers) == base else [None] * len(numbers)
    return [
        Disagreement(
            f"In the table {number} of {base} are {status.word.lower()}, which is "
            f"{_shown(number, base, line.per_cent)}%, not {_plain(line.per_cent)}%.",
            "per_cent",
        )
        for (status, line), number, remainder in zip(placed.items(), numbers, whole, strict=True)
        if base and line.per_cent is not None and not _is_share(line.per_cent, number, base, remainder)
    ]


def _is_share(per_cent: Decimal | int, number: int, base: int, remainder: int | None) -> bool:
    """Whether some way of rounding, to the places that were typed, makes the percentage."""
    return per_cent in (remainder, *_rounded(Fraction(100 * number, base), _places(per_cent)))


def _places(per_cent: Decimal | int) -> int:
    exponent = Decimal(per_cent).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _rounded(share: Fraction, places: int) -> tuple[Decimal, Decimal]:
    """A percentage at so many decimal places, a half upwards and a half to even."""
    scaled = share * 10**places
    return Decimal(half_up(scaled)).scaleb(-places), Decimal(round(scaled)).scaleb(-places)


def _shown(number: int, base: int, typed: Decimal | int) -> str:
    """A percentage to one place more than the typed one it is shown beside: 17.6 beside 6."""
    return _plain(_rounded(Fraction(100 * number, base), _places(typed) + 1)[0])


def _plain(per_cent: Decimal | int) -> str:
    return plain(Decimal(per_cent))


def _made_from(statuses: Sequence[Rag | None], placed: dict[Rag, TypedLine]) -> list[Disagreement]:
    """What the printed percentages were worked out from: one make-up as a rule, or several, or none."""
    per_cents = [line.per_cent for line in placed.values()]
    whole = [int(per_cent) for per_cent in per_cents if per_cent is not None and per_cent == int(per_cent)]
    if len(whole) < len(per_cents) or not statuses:
        return []
    fits = makeups(whole, near=len(statuses))
    if not fits:
        return []
    order, best, others = list(placed), fits[0], fits[1:]
    if list(best.counts) == [statuses.count(status) for status in order]:
        sentence = f"Its percentages are exactly those of the table's rows: {_make_up(order, best)}."
    else:
        sentence = f"Its percentages are exactly those of {_make_up(order, best)}.{_changed(placed, best)}"
    if others:
        shown = [_make_up(order, other) for other in others[:SHOWN]]
        more = [f"{len(others) - SHOWN} more"] if len(others) > SHOWN else []
        sentence += f" They also fit {'; '.join(shown + more)}."
    return [Disagreement(sentence, "made_from")]


def _make_up(order: Sequence[Rag], makeup: MakeUp) -> str:
    return f"{_in_words(order, makeup.counts)} of {makeup.total}"


def _changed(placed: dict[Rag, TypedLine], makeup: MakeUp) -> str:
    """Which numbers must have been changed after the percentages were worked out."""
    changes = [
        f"from {before} to {line.number} for {status.word.lower()}"
        for (status, line), before in zip(placed.items(), makeup.counts, strict=True)
        if line.number is not None and line.number != before
    ]
    if not changes:
        return ""
    return f" If so, the number was changed afterwards {listed(changes)}."


def _own_key(by_key: Sequence[Rag | None]) -> Disagreement:
    sentence = f"By the table's own key, in which not known is a status, it would be {derived(by_key)}."
    return Disagreement(sentence, "own_key")

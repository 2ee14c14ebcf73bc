"""Small numbers hidden, so that nobody can be told from a table, and none is given away by the rest of it."""

from collections.abc import Collection, Mapping, Sequence

FEWEST_SHOWN = 5
"""A count from 1 up to the one below this is hidden; nought tells nothing of anybody."""
HIDDEN_WORDS = f"fewer than {FEWEST_SHOWN}"
NOT_SHOWN = "not shown"
"""Stands for a count that is hidden only for the sake of another, and is not small itself."""


def hidden(counts: Sequence[int], *, with_total: bool = True) -> list[bool]:
    """Which counts of a column are not shown, the total apart.

    Where a single one is hidden the total would give it away, so the smallest of the others that is not nought is
    hidden too; where there is no other, it is the caller's to hide the total.
    """
    told = [0 < count < FEWEST_SHOWN for count in counts]
    if with_total and sum(told) == 1:
        others = [(count, at) for at, count in enumerate(counts) if count and not told[at]]
        if others:
            told[min(others)[1]] = True
    return told


def total_is_shown(counts: Sequence[int]) -> bool:
    """Whether the total of a column may stand below it: it is not small itself, and gives no hidden count away."""
    total = sum(counts)
    return not 0 < total < FEWEST_SHOWN and sum(hidden(counts)) != 1


def hidden_beside(
    counts: Mapping[str, int], *, told_elsewhere: Collection[str] = (), pair: tuple[str, str] | None = None
) -> set[str]:
    """Which counts of a table are not shown where other tables tell its total, some of its counts, or a pair's sum.

    Of those hidden at least two are told nowhere else, as far as there are two; of the pair both are hidden or none.
    """
    names = list(counts)
    told = {name for name, is_hidden in zip(names, hidden(list(counts.values())), strict=True) if is_hidden}
    if pair and told & set(pair):
        told |= {name for name in pair if counts.get(name)}
    # What is told elsewhere, and the pair together, are no longer unknown.
    known = {*told_elsewhere, *(pair or ())}
    spare = [name for name in names if counts[name] and name not in told and name not in known]
    if len(told - known) == 1 and spare:
        told.add(min(spare, key=lambda name: counts[name]))
    return told


def shown(number: int, *, is_hidden: bool) -> int | str:
    """A count as it may be shown: one that is hidden only for the sake of another is not called small."""
    if not is_hidden:
        return number
    return HIDDEN_WORDS if number < FEWEST_SHOWN else NOT_SHOWN

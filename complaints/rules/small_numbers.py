"""Small numbers hidden, so that nobody can be told from a table, and none is given away by the rest of it."""

from collections.abc import Sequence

FEWEST_SHOWN = 5
"""A count from 1 up to the one below this is hidden; nought tells nothing of anybody."""
HIDDEN_WORDS = f"fewer than {FEWEST_SHOWN}"


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

"""How words, lists of things and years are put into a sentence about a published table."""

from collections.abc import Iterable, Sequence

LONGEST_QUOTE = 80


def quoted(words: str) -> str:
    """The words as written, in quotation marks, cut short where they would drown the sentence."""
    shown = " ".join(words.split())
    if len(shown) > LONGEST_QUOTE:
        shown = shown[: LONGEST_QUOTE - 1].rstrip() + "…"
    return f"“{shown}”"


def listed(things: Sequence[str], joined_by: str = "and") -> str:
    """Things as a person lists them: "a, b and c"."""
    if len(things) < 2:
        return "".join(things)
    return f"{', '.join(things[:-1])} {joined_by} {things[-1]}"


def rows_named(indexes: Iterable[int]) -> str:
    """Rows (counted from 0 here) as a reader counts them, from 1: "row 3" or "rows 3, 11 and 16"."""
    numbers = [str(index + 1) for index in indexes]
    return f"{'row' if len(numbers) == 1 else 'rows'} {listed(numbers)}"


def counted(number: int, thing: str) -> str:
    """A number of things: "1 row", "16 rows"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"

"""One count by itself, for whoever may not open the cases behind it. Pure."""

from complaints.rules.small_numbers import FEWEST_SHOWN, HIDDEN_WORDS


def shown_count(count: int, *, is_hidden_when_small: bool = True) -> int | str:
    """The count; the words that hide it where it is small, and the reader may not know."""
    return HIDDEN_WORDS if is_hidden_when_small and 0 < count < FEWEST_SHOWN else count

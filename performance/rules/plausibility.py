"""What is odd about a value that can be read: asked about, never refused outright and never repaired."""

from decimal import Decimal

from performance.choices import NUMERIC_KINDS, ValueKind
from performance.rules.wording import figure_words

TIMES = 10


def doubts(
    value: Decimal | None, *, kind: ValueKind, unit: str, last: Decimal | None, so_far: Decimal | None
) -> list[str]:
    """Sentences on what can hardly be: ten times the last value or more, or a running total that fell.

    `last` is the newest value before this one, `so_far` that of the period before within the same year, where the
    indicator counts from the start of the year.
    """
    if value is None or kind not in NUMERIC_KINDS:
        return []
    found = []
    if last is not None and last > 0 and value >= TIMES * last:
        found.append(f"This is ten times the last value, {figure_words(last, kind, unit)}, or more.")
    if so_far is not None and value < so_far:
        before = figure_words(so_far, kind, unit)
        found.append(f"This counts from the start of the year, and it is less than the {before} before it.")
    return found

"""Monthly values under a longer period: what they come to, beside what the return says."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from council.periods import Frequency
from performance.choices import NUMERIC_KINDS, ValueKind
from performance.rules.spc.totals import SHARES
from performance.rules.wording import figure_words

SUMS = (ValueKind.COUNT, ValueKind.MONEY)
"""Kinds whose months add up to the period; the months of others are averages or shares of their own."""

ENOUGH = 10
"""Monthly values in a row from which they are analysed in place of the returned periods."""

NO_TARGET_FOR_MONTHS = "The target is for the whole period of a return, and its months are judged one by one."


class Month(NamedTuple):
    """One month's own value, with the counts behind a share where they are known."""

    value: Decimal
    numerator: Decimal | None = None
    denominator: Decimal | None = None


def why_no_months(kind: ValueKind, frequency: Frequency) -> str:
    """Why an indicator of such values and returns can have no monthly values, without a full stop; "" where it can."""
    if kind not in NUMERIC_KINDS:
        return "Only figures have monthly values"
    return "Its returns are monthly already" if frequency == Frequency.MONTHLY else ""


def months_remark(
    months: Sequence[Month | None],
    value: Decimal | None,
    *,
    kind: ValueKind,
    unit: str = "",
    decimals: int = 0,
    before: Decimal | None = None,
) -> str:
    """How the months disagree with the value of their period; "" where they agree, or one is missing.

    `before` is the total of the year before the period, where returns count from the start of the year. Sums must add
    up and shares with counts must weigh up, to the indicator's decimal places; anything else must at least lie
    between the lowest and the highest month, or add up.
    """
    known = [each for each in months if each is not None]
    if value is None or not known or len(known) < len(months):
        return ""
    own = value - (before or Decimal(0))
    if kind in SUMS:
        total = sum((each.value for each in known), Decimal(0))
        return (
            ""
            if _alike(total, own, decimals)
            else _says("The months add up to", total, own, kind, unit, before)
        )
    weighed = _weighed(known, kind)
    if weighed is not None:
        alike = before is not None or _alike(weighed, own, decimals)
        return "" if alike else _says("The months together come to", weighed, own, kind, unit, None)
    return _between(known, own, kind, unit, decimals)


def _between(known: Sequence[Month], own: Decimal, kind: ValueKind, unit: str, decimals: int) -> str:
    values = [each.value for each in known]
    low, high, total = min(values), max(values), sum(values, Decimal(0))
    is_sum = kind not in SHARES and _alike(total, own, decimals)
    if is_sum or low <= own <= high or _alike(low, own, decimals) or _alike(high, own, decimals):
        return ""
    ends = f"{figure_words(low, kind, unit)} to {figure_words(high, kind, unit)}"
    return f"The months are {ends}, and {figure_words(own, kind, unit)} does not lie among them."


def _weighed(known: Sequence[Month], kind: ValueKind) -> Decimal | None:
    """The share of all months together; None where counts are missing."""
    if kind not in SHARES:
        return None
    parts = [each.numerator for each in known if each.numerator is not None]
    wholes = [each.denominator for each in known if each.denominator is not None]
    if len(parts) < len(known) or len(wholes) < len(known) or not sum(wholes):
        return None
    share = sum(parts, Decimal(0)) / sum(wholes, Decimal(0))
    return (share * (100 if kind == ValueKind.PERCENTAGE else 1)).quantize(Decimal("0.0001"))


def _alike(one: Decimal, other: Decimal, decimals: int) -> bool:
    """Whether they differ by no more than rounding to so many places can make them."""
    return abs(one - other) <= Decimal(1).scaleb(-decimals) / 2


def _says(
    what: str, months: Decimal, own: Decimal, kind: ValueKind, unit: str, before: Decimal | None
) -> str:
    period = "this period added" if before is not None else "the value is"
    return f"{what} {figure_words(months, kind, unit)}, but {period} {figure_words(own, kind, unit)}."

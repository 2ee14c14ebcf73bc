"""How a value is shown: with its unit, or an honest blank in words."""

from decimal import Decimal

from council.numbers import NumberProblem, Quantity, format_number, read_number
from performance.choices import NUMERIC_KINDS, Known, RuleBasis, ValueKind
from performance.models import Indicator, Revision
from performance.rules.wording import figure_words, rounded_beside

NO_RETURN = "No return yet"


def shown_value(
    *,
    known: str | None,
    value: Decimal | None,
    as_written: str,
    kind: str,
    unit: str = "",
    decimals: int = 0,
    target: Decimal | None = None,
) -> str:
    """The value as a page shows it: "60%", "£1,234.50", "Done", "Not known", "No return yet".

    Rounded to the indicator's decimal places, or as many more as keep it on its own side of the target.
    """
    if known is None:
        return NO_RETURN
    if known != Known.KNOWN:
        return str(Known(known).label)
    if value is not None and kind in NUMERIC_KINDS and kind != ValueKind.RATIO:
        shown = rounded_beside(value, target, decimals)
        return format_number(shown, quantity=Quantity(kind), decimals=decimals, unit=unit)
    return as_written or "Blank"


def shown_forecast(indicator: Indicator, revision: Revision | None) -> str:
    """The officer's forecast for the year end as a page shows it; "" where there is none."""
    if revision is None or not revision.forecast_as_written:
        return ""
    return shown_value(
        known=Known.KNOWN,
        value=revision.forecast_value,
        as_written=revision.forecast_as_written,
        kind=indicator.value_kind,
        unit=indicator.unit,
        decimals=indicator.decimals,
        target=revision.target_value,
    )


def rated_forecast(indicator: Indicator, revision: Revision | None) -> str:
    """The forecast for the year end that the rating is of, as a page shows it; "" where the value itself is rated.

    Reads `revision.rule`.
    """
    if revision is None or revision.rule is None or revision.rule.basis != RuleBasis.FORECAST:
        return ""
    return shown_forecast(indicator, revision)


def shown_target(
    *, value: Decimal | None, as_written: str, kind: str, unit: str = "", decimals: int = 0
) -> str:
    """The target as a page shows it; relative and ranged ones keep their words."""
    if not as_written:
        return "No target"
    if kind == ValueKind.RATIO:
        return as_written
    if value is None and kind in NUMERIC_KINDS:
        return _plain_figure(as_written, kind=kind, unit=unit, decimals=decimals)
    if value is not None and kind in NUMERIC_KINDS and as_written.strip()[:1] not in "+-–−":
        return format_number(value, quantity=Quantity(kind), decimals=decimals, unit=unit)
    if value is not None and kind in NUMERIC_KINDS:
        return f"{as_written} ({figure_words(value, ValueKind(kind), unit)})"
    return as_written


def _plain_figure(as_written: str, *, kind: str, unit: str, decimals: int) -> str:
    """A target that waits for its return, like those that were judged by: "80" of a percentage is "80%"."""
    if as_written.strip()[:1] in "+-–−":
        return as_written
    try:
        read = read_number(as_written, quantity=Quantity(kind), unit=unit)
    except NumberProblem:
        return as_written
    return format_number(read.value, quantity=Quantity(kind), decimals=decimals, unit=unit)

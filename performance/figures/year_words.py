"""The figures of a year in words, as the values of their indicator are shown."""

from decimal import ROUND_HALF_UP, Decimal

from performance.choices import Known, ValueKind
from performance.figures.shown import shown_target, shown_value
from performance.models import Indicator, Revision, Target
from performance.rules.wording import figure_words


def rounded_to(value: Decimal, decimals: int) -> Decimal:
    """To so many places, halves away from nought."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def target_words_of(indicator: Indicator, target: Target | None) -> str:
    """A target with its unit; "No target" for none."""
    return shown_target(
        value=target.value if target else None,
        as_written=target.as_written if target else "",
        kind=indicator.value_kind,
        unit=indicator.unit,
        decimals=indicator.decimals,
    )


def value_words_of(indicator: Indicator, revision: Revision | None) -> str:
    """What a return says, with its unit; "None yet" where nothing stands."""
    if revision is None:
        return "None yet"
    return shown_value(
        known=revision.known, value=revision.value, as_written=revision.as_written, kind=indicator.value_kind,
        unit=indicator.unit, decimals=indicator.decimals, target=revision.target_value,
    )  # fmt: skip


def figure_words_of(indicator: Indicator, value: Decimal, target: Decimal | None) -> str:
    """A figure for the year as the indicator's values are shown."""
    kind = ValueKind(indicator.value_kind)
    return shown_value(
        known=Known.KNOWN, value=value, as_written=figure_words(value, kind, indicator.unit), kind=kind,
        unit=indicator.unit, decimals=indicator.decimals, target=target,
    )  # fmt: skip

"""The months of a return's period: what was entered for each, and whether they agree with the return."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q

from performance.choices import NUMERIC_KINDS, Known, ValueKind
from performance.figures.context import RatingContext, rating_contexts
from performance.figures.spc_series import months_between
from performance.models import Indicator, MonthlyValue, Period, Return, Revision
from performance.rules.spc.months import Month, months_remark
from performance.rules.values import ReadValue, read_known, read_value


@dataclass(frozen=True)
class MonthLine:
    """One month of a period with the newest that was entered for it."""

    month: datetime.date
    kept: MonthlyValue | None = None

    @property
    def name(self) -> str:
        """What its box is called: "month_2026_07"."""
        return f"month_{self.month:%Y_%m}"

    @property
    def label(self) -> str:
        return f"{self.month:%B %Y}"

    @property
    def as_written(self) -> str:
        return self.kept.as_written if self.kept else ""

    @property
    def value(self) -> Month | None:
        if self.kept is None or self.kept.value is None:
            return None
        return Month(self.kept.value, self.kept.numerator, self.kept.denominator)


@dataclass(frozen=True)
class MonthEntry:
    """What an officer typed for one month, and what it was read as."""

    month: datetime.date
    as_written: str
    read: ReadValue

    @property
    def value(self) -> Month | None:
        read = self.read
        return None if read.value is None else Month(read.value, read.numerator, read.denominator)


def takes_months(indicator: Indicator) -> bool:
    """Whether its returns ask for months: figures only."""
    return indicator.takes_monthly_values and indicator.value_kind in NUMERIC_KINDS


def months_of(
    indicators: Iterable[Indicator], period: Period, *, until: datetime.datetime | None = None
) -> dict[int, list[MonthLine]]:
    """The months of the period for each indicator that takes them, as entered by `until`; one query at most."""
    taking = [each for each in indicators if takes_months(each)]
    months = months_between(period.starts_on, period.ends_on)
    if not taking or len(months) < 2:
        return {}
    rows = MonthlyValue.objects.filter(indicator__in=taking, month__in=months)
    if until is not None:
        rows = rows.filter(Q(at__lte=until) | Q(is_history=True))
    newest: dict[int, dict[datetime.date, MonthlyValue]] = defaultdict(dict)
    for row in rows.order_by("at", "pk"):
        newest[row.indicator_id][row.month] = row
    return {each.pk: [MonthLine(month, newest[each.pk].get(month)) for month in months] for each in taking}


def read_month(
    indicator: Indicator, month: datetime.date, text: str, *, usual: Sequence[Decimal]
) -> MonthEntry:
    """What was typed for a month, read as the indicator's values are; a blank, or "Not known", is no value.

    ValueProblem when it cannot be read.
    """
    if read_known(text) != Known.KNOWN:
        return MonthEntry(month, text, ReadValue(None))
    read = read_value(
        text,
        kind=ValueKind(indicator.value_kind),
        minimum=indicator.minimum,
        maximum=indicator.maximum,
        unit=indicator.unit,
        usual=usual,
    )
    return MonthEntry(month, text, read)


def remark_on_months(context: RatingContext, months: Sequence[Month | None], value: Decimal | None) -> str:
    """How the months disagree with the value of the return, in a sentence; "" where they do not."""
    indicator, before = context.indicator, None
    if indicator.is_cumulative:
        so_far = context.so_far.value if context.so_far else None
        opens_year = context.period.starts_on.month == context.period.cycle.start_month
        if so_far is None and not opens_year:
            return ""
        before = so_far or Decimal(0)
    return months_remark(
        months,
        value,
        kind=ValueKind(indicator.value_kind),
        unit=indicator.unit,
        decimals=indicator.decimals,
        before=before,
    )


@dataclass(frozen=True)
class ReturnMonths:
    """The months beside one return, and how they disagree with its value."""

    lines: list[MonthLine]
    remark: str


def months_beside(
    row: Return, shown: Revision | None, *, until: datetime.datetime | None
) -> ReturnMonths | None:
    """The months of a return as entered by `until`, beside the revision that is shown; None where it takes none."""
    lines = months_of([row.indicator], row.period, until=until).get(row.indicator_id)
    if not lines:
        return None
    context = RatingContext(row.indicator, row.period)
    if row.indicator.is_cumulative:
        context = rating_contexts([row.indicator], row.period)[row.indicator_id]
    value = shown.value if shown else None
    return ReturnMonths(lines, remark_on_months(context, [each.value for each in lines], value))

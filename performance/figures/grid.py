"""A quarter's returns of one service, a line for each indicator: what the entry grid shows."""

from dataclasses import dataclass, field

from performance.choices import EDITABLE, Step
from performance.figures.assessment import Assessment, assess, entry_of
from performance.figures.computed import records_url
from performance.figures.context import RatingContext, rating_contexts
from performance.figures.forecasts import ends_the_year
from performance.figures.indicator import shown_of
from performance.figures.months import MonthLine, months_of
from performance.figures.shown import shown_target
from performance.models import Indicator, Period, Return, Revision
from performance.rules.year_end import speaks_beside
from portfolios.models import Service


@dataclass
class GridLine:
    """One indicator of the grid with its return so far, the value before it and its target."""

    indicator: Indicator
    context: RatingContext
    row: Return | None
    asked_step: str = ""
    asked_reason: str = ""
    """The last step beside drafting, and why: what a lead officer asked for stays until it is submitted again."""
    months: list[MonthLine] = field(default_factory=list)
    """The months of the period, where the indicator takes monthly values."""

    @property
    def latest(self) -> Revision | None:
        return self.row.latest if self.row else None

    @property
    def version(self) -> int:
        """The version a save must name: 0 while nothing was begun."""
        return self.row.version if self.row else 0

    @property
    def is_editable(self) -> bool:
        """Whether the officer may type here; not after it was handed in."""
        return self.row is None or self.row.step in EDITABLE

    @property
    def is_computed(self) -> bool:
        """Whether the product counts the value, and officers add only the comment."""
        return bool(self.indicator.computed_from)

    @property
    def computed_words(self) -> str:
        """How the value was computed; "" where a person gave another figure, or nothing was computed yet."""
        return self.latest.computed_words if self.latest else ""

    @property
    def records_url(self) -> str:
        """Where the records behind a computed value are listed; "" where no list holds just them."""
        return records_url(self.indicator, self.context.period) if self.computed_words else ""

    @property
    def is_asked_for(self) -> bool:
        """Whether it was sent back or reopened, and has not been submitted again."""
        return self.is_editable and self.asked_step in (Step.SENT_BACK, Step.REOPENED)

    @property
    def stage(self) -> str:
        if self.is_asked_for:
            return str(Step(self.asked_step).label)
        return str(Step(self.row.step).label) if self.row and self.row.latest_id else "Not begun"

    @property
    def sent_back_because(self) -> str:
        """What the lead officer asked for, when it was sent back or reopened."""
        return self.asked_reason if self.is_asked_for else ""

    @property
    def kept(self) -> Assessment | None:
        """What is kept, judged by the target and the rule of today: a draft's rating goes with them."""
        return assess(self.context, entry_of(self.latest)) if self.latest and self.is_editable else None

    @property
    def takes_forecast(self) -> bool:
        """Whether a forecast for the year end can be given beside the value."""
        over = ends_the_year(self.context.period)
        return speaks_beside(self.indicator.value_kind, ends_the_year=over)

    @property
    def needs_forecast(self) -> bool:
        """Whether its rating rests on that forecast."""
        return self.takes_forecast and self.context.is_rated_on_forecast

    @property
    def last_value(self) -> str:
        before = self.context.previous
        return shown_of(self.indicator, before)[0] if before else "None"

    @property
    def target(self) -> str:
        target, indicator = self.context.judged_by, self.indicator
        return shown_target(
            value=target.value if target else None,
            as_written=target.as_written if target else "",
            kind=indicator.value_kind,
            unit=indicator.unit,
            decimals=indicator.decimals,
        )


def grid_lines(service: Service, period: Period) -> list[GridLine]:
    """The service's indicators that are due for the period, in the order of their references.

    Six queries, and one more where any of them takes monthly values.
    """
    indicators = list(
        Indicator.objects.active(day=period.ends_on)
        .filter(service=service, cycle=period.cycle_id)
        .order_by("reference", "title", "pk")
    )
    contexts = rating_contexts(indicators, period)
    begun = Return.objects.filter(indicator__in=indicators, period=period).select_related("latest__by")
    rows = {row.indicator_id: row for row in begun.with_asked()}
    months = months_of(indicators, period)
    return [_line(each, contexts[each.pk], rows.get(each.pk), months.get(each.pk, [])) for each in indicators]


def _line(
    indicator: Indicator, context: RatingContext, row: Return | None, months: list[MonthLine]
) -> GridLine:
    step, reason = (getattr(row, name, None) or "" for name in ("asked_step", "asked_reason"))
    return GridLine(indicator, context, row, step, reason, months)

"""Returns, as a list and as a file that can be brought back."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from council.numbers import without_noughts
from council.rag import Rag
from council.tables import Column, RagColumn, Table
from performance.choices import NUMERIC_KINDS, Known, Step, ValueStatus
from performance.figures.definitions import Definitions
from performance.figures.shown import shown_target, shown_value
from performance.rules.importing.year_tables import COMMENT_IN_FULL
from performance.rules.wording import sure_words
from performance.tables.definitions import definition_columns


class ReturnTable(Table):
    """Returns with what stands of them, or for a service's own officers what they say now."""

    indicator = Column(
        verbose_name="Indicator",
        accessor="indicator__title",
        order_by=("indicator__reference", "indicator__title"),
    )
    service = Column(verbose_name="Service", accessor="indicator__service__name")
    period = Column(
        verbose_name="Period", accessor="period__name", order_by=("period__ends_on", "period__name")
    )
    value = Column(
        verbose_name="Value", accessor="shown_value", empty_values=(), attrs={"cell": {"class": "number"}}
    )
    target = Column(
        verbose_name="Target", accessor="shown_target", empty_values=(), attrs={"cell": {"class": "number"}}
    )
    rating = RagColumn(verbose_name="Rating", accessor="shown_rating", overridden="shown_is_overridden")
    step = Column(verbose_name="Step", accessor="shown_step")

    class Meta:
        empty_text = "No return yet. They appear here once they are signed off."

    def row_class(self, record: Any) -> str:
        return "row-red" if record.shown_rating == Rag.RED else ""

    def render_indicator(self, record: Any) -> SafeString:
        url = reverse("return", args=[record.indicator_id, record.period_id])
        period = format_html('<span class="hidden-word">, {}</span>', record.period.name)
        return format_html('<a href="{}">{}{}</a>', url, record.indicator, period)

    def render_value(self, record: Any) -> str:
        sure = sure_words(
            known=record.shown_known,
            value_status=record.shown_value_status,
            carried_from=record.shown_carried_from,
        )
        kind = record.indicator
        return f"""{
            shown_value(
                known=record.shown_known,
                value=record.shown_value,
                as_written=record.shown_as_written,
                kind=kind.value_kind,
                unit=kind.unit,
                decimals=kind.decimals,
                target=record.shown_target,
            )
        }{f" ({sure})" if sure else ""}"""

    def render_target(self, record: Any) -> str:
        kind = record.indicator
        return shown_target(
            value=record.shown_target,
            as_written=record.shown_target_as_written,
            kind=kind.value_kind,
            unit=kind.unit,
            decimals=kind.decimals,
        )

    def render_step(self, value: str) -> str:
        return str(Step(value).label)

    value_step = render_step


class ReturnFile(ReturnTable):
    """The same rows as a file that can be brought back: what was written, in columns of their own."""

    reference = Column(verbose_name="Reference", accessor="indicator__reference")
    kind = Column(verbose_name="Kind of value", accessor="indicator__value_kind")
    unit = Column(verbose_name="Unit", accessor="indicator__unit")
    direction = Column(verbose_name="Better is", accessor="indicator__direction")
    value_status = Column(verbose_name="Value is", accessor="shown_value_status")
    carried_from = Column(verbose_name="Last measured", accessor="shown_carried_from")
    forecast = Column(verbose_name="Year-end forecast", accessor="shown_forecast_as_written")
    rule = Column(verbose_name="Rule", accessor="shown_rule_words")
    comment = Column(verbose_name="Comment", accessor="shown_comment")
    comment_in_full = Column(verbose_name=COMMENT_IN_FULL, accessor="shown_comment_resolved")

    class Meta:
        sequence = (
            "reference",
            "indicator",
            "service",
            "period",
            "kind",
            "unit",
            "direction",
            "value",
            "value_status",
            "...",
        )

    def __init__(self, *arguments: Any, definitions: Definitions, **options: Any) -> None:
        columns = definition_columns(definitions, lambda record: (record.indicator_id, record.period.ends_on))
        super().__init__(*arguments, extra_columns=columns, **options)

    def value_indicator(self, record: Any) -> str:
        return str(record.indicator.title)

    def value_value(self, record: Any) -> object:
        """The figure where it is one; "Not known"; or the words as they were written."""
        if record.shown_known != Known.KNOWN:
            return str(Known(record.shown_known).label)
        is_figure = record.indicator.value_kind in NUMERIC_KINDS and record.shown_value is not None
        return without_noughts(record.shown_value) if is_figure else record.shown_as_written

    def value_target(self, record: Any) -> object:
        if record.shown_target is None:
            return record.shown_target_as_written
        return without_noughts(record.shown_target)

    def value_value_status(self, record: Any, value: str) -> str:
        """How sure the value is; nothing where there is none."""
        return str(ValueStatus(value).label) if record.shown_known == Known.KNOWN else ""

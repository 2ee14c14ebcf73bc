"""Indicators as at a quarter, as a list and as a file."""

from collections.abc import Mapping
from typing import Any

from django.utils.html import format_html

from council.numbers import without_noughts
from council.tables import Column, LinkColumn, RagColumn, Table
from performance.choices import Known, Travel, ValueStatus
from performance.figures.change_shown import NOT_JUDGED, ChangeShown
from performance.figures.definitions import Definitions
from performance.figures.reporting import KEPT_BY_TEAM, Reporting
from performance.figures.shown import shown_target, shown_value
from performance.figures.spc import SpcFigure
from performance.figures.year_end import YearEnd
from performance.models import Indicator
from performance.rules.naming import called
from performance.rules.travel import MARKS
from performance.tables.changes import change_columns
from performance.tables.definitions import definition_columns
from performance.tables.year_end import year_end_columns

NOT_SAID = "Not judged"
NO_PERIOD = "No period yet"


class TitleColumn(LinkColumn):
    """The indicator with its reference, in the order of the references."""

    def __init__(self) -> None:
        super().__init__(verbose_name="Indicator", order_by=("reference", "title"))
        self.kept_by_team: frozenset[int] = frozenset()

    def render(self, value: Any, record: Any = None) -> Any:
        name = super().render(called(record.reference, value), record)
        if record.pk not in self.kept_by_team:
            return name
        return format_html('<div>{} <span class="badge">{}</span></div>', name, KEPT_BY_TEAM)


class IndicatorTable(Table):
    """Indicators as at a quarter: the signed-off value against its target, with the rating and which way it goes."""

    title = TitleColumn()
    service = Column(verbose_name="Service", accessor="service__name")
    value = Column(
        verbose_name="Value", accessor="now_value", empty_values=(), attrs={"cell": {"class": "number"}}
    )
    target = Column(
        verbose_name="Target", accessor="now_target", empty_values=(), attrs={"cell": {"class": "number"}}
    )
    status = RagColumn(verbose_name="Rating", accessor="now_status", overridden="now_is_overridden")
    # Worked out from all past values, not in the database: what gets worse is found by the filter.
    change = Column(verbose_name="Change", accessor="pk", orderable=False, empty_values=())
    travel = Column(verbose_name="Travel", accessor="now_travel", default="Cannot be said")

    class Meta:
        empty_text = "No indicator yet. An administrator adds them in the register or imports a file."

    def __init__(
        self, *arguments: Any, told: Reporting, changes: Mapping[int, ChangeShown], **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        self.told, self.changes = told, changes
        self.columns["title"].column.kept_by_team = told.kept_by_team

    def row_class(self, record: Indicator) -> str:
        return "row-red" if record.now_status == "red" else ""  # type: ignore[attr-defined]

    def render_value(self, record: Any) -> Any:
        """The value with its period under it, which leaves room for the titles."""
        period = record.now_period_name or NO_PERIOD
        return format_html(
            '<span>{}<br><span class="quiet small">{}</span></span>', self.value_in_words(record), period
        )

    def value_in_words(self, record: Any) -> str:
        """The value as a page shows it, and how sure it is."""
        return shown_value(
            known=record.now_known,
            value=record.now_value,
            as_written=record.now_as_written or "",
            kind=record.value_kind,
            unit=record.unit,
            decimals=record.decimals,
            target=record.now_target,
        ) + self._value_status(record)

    @staticmethod
    def _value_status(record: Any) -> str:
        """How sure the value is, where it is not a plain actual: " (estimate)"."""
        if record.now_value_status in (None, ValueStatus.ACTUAL) or record.now_known != Known.KNOWN:
            return ""
        return f" ({ValueStatus(record.now_value_status).label.lower()})"

    def render_target(self, record: Any) -> str:
        return shown_target(
            value=record.now_target,
            as_written=record.now_target_as_written or "",
            kind=record.value_kind,
            unit=record.unit,
            decimals=record.decimals,
        )

    def render_travel(self, value: str) -> str:
        way = Travel(value)
        return f"{MARKS[way]}\N{NO-BREAK SPACE}{way.label}".strip()

    def value_travel(self, value: str) -> str:
        return str(Travel(value).label)

    def render_change(self, value: int) -> Any:
        change = self.changes.get(value, NOT_JUDGED)
        if not change.disagreement:
            return change.tag or NOT_SAID
        return format_html('<div>{}<p class="quiet small">{}</p></div>', change.tag, change.disagreement.name)

    def value_change(self, value: int) -> str:
        return self.changes.get(value, NOT_JUDGED).word or NOT_SAID


class IndicatorFile(IndicatorTable):
    """The same rows as a file: every figure with its reference, kind, rule, owner and definition in columns."""

    reference = Column(verbose_name="Ref.", default="No reference")
    period = Column(verbose_name="Period", accessor="now_ends_on", default=NO_PERIOD)
    kind = Column(verbose_name="Kind of value", accessor="value_kind")
    unit = Column(verbose_name="Unit")
    direction = Column(verbose_name="Better is")
    value_status = Column(verbose_name="Value is", accessor="now_value_status", default="No return")
    rule = Column(verbose_name="Rule", accessor="now_rule_words", default="No return")
    owner = Column(verbose_name="Owner", accessor="owner__title", default="No post owns it")
    reported_to = Column(verbose_name="Reported to", accessor="pk", orderable=False)

    class Meta:
        sequence = ("reference", "title", "...")

    def __init__(
        self,
        *arguments: Any,
        definitions: Definitions,
        year_ends: Mapping[int, YearEnd],
        spc: Mapping[int, SpcFigure],
        **options: Any,
    ) -> None:
        columns = definition_columns(definitions, lambda record: (record.pk, record.now_ends_on))
        columns = [*year_end_columns(year_ends), *change_columns(spc), *columns]
        super().__init__(*arguments, extra_columns=columns, **options)

    def value_reported_to(self, record: Any) -> str:
        """The bodies that are told of it, or that the team keeps it; blank where no indicator set says."""
        return ", ".join(self.told.words_of(record.pk))

    def value_period(self, record: Any) -> str:
        return str(record.now_period_name)

    def value_title(self, record: Any) -> str:
        return str(record.title)

    def value_value(self, record: Any) -> object:
        """The figure, or the words where it is not one."""
        return (
            without_noughts(record.now_value) if record.now_value is not None else self.value_in_words(record)
        )

    def value_target(self, record: Any) -> object:
        return (
            without_noughts(record.now_target)
            if record.now_target is not None
            else self.render_target(record)
        )

    def value_value_status(self, value: str) -> str:
        return str(ValueStatus(value).label)

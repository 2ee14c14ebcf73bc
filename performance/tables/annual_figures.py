"""Annual figures as documents printed them, and the changes that nobody declared."""

from typing import Any

from django.utils.html import format_html

from council.dates import long_date
from council.numbers import without_noughts
from council.periods import year_name
from council.tables import Column, DateColumn, LinkColumn, Table
from performance.choices import ValueStatus
from performance.figures.annual_figures import change_words, declared_words, shown_figure


class AnnualFigureTable(Table):
    """Each figure of each year, the newest document first."""

    indicator = LinkColumn(
        verbose_name="Indicator", order_by=("indicator__reference", "indicator__title"), accessor="indicator"
    )
    year = Column(verbose_name="Year")
    # Figures of different indicators are in different units: their order would say nothing.
    figure = Column(
        verbose_name="Figure",
        accessor="as_written",
        orderable=False,
        attrs={"cell": {"class": "number"}},
    )
    document = Column(verbose_name="Document")
    change = Column(verbose_name="Against the one before")

    class Meta:
        empty_text = "No annual figure yet. They come from publishing the last period of a year."

    def render_year(self, value: int) -> str:
        return year_name(value)

    value_year = render_year

    def render_indicator(self, record: Any) -> Any:
        return format_html('<a href="{}">{}</a>', record.get_absolute_url(), record.indicator)

    def value_indicator(self, record: Any) -> str:
        return str(record.indicator)

    def render_figure(self, record: Any) -> str:
        shown = shown_figure(record, record.indicator)
        if record.value_status == ValueStatus.ACTUAL:
            return shown
        return f"{shown} ({record.get_value_status_display().lower()})"

    def value_figure(self, record: Any) -> object:
        return without_noughts(record.value) if record.value is not None else record.as_written

    def render_document(self, record: Any) -> Any:
        if record.document_on is None:
            return record.document
        return format_html(
            '<div>{} <span class="quiet">{}</span></div>', record.document, long_date(record.document_on)
        )

    def value_document(self, record: Any) -> str:
        return str(record.document)

    def render_change(self, record: Any) -> Any:
        word, said = record.get_change_display(), declared_words(record)
        return format_html('<div>{}<p class="remark">{}</p></div>', word, said) if said else word


class AnnualFigureFile(AnnualFigureTable):
    """The same figures as a file, with what each was counted by."""

    value_status = Column(verbose_name="It is")
    document_on = DateColumn(verbose_name="Dated")
    definition_number = Column(verbose_name="Version of the definition")
    definition_words = Column(verbose_name="Definition")
    source = Column(verbose_name="Data source")
    declared = Column(verbose_name="Declared", accessor="is_declared", empty_values=())

    def value_declared(self, record: Any) -> str:
        return declared_words(record)


class UndeclaredTable(Table):
    """Figures that changed without being declared: what was printed before, and what now."""

    indicator = LinkColumn(
        verbose_name="Indicator", order_by=("indicator__reference", "indicator__title"), accessor="indicator"
    )
    year = Column(verbose_name="Year")
    before = Column(
        verbose_name="Before",
        accessor="before__as_written",
        orderable=False,
        attrs={"cell": {"class": "number"}},
    )
    figure = Column(
        verbose_name="Now", accessor="as_written", orderable=False, attrs={"cell": {"class": "number"}}
    )
    change = Column(verbose_name="What happened", accessor="document")
    at = DateColumn(verbose_name="Entered")

    class Meta:
        empty_text = "Every change of an annual figure was declared."

    def render_year(self, value: int) -> str:
        return year_name(value)

    value_year = render_year

    def value_indicator(self, record: Any) -> str:
        return str(record.indicator)

    def render_change(self, record: Any) -> str:
        return change_words(record)

    value_change = render_change

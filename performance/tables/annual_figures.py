"""Annual figures as documents printed them, and the changes that nobody declared."""

from typing import Any

from council.numbers import without_noughts
from council.periods import year_name
from council.tables import Column, DateColumn, LinkColumn, Table
from performance.figures.annual_figures import change_words, declared_words, shown_figure


class AnnualFigureTable(Table):
    """Each figure of each year, the newest document first."""

    indicator = LinkColumn(
        verbose_name="Indicator", order_by=("indicator__reference", "indicator__title"), accessor="indicator"
    )
    year = Column(verbose_name="Year")
    figure = Column(
        verbose_name="Figure", accessor="as_written", order_by=("value",), attrs={"cell": {"class": "number"}}
    )
    value_status = Column(verbose_name="It is")
    document = Column(verbose_name="Document")
    document_on = DateColumn(verbose_name="Dated", default="No date given")
    definition = Column(verbose_name="Definition", accessor="definition_number", default="Not written down")
    change = Column(verbose_name="Against the one before")
    declared = Column(verbose_name="Declared", accessor="is_declared", empty_values=())

    class Meta:
        empty_text = "No annual figure yet. They come from publishing the last period of a year."

    def render_year(self, value: int) -> str:
        return year_name(value)

    value_year = render_year

    def render_figure(self, record: Any) -> str:
        return shown_figure(record, record.indicator)

    def value_figure(self, record: Any) -> object:
        return without_noughts(record.value) if record.value is not None else record.as_written

    def value_indicator(self, record: Any) -> str:
        return str(record.indicator)

    def render_definition(self, value: int) -> str:
        return f"Version {value}"

    def value_definition(self, value: int) -> int:
        return value

    def render_declared(self, record: Any) -> str:
        return declared_words(record) or "Nothing to declare"

    value_declared = render_declared


class UndeclaredTable(Table):
    """Figures that changed without being declared: what was printed before, and what now."""

    indicator = LinkColumn(
        verbose_name="Indicator", order_by=("indicator__reference", "indicator__title"), accessor="indicator"
    )
    year = Column(verbose_name="Year")
    before = Column(verbose_name="Before", accessor="before__as_written", attrs={"cell": {"class": "number"}})
    figure = Column(verbose_name="Now", accessor="as_written", attrs={"cell": {"class": "number"}})
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

"""The reporting calendar."""

from council.tables import Column, DateColumn, Table


class CalendarTable(Table):
    """Periods with their days and the years they lie in."""

    name = Column(verbose_name="Period")
    cycle = Column(verbose_name="Cycle", accessor="period__cycle__name")
    days = Column(verbose_name="Days", order_by=("period__starts_on",))
    due_on = DateColumn(verbose_name="Returns due", accessor="period__due_on")
    state = Column(verbose_name="State")
    financial_year = Column(verbose_name="Financial year", accessor="period__year_name")
    municipal_year = Column(verbose_name="Municipal year", default="Annual meeting not recorded")

    class Meta:
        empty_text = (
            "No period yet. An administrator makes the periods of a year in the register, under Cycles."
        )

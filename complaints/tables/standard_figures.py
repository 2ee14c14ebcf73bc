"""The standard table of complaint figures, with a column for each year."""

from collections.abc import Sequence

from council.tables import Column, Table

YEARS = ("newest", "before", "first")


class StandardTable(Table):
    """Each line with its figure in three years, its definition, what is counted and what it is divided by."""

    name = Column(verbose_name="Figure")
    newest = Column(orderable=False)
    before = Column(orderable=False)
    first = Column(orderable=False)
    definition = Column(verbose_name="Definition", orderable=False)
    numerator = Column(verbose_name="Counted", orderable=False)
    denominator = Column(verbose_name="Divided by", orderable=False)
    number = Column(verbose_name="SPSO indicator", orderable=False, default="None")

    class Meta:
        empty_text = "Nothing is counted yet."
        sequence = ("name", *YEARS, "definition", "numerator", "denominator", "number")


def standard_table(years: Sequence[str]) -> type[StandardTable]:
    """The table with the names of its years at the head of their columns."""
    columns = {
        key: Column(verbose_name=name, orderable=False) for key, name in zip(YEARS, years, strict=True)
    }
    return type("StandardTableOfYears", (StandardTable,), {"__doc__": StandardTable.__doc__, **columns})

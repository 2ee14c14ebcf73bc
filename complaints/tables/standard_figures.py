"""The standard table of complaint figures, with a column for each year."""

from typing import Any

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

    def __init__(self, data: Any, **options: Any) -> None:
        super().__init__(data, **options)
        # The years stand at the head of their columns: the rows say which they are.
        for row in data.data[:1]:
            for key, year in zip(YEARS, row.years, strict=True):
                self.columns[key].column.verbose_name = year

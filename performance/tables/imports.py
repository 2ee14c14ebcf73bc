"""Files that were brought to be imported."""

from council.tables import Column, DateColumn, LinkColumn, Table


class ImportTable(Table):
    """Files that were brought to be imported."""

    file_name = LinkColumn(verbose_name="File")
    kind = Column(verbose_name="What it holds")
    by = Column(verbose_name="Brought by", accessor="by__username")
    at = DateColumn(verbose_name="Brought")
    outcome = Column(verbose_name="What came of it", default="Waits for its preview to be applied")

    class Meta:
        empty_text = "No file has been brought yet."

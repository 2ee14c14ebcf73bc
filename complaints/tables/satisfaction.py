"""How satisfied customers are, as a table of services."""

from council.tables import Column, Table


class SatisfactionTable(Table):
    """Services with how many cases ended, were asked about and answered, and how satisfied people are."""

    name = Column(verbose_name="Service")
    ended = Column(verbose_name="Ended", orderable=False)
    asked = Column(verbose_name="Asked", orderable=False)
    answered = Column(verbose_name="Answered", orderable=False)
    rate = Column(verbose_name="Response rate", orderable=False)
    handling = Column(verbose_name="Satisfied with how it was handled", orderable=False)
    outcome = Column(verbose_name="Satisfied with what came of it", orderable=False)

    class Meta:
        empty_text = "No request and no complaint ended in these days yet."

"""Patterns in cases, as a table of services."""

from council.tables import Column, Table


class PatternTable(Table):
    """Services with how many cases of each kind, and how they went. Small numbers are words."""

    name = Column(verbose_name="Service")
    requests = Column(verbose_name="Requests", orderable=False)
    complaints = Column(verbose_name="Complaints", orderable=False)
    comments = Column(verbose_name="Comments", orderable=False)
    compliments = Column(verbose_name="Compliments", orderable=False)
    timely = Column(verbose_name="Stage 1 replies in time", orderable=False)
    upheld = Column(verbose_name="Upheld at least in part", orderable=False)
    stage_two = Column(verbose_name="Taken to stage 2", orderable=False)

    class Meta:
        empty_text = "Nothing was received in this year yet."

"""Incidents as a list."""

from council.tables import Column, DateColumn, LinkColumn, NumberColumn, Table


class IncidentTable(Table):
    """Incidents with when they began and were over, and how many told the council of them."""

    title = LinkColumn(verbose_name="Incident")
    service = Column(verbose_name="Service", accessor="service__name")
    began = DateColumn(verbose_name="Began", accessor="began_on")
    over = DateColumn(verbose_name="Over", accessor="over_on", default="Goes on")
    number = NumberColumn(verbose_name="Cases of it")
    told = DateColumn(verbose_name="Told last", accessor="told_on", default="Not yet")

    class Meta:
        empty_text = "No incident is on record. Enter one when several people tell you of the same event."

from django.db import models
from simple_history.models import HistoricalRecords

from council.models import Versioned


class Abbreviation(Versioned):
    """Letters that papers write for words: CRM. Posts have abbreviations of their own.

    Without the words it says that nobody knows any more what they stood for.
    """

    short = models.CharField("as papers write it", max_length=40, unique=True)
    in_full = models.CharField(
        "in full", max_length=200, blank=True, help_text="Blank where nobody knows any more."
    )
    source = models.CharField(
        "how we know", max_length=200, blank=True, help_text="Such as: written out in a report of 2005."
    )

    objects = models.Manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["short", "pk"]

    def __str__(self) -> str:
        return self.short

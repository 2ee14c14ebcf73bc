from django.db import models
from simple_history.models import HistoricalRecords

from council.models import Versioned


class Cause(Versioned):
    """Why things went wrong, as the council sorts it: what complaints of one cause have in common."""

    name = models.CharField(max_length=100, unique=True)
    meaning = models.TextField(blank=True)
    is_in_use = models.BooleanField("offered for new findings", default=True)

    objects = models.Manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

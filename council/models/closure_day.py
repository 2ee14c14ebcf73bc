from django.db import models


class ClosureDay(models.Model):
    """A weekday on which the council itself is closed, such as between Christmas and New Year: no clock counts it."""

    date = models.DateField(unique=True)
    title = models.CharField(max_length=100)

    objects = models.Manager()

    class Meta:
        ordering = ["date", "pk"]

    def __str__(self) -> str:
        return f"{self.title}, {self.date.day} {self.date:%B %Y}"

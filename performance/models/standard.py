from django.conf import settings
from django.db import models

from performance.models.indicator import Indicator


class StandardTaken(models.Model):
    """A standard definition that was taken over into the register, once: the indicator it became."""

    key = models.CharField(
        max_length=40,
        unique=True,
        error_messages={"unique": "This standard definition was taken over already."},
    )
    indicator = models.OneToOneField(Indicator, models.CASCADE, related_name="standard")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    objects = models.Manager()

    class Meta:
        ordering = ["key"]
        verbose_name = "standard definition taken over"
        verbose_name_plural = "standard definitions taken over"

    def __str__(self) -> str:
        return f"{self.key}: {self.indicator}"

import uuid

from django.conf import settings
from django.db import models

from complaints.models.case import Case


class Attachment(models.Model):
    """A file that came with a case, kept under a name of its own, away from what the web server hands out."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="attachments")
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField("name as sent", max_length=200)
    type = models.CharField(max_length=100)
    size = models.PositiveIntegerField("bytes")
    digest = models.CharField("SHA-256", max_length=64)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = models.Manager()

    class Meta:
        ordering = ["case", "pk"]

    def __str__(self) -> str:
        return self.name

from django.conf import settings
from django.db import models

from complaints.choices import Channel
from complaints.models.case import Case
from complaints.models.customer import Customer


class Contact(models.Model):
    """One time that a customer got in touch with the council, about a case or before there is one."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="contacts")
    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="contacts")
    channel = models.CharField(max_length=20, choices=Channel.choices)
    at = models.DateTimeField()
    words = models.TextField(blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = models.Manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_channel_display()}, {self.at:%-d %B %Y}"

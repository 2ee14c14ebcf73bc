import datetime

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from council.models import Versioned
from portfolios.choices import FindingStatus
from portfolios.models.body import Body
from portfolios.models.service import Service


class FindingQuerySet(models.QuerySet["Finding"]):
    def of_confusion(self) -> "FindingQuerySet":
        """Those that found it unclear who is responsible."""
        return self.filter(is_about_responsibility=True)

    def known_on(self, day: datetime.date) -> "FindingQuerySet":
        """Those received by the day, or on a day that is not known."""
        return self.filter(models.Q(received_on=None) | models.Q(received_on__lte=day))


class Finding(Versioned):
    """What an inspector, auditor or adviser observed from outside, as a draft or finally, in their own words."""

    title = models.CharField(max_length=200)
    made_by = models.CharField(
        "made by", max_length=200, help_text='Who observed it, such as "Audit Commission".'
    )
    status = models.CharField(max_length=20, choices=FindingStatus.choices, default=FindingStatus.DRAFT)
    quotation = models.TextField("their words", help_text="Word for word, as the report has them.")
    received_on = models.DateField("received on", null=True, blank=True)
    final_on = models.DateField(
        "final since",
        null=True,
        blank=True,
        help_text="The day the final report came. Blank while it is awaited.",
    )
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="findings")
    body = models.ForeignKey(
        Body,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="findings",
        verbose_name="to be reported to",
        help_text="The body that is to have the final report.",
    )
    is_about_responsibility = models.BooleanField(
        "found it unclear who is responsible",
        default=False,
        help_text="Then it stands as evidence on the check before the annual meeting.",
    )

    objects = FindingQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-received_on", "title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(final_on=None) | models.Q(status=FindingStatus.FINAL),
                name="portfolios_finding_final_day_means_final",
                violation_error_message="A day for the final report makes the finding final. Change its status too.",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("finding", args=[self.pk])

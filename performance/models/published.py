from django.conf import settings
from django.db import models
from django.urls import reverse

from performance.choices import ImportKind
from performance.models.indicator import Indicator


class PublishedTable(models.Model):
    """A table of indicators as a paper once printed it, kept cell by cell and never repaired."""

    title = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField(
        "financial year", help_text="The year it reports: 2002 stands for 2002/03."
    )
    columns = models.JSONField(default=list)
    rule = models.TextField(
        "printed rule", blank=True, help_text="The rating rule as the paper printed it, if it did."
    )
    file_name = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    objects = models.Manager()

    class Meta:
        ordering = ["-year", "title", "pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("published_table", args=[self.pk])


class PublishedRow(models.Model):
    """One row of a published table: its cells as written, and the indicator it is about."""

    table = models.ForeignKey(PublishedTable, models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField()
    cells = models.JSONField(default=list)
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="published_rows")
    status_as_written = models.CharField(max_length=40, blank=True)
    comment_resolved = models.TextField(blank=True)

    objects = models.Manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["table", "position"], name="performance_publishedrow_place_once"),
        ]

    def __str__(self) -> str:
        return f"Row {self.position}"


class TypedSummaryLine(models.Model):
    """A line of the summary that somebody typed under a published table. Kept to be compared, never counted."""

    table = models.ForeignKey(PublishedTable, models.CASCADE, related_name="typed_lines")
    position = models.PositiveSmallIntegerField()
    word = models.CharField(max_length=40)
    number = models.IntegerField(null=True, blank=True)
    per_cent = models.DecimalField(max_digits=7, decimal_places=4, null=True, blank=True)

    objects = models.Manager()

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.word}: {self.number} ({self.per_cent} per cent)"


class ImportBatch(models.Model):
    """A file somebody brought: kept from its preview until it was applied or thrown away."""

    kind = models.CharField(max_length=20, choices=ImportKind.choices)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    summary_name = models.CharField(max_length=200, blank=True)
    summary_content = models.BinaryField(default=b"")
    options = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, blank=True)
    outcome = models.TextField(blank=True)

    objects = models.Manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "import batches"

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("import_preview", args=[self.pk])

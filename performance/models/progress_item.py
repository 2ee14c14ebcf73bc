import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from council.dates import Precision
from council.models import Versioned
from performance.choices import CLOSED_UPDATES, OPEN_KINDS, ItemKind, ItemUpdate
from performance.models.cycle import Period
from performance.models.indicator import Indicator
from performance.models.progress import ProgressHeading, ProgressReport
from portfolios.models import AwaitedEvent, Post


class ProgressItemQuerySet(models.QuerySet["ProgressItem"]):
    def open(self) -> "ProgressItemQuerySet":
        """Those in which something is still to be done; the twin of `Item.is_open` in the rules."""
        return self.filter(kind__in=OPEN_KINDS).exclude(update__in=CLOSED_UPDATES)

    def carried(self) -> "ProgressItemQuerySet":
        """Those that the report before left open."""
        return self.exclude(carried_from=None)

    def for_paper(self) -> "ProgressItemQuerySet":
        """With all that a report shows of them, in the order of the page; two queries."""
        rows = self.select_related("heading", "event", "carried_from", "figure_of", "figure_period")
        return rows.prefetch_related(
            models.Prefetch("owners", ItemOwner.objects.select_related("post"))
        ).order_by("heading__place", "heading__name", "heading", "number", "pk")


class ProgressItem(Versioned):
    """One item under a heading: what was done, or an issue with who and by when, as written."""

    report = models.ForeignKey(ProgressReport, models.PROTECT, related_name="items")
    heading = models.ForeignKey(ProgressHeading, models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField("it is", max_length=20, choices=ItemKind.choices, default=ItemKind.ISSUE)
    text = models.TextField("words", blank=True)
    who_as_written = models.CharField("who", max_length=200, blank=True)
    owners_of_heading = models.BooleanField("owners are given for the heading", default=False)
    by_when_as_written = models.CharField("by when", max_length=60, blank=True)
    precision = models.CharField(
        max_length=20, choices=[(each.value, each.value) for each in Precision], default=Precision.NONE.value
    )
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)
    event = models.ForeignKey(
        AwaitedEvent,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="progress_items",
        verbose_name="subject to",
    )
    carried_from = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="carried_to", editable=False
    )
    times_carried = models.PositiveSmallIntegerField(default=0, editable=False)
    update = models.CharField("what became of it", max_length=20, choices=ItemUpdate.choices, blank=True)
    update_note = models.TextField("in words", blank=True)
    correction = models.CharField("note of correction", max_length=300, blank=True)
    figure_of = models.ForeignKey(
        Indicator,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="repeats the figure of",
    )
    figure_period = models.ForeignKey(Period, models.PROTECT, null=True, blank=True, related_name="+")
    figure_words = models.CharField("the figure then", max_length=200, blank=True)
    sent_as = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = ProgressItemQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["report", "number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="performance_progressitem_number_once"),
            models.CheckConstraint(
                condition=Q(kind=ItemKind.UNMATCHED) | ~Q(text=""),
                name="performance_progressitem_says_something",
                violation_error_message="Enter the words of the item.",
            ),
            models.CheckConstraint(
                condition=~Q(kind=ItemKind.UNMATCHED) | ~Q(who_as_written="", by_when_as_written=""),
                name="performance_progressitem_unmatched_has_who_or_when",
                violation_error_message="Enter who, or by when: without an issue there is nothing else.",
            ),
            models.CheckConstraint(
                condition=Q(update="") | Q(carried_from__isnull=False),
                name="performance_progressitem_update_of_carried",
                violation_error_message="Only what the report before left open has an update.",
            ),
            models.CheckConstraint(
                condition=~Q(update=ItemUpdate.DROPPED) | ~Q(update_note=""),
                name="performance_progressitem_dropped_with_reason",
                violation_error_message="Say why it was dropped.",
            ),
            models.CheckConstraint(
                condition=Q(figure_of=None, figure_period=None, figure_words="")
                | (Q(figure_of__isnull=False, figure_period__isnull=False) & ~Q(figure_words="")),
                name="performance_progressitem_figure_whole",
                violation_error_message="A figure that is repeated has an indicator, a period and a value.",
            ),
        ]

    def __str__(self) -> str:
        return f"Item {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("progress_item", args=[self.pk])


class ItemOwner(models.Model):
    """One owner of a progress item: a post, or words where the post is not known. Several own it jointly."""

    item = models.ForeignKey(ProgressItem, models.CASCADE, related_name="owners")
    number = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=200)
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="progress_items")

    objects = models.Manager()

    class Meta:
        ordering = ["item", "number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="performance_itemowner_number_once"),
            models.UniqueConstraint(
                fields=["item", "post"],
                name="performance_itemowner_post_once",
                violation_error_message="The same post owns it already.",
            ),
        ]

    def __str__(self) -> str:
        return self.words

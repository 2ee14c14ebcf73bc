import datetime
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, When
from django.urls import reverse

from council.models import AppendOnly, AppendOnlyQuerySet, Versioned
from portfolios.choices import QueryStage
from portfolios.models.body import Post
from portfolios.models.report import Report
from portfolios.models.service import Service


class QueryQuerySet(models.QuerySet["Query"]):
    def waiting(self) -> "QueryQuerySet":
        """Those without an answer."""
        return self.filter(stage=QueryStage.WAITING)

    def overdue(self, *, on: datetime.date) -> "QueryQuerySet":
        """Waiting, and the time for an answer is over."""
        return self.waiting().filter(due_on__lt=on)

    def for_list(self, *, on: datetime.date) -> "QueryQuerySet":
        """With all that the list shows: what each is about, who owns it, and whether it is overdue."""
        late = Q(stage=QueryStage.WAITING, due_on__lt=on)
        rows = self.annotate(
            now_overdue=Case(When(late, then=True), default=False, output_field=models.BooleanField()),
            about=Case(
                When(figure_words__gt="", then=F("figure_words")),
                When(report__isnull=False, then=F("report__subject")),
                default=F("service__name"),
                output_field=models.CharField(),
            ),
        )
        return rows.select_related("owner", "asked_by", "service", "report")


class Query(Versioned):
    """A member's question about a figure, a report or a service, with the post that owes the answer.

    A figure belongs to a higher floor, which pins the query to it; here stand the words of the figure as they were
    when it was asked, and they never change.
    """

    question = models.TextField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="queries")
    asked_at = models.DateTimeField()
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="queries")
    report = models.ForeignKey(Report, models.PROTECT, null=True, blank=True, related_name="queries")
    figure_words = models.CharField("figure", max_length=400, blank=True)
    owner = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="queries")
    due_on = models.DateField("answer due on", null=True, blank=True)
    stage = models.CharField(max_length=20, choices=QueryStage.choices, default=QueryStage.WAITING)
    sent_as = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = QueryQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name_plural = "queries"
        constraints = [
            models.CheckConstraint(
                condition=Q(service__isnull=False) | Q(report__isnull=False) | ~Q(figure_words=""),
                name="portfolios_query_about_something",
                violation_error_message="Say what the question is about: a figure, a report or a service.",
            )
        ]

    def __str__(self) -> str:
        return f"Query {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("query", args=[self.pk])

    @property
    def about_words(self) -> str:
        """What it is about, in words. The twin of `about` in `QueryQuerySet.for_list`."""
        return self.figure_words or str(self.report or self.service)

    def is_overdue(self, *, on: datetime.date) -> bool:
        """Whether it waits and its time is over. The twin of `QueryQuerySet.overdue`."""
        return self.stage == QueryStage.WAITING and self.due_on is not None and self.due_on < on


class Answer(AppendOnly):
    """What was answered to a query, by whom and when. A later answer adds to it and replaces nothing."""

    query = models.ForeignKey(Query, models.PROTECT, related_name="answers")
    number = models.PositiveIntegerField()
    words = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["query", "number"], name="portfolios_answer_number_once")
        ]

    def __str__(self) -> str:
        return f"Answer {self.number} to {self.query}"

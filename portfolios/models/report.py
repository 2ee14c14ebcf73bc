import datetime

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse
from simple_history.models import HistoricalRecords

from council.models import Versioned
from portfolios.choices import AskedTo, ImplicationAnswer, ImplicationHead, Verb
from portfolios.models.body import Body, Post
from portfolios.models.event import AwaitedEvent
from portfolios.models.meeting import Meeting
from portfolios.models.portfolio import Portfolio


class ReportQuerySet(models.QuerySet["Report"]):
    def with_last_stop(self) -> "ReportQuerySet":
        """With `to_body`: the body at the end of its route, which is the one that decides."""
        last = RouteStop.objects.filter(report=OuterRef("pk")).order_by("-number")
        return self.annotate(to_body=Subquery(last.values("body__name")[:1]))

    def latest_first(self) -> "ReportQuerySet":
        """The newest on top, those without a date last."""
        return self.order_by(F("dated_on").desc(nulls_last=True), "subject", "pk")


class Report(Versioned):
    """A paper put to a body: subject, day, author's post, and the words as they were presented."""

    subject = models.CharField(max_length=300)
    reference = models.CharField(max_length=40, blank=True)
    dated_on = models.DateField("dated", null=True, blank=True)
    dated_as_written = models.CharField("date as written", max_length=100, blank=True)
    author = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="reports", help_text="A post, not a person."
    )
    lead_member = models.ForeignKey(
        Portfolio,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reports",
        verbose_name="lead portfolio",
    )
    agenda_words = models.TextField("agenda description", blank=True)
    text = models.TextField("words of the report", blank=True)
    presented_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="Since then its words are fixed."
    )

    objects = ReportQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-dated_on", "subject", "pk"]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        return reverse("report", args=[self.pk])


class RouteStop(models.Model):
    """One body on a report's way: scrutiny before cabinet, directors before both."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="stops")
    number = models.PositiveSmallIntegerField("order")
    body = models.ForeignKey(Body, models.PROTECT, related_name="stops")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="stops")
    as_written = models.CharField("when, as written", max_length=100, blank=True)
    asked_to = models.CharField(max_length=20, choices=AskedTo.choices, default=AskedTo.CONSIDER)
    outcome = models.TextField("what it said", blank=True, help_text="Its comment or endorsement.")
    answer = models.TextField(
        "the executive's answer",
        blank=True,
        help_text="What was answered to scrutiny, if anything was asked.",
    )

    objects = models.Manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["report", "number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "number"],
                name="portfolios_routestop_order_once",
                violation_error_message="Two stops of the route have the same number. Number them in order.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_asked_to_display()}: {self.body}"


class Recommendation(models.Model):
    """One thing a report recommends, in its own words, beside the words its body argued for."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="recommendations")
    number = models.CharField(max_length=10, help_text='As printed, such as "1" or "iii".')
    words = models.TextField("as recommended")
    body_words = models.TextField(
        "as the report argues it",
        blank=True,
        help_text="The words in the text of the report that it rests on. They are compared with the recommendation.",
    )
    verb = models.CharField(max_length=20, choices=Verb.choices, default=Verb.APPROVE)
    second_verb = models.CharField(max_length=20, choices=Verb.choices, blank=True)
    portfolio = models.ForeignKey(
        Portfolio, models.PROTECT, null=True, blank=True, related_name="recommendations"
    )

    objects = models.Manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["report", "number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "number"],
                name="portfolios_recommendation_number_once",
                violation_error_message="Two recommendations of the report have the same number.",
            )
        ]

    def __str__(self) -> str:
        return f"Recommendation {self.number} of “{self.report}”"


class ImplicationQuerySet(models.QuerySet["Implication"]):
    def awake(self, *, on: datetime.date) -> "ImplicationQuerySet":
        """Those whose event has happened and that nobody has looked at since."""
        happened = Q(event__happened_on__lte=on, event__did_not_happen=False)
        not_yet = Q(reviewed_on=None) | Q(reviewed_on__lt=F("event__happened_on"))
        return self.filter(happened, not_yet, answer=ImplicationAnswer.CONDITIONAL)


class Implication(models.Model):
    """What a report says follows from it under one head; "None" wants a reason, and a condition can come true."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="implications")
    head = models.CharField(max_length=20, choices=ImplicationHead.choices)
    answer = models.CharField(
        max_length=20, choices=ImplicationAnswer.choices, default=ImplicationAnswer.NONE
    )
    words = models.TextField("as written", blank=True)
    why_none = models.TextField("why none", blank=True)
    event = models.ForeignKey(
        AwaitedEvent,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="implications",
        verbose_name="only if",
        help_text="What it waits for. When that happens, the implication wakes.",
    )
    reviewed_on = models.DateField("looked at again on", null=True, blank=True)
    review = models.TextField("what was found then", blank=True)

    objects = ImplicationQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["report", "head", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(answer=ImplicationAnswer.CONDITIONAL) | models.Q(event__isnull=False),
                name="portfolios_implication_condition_named",
                violation_error_message="Say what the implication depends on: choose the event it waits for.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_head_display()}: {self.get_answer_display()}"

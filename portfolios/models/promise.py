import datetime
import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Case, F, OuterRef, Prefetch, Q, Subquery, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from simple_history.models import HistoricalRecords

from council.models import AppendOnly, AppendOnlyQuerySet, Versioned
from portfolios.choices import OPEN_FATES, DueKind, Fate, PromiseVerb
from portfolios.models.body import Body, Post, Tenure
from portfolios.models.decision import Decision
from portfolios.models.event import AwaitedEvent
from portfolios.models.meeting import Meeting
from portfolios.models.report import Report
from portfolios.rules.due_spans import MOST_DAYS, MOST_MONTHS

UNDATED = Q(due_on=None) & (~Q(due_kind=DueKind.EVENT) | Q(event__did_not_happen=True))
"""Without a day, and waiting for nothing that may still happen."""


class PromiseQuerySet(models.QuerySet["Promise"]):
    def outstanding(self) -> "PromiseQuerySet":
        """Those in which something is still owed."""
        return self.filter(fate__in=OPEN_FATES)

    def overdue(self, *, on: datetime.date) -> "PromiseQuerySet":
        """Outstanding, and their day is over."""
        return self.outstanding().filter(due_on__lt=on)

    def undated(self) -> "PromiseQuerySet":
        """Outstanding, and nobody can say by when."""
        return self.outstanding().filter(UNDATED)

    def untouched(self) -> "PromiseQuerySet":
        """Those of which nobody ever said what became of them."""
        return self.filter(entries=None)

    def with_agenda(self, *, on: datetime.date) -> "PromiseQuerySet":
        """With `agenda_pk`, `agenda_on` and `agenda_body`: the meeting before which it must come next.

        That is the meeting named, while it is ahead; else of the body it is owed to the last meeting before its day,
        or the next one once its day is over. What is settled goes on no agenda.
        """
        of_body = Meeting.objects.ahead(on).filter(body=OuterRef("to_body"))
        in_time = of_body.filter(held_on__lte=OuterRef("due_on")).order_by("-held_on", "-pk")
        agenda = Coalesce(
            Case(When(due_meeting__held_on__gte=on, then=F("due_meeting"))),
            Subquery(in_time.values("pk")[:1]),
            Case(When(due_on__lt=on, then=Subquery(of_body.values("pk")[:1]))),
        )
        found = Meeting.objects.filter(pk=OuterRef("agenda_pk"))
        return self.annotate(agenda_pk=Case(When(fate__in=OPEN_FATES, then=agenda))).annotate(
            agenda_on=Subquery(found.values("held_on")[:1]),
            agenda_body=Subquery(found.values("body__name")[:1]),
        )

    def for_ledger(self, *, on: datetime.date) -> "PromiseQuerySet":
        """With all that the list shows: agenda, whether it is overdue, who holds the owner post. What is owed first."""
        late = Q(fate__in=OPEN_FATES, due_on__lt=on)
        rows = self.with_agenda(on=on).annotate(
            now_overdue=Case(When(late, then=True), default=False, output_field=models.BooleanField())
        )
        held = Prefetch("owner__tenures", Tenure.objects.on(on).select_related("person"), "now_held")
        rows = rows.select_related("owner", "to_body", "event").prefetch_related(held)
        is_settled = Case(When(fate__in=OPEN_FATES, then=0), default=1)
        return rows.order_by(is_settled, F("due_on").asc(nulls_last=True), "pk")

    def for_next_meetings(self, *, on: datetime.date) -> "PromiseQuerySet":
        """Those on the agenda of the very next meeting of a body."""
        following = Meeting.objects.next_of_each_body(on)
        return self.with_agenda(on=on).filter(agenda_pk__in=following.values("pk"))  # type: ignore[misc]


class Promise(Versioned):
    """What somebody undertook at a meeting or in a paper: to report back, look into, bring by. Kept until done."""

    verb = models.CharField(max_length=20, choices=PromiseVerb.choices)
    what = models.TextField(help_text="What was promised, as one would say it.")
    as_written = models.TextField("as written", blank=True, help_text="The words of the minute or the paper.")
    owner = models.ForeignKey(
        Post,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="promises",
        help_text="A post, not a person.",
    )
    to_body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="promises", verbose_name="owed to"
    )
    made_on = models.DateField("promised on", null=True, blank=True)
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="promises_made",
        verbose_name="promised at",
    )
    report = models.ForeignKey(Report, models.PROTECT, null=True, blank=True, related_name="promises")
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="promises")

    due_kind = models.CharField("due", max_length=20, choices=DueKind.choices, default=DueKind.OPEN)
    due_as_written = models.CharField(
        "due as written",
        max_length=100,
        blank=True,
        help_text='Such as "the June committee" or "as and when".',
    )
    due_on = models.DateField(
        "due by", null=True, blank=True, help_text="The last day that the words can mean. Blank if none."
    )
    due_meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="promises_due",
        verbose_name="next agenda",
        help_text="The meeting whose agenda it must appear on.",
    )
    event = models.ForeignKey(
        AwaitedEvent,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="promises",
        verbose_name="waits for",
    )
    months_after = models.PositiveSmallIntegerField(
        "months after it",
        null=True,
        blank=True,
        validators=[
            MaxValueValidator(MOST_MONTHS, f"Give at most {MOST_MONTHS} months, which is ten years.")
        ],
    )
    days_after = models.PositiveSmallIntegerField(
        "and days after it",
        null=True,
        blank=True,
        validators=[
            MaxValueValidator(MOST_DAYS, f"Give at most {MOST_DAYS} days; count longer times in months.")
        ],
    )
    fate = models.CharField(max_length=20, choices=Fate.choices, default=Fate.OPEN, editable=False)
    sent_as = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = PromiseQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = [models.F("due_on").asc(nulls_last=True), "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(due_kind=DueKind.EVENT) | Q(event__isnull=False),
                name="portfolios_promise_event_named",
                violation_error_message="Choose the event the promise waits for.",
            ),
            models.CheckConstraint(
                condition=~Q(due_kind=DueKind.DATE) | Q(due_on__isnull=False),
                name="portfolios_promise_date_given",
                violation_error_message="Give the day by which it is due, or say that it has no date.",
            ),
            models.CheckConstraint(
                condition=(Q(months_after=None) | Q(months_after__lte=MOST_MONTHS))
                & (Q(days_after=None) | Q(days_after__lte=MOST_DAYS)),
                name="portfolios_promise_within_ten_years",
                violation_error_message="A promise is due within ten years of what it waits for. Give a shorter time.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_verb_display()}: {self.what}"

    def get_absolute_url(self) -> str:
        return reverse("promise", args=[self.pk])

    def is_overdue(self, *, on: datetime.date) -> bool:
        """Whether something is still owed and its day is over. The twin of `PromiseQuerySet.overdue`."""
        return self.fate in OPEN_FATES and self.due_on is not None and self.due_on < on


class PromiseEntry(AppendOnly):
    """What became of a promise at one time: kept, part kept, missed or released, with what shows it."""

    promise = models.ForeignKey(Promise, models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    fate = models.CharField(max_length=20, choices=Fate.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    note = models.TextField("what shows it")
    report = models.ForeignKey(Report, models.PROTECT, null=True, blank=True, related_name="+")

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["-number", "-pk"]
        verbose_name_plural = "promise entries"
        constraints = [
            models.UniqueConstraint(fields=["promise", "number"], name="portfolios_promiseentry_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_fate_display()}, {self.at:%-d %B %Y}"

import datetime
import uuid
from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Case, F, Prefetch, Q, When
from django.urls import reverse
from simple_history.models import HistoricalRecords

from council.models import AppendOnly, AppendOnlyQuerySet, Versioned
from portfolios.choices import OPEN_ACTIONS, ActionState, ActionStep, DueKind
from portfolios.models.body import Post, Tenure
from portfolios.models.event import AwaitedEvent
from portfolios.models.service import Service
from portfolios.rules.due_spans import MOST_DAYS, MOST_MONTHS


class ActionQuerySet(models.QuerySet["Action"]):
    def open(self) -> "ActionQuerySet":
        """Those in which something is still to be done."""
        return self.filter(state__in=OPEN_ACTIONS)

    def overdue(self, *, on: datetime.date) -> "ActionQuerySet":
        """Open, and their day is over."""
        return self.open().filter(due_on__lt=on)

    def ownerless(self) -> "ActionQuerySet":
        """Open, and no post owns them."""
        return self.open().filter(owner=None)

    def undated(self) -> "ActionQuerySet":
        """Open, and nobody can say by when."""
        return self.open().filter(due_on=None)

    def for_list(self, *, on: datetime.date) -> "ActionQuerySet":
        """With all that a list shows: who holds the owner post, and whether each is overdue. What is open first."""
        late = Q(state__in=OPEN_ACTIONS, due_on__lt=on)
        held = Prefetch("owner__tenures", Tenure.objects.on(on).select_related("person"), "now_held")
        rows = self.annotate(
            now_overdue=Case(When(late, then=True), default=False, output_field=models.BooleanField()),
            is_over=Case(When(state__in=OPEN_ACTIONS, then=0), default=1),
        )
        rows = rows.select_related("owner", "service", "event").prefetch_related(held)
        return rows.order_by("is_over", F("due_on").asc(nulls_last=True), "pk")


class Action(Versioned):
    """Something that the council sets out to do, so that something becomes different. A lesson or a plan leads to it.

    One action may serve several. Its owner is a post; an action that no post owns is shown as lacking one.
    """

    what = models.TextField("what is to be done")
    result = models.TextField("what will be different", blank=True)
    owner = models.ForeignKey(
        Post,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        help_text="A post, not a person.",
    )
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="actions")
    agreed_on = models.DateField(
        "agreed on", help_text="The day from which such words as “in six months” count."
    )
    due_kind = models.CharField("due", max_length=20, choices=DueKind.choices, default=DueKind.OPEN)
    due_as_written = models.CharField("due as written", max_length=100, blank=True)
    due_on = models.DateField("due by", null=True, blank=True)
    event = models.ForeignKey(
        AwaitedEvent,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
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
    cost = models.DecimalField(
        "cost in £",
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
        help_text="Nought where it costs nothing, empty where that was not said.",
    )
    saving = models.DecimalField(
        "saving in £",
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
        help_text="Nought where it saves nothing, empty where that was not said.",
    )
    state = models.CharField(
        max_length=20, choices=ActionState.choices, default=ActionState.PLANNED, editable=False
    )
    done_on = models.DateField("done on", null=True, blank=True, editable=False)
    sent_as = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = ActionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = [models.F("due_on").asc(nulls_last=True), "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(due_kind=DueKind.EVENT) | Q(event__isnull=False),
                name="portfolios_action_event_named",
                violation_error_message="Choose the event the action waits for.",
            ),
            models.CheckConstraint(
                condition=~Q(due_kind=DueKind.DATE) | Q(due_on__isnull=False),
                name="portfolios_action_date_given",
                violation_error_message="Give the day by which it is done, or say that it has no date.",
            ),
            models.CheckConstraint(
                condition=Q(state=ActionState.DONE, done_on__isnull=False)
                | (~Q(state=ActionState.DONE) & Q(done_on=None)),
                name="portfolios_action_done_on_a_day",
                violation_error_message="What is done was done on a day, and nothing else was.",
            ),
            models.CheckConstraint(
                condition=(Q(cost=None) | Q(cost__gte=0)) & (Q(saving=None) | Q(saving__gte=0)),
                name="portfolios_action_no_negative_money",
                violation_error_message="Cost and saving are amounts of nought or more.",
            ),
        ]

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return reverse("action", args=[self.pk])

    def is_overdue(self, *, on: datetime.date) -> bool:
        """Whether it is open and its day is over. The twin of `ActionQuerySet.overdue`."""
        return self.state in OPEN_ACTIONS and self.due_on is not None and self.due_on < on


class ActionEntry(AppendOnly):
    """One step in the life of an action, with who, when, why, and what its fields were before it where they changed."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    step = models.CharField(max_length=20, choices=ActionStep.choices)
    state = models.CharField("state then", max_length=20, choices=ActionState.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    note = models.TextField(blank=True)
    changes = models.JSONField(
        "what changed", default=list, blank=True, help_text="For each field its name, then before and after."
    )

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["action", "-number", "-pk"]
        verbose_name_plural = "action entries"
        constraints = [
            models.UniqueConstraint(fields=["action", "number"], name="portfolios_actionentry_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()}, {self.at:%-d %B %Y}"

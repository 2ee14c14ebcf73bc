from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery

from council.models import AppendOnly, AppendOnlyQuerySet, Versioned
from council.rag import Rag
from performance.choices import Known, Step, Travel, ValueStatus
from performance.models.cycle import Period
from performance.models.indicator import Indicator
from performance.models.rating import RatingRule
from performance.rules.wording import sure_words


class ReturnQuerySet(models.QuerySet["Return"]):
    def for_grid(self) -> "ReturnQuerySet":
        """With all that a page of returns shows."""
        return self.select_related("indicator", "period", "latest", "standing", "published")

    def with_asked(self) -> "ReturnQuerySet":
        """With what was done last beside drafting, and why: drafts do not answer what a lead officer asked for."""
        done = Revision.objects.filter(indicator_return=OuterRef("pk")).exclude(step=Step.DRAFTED)
        last = done.order_by("-number")
        return self.annotate(
            asked_step=Subquery(last.values("step")[:1]), asked_reason=Subquery(last.values("reason")[:1])
        )


class Return(Versioned):
    """What a service says of one indicator for one period, from first draft to publication.

    The words and figures are in its revisions, which never change: `latest` is the newest, `standing` the newest
    that was signed off (what dashboards show), `published` the newest that was published.
    """

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="returns")
    period = models.ForeignKey(Period, models.PROTECT, related_name="returns")
    step = models.CharField(max_length=20, choices=Step.choices, default=Step.DRAFTED)
    first_submitted_at = models.DateTimeField(null=True, blank=True)
    latest = models.ForeignKey(
        "performance.Revision", models.PROTECT, null=True, blank=True, related_name="+"
    )
    standing = models.ForeignKey(
        "performance.Revision", models.PROTECT, null=True, blank=True, related_name="+"
    )
    published = models.ForeignKey(
        "performance.Revision", models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ReturnQuerySet.as_manager()

    class Meta:
        ordering = ["-period__ends_on", "indicator", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "period"],
                name="performance_return_once_a_period",
                violation_error_message="There is already a return for this indicator and period.",
            )
        ]
        indexes = [models.Index(fields=["period", "step"], name="performance_return_stage")]

    def __str__(self) -> str:
        return f"{self.indicator}, {self.period}"

    @property
    def is_under_correction(self) -> bool:
        """Whether it was signed off once and has been reopened since."""
        return self.standing_id is not None and self.latest_id != self.standing_id


class Revision(AppendOnly):
    """What a return said at one step of its life, and who took that step, when and why. Never changed."""

    indicator_return = models.ForeignKey(Return, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    step = models.CharField(max_length=20, choices=Step.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(blank=True)

    known = models.CharField(max_length=20, choices=Known.choices, default=Known.KNOWN)
    as_written = models.CharField(max_length=200, blank=True)
    value = models.DecimalField(max_digits=15, decimal_places=4, null=True, blank=True)
    words = models.CharField(max_length=100, blank=True)
    numerator = models.DecimalField(max_digits=15, decimal_places=4, null=True, blank=True)
    denominator = models.DecimalField(max_digits=15, decimal_places=4, null=True, blank=True)
    value_status = models.CharField(max_length=20, choices=ValueStatus.choices, default=ValueStatus.ACTUAL)
    carried_from = models.CharField(max_length=100, blank=True)
    forecast_as_written = models.CharField("year-end forecast", max_length=200, blank=True)
    forecast_value = models.DecimalField(max_digits=15, decimal_places=4, null=True, blank=True)
    forecast_words = models.CharField(max_length=100, blank=True)
    comment = models.TextField(blank=True)
    comment_resolved = models.TextField(blank=True)
    computed_words = models.TextField(
        "how it was computed",
        blank=True,
        help_text="The query in words, where the product counted the value.",
    )

    target_as_written = models.CharField(max_length=100, blank=True)
    target_value = models.DecimalField(max_digits=15, decimal_places=4, null=True, blank=True)
    target_low = models.DecimalField(max_digits=15, decimal_places=4, null=True, blank=True)
    target_high = models.DecimalField(max_digits=15, decimal_places=4, null=True, blank=True)
    rule = models.ForeignKey(RatingRule, models.PROTECT, null=True, related_name="+")
    rule_words = models.TextField(blank=True)
    rule_rating = models.CharField(max_length=20, choices=Rag.choices)
    rating = models.CharField(max_length=20, choices=Rag.choices)
    why = models.TextField(blank=True)
    override_reason = models.TextField(blank=True)
    travel_short = models.CharField(max_length=20, choices=Travel.choices, default=Travel.UNKNOWN)
    travel_long = models.CharField(max_length=20, choices=Travel.choices, default=Travel.UNKNOWN)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["-number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator_return", "number"], name="performance_revision_number_once"
            ),
            models.CheckConstraint(
                condition=Q(rating=models.F("rule_rating")) | ~Q(override_reason=""),
                name="performance_revision_override_has_reason",
                violation_error_message="Say why the rating differs from the rule.",
            ),
            models.CheckConstraint(
                condition=Q(known=Known.KNOWN) | Q(value=None),
                name="performance_revision_unknown_has_no_value",
                violation_error_message="A value that is not known cannot have a figure.",
            ),
        ]
        indexes = [models.Index(fields=["rating"], name="performance_revision_rating")]

    def __str__(self) -> str:
        return f"{self.get_step_display()}, {self.at:%d %B %Y}"

    @property
    def sure(self) -> str:
        """How sure the value is, in words; "" where it is simply actual, or where there is none."""
        return sure_words(known=self.known, value_status=self.value_status, carried_from=self.carried_from)

    @property
    def is_overridden(self) -> bool:
        """Whether a person gave another rating than the rule."""
        return self.rating != self.rule_rating

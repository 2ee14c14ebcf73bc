import datetime

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from complaints.choices import STAGE_TWO, CaseKind, ClockKind, Code, CountedFrom
from council.models import Versioned
from council.models.bank_holiday import Division

UP_TO_A_YEAR = [MinValueValidator(1), MaxValueValidator(365)]
NONE_TO_A_YEAR = [MaxValueValidator(365)]


class CaseProcedureQuerySet(models.QuerySet["CaseProcedure"]):
    def in_force(self, day: datetime.date) -> "CaseProcedureQuerySet":
        """Those that a case received on the day may be handled by."""
        return self.filter(starts_on__lte=day).filter(Q(ends_on=None) | Q(ends_on__gte=day))

    def usual(self, kind: str, *, day: datetime.date) -> "CaseProcedure | None":
        """The one that a case of the kind is handled by unless somebody chooses another; the newest of several."""
        return self.in_force(day).filter(kind=kind).order_by("-is_usual", "-starts_on", "-pk").first()


class CaseProcedure(Versioned):
    """How long the council may take over a kind of case, from one day to another: its own rule or an ombudsman's code.

    The Local Government and Social Care Ombudsman's Complaint Handling Code is guidance under section 23(12A) of the
    Local Government Act 1974: a council may depart from it, with its reason on record. All times are working days.
    """

    name = models.CharField(max_length=100)
    kind = models.CharField("for", max_length=20, choices=CaseKind.choices, default=CaseKind.COMPLAINT)
    code = models.CharField("whose code", max_length=20, choices=Code.choices, default=Code.OMBUDSMAN)
    source = models.CharField("where it is laid down", max_length=200)
    departs_why = models.TextField(
        "why it departs from the code", blank=True, help_text="Needed where a time differs from the code’s."
    )
    is_usual = models.BooleanField("used unless another is chosen", default=False)
    starts_on = models.DateField("from")
    ends_on = models.DateField("to", null=True, blank=True)
    division = models.CharField(
        "nation",
        max_length=20,
        choices=Division.choices,
        default=Division.ENGLAND_AND_WALES,
        help_text="Whose bank holidays the working days skip.",
    )
    acknowledge_days = models.PositiveSmallIntegerField(
        "working days to acknowledge",
        null=True,
        blank=True,
        default=5,
        validators=UP_TO_A_YEAR,
        help_text="Blank if nothing is acknowledged apart from the reply.",
    )
    reply_days = models.PositiveSmallIntegerField(
        "working days to reply", default=10, validators=UP_TO_A_YEAR
    )
    counted_from = models.CharField(
        "the reply is counted from",
        max_length=20,
        choices=CountedFrom.choices,
        default=CountedFrom.ACKNOWLEDGEMENT,
    )
    longest_extension = models.PositiveSmallIntegerField(
        "working days of extension at most", default=10, validators=NONE_TO_A_YEAR
    )
    has_stage_two = models.BooleanField("has a second stage", default=True)
    acknowledge_days_two = models.PositiveSmallIntegerField(
        "working days to acknowledge stage 2", default=5, validators=UP_TO_A_YEAR
    )
    reply_days_two = models.PositiveSmallIntegerField(
        "working days to reply at stage 2", default=20, validators=UP_TO_A_YEAR
    )
    longest_extension_two = models.PositiveSmallIntegerField(
        "working days of extension at most at stage 2", default=20, validators=NONE_TO_A_YEAR
    )
    may_pause = models.BooleanField(
        "clocks may be paused",
        default=False,
        help_text="The codes allow no pause.",
    )
    accept_months = models.PositiveSmallIntegerField(
        "months after the event in which a complaint is accepted", default=12, validators=UP_TO_A_YEAR
    )
    ombudsman = models.CharField(
        "the ombudsman", max_length=200, default="Local Government and Social Care Ombudsman"
    )
    ombudsman_contact = models.CharField(
        "how to reach the ombudsman", max_length=200, default="www.lgo.org.uk, 0300 061 0614"
    )

    objects = CaseProcedureQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["kind", "-is_usual", "name", "-starts_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "starts_on"],
                name="complaints_caseprocedure_once",
                violation_error_message="There is a procedure of this name from that day already.",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="complaints_caseprocedure_ends_after",
                violation_error_message="The last day cannot be before the first.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def working_days(self, stage: int, kind: str) -> int | None:
        """How many a clock of the stage has; None where nothing of the kind is waited for."""
        if kind == ClockKind.ACKNOWLEDGEMENT:
            return self.acknowledge_days_two if stage == STAGE_TWO else self.acknowledge_days
        return self.reply_days_two if stage == STAGE_TWO else self.reply_days

    def extension(self, stage: int) -> int:
        """How many working days a reply of the stage may be extended by, in all."""
        return self.longest_extension_two if stage == STAGE_TWO else self.longest_extension

import datetime

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from simple_history.models import HistoricalRecords

from council.models import Versioned
from council.models.bank_holiday import Division
from portfolios.choices import PortfolioDecider

PRODUCT = "The product’s own figures: the register holds no procedure of that day yet"
UP_TO_A_YEAR = [MinValueValidator(1), MaxValueValidator(365)]


class ProcedureQuerySet(models.QuerySet["Procedure"]):
    def in_force(self, day: datetime.date) -> "Procedure":
        """The one in force on the day; before the first, the product's own figures, which are not in the database."""
        return self.filter(starts_on__lte=day).order_by("-starts_on").first() or Procedure.of_the_product()


class Procedure(Versioned):
    """The council's own rules on decisions and queries, from one day on, with the reason for each change.

    The law fixes some of them for councils with an executive (SI 2012/2089, regulations 9 to 11); call-in and the
    time for an answer to a member are each council's own.
    """

    starts_on = models.DateField("from", unique=True)
    division = models.CharField(
        "nation",
        max_length=20,
        choices=Division.choices,
        default=Division.ENGLAND_AND_WALES,
        help_text="Whose bank holidays the working days skip.",
    )
    answer_days = models.PositiveSmallIntegerField(
        "working days to answer a member's query", default=10, validators=UP_TO_A_YEAR
    )
    publish_days = models.PositiveSmallIntegerField(
        "working days to publish a decision", default=2, validators=UP_TO_A_YEAR
    )
    call_in_days = models.PositiveSmallIntegerField(
        "working days to call a decision in",
        default=5,
        validators=UP_TO_A_YEAR,
        help_text="Counted from the day the decision is published.",
    )
    call_in_callers = models.CharField(
        "who may call in", max_length=200, default="The chair of scrutiny, or any five members"
    )
    hearing_days = models.PositiveSmallIntegerField(
        "working days to hear a call-in", default=10, validators=UP_TO_A_YEAR
    )
    notice_days = models.PositiveSmallIntegerField(
        "clear days of notice of a key decision", default=28, validators=UP_TO_A_YEAR
    )
    exception_days = models.PositiveSmallIntegerField(
        "clear days under the general exception", default=5, validators=UP_TO_A_YEAR
    )
    portfolios_changed_by = models.CharField(
        "who may change portfolios",
        max_length=20,
        choices=PortfolioDecider.choices,
        default=PortfolioDecider.ANY,
        help_text="Only their decisions are offered when an amendment of a remit is decided.",
    )
    key_threshold = models.DecimalField(
        "key decision from, in £", max_digits=12, decimal_places=2, null=True, blank=True
    )
    source = models.CharField(
        "where it is laid down", max_length=200, blank=True, help_text="Such as a part of the constitution."
    )

    objects = ProcedureQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-starts_on", "pk"]

    @classmethod
    def of_the_product(cls) -> "Procedure":
        """The figures that hold until the council's own are in the register; not in the database."""
        return cls(source=PRODUCT)

    def __str__(self) -> str:
        return f"Procedure from {self.starts_on:%-d %B %Y}"

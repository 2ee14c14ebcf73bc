import datetime

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from council.models import Versioned
from council.periods import Frequency, year_name
from performance.rules.exceptions import USUAL


class Cycle(Versioned):
    """How often returns are made: monthly, quarterly, four-monthly, half-yearly, annually or as the council sets."""

    name = models.CharField(max_length=100, unique=True)
    frequency = models.CharField(
        max_length=20, choices=[(f.value, f.value.replace("_", "-")) for f in Frequency]
    )
    start_month = models.PositiveSmallIntegerField(
        default=4, help_text="The month the first period of a year starts in: 4 for a financial year."
    )
    due_working_days = models.PositiveSmallIntegerField(
        default=15, help_text="Returns are due this many working days after a period ends."
    )
    remind_working_days = models.PositiveSmallIntegerField(
        "working days before the due date",
        default=5,
        help_text="Owners and officers are reminded this many working days before returns are due.",
    )
    untouched_days = models.PositiveSmallIntegerField(
        "days without a change",
        default=10,
        help_text="A draft that nobody touched for so many days is called not updated.",
    )
    carried_periods = models.PositiveSmallIntegerField(
        "periods carried forward",
        default=2,
        help_text="A value carried forward for so many periods running is called not updated.",
    )
    exception_after = models.PositiveSmallIntegerField(
        "an exception after",
        default=USUAL,
        help_text="Off target so many periods running, an indicator is called out as an exception.",
    )

    objects = models.Manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start_month__gte=1, start_month__lte=12),
                name="performance_cycle_start_month",
                violation_error_message="Enter a month from 1 to 12.",
            ),
            models.CheckConstraint(
                condition=Q(remind_working_days__gte=1, untouched_days__gte=1, carried_periods__gte=1),
                name="performance_cycle_reminds",
                violation_error_message="Reminders need a number of 1 or more in each of their boxes.",
            ),
            models.CheckConstraint(
                condition=Q(exception_after__gte=1),
                name="performance_cycle_exception_after",
                violation_error_message="Enter how many periods, 1 or more.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PeriodQuerySet(models.QuerySet["Period"]):
    def ended(self, *, day: datetime.date) -> "PeriodQuerySet":
        """Those that were over before the day began."""
        return self.filter(ends_on__lt=day)

    def latest_by_cycle(self, *, day: datetime.date) -> dict[int, "Period"]:
        """For each cycle its last period that ended on or before the day, by cycle id; one query.

        A period that ended more than a year before the day no longer speaks for it.
        """
        year_before = day - datetime.timedelta(days=366)
        rows = (
            self.filter(ends_on__lte=day, ends_on__gt=year_before).select_related("cycle").order_by("ends_on")
        )
        return {period.cycle_id: period for period in rows}


class Period(Versioned):
    """One stretch of time that returns are made for. Its boundaries may differ from year to year."""

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="periods")
    name = models.CharField(max_length=100)
    starts_on = models.DateField("from")
    ends_on = models.DateField("to", help_text="The last day of the period.")
    year = models.PositiveSmallIntegerField(
        "financial year", help_text="The year it is reported under: 2026 stands for 2026/27."
    )
    due_on = models.DateField("returns due", help_text="A return entered after this day is late.")

    objects = PeriodQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-ends_on", "cycle", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="performance_period_ends_after_it_starts",
                violation_error_message="The period ends before it starts. Check both dates.",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("ends_on")),
                name="performance_period_due_after_it_ends",
                violation_error_message="Returns cannot be due before the period ends.",
            ),
            models.UniqueConstraint(
                fields=["cycle", "starts_on"],
                name="performance_period_start_once",
                violation_error_message="This cycle already has a period that starts on that day.",
            ),
        ]
        indexes = [models.Index(fields=["ends_on"], name="performance_period_ends_on")]

    def __str__(self) -> str:
        return self.name

    @property
    def year_name(self) -> str:
        """The financial year in words, such as "2026/27"."""
        return year_name(self.year)


class MunicipalYear(models.Model):
    """The council's year from its annual meeting to the next one, beside the financial year from April."""

    starts_on = models.DateField("annual meeting", unique=True)

    objects = models.Manager()

    class Meta:
        ordering = ["-starts_on"]

    def __str__(self) -> str:
        return f"Municipal year {year_name(self.starts_on.year)}"

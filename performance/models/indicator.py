import datetime

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from council.models import Versioned
from performance.choices import BenchmarkKind, Direction, ReferenceKind, ValueKind, YearToDate
from performance.models.cycle import Cycle
from performance.rules.naming import called
from portfolios.models import Post, Service, Term


class IndicatorQuerySet(models.QuerySet["Indicator"]):
    def active(self, *, day: datetime.date) -> "IndicatorQuerySet":
        """Those that are reported on the day."""
        return self.filter(Q(starts_on=None) | Q(starts_on__lte=day), Q(ends_on=None) | Q(ends_on__gte=day))

    def of_services(self, service_ids: set[int]) -> "IndicatorQuerySet":
        """Those of the given services."""
        return self.filter(service__in=service_ids)


class Indicator(Versioned, Term):
    """Something the council measures about a service, with a reference as papers write it, not always unique."""

    service = models.ForeignKey(Service, models.PROTECT, related_name="indicators")
    owner = models.ForeignKey(
        Post,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="indicators",
        help_text="The post that answers for it.",
    )
    reference = models.CharField(
        max_length=40, blank=True, help_text="As written in the plan or order. Two indicators may share one."
    )
    reference_kind = models.CharField(
        max_length=20,
        choices=ReferenceKind.choices,
        default=ReferenceKind.LOCAL,
        verbose_name="reference given by",
    )
    title = models.CharField(max_length=400)
    value_kind = models.CharField(max_length=20, choices=ValueKind.choices)
    unit = models.CharField(max_length=40, blank=True, help_text="Such as days, tonnes or £000.")
    decimals = models.PositiveSmallIntegerField(default=0, help_text="Decimal places shown, from 0 to 4.")
    direction = models.CharField(max_length=20, choices=Direction.choices)
    levels = models.TextField(blank=True, help_text="For ordered levels: one a line, the lowest first.")
    minimum = models.DecimalField(max_digits=15, decimal_places=4, null=True, blank=True)
    maximum = models.DecimalField(max_digits=15, decimal_places=4, null=True, blank=True)
    is_cumulative = models.BooleanField(
        "counts from the start of the year",
        default=False,
        help_text="Each value includes the periods before it.",
    )
    year_to_date = models.CharField(
        max_length=20,
        choices=[("", "As is usual for its kind"), *YearToDate.choices],
        blank=True,
        help_text="How the values of a year come to one figure. Usual: counts and money are added, shares are weighted "
        "where their numbers are kept, and of what counts from the start of the year it is the latest.",
    )
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="indicators")
    takes_monthly_values = models.BooleanField(
        "takes monthly values",
        default=False,
        help_text="Each return also asks for the months of its period, so that real change shows sooner.",
    )
    computed_from = models.CharField(
        max_length=40,
        blank=True,
        help_text="The product counts this itself each period; officers add the comment.",
    )
    is_council_wide = models.BooleanField(
        "counts the whole council",
        default=True,
        help_text="Otherwise only its own service and all below it. Matters where it is computed.",
    )

    objects = IndicatorQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Term.Meta):
        ordering = ["reference", "title", "pk"]
        constraints = [
            *Term.Meta.constraints,
            models.CheckConstraint(
                condition=Q(decimals__lte=4),
                name="performance_indicator_decimals",
                violation_error_message="Choose from 0 to 4 decimal places.",
            ),
        ]

    def __str__(self) -> str:
        return called(self.reference, self.title)

    def get_absolute_url(self) -> str:
        return reverse("indicator", args=[self.pk])

    @property
    def level_names(self) -> list[str]:
        """The ordered levels, the lowest first."""
        return [line.strip() for line in self.levels.splitlines() if line.strip()]


class IndicatorDefinition(models.Model):
    """What exactly is counted, in one version; a change of meaning breaks the series."""

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="definitions")
    number = models.PositiveSmallIntegerField("version", default=1)
    wording = models.TextField()
    numerator = models.CharField(max_length=400, blank=True)
    denominator = models.CharField(max_length=400, blank=True)
    source = models.CharField("data source", max_length=400, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField("from", null=True, blank=True)
    breaks_series = models.BooleanField(
        "breaks the series", default=False, help_text="Values before and after cannot be compared."
    )
    reason = models.CharField("why it changed", max_length=400, blank=True)

    objects = models.Manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "number"],
                name="performance_definition_number_once",
                violation_error_message="This indicator already has a definition with that version number.",
            )
        ]

    def __str__(self) -> str:
        return f"Version {self.number}"


class Benchmark(models.Model):
    """A published figure of other councils to compare with, such as the top 25%; imported, never worked out here."""

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="benchmarks")
    year = models.PositiveSmallIntegerField("financial year")
    kind = models.CharField(
        "what it is", max_length=20, choices=BenchmarkKind.choices, default=BenchmarkKind.TOP_QUARTER
    )
    label = models.CharField(
        "called", max_length=100, default="Top 25%", help_text="As published; of a named council its name."
    )
    group = models.CharField(
        "compared with", max_length=200, blank=True, help_text="Such as all English councils."
    )
    as_written = models.CharField(max_length=100, help_text="The figure; of a rank such as 12 of 45.")
    value = models.DecimalField(max_digits=15, decimal_places=4, null=True, blank=True)
    words = models.CharField(max_length=100, blank=True)
    rank = models.PositiveIntegerField(null=True, blank=True)
    out_of = models.PositiveIntegerField(null=True, blank=True)
    method = models.CharField(
        "how it was worked out",
        max_length=200,
        blank=True,
        help_text="As the publisher says, such as: four groups of equal count.",
    )
    source = models.CharField("where it was published", max_length=200, blank=True)

    objects = models.Manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-year", "label", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=(
                    ~Q(kind=BenchmarkKind.RANK) & Q(rank=None, out_of=None)
                    | Q(kind=BenchmarkKind.RANK, value=None, rank__gte=1, rank__lte=F("out_of"))
                ),
                name="performance_benchmark_rank",
                violation_error_message="Enter the rank and how many there are, such as 12 of 45.",
            ),
            models.UniqueConstraint(
                fields=["indicator", "year", "label", "group"],
                name="performance_benchmark_once",
                violation_error_message="This benchmark is already there for that year and group.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.as_written}"

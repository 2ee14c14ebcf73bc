import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import OuterRef, Subquery
from django.urls import reverse
from simple_history.models import HistoricalRecords

from council.models import Versioned
from portfolios.models.body import Person
from portfolios.models.term import Term, TermQuerySet

if TYPE_CHECKING:
    from council.models import User


class PortfolioQuerySet(TermQuerySet):
    def named_on(self, day: datetime.date) -> "PortfolioQuerySet":
        """With `name_then`: the name each had on the day, where it was not its first."""
        names = PortfolioName.objects.filter(portfolio=OuterRef("pk"), starts_on__lte=day)
        return self.annotate(name_then=Subquery(names.values("name")[:1]))

    def held_by(self, user: "User", *, day: datetime.date) -> "PortfolioQuerySet":
        """The portfolios that the user's person holds on the day."""
        held = Appointment.objects.on(day).filter(person__user=user).values("portfolio")
        return self.filter(pk__in=held)


class Portfolio(Versioned, Term):
    """What one member of the executive answers for. It can stand without a named holder."""

    name = models.CharField(max_length=200)
    summary = models.TextField(blank=True, help_text="One sentence in plain words for the public.")
    remit_is_partial = models.BooleanField(
        "only part of its remit is recorded",
        default=False,
        help_text="Then its page says that the rest of the remit is not recorded.",
    )

    objects = PortfolioQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Term.Meta):
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("portfolio", args=[self.pk])


class PortfolioName(models.Model):
    """The name a portfolio has from a day on. Written by an amendment that renames it, and by nothing else."""

    portfolio = models.ForeignKey(Portfolio, models.CASCADE, related_name="later_names")
    name = models.CharField(max_length=200)
    starts_on = models.DateField("from")

    objects = models.Manager()

    class Meta:
        ordering = ["-starts_on", "-pk"]

    def __str__(self) -> str:
        return self.name


class PortfolioAlias(Term):
    """Another name or spelling that papers use for a portfolio; no amendment gave it."""

    portfolio = models.ForeignKey(Portfolio, models.CASCADE, related_name="aliases")
    name = models.CharField("as written", max_length=200)
    seen_in = models.CharField(
        "where it stands so", max_length=200, blank=True, help_text="The paper that writes it so."
    )

    objects = TermQuerySet.as_manager()

    class Meta(Term.Meta):
        ordering = ["name", "pk"]
        verbose_name_plural = "portfolio aliases"
        constraints = [
            *Term.Meta.constraints,
            models.UniqueConstraint(
                fields=["portfolio", "name"],
                name="portfolios_portfolioalias_once",
                violation_error_message="This portfolio already has that name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Appointment(Term):
    """A person's time as holder of a portfolio."""

    portfolio = models.ForeignKey(Portfolio, models.CASCADE, related_name="appointments")
    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments")
    explanation = models.CharField(
        "why two, or why a gap",
        max_length=200,
        blank=True,
        help_text="Needed where two hold it at once, such as a job share, or where it stands vacant before or after.",
    )

    objects = TermQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Term.Meta):
        ordering = ["-starts_on", "pk"]

    def __str__(self) -> str:
        return f"{self.person}, {self.portfolio}"

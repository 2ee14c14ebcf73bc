import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from council.models import Versioned
from portfolios.models.body import Person
from portfolios.models.service import Service
from portfolios.models.term import Term, TermQuerySet

if TYPE_CHECKING:
    from council.models import User


class PortfolioQuerySet(TermQuerySet):
    def held_by(self, user: "User", *, day: datetime.date) -> "PortfolioQuerySet":
        """The portfolios that the user's person holds on the day."""
        held = Appointment.objects.on(day).filter(person__user=user).values("portfolio")
        return self.filter(pk__in=held)


class Portfolio(Versioned, Term):
    """What one member of the executive answers for. It can stand without a named holder."""

    name = models.CharField(max_length=200)
    summary = models.TextField(blank=True, help_text="One sentence in plain words for the public.")

    objects = PortfolioQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Term.Meta):
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("portfolio", args=[self.pk])


class Appointment(Term):
    """A person's time as holder of a portfolio."""

    portfolio = models.ForeignKey(Portfolio, models.CASCADE, related_name="appointments")
    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments")

    objects = TermQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Term.Meta):
        ordering = ["-starts_on", "pk"]

    def __str__(self) -> str:
        return f"{self.person}, {self.portfolio}"


class ResponsibilityQuerySet(TermQuerySet):
    def services_of(self, portfolio_ids: list[int], *, day: datetime.date) -> set[int]:
        """The ids of the services these portfolios answer for on the day, with all below them."""
        tops = self.on(day).filter(portfolio__in=portfolio_ids).values_list("service", flat=True)
        return Service.objects.ids_below(tops)


class Responsibility(Term):
    """A portfolio's answering for a service, from one day to another."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="responsibilities")
    portfolio = models.ForeignKey(Portfolio, models.CASCADE, related_name="responsibilities")

    objects = ResponsibilityQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Term.Meta):
        ordering = ["service", "pk"]
        verbose_name_plural = "responsibilities"

    def __str__(self) -> str:
        return f"{self.service}: {self.portfolio}"

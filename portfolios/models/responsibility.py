import datetime

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from simple_history.models import HistoricalRecords

from portfolios.choices import PORTFOLIO_ASPECTS, Aspect, Basis
from portfolios.models.body import Body, Post
from portfolios.models.portfolio import Portfolio, PortfolioName
from portfolios.models.service import Service
from portfolios.models.term import Term, TermQuerySet


class ResponsibilityQuerySet(TermQuerySet):
    def of_portfolios(self) -> "ResponsibilityQuerySet":
        """Those of the executive's portfolios: what dashboards sort services by."""
        return self.filter(portfolio__isnull=False, aspect__in=PORTFOLIO_ASPECTS)

    def with_portfolio_named_on(self, day: datetime.date) -> "ResponsibilityQuerySet":
        """With `portfolio_name_then`: what the portfolio was called on the day."""
        names = PortfolioName.objects.filter(portfolio=OuterRef("portfolio"), starts_on__lte=day)
        then = Coalesce(Subquery(names.values("name")[:1]), F("portfolio__name"))
        return self.annotate(portfolio_name_then=then)

    def services_of(self, portfolio_ids: list[int], *, day: datetime.date) -> set[int]:
        """The ids of the services these portfolios answer for on the day, with all below them."""
        tops = self.on(day).filter(portfolio__in=portfolio_ids).values_list("service", flat=True)
        return Service.objects.ids_below(tops)


class Responsibility(Term):
    """A portfolio's, body's or post's answering for one side of a service, from one day to another."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="responsibilities")
    aspect = models.CharField("for", max_length=20, choices=Aspect.choices, default=Aspect.DELIVERY)
    portfolio = models.ForeignKey(
        Portfolio, models.CASCADE, null=True, blank=True, related_name="responsibilities"
    )
    body = models.ForeignKey(Body, models.CASCADE, null=True, blank=True, related_name="responsibilities")
    post = models.ForeignKey(Post, models.CASCADE, null=True, blank=True, related_name="responsibilities")
    basis = models.CharField(max_length=20, choices=Basis.choices, default=Basis.EXPRESS)
    evidence = models.CharField(
        "words or evidence",
        max_length=300,
        blank=True,
        help_text="The words that give it, or how it came about that somebody leads without any.",
    )

    objects = ResponsibilityQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Term.Meta):
        ordering = ["service", "aspect", "pk"]
        verbose_name_plural = "responsibilities"
        constraints = [
            *Term.Meta.constraints,
            models.CheckConstraint(
                condition=Q(portfolio__isnull=False, body=None, post=None)
                | Q(portfolio=None, body__isnull=False, post=None)
                | Q(portfolio=None, body=None, post__isnull=False),
                name="portfolios_responsibility_one_answers",
                violation_error_message="Choose who answers: a portfolio, a body or a post, one only.",
            ),
            models.CheckConstraint(
                condition=Q(basis=Basis.EXPRESS) | ~Q(evidence=""),
                name="portfolios_responsibility_informal_says_how",
                violation_error_message="Say how the informal lead came about: no words give it.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.service}, {self.get_aspect_display().lower()}: {self.holder}"

    @property
    def holder(self) -> Portfolio | Body | Post | None:
        """Who answers."""
        return self.portfolio or self.body or self.post

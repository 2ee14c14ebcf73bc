"""Portfolios in the register, with their holders and the services they answer for."""

from typing import Any

from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from council.admin import RegisterAdmin, RegisterInline
from council.periods import local_day
from portfolios.models import Appointment, Portfolio, Responsibility


class AppointmentInline(RegisterInline):
    """Who holds the portfolio, from when to when."""

    model = Appointment
    fields = ["person", "starts_on", "ends_on"]
    verbose_name = "holder"
    verbose_name_plural = "holders"


class ResponsibilityInline(RegisterInline):
    """The services that the portfolio answers for, with all below them."""

    model = Responsibility
    fields = ["service", "starts_on", "ends_on"]


@admin.register(Portfolio)
class PortfolioAdmin(RegisterAdmin):
    """Portfolios. One can stand without a holder."""

    list_display = ["name", "held_by", "starts_on", "ends_on"]
    search_fields = ["name", "appointments__person__name", "responsibilities__service__name"]
    search_help_text = "Finds a portfolio by its name, a holder or a service."
    fields = ["name", "summary", "starts_on", "ends_on"]
    inlines = [AppointmentInline, ResponsibilityInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With today's holders."""
        holders = Appointment.objects.on(local_day(timezone.now())).select_related("person")
        return super().get_queryset(request).prefetch_related(Prefetch("appointments", holders, "now_held"))

    @admin.display(description="held by")
    def held_by(self, portfolio: Any) -> str:
        """Today's holder, or that there is none."""
        return ", ".join(each.person.name for each in portfolio.now_held) or "Vacant"

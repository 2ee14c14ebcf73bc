"""Cycles, their periods and the municipal years, in the register."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count, Max, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path

from council.admin import RegisterAdmin, RegisterForm
from council.dates import long_date
from council.dates.exact import MONTHS
from council.periods import year_name
from performance.admin.calendar_pages import make_periods, move_end
from performance.models import Cycle, MunicipalYear, Period
from performance.operations.periods import CalendarProblem, refuse_overlaps_with

IN_WORDS = list(enumerate(MONTHS, 1))


class CycleForm(RegisterForm):
    """A cycle."""

    start_month = forms.TypedChoiceField(
        label="First month of the year", choices=IN_WORDS, coerce=int, initial=4, empty_value=None
    )


@admin.register(Cycle)
class CycleAdmin(RegisterAdmin):
    """How often returns are made, and the periods of each year."""

    form = CycleForm
    list_display = ["name", "frequency", "first_month", "due_working_days", "periods_made", "made_until"]
    list_filter = ["frequency"]
    search_fields = ["name"]
    fieldsets = [
        (None, {"fields": ["name", "frequency", "start_month", "due_working_days", "exception_after"]}),
        (
            "When people are reminded",
            {"fields": ["remind_working_days", "untouched_days", "carried_periods"]},
        ),
    ]
    change_form_template = "admin/cycle_change.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With how many periods there are, and how far they reach."""
        return super().get_queryset(request).annotate(made=Count("periods"), until=Max("periods__ends_on"))

    def get_urls(self) -> list[URLPattern]:
        """And the page that makes the periods of a year."""
        page = self.admin_site.admin_view(lambda request, pk: make_periods(self, request, pk))
        return [path("<int:pk>/make-periods/", page, name="make_periods"), *super().get_urls()]

    @admin.display(description="year begins in", ordering="start_month")
    def first_month(self, cycle: Cycle) -> str:
        """The month in words."""
        return dict(IN_WORDS).get(cycle.start_month, "")

    @admin.display(description="periods", ordering="made")
    def periods_made(self, cycle: Any) -> int:
        """How many periods there are."""
        return int(cycle.made)

    @admin.display(description="made until", ordering="until")
    def made_until(self, cycle: Any) -> str:
        """The last day that any period covers."""
        return long_date(cycle.until) if cycle.until else "None made yet"


class PeriodForm(RegisterForm):
    """A period: its days are typed once, and after that moved together with its neighbour's."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        wanted = [cleaned.get(name) for name in ("cycle", "starts_on", "ends_on", "year")]
        if None not in wanted and cleaned["starts_on"] <= cleaned["ends_on"]:
            try:
                refuse_overlaps_with(*wanted, name=cleaned.get("name", ""))
            except CalendarProblem as problem:
                raise ValidationError(problem.sentences) from problem
        return cleaned


@admin.register(Period)
class PeriodAdmin(RegisterAdmin):
    """The stretches of time that returns are made for."""

    form = PeriodForm
    list_display = ["name", "cycle", "starts_on", "ends_on", "year_in_words", "due_on"]
    list_filter = ["cycle", "year"]
    list_select_related = ["cycle"]
    search_fields = ["name", "cycle__name"]
    fields = ["cycle", "name", "year", "starts_on", "ends_on", "due_on"]
    change_form_template = "admin/period_change.html"

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Days once made are moved, so that none is lost or counted twice."""
        return ["cycle", "starts_on", "ends_on"] if obj else []

    def get_urls(self) -> list[URLPattern]:
        """And the page that moves the end."""
        page = self.admin_site.admin_view(lambda request, pk: move_end(self, request, pk))
        return [path("<int:pk>/move-end/", page, name="move_end"), *super().get_urls()]

    @admin.display(description="financial year", ordering="year")
    def year_in_words(self, period: Period) -> str:
        """2026 as 2026/27."""
        return year_name(period.year)


class MunicipalYearForm(RegisterForm):
    """An annual meeting: one in each calendar year, or two municipal years would bear one name."""

    def clean_starts_on(self) -> Any:
        starts_on = self.cleaned_data["starts_on"]
        same = (
            MunicipalYear.objects.filter(starts_on__year=starts_on.year).exclude(pk=self.instance.pk).first()
        )
        if same:
            raise ValidationError(
                f"{same} has its annual meeting on {long_date(same.starts_on)} already. Change that one."
            )
        return starts_on


@admin.register(MunicipalYear)
class MunicipalYearAdmin(RegisterAdmin):
    """The annual meetings, each the beginning of a municipal year."""

    form = MunicipalYearForm
    list_display = ["__str__", "starts_on"]
    fields = ["starts_on"]
    ordering = ["-starts_on"]

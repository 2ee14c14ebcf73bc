"""Two pages of the register about the calendar: make the periods of a year, and move the end of a period."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import HiddenInput
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse

from council.admin import RegisterAdmin, YearField
from council.audit import Conflict
from council.dates import DateProblem, long_date, read_date, span
from council.forms import DateField, Form, LineField, ProseField, VersionField
from council.models import BankHoliday
from council.periods import Frequency
from council.periods.span import WITH_OWN_STARTS
from performance.models import Cycle, Period
from performance.operations.periods import CalendarProblem, make_year, move_boundary, next_of, year_of

OVERTAKEN = "Somebody else changed these periods while you were here. Look at their days again, then save."


class YearForm(Form):
    """Which year to make; where the council moved the boundaries, where each period begins."""

    year = YearField(label="Financial year", help_text="Such as 2026/27")
    starts = ProseField(
        limit=600,
        label="First day of each period",
        help_text="One a line, such as 1 April 2026. Only where the usual days do not hold.",
        required=False,
    )
    end = DateField(label="Last day of the last period", required=False)

    def __init__(self, cycle: Cycle, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cycle = cycle
        self.periods: list[Period] = []
        if Frequency(cycle.frequency) not in WITH_OWN_STARTS:
            del self.fields["starts"], self.fields["end"]
        elif cycle.frequency == Frequency.CUSTOM:
            self.fields["starts"].required = True

    def clean_starts(self) -> list[date] | None:
        lines = [line for line in self.cleaned_data["starts"].splitlines() if line.strip()]
        try:
            return [read_date(line) for line in lines] or None
        except DateProblem as problem:
            raise ValidationError(problem.sentence) from problem

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                self.periods = year_of(
                    self.cycle, year=cleaned["year"], starts=cleaned.get("starts"), end=cleaned.get("end")
                )
            except CalendarProblem as problem:
                raise ValidationError(problem.sentences) from problem
        return cleaned


class EndForm(Form):
    """The new last day of a period, and the versions that were read."""

    ends_on = DateField(label="Last day")
    why = LineField(
        limit=400, label="Why this change", error_messages={"required": "Say why, in a few words"}
    )
    version = VersionField()
    next_version = VersionField(required=False, widget=HiddenInput)


def make_periods(admin: RegisterAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Shows the periods of a year with the days returns are due; makes them on the second press."""
    _ask_permission(admin, request)
    cycle = get_object_or_404(Cycle, pk=pk)
    form = YearForm(cycle, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and "make" in request.POST:
        try:
            make_year(form.periods, by=request.user, why="")  # type: ignore[arg-type]
        except ValidationError as problem:
            form.add_error(None, problem.messages)
        else:
            messages.success(request, f"{len(form.periods)} periods of {cycle} are made.")
            return redirect("admin:performance_cycle_changelist")
    shown = form.periods if form.is_bound and not form.errors else []
    return _page(
        admin,
        request,
        "admin/make_periods.html",
        title=f"Make the periods of a year: {cycle}",
        row=cycle,
        form=form,
        periods=shown,
        warning=_holiday_warning(shown),
    )


def move_end(admin: RegisterAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Moves the end of a period, and the beginning of the next with it."""
    _ask_permission(admin, request)
    period = get_object_or_404(Period.objects.select_related("cycle"), pk=pk)
    following = next_of(period)
    read = {
        "ends_on": period.ends_on,
        "version": period.version,
        "next_version": following.version if following else None,
    }
    form = EndForm(request.POST if request.method == "POST" else None, initial=read)
    if request.method == "POST" and form.is_valid():
        problem = _try_to_move(request, period, form)
        if problem is None:
            messages.success(request, _moved(period))
            return redirect("admin:performance_period_change", period.pk)
        form.add_error(None, problem)
    there = Period.objects.get(pk=pk)
    return _page(
        admin, request, "admin/move_end.html", title=f"Move the end of {there}", row=there, form=form,
        following=following, days=span(there.starts_on, there.ends_on),
        following_days=span(following.starts_on, following.ends_on) if following else "",
    )  # fmt: skip


def _try_to_move(request: HttpRequest, period: Period, form: EndForm) -> list[str] | None:
    sent = form.cleaned_data
    try:
        move_boundary(
            period,
            ends_on=sent["ends_on"],
            expected=sent["version"],
            expected_next=sent["next_version"],
            by=request.user,  # type: ignore[arg-type]
            why=sent["why"],
        )
    except CalendarProblem as problem:
        return problem.sentences
    except Conflict:
        return [OVERTAKEN]
    return None


def _moved(period: Period) -> str:
    words = (
        f"{period} now ends on {long_date(period.ends_on)}; returns are due on {long_date(period.due_on)}."
    )
    following = next_of(period)
    return f"{words} {following} begins the day after." if following else words


def _holiday_warning(periods: list[Period]) -> str:
    """A sentence when returns fall due later than bank holidays are known."""
    horizon = BankHoliday.objects.for_division("england-and-wales").horizon()
    if not periods or (horizon and periods[-1].due_on <= horizon):
        return ""
    known = f"only to {long_date(horizon)}" if horizon else "not at all"
    return f"Bank holidays are known {known}, so check the days returns are due."


def _ask_permission(admin: RegisterAdmin, request: HttpRequest) -> None:
    if not admin.has_change_permission(request):
        raise PermissionDenied


def _page(admin: RegisterAdmin, request: HttpRequest, template: str, **more: Any) -> HttpResponse:
    context = {**admin.admin_site.each_context(request), "opts": admin.opts, **more}
    return TemplateResponse(request, template, context)

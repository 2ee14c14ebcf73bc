"""A page of the register on which the targets of a whole year are entered at once, a box for each period."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from council.admin import RegisterAdmin
from council.audit import Conflict
from council.forms import Form, LineField, VersionField
from council.periods import financial_year, local_day, read_year, year_name
from performance.admin.targets import read_for
from performance.models import Indicator, Period, Target
from performance.operations.targets import Wanted, set_profile
from performance.rules.target import Target as ReadTarget
from performance.rules.target import TargetProblem

OVERTAKEN = "Somebody else changed these targets while you were here. Look at them again below, then save."
BASED = "A change needs the figure that it starts from: enter it on the indicator’s own page"
WHOLE = "whole"


class ProfileForm(Form):
    """The target of the year and of each of its periods, as typed; an emptied box takes its target away."""

    def __init__(
        self, indicator: Indicator, year: int, periods: list[Period], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.indicator = indicator
        there = {target.period_id: target for target in indicator.targets.filter(year=year)}
        self.places: dict[str, tuple[Period | None, Target | None]] = {WHOLE: (None, there.get(None))}
        self.places |= {f"period{each.pk}": (each, there.get(each.pk)) for each in periods}
        for name, (period, target) in self.places.items():
            label = period.name if period else f"The whole year {year_name(year)}"
            written = target.as_written if target else ""
            self.fields[name] = LineField(label=label, limit=100, required=False, initial=written)
            self.fields[f"{name}_version"] = VersionField(
                required=False, initial=target.version if target else None
            )
        self.fields["why"] = LineField(label="Why this change", limit=400, required=False)
        self.wanted: list[Wanted] = []
        self.expected: dict[int, int] = {}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for name, (period, target) in self.places.items():
            written = cleaned.get(name)
            if written is None or written == (target.as_written if target else ""):
                continue
            if cleaned.get(f"{name}_version") != (target.version if target else None):
                self._show_both(name, target)
                continue
            try:
                read = self._read(written)
            except TargetProblem as problem:
                self.add_error(name, problem.sentence)
                continue
            self.wanted.append(Wanted(period, read, target))
            if target:
                self.expected[target.pk] = target.version
        return cleaned

    def _show_both(self, name: str, target: Target | None) -> None:
        """Keeps what was typed, says what is there now, and lets the next save choose."""
        there = f"“{target.as_written}”" if target else "nothing"
        self.add_error(
            name, f"Somebody else changed this meanwhile: it now says {there}. Save again to keep yours"
        )
        self.data = self.data.copy()
        self.data[f"{name}_version"] = str(target.version) if target else ""

    def _read(self, written: str) -> ReadTarget | None:
        """The target, or None for an emptied box. TargetProblem when it cannot be read, or starts from a figure."""
        read = read_for(self.indicator, written, base=None)
        if read is not None and read.change is not None:
            raise TargetProblem(BASED)
        return read


def profile_year(admin: RegisterAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Shows the targets of a year by period, and saves those that were typed otherwise, all or none."""
    indicator = get_object_or_404(Indicator.objects.select_related("cycle"), pk=pk)
    if not admin.has_change_permission(request, indicator):
        raise PermissionDenied
    year = _year(request)
    periods = list(Period.objects.filter(cycle=indicator.cycle_id, year=year).order_by("starts_on"))
    form = ProfileForm(indicator, year, periods, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            number = set_profile(
                indicator, year, form.wanted, expected=form.expected,
                by=request.user, why=form.cleaned_data["why"],  # type: ignore[arg-type]
            )  # fmt: skip
        except Conflict:
            form.add_error(None, OVERTAKEN)
        except ValidationError as problem:
            form.add_error(None, problem.messages)
        else:
            messages.success(request, _said(number, year))
            return redirect(f"{reverse('admin:profile_year', args=[pk])}?year={year}")
    context = {
        **admin.admin_site.each_context(request),
        "title": f"Targets of {year_name(year)}, period by period",
        "opts": admin.opts,
        "row": indicator,
        "form": form,
        "periods": periods,
        "year": year_name(year),
        "other_years": [(each, year_name(each)) for each in (year - 1, year + 1)],
    }
    return TemplateResponse(request, "admin/profile_year.html", context)


def _year(request: HttpRequest) -> int:
    """The year asked for, as "2026" or "2026/27"; without one, that of today."""
    asked = request.GET.get("year", "")
    if not asked:
        return financial_year(local_day(timezone.now()))
    try:
        return read_year(asked if "/" in asked else year_name(int(asked)))
    except ValueError as problem:
        raise Http404 from problem


def _said(number: int, year: int) -> str:
    if not number:
        return "Nothing was changed, so nothing was saved."
    return f"{number} {'target' if number == 1 else 'targets'} of {year_name(year)} saved."

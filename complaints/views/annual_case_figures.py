"""The registry of annual case figures: what documents printed, and where they or the records differ."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from complaints.figures.annual_case_figures import figures_of_years
from complaints.forms.printed import PrintedFigureForm
from complaints.operations.annual_case_figures import record_figure
from complaints.operations.steps import Stopped
from complaints.tables.annual import CaseFigureTable
from complaints.views.stepping import put_beside
from council.access import Permission, SignedInRequest, allow, may
from council.audit import Conflict
from council.forms import refuse_repeats
from council.lists import ListPage, list_page
from council.periods import local_day

LIST = "Figures by year"


@allow(Permission.SEE_CASE_PATTERNS)
def annual_case_figures(request: SignedInRequest) -> HttpResponseBase:
    """The newest printed figure of every year and kind."""
    page = list_page(
        request,
        queryset=figures_of_years(),
        table_class=CaseFigureTable,
        name="figures",
        caption="What documents printed of complaints, year by year, the newest first",
        per_page=200,
    )
    if not isinstance(page, ListPage):
        return page
    writes = may(request.user, Permission.ROLL_UP_FEEDBACK)
    return render(request, "complaints/annual_case_figures.html", {"list": page, "may_write": writes})


@allow(Permission.ROLL_UP_FEEDBACK)
def annual_case_figure_new(request: SignedInRequest) -> HttpResponse:
    """Enters what a document printed for a year."""
    refuse_repeats(request.POST)
    sent = request.POST if request.method == "POST" else None
    form = PrintedFigureForm(sent, day=local_day(timezone.now()))
    if form.is_bound and form.is_valid():
        try:
            row = record_figure(form.printed, by=request.user, at=timezone.now())
        except Conflict:
            form.add_error(None, "Somebody entered a figure of that year at the same moment. Save it again")
        except (Stopped, ValidationError) as problem:
            put_beside(form, problem)
        else:
            messages.success(request, f"{row} is entered: {row.get_change_display().lower()}.")
            return redirect("annual_case_figures")
    context = {
        "form": form,
        "cancel_url": reverse("annual_case_figures"),
        "breadcrumbs": [(LIST, reverse("annual_case_figures"))],
    }
    return render(request, "complaints/annual_case_figure_new.html", context)

"""The feedback returns of a quarter: who has returned and who has not; and giving one back to its team."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from complaints.figures.feedback_report import standings
from complaints.forms.feedback import QuarterForm, SendBackForm, number_in_year
from complaints.operations.feedback_returns import send_return_back
from complaints.tables.feedback import FeedbackReturnTable
from complaints.views.feedback_return import find_return
from council.access import Permission, SignedInRequest, allow
from council.audit import Conflict
from council.forms import refuse_repeats
from council.lists import ListPage, list_page
from council.periods import local_day


@allow(Permission.HANDLE_CASES)
def feedback_returns(request: SignedInRequest) -> HttpResponseBase:
    """Every team with how far its return of a quarter is; who has not returned is told above the list."""
    today = local_day(timezone.now())
    form = QuarterForm({"quarter": request.GET.get("quarter", QuarterForm.usual(today))}, day=today)
    is_read = form.is_valid()
    span = form.chosen if is_read else form.spans[QuarterForm.usual(today)]
    rows = standings(span, quarter=number_in_year(span), on=today) if is_read else []
    page = list_page(
        request,
        queryset=rows,
        table_class=FeedbackReturnTable,
        name="teams",
        caption=f"Feedback returns of {span.name}, by team",
        per_page=200,
    )
    if not isinstance(page, ListPage):
        return page
    context = {
        "list": page,
        "form": form,
        "span": span,
        "is_over": span.end < today,
        "missing": [each.name for each in rows if each.is_owed and not each.has_returned],
        "returned": sum(each.has_returned for each in rows),
        "owed": sum(each.is_owed for each in rows),
    }
    return render(request, "complaints/feedback_returns.html", context)


@allow(Permission.ROLL_UP_FEEDBACK)
def feedback_send_back(request: SignedInRequest, service_pk: int, year: int, quarter: int) -> HttpResponse:
    """Gives a return back to its team with a reason."""
    refuse_repeats(request.POST)
    _, _, row = find_return(service_pk, year, quarter)
    if row is None or not row.is_handed_in:
        messages.info(request, "This return is with its team.")
        return redirect("feedback_return", service_pk, year, quarter)
    form = SendBackForm(request.POST if request.method == "POST" else None, version=row.version)
    if form.is_bound and form.is_valid():
        try:
            send_return_back(
                row,
                expected=form.expected_version,
                why=form.cleaned_data["why"],
                by=request.user,
                at=timezone.now(),
            )
        except Conflict:
            messages.warning(
                request, "Somebody did something with this return meanwhile. Read how it stands."
            )
        else:
            messages.success(request, "The return is with its team again, with what you wrote.")
        return redirect(row)
    context = {
        "row": row,
        "form": form,
        "cancel_url": row.get_absolute_url(),
        "breadcrumbs": [(str(row), row.get_absolute_url())],
    }
    return render(request, "complaints/feedback_send_back.html", context)

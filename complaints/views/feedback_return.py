"""One team's feedback return of a quarter: written and handed in by the team, read by all who handle cases."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from complaints.choices import FeedbackPart
from complaints.figures.feedback_return import ReturnFigures, as_told, told_now
from complaints.forms.feedback import QUESTIONS, FeedbackForm, number_in_year
from complaints.models import FeedbackReturn
from complaints.models.feedback_return import quarter_of
from complaints.operations.feedback_returns import NOT_BEGUN, HandedIn, draft_return, hand_in_return
from complaints.operations.steps import Stopped
from complaints.views.stepping import put_beside
from council.access import Permission, SignedInRequest, allow, may
from council.audit import Conflict
from council.forms import refuse_repeats
from council.forms.asking import LARGEST_KEY
from council.periods import Span, local_day
from portfolios.models import Service, Tenure

LIST = "Feedback returns"
FIRST_YEAR, LAST_YEAR = 1990, 2200
MEANWHILE = (
    "Somebody else saved this return while you wrote. Their words stand beside yours: take over what is missing, then "
    "save again."
)


@dataclass(frozen=True)
class Part:
    """One part of a return as its page shows it."""

    title: str
    question: str
    figures: Any
    words: str
    field: Any = None


@allow(Permission.HANDLE_CASES)
def feedback_return(request: SignedInRequest, service_pk: int, year: int, quarter: int) -> HttpResponse:
    """One team's return of a quarter: written by the team, read by all who handle cases."""
    refuse_repeats(request.POST)
    service, span, row, today = *find_return(service_pk, year, quarter), local_day(timezone.now())
    is_theirs = service.pk in Tenure.objects.service_ids_of(request.user, day=today)
    told = as_told(row) if row and row.is_handed_in else told_now(service, span, on=today)
    if not is_theirs or (row is not None and row.is_handed_in):
        if request.method == "POST":
            messages.warning(request, _not_saved(row, is_theirs=is_theirs))
            return redirect(request.path)
        return _show(request, service, span, row, told)
    form = _form(request, row, told)
    if request.method == "POST" and form.is_valid():
        answer = _save(request, service, span, form, told)
        if answer is not None:
            return answer
        row = _row(service, span)
    return _show(request, service, span, row, told, form=form)


def find_return(service_pk: int, year: int, quarter: int) -> tuple[Service, Span, FeedbackReturn | None]:
    """The team, the quarter and the return; 404 for a service that makes none and for a quarter that never was."""
    if service_pk > LARGEST_KEY or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    try:
        span = quarter_of(year, quarter)
    except ValueError as problem:
        raise Http404 from problem
    service = get_object_or_404(Service.objects.select_related("manager"), pk=service_pk)
    row = _row(service, span)
    today = local_day(timezone.now())
    if row is None and (service.manager_id is None or span.start > today):
        raise Http404
    return service, span, row


def _row(service: Service, span: Span) -> FeedbackReturn | None:
    return FeedbackReturn.objects.filter(
        service=service, year=span.year, quarter=number_in_year(span)
    ).first()


def _form(request: SignedInRequest, row: FeedbackReturn | None, told: ReturnFigures) -> FeedbackForm:
    """The four parts as written, or as the figures draft them where nobody has written yet."""
    return FeedbackForm(
        request.POST if request.method == "POST" else None,
        is_final=request.POST.get("do") == "hand_in",
        version=row.version if row else NOT_BEGUN,
        words=row.words if row else told.drafted,
    )


def _save(
    request: SignedInRequest, service: Service, span: Span, form: FeedbackForm, told: ReturnFigures
) -> HttpResponse | None:
    """Saves or hands in; None where the form is to be shown again with what it now says."""
    how: dict[str, Any] = {
        "year": span.year,
        "quarter": number_in_year(span),
        "words": form.words,
        "expected": form.expected_version,
        "by": request.user,
        "at": timezone.now(),
    }
    try:
        if request.POST.get("do") == "hand_in":
            row = hand_in_return(service, figures=told.values, **how)
            said = "The return is handed in. Its figures and words stand as they are now."
        else:
            row = draft_return(service, **how)
            said = "The draft is saved. Hand it in when it is ready."
    except Conflict:
        current = _row(service, span)
        form.ask_again(current.version if current else NOT_BEGUN, MEANWHILE)
        return None
    except (HandedIn, Stopped) as problem:
        put_beside(form, problem if isinstance(problem, Stopped) else Stopped.because("", str(problem)))
        return None
    messages.success(request, said)
    return redirect(row)


def _not_saved(row: FeedbackReturn | None, *, is_theirs: bool) -> str:
    if row is not None and row.is_handed_in:
        return f"{HandedIn(row)} What you sent is not saved."
    return "This return is written by its own team. What you sent is not saved." if not is_theirs else ""


def _show(
    request: SignedInRequest,
    service: Service,
    span: Span,
    row: FeedbackReturn | None,
    told: ReturnFigures,
    *,
    form: FeedbackForm | None = None,
) -> HttpResponse:
    words: Mapping[str, str] = row.words if row else {}
    overtaken = form is not None and form.is_bound and row is not None and not form.is_valid()
    parts = [
        Part(
            title=part.label,
            question=QUESTIONS[part],
            figures=told.lines(part),
            words=words.get(part, "") if form is None or overtaken else "",
            field=form[part.value] if form else None,
        )
        for part in FeedbackPart
    ]
    context = {
        "service": service,
        "span": span,
        "row": row,
        "parts": parts,
        "form": form,
        "causes": told.causes,
        "actions": told.actions,
        "is_over": span.end < local_day(timezone.now()),
        "entries": row.entries.select_related("by") if row else [],
        "may_send_back": bool(row and row.is_handed_in) and may(request.user, Permission.ROLL_UP_FEEDBACK),
        "breadcrumbs": [(LIST, f"{reverse('feedback_returns')}?quarter={span.year}-{number_in_year(span)}")],
    }
    return render(request, "complaints/feedback_return.html", context)

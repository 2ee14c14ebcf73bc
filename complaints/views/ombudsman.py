"""Ombudsman cases: the list, one of them, and how it is entered, changed, decided and followed up."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from complaints.choices import LookKind
from complaints.figures.ombudsman import with_left, years_of
from complaints.filters.ombudsman import OmbudsmanFilters
from complaints.forms.ombudsman import OmbudsmanForm, RecommendationDoneForm, RecommendationForm, RulingForm
from complaints.models import Case, OmbudsmanCase, OmbudsmanRecommendation
from complaints.operations.looks import keep_look
from complaints.operations.ombudsman import (
    change_referral,
    enter_recommendation,
    enter_referral,
    enter_ruling,
    settle_recommendation,
)
from complaints.operations.steps import Stopped
from complaints.tables.ombudsman import OmbudsmanTable
from complaints.views.stepping import put_beside
from council.access import Permission, SignedInRequest, allow, may
from council.audit import Conflict
from council.forms import refuse_repeats
from council.forms.asking import LARGEST_KEY
from council.lists import ListPage, list_page
from council.periods import local_day

LIST = "Ombudsman cases"
OVERTAKEN = "Somebody did something with this meanwhile. How it now stands is below; read it, then save again"


@allow(Permission.HANDLE_CASES)
def ombudsman_cases(request: SignedInRequest) -> HttpResponseBase:
    """Those that the reader may see, the newest first; the look is kept."""
    now = timezone.now()
    day = local_day(now)
    asking: Any = request
    asking.today, asking.years = day, years_of(request.user, on=day)
    seen = OmbudsmanCase.objects.visible_to(request.user, day=day)
    page = list_page(
        request,
        queryset=with_left(seen, on=day),
        table_class=OmbudsmanTable,
        filterset_class=OmbudsmanFilters,
        name="Ombudsman cases",
        caption="What the Ombudsman has or had of our cases, the newest first",
    )
    keep_look(request.user, LookKind.LIST if isinstance(page, ListPage) else LookKind.EXPORT, at=now)
    if not isinstance(page, ListPage):
        return page
    context = {
        "list": page,
        "undecided": seen.undecided().count(),
        "overdue": seen.overdue(on=day).count(),
        "may_write": may(request.user, Permission.SEE_ALL_CASES),
    }
    return render(request, "complaints/ombudsman_cases.html", context)


@allow(Permission.HANDLE_CASES)
def ombudsman_case(request: SignedInRequest, pk: int) -> HttpResponse:
    """One Ombudsman case, to whoever may see it."""
    row = _find(request, pk)
    context = {
        **_shown(request, row),
        "entries": row.entries.select_related("by"),
        "may_write": may(request.user, Permission.SEE_ALL_CASES),
        "breadcrumbs": [(LIST, reverse("ombudsman_cases"))],
    }
    return render(request, "complaints/ombudsman_case.html", context)


@allow(Permission.SEE_ALL_CASES)
def ombudsman_new(request: SignedInRequest) -> HttpResponse:
    """Enters what an Ombudsman has of the council."""
    refuse_repeats(request.POST)
    now = timezone.now()
    sent = request.POST if request.method == "POST" else None
    form = OmbudsmanForm(sent, user=request.user, day=local_day(now))
    if form.is_bound and form.is_valid():
        verb = partial(enter_referral, form.chosen, by=request.user, at=now)
        try:
            row = verb()
        except Conflict:
            form.add_error(None, "Somebody did something with our case at the same moment. Save it again")
        except (Stopped, ValidationError) as problem:
            put_beside(form, problem)
        else:
            messages.success(request, "It is entered. Say here what the Ombudsman decides.")
            return redirect(row)
    context = {
        "form": form,
        "cancel_url": reverse("ombudsman_cases"),
        "breadcrumbs": [(LIST, reverse("ombudsman_cases"))],
    }
    return render(request, "complaints/ombudsman_new.html", context)


@allow(Permission.SEE_ALL_CASES)
def ombudsman_change(request: SignedInRequest, pk: int) -> HttpResponse:
    """Puts right what was entered of an Ombudsman case."""
    row, now = _find(request, pk), timezone.now()
    form = OmbudsmanForm(_sent(request), user=request.user, day=local_day(now), row=row)

    def verb() -> object:
        return change_referral(row, form.chosen, expected=form.expected_version, by=request.user, at=now)

    said = "It is changed. What was entered before is on record."
    return _form_page(request, row, form, verb, title="Change what was entered", submit="Save", said=said)


@allow(Permission.SEE_ALL_CASES)
def ombudsman_decide(request: SignedInRequest, pk: int) -> HttpResponse:
    """Enters what the Ombudsman decided."""
    row, now = _find(request, pk), timezone.now()
    form = RulingForm(_sent(request), row=row)

    def verb() -> object:
        return enter_ruling(row, form.ruling, expected=form.expected_version, by=request.user, at=now)

    said = "The decision is entered. Enter what they recommend, if anything."
    return _form_page(
        request, row, form, verb, title="What the Ombudsman decided", submit="Save the decision", said=said
    )


@allow(Permission.SEE_ALL_CASES)
def ombudsman_recommend(request: SignedInRequest, pk: int) -> HttpResponse:
    """Enters what the council is to do after a decision."""
    row, now = _find(request, pk), timezone.now()
    if not row.is_decided:
        messages.info(request, "Enter what the Ombudsman decided first. What they recommend follows from it.")
        return redirect(row)
    form = RecommendationForm(_sent(request), version=row.version)

    def verb() -> object:
        said = {name: form.cleaned_data[name] for name in ("what", "owner", "due_on")}
        return enter_recommendation(row, **said, expected=form.expected_version, by=request.user, at=now)

    said = "The recommendation is entered. It is overdue from the day after, until you say that it was done."
    return _form_page(request, row, form, verb, title="Enter a recommendation", submit="Enter it", said=said)


@allow(Permission.SEE_ALL_CASES)
def ombudsman_settle(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """Says that a recommendation was carried out, and what shows it."""
    row, now = _find(request, pk), timezone.now()
    found = row.recommendations.filter(pk=number).first() if number <= LARGEST_KEY else None
    if found is None:
        raise Http404("There is no such recommendation.")
    form = RecommendationDoneForm(_sent(request), row=found)

    def verb() -> object:
        said = {name: form.cleaned_data[name] for name in ("done_on", "shown_by", "reported_on")}
        return settle_recommendation(found, **said, expected=form.expected_version, by=request.user, at=now)

    said = "That is on record. Say when the Ombudsman was told, if they do not know yet."
    return _form_page(
        request,
        row,
        form,
        verb,
        title="A recommendation was carried out",
        submit="Save",
        said=said,
        now_at=partial(OmbudsmanRecommendation.objects.get, pk=found.pk),
        recommendation=found,
    )


def _sent(request: SignedInRequest) -> Any:
    refuse_repeats(request.POST)
    return request.POST if request.method == "POST" else None


def _form_page(
    request: SignedInRequest,
    row: OmbudsmanCase,
    form: Any,
    verb: Callable[[], object],
    *,
    title: str,
    submit: str,
    said: str,
    now_at: Callable[[], Any] | None = None,
    **more: Any,
) -> HttpResponse:
    """A form above the case as it stands; what was typed stays, whatever happened meanwhile."""
    if form.is_bound and form.is_valid():
        try:
            verb()
        except Conflict:
            row = _find(request, row.pk)
            form.ask_again((now_at() if now_at else row).version, OVERTAKEN)
        except (Stopped, ValidationError) as problem:
            put_beside(form, problem)
        else:
            messages.success(request, said)
            return redirect(row)
    context = {
        **_shown(request, row),
        **more,
        "form": form,
        "title": title,
        "submit": submit,
        "cancel_url": row.get_absolute_url(),
        "breadcrumbs": [(LIST, reverse("ombudsman_cases")), (row.their_reference, row.get_absolute_url())],
    }
    return render(request, "complaints/ombudsman_step.html", context)


def _find(request: SignedInRequest, pk: int) -> OmbudsmanCase:
    day = local_day(timezone.now())
    seen = OmbudsmanCase.objects.visible_to(request.user, day=day).select_related("service", "case__customer")
    row = seen.filter(pk=pk).first() if pk <= LARGEST_KEY else None
    if row is None:
        raise Http404("There is no such Ombudsman case, or it is not yours to see.")
    return row


def _shown(request: SignedInRequest, row: OmbudsmanCase) -> dict[str, Any]:
    """The case with its recommendations, the look kept; our own case is a link for whoever may open it."""
    now = timezone.now()
    day = local_day(now)
    case = row.case
    if case is not None:
        keep_look(request.user, LookKind.CASE, at=now, case=case, customer=case.customer)
        case = Case.objects.visible_to(request.user, day=day).filter(pk=case.pk).first()
    recommendations = [
        (each, each.is_overdue(on=day)) for each in row.recommendations.select_related("owner")
    ]
    return {"row": row, "own": case, "recommendations": recommendations}

"""Drafting an indicator set, its terms, and its adoption."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow
from council.audit import Conflict
from council.forms import VersionedFormMixin, refuse_repeats
from council.periods import financial_year, local_day, year_name
from performance.figures.sets import problems_of
from performance.forms.sets import AdoptForm, NewSetForm, TermsForm
from performance.models import IndicatorSet
from performance.operations.sets import NotReady, adopt, change_terms, draft_set
from performance.views.sets import find_set

CHANGED_FIRST = "Somebody else changed this set first. Look at it again, then decide."


@allow(Permission.KEEP_SETS)
def indicator_set_new(request: SignedInRequest) -> HttpResponse:
    """Drafts a body's set for a year, with the levels of its last one."""
    refuse_repeats(request.POST)
    today = local_day(timezone.now())
    year = financial_year(today)
    initial = {"year": year_name(year), "body": request.GET.get("body", "")}
    form = NewSetForm(request.POST if request.method == "POST" else None, initial=initial, today=today)
    if form.is_valid():
        try:
            made = draft_set(**form.cleaned_data, by=request.user, at=timezone.now())
        except ValidationError as problem:
            form.add_error("year", problem.messages)
        else:
            messages.success(request, "The draft is made. Decide now on each indicator.")
            return redirect("indicator_set_decide", made.pk)
    return render(
        request,
        "performance/set_form.html",
        {
            "form": form,
            "cancel_url": reverse("indicator_sets"),
            "breadcrumbs": [("Indicator sets", reverse("indicator_sets"))],
        },
    )


@allow(Permission.KEEP_SETS)
def indicator_set_terms(request: SignedInRequest, pk: int) -> HttpResponse:
    """Changes from when a draft is used, why it is as it is, and who was asked about it."""
    refuse_repeats(request.POST)
    row = find_set(pk)
    fields = ("first_quarter", "reason", "consulted", "consulted_on")
    initial = {name: getattr(row, name) for name in fields}
    data = request.POST if request.method == "POST" else None
    form = TermsForm(data, version=row.version, initial=initial, today=local_day(timezone.now()))
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in fields}
        try:
            change_terms(row, expected=form.expected_version, by=request.user, **said)
        except Conflict:
            _ask_again(form, find_set(pk))
        except NotReady as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "The terms of the draft are changed.")
            return redirect(row)
    return _form_page(request, "performance/set_terms.html", form, row)


@allow(Permission.KEEP_SETS)
def indicator_set_adopt(request: SignedInRequest, pk: int) -> HttpResponse:
    """Says what is still missing; where nothing is, records on which day and by which decision it was adopted."""
    refuse_repeats(request.POST)
    row = find_set(pk)
    form = AdoptForm(request.POST if request.method == "POST" else None, indicator_set=row)
    if form.is_valid() and _is_adopted(request, form, row):
        messages.success(request, f"The set is adopted. It is used from {row.used_from.name}.")
        return redirect(row)
    problems = [] if row.is_adopted else problems_of(row)
    return _form_page(request, "performance/set_adopt.html", form, row, missing=problems)


def _is_adopted(request: SignedInRequest, form: AdoptForm, row: IndicatorSet) -> bool:
    """Adopts the set, or says on the form why not."""
    on, decision = form.cleaned_data["adopted_on"], form.cleaned_data["decision"]
    if on > local_day(timezone.now()):
        form.add_error("adopted_on", "That day is still to come. Enter it once the set is adopted")
        return False
    try:
        adopt(row, expected=form.expected_version, on=on, decision=decision, by=request.user)
    except Conflict:
        _ask_again(form, find_set(row.pk))
    except NotReady as problem:
        for each in problem.problems:
            form.add_error(None, each.sentence)
    else:
        return True
    return False


def _ask_again(form: VersionedFormMixin, now: IndicatorSet) -> None:
    """Lets the next save start from the set as it is now."""
    sent = form.data.copy()  # type: ignore[attr-defined]
    sent["version"] = str(now.version)
    form.data = sent
    form.add_error(None, CHANGED_FIRST)


def _form_page(
    request: SignedInRequest, template: str, form: VersionedFormMixin, row: IndicatorSet, **more: object
) -> HttpResponse:
    context = {
        "form": form,
        "set": row,
        "cancel_url": row.get_absolute_url(),
        "breadcrumbs": [("Indicator sets", reverse("indicator_sets")), (str(row), row.get_absolute_url())],
        **more,
    }
    return render(request, template, context)

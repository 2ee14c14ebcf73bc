"""Ombudsmen's annual letters: the list, one of them, and how it is entered and put right."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from complaints.figures.letters import differences_of, printed_figures
from complaints.forms.letters import LetterForm
from complaints.models import OmbudsmanLetter
from complaints.operations.letters import change_letter, enter_letter
from complaints.operations.steps import Stopped
from complaints.tables.annual import LetterTable
from complaints.views.stepping import put_beside
from council.access import Permission, SignedInRequest, allow, may
from council.audit import Conflict
from council.forms import refuse_repeats
from council.forms.asking import LARGEST_KEY
from council.lists import ListPage, list_page
from council.periods import local_day

LIST = "Ombudsmen’s letters"


@allow(Permission.SEE_CASE_PATTERNS)
def ombudsman_letters(request: SignedInRequest) -> HttpResponseBase:
    """Every annual letter, the newest first."""
    page = list_page(
        request,
        queryset=OmbudsmanLetter.objects.all(),
        table_class=LetterTable,
        name="letters",
        caption="What the Ombudsmen wrote to the council about each year, the newest first",
    )
    if not isinstance(page, ListPage):
        return page
    writes = may(request.user, Permission.ROLL_UP_FEEDBACK)
    return render(request, "complaints/ombudsman_letters.html", {"list": page, "may_write": writes})


@allow(Permission.SEE_CASE_PATTERNS)
def ombudsman_letter(request: SignedInRequest, pk: int) -> HttpResponse:
    """One letter as printed, with where it differs from our records: their small numbers for the team alone."""
    row = _find(pk)
    context = {
        "row": row,
        "figures": printed_figures(row),
        "differences": differences_of(row, hide=not may(request.user, Permission.SEE_ALL_CASES)),
        "may_write": may(request.user, Permission.ROLL_UP_FEEDBACK),
        "breadcrumbs": [(LIST, reverse("ombudsman_letters"))],
    }
    return render(request, "complaints/ombudsman_letter.html", context)


@allow(Permission.ROLL_UP_FEEDBACK)
def ombudsman_letter_new(request: SignedInRequest) -> HttpResponse:
    """Enters a letter."""
    refuse_repeats(request.POST)
    form = LetterForm(_sent(request), day=local_day(timezone.now()))
    if form.is_bound and form.is_valid():
        try:
            row = enter_letter(form.said, by=request.user)
        except (Stopped, ValidationError) as problem:
            put_beside(form, problem)
        else:
            messages.success(request, "The letter is entered. Below is where it differs from our records.")
            return redirect(row)
    return _form(request, form, None)


@allow(Permission.ROLL_UP_FEEDBACK)
def ombudsman_letter_change(request: SignedInRequest, pk: int) -> HttpResponse:
    """Puts right what was entered of a letter."""
    refuse_repeats(request.POST)
    row = _find(pk)
    form = LetterForm(_sent(request), day=local_day(timezone.now()), row=row)
    if form.is_bound and form.is_valid():
        try:
            change_letter(row, form.said, expected=form.expected_version, by=request.user)
        except Conflict:
            row = _find(pk)
            form.ask_again(
                row.version, "Somebody else changed the letter meanwhile. Theirs is below the boxes"
            )
        except (Stopped, ValidationError) as problem:
            put_beside(form, problem)
        else:
            messages.success(request, "The letter is changed.")
            return redirect(row)
    return _form(request, form, row)


def _form(request: SignedInRequest, form: LetterForm, row: OmbudsmanLetter | None) -> HttpResponse:
    context = {
        "form": form,
        "row": row,
        "figures": printed_figures(row) if row and form.errors else [],
        "cancel_url": row.get_absolute_url() if row else reverse("ombudsman_letters"),
        "breadcrumbs": [(LIST, reverse("ombudsman_letters"))],
    }
    return render(request, "complaints/ombudsman_letter_form.html", context)


def _sent(request: SignedInRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _find(pk: int) -> OmbudsmanLetter:
    row = OmbudsmanLetter.objects.filter(pk=pk).first() if pk <= LARGEST_KEY else None
    if row is None:
        raise Http404("There is no such letter.")
    return row

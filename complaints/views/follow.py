"""The page on which a customer follows a case, behind its secret link; and what they may do there."""

import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from complaints.figures.follow_page import FollowPage, follow_page
from complaints.forms.follow import AddForm
from complaints.models import Case
from complaints.operations.links import case_of, token_of
from complaints.operations.steps import NotNow, Stopped
from complaints.rules.limits import ADD, FILE
from complaints.rules.standing import ombudsman_is_next
from complaints.views.carried import Carried
from complaints.views.customer_steps import STEPS, Forms, forms_of, named, sentences
from complaints.views.files_sent import take_file
from complaints.views.limits import too_many, visitor_may
from complaints.views.open_to_all import open_to_all
from council.audit import Conflict
from council.forms import refuse_repeats
from council.periods import local_day

NOT_OFFERED = "That is done already, or cannot be done now. Read how your case stands."
SALT = "complaints.follow"


@open_to_all
def follow_case(request: HttpRequest, token: str) -> HttpResponse:
    """How far a case is, to whoever has its link: no name, no address, nothing that officers noted."""
    refuse_repeats(request.POST)
    case, page, now = *_find(token), timezone.now()
    forms = forms_of(case, page.standing)
    step = request.POST.get("step", "")
    if step not in forms:
        return _not_offered(request, case, page, forms)
    if request.FILES and not visitor_may(request, FILE, at=now):
        return too_many(request)
    form = _sent(request, step, case, type(forms[step]), at=now)
    forms[step] = form
    if not form.is_valid():
        return _page(request, case, page, forms, failed=form)
    if not visitor_may(request, ADD, at=now):
        return too_many(request)
    try:
        return STEPS[step](request, case, form, now)
    except (Conflict, NotNow, Stopped) as problem:
        return _stopped(request, token, step, form, problem)


def _not_offered(request: HttpRequest, case: Case, page: FollowPage, forms: Forms) -> HttpResponse:
    """The page without what was pressed, because it is done or cannot be any more; what was typed may be added."""
    step = request.POST.get("step", "")
    if step not in STEPS:
        return _page(request, case, page, forms)
    words = request.POST.get(f"{step}-words", "")
    if not words.strip():
        messages.warning(request, NOT_OFFERED)
        return redirect(request.path)
    form = forms["add"] = AddForm({"add-words": words}, prefix="add")
    form.add_error(None, f"{NOT_OFFERED} What you typed is below: add it, unless we have it.")
    return _page(request, case, page, forms, failed=form)


def _find(token: str) -> tuple[Case, FollowPage]:
    """The case of a link; a wrong one is answered like an address that is not there."""
    case = case_of(token)
    if case is None:
        raise Http404
    return case, follow_page(case, on=local_day(timezone.now()))


def _sent(request: HttpRequest, step: str, case: Case, kind: Any, *, at: datetime.datetime) -> Any:
    """The form as it was sent; a file is taken at once, so that no mistake beside it loses it."""
    if step != "add":
        return kind(request.POST, **named(step, case))
    salt = f"{SALT}.{case.pk}"
    carried = Carried.by(request, salt=salt)
    form = AddForm(request.POST, request.FILES, prefix="add", waiting=carried.files)
    form.full_clean()
    take_file(form, request.FILES.get("add-file"), carried, at=at)
    form.waiting, form.hidden = carried.files, carried.hidden(salt=salt)
    return form


def _stopped(request: HttpRequest, token: str, step: str, sent: Any, problem: Exception) -> HttpResponse:
    """The page as it now is, with what was typed and why it was not done."""
    case, page = _find(token)
    forms = forms_of(case, page.standing)
    if step not in forms:
        return _not_offered(request, case, page, forms)
    made = named(step, case)
    data = request.POST.copy()
    data[f"{step}-version"] = str(case.version)
    # What was added keeps its files; everything else is about the case as it now stands.
    form = sent if step == "add" else type(forms[step])(data, **made)
    form.is_valid()
    for sentence in sentences(problem):
        form.add_error(None, sentence)
    forms[step] = form
    return _page(request, case, page, forms, failed=form)


def _page(
    request: HttpRequest, case: Case, page: FollowPage, forms: Forms, *, failed: Any = None
) -> HttpResponse:
    context = {
        "case": case,
        "page": page,
        "forms": forms,
        "form": failed,
        "complaints": [(each, token_of(each.link_nonce)) for each in page.complaints],
        "ombudsman": case.procedure if ombudsman_is_next(page.standing) else None,
    }
    return render(request, "complaints/follow.html", context)

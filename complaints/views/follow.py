"""The page on which a customer follows a case, behind its secret link; and what they may do there."""

import datetime
import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from complaints.choices import CaseKind, Channel
from complaints.figures.follow_page import FollowPage, follow_page
from complaints.forms.follow import AddForm, ComplainForm, LookAgainForm, NotFixedForm
from complaints.models import Case
from complaints.operations.answering import escalate
from complaints.operations.attachments import WaitingFile
from complaints.operations.ending import reopen
from complaints.operations.links import case_of, token_of
from complaints.operations.receiving import Told
from complaints.operations.steps import NotNow, Stopped
from complaints.operations.telling import hear
from complaints.operations.triaging import complain_of_response
from complaints.rules.limits import ADD, FILE
from complaints.rules.standing import (
    may_ask_for_stage_two,
    may_complain_of_it,
    may_say_it_was_not_fixed,
    ombudsman_is_next,
)
from complaints.views.carried import Carried
from complaints.views.files_sent import take_file
from complaints.views.limits import too_many, visitor_may
from complaints.views.open_to_all import open_to_all
from council.audit import Conflict
from council.forms import refuse_repeats
from council.periods import local_day

Forms = dict[str, Any]
OVERTAKEN = (
    "Something was done with your case in the meantime. Read how it stands now, then press the button again."
)
NOT_OFFERED = "That is done already, or cannot be done now. Read how your case stands."
TRIES = 3
SALT = "complaints.follow"


@open_to_all
def follow_case(request: HttpRequest, token: str) -> HttpResponse:
    """How far a case is, to whoever has its link: no name, no address, nothing that officers noted."""
    refuse_repeats(request.POST)
    case, page, now = *_find(token), timezone.now()
    forms = _forms(case, page)
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


def _forms(case: Case, page: FollowPage) -> Forms:
    """What the customer may do now."""
    offered = {
        "stage_two": (LookAgainForm, may_ask_for_stage_two(page.standing)),
        "not_fixed": (NotFixedForm, may_say_it_was_not_fixed(page.standing)),
        "complain": (ComplainForm, may_complain_of_it(page.standing)),
        "add": (AddForm, True),
    }
    return {step: form(**_named(step, case)) for step, (form, may) in offered.items() if may}


def _named(step: str, case: Case) -> dict[str, Any]:
    return {"prefix": step} | ({} if step == "add" else {"version": case.version})


def _sent(request: HttpRequest, step: str, case: Case, kind: Any, *, at: datetime.datetime) -> Any:
    """The form as it was sent; a file is taken at once, so that no mistake beside it loses it."""
    if step != "add":
        return kind(request.POST, **_named(step, case))
    salt = f"{SALT}.{case.pk}"
    carried = Carried.by(request, salt=salt)
    form = AddForm(request.POST, request.FILES, prefix="add", waiting=carried.files)
    form.full_clean()
    take_file(form, request.FILES.get("add-file"), carried, at=at)
    form.waiting, form.hidden = carried.files, carried.hidden(salt=salt)
    return form


def _add(request: HttpRequest, case: Case, form: AddForm, at: datetime.datetime) -> HttpResponse:
    files = [WaitingFile(**each) for each in form.waiting]
    common: dict[str, Any] = {"channel": Channel.WEB, "by": None, "at": at}
    for left in reversed(range(TRIES)):
        try:
            hear(case, form.cleaned_data["words"], files=files, expected=case.version, **common)
            break
        except Conflict:
            if not left:
                raise
            case.refresh_from_db()
    messages.success(request, "We have what you added. Whoever deals with your case reads it.")
    return redirect(request.path)


def _look_again(request: HttpRequest, case: Case, form: LookAgainForm, at: datetime.datetime) -> HttpResponse:
    escalate(case, expected=form.expected_version, why="", on=local_day(at), by=None, at=at)
    messages.success(request, "Somebody who did not answer you before will look at it again.")
    return redirect(request.path)


def _not_fixed(request: HttpRequest, case: Case, form: NotFixedForm, at: datetime.datetime) -> HttpResponse:
    why = form.cleaned_data["words"] or "The customer says that it was not put right."
    reopen(case, expected=form.expected_version, why=why, by=None, at=at)
    messages.success(request, "We have taken it up again, and are sorry that it was not put right.")
    return redirect(request.path)


def _complain(request: HttpRequest, case: Case, form: ComplainForm, at: datetime.datetime) -> HttpResponse:
    told = Told(
        kind=CaseKind.COMPLAINT,
        channel=Channel.WEB,
        customer=case.customer,
        representative=case.representative,
        authority=case.authority,
        subject=f"Your response to {case.reference}: {case.subject}"[:200],
        words=form.cleaned_data["words"] or "The customer is not satisfied with the response to the request.",
        # The same click sent twice makes one complaint.
        sent_as=uuid.uuid5(case.sent_as, f"complaint of version {form.expected_version}"),
    )
    complaint = complain_of_response(case, told, expected=form.expected_version, by=None, at=at)
    said = f"Your complaint is {complaint.reference}. This is its own page: keep its link too."
    messages.success(request, f"{said} Work on what you asked for goes on.")
    return redirect("follow_case", token_of(complaint.link_nonce))


STEPS: dict[str, Callable[..., HttpResponse]] = {
    "add": _add,
    "stage_two": _look_again,
    "not_fixed": _not_fixed,
    "complain": _complain,
}


def _stopped(request: HttpRequest, token: str, step: str, sent: Any, problem: Exception) -> HttpResponse:
    """The page as it now is, with what was typed and why it was not done."""
    case, page = _find(token)
    forms = _forms(case, page)
    if step not in forms:
        return _not_offered(request, case, page, forms)
    named = _named(step, case)
    data = request.POST.copy()
    data[f"{step}-version"] = str(case.version)
    # What was added keeps its files; everything else is about the case as it now stands.
    form = sent if step == "add" else type(forms[step])(data, **named)
    form.is_valid()
    for sentence in [OVERTAKEN] if isinstance(problem, Conflict) else _sentences(problem):
        form.add_error(None, sentence)
    forms[step] = form
    return _page(request, case, page, forms, failed=form)


def _sentences(problem: Exception) -> list[str]:
    if isinstance(problem, Stopped):
        return [each.sentence for each in problem.problems]
    return [OVERTAKEN]


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

"""What a customer may do from a page behind a secret link: add words, ask for another look, say what is not right."""

import datetime
import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from complaints.choices import CaseKind, Channel
from complaints.forms.follow import AddForm, ComplainForm, LookAgainForm, NotFixedForm
from complaints.models import Case
from complaints.operations.answering import escalate
from complaints.operations.attachments import WaitingFile
from complaints.operations.ending import reopen
from complaints.operations.links import token_of
from complaints.operations.receiving import Told
from complaints.operations.steps import Stopped
from complaints.operations.telling import hear
from complaints.operations.triaging import complain_of_response
from complaints.rules.standing import (
    Standing,
    may_ask_for_stage_two,
    may_complain_of_it,
    may_say_it_was_not_fixed,
)
from council.audit import Conflict
from council.periods import local_day

Forms = dict[str, Any]
OVERTAKEN = (
    "Something was done with your case in the meantime. Read how it stands now, then press the button again."
)
TRIES = 3


def forms_of(case: Case, standing: Standing) -> Forms:
    """What the customer may do now."""
    offered = {
        "stage_two": (LookAgainForm, may_ask_for_stage_two(standing)),
        "not_fixed": (NotFixedForm, may_say_it_was_not_fixed(standing)),
        "complain": (ComplainForm, may_complain_of_it(standing)),
        "add": (AddForm, True),
    }
    return {step: form(**named(step, case)) for step, (form, may) in offered.items() if may}


def named(step: str, case: Case) -> dict[str, Any]:
    """What a form of the step is made with."""
    return {"prefix": step} | ({} if step == "add" else {"version": case.version})


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


def sentences(problem: Exception) -> list[str]:
    """Why it was not done, for the customer to read."""
    if isinstance(problem, Stopped):
        return [each.sentence for each in problem.problems]
    return [OVERTAKEN]

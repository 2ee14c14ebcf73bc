"""Telling everybody of an incident the same, and replying to all of them when it is over."""

import hashlib
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from complaints.choices import OPEN_STATES, LookKind, MessageKind
from complaints.forms.incidents import ReplyToAllForm, TellForm
from complaints.models import Case, Incident
from complaints.operations.incidents import reply_to_all, tell_all
from complaints.operations.looks import keep_look
from complaints.operations.messages import draft_message, hears_by_email
from complaints.operations.steps import Stopped
from complaints.views.incidents import find_incident
from complaints.views.stepping import put_beside
from council.access import Permission, SignedInRequest, allow
from council.audit import Conflict
from council.forms import refuse_repeats
from council.periods import local_day

PLACES = {
    "name": "(the customer’s name)",
    "reference": "their reference",
    "subject": "what they told us about",
    "link": "(the customer’s own link)",
}
"""Stand in the preview for what is each customer's own."""
CHANGED_MEANWHILE = (
    "Somebody else told them or changed this incident first. Read what was told, then decide; what you typed is still "
    "here."
)
NOBODY_TO_TELL = "No case is under this incident yet, so there is nobody to tell. Put cases under it first."
NO_TEXT = "There is no text for this occasion in the register, so nothing can be sent. Ask an administrator."
NOT_OVER = (
    "It is not over yet. Say first on which day it was over; until then tell all of them how far it is."
)


@allow(Permission.HANDLE_CASES)
def incident_tell(request: SignedInRequest, pk: int) -> HttpResponse:
    """Shows first what all of them would read and how many they are; then writes it to each of them once."""
    refuse_repeats(request.POST)
    row = find_incident(request, pk)
    sent = request.POST if request.method == "POST" else None
    form = TellForm(sent, version=row.version, initial={"words": row.words})
    cases = list(row.cases.select_related("customer", "representative", "procedure", "handler"))
    message = None
    if form.is_valid():
        message = _message(cases, form.cleaned_data["words"])
        if message is None:
            form.add_error(None, NOBODY_TO_TELL if not cases else NO_TEXT)
        elif request.POST.get("seen") == _sum(message):
            if (done := _told(request, row, form)) is not None:
                return done
            form, row = _anew(request, pk, form)
    return _tell_page(request, row, form, cases, message if form.is_bound and not form.errors else None)


def _told(request: SignedInRequest, row: Incident, form: TellForm) -> HttpResponse | None:
    """Tells them, and goes back to the incident; None, with the reason on the form, where it was not done."""
    words, expected = form.cleaned_data["words"], form.expected_version
    try:
        _, number = tell_all(row, words, expected=expected, by=request.user, at=timezone.now())
    except Conflict:
        form.add_error(None, CHANGED_MEANWHILE)
    except Stopped as problem:
        put_beside(form, problem)
    else:
        customers = "1 customer is" if number == 1 else f"{number} customers are"
        messages.success(request, f"{customers} told. Letters are printed from each case.")
        return redirect(row)
    return None


def _anew(request: SignedInRequest, pk: int, failed: TellForm) -> tuple[TellForm, Incident]:
    """The form with what was typed and what was wrong, about the incident as it now stands."""
    row = find_incident(request, pk)
    typed = request.POST.copy()
    typed["version"] = str(row.version)
    form = TellForm(typed, version=row.version)
    for sentence in failed.non_field_errors():
        form.add_error(None, sentence)
    return form, row


def _message(cases: list[Case], words: str) -> tuple[str, str] | None:
    return draft_message(cases[0], MessageKind.INCIDENT, reason=words, **PLACES) if cases else None


def _sum(message: tuple[str, str]) -> str:
    """What tells that the reader has seen these very words."""
    return hashlib.sha256(repr(message).encode()).hexdigest()


def _tell_page(
    request: SignedInRequest,
    row: Incident,
    form: TellForm,
    cases: list[Case],
    message: tuple[str, str] | None,
) -> HttpResponse:
    by_email = sum(hears_by_email(each) for each in cases)
    url = row.get_absolute_url()
    context = {
        "incident": row,
        "form": form,
        "in_all": len(cases),
        "by_email": by_email,
        "otherwise": len(cases) - by_email,
        "last": row.tellings.select_related("by").first(),
        "message": message,
        "seen": _sum(message) if message else "",
        "cancel_url": url,
        "breadcrumbs": [(str(row), url)],
    }
    return render(request, "complaints/incident_tell.html", context)


@allow(Permission.HANDLE_CASES)
def incident_reply(request: SignedInRequest, pk: int) -> HttpResponse:
    """Replies to all ticked cases of an incident that is over; those that cannot be replied to are left, with why."""
    refuse_repeats(request.POST, allowed={"chosen"})
    row = find_incident(request, pk)
    now = timezone.now()
    is_over = not row.is_going_on(on=local_day(now)) and row.over_on is not None
    form = ReplyToAllForm(request.POST if request.method == "POST" else None)
    seen = Case.objects.visible_to(request.user, day=local_day(now)).filter(incident=row)
    if is_over and form.is_valid() and _replied(request, form, seen):
        return redirect(row)
    rows = list(seen.filter(state__in=OPEN_STATES).with_people().order_by("received_at", "pk"))
    keep_look(request.user, LookKind.LIST, at=now)
    url = row.get_absolute_url()
    context = {
        "incident": row,
        "form": form,
        "not_over": "" if is_over else NOT_OVER,
        "cases": [(each, not form.is_bound or each.pk in form.ticked) for each in rows],
        "cancel_url": url,
        "breadcrumbs": [(str(row), url)],
    }
    return render(request, "complaints/incident_reply.html", context)


def _replied(request: SignedInRequest, form: ReplyToAllForm, seen: Any) -> bool:
    """Replies to the ticked ones; False, with the reasons on the form, where any was left."""
    chosen, said = form.chosen, form.cleaned_data
    rows = list(seen.filter(pk__in=chosen).order_by("pk"))
    done, left = reply_to_all(
        [(row, chosen[row.pk]) for row in rows],
        said["words"],
        late_why=said["late_why"],
        by=request.user,
        at=timezone.now(),
    )
    if done:
        number = "1 case is" if len(done) == 1 else f"{len(done)} cases are"
        messages.success(request, f"{number} replied to.")
    if len(rows) < len(chosen):
        form.add_error(None, "A case that you ticked is not yours to see any more.")
    form.say_left(left)
    return form.is_valid()

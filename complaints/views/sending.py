"""The end of the public form: all answers to check, sending them, and the reference with the secret link."""

import datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from complaints.choices import Channel, ContactWay
from complaints.forms.told import told_from
from complaints.models import Case
from complaints.operations.messages import link_to
from complaints.operations.telling import take_in
from complaints.rules.limits import SEND, is_too_soon
from complaints.views.answers import CARRIED, Answers, answers_of, keep_answers, remember_sent, sent_case
from complaints.views.limits import too_many, visitor_may
from complaints.views.open_to_all import open_to_all
from complaints.views.telling import RAN_OUT, begin_again, next_page, sent_before
from council.forms import refuse_repeats
from council.periods import local_day

TRAP = "website"
"""A box that nobody sees. What fills it in is no person, or a browser that fills in everything."""
FILLED_IN_UNSEEN = (
    "A box that people do not see was filled in, perhaps by your browser. Nothing is lost: send it once more."
)
TOO_SOON = "That was very quick. Read through your answers, then send them. Nothing is lost."


@open_to_all
def check(request: HttpRequest) -> HttpResponse:
    """All answers to check, each with a way to change it; and the button that sends them."""
    refuse_repeats(request.POST)
    now = timezone.now()
    found = answers_of(request, at=now)
    if sent_already := sent_before(request, found, at=now):
        return sent_already
    if found.is_new:
        return begin_again(request, at=now)
    answers = found.answers
    if found.ran_out:
        messages.warning(request, RAN_OUT)
    if request.method == "POST":
        keep_answers(request, answers)
    if answers.next_open(today=local_day(now)):
        return next_page(answers, at=now)
    if request.method != "POST":
        return _check_page(request, answers, at=now)
    if request.POST.get(TRAP):
        return _check_page(request, answers, at=now, problem=FILLED_IN_UNSEEN)
    if is_too_soon(answers.began_at, now):
        return _check_page(request, answers, at=now, problem=TOO_SOON)
    if not visitor_may(request, SEND, at=now):
        return too_many(request)
    return _send(request, answers, at=now)


def _send(request: HttpRequest, answers: Answers, *, at: datetime.datetime) -> HttpResponse:
    said: dict[str, Any] = {}
    for _, form in answers.forms(today=local_day(at)):
        form.is_valid()
        said |= form.cleaned_data
    told = told_from(said, channel=Channel.WEB, sent_as=answers.sent_as)
    try:
        case = take_in(told, answers.waiting, received_at=at, by=None, at=at)
    except ValidationError as problem:
        return _check_page(request, answers, at=at, problem=" ".join(problem.messages))
    remember_sent(request, case.pk, at=at)
    return redirect("tell_us_sent")


def _check_page(
    request: HttpRequest, answers: Answers, *, at: datetime.datetime, problem: str = ""
) -> HttpResponse:
    rows = []
    for asked, form in answers.forms(today=local_day(at)):
        form.is_valid()
        lines = [("", each["name"]) for each in answers.files] if asked.slug == "files" else form.shown()
        rows.append((asked, lines))
    context = {
        "rows": rows,
        "carried": CARRIED,
        "so_far": answers.carried(),
        "trap": TRAP,
        "problems": [("", problem)] if problem else [],
    }
    return render(request, "complaints/tell_us_check.html", context)


@open_to_all
def sent(request: HttpRequest) -> HttpResponse:
    """The reference and the secret link, to whoever has just sent a case."""
    pk = sent_case(request, at=timezone.now())
    rows = Case.objects.select_related("customer", "representative", "procedure", "handler")
    case = rows.filter(pk=pk).first() if pk else None
    if case is None:
        return redirect("tell_us")
    hears = case.representative or case.customer
    context = {
        "case": case,
        "link": link_to(case),
        "is_written_to": hears.way == ContactWay.EMAIL,
        "other_ways": settings.OTHER_WAYS,
    }
    return render(request, "complaints/tell_us_sent.html", context)

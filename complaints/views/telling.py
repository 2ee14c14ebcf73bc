"""The public form: what will happen, then one question a page; nobody signs in."""

import datetime

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from complaints.choices import CaseKind
from complaints.figures.told_times import told_times
from complaints.forms.questions import FORMS, FilesForm
from complaints.models import Case
from complaints.rules.limits import BEGIN, FILE
from complaints.rules.questions import BY_SLUG, Question, asked_of
from complaints.rules.uploads import LIMITS_IN_WORDS
from complaints.views.answers import (
    CARRIED,
    Answers,
    Found,
    answers_of,
    forget_answers,
    keep_answers,
    remember_sent,
    sent_case,
)
from complaints.views.files_sent import drop_file, take_file
from complaints.views.limits import too_many, visitor_may
from complaints.views.open_to_all import open_to_all
from council.forms import refuse_repeats
from council.periods import local_day

RAN_OUT = "Your visit had run out in the meantime. What you told us is still here: go on."


@open_to_all
def tell_us(request: HttpRequest) -> HttpResponse:
    """What will happen and when, before anything is asked; and what was typed and not sent, to go on or throw away."""
    now = timezone.now()
    today = local_day(now)
    unsent = answers_of(request, at=now)
    if request.method == "POST" and not unsent.is_new:
        for key in [each["key"] for each in unsent.answers.files]:
            drop_file(key, unsent.answers)
        forget_answers(request)
        messages.success(request, "What you had typed is thrown away.")
        return redirect("tell_us")
    context = {
        "go_on": None if unsent.is_new else _place(unsent.answers, on=today),
        "complaint": told_times(CaseKind.COMPLAINT, on=today),
        "request_times": told_times(CaseKind.REQUEST, on=today),
        "other_ways": settings.OTHER_WAYS,
        "files": LIMITS_IN_WORDS,
    }
    return render(request, "complaints/tell_us.html", context)


@open_to_all
def question(request: HttpRequest, question: str) -> HttpResponse:
    """One question; what is answered is kept, and the next one follows."""
    asked = BY_SLUG.get(question)
    if asked is None:
        raise Http404("There is no such question.")
    refuse_repeats(request.POST)
    now = timezone.now()
    found = answers_of(request, at=now)
    if sent := sent_before(request, found, at=now):
        return sent
    if request.method == "POST":
        return _answered(request, asked, found, at=now)
    if asked.slug == "kind" and "anew" in request.GET:
        found = Found(Answers.beginning(now), is_new=True)
    if found.is_new and asked.slug != "kind":
        return begin_again(request, at=now)
    if asked not in asked_of(found.answers.kind):
        return next_page(found.answers, at=now)
    form = FORMS[asked.slug](
        kind=found.answers.kind, today=local_day(now), initial=found.answers.said.get(asked.slug)
    )
    return question_page(request, asked, form, found.answers)


def _answered(request: HttpRequest, asked: Question, found: Found, *, at: datetime.datetime) -> HttpResponse:
    answers = found.answers
    if found.ran_out:
        messages.warning(request, RAN_OUT)
    if asked.slug == "files":
        return _file_sent(request, asked, answers, at=at)
    form = FORMS[asked.slug](request.POST, kind=answers.kind, today=local_day(at))
    if not form.is_valid():
        if not found.is_new:
            answers.answer(asked.slug, form)
            keep_answers(request, answers)
        return question_page(request, asked, form, answers)
    answers.answer(asked.slug, form)
    if found.is_new and not visitor_may(request, BEGIN, at=at):
        return too_many(request)
    if found.is_new:
        # What others typed and never sent goes with their sessions.
        type(request.session).clear_expired()
    keep_answers(request, answers)
    return next_page(answers, at=at)


def _file_sent(
    request: HttpRequest, asked: Question, answers: Answers, *, at: datetime.datetime
) -> HttpResponse:
    form = FilesForm(request.POST, request.FILES, today=local_day(at))
    if "file" in request.FILES and not visitor_may(request, FILE, at=at):
        return too_many(request)
    is_taken = take_file(form, request.FILES.get("file"), answers, at=at)
    drop_file(request.POST.get("remove", ""), answers)
    if is_taken and not {"add", "remove"} & set(request.POST):
        answers.said["files"] = {}
        keep_answers(request, answers)
        return next_page(answers, at=at)
    keep_answers(request, answers)
    return redirect(request.path) if is_taken else question_page(request, asked, form, answers)


def question_page(request: HttpRequest, asked: Question, form: object, answers: Answers) -> HttpResponse:
    """The page of a question; it carries what was answered before."""
    order = asked_of(answers.kind)
    place = order.index(asked) if asked in order else 0
    context = {
        "asked": asked,
        "form": form,
        "number": place + 1,
        "of": len(order),
        "is_first": asked.slug == "kind",
        "back_url": reverse("tell_us_question", args=[order[place - 1].slug])
        if place
        else reverse("tell_us"),
        "carried": CARRIED,
        "so_far": answers.carried(),
        "files": answers.files if asked.slug == "files" else None,
    }
    page = "complaints/tell_us_files.html" if asked.slug == "files" else "complaints/tell_us_question.html"
    return render(request, page, context)


def next_page(answers: Answers, *, at: datetime.datetime) -> HttpResponse:
    """The first question that is still open, or all answers to check."""
    return redirect(_place(answers, on=local_day(at)))


def _place(answers: Answers, *, on: datetime.date) -> str:
    slug = answers.next_open(today=on)
    return reverse("tell_us_question", args=[slug]) if slug else reverse("tell_us_check")


def sent_before(request: HttpRequest, found: Found, *, at: datetime.datetime) -> HttpResponse | None:
    """The last page once more, where these answers are a case already: sent twice, or gone back to."""
    if request.method != "POST" or found.is_new:
        return None
    pk = Case.objects.filter(sent_as=found.answers.sent_as).values_list("pk", flat=True).first()
    if pk is None:
        return None
    remember_sent(request, pk, at=at)
    return redirect("tell_us_sent")


def begin_again(request: HttpRequest, *, at: datetime.datetime) -> HttpResponse:
    """To the first page, with a word why; or to the reference of what was just sent."""
    if sent_case(request, at=at):
        return redirect("tell_us_sent")
    messages.warning(request, "Begin here: there is nothing yet that you told us in this browser.")
    return redirect("tell_us")

"""The page on which a customer says how their case went: one question a page, one click each, and nobody signs in.

Only a click is an answer. A look records nothing, because the scanners of mail follow every link.
"""

import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from complaints.choices import Channel, SurveyQuestion
from complaints.figures.clock_page import clocks_of
from complaints.figures.follow_page import standing_of
from complaints.figures.survey_page import AskedQuestion, is_displeased, questions_asked
from complaints.forms.surveys import ClickForm, WordsForm
from complaints.models import Case, SurveyRequest
from complaints.operations.asking import is_opted_out, request_of
from complaints.operations.steps import NotNow, Stopped
from complaints.operations.surveys import answer, set_no_surveys
from complaints.rules.limits import ADD, ANSWER
from complaints.rules.standing import without_names
from complaints.views.customer_steps import STEPS, TRIES, Forms, forms_of, named, sentences
from complaints.views.limits import too_many, visitor_may
from complaints.views.open_to_all import open_to_all
from council.audit import Conflict
from council.forms import refuse_repeats
from council.models import User
from council.periods import local_day


@open_to_all
def how_did_we_do(request: HttpRequest, token: str) -> HttpResponse:
    """The next question, or all that was said and what else may be done; to whoever has the link."""
    refuse_repeats(request.POST)
    asked, now = request_of(token), timezone.now()
    if asked is None or asked.not_asked:
        raise Http404
    step = request.POST.get("step", "")
    if request.method != "POST" or not step:
        return _next_page(request, asked, on=local_day(now))
    if step in STEPS and step != "add":
        return _stepped(request, asked, step, at=now)
    return _answered(request, asked, step, at=now)


def _answered(
    request: HttpRequest, asked: SurveyRequest, step: str, *, at: datetime.datetime
) -> HttpResponse:
    """Keeps one answer, or that they are not to be asked again; then the page is asked for anew."""
    if step in ("no_more", "ask_again"):
        if not visitor_may(request, ANSWER, at=at):
            return too_many(request)
        case = asked.case
        set_no_surveys(case.representative or case.customer, step == "no_more", by=_who(request), at=at)
        return redirect(request.path)
    by_name = {each.question.value: each for each in questions_asked(asked)}
    if step not in by_name and step != SurveyQuestion.WORDS:
        return _next_page(request, asked, on=local_day(at))
    form: Any = ClickForm(request.POST, asked=by_name[step]) if step in by_name else WordsForm(request.POST)
    if not form.is_valid():
        return _next_page(request, asked, on=local_day(at), step=step, failed=form)
    if not visitor_may(request, ANSWER, at=at):
        return too_many(request)
    said = form.cleaned_data["said" if step in by_name else "words"]
    try:
        _keep(request, asked, SurveyQuestion(step), said, at=at)
    except Stopped as problem:
        for sentence in sentences(problem):
            form.add_error(None, sentence)
        return _next_page(request, asked, on=local_day(at), step=step, failed=form)
    if step == SurveyQuestion.WORDS:
        messages.success(request, "Thank you. We have what you added.")
    return redirect(request.path)


def _keep(
    request: HttpRequest, asked: SurveyRequest, question: SurveyQuestion, said: str, *, at: datetime.datetime
) -> None:
    """“Not fixed” is a step of the case, which somebody may take a step with at the same moment: then once more."""
    for left in reversed(range(TRIES)):
        try:
            answer(asked, question, said, channel=Channel.WEB, by=_who(request), at=at)
            return
        except Conflict:
            if not left:
                raise Stopped.because(
                    "", "Somebody worked on your case at the same moment. Press the button again."
                ) from None


def _who(request: HttpRequest) -> User | None:
    """Nobody, as a rule. An officer who clicks for a customer is kept with the answer."""
    return request.user if isinstance(request.user, User) else None


def _stepped(request: HttpRequest, asked: SurveyRequest, step: str, *, at: datetime.datetime) -> HttpResponse:
    """What the page behind the case's own link would do: taken up again, looked at again, or complained of."""
    case, forms = asked.case, _ways_on(asked, on=local_day(at))
    if step not in forms:
        messages.warning(request, "That is done already, or cannot be done now.")
        return redirect(request.path)
    form = type(forms[step])(request.POST, **named(step, case))
    if form.is_valid():
        if not visitor_may(request, ADD, at=at):
            return too_many(request)
        try:
            return STEPS[step](request, case, form, at)
        except (Conflict, NotNow, Stopped) as problem:
            again = request.POST.copy()
            fresh = Case.objects.select_related("customer", "representative", "procedure").get(pk=case.pk)
            again[f"{step}-version"] = str(fresh.version)
            form = type(forms[step])(again, **named(step, fresh))
            form.is_valid()
            for sentence in sentences(problem):
                form.add_error(None, sentence)
    return _thanks(
        request, asked, questions_asked(asked), on=local_day(at), forms={**forms, step: form}, failed=form
    )


def _next_page(
    request: HttpRequest, asked: SurveyRequest, *, on: datetime.date, step: str = "", failed: Any = None
) -> HttpResponse:
    """The question that is asked for or the first without an answer; after the last, or after the time, all of them."""
    questions = questions_asked(asked)
    wanted = step or request.GET.get("question", "")
    chosen = next((each for each in questions if each.question == wanted), None)
    if chosen is None and wanted != SurveyQuestion.WORDS:
        chosen = next((each for each in questions if not each.said), None)
    if chosen is None or on > asked.answer_by:
        return _thanks(request, asked, questions, on=on, failed=failed)
    context = {
        **_about(asked),
        "asked": chosen,
        "number": questions.index(chosen) + 1,
        "of": len(questions),
        "form": failed,
    }
    return render(request, "complaints/how_did_we_do.html", context)


def _thanks(
    request: HttpRequest,
    asked: SurveyRequest,
    questions: list[AskedQuestion],
    *,
    on: datetime.date,
    forms: Forms | None = None,
    failed: Any = None,
) -> HttpResponse:
    is_words = isinstance(failed, WordsForm)
    context = {
        **_about(asked),
        "questions": questions,
        "request_row": asked,
        "is_over": on > asked.answer_by,
        "words_form": failed if is_words else WordsForm(initial={"words": asked.words}),
        "forms": _ways_on(asked, on=on) if forms is None else forms,
        "form": failed,
    }
    return render(request, "complaints/how_did_we_do_thanks.html", context)


def _ways_on(asked: SurveyRequest, *, on: datetime.date) -> Forms:
    """What may be done about it, for who is not content; adding words is done on this page itself."""
    if not is_displeased(asked):
        return {}
    case = asked.case
    forms = forms_of(case, standing_of(case, clocks_of(case, on=on), list(case.led_to.order_by("pk"))))
    return {step: form for step, form in forms.items() if step != "add"}


def _about(asked: SurveyRequest) -> dict[str, Any]:
    case = asked.case
    names = [case.customer.name, case.representative.name if case.representative else ""]
    return {
        "case": case,
        "subject": without_names(case.subject, names),
        "answer_by": asked.answer_by,
        "opted_out": is_opted_out(case.representative or case.customer),
    }

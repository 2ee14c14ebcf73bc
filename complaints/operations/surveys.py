"""What customers say of how their case went: each click is kept at once, the last one counts, and all are kept."""

import datetime
from collections.abc import Mapping

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Coalesce

from complaints.choices import CaseStep, Channel, CustomerStep, Fixed, SurveyQuestion
from complaints.models import Case, Customer, CustomerEntry, SurveyAnswer, SurveyRequest
from complaints.operations.steps import Stopped, begin, finish
from complaints.rules.surveys import ending_of, questions_of, said_of
from council.dates import long_date
from council.models import User
from council.periods import local_day

NOT_FIXED = "It was not put right."
RECORDED = "What the customer says of how it was handled was recorded."


@transaction.atomic
def answer(
    request: SurveyRequest,
    question: SurveyQuestion,
    said: str,
    *,
    channel: Channel,
    by: User | None,
    at: datetime.datetime,
) -> bool:
    """Keeps what is said to one question; whether it is new. The same said again, as by a second click, is kept once.

    “Not fixed” is a step of the case as well. Raises Stopped for what is not asked, not offered or too late, Conflict
    when somebody took a step with the case at the same moment.
    """
    _check(request, question, said, on=local_day(at))
    if not _keep(request, question, said, channel=channel, by=by, at=at):
        return False
    if (question, said) == (SurveyQuestion.FIXED, Fixed.NO):
        _step(request.case, CaseStep.HEARD, NOT_FIXED, by=by, at=at)
    return True


@transaction.atomic
def record_answers(
    request: SurveyRequest,
    said: Mapping[SurveyQuestion, str],
    *,
    expected: int,
    channel: Channel,
    by: User,
    at: datetime.datetime,
) -> Case:
    """Keeps what a customer told an officer, question by question, as a step of the case.

    `expected` is the version of the case. Raises Stopped where nothing was said, and as `answer` does.
    """
    told = {question: words for question, words in said.items() if words}
    if not told:
        raise Stopped.because("handling", "Enter what the customer said to at least one question.")
    row = begin(request.case, CaseStep.HEARD, expected=expected)
    for question, words in told.items():
        _check(request, question, words, on=local_day(at))
        _keep(request, question, words, channel=channel, by=by, at=at)
    if told.get(SurveyQuestion.FIXED) == Fixed.NO:
        finish(row, CaseStep.HEARD, by=by, at=at, note=NOT_FIXED)
    else:
        finish(row, CaseStep.NOTED, by=by, at=at, note=RECORDED)
    return row


def _check(request: SurveyRequest, question: SurveyQuestion, said: str, *, on: datetime.date) -> None:
    if request.not_asked:
        raise Stopped.because("", "This customer was not asked.")
    if on > request.answer_by:
        raise Stopped.because("", f"Answers could be given until {long_date(request.answer_by)}.")
    if question == SurveyQuestion.WORDS:
        return
    ending = ending_of(request.case.kind, request.entry.step, request.entry.stage)
    if question not in questions_of(ending) or said not in dict(said_of(question)):
        raise Stopped.because(question.value, "Choose one of the answers.")


def _keep(
    request: SurveyRequest,
    question: SurveyQuestion,
    said: str,
    *,
    channel: Channel,
    by: User | None,
    at: datetime.datetime,
) -> bool:
    """Compares and sets in one statement, so that of two clicks at once one is kept."""
    # The first answer of all says when and how they answered; later ones do not move it.
    changed = (
        SurveyRequest.objects.filter(pk=request.pk)
        .exclude(**{question.value: said})
        .update(
            **{question.value: said},
            answered_at=Coalesce(F("answered_at"), Value(at)),
            channel=channel,
            taken_by=by,
        )
    )
    if not changed:
        return False
    is_words = question == SurveyQuestion.WORDS
    SurveyAnswer(
        request=request,
        question=question,
        said="" if is_words else said,
        words=said if is_words else "",
        channel=channel,
        at=at,
        taken_by=by,
    ).save(force_insert=True)
    request.refresh_from_db(fields=["handling", "outcome", "fixed", "words", "answered_at", "channel"])
    return True


def _step(case: Case, step: CaseStep, note: str, *, by: User | None, at: datetime.datetime) -> None:
    now = Case.objects.get(pk=case.pk)
    finish(begin(now, step, expected=now.version), step, by=by, at=at, note=note)


@transaction.atomic
def set_no_surveys(customer: Customer, is_out: bool, *, by: User | None, at: datetime.datetime) -> None:
    """Keeps that a customer is not to be asked any more, or may be asked again: in every row that is the same person.

    Said again it changes nothing.
    """
    step = CustomerStep.OPTED_OUT if is_out else CustomerStep.OPTED_IN
    same = Customer.objects.same_person_as(customer)
    for pk in list(same.exclude(no_surveys=is_out).order_by("pk").values_list("pk", flat=True)):
        changing = Customer.objects.filter(pk=pk).exclude(no_surveys=is_out)
        if changing.update(no_surveys=is_out, version=F("version") + 1):
            CustomerEntry(customer_id=pk, step=step, fields="no_surveys", at=at, by=by).save(
                force_insert=True
            )

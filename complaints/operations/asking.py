"""Asking each customer how their case went, once for each ending, and never who does not want to be asked."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from complaints.choices import (
    CAME_BACK,
    ENDINGS,
    KINDS_ASKED_ABOUT,
    OPEN_STATES,
    ContactWay,
    MessageKind,
    NotAsked,
)
from complaints.models import CaseEntry, Customer, Message, MessageText, Survey, SurveyRequest
from complaints.operations.links import LONGEST_TOKEN, new_nonce, sum_of, token_of
from complaints.operations.messages import filled
from complaints.rules.surveys import first_day_asked_about
from council.periods import LONDON

AT_ONCE = 200
NAMED = (
    "case__customer__merged_into",
    "case__representative__merged_into",
    "case__procedure",
    "case__handler",
)
ONE_DAY = datetime.timedelta(days=1)


def ask_customers(*, on: datetime.date, at: datetime.datetime) -> int:
    """Asks those whose case ended long enough ago, by the survey that is live; answers how many were asked.

    Who is not to be asked is kept as such. Run again it asks nobody twice: an ending has one request, and a command
    that finds another at the same work leaves it to that.
    """
    survey = Survey.objects.live_on(on)
    text = MessageText.objects.filter(kind=MessageKind.SURVEY).first()
    if survey is None or text is None:
        return 0
    done = 0
    while entries := list(_to_ask_about(survey, on=on)[:AT_ONCE]):
        try:
            with transaction.atomic():
                done += _ask(entries, survey, text, on=on, at=at)
        except IntegrityError:
            return done
    return done


def _to_ask_about(survey: Survey, *, on: datetime.date) -> "QuerySet[CaseEntry]":
    """The newest ending of each case that still stands where it left it, if its day has come and it has no request."""
    wait = datetime.timedelta(days=survey.ask_after)
    first = first_day_asked_about(
        on, live_since=survey.starts_on, after=survey.ask_after, late_after=survey.late_after
    )
    newer = CaseEntry.objects.filter(case=OuterRef("case"), number__gt=OuterRef("number"), step__in=ENDINGS)
    ended = CaseEntry.objects.filter(
        step__in=ENDINGS, at__gte=start_of(first), at__lt=start_of(on - wait + ONE_DAY)
    )
    standing = ended.filter(case__state__in=CAME_BACK, case__kind__in=KINDS_ASKED_ABOUT, survey_request=None)
    rows: QuerySet[CaseEntry] = standing.filter(~Exists(newer)).select_related(*NAMED).order_by("at", "pk")
    return rows


def start_of(day: datetime.date) -> datetime.datetime:
    """The first moment of a day where the council is."""
    return datetime.datetime.combine(day, datetime.time.min, tzinfo=LONDON)


def _ask(
    entries: Sequence[CaseEntry],
    survey: Survey,
    text: MessageText,
    *,
    on: datetime.date,
    at: datetime.datetime,
) -> int:
    requests = [_request(each, survey, on=on) for each in entries]
    for request in requests:
        if not request.not_asked:
            request.message = _message(request, text, at=at)
    messages = Message.objects.bulk_create(each.message for each in requests if each.message)
    SurveyRequest.objects.bulk_create(requests)
    return len(messages)


def _request(entry: CaseEntry, survey: Survey, *, on: datetime.date) -> SurveyRequest:
    nonce = new_nonce()
    return SurveyRequest(
        case=entry.case,
        entry=entry,
        survey=survey,
        asked_on=on,
        answer_by=on + datetime.timedelta(days=survey.late_after),
        not_asked=why_not(entry.case.representative or entry.case.customer),
        link_nonce=nonce,
        link_hash=sum_of(token_of(nonce)),
    )


def _message(request: SurveyRequest, text: MessageText, *, at: datetime.datetime) -> Message:
    """What is written: with somebody to send it to where they hear by e-mail, else to be printed or read out."""
    case = request.case
    hears = case.representative or case.customer
    facts: dict[str, Any] = {"survey": link_to_answer(request)}
    subject, body = filled(text, case, **facts)
    return Message(
        case=case,
        kind=MessageKind.SURVEY,
        to=hears.email if hears.way == ContactWay.EMAIL else "",
        subject=subject,
        body=body,
        written_at=at,
        key=f"{case.pk}:{request.entry.number}:{MessageKind.SURVEY}",
    )


def why_not(hears: Customer) -> NotAsked | str:
    """Why who would hear is not asked; "" where they are."""
    if is_opted_out(hears):
        return NotAsked.OPTED_OUT
    if hears.way == ContactWay.NONE:
        return NotAsked.HEARS_NOTHING
    return "" if hears.email or hears.phone or hears.address else NotAsked.NO_WAY


def is_opted_out(hears: Customer) -> bool:
    """Whether they, or the customer they were merged into, are not to be asked."""
    return hears.no_surveys or (hears.merged_into is not None and hears.merged_into.no_surveys)


def call_off_asking(message: Message) -> bool:
    """Whether a message that asks is not to be sent after all, because its reader opted out or the case went on.

    Asked right before it is sent; what is called off is kept as not asked. Other messages are never called off.
    """
    if message.kind != MessageKind.SURVEY:
        return False
    request = SurveyRequest.objects.select_related(*NAMED).filter(message=message).first()
    if request is None:
        return False
    hears = request.case.representative or request.case.customer
    why = NotAsked.OPTED_OUT if is_opted_out(hears) else ""
    why = why or (NotAsked.MOVED_ON if request.case.state in OPEN_STATES else "")
    if why:
        SurveyRequest.objects.filter(pk=request.pk, answered_at=None).update(not_asked=why)
    return bool(why)


def link_to_answer(request: SurveyRequest) -> str:
    """The secret link by which the customer answers."""
    address = reverse("how_did_we_do", args=[token_of(request.link_nonce)])
    return f"{str(settings.SITE_ADDRESS).rstrip('/')}{address}"


def request_of(token: str) -> SurveyRequest | None:
    """The request that a link is of; None for a wrong one, in the same time."""
    if len(token) > LONGEST_TOKEN:
        return None
    named = SurveyRequest.objects.select_related("entry", "survey", *NAMED)
    return named.filter(link_hash=sum_of(token)).first()

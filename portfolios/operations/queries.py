"""A member's query: asked once, answered as often as there is something to add, never changed."""

import datetime
import uuid

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from council.audit import Conflict, add_versioned, save_versioned
from council.models import User
from council.periods import local_day
from portfolios.choices import QueryStage
from portfolios.figures.answer_times import answer_time
from portfolios.models import Answer, Post, Query, Report, Service
from portfolios.operations.sent import key_of


@transaction.atomic
def ask(
    question: str,
    *,
    by: User,
    at: datetime.datetime,
    sent_as: uuid.UUID,
    owner: Post | None,
    service: Service | None = None,
    report: Report | None = None,
    figure_words: str = "",
) -> Query:
    """Puts a question to the post that owes the answer, with the day by which it is due.

    Answers the query that is there where this very form was sent before, by the same member with the same words.
    """
    about = (service and service.pk, report and report.pk, figure_words)
    sent_as = key_of(sent_as, by.pk, *about, question)
    query = Query(
        question=question,
        asked_by=by,
        asked_at=at,
        sent_as=sent_as,
        owner=owner,
        service=service,
        report=report,
        figure_words=figure_words,
        due_on=answer_time(local_day(at)).due_on,
    )
    try:
        with transaction.atomic():
            add_versioned(query, by=by)
    except (IntegrityError, ValidationError):
        sent = Query.objects.filter(sent_as=sent_as).first()
        if sent is None:
            raise
        return sent
    return query


@transaction.atomic
def answer(query: Query, *, expected: int, words: str, by: User, at: datetime.datetime) -> Answer:
    """Adds an answer. Raises Conflict when somebody else answered first.

    Sent a second time it does nothing, so that a double click makes one answer.
    """
    row = Query.objects.filter(pk=query.pk).first()
    if row is None:
        raise Conflict(None)
    newest = row.answers.last()
    if row.version != expected:
        if newest is not None and (newest.words, newest.by_id) == (words, by.pk):
            return newest
        raise Conflict(row)
    row.stage = QueryStage.ANSWERED
    save_versioned(row, expected=expected, by=by, update_fields=["stage"])
    added = Answer(query=row, number=newest.number + 1 if newest else 1, words=words, by=by, at=at)
    added.full_clean()
    added.save(force_insert=True)
    return added


def owner_of_service(service: Service) -> Post | None:
    """The post that answers for a service: its manager, else that of the nearest service above it."""
    above: Service | None = service
    seen: set[int] = set()
    while above is not None and above.pk not in seen:
        if above.manager is not None:
            return above.manager
        seen.add(above.pk)
        above = above.parent
    return None

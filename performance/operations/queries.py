"""A member's question about a figure: asked one floor down, and pinned here to the figure as it stood."""

import datetime
import uuid
from textwrap import shorten

from django.db import transaction

from council.models import User
from performance.figures.queries import Figure
from performance.models import FigureQuery
from portfolios.models import Query
from portfolios.operations.queries import ask, owner_of_service

LONGEST_TITLE = 200
LONGEST_WORDS = 400


@transaction.atomic
def ask_about_figure(
    figure: Figure, question: str, *, by: User, at: datetime.datetime, sent_as: uuid.UUID
) -> Query:
    """Puts a question to whoever owns the indicator, with the figure as it stands frozen beside it.

    Answers the query that is there where this very form was sent before, with the same words.
    """
    indicator = figure.indicator
    query = ask(
        question,
        by=by,
        at=at,
        sent_as=sent_as,
        owner=indicator.owner or owner_of_service(indicator.service),
        service=indicator.service,
        figure_words=words_of(figure),
    )
    if not FigureQuery.objects.filter(query=query).exists():
        pin = FigureQuery(
            query=query,
            indicator=indicator,
            period=figure.period,
            value_words=figure.value,
            target_words=figure.target,
            rating=figure.rating,
        )
        pin.full_clean()
        pin.save(force_insert=True)
    return query


def words_of(figure: Figure) -> str:
    """The figure in words, as it stands: "LP2 Missed bins, Quarter 2 2026/27: 75 against 60, red"."""
    title = shorten(str(figure.indicator), LONGEST_TITLE, placeholder="…")
    words = f"{title}, {figure.period.name}: {figure.words}"
    return shorten(words, LONGEST_WORDS, placeholder="…")

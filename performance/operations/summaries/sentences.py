"""The sentences of a draft: worded, moved, left out, put back, added, and looked at again when a figure has changed.

Each verb works in one transaction and raises AlreadyPresented where the summary is fixed; each that changes words
raises Conflict where somebody else saved the sentence first.
"""

import datetime
import uuid
from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from council.audit import add_versioned, save_versioned
from council.models import User
from performance.choices import SummarySection
from performance.figures.standing import as_at
from performance.figures.summary.now import figures_now
from performance.figures.summary.paper import figures_of
from performance.models import ExecutiveSummary, Indicator, SummarySentence
from performance.operations.summaries.drafts import hold_draft, next_place, pin
from performance.rules.summary.figure import Figure, fingerprint
from portfolios.models import Service
from portfolios.operations.sent import key_of


class FiguresMoved(Exception):
    """The figures have changed once more since the page that showed them: somebody must look at them again."""

    def __init__(self) -> None:
        super().__init__(
            "The figures have changed once more while you were looking at them. They stand beside the sentence "
            "as they are now: look again"
        )


@transaction.atomic
def add_sentence(
    summary: ExecutiveSummary,
    *,
    section: SummarySection,
    text: str,
    service: Service | None = None,
    sent_as: uuid.UUID | None = None,
    by: User,
) -> SummarySentence:
    """Adds a person's own sentence at the end of a section; answers the one there is where it was sent before."""
    key = key_of(sent_as or uuid.uuid4(), by.pk, summary.pk, str(section), text, service and service.pk)
    sent = SummarySentence.objects.filter(sent_as=key).first()
    if sent is not None:
        return sent
    hold_draft(summary)
    row = SummarySentence(
        summary=summary,
        section=section,
        place=next_place(summary),
        service=service,
        text=text,
        sent_as=key,
    )
    try:
        with transaction.atomic():
            add_versioned(row, by=by)
    except (IntegrityError, ValidationError):
        sent = SummarySentence.objects.filter(sent_as=key).first()
        if sent is None:
            raise
        return sent
    return row


@transaction.atomic
def change_sentence(
    sentence: SummarySentence,
    *,
    expected: int,
    text: str,
    section: SummarySection,
    rests_on: Collection[int],
    seen: str = "",
    by: User,
    on: datetime.date,
) -> SummarySentence:
    """Words a sentence, moves it to a section, and says by their ids which indicators it rests on.

    What it rests on anew is pinned as it stands. With `seen`, the fingerprint of the figures that a page showed, all
    are pinned again: the sentence was looked at beside them. Raises FiguresMoved where they are others by now.
    """
    row = _held(sentence)
    if row.section != section:
        row.place = next_place(row.summary)
    row.text, row.section = text, section
    # First, so that of two saves the second changes nothing at all.
    save_versioned(row, expected=expected, by=by)
    before = {each.indicator: each for each in figures_of(row)}
    now = _now(row.summary, {*rests_on, *before}, before, on=on)
    if seen and seen != fingerprint(now[pk] for pk in before):
        raise FiguresMoved
    kept = ((pk, each) for pk, each in now.items() if pk in rests_on)
    pin(row, [each if seen or pk not in before else before[pk] for pk, each in kept])
    return row


@transaction.atomic
def look_again(
    sentence: SummarySentence, *, expected: int, seen: str, by: User, on: datetime.date
) -> SummarySentence:
    """Says that a sentence still holds beside its figures as they now stand. Raises FiguresMoved as above."""
    return change_sentence(
        sentence,
        expected=expected,
        text=sentence.text,
        section=SummarySection(sentence.section),
        rests_on=[each.indicator for each in figures_of(sentence)],
        seen=seen,
        by=by,
        on=on,
    )


@transaction.atomic
def leave_out(sentence: SummarySentence, *, expected: int, out: bool, by: User) -> SummarySentence:
    """Leaves a sentence out of the summary, or puts it back; nothing of it is lost."""
    row = _held(sentence)
    row.is_left_out = out
    save_versioned(row, expected=expected, by=by, why="Left out" if out else "Put back")
    return row


@transaction.atomic
def move_sentence(sentence: SummarySentence, *, up: bool) -> None:
    """Moves a sentence past its neighbour in its section; at either end it stays. Nobody's words are touched."""
    row = _held(sentence)
    others = SummarySentence.objects.filter(summary=row.summary, section=row.section, is_left_out=False)
    before = others.filter(place__lt=row.place).order_by("-place")
    after = others.filter(place__gt=row.place).order_by("place")
    neighbour = (before if up else after).first()
    if neighbour is None:
        return
    SummarySentence.objects.filter(pk=row.pk).update(place=neighbour.place)
    SummarySentence.objects.filter(pk=neighbour.pk).update(place=row.place)


def _held(sentence: SummarySentence) -> SummarySentence:
    """The sentence as it stands, in a draft that cannot be presented meanwhile."""
    hold_draft(sentence.summary)
    return SummarySentence.objects.with_figures().select_related("summary__body").get(pk=sentence.pk)


def _now(
    summary: ExecutiveSummary, rests_on: Collection[int], before: dict[int, Figure], *, on: datetime.date
) -> dict[int, Figure]:
    """The figures of these indicators as they stand, by indicator: of those pinned before for the same period."""
    periods = as_at(summary.span, today=on).periods
    rows = Indicator.objects.filter(pk__in=rests_on)
    keys = {}
    for each in rows:
        if each.pk in before:
            keys[each.pk] = before[each.pk].key
        elif each.cycle_id in periods:
            keys[each.pk] = (each.pk, periods[each.cycle_id].pk)
    found = figures_now(keys.values(), until=summary.ends_on, today=on)
    return {pk: found[key] for pk, key in keys.items()}

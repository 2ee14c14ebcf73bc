"""A summary is begun with what the rules say, and drafted anew without touching what is a person's.

Each verb works in one transaction; `on` is the day as which figures are late or not due.
"""

import datetime
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Max

from council.audit import add_versioned, claim_version, remember, save_versioned
from council.models import User
from performance.figures.summary.facts import drafted
from performance.figures.summary.paper import standing_of_draft
from performance.models import ExecutiveSummary, SummaryFigure, SummarySentence
from performance.rules.summary.drafting import Drafted
from performance.rules.summary.figure import Figure
from performance.rules.summary.redrafting import Redrafted, Turn, redraft
from portfolios.models import Body
from portfolios.operations import presented
from portfolios.operations.presented import hold_paper

BY_RULES = "Drafted from the figures"
AGAIN = "Drafted again from the figures"


class NothingToSay(Exception):
    """No indicator of the body or the council says anything of that quarter."""

    def __init__(self) -> None:
        super().__init__(
            "No indicator says anything of that quarter yet, so there is nothing to draft from. "
            "Choose another quarter, or sign off its returns first"
        )


class AlreadyPresented(presented.AlreadyPresented):
    """The summary is presented: its words are fixed."""

    noun = "summary"


def begin_summary(
    body: Body | None, *, year: int, quarter: int, by: User, at: datetime.datetime, on: datetime.date
) -> ExecutiveSummary:
    """Begins the summary of a body, or of the whole council (None), for a quarter, as the rules draft it.

    Where there is one already, that is answered. Raises NothingToSay.
    """
    mine = ExecutiveSummary.objects.filter(body=body, year=year, quarter=quarter)
    if (found := mine.first()) is not None:
        return found
    summary = ExecutiveSummary(body=body, year=year, quarter=quarter, begun_at=at, begun_by=by)
    try:
        with transaction.atomic():
            add_versioned(summary, by=by, why=BY_RULES)
            sentences = drafted(summary, today=on)
            if not sentences:
                raise NothingToSay
            _add(summary, sentences, by=by, why=BY_RULES)
    except (IntegrityError, ValidationError):
        found = mine.first()
        if found is None:
            raise
        return found
    return summary


def hold_draft(summary: ExecutiveSummary) -> None:
    """Keeps a draft from being presented while a sentence is written, as `hold_paper`."""
    hold_paper(summary, AlreadyPresented)


@transaction.atomic
def draft_again(summary: ExecutiveSummary, *, expected: int, by: User, on: datetime.date) -> list[Redrafted]:
    """Writes what the rules now say where nobody worked on it; elsewhere it stands beside as what the rules say.

    Answers what became of each sentence. Raises Conflict where somebody wrote in the draft since it was read, and
    AlreadyPresented.
    """
    claim_version(summary, expected=expected)
    summary.refresh_from_db()
    if summary.is_presented:
        raise AlreadyPresented
    turns = redraft(standing_of_draft(summary), drafted(summary, today=on))
    rows = SummarySentence.objects.filter(summary=summary).in_bulk()
    _add(summary, [each.new for each in turns if each.turn is Turn.ADDED and each.new], by=by, why=AGAIN)
    for each in turns:
        if each.standing and each.turn in (Turn.REWRITTEN, Turn.KEPT, Turn.FALLEN):
            _turn(rows[each.standing.pk], each, by=by)
    return turns


def _turn(row: SummarySentence, turned: Redrafted, *, by: User) -> None:
    new, is_by_hand = turned.new, row.is_by_hand
    if new is None:
        if not is_by_hand:
            claim_version(row, expected=row.version)
            remember(row, by=by, why=AGAIN)
            row.delete()
        return
    row.drafted, row.drafted_section = new.text, new.section
    if not is_by_hand:
        row.text, row.section = new.text, new.section
        pin(row, new.figures)
    save_versioned(row, expected=row.version, by=by, why=AGAIN)


def _add(summary: ExecutiveSummary, sentences: Iterable[Drafted], *, by: User, why: str) -> None:
    place = next_place(summary)
    for number, each in enumerate(sentences):
        row = SummarySentence(
            summary=summary,
            section=each.section,
            place=place + number,
            service_id=each.service,
            text=each.text,
            drafted=each.text,
            drafted_section=each.section,
        )
        add_versioned(row, by=by, why=why)
        pin(row, each.figures)


def next_place(summary: ExecutiveSummary) -> int:
    """The place after the last; one query."""
    last = SummarySentence.objects.filter(summary=summary).aggregate(last=Max("place"))["last"]
    return int(last or 0) + 1


def pin(row: SummarySentence, figures: Iterable[Figure]) -> None:
    """Lets a sentence rest on these figures, as they stand in words. Call inside a transaction."""
    row.figures.all().delete()
    SummaryFigure.objects.bulk_create(
        SummaryFigure(
            sentence=row,
            number=number,
            indicator_id=each.indicator,
            period_id=each.period,
            value_words=each.value,
            target_words=each.target,
            rating=each.rating,
            variation=each.variation,
            forecast_words=each.forecast,
            running_words=each.running or "",
            year_words=each.year_miss or "",
            tells_year=each.running is not None and each.year_miss is not None,
        )
        for number, each in enumerate(figures, start=1)
    )

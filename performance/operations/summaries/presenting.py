"""A summary is presented, which fixes its words for good, and is corrected beside them."""

import datetime

from django.db import transaction

from council.audit import save_versioned
from council.models import User
from performance.figures.summary.paper import draft_of, rows_of
from performance.models import ExecutiveSummary, SummaryErratum, SummaryPaper
from performance.operations.summaries.drafts import AlreadyPresented
from performance.rules.summary.paper import as_values
from portfolios.operations.presented import NotFitToPresent, append_erratum, fix_words


class EmptySummary(NotFitToPresent):
    """The draft has no sentence that is not left out: there is nothing to present."""

    sentence = "Write or put back at least one sentence: there is nothing to present"

    def __init__(self) -> None:
        super().__init__(self.sentence)


@transaction.atomic
def present_summary(
    summary: ExecutiveSummary,
    *,
    expected: int,
    dated_on: datetime.date,
    plans: str = "",
    by: User,
    at: datetime.datetime,
) -> ExecutiveSummary:
    """Fixes the words of a summary for good, as plain values, with the figures as each sentence was written by.

    `plans` are those that the quarter's report covers, one a line.

    Raises EmptySummary, AlreadyPresented, and Conflict when somebody changed it first.
    """
    row = ExecutiveSummary.objects.select_related("body").get(pk=summary.pk)
    if row.is_presented:
        raise AlreadyPresented
    row.presented_at, row.presented_by, row.dated_on, row.plans = at, by, dated_on, plans
    fields = ["presented_at", "presented_by", "dated_on", "plans"]
    save_versioned(row, expected=expected, by=by, why="Presented", update_fields=fields)
    paper = draft_of(row, rows_of(row))
    if not paper.sentences:
        raise EmptySummary
    fix_words(SummaryPaper(summary=row, content=as_values(paper)))
    return row


@transaction.atomic
def add_summary_erratum(
    summary: ExecutiveSummary,
    *,
    words: str,
    sentence_number: int | None = None,
    by: User,
    at: datetime.datetime,
) -> SummaryErratum:
    """Adds what was found wrong to a presented summary, whose words stay. The same words sent twice are one."""
    erratum: SummaryErratum = append_erratum(
        summary, summary.errata, words=words, sentence_number=sentence_number, by=by, at=at
    )
    return erratum

"""Executive summaries as tests need them, by the verbs that officers use themselves."""

import datetime

from performance.models import SummarySentence
from performance.operations.summaries.drafts import begin_summary
from performance.operations.summaries.presenting import present_summary

AT = datetime.datetime(2026, 10, 26, 9, 0, tzinfo=datetime.UTC)
DAY = datetime.date(2026, 10, 26)
"""Returns for quarter 2 were due on 21 October."""


def begun(*, by, body=None, quarter=2, year=2026, on=DAY):
    """A draft as the rules write it, for quarter 2 of 2026/27 unless told otherwise."""
    return begin_summary(body, year=year, quarter=quarter, by=by, at=AT, on=on)


def presented(summary, *, by, dated_on=DAY):
    """The summary, presented as it stands."""
    summary.refresh_from_db()
    return present_summary(summary, expected=summary.version, dated_on=dated_on, by=by, at=AT)


def sentence_of(summary, service):
    """The one sentence of a service as it stands now."""
    return (
        SummarySentence.objects.with_figures()
        .select_related("summary__body")
        .get(summary=summary, service=service)
    )

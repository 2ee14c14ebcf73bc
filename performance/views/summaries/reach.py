"""Which executive summaries a reader reaches: others are not there for them."""

import datetime

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, may
from council.periods import local_day
from performance.figures.summary.working import section_of
from performance.models import ExecutiveSummary, SummarySentence

LIST = "Executive summaries"
AT = "at"
"""What the address of the working page calls the section that was worked on."""


def today() -> datetime.date:
    """The day in the council's time zone."""
    return local_day(timezone.now())


def readable(request: SignedInRequest, pk: int) -> ExecutiveSummary:
    """A summary that the reader may read: a draft is there only for those who write."""
    rows = ExecutiveSummary.objects.readable(sees_drafts=may(request.user, Permission.WRITE_SUMMARIES))
    return get_object_or_404(rows.select_related("body", "paper"), pk=pk)


def place_on_page(sentence: SummarySentence) -> str:
    """Where the working page has a sentence, with its section unfolded."""
    work = reverse("summary_work", args=[sentence.summary_id])
    return f"{work}?{AT}={section_of(sentence)}#sentence-{sentence.pk}"

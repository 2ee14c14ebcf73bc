"""Executive summaries for the council of `scene`: one presented with errata, one draft with changed figures."""

from council.models import User
from performance.choices import SummarySection
from performance.models import ExecutiveSummary, SummaryFigure
from performance.operations.summaries.drafts import begin_summary
from performance.operations.summaries.presenting import add_summary_erratum
from performance.operations.summaries.sentences import add_sentence
from portfolios.models import Service
from tests.factories import BodyFactory
from tests.factories.summaries import AT, DAY, presented


def summed_up(rows: int, service: Service, users: dict[str, User]) -> dict[str, object]:
    """The presented summary of quarter 1 and the draft of quarter 2, with as many sentences and others as rows."""
    lead = users["lead officer"]
    said = {"by": lead, "at": AT, "on": DAY}
    row = begin_summary(None, year=2026, quarter=1, **said)
    for number in range(rows):
        add_sentence(row, section=SummarySection.WELL, text=f"Well done {number}.", service=service, by=lead)
    row = presented(row, by=lead)
    for number in range(rows):
        add_summary_erratum(row, words=f"Read it so {number}", sentence_number=number + 1, by=lead, at=AT)
        ExecutiveSummary.objects.create(
            body=BodyFactory(name=f"Panel {number}"), year=2026, quarter=1, begun_at=AT, begun_by=lead
        )
    draft = begin_summary(None, year=2026, quarter=2, **said)
    for number in range(rows):
        add_sentence(draft, section=SummarySection.RISK, text=f"Beware {number}.", by=lead)
    SummaryFigure.objects.filter(sentence__summary=draft).update(value_words="1%", rating="red")
    draft.refresh_from_db()
    sentence = draft.sentences.filter(figures__isnull=False).first()
    return {"summary": row, "summary_draft": draft, "summary_sentence": sentence}

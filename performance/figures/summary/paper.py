"""What an executive summary says: a draft from its rows, a presented one from the values it was fixed as."""

import datetime
from collections.abc import Iterable

from council.rag import Rag
from performance.choices import SummarySection
from performance.figures.summary.now import figures_now
from performance.models import ExecutiveSummary, SummaryFigure, SummaryHeading, SummarySentence
from performance.rules.summary.figure import Changed, Figure, changed
from performance.rules.summary.paper import Paper, Section, Sentence, paper_from
from performance.rules.summary.redrafting import Standing


def headings() -> dict[str, str]:
    """The three headings by section, in their order: the council's words, or the usual ones; one query."""
    words = dict(SummaryHeading.objects.values_list("section", "words"))
    return {each.value: words.get(each.value, str(each.label)) for each in SummarySection}


def rows_of(summary: ExecutiveSummary) -> list[SummarySentence]:
    """All sentences of a draft, those left out as well, in the order of the page; two queries."""
    return list(SummarySentence.objects.filter(summary=summary).with_figures())


def pinned(row: SummaryFigure) -> Figure:
    """A figure as it stood when it was pinned."""
    return Figure(
        indicator=row.indicator_id,
        name=str(row.indicator),
        period=row.period_id,
        period_name=row.period.name,
        value=row.value_words,
        target=row.target_words,
        rating=Rag(row.rating),
        variation=row.variation,
        forecast=row.forecast_words,
        running=row.running_words if row.tells_year else None,
        year_miss=row.year_words if row.tells_year else None,
    )


def figures_of(row: SummarySentence) -> tuple[Figure, ...]:
    """The figures that a sentence of `with_figures` rests on."""
    return tuple(pinned(each) for each in row.figures.all())


def paper_of(summary: ExecutiveSummary) -> Paper:
    """The summary as it is read: as it was presented, or the draft as it stands; one query, or three."""
    if summary.is_presented:
        return paper_from(summary.paper.content)
    return draft_of(summary, rows_of(summary))


def draft_of(summary: ExecutiveSummary, rows: Iterable[SummarySentence]) -> Paper:
    """The draft from its rows, numbered as they stand on the page."""
    kept = [each for each in rows if not each.is_left_out]
    number, sections = 0, []
    for section, heading in headings().items():
        sentences = []
        for row in kept:
            if row.section == section:
                number += 1
                sentences.append(_sentence(number, row))
        sections.append(Section(section, heading, tuple(sentences)))
    plans = tuple(line.strip() for line in summary.plans.splitlines() if line.strip())
    return Paper(whose=summary.whose, quarter=summary.span.name, sections=tuple(sections), plans=plans)


def _sentence(number: int, row: SummarySentence) -> Sentence:
    return Sentence(
        number=number,
        text=row.text,
        drafted=row.drafted,
        service=row.service_id,
        service_name=row.service.name if row.service else "",
        figures=figures_of(row),
    )


def changed_since(
    summary: ExecutiveSummary, paper: Paper, *, today: datetime.date
) -> dict[int, list[Changed]]:
    """Of each sentence, by its number, the figures that are others than when it was written."""
    keys = [each.key for each in paper.figures]
    now = figures_now(keys, until=summary.ends_on, today=today)
    found = {each.number: changed(each.figures, now) for each in paper.sentences}
    return {number: changes for number, changes in found.items() if changes}


def standing_of_draft(summary: ExecutiveSummary) -> list[Standing]:
    """The sentences of a draft that the rules wrote, as drafting anew knows them; two queries."""
    return [
        Standing(
            pk=row.pk,
            section=row.section,
            service=row.service_id,
            text=row.text,
            drafted=row.drafted,
            drafted_section=row.drafted_section,
            is_by_hand=row.is_by_hand,
            figures=figures_of(row),
        )
        for row in rows_of(summary)
        if row.drafted
    ]

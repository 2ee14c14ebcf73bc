"""The summary typed with a published table: read, held against its rows, or added to a table that came without."""

from decimal import Decimal

from council.spreadsheets import Sheet
from performance.models import PublishedTable, TypedSummaryLine
from performance.operations.imports.published_work import PublishedWork
from performance.rules.importing.plan import Change, Difference, Draft, Effect, Problem
from performance.rules.published.summary import TypedLine, check_summary
from performance.rules.published.table import PublishedTable as TableRead
from performance.rules.published.typed_summary import read_summary
from performance.rules.wording import plain

SUMMARY = 0
"""Where the row of a change stands that is about the summary, which is a file of its own."""
MOST_TYPED = 999
"""The largest number or per cent that a typed summary of a year table can mean."""


def typed_summary(sheet: Sheet | None, draft: Draft) -> list[TypedSummaryLine]:
    """The lines of the summary that was typed; what cannot be read is a problem."""
    if sheet is None:
        return []
    read = read_summary([row.cells for row in sheet.rows])
    sentences = [*(each.sentence for each in sheet.problems), *read.problems]
    lines = []
    for position, line in enumerate(read.lines):
        per_cent = None if line.per_cent is None else Decimal(line.per_cent)
        if abs(line.number or 0) > MOST_TYPED or abs(per_cent or Decimal(0)) > MOST_TYPED:
            sentences.append(f"The line “{line.word[:40]}” says more than {MOST_TYPED}.")
            continue
        lines.append(
            TypedSummaryLine(position=position, word=line.word[:40], number=line.number, per_cent=per_cent)
        )
    draft.problems += [Problem(f"The summary: {sentence}") for sentence in dict.fromkeys(sentences)]
    return lines


def add_summary(
    there: PublishedTable, table: TableRead, typed: list[TypedSummaryLine], draft: Draft, work: PublishedWork
) -> None:
    """Plans the summary of a table that came without it; one that is there stays as it is."""
    kept = [(line.word, line.number, line.per_cent) for line in there.typed_lines.order_by("position")]
    if kept:
        if kept != [(line.word, line.number, line.per_cent) for line in typed]:
            draft.notes.append("It has a typed summary that says something else, which stays.")
        return
    draft.notes.append("Its typed summary is new and will be added.")
    draft.notes += disagreements(table, typed)
    differences = tuple(Difference(line.word, "", _line_words(line)) for line in typed)
    draft.changes.append(Change(SUMMARY, "The typed summary", Effect.NEW, differences))
    work.table, work.typed = there, typed


def _line_words(line: TypedSummaryLine) -> str:
    """A typed line as it is: "14, 88%", or "Blank"."""
    said = [str(line.number)] if line.number is not None else []
    said += [f"{plain(line.per_cent)}%"] if line.per_cent is not None else []
    return ", ".join(said) or "Blank"


def disagreements(table: TableRead, typed: list[TypedSummaryLine]) -> list[str]:
    """How the typed summary disagrees with the rows, as one note. What its percentages tell, the table's page says."""
    lines = [TypedLine(line.word, line.number, line.per_cent) for line in typed]
    found = check_summary(table.statuses, lines, by_key=table.statuses_by_key)
    said = [each.sentence for each in found if each.code in ("word", "number", "sum")]
    return [f"The typed summary disagrees. {' '.join(said)}"] if said else []

"""Everything odd about a published table, row by row and as a whole."""

from collections.abc import Sequence

from council.dates import VagueDate
from performance.rules.published.definitions import DefinitionChange, OtherNumbering, definition_remarks
from performance.rules.published.ditto import resolve_dittos
from performance.rules.published.narrative import NarrativeFact, narrative_remarks
from performance.rules.published.references import letters_alone, shared_references
from performance.rules.published.remark import Oddity, Remark
from performance.rules.published.row_remarks import row_remarks
from performance.rules.published.spelling import reference_spellings, word_spellings
from performance.rules.published.styles import style_remarks
from performance.rules.published.table import PublishedTable


def remarks(
    table: PublishedTable,
    *,
    narrative: Sequence[NarrativeFact] = (),
    dated: VagueDate | None = None,
    changes: Sequence[DefinitionChange] = (),
    numberings: Sequence[OtherNumbering] = (),
) -> list[Remark]:
    """All remarks in the order of their first row, those on the whole table last. A clean table has none.

    `narrative` are sentences of the report, `dated` the report's date, `changes` and `numberings` what is known of
    national definitions; without them nothing is said of these. Nothing in the table is changed.
    """
    rows = table.rows
    found = [remark for row in rows for remark in row_remarks(row, table)]
    found += [*letters_alone(rows), *shared_references(rows), *_dittos(table)]
    found += [*reference_spellings(rows), *word_spellings(rows)]
    found += narrative_remarks(table, narrative, dated)
    found += definition_remarks(table, changes, numberings)
    found += [*style_remarks(table, [fact.text for fact in narrative]), *_rule(table)]
    return sorted(found, key=lambda remark: len(rows) if remark.row_index is None else remark.row_index)


def _dittos(table: PublishedTable) -> list[Remark]:
    """Dittos without a comment above."""
    comments = resolve_dittos([row.comment for row in table.rows])
    return [
        Remark(Oddity.DITTO_UNRESOLVED, comment.sentence, (row.index,))
        for row, comment in zip(table.rows, comments, strict=True)
        if comment.resolved is None and comment.sentence
    ]


def _rule(table: PublishedTable) -> list[Remark]:
    """Statuses without the rule they were given by, which nobody can check."""
    if table.rule.strip() or not any(row.rag for row in table.rows):
        return []
    sentence = "The table gives statuses but not the rule behind them, so nobody can check them."
    return [Remark(Oddity.RULE_NOT_STATED, sentence)]

"""The sentences of a report held against its table: figures that agree or differ, and ends that conflict."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from council.dates import VagueDate
from performance.choices import ValueKind
from performance.rules.published.cells import read_cell
from performance.rules.published.ditto import resolve_dittos
from performance.rules.published.remark import Oddity, Remark
from performance.rules.published.sentences import quoted, rows_named
from performance.rules.published.subjects import clause_with, closeness, subject_words
from performance.rules.published.table import PublishedRow, PublishedTable
from performance.rules.published.until import NUMBERS, Until, until
from performance.rules.wording import plain

SAME_END = timedelta(days=31)
"""Ends this near to each other are taken for one: "to end 2003" and "until January 2004"."""

CLOSE = 1
"""A word in common that no other row has, or two that two rows share."""


@dataclass(frozen=True)
class NarrativeFact:
    """A sentence of the narrative, and the figure in it that is held against the table, if there is one.

    `row` is the row (from 0) that a person says it is about; None leaves that to the words they have in common.
    """

    text: str
    value: Decimal | int | None = None
    row: int | None = None


def narrative_remarks(
    table: PublishedTable, facts: Sequence[NarrativeFact], dated: VagueDate | None
) -> list[Remark]:
    """Where the narrative and the table agree on a figure, differ on one, or conflict on when something ends.

    `dated` is the date of the report, from which "for 6 months" counts. A figure that fits several rows equally,
    or none, is left alone: no row is accused without being meant.
    """
    remarks = []
    for fact in facts:
        if fact.value is not None and (compared := _compared(fact, table.rows)):
            remarks.append(compared)
        if dated and (lasts := until(fact.text, dated)):
            remarks += _ends(fact, lasts, table.rows, dated)
    return remarks


def _compared(fact: NarrativeFact, rows: Sequence[PublishedRow]) -> Remark | None:
    """The fact's figure against the outturn of the row it is about."""
    about = _rows_about(fact, rows)
    agreeing = [row for row in about if read_cell(row.outturn).value == fact.value]
    if agreeing:
        row = agreeing[0]
        sentence = f"The narrative agrees with the outturn of {row.outturn}: {quoted(fact.text)}."
        return Remark(Oddity.NARRATIVE_AGREES, sentence, (row.index,))
    if len(about) != 1 or fact.value is None:
        return None
    said = plain(Decimal(fact.value)) + ("%" if _is_per_cent(fact) else "")
    sentence = f"The narrative says {said} ({quoted(fact.text)}), the table {about[0].outturn}."
    return Remark(Oddity.NARRATIVE_DIFFERS, sentence, (about[0].index,))


def _rows_about(fact: NarrativeFact, rows: Sequence[PublishedRow]) -> list[PublishedRow]:
    """The rows that a fact's figure can be about: the one named, or the closest by their words."""
    if fact.row is not None:
        return [row for row in rows if row.index == fact.row]
    same_measure = [row for row in rows if _same_measure(fact, row)]
    titles = [subject_words(row.indicator) for row in rows]
    for text in (clause_with(fact.text, _figures(fact)), fact.text):
        scores = dict(zip((row.index for row in rows), closeness(subject_words(text), titles), strict=True))
        best = max((scores[row.index] for row in same_measure), default=0)
        if best >= CLOSE:
            return [row for row in same_measure if scores[row.index] == best]
    return []


def _same_measure(fact: NarrativeFact, row: PublishedRow) -> bool:
    cell = read_cell(row.outturn)
    return cell.is_number and (cell.kind == ValueKind.PERCENTAGE) == _is_per_cent(fact)


def _is_per_cent(fact: NarrativeFact) -> bool:
    return any(
        re.search(rf"(?<![\d.]){re.escape(figure)} ?(%|per ?cent)", fact.text) for figure in _figures(fact)
    )


def _figures(fact: NarrativeFact) -> list[str]:
    """The ways in which the figure may stand in the sentence: 7, seven; 1234, 1,234."""
    value = Decimal(fact.value or 0)
    written = [f"{value:f}", plain(value)]
    if value in range(1, len(NUMBERS)):
        written.append(NUMBERS[int(value)])
    return written


def _ends(fact: NarrativeFact, said: Until, rows: Sequence[PublishedRow], dated: VagueDate) -> list[Remark]:
    """Comments about the same thing that put its end on another day; a ditto shares the remark of its comment."""
    comments = resolve_dittos([row.comment for row in rows])
    remarks = []
    for row, comment in zip(rows, comments, strict=True):
        if comment.row_from != row.index or not _same_subject(fact, row):
            continue
        lasts = until(row.comment, dated)
        if lasts is None or _agree(said, lasts):
            continue
        sharing = tuple(other.index for other in rows if comments[other.index].row_from == row.index)
        sentence = (
            f"The narrative and the comment of {rows_named([row.index])} end it on different days: "
            f"{quoted(fact.text)} {said.ends}, {quoted(row.comment)} {lasts.ends}."
        )
        remarks.append(Remark(Oddity.NARRATIVE_UNTIL_DIFFERS, sentence, sharing))
    return remarks


def _same_subject(fact: NarrativeFact, row: PublishedRow) -> bool:
    if fact.row is not None:
        return fact.row == row.index
    return len(subject_words(fact.text) & subject_words(row.comment)) > 1


def _agree(first: Until, second: Until) -> bool:
    return first.earliest <= second.latest + SAME_END and second.earliest <= first.latest + SAME_END

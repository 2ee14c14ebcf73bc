"""National indicators whose number or definition changed: a series may cross the change unsaid."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from council.periods import year_name
from performance.rules.published.remark import Oddity, Remark
from performance.rules.published.sentences import quoted
from performance.rules.published.table import PublishedRow, PublishedTable

_PREFIX = re.compile(r"(bvpi|bv|ni|aci)[\s.\-]*(?=\d)")


@dataclass(frozen=True)
class DefinitionChange:
    """A national indicator that means something else from a year on.

    `year` is the first year under the new definition, by its start; `source` the order or guidance that
    changed it.
    """

    reference: str
    year: int
    source: str
    change: str


@dataclass(frozen=True)
class OtherNumbering:
    """A source that gives an indicator another number: in it, `number` stands for `reference`."""

    source: str
    number: str
    reference: str


def definition_remarks(
    table: PublishedTable, changes: Sequence[DefinitionChange], numberings: Sequence[OtherNumbering]
) -> list[Remark]:
    """Rows whose values may cross a change of definition, and references that a source uses for another."""
    remarks = []
    for row in table.rows:
        reference = _plain(row.reference)
        remarks += [
            _crossing(row, change, spans)
            for change in changes
            if _plain(change.reference) == reference and (spans := _across(row, table.year, change.year))
        ]
        remarks += [
            _numbered(row, numbering)
            for numbering in numberings
            if _plain(numbering.number) == reference != _plain(numbering.reference)
        ]
    return remarks


def _plain(reference: str) -> str:
    """A national reference without its series: "BV157", "BVPI 157" and "157" are one."""
    return _PREFIX.sub("", reference.casefold().strip())


def _across(row: PublishedRow, reported: int, changed: int) -> tuple[str, str] | None:
    """The last value before the change and the first one after it, with their years; None without either."""
    values = [(value.year, value.written) for value in row.earlier if value.written]
    if row.outturn:
        values.append((reported, row.outturn))
    before = [f"{written} in {year_name(year)}" for year, written in values if year < changed]
    after = [f"{written} in {year_name(year)}" for year, written in values if year >= changed]
    return (before[-1], after[0]) if before and after else None


def _crossing(row: PublishedRow, change: DefinitionChange, spans: tuple[str, str]) -> Remark:
    sentence = (
        f"The values may not be comparable: {spans[0]} and {spans[1]} lie on either side of a change of "
        f"definition in {year_name(change.year)} ({change.source}): {change.change.rstrip('.')}."
    )
    return Remark(Oddity.DEFINITION_CHANGED, sentence, (row.index,))


def _numbered(row: PublishedRow, numbering: OtherNumbering) -> Remark:
    sentence = (
        f"In {numbering.source}, {quoted(numbering.number)} is the number of another indicator "
        f"({quoted(numbering.reference)}): make sure that this row is not taken for it."
    )
    return Remark(Oddity.NUMBERED_OTHERWISE, sentence, (row.index,))

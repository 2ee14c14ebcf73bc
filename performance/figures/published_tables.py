"""A published year table beside our own rule: what it printed, what the rule says of it, and what is odd about it."""

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.db.models import Q

from council.periods import financial_year
from council.rag import Rag, RagSummary
from performance.choices import Direction, ValueKind
from performance.figures.as_rules import rule_of
from performance.figures.published_judgement import judge
from performance.models import (
    Indicator,
    IndicatorDefinition,
    PublishedRow,
    PublishedTable,
    RatingRule,
    TypedSummaryLine,
)
from performance.models import Target as TargetRow
from performance.rules.judgement import Judgement
from performance.rules.published.definitions import DefinitionChange, definition_remarks
from performance.rules.published.differences import difference
from performance.rules.published.remark import Remark, about_the_table, beside
from performance.rules.published.remarks import remarks
from performance.rules.published.summary import Disagreement, TypedLine, check_summary, derived
from performance.rules.published.table import PublishedRow as RowRead
from performance.rules.published.table import PublishedTable as TableRead
from performance.rules.published.table import read_table
from performance.rules.rule import Rule
from performance.rules.rule_words import rule_words
from performance.rules.wording import plain


@dataclass(frozen=True)
class PublishedLine:
    """One row as printed, with the rating by our rule, why the two differ, and what is odd."""

    position: int
    indicator: Indicator
    cells: Mapping[str, str]
    """The cells as written, by the names of the columns: c0, c1 and so on."""
    comment: str
    """The comment in full, where "Ditto" or "See above" was written."""
    published: Rag | None
    ours: Rag
    why: str
    rule_words: str
    difference: str
    remarks: tuple[Remark, ...] = ()

    @property
    def remarks_in_words(self) -> str:
        """Everything remarked, as a file holds it."""
        return " ".join(filter(None, [self.difference, *(remark.sentence for remark in self.remarks)]))

    def get_absolute_url(self) -> str:
        """The indicator's own page."""
        return self.indicator.get_absolute_url()


@dataclass(frozen=True)
class SummaryLine:
    """One line of the summary: as the rows give it, as it was typed, and by our rule."""

    word: str
    rag: Rag | None
    number: int
    per_cent: int | None
    typed_number: str
    """What was typed, in words: "14", "Blank" or "No line"."""
    typed_per_cent: str
    differs: bool
    per_cent_differs: bool
    ours: int


@dataclass(frozen=True)
class TableFigures:
    """All that the page of a published table shows."""

    table: PublishedTable
    read: TableRead
    lines: list[PublishedLine]
    rule_name: str
    rule_words: str
    summary: list[SummaryLine]
    words: str
    """The summary derived from the rows, as a sentence."""
    has_typed: bool
    disagreements: list[Disagreement]
    remarks: list[Remark]
    """Those on the table as a whole."""
    differing: int
    """Rows whose published status is not what our rule gives."""


def table_figures(table: PublishedTable) -> TableFigures:
    """The figures of a published table; five queries however long it is."""
    rows = list(table.rows.select_related("indicator").order_by("position"))
    read = read_table([table.columns, *(row.cells for row in rows)], rule=table.rule).table
    if read is None:
        raise ValueError(f"The published table {table.pk} cannot be read any more.")
    typed = list(table.typed_lines.order_by("position"))
    council_rule, own_rules = _rules(table.year, [row.indicator_id for row in rows])
    targets = TargetRow.objects.filter(
        indicator__in=[row.indicator_id for row in rows], year=table.year, period=None
    )
    target_by_indicator = {target.indicator_id: target for target in targets}
    found = [*remarks(read), *_redefined(read, rows)]
    lines = []
    for row, printed in zip(rows, read.rows, strict=True):
        rule = own_rules.get(row.indicator_id, council_rule)
        judged = judge(row.indicator, printed, read.year, target_by_indicator.get(row.indicator_id), rule)
        lines.append(_line(row, printed, judged, beside(found, printed.index)))
    return TableFigures(
        table=table,
        read=read,
        lines=lines,
        rule_name=council_rule.name,
        rule_words=rule_words(council_rule, Direction.HIGHER, kind=ValueKind.PERCENTAGE),
        summary=_summary(read.statuses, [line.ours for line in lines], typed),
        words=f"{derived(read.statuses)}.",
        has_typed=bool(typed),
        disagreements=_disagreements(read, typed),
        remarks=about_the_table(found),
        differing=sum(bool(line.difference) for line in lines),
    )


def _redefined(read: TableRead, rows: Sequence[PublishedRow]) -> list[Remark]:
    """Rows whose printed values lie on both sides of a definition that the register says broke the series."""
    broken = IndicatorDefinition.objects.filter(
        indicator__in=[row.indicator_id for row in rows], breaks_series=True, starts_on__isnull=False
    )
    printed = {row.indicator_id: place for place, row in enumerate(rows)}
    found = []
    for each in broken.order_by("indicator", "number"):
        line = read.rows[printed[each.indicator_id]]
        change = DefinitionChange(
            reference=line.reference,
            year=financial_year(each.starts_on or datetime.date.min),
            source=each.source or f"version {each.number} in the register",
            change=each.reason or each.wording,
        )
        found += definition_remarks(replace(read, rows=(line,)), [change], [])
    return found


def _disagreements(read: TableRead, typed: Sequence[TypedSummaryLine]) -> list[Disagreement]:
    lines = [TypedLine(line.word, line.number, _as_typed(line.per_cent)) for line in typed]
    return check_summary(read.statuses, lines, by_key=read.statuses_by_key)


def _as_typed(per_cent: Decimal | None) -> Decimal | None:
    """A percentage without the noughts that the database puts behind it: 6, and not 6.0000."""
    return None if per_cent is None else Decimal(plain(per_cent))


def _rules(year: int, indicator_ids: Sequence[int]) -> tuple[Rule, dict[int, Rule]]:
    """The council's rule for the year, and those that indicators have of their own."""
    council: RatingRule | None = None
    own = {}
    found = RatingRule.objects.filter(Q(indicator=None) | Q(indicator__in=indicator_ids), year__lte=year)
    for rule in found.order_by("year"):
        if rule.indicator_id is None:
            council = rule
        else:
            own[rule.indicator_id] = rule_of(rule)
    return rule_of(council), own


def _line(row: PublishedRow, printed: RowRead, judged: Judgement, found: Sequence[Remark]) -> PublishedLine:
    return PublishedLine(
        position=row.position,
        indicator=row.indicator,
        cells={f"c{place}": text for place, text in enumerate(row.cells)},
        comment=row.comment_resolved,
        published=printed.rag,
        ours=judged.status,
        why=judged.why,
        rule_words=judged.rule_words,
        difference=difference(printed.rag, judged) or "",
        remarks=tuple(found),
    )


def _counted(statuses: Sequence[Rag | None]) -> RagSummary:
    return RagSummary.of(Counter(status or Rag.NOT_RATED for status in statuses))


def _summary(
    statuses: Sequence[Rag | None], ours: Sequence[Rag], typed: Sequence[TypedSummaryLine]
) -> list[SummaryLine]:
    """The lines of the summary in the order in which papers print them, the total last."""
    published, by_rule = _counted(statuses), _counted(ours)
    by_word = {" ".join(line.word.casefold().split()): line for line in typed}
    shares = sorted(published.rows, key=lambda share: _PRINTED.index(share.status))
    lines = [
        _summary_line(share.status, share.number, share.per_cent, by_word, by_rule.row(share.status).number)
        for share in shares
    ]
    whole = 100 if published.total else None
    return [*lines, _summary_line(None, published.total, whole, by_word, by_rule.total)]


def _summary_line(
    rag: Rag | None,
    number: int,
    per_cent: int | None,
    typed: Mapping[str, TypedSummaryLine],
    ours: int,
) -> SummaryLine:
    word = rag.word if rag else "Total"
    line = typed.get(word.casefold())
    said, share = (line.number, _as_typed(line.per_cent)) if line else (None, None)
    missing = "Blank" if line else "No line"
    return SummaryLine(
        word=word,
        rag=rag,
        number=number,
        per_cent=per_cent,
        typed_number=missing if said is None else str(said),
        typed_per_cent=missing if share is None else f"{share}%",
        differs=said is not None and said != number,
        per_cent_differs=share is not None and share != per_cent,
        ours=ours,
    )


_PRINTED = (Rag.RED, Rag.AMBER, Rag.GREEN, Rag.NOT_KNOWN)

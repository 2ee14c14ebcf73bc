"""Importing a published year table: kept cell by cell, and its figures put into the register as they were published."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from council.periods import Frequency, Span, spans, year_name
from performance.choices import ValueStatus
from performance.models import (
    Benchmark,
    Cycle,
    Indicator,
    Period,
    PublishedRow,
    PublishedTable,
    Return,
    Target,
)
from performance.operations.imports.planned import Brought, Planned
from performance.operations.imports.published_indicators import IndicatorFinder
from performance.operations.imports.published_rows import TOP_QUARTER, Already, RowPlan
from performance.operations.imports.published_summary import add_summary, disagreements, typed_summary
from performance.operations.imports.published_work import PublishedWork
from performance.operations.imports.register import Register
from performance.rules.importing.plan import Change, Draft, Effect, Problem
from performance.rules.importing.year_tables import YearTable, carried_from, read_year_table, same_headings
from performance.rules.naming import called
from performance.rules.published.ditto import resolve_dittos
from performance.rules.published.headings import Role
from performance.rules.published.remarks import remarks
from performance.rules.published.summary import derived
from performance.rules.published.table import PublishedTable as TableRead


def plan_published_table(brought: Brought) -> Planned:
    """What a published table will bring; `settings` name its title, its service and its cycle."""
    read = read_year_table(brought.sheet)
    draft = Draft(brought.answers)
    draft.problems += read.problems
    draft.notes += read.notes
    work = PublishedWork()
    if read.table is None or read.problems:
        return Planned(draft.plan(), work)
    typed = typed_summary(brought.summary, draft)
    draft.notes.append(f"As published: {derived(read.table.statuses)}.")
    there = _already(read, read.table, brought, draft)
    if there is not None:
        draft.notes.append(f"This table is already imported, as “{there.title}”.")
        draft.changes += [
            Change(number, called(row.reference, row.indicator), Effect.UNCHANGED)
            for number, row in zip(read.numbers, read.table.rows, strict=True)
        ]
        if typed:
            add_summary(there, read.table, typed, draft, work)
        return Planned(draft.plan(), work)
    draft.notes += disagreements(read.table, typed)
    _Planning(brought, read, read.table, draft, work).look_at_rows()
    work.typed = typed
    return Planned(draft.plan(), work)


def _already(read: YearTable, table: TableRead, brought: Brought, draft: Draft) -> PublishedTable | None:
    """The table, when it is in already to the letter; a problem where another of its year has its title."""
    for each in PublishedTable.objects.filter(year=table.year).prefetch_related("rows"):
        same = same_headings(each.columns, read.headings) and [
            tuple(row.cells) for row in each.rows.all()
        ] == [*read.cells]
        if same:
            return each
        if each.title == brought.settings["title"]:
            sentence = (
                f"There is another table called “{each.title}” for {year_name(table.year)}, and its cells differ. "
                "Nothing in it is changed. Give this one another title."
            )
            draft.problems.append(Problem(sentence))
    return None


@dataclass
class _Planning:
    """The rows of a table, held against the register."""

    brought: Brought
    read: YearTable
    table: TableRead
    draft: Draft
    work: PublishedWork
    register: Register = field(default_factory=Register)

    def look_at_rows(self) -> None:
        table, settings = self.table, self.brought.settings
        cycle = Cycle.objects.get(pk=settings["cycle"])
        periods = self._periods(cycle)
        finder = IndicatorFinder(
            self.draft,
            self.register,
            self.register.services[settings["service"]],
            cycle,
            first_day=min(period.starts_on for period in periods.values()),
            last_day=None if settings.get("still_reported") else periods[table.year].ends_on,
        )
        indicators = [
            finder.find(row, number) for row, number in zip(table.rows, self.read.numbers, strict=True)
        ]
        already = _in_register([each for each in indicators if each and each.pk], periods)
        outturn = table.layout.column(Role.OUTTURN)
        status = (outturn.value_status if outturn else None) or ValueStatus.FORECAST
        comments = resolve_dittos([row.comment for row in table.rows])
        found = remarks(table)
        for row, number, indicator, comment in zip(
            table.rows, self.read.numbers, indicators, comments, strict=True
        ):
            if indicator is None:
                continue
            has = already[indicator.pk] if indicator.pk else Already()
            carried = carried_from(row, found)
            plan = RowPlan(row, number, indicator, table.year, periods, has, comment, status, carried)
            plan.look_at(self.draft)
            self._put(plan, finder, [each.sentence for each in found if each.rows == (row.index,)])
        self.work.new_indicators, self.work.prolonged = finder.new, finder.prolonged
        self.work.table = PublishedTable(
            title=settings["title"],
            rule=settings.get("rule", ""),
            year=table.year,
            columns=list(self.read.headings),
            file_name=self.brought.file_name,
        )

    def _periods(self, cycle: Cycle) -> dict[int, Period]:
        """The cycle's period of each year of the table; those that are missing are planned."""
        there = {
            period.year: period for period in self.register.periods.values() if period.cycle_id == cycle.pk
        }
        years = {self.table.year, *(column.year for column in self.table.layout.earlier() if column.year)}
        periods = {}
        for year in sorted(years):
            if year in there:
                periods[year] = there[year]
                continue
            span: Span = spans(Frequency.ANNUAL, year=year, start_month=cycle.start_month)[0]
            periods[year] = Period(
                cycle=cycle,
                name=span.name,
                starts_on=span.start,
                ends_on=span.end,
                year=year,
                due_on=span.end,
            )
            self.work.periods.append(periods[year])
        if self.work.periods:
            names = ", ".join(period.name for period in self.work.periods)
            self.draft.notes.append(f"The cycle “{cycle.name}” gains the periods {names}.")
        return periods

    def _put(self, plan: RowPlan, finder: IndicatorFinder, odd: Sequence[str]) -> None:
        """Takes what a row brings into the plan and the work."""
        indicator, row = plan.indicator, plan.row
        differences = (*finder.said_of(indicator), *plan.found)
        self.draft.changes.append(
            Change(
                plan.number,
                str(indicator),
                Effect.NEW,
                differences,
                tuple(plan.notices),
                tuple(odd),
            )
        )
        self.work.targets += plan.targets
        self.work.benchmarks += plan.benchmarks
        self.work.returns.returns += plan.returns
        self.work.rows.append(
            PublishedRow(
                position=row.index + 1,
                cells=list(self.read.cells[row.index]),
                indicator=indicator,
                status_as_written=row.status[:40],
                comment_resolved=plan.comment.resolved or "",
            )
        )


def _in_register(indicators: list[Indicator], periods: dict[int, Period]) -> dict[int, Already]:
    """What the register has of the indicators in the table's years, by indicator."""
    years = {period.pk: year for year, period in periods.items() if period.pk}
    returns: dict[int, dict[int, Return]] = defaultdict(dict)
    targets: dict[int, dict[int, Target]] = defaultdict(dict)
    benchmarks: dict[int, dict[int, Benchmark]] = defaultdict(dict)
    if indicators:
        for each in Return.objects.filter(indicator__in=indicators, period__in=years).select_related(
            "standing"
        ):
            returns[each.indicator_id][years[each.period_id]] = each
        for target in Target.objects.filter(indicator__in=indicators, period=None, year__in=periods):
            targets[target.indicator_id][target.year] = target
        for benchmark in Benchmark.objects.filter(indicator__in=indicators, label=TOP_QUARTER, group=""):
            benchmarks[benchmark.indicator_id][benchmark.year] = benchmark
    return {each.pk: Already(returns[each.pk], targets[each.pk], benchmarks[each.pk]) for each in indicators}

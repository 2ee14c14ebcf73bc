"""Importing monthly values: the history of an indicator's months, beside returns that stand already."""

import datetime
from dataclasses import dataclass, field
from functools import cached_property

from council.audit import claim_version
from council.models import User
from council.periods import Frequency
from performance.choices import STANDING, ValueKind
from performance.figures.months import MonthEntry, read_month, takes_months
from performance.figures.spc_series import months_between
from performance.models import Indicator, MonthlyValue, Period, Return
from performance.operations.imports.planned import Brought, Planned
from performance.operations.imports.register import Register
from performance.rules.importing.kinds import FOR_INFORMATION, MONTH_COLUMNS
from performance.rules.importing.lines import Line, read_lines
from performance.rules.importing.months import MonthProblem, read_month_name
from performance.rules.importing.plan import Change, Difference, Draft, Effect
from performance.rules.spc.months import why_no_months
from performance.rules.values import ValueProblem

Key = tuple[int, datetime.date]
"""An indicator, and the first day of a month."""

TAKES_NONE = "It takes no monthly values yet. Say in the register, or in a file of indicators, that it does."


@dataclass
class MonthWork:
    """The months to keep, each beside a return that stands."""

    months: list[tuple[Indicator, MonthEntry]] = field(default_factory=list)
    returns: dict[int, Return] = field(default_factory=dict)
    """Those returns, by their id: each moves to its next version, so that nobody reopens it unseen meanwhile."""

    def write(self, *, by: User | None, at: datetime.datetime, why: str) -> None:
        """Keeps them as history that counts at once. Conflict where one of the returns was changed meanwhile."""
        for standing in self.returns.values():
            claim_version(standing, expected=standing.version)
        rows = [
            MonthlyValue(
                indicator=indicator,
                month=entry.month,
                as_written=entry.as_written,
                value=entry.read.value,
                numerator=entry.read.numerator,
                denominator=entry.read.denominator,
                is_history=True,
                reason=why,
                by=by,
                at=at,
            )
            for indicator, entry in self.months
        ]
        for row in rows:
            row.clean_fields(exclude=["indicator", "by"])
        MonthlyValue.objects.bulk_create(rows, batch_size=500)


def plan_months(brought: Brought) -> Planned:
    """What a file of monthly values will add. A month that is there already is never changed by a file."""
    read = read_lines(brought.sheet, MONTH_COLUMNS, FOR_INFORMATION["months"])
    planning = _Planning(Draft(brought.answers), Register())
    planning.draft.problems += read.problems
    planning.draft.notes += read.notes
    for line in read.lines:
        planning.look_at(line)
    return Planned(planning.draft.plan(), planning.work)


@dataclass
class _Planning:
    """The lines of a file, held against the returns and months that are there."""

    draft: Draft
    register: Register
    work: MonthWork = field(default_factory=MonthWork)
    seen: dict[Key, int] = field(default_factory=dict)

    @cached_property
    def _taking(self) -> list[int]:
        return [pk for pk, each in self.register.indicators.items() if each.takes_monthly_values]

    @cached_property
    def _kept(self) -> dict[Key, MonthlyValue]:
        """The newest that was entered for each month."""
        rows = MonthlyValue.objects.filter(indicator__in=self._taking).order_by("at", "pk")
        return {(row.indicator_id, row.month): row for row in rows}

    @cached_property
    def _returns(self) -> dict[tuple[int, int], Return]:
        rows = Return.objects.filter(indicator__in=self._taking).select_related("standing")
        return {(row.indicator_id, row.period_id): row for row in rows}

    @cached_property
    def _periods(self) -> dict[tuple[int, datetime.date], Period]:
        """The period that each month lies wholly in, by cycle and month."""
        return {
            (period.cycle_id, month): period
            for period in self.register.periods.values()
            for month in months_between(period.starts_on, period.ends_on)
        }

    def look_at(self, line: Line) -> None:
        if not line["value"]:
            subject = f"{line['reference']} {line['title']}".strip()
            self.draft.changes.append(Change(line.number, subject, Effect.UNCHANGED))
            return
        indicator = self.register.indicator_of(line, self.draft)
        if indicator is None:
            return
        if not takes_months(indicator):
            kind, frequency = ValueKind(indicator.value_kind), Frequency(indicator.cycle.frequency)
            why_not = why_no_months(kind, frequency)
            self.draft.problems.append(line.problem(f"{why_not}." if why_not else TAKES_NONE))
            return
        month = self._month(line)
        if month is not None and self._is_first(line, indicator, month):
            self._plan(line, indicator, month)

    def _month(self, line: Line) -> datetime.date | None:
        try:
            return read_month_name(line["month"])
        except MonthProblem as problem:
            self.draft.problems.append(line.problem(problem.sentence, "month"))
            return None

    def _is_first(self, line: Line, indicator: Indicator, month: datetime.date) -> bool:
        """Notes a problem where an earlier line is for the same month."""
        first = self.seen.setdefault((indicator.pk, month), line.number)
        if first != line.number:
            sentence = (
                f"Rows {first} and {line.number} are both for {_subject(indicator, month)}. Keep one of them."
            )
            self.draft.problems.append(line.problem(sentence))
        return first == line.number

    def _plan(self, line: Line, indicator: Indicator, month: datetime.date) -> None:
        period = self._periods.get((indicator.cycle_id, month))
        row = self._returns.get((indicator.pk, period.pk)) if period else None
        try:
            usual = [row.standing.value] if row and row.standing and row.standing.value is not None else []
            entry = read_month(indicator, month, line["value"], usual=usual)
        except ValueProblem as problem:
            sentence = problem.sentence if problem.sentence.endswith((".", "?")) else f"{problem.sentence}."
            self.draft.problems.append(line.problem(sentence, "value"))
            return
        kept = self._kept.get((indicator.pk, month))
        subject = _subject(indicator, month)
        if (kept.value if kept else None) == entry.read.value:
            self.draft.changes.append(Change(line.number, subject, Effect.UNCHANGED))
            return
        refusal = _is_there(kept, month) or _does_not_stand(period, row, month)
        if refusal or row is None:
            self.draft.problems.append(line.problem(refusal, "month"))
            return
        difference = Difference("Monthly value", "", entry.as_written)
        notices = (entry.read.notice,) if entry.read.notice else ()
        self.draft.changes.append(Change(line.number, subject, Effect.NEW, (difference,), notices))
        self.work.months.append((indicator, entry))
        self.work.returns[row.pk] = row


def _subject(indicator: Indicator, month: datetime.date) -> str:
    return f"{indicator}, {month:%B %Y}"


def _is_there(kept: MonthlyValue | None, month: datetime.date) -> str:
    """Why a month cannot be brought that has a value already."""
    if kept is None or kept.value is None:
        return ""
    said = f"{month:%B %Y} is there already as {kept.as_written}, and the file says something else."
    return f"{said} It is corrected in its return, once that is reopened, and not by a file."


def _does_not_stand(period: Period | None, row: Return | None, month: datetime.date) -> str:
    """Why there is no return that stands for the month to be kept under."""
    if period is None:
        return f"No period of its cycle holds the whole of {month:%B %Y}."
    if row is None or row.standing_id is None:
        return f"Nothing stands for {period} yet. Bring its return first, or enter its months in the grid."
    if row.step not in STANDING:
        return f"The return for {period} is being corrected. Enter its months in the grid."
    return ""

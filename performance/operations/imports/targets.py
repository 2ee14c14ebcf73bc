"""Importing targets: a year's or a period's, absolute, relative or in words; what is ambiguous is asked about."""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from council.audit import save_versioned
from council.models import User
from council.numbers import NumberProblem, read_number
from council.periods import read_year, year_name
from performance.choices import NUMERIC_KINDS, Direction, ValueKind
from performance.models import Indicator, Period, Return, Target
from performance.operations.imports.history import add_all
from performance.operations.imports.planned import Brought, Planned
from performance.operations.imports.register import Register
from performance.rules.importing.kinds import FOR_INFORMATION, TARGET_COLUMNS
from performance.rules.importing.lines import Line, read_lines
from performance.rules.importing.plan import Change, Choice, Difference, Draft, Effect
from performance.rules.target import Target as TargetRead
from performance.rules.targets import AmbiguousTarget, TargetProblem, read_target
from performance.rules.wording import figure_words

CONTENT = ("as_written", "basis", "change", "base", "value", "low", "high", "words")
READ = ("basis", "change", "value", "low", "high", "words")
"""What a target means, however it is written."""

Key = tuple[int, int, int | None]
"""An indicator, a year, and a period where the year is profiled."""


@dataclass
class TargetWork:
    """The targets to add, and those to change."""

    new: list[Target] = field(default_factory=list)
    changed: list[Target] = field(default_factory=list)

    def write(self, *, by: User | None, at: datetime.datetime, why: str) -> None:
        """Adds and changes them, each with who and why in its history."""
        add_all(self.new, Target, by=by, at=at, why=why)
        for row in self.changed:
            save_versioned(row, expected=row.version, by=by, why=why, update_fields=list(CONTENT))


def plan_targets(brought: Brought) -> Planned:
    """What a file of targets will change."""
    read = read_lines(brought.sheet, TARGET_COLUMNS, FOR_INFORMATION["targets"])
    planning = _Planning(Draft(brought.answers), Register())
    planning.draft.problems += read.problems
    planning.draft.notes += read.notes
    for line in read.lines:
        planning.look_at(line)
    return Planned(planning.draft.plan(), planning.work)


def read_for(text: str, indicator: Indicator, *, base: Decimal | None = None) -> TargetRead | None:
    """The target that a text sets for an indicator. TargetProblem or AmbiguousTarget as `read_target`."""
    return read_target(
        text,
        ValueKind(indicator.value_kind),
        Direction(indicator.direction),
        levels=indicator.level_names,
        minimum=indicator.minimum,
        maximum=indicator.maximum,
        base=base,
        unit=indicator.unit,
    )


def ask_which(draft: Draft, row: int, ambiguous: AmbiguousTarget) -> TargetRead | None:
    """The reading of an ambiguous target that a person chose; None while nobody has."""
    choices = tuple(
        Choice(reading.write, f"{reading.meaning} (“{reading.write}”)") for reading in ambiguous.readings
    )
    sentence = f"The target “{ambiguous.as_written}” can be read in {len(choices)} ways. Which is meant?"
    chosen = draft.ask(f"target-{row}", row, sentence, choices)
    return next((reading.target for reading in ambiguous.readings if reading.write == chosen), None)


def content_of(target: TargetRead) -> dict[str, object]:
    """The fields of a target row that keep what was read."""
    return {name: getattr(target, name) for name in CONTENT}


def target_words(target: TargetRead, indicator: Indicator) -> str:
    """A target as written, with the figure that a change comes to."""
    if target.change is None or target.value is None:
        return target.as_written
    figure = figure_words(target.value, ValueKind(indicator.value_kind), indicator.unit)
    return f"{target.as_written} ({figure})"


@dataclass
class _Planning:
    """The lines of a file, held against the register one by one."""

    draft: Draft
    register: Register
    work: TargetWork = field(default_factory=TargetWork)
    seen: dict[Key, int] = field(default_factory=dict)

    @cached_property
    def existing(self) -> dict[Key, Target]:
        return {
            (each.indicator_id, each.year, each.period_id): each for each in Target.objects.order_by("pk")
        }

    @cached_property
    def last_values(self) -> dict[tuple[int, int], Decimal]:
        """The last signed-off figure of each indicator in each year, by both."""
        rows = Return.objects.filter(standing__value__isnull=False).order_by("period__ends_on")
        values = rows.values_list("indicator_id", "period__year", "standing__value")
        return {(indicator, year): value for indicator, year, value in values if value is not None}

    def look_at(self, line: Line) -> None:
        if not line["target"]:
            return
        indicator = self.register.indicator_of(line, self.draft)
        when = self._when(line, indicator) if indicator else None
        if indicator is None or when is None:
            return
        year, period = when
        key = (indicator.pk, year, period.pk if period else None)
        subject = f"{indicator}, {period.name if period else year_name(year)}"
        first = self.seen.setdefault(key, line.number)
        if first != line.number:
            sentence = f"Rows {first} and {line.number} are both for {subject}. Keep one of them."
            self.draft.problems.append(line.problem(sentence))
            return
        old = self.existing.get(key)
        if old and " ".join(line["target"].split()) == old.as_written and not line["base"]:
            self.draft.changes.append(Change(line.number, subject, Effect.UNCHANGED))
            return
        target = self._target(line, indicator, year)
        if target:
            self._put(line, subject, old or Target(indicator=indicator, year=year, period=period), target)

    def _when(self, line: Line, indicator: Indicator) -> tuple[int, Period | None] | None:
        """The year and the period that a line is for; None with a problem noted where they are not clear."""
        year = None
        if line["year"]:
            try:
                year = read_year(line["year"])
            except ValueError as problem:
                self.draft.problems.append(line.problem(str(problem), "year"))
                return None
        if not line["period"]:
            if year is None:
                self.draft.problems.append(line.problem("Write the year, such as 2026/27.", "year"))
                return None
            return year, None
        period = self.register.period_of(line, indicator, self.draft)
        if period and year not in (None, period.year):
            sentence = f"{period.name} lies in {period.year_name}, not in {year_name(year or 0)}."
            self.draft.problems.append(line.problem(sentence, "year"))
            return None
        return (period.year, period) if period else None

    def _target(self, line: Line, indicator: Indicator, year: int) -> TargetRead | None:
        text = line["target"]
        try:
            target = read_for(text, indicator)
            if target is None or target.change is None:
                return target
            return read_for(text, indicator, base=self._base(line, indicator, year))
        except AmbiguousTarget:
            return self._chosen(line, indicator, year)
        except TargetProblem as problem:
            self.draft.problems.append(line.problem(f"{problem.sentence}.", "target"))
        except NumberProblem as problem:
            self.draft.problems.append(line.problem(f"{problem.sentence}.", "base"))
        return None

    def _chosen(self, line: Line, indicator: Indicator, year: int) -> TargetRead | None:
        """What a person says that an ambiguous target means, with what each reading comes to."""
        try:
            return read_for(line["target"], indicator, base=self._base(line, indicator, year))
        except AmbiguousTarget as ambiguous:
            return ask_which(self.draft, line.number, ambiguous)
        except NumberProblem as problem:
            self.draft.problems.append(line.problem(f"{problem.sentence}.", "base"))
            return None

    def _base(self, line: Line, indicator: Indicator, year: int) -> Decimal | None:
        """What a change starts from: the figure in the file, else the last one of the year before."""
        if not line["base"]:
            return self.last_values.get((indicator.pk, year - 1))
        return read_number(
            line["base"],
            quantity=str(indicator.value_kind) if indicator.value_kind in NUMERIC_KINDS else "decimal",
            minimum=indicator.minimum,
            maximum=indicator.maximum,
            unit=indicator.unit,
        ).value

    def _put(self, line: Line, subject: str, row: Target, target: TargetRead) -> None:
        """Notes what becomes of a target: added, changed, or the same in other words."""
        is_new = row.pk is None
        if not is_new and all(getattr(row, name) == getattr(target, name) for name in READ):
            self.draft.changes.append(Change(line.number, subject, Effect.UNCHANGED))
            return
        old, new = ("" if is_new else row.as_written, target_words(target, row.indicator))
        effect = Effect.NEW if is_new else Effect.CHANGED
        notices = (target.notice,) if target.notice else ()
        self.draft.changes.append(
            Change(line.number, subject, effect, (Difference("Target", old, new),), notices)
        )
        for name, value in content_of(target).items():
            setattr(row, name, value)
        (self.work.new if is_new else self.work.changed).append(row)

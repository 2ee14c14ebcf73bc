"""What one row of a published table brings to the register: its target, its benchmark, its figures of each year."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from council.periods import year_name
from performance.choices import Known, ValueStatus
from performance.figures.assessment import Entry
from performance.models import Benchmark, Indicator, Period, Return, Target
from performance.operations.imports.return_cells import read_of, says_the_same, value_words
from performance.operations.imports.return_work import PlannedReturn
from performance.operations.imports.targets import ask_which, content_of, read_for, target_words
from performance.rules.importing.plan import Difference, Draft
from performance.rules.published.ditto import Comment
from performance.rules.published.table import PublishedRow
from performance.rules.target import Target as TargetRead
from performance.rules.targets import AmbiguousTarget, TargetProblem
from performance.rules.values import ValueProblem, read_known

TOP_QUARTER = "Top 25%"
MOST_VALUE, MOST_TARGET = 200, 100


@dataclass(frozen=True)
class Already:
    """What the register has of one indicator: its returns and targets by year, and the years of its benchmark."""

    returns: Mapping[int, Return] = field(default_factory=dict)
    targets: Mapping[int, Target] = field(default_factory=dict)
    benchmarks: Mapping[int, Benchmark] = field(default_factory=dict)


@dataclass
class RowPlan:
    """A row with its indicator and the places its figures go to, and what comes of it."""

    row: PublishedRow
    number: int
    """The row of the file."""
    indicator: Indicator
    year: int
    periods: Mapping[int, Period]
    already: Already
    comment: Comment
    outturn_status: ValueStatus
    carried_from: str
    found: list[Difference] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    benchmarks: list[Benchmark] = field(default_factory=list)
    returns: list[PlannedReturn] = field(default_factory=list)

    def look_at(self, draft: Draft) -> None:
        """Works out what the row brings. What cannot be read stays in the table, with a notice."""
        for value in self.row.earlier:
            self._figure(value.year, value.written, Entry(value.written, value_status=value.value_status))
        self._figure(self.year, self.row.outturn, self._outturn())
        self._target(draft)
        self._benchmark()

    def _outturn(self) -> Entry:
        status = ValueStatus.CARRIED_FORWARD if self.carried_from else self.outturn_status
        return Entry(
            self.row.outturn,
            value_status=status,
            comment=self.row.comment,
            comment_resolved=self.comment.resolved or "",
            carried_from=self.carried_from,
        )

    def _figure(self, year: int, written: str, entry: Entry) -> None:
        """A year's value: new to the register, there already, or left out with the reason."""
        if not written:
            return
        name = year_name(year)
        there = self.already.returns.get(year)
        if there is not None:
            revision = there.standing
            if revision is None or not says_the_same(written, self.indicator, revision):
                has = f"“{value_words(revision)}”" if revision else "a return that officers have begun"
                self.notices.append(
                    f"For {name} the register has {has}, which stays; the table says “{written}”."
                )
            return
        unreadable = self._why_not(written)
        if unreadable:
            self.notices.append(f"“{written}” for {name} is kept in the table only. {unreadable}")
            return
        status = str(entry.value_status.label).lower()
        since = f" from {entry.carried_from}" if entry.carried_from else ""
        self.found.append(Difference(name, "", f"{written}, {status}{since}"))
        self.returns.append(PlannedReturn(self.indicator, self.periods[year], entry))

    def _why_not(self, written: str) -> str:
        """Why a cell cannot be a value of the indicator; "" where it can."""
        if len(written) > MOST_VALUE:
            return f"A value has at most {MOST_VALUE} characters."
        if read_known(written) != Known.KNOWN:
            return ""
        try:
            read_of(written, self.indicator, ())
        except ValueProblem as problem:
            return problem.sentence if problem.sentence.endswith((".", "?")) else f"{problem.sentence}."
        return ""

    def _target(self, draft: Draft) -> None:
        written = " ".join(self.row.target.split())
        if not written:
            return
        there = self.already.targets.get(self.year)
        if there is not None:
            if there.as_written != written:
                self.notices.append(f"The register has the target “{there.as_written}”, which stays.")
            return
        target = self._read_target(written, draft)
        if target is not None:
            self.found.append(Difference("Target", "", target_words(target, self.indicator)))
            row = Target(indicator=self.indicator, year=self.year, **content_of(target))
            self.targets.append(row)

    def _read_target(self, written: str, draft: Draft) -> TargetRead | None:
        try:
            return read_for(written, self.indicator, base=self._last_figure())
        except AmbiguousTarget as ambiguous:
            return ask_which(draft, self.number, ambiguous)
        except TargetProblem as problem:
            self.notices.append(
                f"The target “{written[:MOST_TARGET]}” is kept in the table only. {problem.sentence}."
            )
            return None

    def _last_figure(self) -> Decimal | None:
        """The newest earlier figure of the row: what a target such as "+5%" starts from."""
        for value in reversed(self.row.earlier):
            try:
                read = read_of(value.written, self.indicator, ()) if value.written else None
            except ValueProblem:
                continue
            if read and read.value is not None:
                return read.value
        return None

    def _benchmark(self) -> None:
        written = self.row.top_quarter
        if not written or self.year in self.already.benchmarks:
            return
        try:
            read = read_of(written, self.indicator, ())
        except ValueProblem:
            self.notices.append(f"“{written[:MOST_TARGET]}” for the top 25% is kept in the table only.")
            return
        self.found.append(Difference(TOP_QUARTER, "", written))
        self.benchmarks.append(
            Benchmark(
                indicator=self.indicator,
                year=self.year,
                label=TOP_QUARTER,
                as_written=written[:MOST_TARGET],
                value=read.value,
                words=read.words,
            )
        )

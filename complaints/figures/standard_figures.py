"""The standard table of complaint figures, year by year, each share with what it is of. Small numbers are hidden."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from complaints.choices import (
    SATISFIED,
    STAGE_ONE,
    STAGE_TWO,
    CaseKind,
    CaseState,
    ClockKind,
    Ending,
    Finding,
)
from complaints.figures.asked_cases import told_of
from complaints.models import Case, Clock, PointAnswer
from complaints.rules.small_numbers import FEWEST_SHOWN, HIDDEN_WORDS
from complaints.rules.standard import LINES, PEOPLE, StandardLine, whole_finding, working_days_between
from council.models import holidays_of
from council.models.bank_holiday import Division
from council.periods import Frequency, financial_year, spans, year_name
from council.working_days import is_working_day

ONE_DAY = datetime.timedelta(days=1)
OF_COMPLAINTS = (Ending.STAGE_ONE, Ending.STAGE_TWO, Ending.REFUSED, Ending.WITHDRAWN)


@dataclass(frozen=True)
class Share:
    """So many of so many; of days it is a sum, which is averaged."""

    number: int
    of: int

    @property
    def words(self) -> str:
        """Such as "62% of 40"; words where it is of none or of too few."""
        if not self.of:
            return "None closed"
        return _of_few(self.of) or f"{round(100 * self.number / self.of)}% of {self.of}"

    @property
    def average(self) -> str:
        """Such as "9.4 days, of 40"; words where it is of none or of too few."""
        if not self.of:
            return "None closed"
        mean = (Decimal(self.number) / self.of).quantize(Decimal("0.1"), ROUND_HALF_UP)
        return _of_few(self.of) or f"{mean} days, of {self.of}"


@dataclass(frozen=True)
class StandardRow:
    """One line with its figure in each of three years."""

    line: StandardLine
    years: tuple[str, ...]
    """What the years are called."""
    newest: str
    before: str
    first: str

    @property
    def name(self) -> str:
        """What it is."""
        return self.line.name

    @property
    def number(self) -> str:
        """Which indicator of the SPSO it is; "" for none."""
        return self.line.number

    @property
    def definition(self) -> str:
        """What is meant by it."""
        return self.line.definition

    @property
    def numerator(self) -> str:
        """What is counted."""
        return self.line.numerator

    @property
    def denominator(self) -> str:
        """What it is divided by."""
        return self.line.denominator


@dataclass
class _Closed:
    """One closed complaint with what is counted of it, by stage."""

    stage: int
    received_on: datetime.date
    year: int
    replies: dict[int, tuple[datetime.date, datetime.date | None, datetime.date | None, int]] = field(
        default_factory=dict
    )
    """Of each stage: when its clocks began, when the reply was due and sent, and the days it was extended by."""
    findings: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))


def standard_figures(years: Sequence[int], *, on: datetime.date, people: int | None) -> list[StandardRow]:
    """Every line for three years, the newest first, as it stands on a day; twelve queries."""
    days = {year: spans(Frequency.ANNUAL, year=year)[0] for year in years}
    first, last = min(span.start for span in days.values()), max(span.end for span in days.values())
    closed = _closed_complaints(first, last)
    received = Case.objects.filter(kind=CaseKind.COMPLAINT, received_on__gte=first, received_on__lte=last)
    came = [financial_year(day) for day in received.values_list("received_on", flat=True)]
    working = _working_days(closed)
    columns = []
    for year in years:
        told = [
            each for each in told_of(days[year].start, days[year].end, on=on) if each.ending in OF_COMPLAINTS
        ]
        said = {
            name: [(getattr(each, name), each.number) for each in told if getattr(each, name)]
            for name in ("handling", "outcome")
        }
        mine = [each for each in closed if each.year == year]
        columns.append(_column(mine, came.count(year), working, said, people))
    names = tuple(year_name(year) for year in years)
    return [StandardRow(line, names, *(column[key] for column in columns)) for key, line in LINES.items()]


def _column(
    closed: list[_Closed],
    received: int,
    working: list[datetime.date],
    said: dict[str, list[tuple[str, int]]],
    people: int | None,
) -> dict[str, str]:
    """Each line's figure for one year."""
    column = {"received": _per_people(received, people), "closed": _per_people(len(closed), people)}
    for stage in (STAGE_ONE, STAGE_TWO):
        mine = [each for each in closed if each.stage == stage]
        column[f"closed_{stage}"] = Share(len(mine), len(closed)).words
        found = [whole_finding(each.findings[stage]) for each in mine]
        for key, finding in (
            ("upheld", Finding.UPHELD),
            ("partly", Finding.PARTLY_UPHELD),
            ("not_upheld", Finding.NOT_UPHELD),
        ):
            column[f"{key}_{stage}"] = Share(found.count(finding), len(found)).words
        column |= _times(mine, stage, working)
    for name, answers in said.items():
        of = sum(number for _, number in answers)
        share = Share(sum(number for value, number in answers if value in SATISFIED), of)
        column[name] = share.words if of else "Nobody answered"
    return column


def _times(closed: list[_Closed], stage: int, working: list[datetime.date]) -> dict[str, str]:
    """How long it took, in time and extended, of those that have a reply of the stage on a clock."""
    taken, in_time, extended, of = 0, 0, 0, 0
    for each in closed:
        if stage not in each.replies:
            continue
        started_on, due_on, done_on, extended_by = each.replies[stage]
        if done_on is None:
            continue
        of += 1
        taken += working_days_between(
            each.received_on if stage == STAGE_ONE else started_on, done_on, working
        )
        in_time += due_on is None or done_on <= due_on
        extended += extended_by > 0
    return {
        f"days_{stage}": Share(taken, of).average,
        f"in_time_{stage}": Share(in_time, of).words,
        f"extended_{stage}": Share(extended, of).words,
    }


def _closed_complaints(first: datetime.date, last: datetime.date) -> list[_Closed]:
    """The complaints closed in the days, with their replies and findings; three queries."""
    cases = Case.objects.filter(
        kind=CaseKind.COMPLAINT, state=CaseState.CLOSED, closed_on__gte=first, closed_on__lte=last
    )
    found = {
        pk: _Closed(stage, received_on, financial_year(closed_on))
        for pk, stage, received_on, closed_on in cases.values_list("pk", "stage", "received_on", "closed_on")
        if closed_on is not None
    }
    clocks = Clock.objects.filter(case__in=cases, called_off_on=None).order_by("pk")
    began: dict[tuple[int, int], datetime.date] = {}
    for pk, stage, kind, started_on, due_on, done_on, extended_by in clocks.values_list(
        "case", "stage", "kind", "started_on", "due_on", "done_on", "extended_by"
    ):
        since = began.setdefault((pk, stage), started_on)
        if kind == ClockKind.REPLY:
            found[pk].replies[stage] = (since, due_on, done_on, extended_by)
    answers = PointAnswer.objects.filter(point__case__in=cases)
    for pk, stage, finding in answers.values_list("point__case", "stage", "finding"):
        found[pk].findings[stage].append(finding)
    return list(found.values())


def _working_days(closed: Iterable[_Closed]) -> list[datetime.date]:
    """Every working day from the first receipt to the last reply."""
    ends = [reply[2] for each in closed for reply in each.replies.values() if reply[2]]
    holidays = holidays_of(Division.ENGLAND_AND_WALES)
    day, last = min((each.received_on for each in closed), default=None), max(ends, default=None)
    working = []
    while day is not None and last is not None and day <= last:
        if is_working_day(day, holidays):
            working.append(day)
        day += ONE_DAY
    return working


def _per_people(number: int, people: int | None) -> str:
    if 0 < number < FEWEST_SHOWN:
        return HIDDEN_WORDS
    if not people:
        return str(number)
    rate = (Decimal(number * PEOPLE) / people).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{number} ({rate} per 1,000)"


def _of_few(of: int) -> str:
    return f"Of {HIDDEN_WORDS}" if of < FEWEST_SHOWN else ""


def years_shown(on: datetime.date) -> list[int]:
    """The financial year of a day and the two before it, the newest first."""
    return [financial_year(on) - back for back in range(3)]

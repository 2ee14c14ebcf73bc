"""Importing returns: as drafts for officers to go on with, or as figures that already stand or were published."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from council.dates import long_date
from performance.choices import EDITABLE, Step
from performance.models import Indicator, Period, Return, Revision
from performance.operations.imports.planned import Brought, Planned
from performance.operations.imports.register import Register
from performance.operations.imports.return_cells import ReturnRead, read_return
from performance.operations.imports.return_ratings import Key, ratings_to_be
from performance.operations.imports.return_work import PlannedReturn, ReturnWork
from performance.rules.computed import TYPED_OVER
from performance.rules.importing.kinds import FOR_INFORMATION, RETURN_COLUMNS
from performance.rules.importing.lines import Line, read_lines
from performance.rules.importing.plan import Change, Draft, Effect
from performance.rules.published.ditto import Comment, resolve_dittos

CELLS = {"as_written": "value"}
"""Where a file has what a return calls otherwise."""
USUAL_DAYS = 2 * 366
RECENT = 8
COUNTS = "This is what counts now. A correction of it has begun, and is left as it is."


def plan_returns(brought: Brought) -> Planned:
    """What a file of returns will change; `settings["step"]` says at which step its figures come in.

    `settings["only"]` holds an officer's sheet to the rows of one service and period.
    """
    read = read_lines(brought.sheet, RETURN_COLUMNS, FOR_INFORMATION["returns"])
    step = Step(brought.settings.get("step", Step.DRAFTED))
    only = tuple(brought.settings["only"]) if "only" in brought.settings else None
    planning = _Planning(Draft(brought.answers), Register(), step, brought.today, only)
    planning.draft.problems += read.problems
    planning.draft.notes += read.notes
    planning.look_at(read.lines)
    return Planned(planning.draft.plan(), planning.work)


@dataclass(frozen=True)
class _Place:
    """Where a line belongs, and its comment with what it stands for."""

    line: Line
    indicator: Indicator
    period: Period
    comment: Comment

    @property
    def key(self) -> Key:
        return self.indicator.pk, self.period.pk

    @property
    def subject(self) -> str:
        return f"{self.indicator}, {self.period.name}"


class _Fit(NamedTuple):
    """A line that can go in, and the return that it makes."""

    place: _Place
    read: ReturnRead
    planned: PlannedReturn


@dataclass
class _Planning:
    """The lines of a file, held against the returns that are there."""

    draft: Draft
    register: Register
    step: Step
    today: datetime.date
    only: tuple[int, int] | None = None
    """The service and the period that an officer's sheet is for."""
    work: ReturnWork = field(init=False)
    fit: list[_Fit] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.work = ReturnWork(self.step)

    def look_at(self, lines: Sequence[Line]) -> None:
        places = self._places(lines)
        existing = _existing(places)
        usual = _usual(places)
        for place in places:
            before = [value for ended, value in usual[place.indicator.pk] if ended < place.period.starts_on]
            self._plan(place, existing.get(place.key), before[-RECENT:])
        self._rate()

    def _places(self, lines: Sequence[Line]) -> list[_Place]:
        """Where each line belongs; those that belong nowhere are problems, and so are two for one return."""
        places: dict[Key, _Place] = {}
        for line, comment in zip(lines, resolve_dittos([line["comment"] for line in lines]), strict=True):
            if not (line["value"] or line["comment"] or line["forecast_as_written"]):
                subject = f"{line['reference']} {line['title']}".strip()
                self.draft.changes.append(Change(line.number, subject, Effect.UNCHANGED))
                continue
            indicator = self.register.indicator_of(line, self.draft)
            period = self.register.period_of(line, indicator, self.draft) if indicator else None
            if indicator is None or period is None:
                continue
            place = _Place(line, indicator, period, comment)
            first = places.setdefault(place.key, place)
            if first is not place:
                sentence = f"Rows {first.line.number} and {line.number} are both for {place.subject}. Keep one of them."
                self.draft.problems.append(line.problem(sentence))
        return list(places.values())

    def _plan(self, place: _Place, row: Return | None, usual: Sequence[Decimal]) -> None:
        if outside := self._outside(place):
            self.draft.problems.append(place.line.problem(outside))
            return
        before = row.latest if row and self.step == Step.DRAFTED else row.standing if row else None
        read = read_return(place.line, place.indicator, place.comment, self.draft, before=before, usual=usual)
        if read is None:
            return
        if not read.differences:
            self.draft.changes.append(Change(place.line.number, place.subject, Effect.UNCHANGED))
            return
        if row and _says(row.standing, place, usual):
            self.draft.changes.append(
                Change(place.line.number, place.subject, Effect.KEPT, notices=(COUNTS,))
            )
            return
        refusal = (
            self._not_due(place)
            or self._computed(place, read)
            or (self._not_open(row, read) if row else self._without_value(read))
        )
        if refusal:
            self.draft.problems.append(place.line.problem(refusal))
            return
        planned = PlannedReturn(place.indicator, place.period, read.entry, row.version if row else 0)
        self.fit.append(_Fit(place, read, planned))

    def _rate(self) -> None:
        """Takes in what can go in, with its rating-to-be; what counts at once has to be as complete as a submission."""
        they_stand = self.step != Step.DRAFTED
        ratings = ratings_to_be([each.planned for each in self.fit], they_stand=they_stand)
        for place, read, planned in self.fit:
            found = ratings[place.key]
            wrong = [*found.problems, *(found.submission_problems() if they_stand else [])]
            self.draft.problems += [
                place.line.problem(each.sentence, CELLS.get(each.field, each.field)) for each in wrong
            ]
            if wrong:
                continue
            change = Change(
                place.line.number,
                place.subject,
                Effect.CHANGED if planned.expected else Effect.NEW,
                read.differences,
                read.notices,
                rating=found.rating if read.entry.as_written else None,
                has_comment=bool(read.entry.comment),
            )
            self.draft.changes.append(change)
            self.work.returns.append(planned)

    def _not_due(self, place: _Place) -> str:
        period, indicator = place.period, place.indicator
        if period.ends_on >= self.today:
            return f"{period.name} ends on {long_date(period.ends_on)}. Returns are made once a period has ended."
        if not indicator.is_on(period.ends_on):
            ended = long_date(period.ends_on)
            return f"“{indicator}” was not reported on {ended}: the register says from when to when it is."
        return ""

    def _outside(self, place: _Place) -> str:
        """Why a row has no place in the sheet of one service and period."""
        if self.only is None or (place.indicator.service_id, place.period.pk) == self.only:
            return ""
        return f"This row is for {place.indicator.service}, {place.period}: leave it out of this sheet."

    def _computed(self, place: _Place, read: ReturnRead) -> str:
        """What the product counts comes from no file; what stood before it counted may."""
        typed = any(each.what != "Comment" for each in read.differences)
        return TYPED_OVER if typed and place.indicator.computed_from and self.step == Step.DRAFTED else ""

    def _not_open(self, row: Return, read: ReturnRead) -> str:
        """Why a return that is there cannot be changed by the file."""
        named = ", ".join(each.what for each in read.differences)
        said = f"This return is at “{row.get_step_display()}” and the file says something else ({named})."
        if self.step != Step.DRAFTED:
            if row.standing_id is None:
                return f"{said} Officers have begun it: let them finish it, or leave the row out."
            return f"{said} What stands is corrected there, with a reason, and not by a file."
        if row.step in EDITABLE:
            return ""
        if row.step == Step.SUBMITTED:
            return f"{said} Ask its lead officer to send it back, or leave the row out."
        return f"{said} Ask its lead officer to reopen it, or leave the row out."

    def _without_value(self, read: ReturnRead) -> str:
        if self.step == Step.DRAFTED or read.entry.as_written:
            return ""
        return "Write the value, or “Not known”: a figure that already stands cannot be blank."


def _says(standing: Revision | None, place: _Place, usual: Sequence[Decimal]) -> bool:
    """Whether a line says only what counts already, as our own file does while a correction is under way."""
    if standing is None:
        return False
    read = read_return(place.line, place.indicator, place.comment, Draft({}), before=standing, usual=usual)
    return read is not None and not read.differences


def _existing(places: Sequence[_Place]) -> dict[Key, Return]:
    periods = {place.period.pk for place in places}
    rows = Return.objects.filter(period__in=periods).select_related("latest", "standing")
    return {(row.indicator_id, row.period_id): row for row in rows}


def _usual(places: Sequence[_Place]) -> dict[int, list[tuple[datetime.date, Decimal]]]:
    """The signed-off figures of the two years before each indicator's periods, oldest first, by indicator."""
    found: dict[int, list[tuple[datetime.date, Decimal]]] = defaultdict(list)
    if not places:
        return found
    starts = [place.period.starts_on for place in places]
    rows = Return.objects.filter(
        standing__value__isnull=False,
        period__ends_on__gte=min(starts) - datetime.timedelta(days=USUAL_DAYS),
        period__ends_on__lt=max(starts),
    ).order_by("period__ends_on")
    for indicator, ended, value in rows.values_list("indicator_id", "period__ends_on", "standing__value"):
        if value is not None:
            found[indicator].append((ended, value))
    return found

"""The life of one case as rows that are not saved yet: step by step under the same laws as the verbs of the pages.

Four hundred lives by the verbs would take half a minute; their rules are asked here without the database, and
`tests/council/demo/test_cases.py` holds what comes of it against them.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from complaints.choices import CaseStep, ClockKind, CountedFrom, MessageKind
from complaints.models import (
    Case,
    CaseEntry,
    CaseProcedure,
    Clock,
    Contact,
    Extension,
    Message,
    MessageText,
    Point,
    PointAnswer,
    Remedy,
    Triage,
)
from complaints.operations.clocks import ENDED_LATE
from complaints.operations.messages import facts_of
from complaints.rules.clocks import where_laid_down, working_of
from complaints.rules.life import state_after
from complaints.rules.texts import fill
from council.models import User
from council.periods import local_day

ACKNOWLEDGEMENT, REPLY = ClockKind.ACKNOWLEDGEMENT, ClockKind.REPLY


@dataclass
class Life:
    """A case with all that stands beside it."""

    case: Case
    texts: Mapping[str, MessageText]
    holidays: Mapping[datetime.date, str]
    entries: list[CaseEntry] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    triages: list[Triage] = field(default_factory=list)
    extensions: list[Extension] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    answers: list[PointAnswer] = field(default_factory=list)
    remedies: list[Remedy] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)

    def step(self, step: CaseStep, by: User | None, at: datetime.datetime, note: str = "") -> None:
        """Takes the step and keeps it; ValueError where it may not be taken."""
        case = self.case
        if self.entries:
            case.state = state_after(step, case.state)
        due = [(each.due_on, each.kind) for each in self.clocks if self._runs(each) and each.due_on]
        # No clock of the demo is paused, and no two that run are due on one day.
        case.due_on, case.due_for = min(due, default=(None, ""))
        case.version = number = len(self.entries) + 1
        entry = CaseEntry(case=case, number=number, step=step, state=case.state, stage=case.stage)
        entry.due_on, entry.at, entry.by, entry.note = case.due_on, at, by, note
        self.entries.append(entry)

    def write(self, kind: MessageKind, **facts: str) -> None:
        """The message of the step just taken; it went at once."""
        case, entry, text = self.case, self.entries[-1], self.texts[kind]
        filled = facts_of(case) | facts
        self.messages.append(
            Message(
                case=case,
                kind=kind,
                to=case.customer.email,
                subject=fill(text.subject, filled)[:200],
                body=fill(text.body, filled),
                written_at=entry.at,
                key=f"{case.reference}:{entry.number}:{kind}",
                sent_at=entry.at,
                attempts=1,
            )
        )

    def start_stage(self, procedure: CaseProcedure, on: datetime.date) -> None:
        """The clocks that a stage begins with."""
        acknowledged = procedure.working_days(self.case.stage, ACKNOWLEDGEMENT) is not None
        if acknowledged:
            self.start_clock(procedure, ACKNOWLEDGEMENT, on)
        if procedure.counted_from == CountedFrom.RECEIPT or not acknowledged:
            self.start_clock(procedure, REPLY, on)

    def start_clock(self, procedure: CaseProcedure, kind: ClockKind, on: datetime.date) -> None:
        """One clock, with the rule that it is counted by."""
        stage = self.case.stage
        days = procedure.working_days(stage, kind) or 1
        due = working_of(on, days, self.holidays)[-1].date
        rule = where_laid_down(procedure.code, stage, kind, procedure.source)
        clock = Clock(case=self.case, stage=stage, kind=kind, started_on=on, working_days=days, rule=rule)
        clock.first_due_on = clock.due_on = due
        self.clocks.append(clock)

    def stop(self, on: datetime.date, *kinds: ClockKind, why: str = "") -> None:
        """Says that what was waited for was done on the day."""
        for clock in self.clocks:
            if self._runs(clock) and clock.kind in kinds:
                clock.done_on = on
                clock.late_why = why if clock.due_on is not None and on > clock.due_on else ""

    def call_off(self, on: datetime.date) -> None:
        """Ends what nobody waits for any more. What was late by then stays late."""
        for clock in filter(self._runs, self.clocks):
            if clock.due_on is not None and on > clock.due_on:
                clock.done_on, clock.late_why = on, ENDED_LATE
            else:
                clock.called_off_on = on

    def running(self, kind: ClockKind) -> Clock:
        """The clock of the kind that runs; StopIteration where none does."""
        return next(each for each in self.clocks if self._runs(each) and each.kind == kind)

    def extend(self, days: int, *, why: str, by: User, at: datetime.datetime) -> None:
        """More time for the reply, which the customer is told."""
        clock = self.running(REPLY)
        clock.extended_by += days
        days_in_all = clock.working_days + clock.extended_by
        clock.due_on = working_of(clock.started_on, days_in_all, self.holidays)[-1].date
        told: dict[str, Any] = {
            "working_days": days,
            "why": why,
            "told_on": local_day(at),
            "at": at,
            "by": by,
        }
        self.extensions.append(Extension(clock=clock, due_on=clock.due_on, **told))
        self.step(CaseStep.EXTENDED, by, at, why)
        self.write(MessageKind.EXTENDED, reason=why)

    def _runs(self, clock: Clock) -> bool:
        return clock.done_on is None and clock.called_off_on is None

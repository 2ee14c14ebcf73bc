"""Files the demo council's papers: what a plan says becomes rows, and what it names is found."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from council.dates import read_vague_date
from council.demo.days import ONE_DAY, moment
from council.demo.paper import Day, DemoDecision, DemoNotice, DemoPaper
from council.demo.papers import EVENTS
from council.demo.register import SET_UP, Register
from council.demo.remits_2005 import BEGAN, ENDED, PORTFOLIOS_2005
from council.demo.rows import add
from portfolios.choices import MeetingKind
from portfolios.models import (
    AwaitedEvent,
    Body,
    CallIn,
    Decision,
    Implication,
    KeyDecisionNotice,
    Meeting,
    Portfolio,
    Recommendation,
    Report,
    RouteStop,
)


@dataclass
class Papers:
    """The papers as they are built, and what they name."""

    register: Register
    bodies: dict[str, Body] = field(init=False)
    portfolios: dict[str, Portfolio] = field(init=False)
    events: dict[str, AwaitedEvent] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.bodies = {each.name: each for each in Body.objects.all()}
        self.portfolios = {each.name: each for each in Portfolio.objects.all()}

    def add(self, rows: Iterable[Any], why: str = "Entered from the papers.") -> list[Any]:
        """Saves rows as the administrator."""
        return add(rows, by=self.register.admin, at=self.register.set_up_at, why=why)

    def day(self, day: Day) -> datetime.date:
        """A date of long ago as it is; else so many working days from today."""
        if isinstance(day, datetime.date):
            return day
        return self.register.days.working_day(self.register.days.today, day)

    def meeting(self, body: str, day: Day | str, *, kind: MeetingKind = MeetingKind.ORDINARY) -> Meeting:
        """The meeting of a body on a day, or in words; entered once."""
        held_on = None if isinstance(day, str) else self.day(day)
        as_written = day if isinstance(day, str) else ""
        there = Meeting.objects.filter(body=self.bodies[body], held_on=held_on, as_written=as_written).first()
        if there:
            return there
        row = Meeting(body=self.bodies[body], held_on=held_on, as_written=as_written, kind=kind)
        return self.add([row], why=SET_UP)[0]  # type: ignore[no-any-return]

    def add_old_portfolios(self) -> None:
        """The portfolios of 2005, which have ended."""
        rows = [
            Portfolio(name=name, summary=summary, starts_on=BEGAN, ends_on=ENDED)
            for name, summary in PORTFOLIOS_2005
        ]
        self.portfolios |= {each.name: each for each in self.add(rows)}

    def add_events(self) -> None:
        """What is waited for."""
        rows = [
            AwaitedEvent(
                name=name,
                expected_as_written=expected,
                happened_on=None if happened is None else self.day(happened),
                did_not_happen=never,
            )
            for name, expected, happened, never in EVENTS
        ]
        self.events = {each.name: each for each in self.add(rows)}

    def add_paper(self, paper: DemoPaper) -> None:
        """A report with its route, recommendations, implications and decisions."""
        dated = None if paper.dated is None else self.day(paper.dated)
        presented = dated or read_vague_date(paper.dated_as_written).latest or self.register.set_up_at.date()
        report = Report(
            subject=paper.subject,
            reference=paper.reference,
            dated_on=dated,
            dated_as_written=paper.dated_as_written,
            author=self.register.posts[paper.author],
            lead_member=self.portfolios.get(paper.lead_portfolio),
            agenda_words=paper.agenda_words,
            text=paper.text,
            presented_at=moment(presented, 0.5) if paper.is_presented else None,
        )
        self.add([report])
        self._add_parts(report, paper)
        made = {each.number: each for each in report.recommendations.all()}
        for decision in paper.decisions:
            self.add_decision(decision, report, made.get(decision.recommendation))

    def _add_parts(self, report: Report, paper: DemoPaper) -> None:
        self.add(
            RouteStop(
                report=report,
                number=number,
                body=self.bodies[stop.body],
                meeting=self._meeting_of(stop.body, stop.on, stop.as_written),
                as_written=stop.as_written,
                asked_to=stop.asked_to,
                outcome=stop.outcome,
                answer=stop.answer,
            )
            for number, stop in enumerate(paper.stops, 1)
        )
        self.add(
            Recommendation(
                report=report,
                number=each.number,
                words=each.words,
                body_words=each.body_words,
                verb=each.verb,
                second_verb=each.second_verb,
                portfolio=self.portfolios.get(each.portfolio),
            )
            for each in paper.recommendations
        )
        self.add(
            Implication(
                report=report,
                head=each.head,
                answer=each.answer,
                words=each.words,
                why_none=each.why_none,
                event=self.events.get(each.event),
            )
            for each in paper.implications
        )

    def _meeting_of(self, body: str, on: Day | None, as_written: str) -> Meeting | None:
        day = on if on is not None else as_written
        return self.meeting(body, day) if day != "" else None

    def add_decision(
        self, plan: DemoDecision, report: Report | None = None, recommendation: Recommendation | None = None
    ) -> None:
        """A decision with its notice and its call-ins."""
        decided = None if plan.on is None else self.day(plan.on)
        row = Decision(
            title=plan.title,
            kind=plan.kind,
            decided_on=decided,
            decided_as_written=plan.as_written,
            body=self.bodies.get(plan.body),
            portfolio=self.portfolios.get(plan.portfolio),
            post=self.register.posts.get(plan.post),
            meeting=self._meeting_of(plan.body, plan.on, plan.as_written) if plan.body else None,
            report=report,
            recommendation=recommendation,
            resolution=plan.resolution,
            summary=plan.summary,
            reasons=plan.reasons,
            options_rejected=plan.options_rejected,
            interests=plan.interests,
            comments=plan.comments,
            notice=self.notice(plan.notice) if plan.notice else None,
            published_on=self._published(plan),
            is_urgent=plan.is_urgent,
        )
        self.add([row])
        self.add(
            CallIn(
                decision=row,
                called_in_on=self.day(each.on),
                callers=each.callers,
                grounds=each.grounds,
                outcome=each.outcome,
                heard_on=None if each.heard is None else self.day(each.heard),
                note=each.note,
            )
            for each in plan.call_ins
        )

    def _published(self, plan: DemoDecision) -> datetime.date | None:
        if plan.published_after is None or plan.on is None:
            return None
        if isinstance(plan.on, datetime.date):
            return plan.on + plan.published_after * ONE_DAY
        return self.day(plan.on + plan.published_after)

    def notice(self, plan: DemoNotice) -> KeyDecisionNotice:
        """The notice of a key decision."""
        row = KeyDecisionNotice(
            matter=plan.matter,
            body=self.bodies.get(plan.body),
            portfolio=self.portfolios.get(plan.portfolio),
            published_on=self.day(plan.published),
            due_on=None if plan.due is None else self.day(plan.due),
            procedure=plan.procedure,
            why_key=plan.why_key,
            documents=plan.documents,
            exception_reasons=plan.reasons,
            chair_told_on=None if plan.told is None else self.day(plan.told),
            agreed_by=plan.agreed_by,
            is_private=plan.is_private,
        )
        return self.add([row])[0]  # type: ignore[no-any-return]

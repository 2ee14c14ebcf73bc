"""Brings each planned case as far as it has come by today."""

import datetime
from dataclasses import dataclass
from typing import Any

from complaints.choices import (
    FOUND_FOR_THE_CUSTOMER,
    STAGE_ONE,
    STAGE_TWO,
    CaseKind,
    CaseStep,
    ClockKind,
    Finding,
    MessageKind,
    RedressKind,
)
from complaints.models import CaseProcedure, Cause, DefinitionLine, Point, PointAnswer, Remedy, Triage
from council.demo.cases.asked import DONE, LATE, MORE_TIME, REFUSED, REMEDIES, REPLIES, SECOND, TAKEN_BACK
from council.demo.cases.life import ACKNOWLEDGEMENT, REPLY, Life
from council.demo.cases.plan import PlannedCase, hands_of
from council.demo.cases.said import Grievance
from council.demo.chance import one_of
from council.demo.days import moment
from council.demo.register import Register
from council.models import User
from council.periods import local_day

LINES = {
    CaseKind.REQUEST: "1.2",
    CaseKind.COMPLAINT: "1.4",
    CaseKind.COMMENT: "Comment",
    CaseKind.COMPLIMENT: "Compliment",
}


class NotYet(Exception):
    """What would come next lies in time to come."""


@dataclass
class Lived:
    """One case on its way, with who does what."""

    register: Register
    plan: PlannedCase
    life: Life
    lines: dict[str, DefinitionLine]
    causes: dict[str, Cause]

    def run(self) -> Life:
        """Takes every step that lies before today."""
        handler, other = (self.register.users[name] for name in hands_of(self.plan.service))
        try:
            day = self._triaged(handler)
            if not self.life.case.procedure:
                self._answer_plainly(day, handler)
            elif self.plan.kind == CaseKind.COMPLAINT:
                self._stage(day, handler)
                self._second(other)
            else:
                self._answer_plainly(self._after(day, self.plan.replied_after), handler)
        except NotYet:
            pass
        return self.life

    @property
    def _grievance(self) -> Grievance:
        """What a complaint is about."""
        assert self.plan.grievance is not None
        return self.plan.grievance

    @property
    def _procedure(self) -> CaseProcedure:
        """What a complaint is handled by."""
        assert self.life.case.procedure is not None
        return self.life.case.procedure

    def _after(self, day: datetime.date, number: int) -> datetime.date:
        """So many working days later. NotYet where that is today or still to come."""
        then = self.register.days.working_day(day, number)
        if then >= self.register.days.today:
            raise NotYet
        return then

    def _at(self, day: datetime.date, *words: object) -> datetime.datetime:
        """A moment of the day, later than the step before it."""
        at = moment(day, 0.2 + 0.5 * self.plan.share("time", day, *words))
        return max(at, self.life.entries[-1].at + datetime.timedelta(minutes=7))

    def _pick(self, choices: tuple[str, ...], *words: object) -> str:
        return one_of(choices, *self.plan.chance, *words)

    def _triaged(self, handler: User) -> datetime.date:
        """Decided by the complaints officer within a day or two. NotYet where it ends there."""
        life, plan, case = self.life, self.plan, self.life.case
        if plan.ends == "stalled" and plan.share("where") < 0.4:
            raise NotYet
        day = self._after(plan.received_on, 1)
        by, at = self.register.users["complaints"], self._at(day, "triage")
        if plan.ends == "refused":
            ground, why = REFUSED[int(plan.share("ground") * len(REFUSED))]
            self._over(CaseStep.REFUSED, by, at, why, ground=ground)
            raise NotYet
        line = self.lines[LINES[plan.kind]]
        life.triages.append(Triage(case=case, line=line, kind=plan.kind, told_on=day, at=at, by=by))
        case.service, case.handler = self.register.services[plan.service], handler
        life.step(CaseStep.TRIAGED, by, at)
        if plan.ends == "withdrawn":
            at = self._at(self._after(day, 1), "withdrawn")
            self._over(CaseStep.WITHDRAWN, handler, at, self._pick(TAKEN_BACK))
            raise NotYet
        return day

    def _over(self, step: CaseStep, by: User, at: datetime.datetime, why: str, ground: str = "") -> None:
        """Ends it before it is replied to."""
        life, case, day = self.life, self.life.case, local_day(at)
        if step == CaseStep.REFUSED:
            life.stop(day, ACKNOWLEDGEMENT)
            refused: dict[str, Any] = {"is_accepted": False, "ground": ground, "why": why, "told_on": day}
            life.triages.append(Triage(case=case, kind=case.kind, at=at, by=by, **refused))
        life.call_off(day)
        case.closed_on = day
        life.step(step, by, at, why)
        if step == CaseStep.REFUSED:
            life.write(MessageKind.REFUSED, reason=why)

    def _answer_plainly(self, day: datetime.date, by: User) -> None:
        """A reply without points, and the end."""
        if self.plan.ends == "stalled":
            raise NotYet
        self._reply(day, by, self._pick(DONE))
        self._close(self._after(day, 2), by)

    def _stage(self, day: datetime.date, by: User) -> None:
        """Acknowledged, perhaps extended, each point answered, and replied to."""
        life, case, plan = self.life, self.life.case, self.plan
        stage, grievance = case.stage, self._grievance
        if stage == STAGE_ONE:
            life.points = [
                Point(case=case, number=number, words=words)
                for number, words in enumerate(grievance.points, start=1)
            ]
            life.step(CaseStep.NOTED, by, self._at(day, "points"), "Points complained of were listed.")
        began = plan.received_on if stage == STAGE_ONE else day
        day = max(day, self._after(began, plan.acknowledged_after))
        life.stop(day, ACKNOWLEDGEMENT)
        life.start_clock(self._procedure, ClockKind.REPLY, day)
        life.step(CaseStep.ACKNOWLEDGED, by, self._at(day, "acknowledged", stage))
        life.write(MessageKind.ACKNOWLEDGED, points="\n".join(str(point) for point in life.points))
        if plan.ends == "stalled":
            raise NotYet
        taken = plan.replied_after * stage
        if plan.extended_by and stage == STAGE_ONE:
            told = self._at(self._after(day, 7), "extended")
            life.extend(plan.extended_by, why=self._pick(MORE_TIME), by=by, at=told)
            taken = max(taken, 8) + plan.extended_by
        self._answer(self._after(day, taken), by)

    def _answer(self, day: datetime.date, by: User) -> None:
        """Each point with what was found and the cause, and the reply."""
        life, grievance = self.life, self._grievance
        for point in life.points:
            finding, at = self._finding(point), self._at(day, "point", point.number)
            cause = self.causes[grievance.cause] if finding in FOUND_FOR_THE_CUSTOMER else None
            answer = PointAnswer(point=point, stage=life.case.stage, finding=finding, words=grievance.answer)
            answer.cause, answer.at, answer.by = cause, at, by
            life.answers.append(answer)
            life.step(CaseStep.NOTED, by, at, f"Point {point.number}: {finding.label.lower()}.")
        self._reply(day, by, f"{self._pick(REPLIES)}\n\n{grievance.answer}")

    def _finding(self, point: Point) -> Finding:
        grievance = self._grievance
        part = self.plan.share("finding", point.number, self.life.case.stage)
        if part < grievance.upheld:
            return Finding.UPHELD if part < grievance.upheld * 0.7 else Finding.PARTLY_UPHELD
        return Finding.NOT_UPHELD if part < 0.97 else Finding.NO_FINDING

    def _reply(self, day: datetime.date, by: User, words: str) -> None:
        life = self.life
        life.stop(day, ACKNOWLEDGEMENT, REPLY, why=self._pick(LATE))
        life.case.replied_on = day
        life.step(CaseStep.REPLIED, by, self._at(day, "reply"), words)
        life.write(MessageKind.REPLIED, reply=words)

    def _second(self, other: User) -> None:
        """Closed when its remedies are done; or taken to stage 2, where somebody else looks again."""
        case, life = self.life.case, self.life
        handler, replied = case.handler, case.replied_on
        assert handler is not None
        assert replied is not None
        if not self.plan.goes_on:
            self._put_right(replied, handler)
            return
        day = self._after(replied, 4)
        case.stage, case.handler = STAGE_TWO, other
        life.start_stage(self._procedure, day)
        life.step(CaseStep.ESCALATED, None, self._at(day, "escalated"), self._pick(SECOND))
        life.write(MessageKind.STAGE_TWO)
        self._stage(day, other)
        self._put_right(case.replied_on or day, other)

    def _put_right(self, day: datetime.date, by: User) -> None:
        """A remedy where something was upheld, followed until it is done; then the case is closed."""
        life, plan, case = self.life, self.plan, self.life.case
        if any(each.finding in FOUND_FOR_THE_CUSTOMER for each in life.answers) and plan.share("owed") < 0.8:
            kind, what, pounds = REMEDIES[int(plan.share("remedy") * len(REMEDIES))]
            owner = self.register.services[plan.service].manager
            assert owner is not None
            due = self.register.days.working_day(day, 10)
            remedy = Remedy(case=case, kind=RedressKind(kind), what=what, owner=owner, due_on=due)
            remedy.amount = pounds or None
            life.remedies.append(remedy)
            life.step(CaseStep.NOTED, by, self._at(day, "promised"), f"Promised: {what}")
            day = self._after(day, 3 + int(10 * plan.share("done")))
            remedy.done_on, remedy.version = day, 2
            life.step(CaseStep.NOTED, by, self._at(day, "done"), f"Done: {what}")
        self._close(self._after(day, 2), by)

    def _close(self, day: datetime.date, by: User) -> None:
        self.life.case.closed_on = day
        self.life.step(CaseStep.CLOSED, by, self._at(day, "closed"))

"""What a case's page is made from: the facts of its next step, its remedies, and where its procedure departs."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from complaints.choices import STAGE_TWO, CaseKind, ClockKind
from complaints.figures.answers import ShownPoint, answered_before
from complaints.figures.clock_page import ShownClock
from complaints.models import Case, CaseProcedure, Remedy, Triage
from complaints.rules.departures import Times, departures
from complaints.rules.next_step import StepFacts
from council.access import Permission, may
from council.models import User


@dataclass(frozen=True)
class ShownRemedy:
    """A remedy promised, and how it stands on the day."""

    remedy: Remedy
    is_overdue: bool

    @property
    def is_outstanding(self) -> bool:
        """Promised, and neither done nor given up."""
        return self.remedy.done_on is None and self.remedy.given_up_on is None


def remedies_of(case: Case, *, on: datetime.date) -> list[ShownRemedy]:
    """What was promised in a case, the nearest day first; one query."""
    rows = case.remedies.select_related("owner")
    return [
        ShownRemedy(each, each.done_on is None and each.given_up_on is None and each.due_on < on)
        for each in rows
    ]


def step_facts(
    case: Case,
    clocks: Sequence[ShownClock],
    points: Sequence[ShownPoint],
    remedies: Sequence[ShownRemedy],
    *,
    reader: User,
    concerned: int,
    **told: bool,
) -> StepFacts:
    """What tells the next step, from what the page has read and is `told`; two queries at stage 2, none before."""
    running = {each.clock.kind: each for each in clocks if each.is_running}
    reply = running.get(ClockKind.REPLY)
    procedure = case.procedure
    open_points = [
        each.point.number for each in points if not any(answer.stage == case.stage for answer in each.answers)
    ]
    left = procedure.extension(case.stage) - reply.clock.extended_by if procedure and reply else 0
    return StepFacts(
        state=case.state,
        kind=case.kind,
        stage=case.stage,
        has_service=case.service_id is not None,
        has_handler=case.handler_id is not None,
        handler_answered_before=case.stage == STAGE_TWO and case.handler_id in answered_before(case),
        waits_for_acknowledgement=ClockKind.ACKNOWLEDGEMENT in running,
        waits_for_reply=reply is not None,
        is_paused=reply is not None and reply.clock.due_on is None,
        may_pause=procedure is not None and procedure.may_pause,
        extension_left=max(left, 0),
        has_stage_two=procedure is not None and procedure.has_stage_two,
        points=len(points),
        unanswered=min(open_points, default=None) if case.kind == CaseKind.COMPLAINT else None,
        outstanding=next((each.remedy.pk for each in remedies if each.is_outstanding), None),
        sees_all_cases=may(reader, Permission.SEE_ALL_CASES),
        has_people_concerned=concerned > 0,
        is_anonymised=case.anonymised_at is not None,
        **told,
    )


def departures_of(procedure: CaseProcedure | None) -> list[str]:
    """Where the procedure departs from the code that it is of, in sentences."""
    if procedure is None:
        return []
    return departures(procedure.kind, procedure.code, times_of(procedure))


def times_of(procedure: CaseProcedure) -> Times:
    """The times of a procedure, as they are held against the code."""
    return Times(
        acknowledge=procedure.acknowledge_days,
        reply=procedure.reply_days,
        extension=procedure.longest_extension,
        acknowledge_two=procedure.acknowledge_days_two,
        reply_two=procedure.reply_days_two,
        extension_two=procedure.longest_extension_two,
        accept_months=procedure.accept_months,
        counted_from=procedure.counted_from,
        has_stage_two=procedure.has_stage_two,
        may_pause=procedure.may_pause,
    )


def decided_so_far(case: Case) -> list[Triage]:
    """What was decided of a case before, the newest first; one query."""
    return list(case.triages.select_related("line", "by"))

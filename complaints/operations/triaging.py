"""Deciding what a case is, by the definition in force, and whether it is accepted."""

import datetime
from dataclasses import dataclass

from django.db import transaction

from complaints.choices import STAGE_ONE, STAGE_TWO, CaseKind, CaseStep, ClockKind, MessageKind, RefusalGround
from complaints.models import Case, CaseProcedure, DefinitionLine, PersonConcerned, Triage
from complaints.operations.answering import check_handler
from complaints.operations.clocks import acknowledged_on, call_off, start_stage, stop_clocks
from complaints.operations.messages import write_message
from complaints.operations.receiving import Told, receive_case
from complaints.operations.steps import NotNow, Stopped, begin, finish, write_entry
from complaints.rules.acceptance import MONTHS_TO_COMPLAIN, age_in_words, is_too_old
from council.audit import Conflict, claim_version
from council.models import User
from council.periods import local_day
from portfolios.models import Service


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What was decided of a case: which line of the definition it is under, by which procedure, for which service."""

    line: DefinitionLine
    procedure: CaseProcedure | None
    service: Service | None
    why: str = ""
    told_on: datetime.date | None = None


@transaction.atomic
def triage(
    case: Case,
    decided: Decided,
    *,
    expected: int,
    handler: User | None = None,
    by: User,
    at: datetime.datetime,
) -> Case:
    """Accepts a case as what the line of the definition makes it; another kind or procedure starts other clocks.

    Another procedure of the same kind does not ask for a second acknowledgement.

    Raises Stopped where the procedure is for another kind or day, and at stage 2 for another kind.
    """
    row = begin(case, CaseStep.TRIAGED, expected=expected)
    kind, procedure = decided.line.kind, decided.procedure
    _check(row, decided, at=at)
    check_handler(row, handler, stage=row.stage)
    if (row.kind, row.procedure_id) != (kind, procedure.pk if procedure else None):
        # Acknowledged as a request is not acknowledged as a complaint (Housing Ombudsman's Code, 6.2).
        told = acknowledged_on(row) if row.kind == kind else None
        call_off(row, on=local_day(at))
        row.kind, row.procedure = kind, procedure
        if procedure is not None:
            start_stage(row, procedure, stage=row.stage, on=row.received_on, acknowledged_on=told)
    _keep(row, decided, by=by, at=at)
    changes = {"kind": kind, "procedure": procedure, "service": decided.service}
    finish(row, CaseStep.TRIAGED, by=by, at=at, note=decided.why, **changes, handler=handler or row.handler)
    return row


def _check(row: Case, decided: Decided, *, at: datetime.datetime) -> None:
    kind, procedure, told_on = decided.line.kind, decided.procedure, decided.told_on
    if procedure is not None and procedure.kind != kind:
        sentence = f"“{procedure}” is not a procedure for this kind of case. Choose another."
        raise Stopped.because("procedure", sentence)
    if procedure is not None and procedure not in CaseProcedure.objects.in_force(row.received_on):
        sentence = f"“{procedure}” was not in force when the case came in. Choose another."
        raise Stopped.because("procedure", sentence)
    if row.stage == STAGE_TWO and (kind, procedure) != (row.kind, row.procedure):
        raise Stopped.because("line", "A case at stage 2 stays the complaint that it is, by its procedure.")
    if told_on is not None and not row.received_on <= told_on <= local_day(at):
        raise Stopped.because(
            "told_on", "Enter when the customer was told: not before the case came in, not after today."
        )


def _keep(row: Case, decided: Decided, *, by: User, at: datetime.datetime) -> None:
    Triage(
        case=row,
        line=decided.line,
        kind=decided.line.kind,
        why=decided.why,
        told_on=decided.told_on,
        at=at,
        by=by,
    ).save(force_insert=True)


@transaction.atomic
def refuse(
    case: Case, *, expected: int, ground: RefusalGround, why: str, by: User, at: datetime.datetime
) -> Case:
    """Does not accept a complaint, with the reasons and the right to take them to the Ombudsman (Code, 2.1 to 2.4).

    The customer is told by the same step. Raises Stopped without reasons.
    """
    row = begin(case, CaseStep.REFUSED, expected=expected)
    if row.stage != STAGE_ONE:
        raise Stopped.because("", "It was accepted and answered at stage 1, so stage 2 ends with a reply.")
    if not why:
        raise Stopped.because(
            "why", "Give the reasons: the customer may take this decision to the Ombudsman."
        )
    months = row.procedure.accept_months if row.procedure else MONTHS_TO_COMPLAIN
    if ground == RefusalGround.TOO_OLD and is_too_old(row.happened_on, row.received_on, months) is False:
        raise Stopped.because("ground", age_in_words(row.happened_on, row.received_on, months))
    day = local_day(at)
    stop_clocks(row, on=day, kinds=(ClockKind.ACKNOWLEDGEMENT,))
    call_off(row, on=day)
    Triage(
        case=row, kind=row.kind, is_accepted=False, ground=ground, why=why, told_on=day, at=at, by=by
    ).save(force_insert=True)
    entry = finish(row, CaseStep.REFUSED, by=by, at=at, note=why, closed_on=day)
    write_message(row, MessageKind.REFUSED, entry=entry, at=at, reason=why)
    return row


@transaction.atomic
def complain_of_response(
    request: Case, told: Told, *, expected: int, by: User | None, at: datetime.datetime
) -> Case:
    """Makes a complaint of a customer's dissatisfaction with the response to a request; work on it goes on (Code, 1.7).

    The complaint is a case of its own, counted from the day it was made. Raises NotNow for what is no request.
    """
    if request.kind != CaseKind.REQUEST:
        raise NotNow(request, CaseStep.COMPLAINED)
    if there := Case.objects.filter(sent_as=told.sent_as).first():
        return there
    row = Case.objects.filter(pk=request.pk).first()
    if row is None:
        raise Conflict(None)
    claim_version(row, expected=expected)
    told.kind, told.arose_from, told.customer = CaseKind.COMPLAINT, row, row.customer
    told.service = told.service or row.service
    if told.representative is None:
        told.representative, told.authority = row.representative, row.authority
    complaint = receive_case(told, received_at=at, by=by, at=at)
    # Whom the request is about, the complaint is about too: they see neither.
    PersonConcerned.objects.bulk_create(
        PersonConcerned(case=complaint, person=each.person, why=each.why)
        for each in row.people_concerned.select_related("person")
    )
    write_entry(row, CaseStep.COMPLAINED, by=by, at=at, note=f"Complaint {complaint.reference}")
    return complaint

"""Who has a case: moved to another service, noted on, and kept from whom it is about."""

import datetime

from django.db import transaction

from complaints.choices import CaseStep
from complaints.models import Case, PersonConcerned
from complaints.operations.answering import check_handler
from complaints.operations.steps import Stopped, begin, finish
from council.models import User
from portfolios.models import Person, Service


@transaction.atomic
def move(
    case: Case,
    *,
    service: Service,
    why: str,
    handler: User | None = None,
    expected: int,
    by: User,
    at: datetime.datetime,
) -> Case:
    """Moves a case to another service, whose officers see it from then on; its clocks go on.

    Whoever handled it has it no longer. Raises Stopped for the service that has it.
    """
    row = begin(case, CaseStep.MOVED, expected=expected)
    if row.service_id == service.pk:
        raise Stopped.because("service", f"It is with {service} already. Choose another service.")
    check_handler(row, handler, stage=row.stage)
    note = f"To {service}. {why}".strip()
    finish(row, CaseStep.MOVED, by=by, at=at, note=note, service=service, handler=handler)
    return row


@transaction.atomic
def add_note(case: Case, words: str, *, expected: int, by: User, at: datetime.datetime) -> Case:
    """Keeps what an officer has to say of a case; the customer does not see it on the page they follow."""
    row = begin(case, CaseStep.NOTED, expected=expected)
    finish(row, CaseStep.NOTED, by=by, at=at, note=words)
    return row


@transaction.atomic
def name_person_concerned(
    case: Case, person: Person, *, why: str = "", expected: int, by: User, at: datetime.datetime
) -> PersonConcerned:
    """Says that a case is about somebody of the council: they never see it, and do not handle it any more.

    Raises Stopped for whoever is named already.
    """
    row = begin(case, CaseStep.NOTED, expected=expected)
    if row.people_concerned.filter(person=person).exists():
        raise Stopped.because("person", f"{person} is named already. Choose somebody else.")
    named = PersonConcerned(case=row, person=person, why=why)
    named.full_clean(validate_unique=False)
    named.save(force_insert=True)
    is_handler = person.user_id is not None and person.user_id == row.handler_id
    changes = {"handler": None} if is_handler else {}
    finish(row, CaseStep.NOTED, by=by, at=at, note=f"{person} was named as concerned.", **changes)
    return named


@transaction.atomic
def take_off_person_concerned(
    case: Case, named: PersonConcerned, *, why: str, expected: int, by: User, at: datetime.datetime
) -> Case:
    """Says that a case is not about somebody after all, with the reason."""
    row = begin(case, CaseStep.NOTED, expected=expected)
    row.people_concerned.filter(pk=named.pk).delete()
    finish(row, CaseStep.NOTED, by=by, at=at, note=f"{named.person} is not concerned. {why}".strip())
    return row

"""Incidents: entered and changed, cases put under them, everybody told at once, and replied to when it is over."""

import datetime
from collections.abc import Iterable

from django.db import transaction

from complaints.choices import CaseStep, MessageKind
from complaints.models import Case, Incident, IncidentTelling, Message
from complaints.operations.answering import reply
from complaints.operations.messages import write_to_all
from complaints.operations.steps import NotNow, Stopped, begin, finish
from council.audit import Conflict, add_versioned, claim_version, save_versioned
from council.models import User
from council.periods import local_day

DETAILS = ("title", "service", "began_on", "over_on", "words")
Left = list[tuple[Case, str]]
"""Cases that were left as they were, each with the reason."""


@transaction.atomic
def add_incident(incident: Incident, *, by: User) -> Incident:
    """Enters an incident. Raises ValidationError for what is not fit to be kept."""
    add_versioned(incident, by=by)
    return incident


@transaction.atomic
def change_incident(incident: Incident, *, expected: int, by: User) -> Incident:
    """Saves a changed incident. Raises Conflict when somebody else saved first, ValidationError for what is not fit."""
    save_versioned(incident, expected=expected, by=by, update_fields=list(DETAILS))
    return incident


@transaction.atomic
def put_under(
    case: Case, incident: Incident, *, why: str = "", expected: int, by: User, at: datetime.datetime
) -> Case:
    """Makes a case one of those of an incident; its customer is told what all of them were told last.

    Raises Stopped where it is under it already.
    """
    row = begin(case, CaseStep.NOTED, expected=expected)
    if row.incident_id == incident.pk:
        raise Stopped.because("incident", f"It is under “{incident}” already. Choose another, or leave it.")
    note = f"Put under the incident “{incident}”. {why}".strip()
    finish(row, CaseStep.NOTED, by=by, at=at, note=note, incident=incident)
    # Whoever tells all holds the incident, so that nobody who joins at that moment is missed.
    Incident.objects.select_for_update().get(pk=incident.pk)
    if telling := incident.tellings.first():
        _tell(telling, [row], at=at)
    return row


@transaction.atomic
def take_off(case: Case, *, why: str = "", expected: int, by: User, at: datetime.datetime) -> Case:
    """Says that a case is not of an incident after all; what was sent stays. Raises Stopped where it is of none."""
    row = begin(case, CaseStep.NOTED, expected=expected)
    if row.incident is None:
        raise Stopped.because("", "This case is under no incident.")
    note = f"Taken off the incident “{row.incident}”. {why}".strip()
    finish(row, CaseStep.NOTED, by=by, at=at, note=note, incident=None)
    return row


def put_many_under(
    chosen: Iterable[tuple[Case, int]], *, incident: Incident, by: User, at: datetime.datetime
) -> tuple[list[Case], Left]:
    """Puts each case that still stands at the version read under the incident; the others with the reason."""
    done, left = [], []
    for case, expected in chosen:
        try:
            done.append(put_under(case, incident, expected=expected, by=by, at=at))
        except Conflict:
            left.append((case, "Somebody changed it meanwhile. Look at it again, then decide."))
        except (NotNow, Stopped) as problem:
            left.append((case, str(problem)))
    return done, left


@transaction.atomic
def tell_all(
    incident: Incident, words: str, *, expected: int, by: User, at: datetime.datetime
) -> tuple[IncidentTelling, int]:
    """Writes the same words to the customer of every case of the incident, once each; answers how many.

    The words are those of the incident from then on. Raises Conflict when somebody told them or changed the incident
    first, Stopped where no case is under it.
    """
    claim_version(incident, expected=expected)
    cases = list(incident.cases.select_related("customer", "representative", "procedure", "handler"))
    if not cases:
        raise Stopped.because("", "No case is under this incident yet, so there is nobody to tell.")
    Incident.objects.filter(pk=incident.pk).update(words=words)
    telling = IncidentTelling(incident=incident, words=words, at=at, by=by)
    telling.full_clean()
    telling.save(force_insert=True)
    return telling, _tell(telling, cases, at=at)


def reply_to_all(
    cases: Iterable[tuple[Case, int]],
    words: str,
    *,
    late_why: str = "",
    by: User,
    at: datetime.datetime,
) -> tuple[list[Case], Left]:
    """Replies to each case that may be replied to, in a transaction of its own; the others with the reason.

    Each goes the way of any reply: a case that nobody has decided on, or whose points are not answered, is left.
    """
    done, left = [], []
    for case, expected in cases:
        try:
            done.append(
                reply(case, words, expected=expected, on=local_day(at), late_why=late_why, by=by, at=at)
            )
        except Conflict:
            left.append((case, "Somebody changed it meanwhile. Look at it again, then decide."))
        except (NotNow, Stopped) as problem:
            left.append((case, str(problem)))
    return done, left


def _tell(telling: IncidentTelling, cases: list[Case], *, at: datetime.datetime) -> int:
    """Writes the words of a telling to those of the cases that have not had them; answers how many."""
    keys = {f"{case.pk}:telling-{telling.pk}": case for case in cases}
    for key in Message.objects.filter(key__in=list(keys)).values_list("key", flat=True):
        del keys[key]
    return write_to_all(keys, MessageKind.INCIDENT, at=at, reason=telling.words)

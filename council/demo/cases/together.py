"""What is done with cases and customers together: all of an incident told, two entries merged, somebody spoken for."""

import datetime

from complaints.choices import OPEN_STATES, ContactWay, MessageKind
from complaints.models import Case, Customer, Incident, Message
from complaints.operations.customers import merge_customers
from complaints.operations.incidents import put_many_under, tell_all
from complaints.operations.representing import represent
from council.demo.cases.asked import AGAIN, AGAIN_WORDS, INCIDENT_OVER_WORDS
from council.demo.cases.customers import ENTERED_TWICE, MERGED
from council.demo.cases.said import WASTE
from council.demo.days import ONE_DAY, moment
from council.demo.register import Register
from council.demo.rows import add

SO_FAR = 4
"""Open cases put under the incident that goes on."""
LATE_IN_THE_DAY = 0.98
"""After whatever else was done on a day."""


def bring_together(register: Register, customers: list[Customer], over: Incident) -> None:
    """By the verbs of the pages, on the last days before today."""
    _told(register, over)
    _going_on(register)
    _spoken_for(register)
    by, at = register.users["complaints"], moment(_last_day(register), 0.9)
    merge_customers(
        customers[MERGED],
        into=customers[ENTERED_TWICE[MERGED]],
        expected=1,
        expected_into=1,
        why="She told us that she had written before she moved.",
        by=by,
        at=at,
    )


def _last_day(register: Register) -> datetime.date:
    """The last working day before today, also where today is none."""
    return register.days.working_day(register.days.today - ONE_DAY, 0)


def _told(register: Register, incident: Incident) -> None:
    """Everybody of the missed round was told when all had told of it, and when it was over."""
    by = register.users["complaints"]
    after = register.days.working_day(incident.began_on, 1)
    for day, words in ((after, incident.words), (incident.over_on or after, INCIDENT_OVER_WORDS)):
        incident.refresh_from_db()
        tell_all(incident, words, expected=incident.version, by=by, at=moment(day, LATE_IN_THE_DAY))
        written = Message.objects.filter(kind=MessageKind.INCIDENT, sent_at=None)
        written.update(sent_at=moment(day, 1), attempts=1)


def _going_on(register: Register) -> None:
    """Another that goes on, with a few cases under it and nobody told yet."""
    by, began = register.users["complaints"], register.days.working_day(register.days.today, -2)
    about = Incident(title=AGAIN, service=register.services[WASTE], began_on=began, words=AGAIN_WORDS)
    [incident] = add([about], by=by, at=moment(began, 0.5))
    rows = Case.objects.filter(service=about.service, state__in=OPEN_STATES, incident=None)
    ticked = [(row, row.version) for row in rows.order_by("-received_at", "-pk")[:SO_FAR]]
    at = moment(_last_day(register), LATE_IN_THE_DAY)
    put_many_under(ticked, incident=incident, by=by, at=at)


def _spoken_for(register: Register) -> None:
    """The newest open case whose customer needs something done differently is spoken for by a neighbour."""
    at = moment(_last_day(register), 0.99)
    row = Case.objects.open().filter(incident=None).order_by("-received_at", "-pk").first()
    if row is None:
        return
    speaker = Customer(
        name="Marjoram Hollybank",
        email="marjoram.hollybank@example.com",
        way=ContactWay.EMAIL,
        adjustments="Please ring before noon.",
    )
    represent(
        row,
        speaker,
        authority="She is the customer’s daughter; he wrote to us that she speaks for him.",
        expected=row.version,
        by=register.users["complaints"],
        at=at,
    )

"""The cases that are measured: 50,000 with 200,000 entries over five years, and ten times that. Same each time."""

import datetime
import hashlib
import random
import uuid
from contextlib import suppress
from functools import cache
from importlib import import_module
from types import SimpleNamespace

from django.core.management.color import no_style
from django.db import DatabaseError, connection, transaction

from complaints.choices import CaseKind, CaseState, CaseStep, Channel, ClockKind
from complaints.models import (
    Case,
    CaseEntry,
    CaseNumber,
    CaseProcedure,
    Clock,
    Contact,
    Customer,
    Point,
)
from council.access import Role
from council.models import User
from portfolios.choices import ServiceLevel
from portfolios.models import Person, Service
from tests.bench.case_floor import SOUGHT

pieces = import_module("complaints.migrations.0005_words_of_cases_in_pieces")

CASES, ENTRIES_OF_ONE, CUSTOMERS = 50_000, 4, 20_000
OPEN_OF_A_THOUSAND, DAYS = 20, 5 * 365
SERVICES, HANDLERS = 24, 12
SPOKEN = (
    "the bin was not emptied although we put it out before seven and nobody rang us back so my mother had to carry "
    "it up the steps again because crew van road street path noise damp mould bill letter form desk phone officer "
    "reminder claim lesson pool swing branch glass light corner school bridge yard lorry gate fence hedge drain"
)
WORDS = SPOKEN.split()
SOUGHT_OF_A_THOUSAND = 5
"""How often the word that is sought occurs."""
STEPS = (CaseStep.RECEIVED, CaseStep.TRIAGED, CaseStep.ACKNOWLEDGED, CaseStep.REPLIED)
AT_ONCE = 2000


def build_cases(*, today):
    """All of them in a few bulk inserts; answers who reads them and which one is opened."""
    chance = random.Random(400)
    with transaction.atomic():
        services, handlers = _structure()
        customers = Customer.objects.bulk_create(
            (Customer(name=f"{_word(chance)} {_word(chance)} {number}") for number in range(CUSTOMERS)),
            AT_ONCE,
        )
        cases = [_case(number, today, chance, services, handlers, customers) for number in range(CASES)]
        Case.objects.bulk_create(cases, AT_ONCE)
        CaseNumber.objects.create(year=today.year, last=CASES * 20)
        CaseEntry.objects.bulk_create((each for case in cases for each in _entries(case)), AT_ONCE)
        Clock.objects.bulk_create((_clock(case) for case in cases), AT_ONCE)
        Contact.objects.bulk_create((_contact(case) for case in cases), AT_ONCE)
        Point.objects.bulk_create((Point(case=case, number=1, words=case.subject) for case in cases), AT_ONCE)
    return handlers[0], cases[CASES // 2].reference


def _structure():
    """Services, and the officers who handle their cases; the first of them sees all."""
    services = [
        Service(name=f"Service number {number}", level=ServiceLevel.SERVICE) for number in range(SERVICES)
    ]
    Service.objects.bulk_create(services)
    handlers = [
        User.objects.create_user(
            f"handler{number}",
            password=None,
            role=Role.OFFICER if number else Role.COMPLAINTS_OFFICER,
            first_name="Officer",
            last_name=f"Number {number}",
        )
        for number in range(HANDLERS)
    ]
    Person.objects.bulk_create(Person(name=str(each), user=each) for each in handlers)
    return services, handlers


def _word(chance):
    return chance.choice(WORDS).capitalize()


def _case(number, today, chance, services, handlers, customers):
    is_open = number % 1000 < OPEN_OF_A_THOUSAND
    day = today - datetime.timedelta(days=chance.randrange(14) if is_open else 20 + chance.randrange(DAYS))
    words = _words(chance)
    due, over = day + datetime.timedelta(days=10), day + datetime.timedelta(days=9)
    return Case(
        reference=f"C-{day.year}-{number + 100_000}",
        kind=CaseKind.COMPLAINT,
        asked_as=CaseKind.COMPLAINT,
        channel=chance.choice(Channel.values),
        customer=chance.choice(customers),
        service=chance.choice(services),
        handler=chance.choice(handlers),
        subject=" ".join(words[:4]),
        words=" ".join(words),
        received_at=datetime.datetime.combine(day, datetime.time(9, number % 60), datetime.UTC),
        received_on=day,
        procedure=_procedure(),
        state=chance.choice((CaseState.WAITING, CaseState.IN_HAND)) if is_open else CaseState.CLOSED,
        due_on=due if is_open else None,
        due_for=ClockKind.REPLY if is_open else "",
        replied_on=None if is_open else over,
        closed_on=None if is_open else over,
        link_nonce=str(number),
        link_hash=hashlib.sha256(str(number).encode()).hexdigest()[:50],
        sent_as=uuid.UUID(int=number + 1),
        version=ENTRIES_OF_ONE,
    )


def _words(chance):
    words = chance.choices(WORDS, k=30)
    if chance.random() * 1000 < SOUGHT_OF_A_THOUSAND:
        words[7] = SOUGHT
    return words


@cache
def _procedure():
    """Read once for all fifty thousand."""
    return CaseProcedure.objects.usual(CaseKind.COMPLAINT, day=datetime.date(2026, 1, 1))


def _entries(case):
    for number, step in enumerate(STEPS, start=1):
        at = case.received_at + datetime.timedelta(days=number)
        yield CaseEntry(
            case=case,
            number=number,
            step=step,
            state=case.state,
            stage=1,
            due_on=case.due_on,
            at=at,
            by=case.handler,
        )


def _clock(case):
    due = case.received_on + datetime.timedelta(days=10)
    return Clock(
        case=case,
        stage=1,
        kind=ClockKind.REPLY,
        started_on=case.received_on,
        working_days=10,
        first_due_on=due,
        due_on=due,
        rule="Complaint Handling Code, 6.3",
        done_on=case.replied_on,
    )


def _contact(case):
    return Contact(customer=case.customer, case=case, channel=case.channel, at=case.received_at)


# What differs in a copy; all else is the same. `n` is the number of the copy, `far` how far keys lie apart.
FAR = 10_000_000
CHANGED = {
    Customer: {"merged_into_id": "merged_into_id"},
    Case: {
        "reference": "'D-' || {n} || substr(reference, 2)",
        "customer_id": "customer_id + {far}",
        "link_hash": "substr(link_hash, 1, 50) || '-' || {n}",
        "sent_as": "{uuid}",
    },
    CaseEntry: {"case_id": "case_id + {far}"},
    Clock: {"case_id": "case_id + {far}"},
    Contact: {"case_id": "case_id + {far}", "customer_id": "customer_id + {far}"},
    Point: {"case_id": "case_id + {far}"},
}


def copy_cases(times):
    """Makes so many times as many of what is there, within the database; its indexes of words are made afterwards."""
    editor = SimpleNamespace(connection=connection)
    pieces.drop_pieces(None, editor)
    with connection.cursor() as cursor:
        _trust(cursor)
        with transaction.atomic():
            for n in range(1, times):
                for model, changed in CHANGED.items():
                    cursor.execute(_copying(model, changed, n))
        for statement in connection.ops.sequence_reset_sql(no_style(), list(CHANGED)):
            cursor.execute(statement)
    pieces.index_pieces(None, editor)


def _trust(cursor):
    """Keeps the database from looking up what each copy names, where it lets us: it was there in the first."""
    if connection.vendor == "sqlite":
        cursor.execute("PRAGMA foreign_keys = OFF")
        return
    with suppress(DatabaseError):
        cursor.execute("SET session_replication_role = replica")
    cursor.execute("SET synchronous_commit = off")
    cursor.execute("SET maintenance_work_mem = '256MB'")


def _copying(model, changed, n):
    columns = [field.column for field in model._meta.concrete_fields]
    on_postgresql = connection.vendor == "postgresql"
    facts = {
        "n": n,
        "far": n * FAR,
        "uuid": "gen_random_uuid()" if on_postgresql else "lower(hex(randomblob(16)))",
    }
    taken = [
        f"id + {n * FAR}" if column == "id" else changed.get(column, f'"{column}"').format(**facts)
        for column in columns
    ]
    listed = ", ".join(f'"{column}"' for column in columns)
    name = model._meta.db_table
    return f"INSERT INTO {name} ({listed}) SELECT {', '.join(taken)} FROM {name} WHERE id < {FAR}"


def settle():
    """Lets the database count what it holds, as it does by itself in time."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")

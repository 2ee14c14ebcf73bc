"""Cases for the council of `scene`: complaints of its service at every step, each with points, entries and messages."""

import datetime

from complaints.choices import Channel, Finding, LookKind, MessageKind, RedressKind
from complaints.models import (
    Case,
    CaseProcedure,
    Cause,
    Customer,
    DefinitionLine,
    Incident,
    Message,
    Remedy,
    RetentionRun,
    Survey,
    SurveyRequest,
)
from complaints.operations.answering import answer_point, list_points
from complaints.operations.asking import ask_customers
from complaints.operations.attachments import attach, put_to_wait
from complaints.operations.customers import add_customer, merge_customers
from complaints.operations.ending import promise_remedy, withdraw
from complaints.operations.handing_over import add_note, name_person_concerned
from complaints.operations.holds import hold_case
from complaints.operations.incidents import add_incident, put_under, tell_all
from complaints.operations.looks import keep_look
from complaints.operations.telling import hear
from complaints.operations.triaging import Decided, triage
from council.models import User
from portfolios.models import Service
from tests.factories import PersonFactory, PostFactory
from tests.factories.complaints import case

AT = datetime.datetime(2026, 10, 9, 9, 0, tzinfo=datetime.UTC)


def complained(rows: int, service: Service, users: dict[str, User]) -> dict[str, object]:
    """As many complaints as rows, the first with as many points; each accepted, and next to be acknowledged."""
    made = [_accepted(rows if number == 0 else 1, service, users["officer"]) for number in range(rows)]
    files = [put_to_wait(f"letter {number}.txt", b"Dear council", at=AT) for number in range(rows)]
    return {
        **_customers(rows, made[0], users["complaints officer"]),
        "incident": _incident(rows, made, service, users["officer"]),
        "case": made[0],
        "attachment": attach(made[0], files, by=None, at=AT)[0],
        "survey_request": _asked(rows, service, users["officer"]),
        "remedy": _much_done(rows, made[0], users["officer"]),
        "letter": Message.objects.create(
            case=made[0],
            kind=MessageKind.NOTE,
            subject="A word",
            body="Dear customer",
            written_at=AT,
            key="letter",
        ),
        "customer": _asked_again(rows, made[0], users["complaints officer"]),
    }


def _asked(rows: int, service: Service, officer: User) -> SurveyRequest:
    """As many withdrawn complaints whose customers were asked how it went; what is asked of the first."""
    Survey.objects.create(name="How did we do?", starts_on=datetime.date(2026, 4, 1))
    for _ in range(rows):
        row = _accepted(1, service, officer)
        withdraw(row, expected=row.version, why="It was found", by=officer, at=AT)
    ask_customers(on=datetime.date(2026, 10, 12), at=AT + datetime.timedelta(days=3))
    return SurveyRequest.objects.earliest("pk")


def _asked_again(rows: int, first: Case, team: User) -> Customer:
    """As many cases of one customer as rows, each looked at and on hold; and as many runs of retention."""
    customer = first.customer
    for _ in range(rows):
        row = case(received_at=AT, customer=customer)
        keep_look(team, LookKind.CASE, at=AT, case=row, customer=customer)
        hold_case(row, why="Before the court", expected=row.version, by=team, at=AT)
        RetentionRun.objects.create(began_at=AT)
    return customer


def _much_done(rows: int, case: Case, officer: User) -> Remedy:
    """As many notes, answers and remedies as rows, and somebody concerned; the first remedy."""
    post = PostFactory(service=case.service)
    name_person_concerned(case, PersonFactory(), expected=case.version, by=officer, at=AT)
    for number in range(rows):
        case.refresh_from_db()
        add_note(case, f"Note {number}", expected=case.version, by=officer, at=AT)
        case.refresh_from_db()
        remedy = Remedy(case=case, kind=RedressKind.ACT, what=f"Do it {number}", owner=post, due_on=AT.date())
        promise_remedy(remedy, expected=case.version, by=officer, at=AT)
        point = case.points.get(number=number + 1)
        case.refresh_from_db()
        point.case = case
        said = {"finding": Finding.UPHELD, "words": "It was late.", "cause": Cause.objects.first()}
        answer_point(point, expected=case.version, by=officer, at=AT, **said)
    case.refresh_from_db()
    return case.remedies.earliest("pk")


def _accepted(points: int, service: Service, officer: User) -> Case:
    row = case(received_at=AT, service=service)
    decided = Decided(
        line=DefinitionLine.objects.get(number="1.4"),
        procedure=CaseProcedure.objects.get(kind="complaint", is_usual=True),
        service=service,
    )
    row = triage(row, decided, expected=row.version, handler=officer, by=officer, at=AT)
    words = [f"Point {number}" for number in range(points)]
    return list_points(row, words, expected=row.version, by=officer, at=AT)


def _customers(rows: int, case: Case, by: User) -> dict[str, object]:
    """As many entries merged into the customer of the case as rows, and as many who may be somebody else."""
    customer, other = (
        case.customer,
        add_customer(Customer(name="Ada Quill", postcode="XW1 1AA"), by=by, at=AT),
    )
    for number in range(rows):
        for name in ("Bo Reed", "Ada Quill"):
            row = add_customer(Customer(name=name, postcode=f"XW1 {number}AA"), by=by, at=AT)
            versions = {"expected": row.version, "expected_into": _version(customer)}
            if name == "Bo Reed":
                merge_customers(row, into=customer, why="Said so", by=by, at=AT, **versions)
            else:
                add_customer(Customer(name=name, postcode=f"XW1 {number}AA"), by=by, at=AT)
        hear(case, f"Heard {number}", expected=case.version, channel=Channel.PHONE, by=by, at=AT)
        keep_look(by, LookKind.CUSTOMER, at=AT, customer=customer)
        case.refresh_from_db()
    merged = Customer.objects.filter(merged_into=customer).earliest("pk")
    return {"customer": customer, "other_customer": other, "merged_customer": merged}


def _version(customer: Customer) -> int:
    customer.refresh_from_db()
    return customer.version


def _incident(rows: int, cases: list[Case], service: Service, by: User) -> Incident:
    """As many incidents as rows; every case is under the first, which went on when they came in and was told of."""
    made = [Incident(title=f"Missed round {number}", service=service) for number in range(rows)]
    for new in made:
        new.began_on = AT.date()
        add_incident(new, by=by)
    first = made[0]
    for each in cases:
        each.refresh_from_db()
        put_under(each, first, expected=each.version, by=by, at=AT)
        each.refresh_from_db()
    for number in range(rows):
        first.refresh_from_db()
        tell_all(first, f"It is put right {number}", expected=first.version, by=by, at=AT)
    return first

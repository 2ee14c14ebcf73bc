"""Cases for the council of `scene`: complaints of its service at every step, each with points, entries and messages."""

import datetime

from complaints.models import Case, CaseProcedure, DefinitionLine
from complaints.operations.answering import list_points
from complaints.operations.attachments import attach, put_to_wait
from complaints.operations.triaging import Decided, triage
from council.models import User
from portfolios.models import Service
from tests.factories.complaints import case

AT = datetime.datetime(2026, 10, 9, 9, 0, tzinfo=datetime.UTC)


def complained(rows: int, service: Service, users: dict[str, User]) -> dict[str, object]:
    """As many complaints as rows, the first with as many points; each accepted, and next to be acknowledged."""
    made = [_accepted(rows if number == 0 else 1, service, users["officer"]) for number in range(rows)]
    files = [put_to_wait(f"letter {number}.txt", b"Dear council", at=AT) for number in range(rows)]
    return {"case": made[0], "attachment": attach(made[0], files, by=None, at=AT)[0]}


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

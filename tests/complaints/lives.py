"""Cases brought to where a test needs them, by the verbs that officers use themselves."""

import datetime

from complaints.choices import Finding
from complaints.models import Case, CaseProcedure, Clock, DefinitionLine, Point
from complaints.operations.answering import answer_point, list_points, reply
from complaints.operations.triaging import Decided, triage
from tests.factories.complaints import case


def at(day, hour=10):
    return datetime.datetime.fromisoformat(f"{day}T{hour:02}:00:00+00:00")


def day(text):
    return datetime.date.fromisoformat(text)


def line(number):
    return DefinitionLine.objects.get(number=number)


def usual(kind="complaint"):
    return CaseProcedure.objects.get(kind=kind, is_usual=True)


def accepted(row, by, service, *, on="2026-10-12", number="1.4", handler=None, **stated):
    decided = Decided(line=line(number), procedure=usual(line(number).kind), service=service, **stated)
    return triage(row, decided, expected=row.version, handler=handler or by, by=by, at=at(on))


def in_hand(by, service, *, on="2026-10-12", points=("My bin was not emptied",), **stated):
    row = accepted(case(**stated), by, service, on=on)
    return list_points(row, list(points), expected=row.version, by=by, at=at(on))


def answered(row, by, *, finding=Finding.UPHELD, on="2026-10-13", words="It was missed."):
    for point in Point.objects.filter(case=row):
        point.case = row = Case.objects.get(pk=row.pk)
        answer_point(
            point,
            expected=row.version,
            finding=finding,
            words=words,
            cause=None,
            by=by,
            at=at(on),
        )
    return Case.objects.get(pk=row.pk)


def replied(by, service, *, on="2026-10-14"):
    row = answered(in_hand(by, service), by)
    return reply(row, "We are sorry.", expected=row.version, on=day(on), by=by, at=at(on))


def clocks(row):
    rows = Clock.objects.filter(case=row).order_by("pk")
    return [
        (each.stage, each.kind, str(each.due_on), str(each.done_on or each.called_off_on)) for each in rows
    ]

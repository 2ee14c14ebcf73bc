"""Builds the portfolios with their holders over time, and the bodies with their seats."""

import datetime
from collections.abc import Iterator
from functools import partial

from council.demo.answering import build_answering
from council.demo.days import ONE_DAY, DemoDays
from council.demo.members import (
    ADVISER,
    BODIES,
    CHAIR,
    EVERYBODY,
    HOLDERS,
    HOLDERS_SIT_ON,
    MEMBER,
    PORTFOLIOS,
    VACATED,
    VICE_CHAIR,
    DemoBody,
)
from council.demo.people import COUNCILLORS
from council.demo.register import SET_UP, Register
from council.demo.rows import add
from performance.models import MunicipalYear
from portfolios.models import Appointment, Body, BodyName, Portfolio, Seat

DAYS_SINCE_VACATED = 24
MEETINGS = 8


def build_democracy(register: Register) -> None:
    """Municipal years, portfolios, holders, responsibilities, bodies and seats."""
    when, admin, days = register.set_up_at, register.admin, register.days
    add(
        (MunicipalYear(starts_on=days.meeting_before(back)) for back in range(-1, MEETINGS)),
        by=admin,
        at=when,
    )
    rows = [
        Portfolio(name=name, summary=summary, starts_on=_meeting(days, 6)) for name, summary in PORTFOLIOS
    ]
    portfolios = {row.name: row for row in add(rows, by=admin, at=when, why=SET_UP)}
    add(_appointments(register, portfolios), by=admin, at=when, why=SET_UP)
    bodies = _add_bodies(register)
    build_answering(register, portfolios, bodies, partial(_meeting, days))


def vacated_on(days: DemoDays) -> datetime.date:
    """The last day on which the portfolio that is vacant now was held."""
    return days.today - DAYS_SINCE_VACATED * ONE_DAY


def _appointments(register: Register, portfolios: dict[str, Portfolio]) -> Iterator[Appointment]:
    days = register.days
    for portfolio, holder, since, until in HOLDERS:
        yield Appointment(
            portfolio=portfolios[portfolio],
            person=register.people[holder],
            starts_on=_meeting(days, since),
            ends_on=_until(days, until),
        )
    portfolio, holder, since, why = VACATED
    yield Appointment(
        portfolio=portfolios[portfolio],
        person=register.people[holder],
        starts_on=_meeting(days, since),
        ends_on=vacated_on(days),
        explanation=why,
    )


def _add_bodies(register: Register) -> dict[str, Body]:
    """From the top down, since each names the one above it."""
    days, admin, when = register.days, register.admin, register.set_up_at
    bodies: dict[str, Body] = {}
    for body in BODIES:
        row = Body(
            name=body.name,
            kind=body.kind,
            purpose=body.purpose,
            parent=bodies.get(body.above),
            starts_on=_meeting(days, 6),
            ends_on=_until(days, body.ended),
        )
        [bodies[body.name]] = add([row], by=admin, at=when, why=SET_UP)
    names = [
        BodyName(body=bodies[body.name], name=name, ends_on=_until(days, until))
        for body in BODIES
        for name, until in body.other_names
    ]
    add(names, by=admin, at=when)
    seats = [seat for body in BODIES for seat in _seats(register, body, bodies[body.name])]
    add(seats, by=admin, at=when, why=SET_UP)
    return bodies


def _seats(register: Register, body: DemoBody, row: Body) -> Iterator[Seat]:
    """From the last annual meeting, which fills them; those of a body that has ended, until its end."""
    days = register.days
    since = _meeting(days, 0 if body.ended is None else body.ended + 1)
    members = body.members
    if body.name == EVERYBODY:
        members = COUNCILLORS
    elif body.name == HOLDERS_SIT_ON:
        members = tuple(dict.fromkeys(holder for _, holder, _, until in HOLDERS if until is None))
    officers = (body.chair, body.vice_chair)
    people = [(body.chair, CHAIR), (body.vice_chair, VICE_CHAIR)]
    people += [(name, MEMBER) for name in members if name not in officers]
    for name, role in people:
        if name:
            person = register.people[name]
            yield Seat(body=row, person=person, role=role, starts_on=since, ends_on=row.ends_on)
    post_role = MEMBER if not body.chair else ADVISER
    for title in body.posts:
        post = register.posts[title]
        yield Seat(body=row, post=post, role=post_role, starts_on=since, ends_on=row.ends_on)


def _meeting(days: DemoDays, meetings_ago: float) -> datetime.date:
    """The annual meeting so many ago; with a half, the first Tuesday of December after the one before."""
    whole = int(meetings_ago)
    if whole == meetings_ago:
        return days.meeting_before(whole)
    first = datetime.date(days.meeting_before(whole + 1).year, 12, 1)
    return first + (1 - first.weekday()) % 7 * ONE_DAY


def _until(days: DemoDays, meetings_ago: float | None) -> datetime.date | None:
    return None if meetings_ago is None else _meeting(days, meetings_ago) - ONE_DAY

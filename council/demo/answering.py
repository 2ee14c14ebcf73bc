"""Builds who answers for which aspect of the demo council's services, with the gaps that a real council would have."""

import datetime
from collections.abc import Callable, Iterator

from council.demo.days import ONE_DAY
from council.demo.register import SET_UP, Register
from council.demo.remits_2005 import ANNUAL_MEETING_2005, BEGAN, DEVELOPMENT, E_GOVERNMENT, ENDED
from council.demo.responsible import (
    ADVICE,
    BY_BODIES,
    BY_POSTS,
    CONFUSION,
    CUSTOM_2005,
    CUSTOMERS,
    CUSTOMERS_2005,
    DELIVERY,
    DELIVERY_2005,
    INFORMAL_LEAD,
    POLICY,
    PORTFOLIOS_ANSWER_FOR,
    words_for,
)
from council.demo.rows import add
from portfolios.choices import Basis, FindingStatus, MeetingKind
from portfolios.models import Body, Finding, Meeting, Portfolio, Responsibility


def build_answering(
    register: Register,
    portfolios: dict[str, Portfolio],
    bodies: dict[str, Body],
    meeting: Callable[[float], datetime.date],
) -> None:
    """Responsibilities by aspect, findings, and the annual meetings before and after the day."""
    rows = [
        *_of_portfolios(register, portfolios, meeting),
        *_of_bodies_and_posts(register, bodies, meeting),
        _informal(register, portfolios, meeting),
    ]
    add(rows, by=register.admin, at=register.set_up_at, why=SET_UP)
    add(_findings(register, bodies), by=register.admin, at=register.set_up_at, why="Received.")
    annual = [
        Meeting(body=bodies["Council"], kind=MeetingKind.ANNUAL, held_on=meeting(back)) for back in (0, -1)
    ]
    add(annual, by=register.admin, at=register.set_up_at, why=SET_UP)


def _of_portfolios(
    register: Register, portfolios: dict[str, Portfolio], meeting: Callable[[float], datetime.date]
) -> Iterator[Responsibility]:
    for service, portfolio, since, until in PORTFOLIOS_ANSWER_FOR:
        for aspect in (POLICY, DELIVERY):
            yield Responsibility(
                service=register.services[service],
                aspect=aspect,
                portfolio=portfolios[portfolio],
                evidence=words_for(service, aspect),
                starts_on=meeting(since),
                ends_on=None if until is None else meeting(until) - ONE_DAY,
            )


def _of_bodies_and_posts(
    register: Register, bodies: dict[str, Body], meeting: Callable[[float], datetime.date]
) -> Iterator[Responsibility]:
    since = meeting(4)
    for service, aspect, body, words in BY_BODIES:
        row = register.services[service]
        yield Responsibility(service=row, aspect=aspect, body=bodies[body], evidence=words, starts_on=since)
    for service, aspect, post, words in BY_POSTS:
        row = register.services[service]
        yield Responsibility(
            service=row, aspect=aspect, post=register.posts[post], evidence=words, starts_on=since
        )


def _informal(
    register: Register, portfolios: dict[str, Portfolio], meeting: Callable[[float], datetime.date]
) -> Responsibility:
    function, portfolio, since, how = INFORMAL_LEAD
    return Responsibility(
        service=register.services[function],
        aspect=DELIVERY,
        portfolio=portfolios[portfolio],
        basis=Basis.INFORMAL,
        evidence=how,
        starts_on=meeting(since),
    )


def _findings(register: Register, bodies: dict[str, Body]) -> Iterator[Finding]:
    today, working_day = register.days.today, register.days.working_day
    title, made_by, words, service = CONFUSION
    yield Finding(
        title=title,
        made_by=made_by,
        status=FindingStatus.DRAFT,
        quotation=words,
        received_on=working_day(today, -30),
        service=register.services[service],
        body=bodies["Cabinet"],
        is_about_responsibility=True,
    )
    title, made_by, words, service = ADVICE
    received = working_day(today, -75)
    yield Finding(
        title=title,
        made_by=made_by,
        status=FindingStatus.FINAL,
        quotation=words,
        received_on=received,
        final_on=received,
        service=register.services[service],
        body=bodies["Cabinet"],
    )


def build_answering_2005(register: Register) -> None:
    """Who answered for planning and for customers around the annual meeting of 2005, when both remits changed."""
    old = {each.name: each for each in Portfolio.objects.filter(name__in=[DEVELOPMENT, E_GOVERNMENT])}
    day_before = ANNUAL_MEETING_2005 - ONE_DAY
    rows = [
        Responsibility(
            service=register.services[service],
            aspect=aspect,
            portfolio=old[portfolio],
            basis=Basis.INFORMAL if until == day_before else Basis.EXPRESS,
            evidence=words,
            starts_on=since,
            ends_on=until,
        )
        for service, aspect, portfolio, words, since, until in (
            ("Planning", POLICY, DEVELOPMENT, "Remit: “planning policy”.", BEGAN, ENDED),
            *(
                (service, DELIVERY, DEVELOPMENT, DELIVERY_2005, ANNUAL_MEETING_2005, ENDED)
                for service in ("Planning", "Building Control")
            ),
            (CUSTOMERS, DELIVERY, E_GOVERNMENT, CUSTOM_2005, BEGAN, day_before),
            (CUSTOMERS, DELIVERY, E_GOVERNMENT, CUSTOMERS_2005, ANNUAL_MEETING_2005, ENDED),
        )
    ]
    add(rows, by=register.admin, at=register.set_up_at, why=SET_UP)

"""Who answers for each aspect of every service on a day: five queries, then plain lookups."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from council.folding import fold
from portfolios.choices import Aspect, Basis, ServiceLevel
from portfolios.figures.lines import line_above, people_by_post
from portfolios.figures.names import name_then
from portfolios.figures.remits import RemitRegister
from portfolios.figures.resting import WordsOfDay, words_of_day
from portfolios.models import Appointment, Portfolio, Responsibility, Service
from portfolios.rules.responsibility import (
    Answering,
    Responsible,
    ServiceAnswers,
    aspect_line,
    nearest_first,
)
from portfolios.rules.sought import Sought


@dataclass(frozen=True)
class PortfolioThen:
    """A portfolio as it stood on a day: the name it had, and every time in it, whenever that was."""

    row: Portfolio
    name: str
    appointments: list[Appointment] = field(default_factory=list)

    def held_by(self, day: datetime.date) -> tuple[str, ...]:
        """Who held it on the day."""
        return tuple(each.person.name for each in self.appointments if each.is_on(day))


@dataclass(frozen=True)
class Answers:
    """The whole council on a day, service by service."""

    day: datetime.date
    rows: dict[int, Service]
    portfolios: dict[int, PortfolioThen]
    people: dict[int, list[str]]
    """The names of those who hold each post, by post id."""
    services: dict[int, ServiceAnswers]
    """In the order of the tree: each directly before what stands below it."""

    @cached_property
    def folded(self) -> dict[int, str]:
        """The names as a search sees them."""
        return {pk: fold(each.name) for pk, each in self.services.items()}

    def found(self, sought: Sought) -> list[ServiceAnswers]:
        """The services whose name holds every word, the nearest first."""
        named = [each for each in self.services.values() if sought.is_in(each.name)]
        return nearest_first(named, sought.text, self.folded)

    def below(self, pk: int) -> list[ServiceAnswers]:
        """All that stands below a service."""
        return [each for each in self.services.values() if pk in each.above]

    def by_top(self) -> dict[str, list[ServiceAnswers]]:
        """All services under the names of the tops of the tree; what is across the council stands together."""
        tops: dict[str, list[ServiceAnswers]] = defaultdict(list)
        for each in self.services.values():
            is_across = each.level == ServiceLevel.CORPORATE and not each.above
            tops[each.level.label if is_across else [*each.path, each.name][0]].append(each)
        return dict(tops)

    def answered_by(self, kind: Answering, pk: int) -> list[ServiceAnswers]:
        """The services for which a portfolio or body has rows of its own; what stands below them follows."""
        return [
            each
            for each in self.services.values()
            if any(
                who.kind == kind and who.pk == pk and who.is_own
                for line in each.aspects
                for who in line.responsible
            )
        ]


def answers(*, day: datetime.date, register: RemitRegister | None = None) -> Answers:
    """Who answers for what on the day; five queries. With the remits also whether they say so on that day."""
    rows = {row.pk: row for row in Service.objects.select_related("manager")}
    portfolios = portfolios_then(day=day)
    people = people_by_post(day=day)
    recorded: dict[tuple[int, str], list[Responsible]] = defaultdict(list)
    held = Responsibility.objects.on(day).select_related("body", "post")
    said = words_of_day(register, day) if register else None
    for row in held.order_by("starts_on", "pk"):
        recorded[row.service_id, row.aspect].append(_responsible(row, portfolios, people, day, said))
    parents = {row.parent_id for row in rows.values()}
    lines = {pk: line_above(row, rows) for pk, row in rows.items()}
    services = {}
    for row in sorted(rows.values(), key=lambda row: _place(lines[row.pk])):
        services[row.pk] = _service(lines[row.pk], recorded, has_below=row.pk in parents)
    return Answers(day, rows, portfolios, people, services)


def portfolios_then(*, day: datetime.date) -> dict[int, PortfolioThen]:
    """Every portfolio under its name of the day, with its holders of all times; two queries."""
    found = {row.pk: PortfolioThen(row, name_then(row)) for row in Portfolio.objects.named_on(day)}
    for appointment in Appointment.objects.select_related("person").order_by("starts_on", "pk"):
        found[appointment.portfolio_id].appointments.append(appointment)
    return found


def _place(line: list[Service]) -> list[tuple[bool, str, int]]:
    """Where a service stands in the tree; what is across the council comes after the directorates."""
    return [(each.level == ServiceLevel.CORPORATE, fold(each.name), each.pk) for each in reversed(line)]


def _service(
    line: list[Service], recorded: dict[tuple[int, str], list[Responsible]], *, has_below: bool
) -> ServiceAnswers:
    row, above = line[0], list(reversed(line[1:]))
    leaves_below = row.level == ServiceLevel.DIRECTORATE and has_below
    aspects = tuple(
        aspect_line(
            aspect,
            [(each.name, recorded.get((each.pk, aspect), ())) for each in line],
            may_leave_below=leaves_below,
        )
        for aspect in Aspect
    )
    return ServiceAnswers(
        pk=row.pk,
        name=row.name,
        level=ServiceLevel(row.level),
        above=tuple(each.pk for each in above),
        path=tuple(each.name for each in above),
        aspects=aspects,
        url=row.get_absolute_url(),
        has_below=has_below,
    )


def _responsible(
    row: Responsibility,
    portfolios: dict[int, PortfolioThen],
    people: dict[int, list[str]],
    day: datetime.date,
    said: WordsOfDay | None,
) -> Responsible:
    is_express, evidence = row.basis == Basis.EXPRESS, row.evidence
    if row.portfolio_id:
        then = portfolios[row.portfolio_id]
        return Responsible(
            kind=Answering.PORTFOLIO,
            pk=then.row.pk,
            name=then.name,
            held_by=then.held_by(day),
            is_express=is_express,
            evidence=evidence,
            missing=said.missing(row, is_whole=not then.row.remit_is_partial) if said else (),
            ended_on=_ended(then.row.ends_on, day),
            url=then.row.get_absolute_url(),
        )
    if row.body:
        return Responsible(
            kind=Answering.BODY,
            pk=row.body.pk,
            name=row.body.name,
            is_express=is_express,
            evidence=evidence,
            body_kind=row.body.kind,
            ended_on=_ended(row.body.ends_on, day),
            url=row.body.get_absolute_url(),
        )
    return Responsible(
        kind=Answering.POST,
        pk=row.post_id or 0,
        name=str(row.post),
        held_by=tuple(people.get(row.post_id or 0, [])),
        is_express=is_express,
        evidence=evidence,
    )


def _ended(last: datetime.date | None, day: datetime.date) -> datetime.date | None:
    return last if last and last < day else None


def vacant(portfolios: Iterable[PortfolioThen], *, day: datetime.date) -> list[PortfolioThen]:
    """The portfolios in being on the day that nobody held."""
    return [each for each in portfolios if each.row.is_on(day) and not each.held_by(day)]

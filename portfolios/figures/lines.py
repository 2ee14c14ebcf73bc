"""Who answers for what on a day: portfolios and their holders, services and managers, posts and people."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from portfolios.choices import Basis, ServiceLevel
from portfolios.figures.names import NamedPortfolio, name_then, portfolio_of
from portfolios.models import Appointment, Body, Portfolio, Post, Responsibility, Seat, Service, Tenure
from portfolios.rules.responsibility import Held, portfolios_up


@dataclass(frozen=True)
class PortfolioLine:
    """A portfolio with who holds it on the day, since when, and the services it answers for."""

    portfolio: Portfolio
    name: str
    """As it was called on the day."""
    holder: str
    since: datetime.date | None
    services: list[Service]

    @property
    def services_in_words(self) -> str:
        return ", ".join(service.name for service in self.services)


@dataclass(frozen=True)
class ServiceLine:
    """A service with its place in the tree, the post that answers for it and its portfolios on the day."""

    service: Service
    path: str
    manager: Post | None
    people: str
    portfolios: list[NamedPortfolio]

    @property
    def name(self) -> str:
        return self.service.name

    @property
    def manager_in_words(self) -> str:
        return str(self.manager or "")

    @property
    def portfolios_in_words(self) -> str:
        """Empty where nobody answers for a service; a directorate may leave that to its services."""
        if not self.portfolios and self.service.level == ServiceLevel.DIRECTORATE:
            return "Service by service"
        return ", ".join(portfolio.name for portfolio in self.portfolios)


@dataclass(frozen=True)
class PostLine:
    """A post with who holds it on the day and the other titles that papers use for it."""

    post: Post
    people: str
    other_titles: str

    @property
    def title(self) -> str:
        return self.post.title


@dataclass(frozen=True)
class BodyLine:
    """A body with its other names and how many seats are filled on the day."""

    body: Body
    other_names: str
    seats: int

    @property
    def name(self) -> str:
        return self.body.name


def portfolio_lines(*, day: datetime.date) -> list[PortfolioLine]:
    """Every portfolio in being on the day; three queries."""
    holders: dict[int, Appointment] = {}
    for appointment in Appointment.objects.on(day).select_related("person").order_by("-starts_on"):
        holders.setdefault(appointment.portfolio_id, appointment)
    services: dict[int, list[Service]] = defaultdict(list)
    for held in (
        Responsibility.objects.of_portfolios().on(day).select_related("service").order_by("service__name")
    ):
        if held.service not in services[held.portfolio_id]:
            services[held.portfolio_id].append(held.service)
    return [
        PortfolioLine(
            portfolio=portfolio,
            name=name_then(portfolio),
            holder=holders[portfolio.pk].person.name if portfolio.pk in holders else "",
            since=holders[portfolio.pk].starts_on if portfolio.pk in holders else None,
            services=services[portfolio.pk],
        )
        for portfolio in sorted(
            Portfolio.objects.named_on(day).on(day), key=lambda row: (name_then(row), row.pk)
        )
    ]


def service_lines(*, day: datetime.date) -> list[ServiceLine]:
    """Every service with the portfolios that answer for any aspect of it; three queries."""
    services = {service.pk: service for service in Service.objects.select_related("manager")}
    own: dict[int, list[Held]] = defaultdict(list)
    named: dict[int, NamedPortfolio] = {}
    for row in Responsibility.objects.with_portfolio_named_on(day).of_portfolios().on(day):
        named[row.portfolio_id] = portfolio_of(row)
        own[row.service_id].append(Held(row.aspect, row.portfolio_id, row.basis == Basis.EXPRESS))
    by_name = sorted(named, key=lambda pk: named[pk].name)
    people = people_by_post(day=day)

    def rows_up(service: Service) -> list[list[Held]]:
        return [own.get(each.pk, []) for each in line_above(service, services)]

    return [
        ServiceLine(
            service=service,
            path=" › ".join(above.name for above in reversed(line_above(service, services)[1:])),
            manager=service.manager,
            people=", ".join(people[service.manager_id]) if service.manager_id else "",
            portfolios=[named[pk] for pk in by_name if pk in portfolios_up(rows_up(service))],
        )
        for service in services.values()
    ]


def line_above(service: Service, services: dict[int, Service]) -> list[Service]:
    """The service and all above it, from the bottom up."""
    line = [service]
    while line[-1].parent_id and line[-1].parent_id in services and len(line) < len(services):
        line.append(services[line[-1].parent_id])
    return line


def people_by_post(*, day: datetime.date) -> dict[int, list[str]]:
    """The names of those who hold each post on the day, by post id; one query."""
    people: dict[int, list[str]] = defaultdict(list)
    for tenure in Tenure.objects.on(day).select_related("person").order_by("person__name"):
        people[tenure.post_id].append(tenure.person.name)
    return people


def post_lines(*, day: datetime.date) -> list[PostLine]:
    """Every post; three queries."""
    people = people_by_post(day=day)
    return [
        PostLine(
            post=post,
            people=", ".join(people.get(post.pk, [])),
            other_titles=", ".join(other.title for other in post.other_titles.all()),
        )
        for post in Post.objects.select_related("service").prefetch_related("other_titles")
    ]


def body_lines(*, day: datetime.date) -> list[BodyLine]:
    """Every body in being on the day; three queries."""
    seats: dict[int, int] = defaultdict(int)
    for seat in Seat.objects.on(day).only("body_id"):
        seats[seat.body_id] += 1
    return [
        BodyLine(
            body=body,
            other_names=", ".join(other.name for other in body.other_names.all()),
            seats=seats[body.pk],
        )
        for body in Body.objects.on(day).prefetch_related("other_names")
    ]

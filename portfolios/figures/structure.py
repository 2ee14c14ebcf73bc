"""The tree of services with the portfolios that answer for them on a day: two queries, then plain lookups."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, DateField, Exists, OuterRef, QuerySet

from council.models import User
from council.prepared import prepared
from portfolios.choices import Basis
from portfolios.figures.names import NamedPortfolio, portfolio_of
from portfolios.models import Appointment, Responsibility, Service
from portfolios.rules.responsibility import Held, portfolios_up


@dataclass(frozen=True)
class Structure:
    """Services and portfolios as they stand on one day."""

    services: dict[int, Service]
    portfolios: dict[int, NamedPortfolio]
    """Under the names they had on the day."""
    own: dict[int, list[Held]]
    """What portfolios answer for of a service itself, by service id; those below it follow it."""
    mine: frozenset[int]
    """The portfolios that the reader holds."""

    def line_above(self, service_id: int) -> list[Service]:
        """The service and all above it, from the bottom up."""
        line = [self.services[service_id]]
        while line[-1].parent_id in self.services and len(line) <= len(self.services):
            line.append(self.services[line[-1].parent_id])
        return line

    def portfolios_of(self, service_id: int) -> list[NamedPortfolio]:
        """The portfolios that answer for any aspect of a service, by name; `portfolios_up` says which."""
        line = [self.own.get(service.pk, []) for service in self.line_above(service_id)]
        return sorted((self.portfolios[pk] for pk in portfolios_up(line)), key=lambda each: each.name)

    def below(self, tops: Iterable[int]) -> set[int]:
        """The ids of the services and of all below them."""
        wanted = set(tops)
        return {pk for pk in self.services if any(above.pk in wanted for above in self.line_above(pk))}

    def services_of(self, portfolio_ids: Iterable[int]) -> set[int]:
        """The ids of the services that these portfolios answer for."""
        wanted = set(portfolio_ids)
        return {pk for pk in self.services if wanted & {each.pk for each in self.portfolios_of(pk)}}


def structure(*, day: datetime.date, reader: User) -> Structure:
    """The structure on the day, and which portfolios the reader holds; two queries."""
    services = {service.pk: service for service in _services()}
    own: dict[int, list[Held]] = defaultdict(list)
    portfolios: dict[int, NamedPortfolio] = {}
    mine = set()
    for row in _held(day=day, reader=reader.pk):
        own[row.service_id].append(Held(row.aspect, row.portfolio_id, row.basis == Basis.EXPRESS))
        portfolios[row.portfolio_id] = portfolio_of(row)
        if row.is_mine:
            mine.add(row.portfolio_id)
    return Structure(services, portfolios, own, frozenset(mine))


@prepared()
def _services() -> QuerySet[Service]:
    return Service.objects.only("name", "parent_id", "level")


@prepared(day=DateField(), reader=BigIntegerField())
def _held(*, day: Any, reader: Any) -> QuerySet[Any]:
    """What portfolios answer for on the day, each with whether the reader holds it."""
    holds = Appointment.objects.on(day).filter(portfolio=OuterRef("portfolio"), person__user=reader)
    held = Responsibility.objects.with_portfolio_named_on(day).of_portfolios().on(day)
    return held.annotate(is_mine=Exists(holds)).order_by("portfolio_name_then", "portfolio")

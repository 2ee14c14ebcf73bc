"""The tree of services with the portfolios that answer for them on a day: two queries, then plain lookups."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from council.models import User
from portfolios.figures.names import NamedPortfolio, portfolio_of
from portfolios.models import Appointment, Responsibility, Service


@dataclass(frozen=True)
class Structure:
    """Services and portfolios as they stand on one day."""

    services: dict[int, Service]
    portfolios: dict[int, NamedPortfolio]
    """Under the names they had on the day."""
    own: dict[int, list[int]]
    """The portfolios that answer for a service itself, by service id; those below it follow it."""
    mine: frozenset[int]
    """The portfolios that the reader holds."""

    def line_above(self, service_id: int) -> list[Service]:
        """The service and all above it, from the bottom up."""
        line = [self.services[service_id]]
        while line[-1].parent_id in self.services and len(line) <= len(self.services):
            line.append(self.services[line[-1].parent_id])
        return line

    def portfolios_of(self, service_id: int) -> list[NamedPortfolio]:
        """The portfolios that answer for a service: its own, else those of the nearest service above it."""
        for service in self.line_above(service_id):
            if self.own.get(service.pk):
                return [self.portfolios[pk] for pk in self.own[service.pk]]
        return []

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
    services = {service.pk: service for service in Service.objects.only("name", "parent_id", "level")}
    holds = Appointment.objects.on(day).filter(portfolio=OuterRef("portfolio"), person__user=reader)
    held = Responsibility.objects.with_portfolio_named_on(day).of_portfolios().on(day)
    held = held.annotate(is_mine=Exists(holds))
    own: dict[int, list[int]] = defaultdict(list)
    portfolios: dict[int, NamedPortfolio] = {}
    mine = set()
    for row in held.order_by("portfolio_name_then", "portfolio"):
        if row.portfolio_id not in own[row.service_id]:
            own[row.service_id].append(row.portfolio_id)
        portfolios[row.portfolio_id] = portfolio_of(row)
        if row.is_mine:
            mine.add(row.portfolio_id)
    return Structure(services, portfolios, own, frozenset(mine))

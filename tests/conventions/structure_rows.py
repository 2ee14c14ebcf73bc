"""Posts, people, portfolios and bodies for the council of `scene`."""

from portfolios.models import Body, Portfolio, Seat, Service
from tests.factories import (
    AppointmentFactory,
    BodyFactory,
    FindingFactory,
    PortfolioFactory,
    PostFactory,
    ResponsibilityFactory,
    ServiceFactory,
    TenureFactory,
)


def structures(rows: int, service: Service, portfolio: Portfolio, body: Body) -> None:
    """So many of each below the service: teams with their posts and who answers for them, committees, portfolios."""
    for number in range(rows):
        _structure(number, service, portfolio, body)


def _structure(number: int, service: Service, portfolio: Portfolio, body: Body) -> None:
    post = PostFactory(title=f"Post {number} of the scene", service=service)
    below = ServiceFactory(name=f"Team {number}", parent=service, manager=post)
    person = TenureFactory(post=post).person
    Seat.objects.create(body=body, post=post)
    BodyFactory(name=f"Committee {number}")
    AppointmentFactory(person=person, portfolio=PortfolioFactory(name=f"Portfolio {number} of the scene"))
    ResponsibilityFactory(service=below, portfolio=portfolio)
    ResponsibilityFactory(service=below, portfolio=None, body=body, aspect="regulatory")
    ResponsibilityFactory(service=below, portfolio=None, post=post, aspect="scrutiny")
    ServiceFactory(name=f"Unclaimed {number}")
    FindingFactory(service=below, is_about_responsibility=True)

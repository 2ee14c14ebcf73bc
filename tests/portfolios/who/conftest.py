"""A member's browser, and planning with who answered for it."""

from datetime import date

import pytest
from django.test import Client

from tests.conventions import scene
from tests.factories import (
    AppointmentFactory,
    BodyFactory,
    PortfolioFactory,
    ResponsibilityFactory,
    ServiceFactory,
)


@pytest.fixture
def client(member, time_machine):
    time_machine.move_to(scene.TODAY)
    client = Client()
    client.force_login(member)
    return client


@pytest.fixture
def planning(db):
    """Planning, led expressly by one portfolio since 2005, decided on by a committee."""
    planning = ServiceFactory(name="Planning")
    portfolio = PortfolioFactory(name="Development")
    since = date(2005, 5, 20)
    AppointmentFactory(
        portfolio=portfolio, person__name="Cllr Ashby", starts_on=since, ends_on=date(2009, 5, 1)
    )
    ResponsibilityFactory(
        service=planning, portfolio=portfolio, starts_on=since, evidence="“the delivery of planning”"
    )
    committee = BodyFactory(name="Planning Committee")
    ResponsibilityFactory(service=planning, portfolio=None, body=committee, aspect="regulatory")
    return planning

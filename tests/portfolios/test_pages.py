"""The pages of portfolios, services and bodies: who answers, and the gaps said aloud."""

from datetime import date

import pytest
from django.test import Client

from portfolios.models import BodyName, Seat
from tests.conventions import scene
from tests.factories import (
    AppointmentFactory,
    BodyFactory,
    PortfolioFactory,
    PostFactory,
    ResponsibilityFactory,
    ServiceFactory,
    TenureFactory,
)
from tests.performance import lives
from tests.performance.views.pages import words


@pytest.fixture
def client(member, time_machine):
    time_machine.move_to(scene.TODAY)
    client = Client()
    client.force_login(member)
    return client


@pytest.mark.shows("F1")
def test_a_portfolio_shows_its_holder_its_services_and_how_they_do(client, service):
    portfolio = PortfolioFactory(name="Environment")
    AppointmentFactory(portfolio=portfolio, person__name="Cllr Ashby", starts_on=date(2026, 5, 20))
    AppointmentFactory(portfolio=portfolio, person__name="Cllr Birch", ends_on=date(2026, 5, 19))
    ResponsibilityFactory(portfolio=portfolio, service=service)
    lives.signed_off(lives.measured(service, title="Waste recycled"), lives.quarter(2), "60")

    page = words(client.get(portfolio.get_absolute_url()))

    assert "Cllr Ashby today Since 20 May 2026" in page
    assert "Cllr Birch" in page
    assert "Waste and recycling" in page
    assert "1 counted: 0 green (0%), 0 amber (0%), 1 red (100%)" in page


@pytest.mark.shows("S0-03")
def test_a_vacant_portfolio_says_so(client):
    page = words(client.get(PortfolioFactory().get_absolute_url()))

    assert "Nobody holds this portfolio today" in page
    assert "No service yet" in page


def test_a_service_shows_who_manages_it_and_what_stands_below(client, service):
    post = PostFactory(title="Head of Waste", service=service)
    TenureFactory(post=post, person__name="Ashby")
    service.manager = post
    service.save()
    ServiceFactory(name="Street cleansing", parent=service)

    page = words(client.get(service.get_absolute_url()))

    for said in (
        "Head of Waste",
        "Ashby",
        "Street cleansing",
        "No portfolio answers for delivery and improvement",
    ):
        assert said in page


@pytest.mark.shows("X-04")
def test_a_body_shows_its_names_and_who_sits_on_it(client):
    body, post = BodyFactory(name="Cabinet"), PostFactory(title="Clerk")
    BodyName.objects.create(body=body, name="The Executive")
    Seat.objects.create(body=body, post=post)
    TenureFactory(post=post, person__name="Ashby")

    page = words(client.get(body.get_absolute_url()))

    for said in ("“The Executive”", "Clerk", "Ashby"):
        assert said in page


@pytest.mark.parametrize("name", ["portfolios", "services", "posts", "bodies"])
def test_an_empty_list_says_who_adds_the_first(client, name):
    address = "/portfolios/" if name == "portfolios" else f"/portfolios/{name}/"

    assert "An administrator adds the first one in the register" in words(client.get(address))

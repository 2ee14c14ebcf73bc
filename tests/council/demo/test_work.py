"""Each demo account signs in with the password that is printed, and finds something to do."""

import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from council.management.commands.seed_demo import PASSWORD
from council.models import User
from performance.choices import Step
from performance.figures.due import due_of_services
from performance.models import Return
from portfolios.models import Portfolio, Seat, Tenure
from tests.council.demo.conftest import NOVEMBER

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture(autouse=True)
def _that_day(council):
    """The pages look at the demo council on the day it was made for."""
    with time_machine.travel(NOON, tick=False):
        yield


def sign_in(client, username):
    return client.post(reverse("sign_in"), {"login": username, "password": PASSWORD}, follow=True)


@pytest.mark.parametrize(
    "username, sees",
    [
        pytest.param("officer", "Waste and Recycling", id="officer"),
        pytest.param("lead", "Waste and Recycling", id="lead"),
        pytest.param("member", "Average time to deliver a bin", id="member"),
        pytest.param("admin", "The whole council", id="admin"),
        pytest.param("officer.planning", "Building Control", id="another-officer"),
    ],
)
def test_each_account_signs_in_to_its_own_work(client, username, sees):
    page = sign_in(client, username)

    assert page.status_code == 200
    assert page.wsgi_request.user.username == username
    assert sees in page.content.decode()


def test_an_officer_who_left_cannot_sign_in(client):
    page = sign_in(client, "officer.before")

    assert not page.wsgi_request.user.is_authenticated


def test_the_officer_works_in_two_services_and_owes_returns_in_both():
    officer = User.objects.get(username="officer")
    services = Tenure.objects.service_ids_of(officer, day=NOVEMBER)
    owed = [line for line in due_of_services(services, day=NOVEMBER) if not line.is_done]

    assert {line.service.name for line in owed} >= {"Waste and Recycling", "Customer Services"}
    assert any(line.is_late for line in owed)
    assert any(line.sent_back for line in owed)
    assert any(line.started > line.submitted for line in owed)


def test_a_whole_quarter_waits_to_be_entered_first_in_the_officers_list():
    officer = User.objects.get(username="officer")
    services = Tenure.objects.service_ids_of(officer, day=NOVEMBER)

    first = due_of_services(services, day=NOVEMBER)[0]

    assert (first.service.name, first.period.name) == ("Council Website", "Quarter 2 2026/27")
    assert (first.expected, first.started) == (5, 0)


def test_the_lead_officer_has_returns_to_sign_off(client):
    sign_in(client, "lead")

    page = client.get(reverse("sign_off")).content.decode()

    waiting = Return.objects.filter(
        step=Step.SUBMITTED, indicator__service__name__in=["Customer Services", "Street Cleansing"]
    )
    assert waiting.count() == 3
    assert all(row.indicator.title in page for row in waiting)


def test_the_member_holds_a_portfolio_and_sits_on_committees():
    member = User.objects.get(username="member")
    seats = Seat.objects.filter(person__user=member).on(NOVEMBER)

    assert [each.name for each in Portfolio.objects.held_by(member, day=NOVEMBER)] == [
        "Environment and Waste"
    ]
    assert {seat.body.name for seat in seats} >= {"Council", "Cabinet", "Planning Committee"}


def test_the_administrator_has_a_quarter_to_publish():
    signed_off = Return.objects.filter(step=Step.SIGNED_OFF, period__name="Quarter 2 2026/27")

    assert signed_off.count() > 30
    assert User.objects.get(username="admin").is_superuser


@pytest.mark.parametrize("title", ["Household waste sent", "Submit the Local Plan", "Electoral register"])
def test_an_indicator_page_shows_its_years(client, title):
    sign_in(client, "member")
    row = Return.objects.filter(indicator__title__startswith=title).latest("period__ends_on")

    page = client.get(row.indicator.get_absolute_url())

    assert page.status_code == 200
    assert row.period.name in page.content.decode()

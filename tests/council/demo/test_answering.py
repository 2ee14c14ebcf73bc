"""Who is responsible in the demo council, with the gaps that a real council would have."""

import datetime

import pytest

from council.demo.responsible import CUSTOMERS
from portfolios.choices import Aspect
from portfolios.figures.responsibility_check import next_annual_meeting, problems
from portfolios.figures.responsible import answers
from portfolios.models import Body, Finding, Meeting, Responsibility
from tests.council.demo.conftest import NOVEMBER

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _council(council):
    """Every test here looks at the demo council."""


@pytest.mark.shows("L4", "S0-07", "S0-11")
def test_the_check_before_the_annual_meeting_finds_what_a_real_council_would():
    found = [(each.kind.name, each.about) for each in problems(day=NOVEMBER)]

    assert found == [
        ("NO_PORTFOLIO", "Licensing"),
        ("TWO_PORTFOLIOS", "Parks and Open Spaces"),
        ("TWO_PORTFOLIOS", "Parks and Open Spaces"),
        ("INFORMAL", "Equality and Inclusion"),
        ("CONFUSION", "Planning"),
        ("VACANT", "Health and Welfare"),
        ("NO_WORDS", "Legal and Democratic Services"),
    ]


@pytest.mark.shows("S0-09", "S2-14")
def test_bodies_answer_for_regulatory_decisions_and_scrutiny():
    by_body = Responsibility.objects.on(NOVEMBER).filter(body__isnull=False)
    pairs = set(by_body.values_list("service__name", "aspect", "body__name"))

    assert ("Planning", "regulatory", "Planning Committee") in pairs
    assert ("Customer Services", "scrutiny", "Customer Service Panel") in pairs
    assert Body.objects.filter(name="Heads of Service Briefing", purpose__contains="fortnight").exists()


@pytest.mark.shows("S0-02", "S0-08")
def test_the_annual_meetings_before_and_after_are_on_record():
    annual = Meeting.objects.annual()

    assert annual.filter(held_on__lte=NOVEMBER).exists()
    assert next_annual_meeting(day=NOVEMBER).words.startswith("The next annual meeting is on 26 May 2027")


@pytest.mark.shows("S0-05", "S0-06")
def test_an_inspector_and_an_adviser_have_been():
    draft = Finding.objects.of_confusion().get(received_on__year=2026)

    assert (draft.status, draft.service.name) == ("draft", "Planning")
    assert Finding.objects.filter(status="final", is_about_responsibility=False).exists()


@pytest.mark.shows("F8", "S0-11", "S0-12", "S0-13")
@pytest.mark.parametrize(
    "day, found",
    [
        pytest.param(
            datetime.date(2005, 5, 19),
            {"Planning": [], CUSTOMERS: [("E-Government and Member Services", False)]},
            id="the-day-before",
        ),
        pytest.param(
            datetime.date(2005, 5, 20),
            {
                "Planning": [("Development and Economic Regeneration", True)],
                CUSTOMERS: [("E-Government and Member Services", True)],
            },
            id="from-the-annual-meeting",
        ),
    ],
)
def test_who_delivered_planning_and_customer_relationships_around_the_annual_meeting_of_2005(day, found):
    by_name = {each.name: each.aspect(Aspect.DELIVERY) for each in answers(day=day).services.values()}

    assert {
        name: [(each.name, each.is_express) for each in by_name[name].portfolios] for name in found
    } == found

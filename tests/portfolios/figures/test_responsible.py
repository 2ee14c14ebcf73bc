"""Who answers for what on a day, read from the register, under the names of that day."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portfolios.choices import AmendmentKind, AmendmentStep, Aspect, MeetingKind, ServiceLevel
from portfolios.figures.lines import portfolio_lines, service_lines
from portfolios.figures.responsibility_check import next_annual_meeting, problems
from portfolios.figures.responsible import answers
from portfolios.figures.structure import structure
from portfolios.models import Amendment, PortfolioName
from portfolios.rules.responsibility_check import CheckKind
from portfolios.rules.sought import Sought
from tests.factories import (
    AppointmentFactory,
    BodyFactory,
    FindingFactory,
    MeetingFactory,
    PortfolioFactory,
    PostFactory,
    ResponsibilityFactory,
    ServiceFactory,
    TenureFactory,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 12)
BEFORE, SINCE = date(2026, 5, 19), date(2026, 5, 20)


def answering(day, service, aspect=Aspect.DELIVERY):
    line = answers(day=day).services[service.pk].aspect(aspect)
    return [(each.name, each.holder, each.inherited_from) for each in line.responsible]


@pytest.mark.shows("F8", "L3", "S0-09")
@pytest.mark.parametrize(
    "day, who",
    [
        pytest.param(BEFORE, ("Streets", "Ashby", ""), id="the-day-before"),
        pytest.param(SINCE, ("Place", "Birch", ""), id="from-that-day"),
    ],
)
def test_who_answers_is_a_matter_of_the_day(day, who, service):
    for name, holder, starts_on, ends_on in (
        ("Streets", "Ashby", None, BEFORE),
        ("Place", "Birch", SINCE, None),
    ):
        portfolio = PortfolioFactory(name=name)
        term = {"starts_on": starts_on, "ends_on": ends_on}
        AppointmentFactory(portfolio=portfolio, person__name=holder, **term)
        ResponsibilityFactory(service=service, portfolio=portfolio, **term)

    assert answering(day, service) == [who]


@pytest.mark.shows("S0-09")
def test_portfolios_bodies_and_posts_answer_each_for_their_aspect(service):
    post, body = PostFactory(title="Head of Waste"), BodyFactory(name="Licensing Committee")
    TenureFactory(post=post, person__name="Ashby")
    team = ServiceFactory(name="Licences", parent=service, level="team")
    ResponsibilityFactory(service=service, portfolio=None, body=body, aspect="regulatory")
    ResponsibilityFactory(service=team, portfolio=None, post=post, aspect="regulatory")

    assert answering(DAY, team, Aspect.REGULATORY) == [
        ("Licensing Committee", "", "Waste and recycling"),
        ("Head of Waste", "Ashby", ""),
    ]


@pytest.mark.shows("S0-07", "S0-11")
def test_a_function_across_the_council_is_led_informally(db):
    function = ServiceFactory(name="Customer relationships", level=ServiceLevel.CORPORATE)
    ResponsibilityFactory(service=function, basis="informal", evidence="Grew out of a project")

    found = answers(day=DAY)
    line = found.services[function.pk].aspect(Aspect.DELIVERY)

    assert (line.is_informal, line.responsible[0].evidence) == (True, "Grew out of a project")
    assert list(found.by_top()) == ["Across the council"]


def test_a_search_finds_every_word_whatever_the_capitals(db):
    for name in ("Planning and Housing", "Planning", "Housing"):
        ServiceFactory(name=name)

    found = answers(day=DAY)

    assert [each.name for each in found.found(Sought.of("PLANNING"))] == ["Planning", "Planning and Housing"]
    assert [each.name for each in found.found(Sought.of(" housing  planning "))] == ["Planning and Housing"]
    assert found.found(Sought.of("")) == found.found(Sought.of("waste")) == []


@pytest.mark.shows("F10", "F8")
@pytest.mark.parametrize(
    "day, name",
    [
        pytest.param(BEFORE, "Old name", id="the-day-before"),
        pytest.param(SINCE, "New name", id="from-that-day"),
    ],
)
def test_a_renamed_portfolio_has_its_name_of_the_day_in_every_list(day, name, service, member):
    portfolio = PortfolioFactory(name="Old name")
    ResponsibilityFactory(service=service, portfolio=portfolio)
    PortfolioName.objects.create(portfolio=portfolio, name="New name", starts_on=SINCE)
    tree = structure(day=day, reader=member)

    assert [line.name for line in portfolio_lines(day=day)] == [name]
    assert [line.portfolios_in_words for line in service_lines(day=day)] == [name]
    assert [each.name for each in tree.portfolios.values()] == [name]
    assert [each.name for each in tree.portfolios_of(service.pk)] == [name]
    assert [who for who, _, _ in answering(day, service)] == [name]


@pytest.mark.parametrize("rows", [1, 12])
def test_names_and_answers_cost_no_query_for_each_row(rows, member):
    for number in range(rows):
        held = ResponsibilityFactory()
        PortfolioName.objects.create(portfolio=held.portfolio, name=f"New {number}", starts_on=SINCE)
        AppointmentFactory(portfolio=held.portfolio)

    with CaptureQueriesContext(connection) as captured:
        structure(day=DAY, reader=member)
        portfolio_lines(day=DAY)
        service_lines(day=DAY)
        answers(day=DAY)

    assert len(captured) == 2 + 3 + 3 + 5


@pytest.mark.shows("L4", "S0-05", "S0-10")
def test_the_check_reads_vacancies_findings_and_what_has_ended(service):
    ended = PortfolioFactory(name="Streets", ends_on=BEFORE)
    vacant = PortfolioFactory(name="Place")
    AppointmentFactory(portfolio=vacant, ends_on=BEFORE, explanation="Resigned")
    ResponsibilityFactory(service=service, portfolio=ended, evidence="The remit")
    FindingFactory(service=service, is_about_responsibility=True, received_on=DAY)
    FindingFactory(service=service, is_about_responsibility=True, received_on=date(2026, 10, 13))
    FindingFactory(service=service)

    found = [(each.kind, each.about, each.model) for each in problems(day=DAY)]

    assert found == [
        (CheckKind.CONFUSION, "Waste and recycling", "finding"),
        (CheckKind.VACANT, "Place", "portfolio"),
        (CheckKind.ENDED, "Waste and recycling", "service"),
    ]


@pytest.mark.shows("S0-10", "S0-16")
@pytest.mark.parametrize(
    "day, is_told",
    [pytest.param(BEFORE, True, id="until-then"), pytest.param(SINCE, False, id="from-that-day")],
)
def test_a_finding_is_evidence_until_an_amendment_that_it_prompted_is_in_force(day, is_told, db):
    finding = FindingFactory(is_about_responsibility=True)
    Amendment.objects.create(
        kind=AmendmentKind.RECORD,
        portfolio=PortfolioFactory(name="Place"),
        step=AmendmentStep.RECORDED,
        effective_on=SINCE,
        finding=finding,
        source="The constitution",
    )

    told = [each for each in problems(day=day) if each.kind is CheckKind.CONFUSION]

    assert [each.about for each in told] == ([finding.title] if is_told else [])


@pytest.mark.shows("S0-02", "S0-08")
@pytest.mark.parametrize(
    "meetings, words",
    [
        pytest.param([], "No annual meeting from 12 October 2026 on is in the register yet.", id="none"),
        pytest.param(
            [{"held_on": date(2026, 10, 11)}],
            "No annual meeting from 12 October 2026 on is in the register yet.",
            id="over",
        ),
        pytest.param(
            [{"held_on": date(2028, 5, 17)}, {"held_on": date(2027, 5, 19)}],
            "The next annual meeting is on 19 May 2027: it confirms the portfolios.",
            id="the-next-of-two",
        ),
        pytest.param(
            [{"held_on": None, "as_written": "May 2027"}],
            "The next annual meeting is “May 2027”: it confirms the portfolios.",
            id="in-words",
        ),
    ],
)
def test_the_next_annual_meeting_is_named(meetings, words, db):
    MeetingFactory(held_on=date(2026, 11, 1))
    for meeting in meetings:
        MeetingFactory(kind=MeetingKind.ANNUAL, **meeting)

    assert next_annual_meeting(day=DAY).words == words

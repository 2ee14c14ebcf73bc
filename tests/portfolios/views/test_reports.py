"""The page of a report: route, recommendations beside decisions, implications, and words that are fixed."""

import datetime
from datetime import date

import pytest
from django.urls import reverse

from portfolios.choices import AskedTo, DecisionKind, ImplicationAnswer, ImplicationHead, Verb
from tests.factories import BodyFactory, MeetingFactory, PortfolioFactory, PostFactory
from tests.factories.decisions import (
    DecisionFactory,
    ImplicationFactory,
    RecommendationFactory,
    ReportFactory,
    RouteStopFactory,
)
from tests.factories.promises import AwaitedEventFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client, member):
    """A browser in which a member is signed in."""
    client.force_login(member)
    return client


@pytest.fixture
def portfolios_paper():
    """The report to cabinet of 7 April 2005."""
    report = ReportFactory(
        subject="Portfolios: responsibilities for the planning service",
        dated_on=date(2005, 4, 7),
        dated_as_written="7th April 2005",
        author=PostFactory(title="Chief Executive"),
    )
    RouteStopFactory(report=report, body=BodyFactory(name="Cabinet"), asked_to=AskedTo.DECIDE)
    RecommendationFactory(
        report=report,
        number="1",
        words="That the remit be amended to include responsibility for planning and building control services.",
        body_words="all executive responsibilities for the planning and building control service",
        portfolio=PortfolioFactory(name="Development"),
    )
    RecommendationFactory(
        report=report,
        number="2",
        words="That the remit be amended to include customer relationship management.",
        body_words="by the words “Customer Relationship Management and” before “One Stop Shop”",
        portfolio=PortfolioFactory(name="E-Government"),
    )
    return report


def page_of(client, report):
    return client.get(report.get_absolute_url()).content.decode()


@pytest.mark.shows("S0-01", "S3-01")
def test_a_report_names_its_body_subject_date_as_written_and_author_by_post(reader, portfolios_paper):
    page = page_of(reader, portfolios_paper)

    assert "Portfolios: responsibilities for the planning service" in page
    assert "7 April 2005" in page
    assert "written as “7th April 2005”" in page
    assert "Chief Executive" in page
    assert ">Cabinet</a>" in page


@pytest.mark.shows("S0-14", "S0-18", "S0-19", "L2", "F87")
def test_each_recommendation_has_its_portfolio_and_its_lost_words(reader, portfolios_paper):
    page = page_of(reader, portfolios_paper)

    assert "Approve, for <a" in page
    assert "Recommended; not decided yet." in page
    assert "The word “executive” is in the report’s text and not in the recommendation." in page
    assert "The recommendation has no operative words" in page
    assert "<del>" in page


@pytest.mark.shows("S0-14")
def test_a_recommendation_says_when_it_was_decided(reader, portfolios_paper):
    first = portfolios_paper.recommendations.get(number="1")
    DecisionFactory(
        report=portfolios_paper,
        recommendation=first,
        decided_on=date(2005, 4, 7),
        published_on=None,
        kind=DecisionKind.AMENDED,
    )

    page = page_of(reader, portfolios_paper)

    assert ">Agreed with changes<span" in page
    assert "</a> on 7 April 2005." in page
    assert page.count("Recommended; not decided yet.") == 1


def test_one_decision_on_the_whole_report_decides_each_recommendation(reader, portfolios_paper):
    DecisionFactory(report=portfolios_paper)

    assert page_of(reader, portfolios_paper).count("together with the others") == 2


@pytest.mark.parametrize(
    "route",
    [
        pytest.param(["Directors", "Cabinet"], id="S2"),
        pytest.param(["Scrutiny", "Cabinet"], id="S4"),
        pytest.param(["Team", "Chief Operating Officer’s group", "Committee"], id="S1"),
        pytest.param(["Cabinet", "Council"], id="S0"),
        pytest.param(["Partnership board", "Cabinet"], id="S3"),
    ],
)
@pytest.mark.shows("X-07", "F55")
def test_the_routes_of_papers_are_told_in_order(reader, route):
    report = ReportFactory()
    for number, name in enumerate(route, 1):
        RouteStopFactory(report=report, number=number, body=BodyFactory(name=name))

    page = reader.get(report.get_absolute_url())

    assert [stop.body.name for stop in page.context["stops"]] == route


@pytest.mark.shows("F90", "S4-13", "S4-14", "S4-21")
def test_scrutinys_words_are_kept_with_the_executives_answer(reader):
    report = ReportFactory(subject="Three strategies")
    scrutiny = BodyFactory(name="Scrutiny", kind="scrutiny")
    RouteStopFactory(
        report=report,
        number=1,
        body=scrutiny,
        asked_to=AskedTo.ENDORSE,
        outcome="Endorsed for submission to the Cabinet.",
        answer="They are for our own use.",
    )
    cabinet = BodyFactory(name="Cabinet")
    month = MeetingFactory(body=cabinet, held_on=None, as_written="February 2008")
    RouteStopFactory(report=report, number=2, body=cabinet, meeting=month)

    page = page_of(reader, report)

    assert "Endorsed for submission to the Cabinet." in page
    assert "The executive’s answer: They are for our own use." in page
    assert "February 2008" in page


@pytest.mark.shows("S3-12", "S3-14")
def test_a_second_verb_in_the_words_is_pointed_out(reader):
    report = ReportFactory()
    words = "recognise the work of the team and invite a report after six months"
    RecommendationFactory(report=report, number="i", words="note progress", verb=Verb.NOTE)
    RecommendationFactory(report=report, number="iii", words=words, verb=Verb.RECOGNISE)

    page = page_of(reader, report)

    assert "Its words also hold “invite”" in page
    report.recommendations.filter(number="iii").update(second_verb=Verb.INVITE)
    page = page_of(reader, report)
    assert "Its words also hold" not in page
    assert "Recognise and invite" in page


@pytest.mark.shows("F54", "L22", "S3-13", "S3-16", "S3-21")
def test_implications_are_checked_against_the_report_and_the_day(reader, time_machine):
    time_machine.move_to("2026-10-12 09:00")
    report = ReportFactory(subject="A number for community safety")
    ImplicationFactory(report=report, head=ImplicationHead.COMMUNITY_SAFETY)
    won = AwaitedEventFactory(name="The bid is won", happened_on=date(2026, 10, 1))
    for head in (ImplicationHead.FINANCIAL, ImplicationHead.ICT):
        ImplicationFactory(report=report, head=head, answer=ImplicationAnswer.CONDITIONAL, event=won)

    page = page_of(reader, report)

    assert "“None” is given without a reason. Say why there are none." in page
    assert "and yet the report speaks of it: “A number for community safety" in page
    assert page.count("The bid is won: this happened on 1 October 2026.") == 2
    assert "Equality: the report does not say whether there are any." in page


@pytest.mark.shows("F51")
def test_a_report_says_whether_its_words_are_fixed(reader):
    draft = ReportFactory()
    fixed = ReportFactory(presented_at=datetime.datetime(2026, 10, 7, 18, 0, tzinfo=datetime.UTC))

    assert "not presented yet" in page_of(reader, draft)
    assert "7 October 2026, when it was presented" in page_of(reader, fixed)


def test_what_people_typed_is_escaped(reader):
    report = ReportFactory(subject="<script>alert(1)</script>", text="<b>bold</b>")
    RecommendationFactory(report=report, words="<i>new</i>", body_words="<i>old</i>")

    page = page_of(reader, report)

    assert "<script>alert" not in page
    assert "<i>" not in page
    assert "<b>bold" not in page


@pytest.mark.shows("F95", "S3-16")
def test_what_is_awake_is_listed_until_it_was_looked_at(reader, time_machine):
    time_machine.move_to("2026-10-12 09:00")
    event = AwaitedEventFactory(name="The bid is won", happened_on=date(2026, 10, 1))
    row = ImplicationFactory(
        report=ReportFactory(subject="A bid"), answer=ImplicationAnswer.CONDITIONAL, event=event
    )

    assert "The bid is won" in reader.get(reverse("awake")).content.decode()
    assert "1 implication to look at again" in reader.get(reverse("meetings")).content.decode()

    row.reviewed_on, row.review = date(2026, 10, 12), "It costs £5,000 a year."
    row.save()
    assert "The bid is won" not in reader.get(reverse("awake")).content.decode()
    assert "to look at again.</strong>" not in reader.get(reverse("meetings")).content.decode()

"""Who answers for what on a day: the tree of services, portfolios, holders, posts and the people in them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from portfolios.figures.lines import body_lines, portfolio_lines, post_lines, service_lines
from portfolios.figures.structure import structure
from portfolios.models import BodyName, Portfolio, PostTitle, Seat, Service, Tenure
from tests.factories import (
    AppointmentFactory,
    BodyFactory,
    PersonFactory,
    PortfolioFactory,
    PostFactory,
    ResponsibilityFactory,
    ServiceFactory,
    TenureFactory,
)

DAY = date(2026, 10, 12)


@pytest.fixture
def tree(db):
    """Environment above waste above street cleansing; housing beside them."""
    environment = ServiceFactory(name="Environment")
    waste = ServiceFactory(name="Waste", parent=environment)
    return {
        "environment": environment,
        "waste": waste,
        "cleansing": ServiceFactory(name="Cleansing", parent=waste),
        "housing": ServiceFactory(name="Housing"),
    }


def pks(tree, *names):
    return {tree[name].pk for name in names}


def test_a_service_holds_all_below_it(tree, member):
    found = structure(day=DAY, reader=member)

    assert found.below([tree["environment"].pk]) == pks(tree, "environment", "waste", "cleansing")
    assert Service.objects.ids_below([tree["waste"].pk]) == pks(tree, "waste", "cleansing")
    assert [each.name for each in found.line_above(tree["cleansing"].pk)] == [
        "Cleansing",
        "Waste",
        "Environment",
    ]


def test_a_service_cannot_stand_below_itself(tree):
    tree["environment"].parent = tree["cleansing"]

    with pytest.raises(ValidationError, match="cannot stand below itself"):
        tree["environment"].full_clean()


def test_a_ring_of_services_made_past_the_form_hangs_nothing(tree, member):
    Service.objects.filter(pk=tree["environment"].pk).update(parent=tree["cleansing"])

    found = structure(day=DAY, reader=member)

    assert found.below([tree["waste"].pk]) == pks(tree, "environment", "waste", "cleansing")
    assert len(service_lines(day=DAY)) == 4


@pytest.mark.shows("F1", "S0-03")
def test_a_portfolio_stands_without_a_holder(db):
    PortfolioFactory(name="Environment")

    assert [(line.name, line.holder, line.since) for line in portfolio_lines(day=DAY)] == [
        ("Environment", "", None)
    ]


@pytest.mark.shows("F1", "D26")
@pytest.mark.parametrize(
    "day, holder",
    [
        pytest.param(date(2025, 5, 19), "", id="before-anybody"),
        pytest.param(date(2025, 5, 20), "First", id="first-day"),
        pytest.param(date(2026, 3, 31), "First", id="last-day"),
        pytest.param(date(2026, 4, 1), "", id="vacant"),
        pytest.param(date(2026, 5, 20), "Second", id="next-holder"),
    ],
)
def test_who_holds_a_portfolio_is_a_matter_of_the_day(day, holder, db):
    portfolio = PortfolioFactory()
    for name, starts_on, ends_on in (
        ("First", date(2025, 5, 20), date(2026, 3, 31)),
        ("Second", date(2026, 5, 20), None),
    ):
        AppointmentFactory(portfolio=portfolio, person__name=name, starts_on=starts_on, ends_on=ends_on)

    assert [line.holder for line in portfolio_lines(day=day)] == [holder]


@pytest.mark.shows("F1")
def test_a_member_holds_what_they_were_appointed_to(member, db):
    held, ended = PortfolioFactory(name="Held"), PortfolioFactory(name="Ended")
    AppointmentFactory(portfolio=held, person=member.person)
    AppointmentFactory(portfolio=ended, person=member.person, ends_on=date(2026, 5, 19))

    assert list(Portfolio.objects.held_by(member, day=DAY)) == [held]


def test_a_team_follows_the_nearest_service_above_that_has_a_portfolio(tree, member):
    for name, service in (("Place", "environment"), ("Streets", "cleansing")):
        ResponsibilityFactory(service=tree[service], portfolio=PortfolioFactory(name=name))

    found = structure(day=DAY, reader=member)
    lines = {line.name: line.portfolios_in_words for line in service_lines(day=DAY)}

    assert [each.name for each in found.portfolios_of(tree["waste"].pk)] == ["Place"]
    assert [each.name for each in found.portfolios_of(tree["cleansing"].pk)] == ["Streets"]
    assert lines == {"Environment": "Place", "Waste": "Place", "Cleansing": "Streets", "Housing": ""}


@pytest.mark.shows("X-01", "S2-11")
def test_two_people_share_a_post_and_the_post_keeps_its_titles(db):
    post = PostFactory(title="Head of Waste", abbreviation="HW")
    PostTitle.objects.create(post=post, title="Cleansing Manager")
    for name in ("Ashby", "Birch"):
        TenureFactory(post=post, person__name=name)
    TenureFactory(post=post, person__name="Cole", ends_on=date(2026, 10, 11))

    (line,) = post_lines(day=DAY)

    assert (line.people, line.other_titles, str(line.post)) == (
        "Ashby, Birch",
        "Cleansing Manager",
        "Head of Waste (HW)",
    )


@pytest.mark.shows("P18")
def test_a_post_gives_its_service_and_what_it_manages_with_all_below(tree, officer):
    TenureFactory(person=officer.person, post=PostFactory(service=tree["waste"]))
    TenureFactory(
        person=officer.person, post=PostFactory(service=tree["housing"]), ends_on=date(2026, 10, 11)
    )

    mine = Tenure.objects.service_ids_of(officer, day=DAY)

    assert pks(tree, "waste", "cleansing") <= mine
    assert not mine & pks(tree, "housing", "environment")


@pytest.mark.shows("X-04", "S4-02")
def test_a_body_is_known_by_all_its_names_with_the_seats_of_the_day(db):
    body = BodyFactory(name="Cabinet")
    BodyName.objects.create(body=body, name="The Executive")
    Seat.objects.create(body=body, person=PersonFactory())
    Seat.objects.create(body=body, post=PostFactory(), ends_on=date(2026, 10, 11))

    assert [(line.name, line.other_names, line.seats) for line in body_lines(day=DAY)] == [
        ("Cabinet", "The Executive", 1)
    ]


@pytest.mark.parametrize("filled", [pytest.param(False, id="nobody"), pytest.param(True, id="both")])
def test_a_seat_is_a_persons_or_a_posts(filled, db):
    who = {"person": PersonFactory(), "post": PostFactory()} if filled else {}

    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.create(body=BodyFactory(), **who)


def test_a_term_cannot_end_before_it_starts(db):
    appointment = AppointmentFactory.build(starts_on=date(2026, 5, 20), ends_on=date(2026, 5, 19))

    with pytest.raises(ValidationError, match="last day is before the first"):
        appointment.validate_constraints()


@pytest.mark.parametrize(
    "starts_on, ends_on",
    [
        (starts_on, ends_on)
        for starts_on in (None, date(2026, 10, 11), DAY, date(2026, 10, 13))
        for ends_on in (None, date(2026, 10, 11), DAY, date(2026, 10, 13))
        if not (starts_on and ends_on and ends_on < starts_on)
    ],
)
def test_a_term_and_its_queryset_agree_on_who_is_in_force(starts_on, ends_on, db):
    held = AppointmentFactory(starts_on=starts_on, ends_on=ends_on)

    assert type(held).objects.on(DAY).filter(pk=held.pk).exists() is held.is_on(DAY)


@pytest.mark.shows("F8", "L4")
def test_an_informal_lead_and_one_aspect_of_its_own_take_nothing_from_the_portfolio_above(tree, member):
    place, leader = PortfolioFactory(name="Place"), PortfolioFactory(name="Leader")
    streets = PortfolioFactory(name="Streets")
    for aspect in ("policy", "delivery"):
        ResponsibilityFactory(service=tree["environment"], portfolio=place, aspect=aspect)
    ResponsibilityFactory(
        service=tree["waste"], portfolio=leader, aspect="delivery", basis="informal", evidence="Says so"
    )
    ResponsibilityFactory(service=tree["cleansing"], portfolio=streets, aspect="delivery")

    found = structure(day=DAY, reader=member)

    assert [each.name for each in found.portfolios_of(tree["waste"].pk)] == ["Leader", "Place"]
    assert [each.name for each in found.portfolios_of(tree["cleansing"].pk)] == ["Place", "Streets"]

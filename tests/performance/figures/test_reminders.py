"""Which returns call for a reminder, and whom each goes to."""

from datetime import UTC, date, datetime, timedelta

import pytest

from council.models import BankHoliday
from performance.choices import ValueStatus
from performance.figures.reminder_pages import not_returned, not_sent, phantom_owners
from performance.figures.reminders import by_person, to_send
from portfolios.models import Tenure
from tests.factories import (
    IndicatorFactory,
    PersonFactory,
    PostFactory,
    ServiceFactory,
    TenureFactory,
    UserFactory,
)
from tests.performance import lives

LATE = date(2026, 10, 22)
SOON = date(2026, 10, 15)


@pytest.fixture
def period(db):
    return lives.quarter(2)


@pytest.fixture
def owner(service):
    """The post that answers for waste, held by somebody with an address."""
    user = UserFactory(username="head", email="head@example.org")
    post = PostFactory(title="Head of Waste", service=ServiceFactory(name="Environment"))
    TenureFactory(post=post, person=PersonFactory(name="The head", user=user))
    return post


def told(day, **more):
    return [
        (each.called.kind.value, [one.name for one in each.reached.to]) for each in to_send(day=day, **more)
    ]


def write_to(user):
    user.email = f"{user.username}@example.org"
    user.save()


@pytest.mark.shows("F31")
def test_the_owner_and_the_officers_of_the_service_are_reminded_and_the_lead_officer_is_not(
    service, period, owner, officer, lead_officer
):
    write_to(officer)
    write_to(lead_officer)
    IndicatorFactory(service=service, owner=owner)

    assert told(date(2026, 10, 12)) == []
    assert told(SOON) == [("due_soon", ["The head", "The officer"])]
    assert told(LATE) == [("late", ["The head", "The officer"])]


@pytest.mark.shows("F31")
def test_a_bank_holiday_brings_the_reminder_forward_by_a_day(service, period, owner):
    IndicatorFactory(service=service, owner=owner)
    before = told(date(2026, 10, 13))
    BankHoliday.objects.create(date=date(2026, 10, 19), title="A royal wedding")

    assert (before, told(date(2026, 10, 13))) == ([], [("due_soon", ["The head"])])


def test_what_is_handed_in_needs_no_reminder(service, period, owner):
    indicator = IndicatorFactory(service=service, owner=owner)
    lives.submitted(indicator, period, by=owner.tenures.get().person.user)

    assert told(LATE) == []


@pytest.mark.shows("F31")
def test_a_draft_left_alone_and_a_value_carried_forward_are_not_updated(service, period, owner):
    user = owner.tenures.get().person.user
    left, carried = IndicatorFactory.create_batch(2, service=service, owner=owner)
    lives.drafted(left, period, by=user, at=datetime(2026, 10, 1, 9, 0, tzinfo=UTC))
    more = {"value_status": ValueStatus.CARRIED_FORWARD, "carried_from": "March 2025"}
    for quarter in (1, 2):
        lives.signed_off(carried, lives.quarter(quarter), by=user, **more)

    said = [each.called.sentence for each in to_send(day=date(2026, 10, 11))]

    assert said == [
        "Its draft has not been touched since 1 October 2026. Complete it and submit it.",
        "Its value has been carried forward since Quarter 1 2026/27, for 2 periods. "
        "Measure it anew, or say in the comment when it will be measured.",
    ]


@pytest.mark.shows("F31", "L21")
def test_an_owner_who_never_made_an_entry_is_named_and_told_alone(service, period, owner, officer):
    write_to(officer)
    mine = IndicatorFactory(service=service, owner=owner, title="Mine")
    theirs = IndicatorFactory(service=service, owner=owner, title="Theirs")
    lives.submitted(mine, period, by=owner.tenures.get().person.user)
    lives.submitted(theirs, period, by=officer)

    found = to_send(day=LATE)

    assert told(LATE) == [("never_updated", ["The head"])]
    assert [
        (line.owner, line.holders, [each.indicator for each in line.returns])
        for line in phantom_owners(found)
    ] == [("Head of Waste", "The head", [theirs])]


@pytest.mark.shows("L21")
def test_an_entry_by_a_former_holder_counts_for_the_post(service, period, owner, officer):
    row = IndicatorFactory(service=service, owner=owner)
    former = UserFactory(username="former")
    person = PersonFactory(user=former)
    TenureFactory(post=owner, person=person, ends_on=date(2026, 7, 1))
    lives.submitted(row, lives.quarter(1), by=former)
    lives.submitted(row, period, by=officer)

    assert told(LATE) == []


@pytest.mark.shows("F31")
@pytest.mark.parametrize(
    "change, why",
    [
        pytest.param(lambda tenure: tenure.delete(), "Nobody holds the post Head of Waste", id="vacant"),
        pytest.param(
            lambda tenure: UserFactory._meta.model.objects.filter(username="head").update(email=""),
            "The head, Head of Waste, has no e-mail address",
            id="no-address",
        ),
        pytest.param(
            lambda tenure: UserFactory._meta.model.objects.filter(username="head").update(is_active=False),
            "The head, Head of Waste, has an account that is closed",
            id="has-left",
        ),
        pytest.param(
            lambda tenure: type(tenure.person).objects.update(user=None),
            "The head, Head of Waste, has no account",
            id="no-account",
        ),
    ],
)
def test_what_cannot_be_sent_says_why(service, period, owner, change, why):
    IndicatorFactory(service=service, owner=owner)
    change(Tenure.objects.get())

    (line,) = not_sent(to_send(day=LATE))

    assert (line.why, line.number_without) == (why, 1)


def test_without_a_post_of_its_own_the_manager_of_the_service_or_of_one_above_is_asked(
    period, owner, service
):
    service.parent = owner.service
    service.save()
    owner.service.manager = owner
    owner.service.save()
    IndicatorFactory(service=service)
    IndicatorFactory(service=ServiceFactory(name="Nobody's"))

    found = to_send(day=LATE)

    assert told(LATE) == [("late", []), ("late", ["The head"])]
    assert [line.why for line in not_sent(found)] == ["No post owns it, and its service has no manager"]


@pytest.mark.shows("S1-18")
def test_who_has_not_returned_stands_by_owner_late_first(service, period, owner):
    other = PostFactory(title="Grounds Manager")
    for number in range(2):
        IndicatorFactory(service=service, owner=owner, title=f"Bins {number}")
    IndicatorFactory(service=service, owner=other, title="Parks")

    lines = not_returned(to_send(day=LATE, service_ids={service.pk}))

    assert [(line.owner, line.holders, len(line.returns), line.is_late) for line in lines] == [
        ("Grounds Manager", "Nobody", 1, True),
        ("Head of Waste", "The head", 2, True),
    ]


def test_only_the_newest_period_and_those_still_open_are_asked_for(service, owner):
    lives.quarter(1), lives.quarter(2)
    IndicatorFactory(service=service, owner=owner)

    assert [each.called.period.name for each in to_send(day=LATE)] == ["Quarter 2 2026/27"]
    assert [each.called.period.name for each in to_send(day=LATE - timedelta(days=90))] == [
        "Quarter 1 2026/27"
    ]


def test_each_person_gets_all_of_theirs_together(service, period, owner, officer):
    write_to(officer)
    IndicatorFactory.create_batch(3, service=service, owner=owner)

    assert {person.name: len(said) for person, said in by_person(to_send(day=LATE)).items()} == {
        "The head": 3,
        "The officer": 3,
    }

"""A member's query: asked once, answered as often as there is something to add, never changed."""

import uuid
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from council.audit import Conflict
from council.models import BankHoliday, ClosureDay, HistoryFixedError
from portfolios.choices import QueryStage
from portfolios.models import Answer, Procedure, Query
from portfolios.operations.queries import answer, ask, owner_of_service
from tests.factories import PostFactory, ServiceFactory
from tests.factories.promises import QueryFactory

AT = datetime(2026, 12, 17, 9, 0, tzinfo=UTC)
"""A Thursday."""

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def holidays():
    """Christmas 2026, and a day on which the council itself is closed."""
    for day, title in ((25, "Christmas Day"), (28, "Boxing Day (substitute day)")):
        BankHoliday.objects.get_or_create(
            date=date(2026, 12, day), division="england-and-wales", defaults={"title": title}
        )
    BankHoliday.objects.get_or_create(date=date(2027, 1, 1), defaults={"title": "New Year’s Day"})
    ClosureDay.objects.create(date=date(2026, 12, 29), title="Closed between the holidays")


def put(member, **more):
    service = ServiceFactory(manager=PostFactory())
    said = {"by": member, "at": AT, "sent_as": uuid.uuid4(), "owner": service.manager, "service": service}
    return ask("How many calls were missed?", **(said | more))


@pytest.mark.shows("F89", "S1-15")
def test_an_answer_is_due_in_ten_working_days_without_holidays_and_closures(member):
    query = put(member)

    assert query.due_on == date(2027, 1, 6)
    assert (query.stage, query.asked_by) == (QueryStage.WAITING, member)


@pytest.mark.shows("F89")
def test_the_time_for_an_answer_is_the_councils_own_setting(member):
    Procedure.objects.create(starts_on=date(2026, 5, 20), answer_days=3)
    Procedure.objects.create(starts_on=date(2027, 5, 20), answer_days=1)

    assert put(member).due_on == date(2026, 12, 22)


@pytest.mark.shows("R5")
def test_the_same_form_sent_twice_makes_one_query(member):
    key, service = uuid.uuid4(), ServiceFactory()

    made = [put(member, sent_as=key, service=service) for _ in range(2)]

    assert made[0] == made[1]
    assert Query.objects.count() == 1


def test_a_question_about_nothing_is_refused(member):
    with pytest.raises(ValidationError, match="Say what the question is about"):
        put(member, service=None)


@pytest.mark.shows("F89", "S4-14", "L13")
def test_answers_add_to_one_another(officer):
    query = QueryFactory()

    answer(query, expected=1, words="We are counting.", by=officer, at=AT)
    answer(query, expected=2, words="It was 412.", by=officer, at=AT)

    query.refresh_from_db()
    assert query.stage == QueryStage.ANSWERED
    assert [each.words for each in query.answers.all()] == ["We are counting.", "It was 412."]


@pytest.mark.shows("R5")
def test_a_second_click_makes_one_answer(officer):
    query = QueryFactory()

    for _ in range(2):
        answer(query, expected=1, words="It was 412.", by=officer, at=AT)

    assert query.answers.count() == 1


@pytest.mark.shows("R4")
def test_whoever_answers_second_is_told_and_nothing_is_written(officer, administrator):
    query = QueryFactory()
    answer(query, expected=1, words="It was 412.", by=officer, at=AT)

    with pytest.raises(Conflict):
        answer(query, expected=1, words="It was 400.", by=administrator, at=AT)

    assert query.answers.count() == 1


def test_an_answer_is_never_changed_and_never_removed(officer):
    given = answer(QueryFactory(), expected=1, words="It was 412.", by=officer, at=AT)

    for change in (given.save, given.delete, Answer.objects.all().delete):
        with pytest.raises(HistoryFixedError):
            change()


def test_who_answers_for_a_service_is_its_manager_or_the_nearest_above():
    director = PostFactory(title="Director")
    top = ServiceFactory(manager=director)
    team = ServiceFactory(parent=ServiceFactory(parent=top))

    assert owner_of_service(team) == director
    assert owner_of_service(ServiceFactory()) is None


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"question": "And how many were answered?"}, id="question"),
        pytest.param({"service": None, "figure_words": "LP2: 75"}, id="subject"),
        pytest.param({"by": "officer"}, id="asker"),
    ],
)
@pytest.mark.shows("R5")
def test_other_words_from_the_same_page_are_another_query(member, officer, other):
    """As after a step back in the browser: nothing of it is lost, and a double click still makes one of each."""
    said = {
        "question": "How many calls were missed?",
        "by": member,
        "at": AT,
        "sent_as": uuid.uuid4(),
        "owner": None,
        "service": ServiceFactory(),
    }
    later = said | ({"by": officer} if "by" in other else other)

    first, *others = [ask(**each) for each in (said, later, later)]

    assert Query.objects.count() == 2
    assert first != others[0] == others[1]

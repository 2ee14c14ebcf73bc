"""Whose promise it is to settle, and whose query to answer."""

from datetime import date

import pytest

from council.access import Role
from portfolios.figures.reach import reach_of
from tests.factories import PersonFactory, PostFactory, ServiceFactory, TenureFactory, UserFactory

TODAY = date(2026, 10, 12)

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    """A directorate with a service, each with a manager, and a post that sits in each."""
    top = ServiceFactory(manager=PostFactory(service=None))
    below = ServiceFactory(parent=top, manager=PostFactory(service=None))
    return {
        "manager above": top.manager,
        "sits above": PostFactory(service=top),
        "manager": below.manager,
        "owner": PostFactory(service=below),
        "elsewhere": PostFactory(),
    }


def reach(role, post):
    user = UserFactory(role=role)
    TenureFactory(person=PersonFactory(user=user), post=post)
    return reach_of(user, day=TODAY)


@pytest.mark.shows("F88", "S2")
@pytest.mark.parametrize(
    "role, held, may",
    [
        (Role.OFFICER, "owner", True),
        (Role.OFFICER, "manager", True),
        (Role.OFFICER, "manager above", False),
        (Role.OFFICER, "sits above", False),
        (Role.OFFICER, "elsewhere", False),
        (Role.LEAD_OFFICER, "manager above", True),
        (Role.LEAD_OFFICER, "sits above", True),
        (Role.LEAD_OFFICER, "elsewhere", False),
        (Role.ADMINISTRATOR, "elsewhere", True),
    ],
)
def test_who_may_settle_a_promise(council, role, held, may):
    assert reach(role, council[held]).may_settle(council["owner"]) is may


@pytest.mark.shows("F89", "S2")
@pytest.mark.parametrize(
    "role, held, may",
    [
        (Role.OFFICER, "owner", True),
        (Role.OFFICER, "manager", True),
        (Role.OFFICER, "manager above", True),
        (Role.OFFICER, "sits above", True),
        (Role.OFFICER, "elsewhere", False),
        (Role.MEMBER, "owner", False),
        (Role.ADMINISTRATOR, "elsewhere", True),
    ],
)
def test_who_may_answer_a_query(council, role, held, may):
    assert reach(role, council[held]).may_answer(council["owner"], None) is may


@pytest.mark.parametrize("role, may", [(Role.LEAD_OFFICER, False), (Role.ADMINISTRATOR, True)])
def test_what_nobody_owns_is_the_administrators(council, role, may):
    held = reach(role, council["owner"])

    assert (held.may_settle(None), held.may_answer(None, None)) == (may, may)


def test_a_query_about_a_service_is_answered_by_its_officers_whoever_owns_it(council):
    assert reach(Role.OFFICER, council["owner"]).may_answer(None, council["owner"].service_id)

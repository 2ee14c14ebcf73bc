"""Remits on two days beside each other, and all remits of a day."""

from datetime import date, timedelta

import pytest

from council.access import Role
from portfolios.choices import AmendmentKind
from portfolios.figures.remit_compare import compared, two_days
from portfolios.figures.remit_page import all_remits
from portfolios.figures.remits import remit_register
from portfolios.models import Portfolio
from tests.factories import AppointmentFactory, PortfolioFactory, UserFactory
from tests.portfolios import s0
from tests.portfolios.remits import ANNUAL, commenced, decided, drafted
from tests.portfolios.shown import said

KIND = AmendmentKind
pytestmark = pytest.mark.django_db


@pytest.fixture
def admin():
    return UserFactory(username="keeper", role=Role.ADMINISTRATOR)


@pytest.fixture
def paper(admin):
    return s0.paper(by=admin)


def test_two_days_beside_each_other_whichever_is_named_first(paper):
    register = remit_register()
    for pair in ((ANNUAL, s0.DAY_BEFORE), (s0.DAY_BEFORE, ANNUAL)):
        days = two_days(register, *pair)
        rows = {each.name: each for each in compared(register, days, Portfolio.objects.all())}
        [changed] = rows["E-Government and Member Services"].items
        same, added = rows["Development and Economic Regeneration"].items

        assert (days.earlier, days.later) == (s0.DAY_BEFORE, ANNUAL)
        assert said(changed.before) == s0.ONE_STOP_SHOP
        assert said(changed.after) == (
            "responsibility for the {+Customer Relationship Management and +}One Stop Shop"
        )
        assert (changed.said, same.said, added.said) == ("Changed", "No change", "Added")
        assert changed.amendments == [paper.crm]


def test_an_item_that_moved_is_said_on_both_sides_and_a_repealed_one_too(paper, admin):
    day = ANNUAL + timedelta(1)
    for amendment in (
        drafted(
            KIND.MOVE_ITEM, paper.egov, item=paper.one_stop, to_portfolio=paper.regeneration,
            effective_on=day, by=admin,
        ),
        drafted(KIND.REPEAL_ITEM, paper.regeneration, item=paper.planning, effective_on=day, by=admin),
    ):  # fmt: skip
        commenced(decided(amendment, by=admin), by=admin, on=day)
    register = remit_register()
    rows = {
        each.name: each
        for each in compared(register, two_days(register, ANNUAL, day), Portfolio.objects.all())
    }

    assert [each.said for each in rows["E-Government and Member Services"].items] == [
        "Moved to the Development and Economic Regeneration portfolio"
    ]
    assert sorted(each.said for each in rows["Development and Economic Regeneration"].items) == [
        "Moved here from the E-Government and Member Services portfolio",
        "No change",
        "Repealed",
    ]


def test_all_remits_of_a_day_leave_out_portfolios_that_were_not_there(paper):
    AppointmentFactory(portfolio=paper.egov, person__name="Cllr Ashby", starts_on=ANNUAL)
    PortfolioFactory(name="Customers", starts_on=date(2020, 5, 20))
    shown = all_remits(remit_register(), Portfolio.objects.all(), on=ANNUAL)

    assert [(each.name, len(each.items), each.holders) for each in shown] == [
        ("Development and Economic Regeneration", 2, []),
        ("E-Government and Member Services", 1, ["Cllr Ashby"]),
    ]


@pytest.mark.parametrize(
    "pair, said, is_there",
    [
        pytest.param((s0.DAY_BEFORE, date(2012, 1, 1)), "Ended with the portfolio on 19 May 2011", False, id="end"),
        pytest.param((date(2004, 1, 1), s0.DAY_BEFORE), "Began with the portfolio on 1 May 2004", True, id="start"),
    ],
)  # fmt: skip
def test_what_came_or_went_with_its_portfolio_did_so_by_no_amendment(paper, pair, said, is_there):
    portfolio = paper.egov
    portfolio.starts_on, portfolio.ends_on = date(2004, 5, 1), date(2011, 5, 19)
    portfolio.save()
    [found] = compared(remit_register(), two_days(remit_register(), *pair), [portfolio])

    assert found.is_there is is_there
    assert [(item.said, item.amendments) for item in found.items] == [(said, [])]

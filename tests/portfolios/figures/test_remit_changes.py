"""What is about to change a remit, what is only proposed, and when it changed."""

from datetime import date, timedelta

import pytest

from council.access import Role
from portfolios.choices import AmendmentKind
from portfolios.figures.lineage import lineage
from portfolios.figures.remit_changes import card
from portfolios.figures.remits import remit_register
from portfolios.models import Portfolio
from portfolios.operations.amendments import propose
from tests.factories import PortfolioFactory, UserFactory
from tests.portfolios import s0
from tests.portfolios.remits import ANNUAL, commenced, decided, drafted
from tests.portfolios.shown import TODAY, page_of, said

KIND = AmendmentKind
pytestmark = pytest.mark.django_db


@pytest.fixture
def admin():
    return UserFactory(username="keeper", role=Role.ADMINISTRATOR)


@pytest.fixture
def paper(admin):
    return s0.paper(by=admin)


@pytest.mark.shows("F7")
@pytest.mark.parametrize(
    "day, headings",
    [
        pytest.param(s0.BEFORE_THE_DECISION, [], id="before-it-was-decided"),
        pytest.param(
            s0.DAY_BEFORE,
            ["Came into force on 20 May 2005 by decision of the Cabinet, 7 April 2005"],
            id="decided-and-waiting",
        ),
        pytest.param(ANNUAL, [], id="in-force"),
    ],
)
def test_what_was_pending_on_a_day_is_shown_with_it(paper, day, headings):
    assert [each.heading for each in page_of(paper.egov, day).pending] == headings


@pytest.mark.shows("F7", "F6")
def test_what_is_about_to_change_says_when_by_which_decision_and_word_by_word(paper):
    [pending] = page_of(paper.egov, on=s0.DAY_BEFORE, today=s0.DAY_BEFORE).pending

    assert pending.heading == "Comes into force on 20 May 2005 by decision of the Cabinet, 7 April 2005"
    assert [(each.place, said(each.changes)) for each in pending.effects] == [
        ("Item 1", "responsibility for the {+Customer Relationship Management and +}One Stop Shop")
    ]


def test_decided_without_a_day_is_said_and_proposed_is_said_not_to_be_decided(admin):
    paper = s0.paper(by=admin, far="decided")
    proposal = drafted(KIND.RENAME, paper.egov, words="Customers", by=admin)
    propose(proposal, expected=proposal.version, by=admin, at=proposal.entries.get().at)
    page = page_of(paper.egov)

    assert [each.heading for each in page.pending] == [
        "Decided by the Cabinet, 7 April 2005; no day of effect yet"
    ]
    assert [(each.heading, each.is_decided) for each in page.proposed] == [
        ("Proposed, not decided; it would take effect on 20 May 2005", False)
    ]


def test_drafts_are_on_no_page_of_a_portfolio(admin):
    page = page_of(s0.paper(by=admin, far="drafted").egov)

    assert (page.pending, page.proposed, page.days) == ([], [], [])


def test_the_days_on_which_it_changed_are_listed_the_newest_first(paper, admin):
    later = drafted(KIND.RENAME, paper.egov, words="Customers", effective_on=date(2027, 5, 19), by=admin)
    commenced(decided(later, by=admin), by=admin, on=date(2027, 5, 19))
    days = page_of(paper.egov).days

    assert [(each.day, each.is_ahead, each.done) for each in days] == [
        (date(2027, 5, 19), True, "Portfolio renamed"),
        (ANNUAL, False, "Words inserted"),
    ]
    assert days[1].day_before == s0.DAY_BEFORE


def test_a_card_that_does_not_fit_any_more_says_why(paper, admin):
    later = ANNUAL + timedelta(7)
    two = drafted(KIND.OMIT, paper.egov, item=paper.one_stop, anchor="One Stop", effective_on=later, by=admin)
    decided(two, by=admin)
    three = drafted(
        KIND.SUBSTITUTE, paper.egov, item=paper.one_stop, anchor="One Stop", words="Customer",
        effective_on=later - timedelta(1), by=admin,
    )  # fmt: skip
    commenced(decided(three, by=admin), by=admin, on=later - timedelta(1))
    register = remit_register()

    assert "not in the item" in card(register, two, on=TODAY, today=TODAY).problem.sentence


@pytest.mark.shows("F10")
def test_a_portfolio_knows_its_names_what_it_split_from_and_what_it_went_into(paper, admin):
    old = PortfolioFactory(name="Member Support")
    days = [date(2006, 5, 17), date(2007, 5, 16), date(2008, 5, 14)]
    rename = drafted(KIND.RENAME, paper.egov, words="Customers", effective_on=days[0], by=admin)
    commenced(decided(rename, by=admin), by=admin, on=days[0])
    split = drafted(
        KIND.SPLIT, paper.egov, words="Shops", items=[paper.one_stop.pk], effective_on=days[1], by=admin
    )
    commenced(decided(split, by=admin), by=admin, on=days[1])
    merge = drafted(KIND.MERGE, old, to_portfolio=paper.egov, effective_on=days[2], by=admin)
    commenced(decided(merge, by=admin), by=admin, on=days[2])
    shops = Portfolio.objects.get(name="Shops")

    def told(portfolio):
        found = lineage(remit_register(), portfolio.pk, today=TODAY)
        return [(each.said, each.other_name, each.other) for each in found]

    assert told(paper.egov) == [
        ("Renamed from “E-Government and Member Services” to “Customers”", "", None),
        ("Items split off into", "Shops", shops.pk),
        ("Took in", "Member Support", old.pk),
    ]
    assert told(shops) == [("Split from", "Customers", paper.egov.pk)]
    assert told(old) == [("Merged into", "Customers", paper.egov.pk)]

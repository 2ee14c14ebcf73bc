"""The remits of the demo council: the two amendments of 2005, and one of each stage today."""

import datetime
from collections import Counter

import pytest

from portfolios.choices import AmendmentStage, FindingStatus, ItemKind
from portfolios.figures.remits import remit_register
from portfolios.models import Amendment, Portfolio
from portfolios.rules.remits import text_of
from tests.council.demo.conftest import NOVEMBER

pytestmark = pytest.mark.django_db
EVE, ANNUAL = datetime.date(2005, 5, 19), datetime.date(2005, 5, 20)
NEXT = datetime.date(2027, 5, 26)


@pytest.fixture(autouse=True)
def _council(council):
    """Every test here looks at the demo council."""


def texts(name, day):
    remit = remit_register().on(day).remits.of(Portfolio.objects.get(name=name).pk)
    return [text_of(item.words) for item in remit.items]


@pytest.mark.shows("S0-12", "S0-13", "S0-04")
def test_both_amendments_of_2005_are_in_force_from_the_annual_meeting_and_not_a_day_before():
    assert texts("E-Government and Member Services", EVE) == ["responsibility for the One Stop Shop"]
    assert texts("E-Government and Member Services", ANNUAL) == [
        "responsibility for the Customer Relationship Management and One Stop Shop"
    ]
    assert texts("Development and Economic Regeneration", EVE) == ["planning policy"]
    assert texts("Development and Economic Regeneration", ANNUAL)[1].startswith("all executive")


@pytest.mark.shows("S0-14", "S0-21")
def test_each_rests_on_its_recommendation_its_decision_and_one_on_a_draft_finding():
    first, second = Amendment.objects.filter(effective_on=ANNUAL).order_by("pk")

    assert [each.recommendation.number for each in (first, second)] == ["1", "2"]
    assert {each.decision.decided_on for each in (first, second)} == {datetime.date(2005, 4, 7)}
    assert first.finding.status == FindingStatus.DRAFT
    assert first.finding.final_on is None


@pytest.mark.shows("S0-17")
def test_the_other_spelling_of_the_paper_is_kept():
    spelling = Portfolio.objects.get(name="E-Government and Member Services").aliases.get()

    assert spelling.name == "E-Government and Member Service"


def test_every_stage_but_two_is_there_today():
    stages = Counter(each.stage(on=NOVEMBER) for each in Amendment.objects.changes())

    assert stages == {
        AmendmentStage.IN_FORCE: 3,
        AmendmentStage.PENDING: 2,
        AmendmentStage.PROPOSED: 1,
        AmendmentStage.DRAFT: 1,
    }
    assert not remit_register().flagged(NOVEMBER)


def test_todays_portfolios_have_two_to_four_items_of_every_kind():
    remits = remit_register().on(NOVEMBER).remits
    today = [remits.of(each.pk) for each in Portfolio.objects.on(NOVEMBER)]

    assert {len(remit.items) for remit in today} <= {2, 3, 4}
    assert {item.kind for remit in today for item in remit.items} == {*ItemKind}
    assert all(Amendment.objects.get(pk=item.key).source for remit in today for item in remit.items)


def test_at_the_next_annual_meeting_an_item_moves_and_a_portfolio_gets_another_name():
    remits = remit_register().on(NEXT).remits

    assert "the council's own carbon footprint" in texts("Leader and Strategy", NEXT)
    assert "the council's own carbon footprint" not in texts(
        "Leader and Strategy", NEXT - datetime.timedelta(1)
    )
    assert (
        remits.of(Portfolio.objects.get(name="Customers and Digital").pk).name
        == "Customers, Digital and Data"
    )

"""Amendments that could not take effect, that would undo what is in force, and items recorded by mistake."""

from datetime import UTC, datetime, timedelta

import pytest

from portfolios.choices import AmendmentKind, AmendmentStage, AmendmentStep
from portfolios.figures.remits import remit_register
from portfolios.models import Amendment
from portfolios.operations.amendments import NotApplicable, NotNow, bring_into_force, undo, withdraw
from tests.factories import PortfolioFactory
from tests.portfolios.remits import ANNUAL, AT, commenced, decided, drafted, texts

KIND = AmendmentKind
DAY_BEFORE = ANNUAL - timedelta(days=1)
AFTER = datetime(2005, 6, 1, 10, tzinfo=UTC)


@pytest.fixture
def rival(egov, one_stop, admin):
    """Decided, and takes away the words that the insertion looks for."""
    made = drafted(
        KIND.SUBSTITUTE, egov, item=one_stop, anchor="One Stop Shop", words="Centre", place=2, by=admin
    )
    return decided(made, by=admin)


@pytest.fixture
def lost(insertion, rival, admin):
    """An amendment whose day comes after another has taken its anchor away."""
    commenced(decided(insertion, by=admin), by=admin, place=2)
    commenced(rival, by=admin, place=1)
    return Amendment.objects.get(pk=insertion.pk)


@pytest.mark.parametrize(
    "day, stage", [(DAY_BEFORE, AmendmentStage.PENDING), (ANNUAL, AmendmentStage.WITHOUT_EFFECT)]
)
def test_what_could_not_take_effect_is_flagged_and_never_called_in_force(lost, rival, day, stage):
    register = remit_register()

    assert [row for row, _ in register.flagged(day)] == [lost]
    assert register.stage_of(lost, on=day) == stage
    staged = Amendment.objects.with_stage(on=day, without_effect=[*register.without_effect])
    assert staged.get(pk=lost.pk).stage_then == stage
    assert staged.get(pk=rival.pk).stage_then == rival.stage(on=day)


@pytest.mark.parametrize("verb, step", [(undo, AmendmentStep.DECIDED), (withdraw, AmendmentStep.WITHDRAWN)])
def test_what_could_not_take_effect_can_be_taken_back(lost, admin, verb, step):
    verb(lost, expected=lost.version, on=ANNUAL, by=admin, at=AFTER, why="It had no effect")

    assert lost.step == step
    assert remit_register().flagged(ANNUAL) == [] or step == AmendmentStep.DECIDED


def test_what_is_in_force_is_not_undone_by_another_put_before_it(insertion, rival, egov, admin):
    commenced(decided(insertion, by=admin), by=admin, place=2)

    with pytest.raises(NotApplicable, match=f"Amendment {insertion.pk} is in force since 20 May 2005"):
        bring_into_force(rival, effective_on=ANNUAL, place=1, expected=rival.version, by=admin, at=AFTER)

    assert Amendment.objects.get(pk=rival.pk).step == AmendmentStep.DECIDED
    assert texts(egov, ANNUAL) == [
        "responsibility for the Customer Relationship Management and One Stop Shop"
    ]


def test_a_portfolio_that_the_register_ended_takes_no_item(egov, one_stop, admin):
    ended = PortfolioFactory(name="Resources", ends_on=DAY_BEFORE)

    with pytest.raises(NotApplicable, match="ended on 19 May 2005"):
        drafted(KIND.MOVE_ITEM, egov, item=one_stop, to_portfolio=ended, by=admin)


def test_a_draft_that_stands_in_the_way_is_named(insertion, egov, one_stop, admin):
    drafted(KIND.REPEAL_ITEM, egov, item=one_stop, place=2, by=admin)
    repeal = Amendment.objects.get(kind=KIND.REPEAL_ITEM)

    with pytest.raises(NotApplicable, match=f"amendment {repeal.pk} of the same day, which is still a draft"):
        drafted(KIND.OMIT, egov, item=one_stop, anchor="the", place=3, by=admin)


def test_an_item_recorded_by_mistake_is_withdrawn_while_nothing_names_it(egov, one_stop, insertion, admin):
    def give_up(row):
        withdraw(row, expected=row.version, on=ANNUAL, by=admin, at=AT, why="It was never there")

    with pytest.raises(NotNow, match=f"Amendment {insertion.pk} names this item"):
        give_up(one_stop)
    give_up(insertion)
    one_stop.refresh_from_db()
    give_up(one_stop)

    assert texts(egov, ANNUAL) == []

"""Portfolios that have ended or not begun take no amendments, and each name is one portfolio's."""

from datetime import date, timedelta

import pytest

from portfolios.choices import AmendmentKind
from portfolios.rules.remits import replay
from tests.portfolios.rules.remits.cast import AS_FOUND, EGOV, MAY_20, NAMES, REGENERATION, change

KIND = AmendmentKind
DAY_BEFORE = MAY_20 - timedelta(days=1)
ENDED, LATER = (None, DAY_BEFORE), (MAY_20 + timedelta(days=1), None)


def problem(operative, terms, *others):
    return replay([*AS_FOUND, *others, operative], names=NAMES, terms=terms).problems.get(operative.key)


@pytest.mark.parametrize(
    "operative, terms, sentence",
    [
        pytest.param(
            change(KIND.MOVE_ITEM, to_portfolio=REGENERATION),
            {REGENERATION: ENDED},
            "The portfolio it would go to ended on 19 May 2005. Choose one that exists on that day.",
            id="moved-into-an-ended-one",
        ),
        pytest.param(
            change(KIND.ADD_ITEM, item=None, words="libraries"),
            {EGOV: ENDED},
            "The portfolio ended on 19 May 2005. Choose one that exists on that day.",
            id="added-to-an-ended-one",
        ),
        pytest.param(
            change(KIND.MERGE, to_portfolio=REGENERATION),
            {REGENERATION: LATER},
            "The portfolio it would go to begins on 21 May 2005. Choose one that exists on that day.",
            id="merged-into-one-to-come",
        ),
    ],
)
def test_a_portfolio_that_is_not_there_on_the_day_is_refused(operative, terms, sentence):
    assert problem(operative, terms).sentence == sentence


@pytest.mark.parametrize("term", [(None, MAY_20), (MAY_20, None), (None, None)])
def test_a_portfolio_takes_amendments_on_its_first_and_on_its_last_day(term):
    assert problem(change(KIND.MOVE_ITEM, to_portfolio=REGENERATION), {REGENERATION: term}) is None


@pytest.mark.parametrize("kind", [KIND.RENAME, KIND.SPLIT])
@pytest.mark.parametrize("name", [NAMES[REGENERATION], "development  and economic REGENERATION"])
def test_a_name_that_another_portfolio_has_on_the_day_is_refused(kind, name):
    naming = change(kind, items=(12,), words=name)

    assert problem(naming, {}).code == "name_taken"
    assert problem(naming, {REGENERATION: ENDED}) is None


def test_a_name_given_up_before_is_free():
    rename = change(KIND.RENAME, 30, portfolio=REGENERATION, words="Growth", effective_on=date(2005, 5, 1))

    assert problem(change(KIND.RENAME, words=NAMES[REGENERATION]), {}, rename) is None

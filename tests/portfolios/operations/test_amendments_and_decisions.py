"""What a decision allows an amendment: only what was agreed makes one, and only once call-in is over."""

from datetime import date

import pytest

from portfolios.choices import NOTHING_TO_CARRY_OUT, AmendmentStep, BodyKind, CallInOutcome
from portfolios.models import Amendment
from portfolios.operations.amendments import NotNow, bring_into_force, decide, propose
from tests.factories import BodyFactory
from tests.factories.decisions import CallInFactory
from tests.portfolios.remits import AT, DECIDED, cabinet_decision, decided

PUBLISHED = date(2005, 4, 8)
"""A Friday: it can be called in until Friday 15 April, and carried out from Monday 18 April."""

FIRST = date(2005, 4, 18)


def made_by(insertion, admin, **said):
    """The amendment, decided by a decision of which that is so."""
    decision = decided(insertion, by=admin).decision
    for name, value in {"published_on": PUBLISHED, **said}.items():
        setattr(decision, name, value)
    decision.save()
    return decision


def bring(insertion, admin, day):
    return bring_into_force(insertion, effective_on=day, expected=insertion.version, by=admin, at=AT)


@pytest.mark.shows("F7")
@pytest.mark.parametrize("kind", NOTHING_TO_CARRY_OUT)
def test_what_was_not_agreed_makes_no_amendment(insertion, admin, kind):
    propose(insertion, expected=insertion.version, by=admin, at=AT)
    decision = cabinet_decision()
    decision.kind = kind
    decision.save()

    with pytest.raises(NotNow, match=f"“{decision.get_kind_display()}”, which makes no amendment"):
        decide(insertion, decision=decision, expected=insertion.version, by=admin, at=AT)

    assert Amendment.objects.get(pk=insertion.pk).step == AmendmentStep.PROPOSED


@pytest.mark.shows("F7")
def test_a_decision_has_no_effect_before_it_may_be_carried_out(insertion, admin):
    made_by(insertion, admin)

    with pytest.raises(NotNow, match=r"carried out from 18 April 2005\. It cannot take effect on 15 April"):
        bring(insertion, admin, date(2005, 4, 15))
    row = Amendment.objects.get(pk=insertion.pk)
    assert row.step == AmendmentStep.DECIDED

    bring(row, admin, FIRST)
    assert row.effective_on == FIRST


@pytest.mark.parametrize(
    "outcome, said",
    [
        pytest.param(CallInOutcome.WAITING, "must wait until scrutiny has heard it", id="called-in"),
        pytest.param(CallInOutcome.REFERRED_BACK, "must be decided again", id="referred-back"),
    ],
)
def test_nothing_takes_effect_while_it_is_called_in_or_referred_back(insertion, admin, outcome, said):
    decision = made_by(insertion, admin)
    CallInFactory(decision=decision, called_in_on=date(2005, 4, 12), outcome=outcome)

    with pytest.raises(NotNow, match=said):
        bring(insertion, admin, date(2005, 12, 1))


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({"is_urgent": True}, id="urgent"),
        pytest.param({"published_on": None}, id="not-known-when-published"),
        pytest.param({"body": BodyKind.COUNCIL}, id="not-of-the-executive"),
    ],
)
def test_where_call_in_does_not_hold_it_up_the_day_of_the_decision_will_do(insertion, admin, said):
    if "body" in said:
        said = {"body": BodyFactory(kind=said["body"])}
    made_by(insertion, admin, **said)

    bring(insertion, admin, DECIDED)

    assert insertion.effective_on == DECIDED

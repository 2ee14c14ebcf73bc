"""Histories written at once are those that the verbs would have left, and no law is bent for them."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from council.rag import Rag
from performance.choices import Step
from performance.models import Return, Revision
from performance.operations.bulk import PastReturn, PastStep, record_past
from performance.operations.returns import (
    NotAllowedYet,
    NotReady,
    publish_period,
    reopen,
    save_draft,
    sign_off,
    submit,
)
from tests.performance import lives
from tests.performance.lives import AT

WRONG = "The depot sent another figure."
IDENTITIES = {"id", "indicator_return_id"}


@pytest.fixture
def period(db):
    return lives.quarter(2)


@pytest.fixture
def indicator(service):
    return lives.measured(service)


@pytest.fixture
def life(indicator, period, officer, lead_officer, administrator):
    """A return with six steps, one hour each: published, then opened again and corrected."""
    first = lives.assessed(indicator, period, "85").content()
    second = lives.assessed(indicator, period, "79").content()
    taken = [
        (Step.DRAFTED, officer, first, ""),
        (Step.SUBMITTED, officer, first, ""),
        (Step.SIGNED_OFF, lead_officer, first, ""),
        (Step.PUBLISHED, administrator, first, ""),
        (Step.REOPENED, lead_officer, first, WRONG),
        (Step.SUBMITTED, officer, second, ""),
    ]
    return [
        PastStep(step=step, at=AT + timedelta(hours=number), by=by, content=content, reason=reason)
        for number, (step, by, content, reason) in enumerate(taken)
    ]


def past(indicator, period, steps) -> PastReturn:
    return PastReturn(indicator=indicator, period=period, steps=steps)


def facts(row: Return) -> tuple[dict, list[dict]]:
    """A return and its revisions without the numbers that the database gives."""
    row.refresh_from_db()
    revisions = [
        {name: value for name, value in each.items() if name not in IDENTITIES}
        for each in row.revisions.order_by("number").values()
    ]
    numbers = {
        name: getattr(getattr(row, name), "number", None) for name in ("latest", "standing", "published")
    }
    own = {"step": row.step, "version": row.version, "first_submitted_at": row.first_submitted_at}
    return own | numbers, revisions


def test_a_history_written_at_once_is_the_one_the_verbs_leave(indicator, period, life):
    again = lives.measured(indicator.service)
    draft, handed_in, signed, published, reopened, corrected = life
    record_past([past(indicator, period, life)])

    typed = lives.assessed(again, period, "85")
    row = save_draft(typed, expected=0, by=draft.by, at=draft.at)
    row = submit(typed, expected=1, by=handed_in.by, at=handed_in.at)
    sign_off(row, expected=2, by=signed.by, at=signed.at)
    publish_period(period, by=published.by, at=published.at)
    row = Return.objects.get(pk=row.pk)
    reopen(row, expected=4, by=reopened.by, at=reopened.at, reason=WRONG)
    submit(lives.assessed(again, period, "79"), expected=5, by=corrected.by, at=corrected.at)

    assert facts(Return.objects.get(indicator=indicator)) == facts(Return.objects.get(indicator=again))


@pytest.mark.parametrize(
    "places, left",
    [
        pytest.param([0, 2], "Draft", id="draft-signed-off"),
        pytest.param([0, 1, 3], "Submitted", id="published-unsigned"),
        pytest.param([0, 1, 2, 5], "Signed off", id="submitted-again-without-reopening"),
    ],
)
def test_a_step_that_may_not_follow_is_refused(indicator, period, life, places, left):
    with pytest.raises(NotAllowedYet, match=f"at “{left}”"):
        record_past([past(indicator, period, [life[place] for place in places])])


def test_whoever_submitted_may_not_have_signed_off(indicator, period, life):
    own = PastStep(step=Step.SIGNED_OFF, at=life[2].at, by=life[1].by, content=life[2].content)

    with pytest.raises(NotReady, match="submitted this return yourself"):
        record_past([past(indicator, period, [*life[:2], own])])


def test_what_is_off_target_must_have_had_its_comment(indicator, period, officer):
    content = lives.assessed(indicator, period, "60", comment="").content()

    with pytest.raises(NotReady, match="off target"):
        record_past(
            [past(indicator, period, [PastStep(step=Step.SUBMITTED, at=AT, by=officer, content=content)])]
        )


def test_a_field_that_cannot_hold_its_value_is_refused(indicator, period, life, officer):
    content = {**life[0].content, "as_written": "8" * 201}

    with pytest.raises(ValidationError, match="at most 200 characters"):
        record_past(
            [past(indicator, period, [PastStep(step=Step.DRAFTED, at=AT, by=officer, content=content)])]
        )


def test_one_bad_history_among_many_leaves_none(indicator, period, life):
    other = lives.measured(indicator.service)

    with pytest.raises(NotAllowedYet):
        record_past([past(indicator, period, life), past(other, period, life[2:])])
    assert not Return.objects.exists()
    assert not Revision.objects.exists()


def test_a_return_without_steps_is_none(indicator, period):
    assert record_past([past(indicator, period, [])]) == 0
    assert not Return.objects.exists()


def test_an_override_keeps_both_ratings(indicator, period, life):
    content = {**life[2].content, "rating": Rag.AMBER, "override_reason": WRONG}
    signed = PastStep(step=Step.SIGNED_OFF, at=life[2].at, by=life[2].by, content=content, reason=WRONG)

    record_past([past(indicator, period, [*life[:2], signed])])

    standing = Return.objects.get().standing
    assert (standing.rating, standing.rule_rating, standing.is_overridden) == ("amber", "green", True)

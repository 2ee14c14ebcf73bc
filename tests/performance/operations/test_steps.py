"""The life of a return as a table: from each step, every verb that is allowed and every one that is refused."""

import pytest

from council.rag import Rag
from performance.choices import Step
from performance.operations.returns import (
    NotAllowedYet,
    override_rating,
    publish_period,
    reopen,
    save_draft,
    send_back,
    sign_off,
    submit,
)
from tests.factories import IndicatorFactory, TargetFactory
from tests.performance import lives
from tests.performance.lives import AT, WHY

VERBS = ("draft", "submit", "send back", "sign off", "override", "reopen", "publish")
# What each verb leads to from each step; where nothing stands, it is refused.
LIFE = {
    Step.DRAFTED: {"draft": Step.DRAFTED, "submit": Step.SUBMITTED},
    Step.SUBMITTED: {"send back": Step.SENT_BACK, "sign off": Step.SIGNED_OFF, "override": Step.SIGNED_OFF},
    Step.SENT_BACK: {"draft": Step.DRAFTED, "submit": Step.SUBMITTED},
    Step.SIGNED_OFF: {"override": Step.SIGNED_OFF, "reopen": Step.REOPENED, "publish": Step.PUBLISHED},
    Step.PUBLISHED: {"override": Step.SIGNED_OFF, "reopen": Step.REOPENED},
    Step.REOPENED: {"draft": Step.DRAFTED, "submit": Step.SUBMITTED},
}
CASES = [
    pytest.param(step, verb, LIFE[step].get(verb), id=f"{step}-{verb}") for step in LIFE for verb in VERBS
]


@pytest.fixture
def indicator(service):
    return TargetFactory(indicator=IndicatorFactory(service=service)).indicator


@pytest.fixture
def period(db):
    return lives.quarter(2)


def brought_to(step, indicator, period, officer, lead_officer):
    if step == Step.DRAFTED:
        return lives.drafted(indicator, period, by=officer)
    row = lives.submitted(indicator, period, by=officer)
    if step == Step.SENT_BACK:
        send_back(row, expected=row.version, by=lead_officer, at=AT, reason="Whole tonnes please")
    if step in (Step.SIGNED_OFF, Step.PUBLISHED, Step.REOPENED):
        sign_off(row, expected=row.version, by=lead_officer, at=AT)
    if step in (Step.PUBLISHED, Step.REOPENED):
        publish_period(period, by=lead_officer, at=AT)
    if step == Step.REOPENED:
        row = lives.fresh(row)
        reopen(row, expected=row.version, by=lead_officer, at=AT, reason="A typing error")
    return lives.fresh(row)


def do(verb, row, lead_officer):
    said = {"expected": row.version, "by": lead_officer, "at": AT}
    if verb in ("draft", "submit"):
        assessment = lives.assessed(row.indicator, row.period, "86")
        {"draft": save_draft, "submit": submit}[verb](assessment, **said)
    elif verb in ("send back", "reopen"):
        {"send back": send_back, "reopen": reopen}[verb](row, **said, reason=WHY)
    elif verb == "sign off":
        sign_off(row, **said)
    elif verb == "override":
        override_rating(row, **said, rating=Rag.RED, reason=WHY)
    else:
        publish_period(row.period, by=lead_officer, at=AT)


@pytest.mark.shows("F25", "P12", "P11")
@pytest.mark.parametrize("step, verb, leads_to", CASES)
def test_each_step_allows_what_the_table_says_and_nothing_else(
    step, verb, leads_to, indicator, period, officer, lead_officer
):
    row = brought_to(step, indicator, period, officer, lead_officer)
    before = row.revisions.count()

    if leads_to is None and verb != "publish":
        with pytest.raises(NotAllowedYet):
            do(verb, lives.fresh(row), lead_officer)
    else:
        do(verb, lives.fresh(row), lead_officer)

    now = lives.fresh(row)
    assert now.step == (leads_to or step)
    assert now.revisions.count() == before + (leads_to is not None)
    assert now.version == row.version + (leads_to is not None)


@pytest.mark.parametrize(
    "verb, leads_to",
    [pytest.param("draft", Step.DRAFTED, id="draft"), pytest.param("submit", Step.SUBMITTED, id="submit")],
)
def test_a_return_begins_as_a_draft_or_submitted(verb, leads_to, indicator, period, officer):
    begin = {"draft": lives.drafted, "submit": lives.submitted}[verb]

    row = begin(indicator, period, "85%", by=officer)

    revision = row.revisions.get()
    assert (row.step, revision.step, revision.number, revision.by) == (leads_to, leads_to, 1, officer)
    assert (revision.as_written, revision.value, revision.rating) == ("85%", 85, Rag.GREEN)


def test_a_refusal_says_where_the_return_stands(indicator, period, officer, lead_officer):
    row = lives.signed_off(indicator, period, by=officer, lead=lead_officer)

    with pytest.raises(NotAllowedYet, match="at “Signed off”, so it cannot become “Sent back” now"):
        send_back(row, expected=row.version, by=lead_officer, at=AT, reason=WHY)

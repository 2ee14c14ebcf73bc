"""An amendment's way from draft into force, one step at a time, and never half."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from council.audit import Conflict
from council.models import HistoryFixedError
from portfolios.choices import AmendmentKind, AmendmentStage, AmendmentStep
from portfolios.figures.remits import remit_register
from portfolios.models import Amendment
from portfolios.operations.amendments import (
    NotApplicable,
    NotNow,
    bring_into_force,
    decide,
    draft,
    propose,
    redraft,
    undo,
    withdraw,
)
from tests.portfolios.remits import (
    ANNUAL,
    AT,
    DECIDED,
    cabinet_decision,
    commenced,
    decided,
    drafted,
    texts,
)

KIND = AmendmentKind
DAY_BEFORE = ANNUAL - timedelta(days=1)


@pytest.mark.shows("S0-13", "S0-14", "F7", "F8")
def test_words_come_into_force_on_their_day_and_not_a_day_before(insertion, egov, admin):
    commenced(decided(insertion, by=admin), by=admin)

    assert texts(egov, DAY_BEFORE) == ["responsibility for the One Stop Shop"]
    assert texts(egov, ANNUAL) == [
        "responsibility for the Customer Relationship Management and One Stop Shop"
    ]


@pytest.mark.parametrize("far", ["drafted", "proposed", "decided"])
def test_nothing_counts_before_its_day_of_effect_is_settled(insertion, egov, admin, far):
    if far == "proposed":
        propose(insertion, expected=insertion.version, by=admin, at=AT)
    if far == "decided":
        decided(insertion, by=admin)

    assert texts(egov, ANNUAL) == ["responsibility for the One Stop Shop"]


def test_every_step_is_kept_with_old_words_new_words_and_who(insertion, admin):
    commenced(decided(insertion, by=admin), by=admin)
    entries = list(insertion.entries.order_by("number"))

    assert [entry.step for entry in entries] == ["drafted", "proposed", "decided", "commenced"]
    assert {entry.by for entry in entries} == {admin}
    assert entries[0].words_before == "responsibility for the One Stop Shop"
    assert entries[3].words_after == (
        "responsibility for the Customer Relationship Management and One Stop Shop"
    )


def test_an_entry_never_changes(insertion):
    entry = insertion.entries.get()
    entry.why = "Something else"

    for change in (entry.save, entry.delete, insertion.entries.all().delete):
        with pytest.raises(HistoryFixedError):
            change()


@pytest.mark.shows("F5", "L1")
def test_a_draft_whose_anchor_is_not_there_is_not_saved(egov, one_stop, admin):
    with pytest.raises(NotApplicable, match="not in the item"):
        drafted(KIND.OMIT, egov, item=one_stop, anchor="Two Stop Shop", by=admin)

    assert Amendment.objects.filter(kind=KIND.OMIT).count() == 0


def test_a_day_of_effect_before_the_decision_is_refused_whole(insertion, egov, admin):
    decided(insertion, by=admin)
    early = DECIDED - timedelta(days=1)

    with pytest.raises(NotNow, match="cannot take effect before"):
        bring_into_force(insertion, effective_on=early, expected=insertion.version, by=admin, at=AT)

    assert Amendment.objects.get(pk=insertion.pk).step == AmendmentStep.DECIDED


def test_two_people_deciding_the_same_amendment_makes_one_decision(insertion, admin):
    propose(insertion, expected=insertion.version, by=admin, at=AT)
    seen = insertion.version
    one, other = Amendment.objects.get(pk=insertion.pk), Amendment.objects.get(pk=insertion.pk)
    decide(one, decision=cabinet_decision(), expected=seen, by=admin, at=AT)

    with pytest.raises(Conflict):
        decide(other, decision=cabinet_decision(DECIDED + timedelta(7)), expected=seen, by=admin, at=AT)

    assert Amendment.objects.get(pk=insertion.pk).decision.decided_on == DECIDED


def test_an_amendment_of_a_repealed_item_is_refused(egov, one_stop, admin):
    commenced(decided(drafted(KIND.REPEAL_ITEM, egov, item=one_stop, by=admin), by=admin), by=admin)

    with pytest.raises(NotApplicable, match="repealed or moved"):
        drafted(KIND.OMIT, egov, item=one_stop, anchor="the", effective_on=ANNUAL + timedelta(1), by=admin)


@pytest.mark.shows("F9")
def test_a_change_that_breaks_a_pending_amendment_is_told_at_once(insertion, egov, one_stop, admin):
    commenced(decided(insertion, by=admin), by=admin, place=2)
    other = drafted(KIND.SUBSTITUTE, egov, item=one_stop, anchor="One Stop", words="Customer", by=admin)
    decided(other, by=admin)

    broken = bring_into_force(other, effective_on=ANNUAL, place=1, expected=other.version, by=admin, at=AT)

    assert [row for row, _ in broken] == [insertion]
    assert [row for row, _ in remit_register().flagged(DAY_BEFORE)] == [insertion]
    assert texts(egov, ANNUAL) == ["responsibility for the Customer Shop"]


def test_a_draft_may_build_on_another_of_its_day(insertion, egov, one_stop, admin):
    second = drafted(
        KIND.INSERT_AFTER,
        egov,
        item=one_stop,
        anchor="Customer Relationship Management",
        words="(CRM)",
        place=2,
        by=admin,
    )

    assert remit_register().problem_of(second) is None


def test_what_builds_on_a_draft_cannot_be_decided_before_it(insertion, egov, one_stop, admin):
    second = drafted(
        KIND.INSERT_AFTER, egov, item=one_stop, anchor="Management", words="(CRM)", place=2, by=admin
    )

    with pytest.raises(NotApplicable):
        decided(second, by=admin)


@pytest.mark.parametrize("far", [0, 1, 2])
def test_an_amendment_is_withdrawn_at_any_point_before_it_is_in_force(insertion, egov, admin, far):
    for step in (lambda: decided(insertion, by=admin), lambda: commenced(insertion, by=admin))[:far]:
        step()
    withdraw(insertion, expected=insertion.version, on=DAY_BEFORE, by=admin, at=AT, why="Not wanted")

    assert insertion.stage(on=ANNUAL) == AmendmentStage.WITHDRAWN
    assert texts(egov, ANNUAL) == ["responsibility for the One Stop Shop"]


@pytest.mark.parametrize("verb", [withdraw, undo])
def test_what_is_in_force_is_neither_undone_nor_withdrawn(insertion, egov, admin, verb):
    commenced(decided(insertion, by=admin), by=admin)

    with pytest.raises(NotNow, match="in force since 20 May 2005"):
        verb(insertion, expected=insertion.version, on=ANNUAL, by=admin, at=AT, why="Too late")

    assert len(texts(egov, ANNUAL)[0]) > len("responsibility for the One Stop Shop")


def test_undoing_takes_one_step_back_at_a_time(insertion, admin):
    commenced(decided(insertion, by=admin), by=admin)
    steps = []
    for _ in range(3):
        undo(insertion, expected=insertion.version, on=DAY_BEFORE, by=admin, at=AT, why="Back")
        steps.append(insertion.step)

    assert steps == ["decided", "proposed", "drafted"]
    assert Amendment.objects.get(pk=insertion.pk).decision is None
    with pytest.raises(NotNow, match="withdrawn"):
        undo(insertion, expected=insertion.version, on=DAY_BEFORE, by=admin, at=AT, why="Back")


def test_words_are_open_only_while_they_are_a_draft(insertion, admin):
    propose(insertion, expected=insertion.version, by=admin, at=AT)
    insertion.words = "Other words"

    with pytest.raises(NotNow):
        redraft(insertion, expected=insertion.version, by=admin, at=AT, why="A thought")

    assert Amendment.objects.get(pk=insertion.pk).words == "Customer Relationship Management and"


@pytest.mark.shows("S0-04")
def test_a_recorded_item_says_where_it_is_from(egov, admin):
    item = Amendment(kind=KIND.RECORD, portfolio=egov, words="libraries")

    with pytest.raises(ValidationError, match="where the recorded words are from"):
        draft(item, by=admin, at=AT)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from([KIND.INSERT_BEFORE, KIND.INSERT_AFTER, KIND.SUBSTITUTE, KIND.OMIT]),
    anchor=st.sampled_from(["responsibility", "for", "the", "One", "Stop", "Shop"]),
    words=st.text("abc", min_size=1, max_size=8),
)
def test_applying_then_undoing_gives_the_same_text(egov, one_stop, admin, kind, anchor, words):
    before = texts(egov, ANNUAL)
    put_in = {} if kind == KIND.OMIT else {"words": words}
    amendment = drafted(kind, egov, item=one_stop, anchor=anchor, by=admin, **put_in)
    commenced(decided(amendment, by=admin), by=admin)
    assert texts(egov, ANNUAL) != before

    undo(amendment, expected=amendment.version, on=DAY_BEFORE, by=admin, at=AT, why="Back")
    assert texts(egov, ANNUAL) == before
    withdraw(amendment, expected=amendment.version, on=DAY_BEFORE, by=admin, at=AT, why="Done with")

"""Drafting, deciding and adopting: history is kept, reasons are asked for, nobody overwrites another."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from council.audit import Conflict
from performance.figures.due import due_of_services
from performance.figures.sets import newest_entries, set_before, set_lines
from performance.models import IndicatorSet, SetEntry
from performance.operations.sets import Choice, NotReady, Overtaken, adopt, change_terms, decide, draft_set
from tests.factories import BodyFactory, IndicatorFactory, ResponsibilityFactory, ServiceFactory
from tests.performance import lives
from tests.performance.sets.sets import AT, IN, OUT, TEAM, adopted, drafted, keeper, moved

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return BodyFactory(name="Prosperity Committee")


@pytest.fixture
def service(body):
    service = ServiceFactory(name="Waste")
    ResponsibilityFactory(service=service, portfolio=None, body=body, aspect="policy")
    return service


@pytest.fixture
def bins(service):
    return IndicatorFactory(service=service, title="Missed bins")


@pytest.fixture
def calls(service):
    return IndicatorFactory(service=service, title="Calls")


def levels(row):
    return {pk: entry.level for pk, entry in newest_entries(row).items()}


def test_a_draft_starts_from_the_levels_of_the_last_adopted_set(body, bins, calls):
    adopted(body, {bins: IN, calls: TEAM}, year=2025, reason="As ever")

    draft = draft_set(body, year=2026, by=keeper(), at=AT)

    assert levels(draft) == {bins.pk: IN, calls.pk: TEAM}
    assert {entry.reason for entry in draft.entries.all()} == {""}


def test_what_ended_is_not_copied(body, bins, calls):
    adopted(body, {bins: IN, calls: IN}, year=2025)
    calls.ends_on = date(2026, 3, 31)
    calls.save()

    assert levels(draft_set(body, year=2026, by=keeper(), at=AT)) == {bins.pk: IN}


def test_a_body_has_one_set_a_year(body):
    draft_set(body, year=2026, by=keeper(), at=AT)

    with pytest.raises(ValidationError, match="already has an indicator set for that year"):
        draft_set(body, year=2026, by=keeper(), at=AT)


@pytest.mark.shows("S1-19")
def test_a_set_decides_on_what_its_body_answers_for(body, bins):
    IndicatorFactory(title="Of another service")

    lines = set_lines(draft_set(body, year=2026, by=keeper(), at=AT), before=None)

    assert [line.indicator for line in lines] == [bins]


def test_a_body_that_answers_for_nothing_decides_on_everything(bins):
    elsewhere = IndicatorFactory(title="Of another service")
    draft = draft_set(BodyFactory(), year=2026, by=keeper(), at=AT)

    assert {line.indicator for line in set_lines(draft, before=None)} == {bins, elsewhere}


@pytest.mark.shows("S1-17", "F29")
def test_adoption_is_refused_while_a_reason_is_missing(body, bins, calls):
    adopted(body, {bins: IN, calls: IN}, year=2025)
    draft = moved(draft_set(body, year=2026, by=keeper(), at=AT), {calls: TEAM})

    with pytest.raises(NotReady, match="Calls leaves the members' report: say why."):
        adopt(draft, expected=draft.version, on=date(2026, 5, 20), by=keeper())

    assert not IndicatorSet.objects.get(pk=draft.pk).is_adopted


def test_adoption_is_refused_while_an_indicator_is_undecided(body, bins, calls):
    draft = drafted(body, {bins: IN})

    with pytest.raises(NotReady, match="Nobody has decided on Calls."):
        adopt(draft, expected=draft.version, on=date(2026, 5, 20), by=keeper())


@pytest.mark.shows("S1-13")
def test_a_reduced_set_is_adopted_with_reasons_and_consultation(body, bins, calls):
    old = adopted(body, {bins: IN, calls: IN}, year=2025)

    new = adopted(body, {calls: TEAM}, reason="Too small", consulted="Steering group")

    assert new.is_adopted
    assert set_before(new) == old
    assert newest_entries(new)[calls.pk].reason == "Too small"


def test_two_who_adopt_at_once_are_told(body, bins):
    draft = drafted(body, {bins: IN})

    with pytest.raises(Conflict):
        adopt(draft, expected=draft.version - 1, on=date(2026, 5, 20), by=keeper())


def test_an_adopted_set_is_not_adopted_again_nor_its_terms_changed(body, bins):
    made = adopted(body, {bins: IN})

    with pytest.raises(NotReady, match="This set is adopted"):
        adopt(made, expected=made.version, on=date(2026, 5, 21), by=keeper())
    with pytest.raises(NotReady, match="This set is adopted"):
        change_terms(
            made,
            expected=made.version,
            first_quarter=2,
            reason="",
            consulted="",
            consulted_on=None,
            by=keeper(),
        )


def test_an_adopted_set_changes_only_with_a_reason_and_keeps_what_was(body, bins):
    made = adopted(body, {bins: IN})

    with pytest.raises(NotReady, match="say why the adopted set is changed"):
        moved(made, {bins: TEAM})
    moved(made, {bins: TEAM}, reason="Asked by members")

    entries = list(SetEntry.objects.filter(indicator_set=made).order_by("number"))
    assert [(each.level, each.is_after_adoption) for each in entries] == [(IN, False), (TEAM, True)]


def test_the_second_to_decide_on_an_indicator_is_shown_the_first(body, bins, calls):
    made = drafted(body, {bins: IN, calls: IN})
    moved(made, {bins: OUT})

    with pytest.raises(Overtaken) as told:
        decide(made, [Choice(bins, 1, TEAM), Choice(calls, 1, TEAM)], by=keeper(), at=AT)

    assert {pk: entry.level for pk, entry in told.value.entries.items()} == {bins.pk: OUT}
    assert levels(made) == {bins.pk: OUT, calls.pk: IN}


def test_two_who_decide_on_different_indicators_do_not_meet(body, bins, calls):
    made = drafted(body, {bins: IN, calls: IN})

    decide(made, [Choice(bins, 1, TEAM)], by=keeper(), at=AT)
    decide(made, [Choice(calls, 1, OUT)], by=keeper(), at=AT)

    assert levels(made) == {bins.pk: TEAM, calls.pk: OUT}


@pytest.mark.shows("S1-14", "F30")
def test_a_dropped_indicator_is_still_owed_by_its_service(body, bins, calls, service):
    lives.quarter(1)
    adopted(body, {bins: IN, calls: IN}, year=2025)
    adopted(body, {calls: TEAM}, reason="Too small")

    [line] = due_of_services({service.pk}, day=date(2026, 10, 12))

    assert line.expected == 2

"""Sign-off, override, correction and publication: who may, what is kept, what goes on standing."""

from decimal import Decimal

import pytest

from council.audit import Conflict
from council.rag import Rag
from performance.choices import Known, Step
from performance.models import Return, Revision
from performance.operations import returns
from performance.operations.returns import (
    NotReady,
    override_rating,
    publish_period,
    reopen,
    send_back,
    sign_off,
)
from tests.factories import IndicatorFactory, TargetFactory
from tests.performance import lives
from tests.performance.lives import AT, WHY


@pytest.fixture
def indicator(service):
    return TargetFactory(indicator=IndicatorFactory(service=service)).indicator


@pytest.fixture
def period(db):
    return lives.quarter(2)


@pytest.mark.shows("C9", "P13")
def test_nobody_signs_off_what_they_submitted(indicator, period, lead_officer):
    row = lives.submitted(indicator, period, by=lead_officer)

    with pytest.raises(NotReady, match="Another lead officer must sign it off"):
        sign_off(row, expected=row.version, by=lead_officer, at=AT)

    row = lives.fresh(row)
    assert (row.step, row.standing, row.version) == (Step.SUBMITTED, None, 1)


@pytest.mark.shows("C9", "P13")
def test_nobody_overrides_what_they_submitted(indicator, period, lead_officer):
    row = lives.submitted(indicator, period, by=lead_officer)

    with pytest.raises(NotReady):
        override_rating(row, expected=row.version, by=lead_officer, at=AT, rating=Rag.GREEN, reason=WHY)


@pytest.mark.shows("P13")
def test_sending_back_and_submitting_oneself_is_no_way_around(indicator, period, officer, lead_officer):
    row = lives.submitted(indicator, period, by=officer)
    send_back(row, expected=row.version, by=lead_officer, at=AT, reason=WHY)
    row = lives.submitted(indicator, period, "99", by=lead_officer, expected=row.version)

    with pytest.raises(NotReady):
        sign_off(row, expected=row.version, by=lead_officer, at=AT)


@pytest.mark.shows("C9")
def test_a_second_lead_officer_signs_off_the_first_ones_return(indicator, period, lead_officer):
    row = lives.submitted(indicator, period, by=lead_officer)

    sign_off(row, expected=row.version, by=lives.somebody("another lead"), at=AT)

    assert lives.fresh(row).standing.value == 85


@pytest.mark.shows("R7", "C6")
def test_a_sign_off_of_an_older_version_is_refused(indicator, period, officer, lead_officer):
    row = lives.submitted(indicator, period, by=officer)
    seen = row.version
    send_back(row, expected=seen, by=lead_officer, at=AT, reason=WHY)
    lives.submitted(indicator, period, "99", by=officer, expected=row.version)

    with pytest.raises(Conflict) as conflict:
        sign_off(row, expected=seen, by=lead_officer, at=AT)

    assert conflict.value.current.step == Step.SUBMITTED
    assert lives.fresh(row).standing is None


@pytest.mark.shows("C7")
def test_of_sign_off_and_sending_back_the_second_is_told(indicator, period, officer, lead_officer):
    row = lives.submitted(indicator, period, by=officer)
    seen = row.version
    sign_off(row, expected=seen, by=lead_officer, at=AT)

    with pytest.raises(Conflict):
        send_back(row, expected=seen, by=lives.somebody("another lead"), at=AT, reason=WHY)

    assert lives.fresh(row).step == Step.SIGNED_OFF


@pytest.mark.shows("F37")
def test_an_override_keeps_both_ratings_and_its_reason(indicator, period, officer, lead_officer):
    row = lives.submitted(indicator, period, "60", by=officer)

    override_rating(row, expected=row.version, by=lead_officer, at=AT, rating=Rag.AMBER, reason="One week")

    standing = lives.fresh(row).standing
    assert (standing.rule_rating, standing.rating, standing.override_reason) == ("red", "amber", "One week")
    assert (standing.is_overridden, standing.by) == (True, lead_officer)


@pytest.mark.shows("F37", "F20")
@pytest.mark.parametrize("known", [Known.NOT_KNOWN, Known.NOT_DUE])
def test_a_blank_never_becomes_green(known, indicator, period, officer, lead_officer):
    row = lives.submitted(indicator, period, "", by=officer, known=known)

    with pytest.raises(NotReady, match="there is no value to rate"):
        override_rating(row, expected=row.version, by=lead_officer, at=AT, rating=Rag.GREEN, reason=WHY)

    row = lives.fresh(row)
    assert (row.step, row.standing, row.latest.rating) == (Step.SUBMITTED, None, known)


@pytest.mark.shows("F37")
def test_a_new_value_is_rated_by_the_rule_again(indicator, period, officer, lead_officer):
    row = lives.submitted(indicator, period, "60", by=officer)
    override_rating(row, expected=row.version, by=lead_officer, at=AT, rating=Rag.AMBER, reason=WHY)
    reopen(row, expected=row.version, by=lead_officer, at=AT, reason=WHY)
    row = lives.submitted(indicator, period, "61", by=officer, expected=row.version)

    assert (row.latest.rating, row.latest.override_reason) == (Rag.RED, "")


@pytest.mark.shows("F25", "F27")
def test_a_reopened_return_goes_on_standing_until_the_new_value_is_signed_off(
    indicator, period, officer, lead_officer
):
    row = lives.signed_off(indicator, period, "85", by=officer, lead=lead_officer)
    reopen(row, expected=row.version, by=lead_officer, at=AT, reason="Counted twice")
    row = lives.submitted(indicator, period, "81", by=officer, expected=row.version)

    assert (lives.fresh(row).standing.value, row.is_under_correction) == (Decimal(85), True)

    sign_off(row, expected=row.version, by=lead_officer, at=AT)

    row = lives.fresh(row)
    assert (row.standing.value, row.is_under_correction) == (Decimal(81), False)


@pytest.mark.shows("F27", "L19")
def test_a_corrected_value_keeps_the_published_one_with_the_reason(indicator, period, officer, lead_officer):
    row = lives.published(indicator, period, "85", by=officer, lead=lead_officer)
    reopen(row, expected=row.version, by=lead_officer, at=AT, reason="Counted twice")
    row = lives.submitted(indicator, period, "81", by=officer, expected=row.version)
    sign_off(row, expected=row.version, by=lead_officer, at=AT)

    row = lives.fresh(row)
    assert (row.published.value, row.standing.value) == (85, 81)
    assert row.revisions.get(step=Step.REOPENED).reason == "Counted twice"

    publish_period(period, by=lead_officer, at=AT)

    assert lives.fresh(row).published.value == 81


@pytest.mark.shows("N55", "C12")
def test_a_rating_keeps_the_target_that_was_in_force(indicator, period, officer, lead_officer):
    row = lives.signed_off(indicator, period, "85", by=officer, lead=lead_officer)
    indicator.targets.update(value=99, as_written="99")

    standing = lives.fresh(row).standing
    assert (standing.target_value, standing.rating) == (80, Rag.GREEN)


def test_publishing_takes_what_is_signed_off_in_that_period_only(service, period, officer, lead_officer):
    ready, waiting = IndicatorFactory(service=service), IndicatorFactory(service=service)
    lives.signed_off(ready, period, by=officer, lead=lead_officer)
    lives.signed_off(ready, lives.quarter(1), by=officer, lead=lead_officer)
    lives.submitted(waiting, period, by=officer)

    number = publish_period(period, by=lead_officer, at=AT)

    assert number == 1
    assert list(Return.objects.filter(step=Step.PUBLISHED).values_list("indicator", "period")) == [
        (ready.pk, period.pk)
    ]


@pytest.mark.shows("R7", "P8")
def test_publishing_is_all_or_none(service, period, officer, lead_officer, monkeypatch):
    for indicator in IndicatorFactory.create_batch(3, service=service):
        lives.signed_off(indicator, period, by=officer, lead=lead_officer)
    claims = []

    def claim(row, *, expected):
        claims.append(row)
        if len(claims) == 3:
            raise Conflict(row)

    monkeypatch.setattr(returns, "claim_version", claim)

    with pytest.raises(Conflict):
        publish_period(period, by=lead_officer, at=AT)

    assert not Return.objects.filter(step=Step.PUBLISHED).exists()
    assert not Revision.objects.filter(step=Step.PUBLISHED).exists()

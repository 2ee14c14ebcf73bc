import datetime

import pytest
from django.utils import timezone

from performance.figures.assessment import Entry, assess
from performance.figures.context import rating_contexts
from performance.figures.corrections import corrections
from performance.models import Return
from performance.operations.returns import publish_period, reopen, sign_off, submit
from tests.factories import IndicatorFactory, PeriodFactory, TargetFactory

pytestmark = pytest.mark.shows("F27", "F25")


@pytest.fixture
def indicator(service):
    indicator = IndicatorFactory(service=service)
    TargetFactory(indicator=indicator, value=80)
    return indicator


@pytest.fixture
def give(indicator, officer, lead_officer):
    """Enters a value and has it signed off."""
    period = PeriodFactory()

    def give(value: str, *, expected: int = 0) -> Return:
        context = rating_contexts([indicator], period)[indicator.pk]
        entry = Entry(as_written=value, comment="Two rounds were missed; both run again.")
        row = submit(assess(context, entry), expected=expected, by=officer, at=timezone.now())
        sign_off(row, expected=row.version, by=lead_officer, at=timezone.now())
        row.refresh_from_db()
        return row

    return give


def publish(row, by):
    publish_period(row.period, by=by, at=datetime.datetime(2026, 11, 3, 10, 0, tzinfo=datetime.UTC))
    row.refresh_from_db()


def test_published_value_that_stands_has_no_correction(indicator, give, administrator):
    publish(give("60"), administrator)

    assert corrections(indicator) == {}


def test_correction_keeps_the_published_value_with_the_reason(indicator, give, administrator, lead_officer):
    row = give("60")
    publish(row, administrator)
    reopen(row, expected=row.version, by=lead_officer, at=timezone.now(), reason="A depot was left out.")
    row = give("62", expected=row.version)

    [correction] = corrections(indicator)[row.pk]

    assert (
        correction.words
        == "Published as 60 on 3 November 2026; corrected to 62 because “A depot was left out.”"
    )


def test_correction_is_kept_after_the_new_value_is_published_too(
    indicator, give, administrator, lead_officer
):
    row = give("60")
    publish(row, administrator)
    reopen(row, expected=row.version, by=lead_officer, at=timezone.now(), reason="A depot was left out.")
    row = give("62", expected=row.version)
    publish(row, administrator)

    assert len(corrections(indicator)[row.pk]) == 1


def test_reopening_alone_corrects_nothing(indicator, give, administrator, lead_officer):
    row = give("60")
    publish(row, administrator)
    reopen(row, expected=row.version, by=lead_officer, at=timezone.now(), reason="A depot was left out.")

    row.refresh_from_db()

    assert corrections(indicator) == {}
    assert row.standing.as_written == "60"
    assert row.is_under_correction

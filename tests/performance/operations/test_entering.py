"""Entering a return: what is kept, what keeps it from being submitted, and what never changes again."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from council.audit import Conflict
from council.models import HistoryFixedError
from council.rag import Rag
from performance.choices import Known, Step, Travel, ValueStatus
from performance.models import Return, Revision
from performance.operations.returns import NotReady, save_draft, send_back
from tests.factories import IndicatorFactory, TargetFactory
from tests.performance import lives
from tests.performance.lives import AT


@pytest.fixture
def indicator(service):
    return TargetFactory(indicator=IndicatorFactory(service=service)).indicator


@pytest.fixture
def period(db):
    return lives.quarter(2)


@pytest.mark.shows("F16", "F19")
def test_what_was_typed_is_kept_beside_what_it_means(indicator, period, officer):
    row = lives.drafted(indicator, period, "36 of 80", by=officer, value_status=ValueStatus.ESTIMATE)

    kept = lives.fresh(row).latest
    assert (kept.as_written, kept.value, kept.numerator, kept.denominator) == ("36 of 80", 45, 36, 80)
    assert (kept.value_status, kept.target_as_written, kept.target_value) == ("estimate", "80", 80)


@pytest.mark.shows("N2")
def test_nought_is_kept_as_nought(indicator, period, officer):
    kept = lives.drafted(indicator, period, "0", by=officer).latest

    assert (kept.value, kept.known, kept.rating) == (Decimal(0), Known.KNOWN, Rag.RED)


@pytest.mark.shows("F20", "N1")
@pytest.mark.parametrize(
    "known, rating",
    [
        pytest.param(Known.NOT_KNOWN, Rag.NOT_KNOWN, id="not-known"),
        pytest.param(Known.NOT_DUE, Rag.NOT_DUE, id="not-due"),
    ],
)
def test_a_blank_has_a_state_of_its_own_and_no_figure(known, rating, indicator, period, officer):
    kept = lives.submitted(indicator, period, "", by=officer, known=known).latest

    assert (kept.known, kept.value, kept.rating) == (known, None, rating)


@pytest.mark.parametrize(
    "as_written, comment, field",
    [
        pytest.param("", "", "as_written", id="nothing"),
        pytest.param("75", "", "comment", id="amber-without-a-comment", marks=pytest.mark.shows("F26")),
        pytest.param("12", "", "comment", id="red-without-a-comment", marks=pytest.mark.shows("F26")),
        pytest.param("not known", "", "comment", id="not-known-without-a-reason"),
        pytest.param("NaN", "", "as_written", id="not-a-number", marks=pytest.mark.shows("N4")),
    ],
)
def test_what_is_not_ready_is_not_submitted(as_written, comment, field, indicator, period, officer):
    with pytest.raises(NotReady) as refused:
        lives.submitted(indicator, period, as_written, by=officer, comment=comment)

    assert [problem.field for problem in refused.value.problems] == [field]
    assert not Return.objects.exists()


def test_on_target_needs_no_comment(indicator, period, officer):
    assert lives.submitted(indicator, period, "80", by=officer, comment="").step == Step.SUBMITTED


def test_a_value_that_cannot_be_read_is_not_kept_as_a_draft(indicator, period, officer):
    with pytest.raises(NotReady):
        lives.drafted(indicator, period, "£2m", by=officer)

    assert not Return.objects.exists()


@pytest.mark.shows("C1", "R4")
def test_two_first_drafts_of_one_return_conflict(indicator, period, officer, lead_officer):
    lives.drafted(indicator, period, "85", by=officer)

    with pytest.raises(Conflict) as conflict:
        lives.drafted(indicator, period, "90", by=lead_officer)

    assert conflict.value.current.latest.as_written == "85"
    assert Revision.objects.count() == 1


@pytest.mark.shows("R1")
def test_a_version_of_a_return_that_was_never_begun_is_a_conflict(indicator, period, officer):
    with pytest.raises(Conflict) as conflict:
        lives.drafted(indicator, period, "85", by=officer, expected=7)

    assert conflict.value.current is None


def test_the_first_submission_stays_on_record(indicator, period, officer, lead_officer):
    later = datetime(2026, 11, 5, 9, 0, tzinfo=UTC)
    row = lives.submitted(indicator, period, by=officer)
    send_back(row, expected=row.version, by=lead_officer, at=AT, reason="Whole numbers please")
    lives.submitted(indicator, period, "86", by=officer, expected=row.version, at=later)

    assert lives.fresh(row).first_submitted_at == AT


@pytest.mark.shows("F41")
def test_the_direction_of_travel_is_kept_with_the_value(indicator, officer):
    lives.signed_off(indicator, lives.quarter(2, 2025), "70", by=officer)
    lives.signed_off(indicator, lives.quarter(1), "90", by=officer)

    kept = lives.drafted(indicator, lives.quarter(2), "85", by=officer).latest

    assert (kept.travel_short, kept.travel_long) == (Travel.WORSE, Travel.BETTER)


def change(revision):
    revision.comment = "Better than it was"
    revision.save()


@pytest.mark.shows("F25")
@pytest.mark.parametrize(
    "tamper",
    [
        pytest.param(change, id="save"),
        pytest.param(lambda revision: revision.delete(), id="delete"),
        pytest.param(lambda revision: Revision.objects.update(comment="x"), id="update"),
        pytest.param(lambda revision: Revision.objects.filter(pk=revision.pk).delete(), id="delete-many"),
        pytest.param(
            lambda revision: Revision.objects.bulk_update([revision], ["comment"]), id="bulk-update"
        ),
        pytest.param(lambda revision: revision.indicator_return.revisions.update(comment="x"), id="related"),
    ],
)
def test_a_revision_never_changes(tamper, indicator, period, officer):
    revision = lives.drafted(indicator, period, by=officer).latest

    with pytest.raises(HistoryFixedError), transaction.atomic():
        tamper(revision)

    assert Revision.objects.get().comment == lives.WHY


def test_the_database_refuses_an_override_without_its_reason(indicator, period, officer):
    row = lives.drafted(indicator, period, by=officer)
    content = {"rule_rating": Rag.RED, "rating": Rag.GREEN, "number": 9, "step": Step.SIGNED_OFF, "at": AT}

    with pytest.raises(IntegrityError, match="override_has_reason"), transaction.atomic():
        Revision.objects.create(indicator_return=row, **content)


def test_a_draft_names_its_officer_and_moment(indicator, period, officer):
    row = save_draft(lives.assessed(indicator, period), expected=0, by=officer, at=AT)

    assert (row.latest.by, row.latest.at) == (officer, AT)

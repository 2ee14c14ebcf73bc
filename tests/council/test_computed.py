"""Indicators that are counted from the product's own records: what they count, and how they become returns."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.management import call_command

from council.computed.sources import COMPUTATIONS, compute
from performance.choices import Known, Step
from performance.figures.computed import offered, recount_remark
from performance.models import Recount, Return
from performance.operations import returns
from performance.operations.computed import Outcome
from performance.operations.returns import NotReady
from portfolios.choices import Fate
from tests.factories import IndicatorFactory
from tests.factories.promises import PromiseFactory
from tests.performance import lives

AT = datetime(2026, 10, 12, 8, 0, tzinfo=UTC)
LATER = datetime(2026, 10, 13, 8, 0, tzinfo=UTC)
IN_QUARTER_2 = date(2026, 8, 14)


@pytest.fixture
def period(db):
    return lives.quarter(2)


@pytest.fixture
def kept(service):
    """Share of promises kept, with a target of 80%."""
    return lives.measured(service, title="Promises kept", computed_from="promises_kept")


def promises(*fates, due_on=IN_QUARTER_2, **more):
    for fate in fates:
        PromiseFactory(fate=fate, due_on=due_on, **more)


def row_of(indicator):
    return Return.objects.select_related("latest", "standing", "indicator").get(indicator=indicator)


def counted(indicator, period, *, asked_by=None, at=AT):
    return compute(indicator, period, asked_by=asked_by, at=at)


def signed_off(indicator, period, lead):
    counted(indicator, period)
    row = row_of(indicator)
    returns.sign_off(row, expected=row.version, by=lead, at=AT)
    return row_of(indicator)


def test_a_figure_on_target_waits_for_sign_off_with_its_query_in_words(kept, period):
    promises(*[Fate.KEPT] * 9, Fate.MISSED)

    outcome = counted(kept, period)

    latest = row_of(kept).latest
    assert (outcome, row_of(kept).step) == (Outcome.SUBMITTED, Step.SUBMITTED)
    assert (latest.value, latest.numerator, latest.denominator) == (90, 9, 10)
    assert (latest.value_status, latest.by, latest.reason) == (
        "actual",
        None,
        "Computed from the product’s own records.",
    )
    assert latest.comment == latest.computed_words
    assert latest.comment.startswith(
        "Share of promises kept, 1 July to 30 September 2026, of the whole council. "
        "Promises due: 10. Kept by now: 9."
    )
    assert latest.comment.endswith("Counted on 12 October 2026 at 09:00.")


def test_off_target_it_waits_as_a_draft_until_an_officer_says_what_happens_next(kept, period, officer):
    promises(Fate.KEPT, Fate.MISSED)

    assert counted(kept, period) == Outcome.DRAFTED
    latest = row_of(kept).latest
    again = lives.assessed(
        kept, period, latest.as_written, comment=latest.comment, computed_words=latest.computed_words
    )
    assert [each.field for each in again.submission_problems()] == ["comment"]
    explained = lives.assessed(
        kept, period, latest.as_written, comment=lives.WHY, computed_words=latest.computed_words
    )
    assert returns.submit(explained, expected=row_of(kept).version, by=officer, at=AT).step == Step.SUBMITTED


def test_nothing_to_count_is_not_known_and_never_nought(kept, period):
    counted(kept, period)

    latest = row_of(kept).latest
    assert (latest.known, latest.value, latest.as_written, latest.rating) == (
        Known.NOT_KNOWN,
        None,
        "",
        "not_known",
    )
    assert "No promise was due in the period, so there is nothing to take a share of." in latest.comment


def test_a_draft_is_counted_anew_and_keeps_its_officers_comment(kept, period, officer):
    promises(Fate.KEPT, Fate.MISSED)
    counted(kept, period)
    row = row_of(kept)
    explained = lives.assessed(
        kept, period, "1 of 2", comment=lives.WHY, computed_words=row.latest.computed_words
    )
    returns.save_draft(explained, expected=row.version, by=officer, at=AT)
    promises(Fate.MISSED)

    outcome = counted(kept, period, at=LATER)

    latest = row_of(kept).latest
    assert outcome == Outcome.DRAFTED
    assert (latest.as_written, latest.comment) == ("1 of 3", lives.WHY)
    assert "Promises due: 3." in latest.computed_words


def test_the_same_count_changes_nothing(kept, period):
    promises(Fate.KEPT)
    counted(kept, period)

    assert counted(kept, period, at=LATER) == Outcome.SAME
    assert row_of(kept).revisions.count() == 1


def test_what_was_signed_off_stays_and_the_new_count_is_told_beside_it(kept, period, lead_officer):
    promises(Fate.KEPT)
    row = signed_off(kept, period, lead_officer)
    promises(Fate.MISSED)

    outcomes = [counted(kept, period, at=LATER, asked_by=lead_officer), counted(kept, period, at=LATER)]

    assert outcomes == [Outcome.DIFFERS] * 2
    assert (row_of(kept).version, row_of(kept).standing, Recount.objects.count()) == (
        row.version,
        row.standing,
        1,
    )
    assert recount_remark(row_of(kept)) == (
        "On 13 October 2026 the product’s own records gave another figure: 1 of 2 (50%). "
        "What was signed off stays. To correct it, reopen the return with a reason and compute again."
    )


def test_reopened_with_a_reason_it_takes_the_new_count_over(kept, period, lead_officer):
    promises(Fate.KEPT)
    row = signed_off(kept, period, lead_officer)
    promises(Fate.MISSED)
    counted(kept, period)
    returns.reopen(row, expected=row.version, by=lead_officer, at=LATER, reason="One more was due")

    counted(kept, period, asked_by=lead_officer, at=LATER)

    assert row_of(kept).latest.as_written == "1 of 2"
    assert (
        row_of(kept).latest.reason == f"Computed from the product’s own records. {lead_officer} asked for it."
    )
    assert (row_of(kept).standing.as_written, recount_remark(row_of(kept))) == ("1 of 1", "")


def test_a_value_is_not_typed_over_without_a_reason(kept, period, officer):
    promises(Fate.KEPT, Fate.MISSED)
    counted(kept, period)
    row = row_of(kept)

    for verb in (lives.drafted, lives.submitted):
        with pytest.raises(NotReady, match="computed from the product’s own records"):
            verb(kept, period, "2 of 2", by=officer, expected=row.version)
    assert row_of(kept).version == row.version


def test_with_a_reason_a_persons_figure_stays_until_a_person_asks_for_a_count(
    kept, period, officer, lead_officer
):
    promises(Fate.KEPT, Fate.MISSED)
    counted(kept, period)
    row = row_of(kept)
    typed = lives.assessed(kept, period, "2 of 2")
    returns.save_draft(typed, expected=row.version, by=officer, at=AT, reason="One was entered twice")

    assert counted(kept, period, at=LATER) == Outcome.KEPT
    assert row_of(kept).latest.as_written == "2 of 2"
    assert "1 of 2 (50%). “Compute again” takes" in recount_remark(row_of(kept))
    assert counted(kept, period, at=LATER, asked_by=lead_officer) == Outcome.DRAFTED
    assert row_of(kept).latest.as_written == "1 of 2"


def test_what_people_enter_is_never_computed(service, period):
    assert compute(IndicatorFactory(service=service), period, asked_by=None, at=AT) is None
    assert Return.objects.count() == 0


def test_every_source_is_offered_and_says_what_it_counts():
    assert {each.key for each in offered()} == set(COMPUTATIONS)
    assert all(each.query.endswith(".") and each.nothing.endswith(".") for each in offered())


def test_the_command_counts_the_periods_that_are_over(kept, period, time_machine, capsys):
    time_machine.move_to(AT)
    lives.quarter(1), lives.quarter(3)
    promises(*[Fate.KEPT] * 5)

    call_command("compute_indicators")
    call_command("compute_indicators")

    assert capsys.readouterr().out.splitlines() == ["2 submitted for sign-off.", "2 unchanged."]
    found = Return.objects.order_by("period__ends_on").values_list("period__name", "latest__value")
    assert list(found) == [("Quarter 1 2026/27", None), ("Quarter 2 2026/27", Decimal(100))]


def test_the_command_says_where_nothing_is_computed(db, capsys):
    call_command("compute_indicators")

    assert capsys.readouterr().out == "No indicator is computed from the product's own records.\n"


def test_an_indicator_that_cannot_hold_its_figure_keeps_no_other_from_theirs(
    service, period, time_machine, capsys
):
    time_machine.move_to(AT)
    promises(*[Fate.KEPT] * 5)
    lives.measured(service, title="A", computed_from="promises_kept", maximum=50)
    lives.measured(service, title="B", computed_from="promises_kept")

    call_command("compute_indicators")

    assert "1 submitted for sign-off." in capsys.readouterr().out
    assert [row.indicator.title for row in Return.objects.select_related("indicator")] == ["B"]

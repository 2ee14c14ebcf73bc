from datetime import date

import pytest
from django.db import IntegrityError

from council.audit import Conflict
from performance.choices import ValueKind
from performance.models import Rebase
from performance.operations.rebases import AlreadyWithdrawn, rebase_limits, withdraw_rebase
from performance.operations.returns import NotReady
from tests.factories import CycleFactory, IndicatorFactory, PeriodFactory
from tests.performance import lives
from tests.performance.histories import quarter_back, with_history

ON = date(2026, 10, 12)
WHY = "A second crew started, with the contract of that day."
pytestmark = pytest.mark.django_db


def rebased(indicator, period, reason=WHY):
    return rebase_limits(
        indicator, period=period, reason=reason, by=lives.somebody("lead"), at=lives.AT, on=ON
    )


def refused(indicator, period, reason=WHY):
    with pytest.raises(NotReady) as refusal:
        rebased(indicator, period, reason)
    assert not Rebase.objects.exclude(reason=WHY).exists()
    return [(each.field, each.sentence) for each in refusal.value.problems]


@pytest.fixture
def indicator():
    return with_history(IndicatorFactory())


@pytest.mark.shows("F44")
def test_a_rebase_keeps_who_when_and_why(indicator):
    made = rebased(indicator, quarter_back(3))

    kept = Rebase.objects.get()
    assert (kept, kept.reason, kept.by.username, kept.at) == (made, WHY, "lead", lives.AT)
    assert kept.is_in_force


@pytest.mark.parametrize(
    ("back", "sentence"),
    [
        pytest.param(
            13, "Quarter 1 2023/24 is at or before the first figure. Choose a period after it.", id="at"
        ),
        pytest.param(
            15, "Quarter 3 2022/23 is at or before the first figure. Choose a period after it.", id="before"
        ),
        pytest.param(-1, "Quarter 3 2026/27 is not over yet. Choose a period that has ended.", id="not over"),
    ],
)
def test_a_rebase_must_be_after_the_first_figure_and_not_ahead(indicator, back, sentence):
    assert refused(indicator, quarter_back(back)) == [("period", sentence)]


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_rebase_without_its_cause_is_refused(indicator, reason):
    assert refused(indicator, quarter_back(3), reason) == [
        ("reason", "Say what changed in the way of working, and how you know.")
    ]


def test_limits_start_anew_once_at_a_period(indicator):
    rebased(indicator, quarter_back(3))

    assert refused(indicator, quarter_back(3)) == [
        ("period", "The limits already start anew at Quarter 3 2025/26.")
    ]


def test_the_database_holds_one_rebase_in_force_at_a_period(indicator):
    row = rebased(indicator, quarter_back(3))

    with pytest.raises(IntegrityError):
        Rebase.objects.bulk_create(
            [Rebase(indicator=indicator, period=row.period, reason="Again", by=row.by, at=lives.AT)]
        )


def test_without_a_figure_there_is_nothing_to_start_anew():
    assert refused(IndicatorFactory(), quarter_back(3)) == [
        ("period", "There is no figure yet, so there are no limits to start anew.")
    ]


def test_words_have_no_limits_to_start_anew():
    problems = refused(IndicatorFactory(value_kind=ValueKind.MILESTONE), quarter_back(3))

    assert problems[0][1].startswith("Limits are for figures.")


def test_a_period_of_another_cycle_is_refused(indicator):
    strange = PeriodFactory(cycle=CycleFactory(name="Annual", frequency="annual"), name="2025/26")
    assert refused(indicator, strange)[0][0] == "period"


def test_a_withdrawn_rebase_stays_on_record_and_frees_its_period(indicator):
    row = rebased(indicator, quarter_back(3))
    withdraw_rebase(row, reason="The wrong quarter", expected=1, by=lives.somebody("other"), at=lives.AT)

    kept = Rebase.objects.get()
    assert (kept.withdrawn_because, kept.withdrawn_by.username) == ("The wrong quarter", "other")
    assert not Rebase.objects.in_force().exists()
    assert rebased(indicator, quarter_back(3)).pk != row.pk


def test_a_rebase_is_withdrawn_once(indicator):
    row = rebased(indicator, quarter_back(3))
    stale = Rebase.objects.get()
    withdraw_rebase(row, reason="The wrong quarter", expected=1, by=lives.somebody("one"), at=lives.AT)

    with pytest.raises(AlreadyWithdrawn):
        withdraw_rebase(row, reason="Again", expected=2, by=lives.somebody("two"), at=lives.AT)
    with pytest.raises(Conflict):
        withdraw_rebase(stale, reason="Again", expected=1, by=lives.somebody("two"), at=lives.AT)
    assert Rebase.objects.get().withdrawn_because == "The wrong quarter"

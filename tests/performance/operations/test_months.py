from datetime import date

import pytest

from council.audit import Conflict
from council.models.append_only import HistoryFixedError
from performance.choices import ValueKind
from performance.figures.months import months_of, read_month
from performance.models import MonthlyValue
from performance.operations.months import save_draft_with_months
from performance.operations.returns import NotReady, reopen
from performance.rules.values import ValueProblem
from tests.factories import CycleFactory, IndicatorFactory, PeriodFactory
from tests.performance import lives

JULY, AUGUST = date(2026, 7, 1), date(2026, 8, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def indicator():
    return IndicatorFactory(takes_monthly_values=True)


@pytest.fixture
def period():
    return lives.quarter(2)


def entered(indicator, month, text):
    return read_month(indicator, month, text, usual=[])


def saved(indicator, period, *texts, expected=0, reason="", value="85"):
    entries = [entered(indicator, date(2026, 7 + place, 1), text) for place, text in enumerate(texts)]
    return save_draft_with_months(
        lives.assessed(indicator, period, value),
        entries,
        expected=expected,
        by=lives.somebody("enters"),
        at=lives.AT,
        reason=reason,
    )


def kept(indicator, period):
    return [line.as_written for line in months_of([indicator], period)[indicator.pk]]


def test_months_are_kept_as_written_and_as_read(indicator, period):
    saved(indicator, period, "36 of 40", "85%", "not known")

    found = [(row.as_written, row.value, row.numerator) for row in MonthlyValue.objects.all()]
    assert found == [("36 of 40", 90, 36), ("85%", 85, None), ("not known", None, None)]


def test_the_newest_row_of_a_month_counts_and_the_older_stays(indicator, period):
    row = saved(indicator, period, "80", "81", "82")
    saved(indicator, period, "70", expected=row.version)

    assert kept(indicator, period) == ["70", "81", "82"]
    assert MonthlyValue.objects.filter(month=JULY).count() == 2


def test_a_monthly_value_is_never_changed(indicator, period):
    saved(indicator, period, "80")
    row = MonthlyValue.objects.get()

    with pytest.raises(HistoryFixedError):
        row.save()
    with pytest.raises(HistoryFixedError):
        row.delete()


def test_months_and_draft_are_kept_together_or_not_at_all(indicator, period):
    saved(indicator, period, "80")

    with pytest.raises(Conflict):
        saved(indicator, period, "70", expected=99)
    assert kept(indicator, period)[0] == "80"


def test_the_months_of_a_published_return_change_with_a_reason_only(indicator, period):
    row = lives.published(indicator, period)
    reopen(row, expected=row.version, by=lives.somebody("lead"), at=lives.AT, reason="Counted again")

    with pytest.raises(NotReady, match="Say why the months of a published return change"):
        saved(indicator, period, "70", expected=row.version)
    saved(indicator, period, "70", expected=row.version, reason="Counted again")
    assert MonthlyValue.objects.get(indicator=indicator).reason == "Counted again"


def test_what_cannot_be_read_is_refused_in_words(indicator):
    with pytest.raises(ValueProblem, match="Enter a percentage"):
        entered(indicator, AUGUST, "many")


@pytest.mark.parametrize(
    "about",
    [
        pytest.param({"takes_monthly_values": False}, id="takes none"),
        pytest.param({"takes_monthly_values": True, "value_kind": ValueKind.YES_NO}, id="words"),
    ],
)
def test_only_figures_that_take_months_have_them(about, period):
    assert months_of([IndicatorFactory(**about)], period) == {}


def test_a_return_for_a_month_has_no_months_below_it():
    cycle = CycleFactory(name="Monthly", frequency="monthly")
    indicator = IndicatorFactory(cycle=cycle, takes_monthly_values=True)
    july = PeriodFactory(cycle=cycle, name="July", starts_on=JULY, ends_on=date(2026, 7, 31))

    assert months_of([indicator], july) == {}

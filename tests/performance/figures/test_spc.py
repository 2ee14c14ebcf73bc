"""Series for control limits, as they are read from what stands."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from council.rag import Rag
from performance.choices import Direction, ValueKind
from performance.figures.spc import spc_of, spc_of_many
from performance.models import IndicatorDefinition, Target
from performance.operations.rebases import rebase_limits, withdraw_rebase
from performance.operations.returns import reopen
from performance.rules.spc import Assurance, Cause, Variation
from tests.factories import IndicatorFactory, TargetFactory
from tests.performance import lives
from tests.performance.histories import STEADY, quarter_back, with_history

TODAY = date(2026, 10, 12)
SIGNED = datetime(2026, 9, 30, 9, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def of(indicator, today=TODAY):
    return spc_of(indicator, today=today)


def targeted(value=80, **more):
    indicator = IndicatorFactory(**more)
    for year in range(2022, 2027):
        TargetFactory(indicator=indicator, year=year, value=value)
    return indicator


def test_what_stands_is_the_series_and_the_newest_target_the_one_that_counts():
    figure = of(with_history(targeted()))

    assert [int(point.value) for point in figure.spc.points] == STEADY
    assert (figure.spc.variation, figure.spc.assurance) == (Variation.COMMON, Assurance.FAILS)
    assert figure.words.limits == "Mean 71.4%, limits 63.2% to 79.5%, from 14 figures"


@pytest.mark.shows("L8")
def test_the_rating_that_stands_and_the_values_disagree_in_words():
    figure = of(with_history(targeted(85)))

    assert (figure.rating, figure.rated_period) == (Rag.RED, "Quarter 2 2026/27")
    assert [each.name for each in figure.disagreements] == [
        "Red, but ordinary variation",
        "Target never reached by this process",
    ]


@pytest.mark.parametrize(
    ("values", "absent", "has_icon"),
    [
        pytest.param([*STEADY, "not known"], "not known", False, id="not known"),
        pytest.param(
            [*STEADY[:7], "no return", *STEADY[7:]], "no return", False, id="no return in the midst"
        ),
        pytest.param([*STEADY, "not due"], "not due", True, id="not due"),
        pytest.param([*STEADY, "forecast"], "forecast", True, id="a forecast"),
        pytest.param([*STEADY, "carried forward"], "carried forward", True, id="carried forward"),
    ],
)
def test_a_period_without_a_measurement_says_why(values, absent, has_icon):
    spc = of(with_history(targeted(), values)).spc

    assert absent in [point.absent for point in spc.points]
    assert (spc.variation is not None) == has_icon


def test_a_rating_of_a_period_without_a_measurement_disagrees_with_nothing():
    assert of(with_history(targeted(), [*STEADY, "forecast"])).disagreements == []


def test_a_period_that_is_not_due_yet_is_not_in_the_series_and_a_late_one_is():
    indicator = with_history(targeted(), [*STEADY, "no return"])

    before, late = of(indicator).spc, of(indicator, date(2026, 11, 1)).spc
    assert len(before.points) == 14
    assert late.points[-1].absent == "no return"
    assert (
        late.no_icon_because == "Quarter 2 2026/27: no return, so nothing can be said of how it stands now."
    )


def test_an_indicator_that_ended_is_not_late_for_ever():
    indicator = with_history(targeted(ends_on=date(2026, 6, 30)), [*STEADY, "no return"])

    assert of(indicator, date(2026, 11, 1)).spc.variation == Variation.COMMON


@pytest.mark.shows("S2-34")
def test_a_definition_that_breaks_the_series_starts_limits_anew():
    indicator = with_history(targeted(), [*STEADY, *STEADY])
    IndicatorDefinition.objects.create(
        indicator=indicator,
        number=2,
        wording="Without gardens",
        starts_on=quarter_back(13).starts_on,
        breaks_series=True,
        reason="Gardens left out",
    )
    IndicatorDefinition.objects.create(
        indicator=indicator, number=3, wording="In other words", starts_on=quarter_back(5).starts_on
    )
    spc = of(indicator).spc

    assert [segment.number for segment in spc.segments] == [14, 14]
    start = spc.segments[1].starts[0]
    assert (start.cause, start.name, start.why) == (Cause.BREAK, "Definition 2", "Gardens left out")


@pytest.mark.shows("F44")
def test_a_rebase_in_force_starts_limits_anew():
    indicator = with_history(targeted(), [*STEADY, *STEADY])
    made = rebase_limits(
        indicator,
        period=quarter_back(13),
        reason="A second crew",
        by=lives.somebody("lead"),
        at=lives.AT,
        on=TODAY,
    )

    start = of(indicator).spc.segments[1].starts[0]
    assert (start.cause, start.why) == (Cause.REBASE, "A second crew")
    withdraw_rebase(made, reason="The wrong crew", expected=1, by=made.by, at=lives.AT)
    assert len(of(indicator).spc.segments) == 1


def test_as_at_an_earlier_day_the_later_figures_are_not_there():
    indicator = with_history(targeted())
    figure = spc_of_many([indicator], until=date(2026, 6, 30), today=TODAY)[indicator.pk]

    assert len(figure.spc.points) == 13
    assert figure.rated_period == "Quarter 1 2026/27"


def test_running_totals_start_with_the_year_and_not_with_the_series():
    indicator = targeted(value_kind=ValueKind.COUNT, is_cumulative=True)
    totals = [30, 40] + [10, 20, 30, 40] * 3 + [10, 20]
    spc = of(with_history(indicator, totals)).spc

    # The first two are quarters 3 and 4: the total of three quarters is nobody's own.
    assert [point.value for point in spc.points] == [None, *[10] * 15]
    assert spc.no_icon_because.startswith("All 15 figures are the same")


def test_the_first_quarter_of_all_is_its_own_where_it_opens_the_year():
    indicator = targeted(value_kind=ValueKind.COUNT, is_cumulative=True)
    spc = of(with_history(indicator, [10, 22, 30, 41, 9, 20])).spc

    assert spc.points[0].value == 10


def test_a_hundred_indicators_take_the_four_queries_of_one(django_assert_num_queries):
    many = [with_history(IndicatorFactory(takes_monthly_values=True), STEADY[:3]) for _ in range(5)]

    with django_assert_num_queries(4):
        spc_of_many(many[:1], until=TODAY, today=TODAY)
    with django_assert_num_queries(4):
        spc_of_many(many, until=TODAY, today=TODAY)


def test_an_indicator_without_a_return_has_its_words():
    figure = of(IndicatorFactory())

    assert figure.words.because == "No figure has been signed off yet."
    assert (figure.rating, figure.disagreements) == (None, [])


def test_words_have_no_limits():
    assert of(IndicatorFactory(value_kind=ValueKind.YES_NO)).words.because.startswith(
        "Limits are for figures."
    )


def test_range_targets_reach_the_analysis():
    indicator = with_history(IndicatorFactory(direction=Direction.RANGE), [])
    for year in range(2022, 2027):
        Target.objects.create(
            indicator=indicator, year=year, as_written="60 to 90", basis="range", low=60, high=90
        )
    figure = of(with_history(indicator))

    assert figure.spc.target == (Decimal(60), Decimal(90))
    assert figure.spc.assurance == Assurance.PASSES


def test_a_reopened_return_goes_on_standing():
    indicator = with_history(targeted())
    row = indicator.returns.order_by("-period__ends_on").first()
    reopen(row, expected=row.version, by=lives.somebody("lead"), at=lives.AT, reason="Counted again")

    assert of(indicator).spc.latest.value == STEADY[-1]

"""What the demo council has in it: of everything that the product knows, at least one."""

import datetime

import pytest
from django.db.models import Count, F

from council.rag import Rag
from performance.choices import (
    Direction,
    Known,
    ReferenceKind,
    RuleBasis,
    Step,
    TargetBasis,
    Travel,
    TravelEffect,
    ValueKind,
    ValueStatus,
    ZeroTarget,
)
from performance.models import (
    Benchmark,
    Challenge,
    Cycle,
    Indicator,
    IndicatorDefinition,
    MunicipalYear,
    Period,
    RatingRule,
    Return,
    Revision,
    Target,
)
from portfolios.models import (
    Appointment,
    Body,
    Portfolio,
    Post,
    Responsibility,
    Seat,
    Service,
    Tenure,
)
from tests.council.demo.conftest import NOVEMBER

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _council(council):
    """Every test here looks at the demo council."""


@pytest.mark.parametrize(
    "values, known",
    [
        pytest.param(Indicator.objects.values_list("value_kind", flat=True), ValueKind.values, id="kinds"),
        pytest.param(
            Indicator.objects.values_list("direction", flat=True), Direction.values, id="directions"
        ),
        pytest.param(
            Indicator.objects.values_list("reference_kind", flat=True), ReferenceKind.values, id="references"
        ),
        pytest.param(
            Cycle.objects.values_list("frequency", flat=True),
            ["monthly", "quarterly", "four_monthly", "half_yearly", "annual", "custom"],
            id="cycles",
        ),
        pytest.param(Target.objects.values_list("basis", flat=True), TargetBasis.values, id="targets"),
        pytest.param(
            RatingRule.objects.values_list("basis", flat=True),
            {*RuleBasis.values} - {RuleBasis.MILESTONE},
            id="rules",
        ),
        pytest.param(
            RatingRule.objects.values_list("zero_target", flat=True), ZeroTarget.values, id="zero-targets"
        ),
        pytest.param(
            RatingRule.objects.values_list("travel_effect", flat=True), TravelEffect.values, id="travel-rule"
        ),
        pytest.param(Revision.objects.values_list("step", flat=True), Step.values, id="steps"),
        pytest.param(
            Revision.objects.values_list("value_status", flat=True), ValueStatus.values, id="value-statuses"
        ),
        pytest.param(Revision.objects.values_list("known", flat=True), Known.values, id="known"),
        pytest.param(
            Revision.objects.values_list("rating", flat=True), {*Rag.values} - {Rag.LATE}, id="ratings"
        ),
        pytest.param(Revision.objects.values_list("travel_long", flat=True), Travel.values, id="travel"),
    ],
)
@pytest.mark.shows("F14", "F15", "F17", "F19", "F20")
def test_one_of_each_is_there(values, known):
    assert {*values} == {*known}


@pytest.mark.parametrize(
    "model, least, most",
    [
        pytest.param(Indicator, 60, 100, id="indicators"),
        pytest.param(Return, 1400, 2100, id="returns"),
        pytest.param(Portfolio, 10, 10, id="portfolios"),
        pytest.param(Service, 20, 30, id="services"),
        pytest.param(Body, 8, 12, id="bodies"),
        pytest.param(Post, 30, 45, id="posts"),
        pytest.param(MunicipalYear, 7, 10, id="municipal-years"),
    ],
)
def test_the_council_is_of_a_believable_size(model, least, most):
    assert least <= model.objects.count() <= most


@pytest.mark.shows("F1")
def test_one_portfolio_is_vacant_and_one_changed_hands_in_the_middle_of_a_year():
    held = Appointment.objects.on(NOVEMBER).values("portfolio")
    [vacant] = Portfolio.objects.on(NOVEMBER).exclude(pk__in=held)
    changed = Appointment.objects.filter(starts_on__month=12)

    assert vacant.name == "Health and Welfare"
    assert vacant.appointments.get().explanation
    assert [each.portfolio.name for each in changed] == ["Planning and Regeneration"]


def test_a_service_has_two_portfolios_and_one_has_none():
    in_force = Responsibility.objects.of_portfolios().on(NOVEMBER)
    number = Count("portfolio", distinct=True)
    shared = in_force.values("service__name").annotate(number=number).filter(number=2)
    covered = in_force.values("service")
    left_out = Service.objects.filter(level="service").exclude(pk__in=covered)

    assert [row["service__name"] for row in shared] == ["Parks and Open Spaces"]
    assert [service.name for service in left_out] == ["Licensing"]


@pytest.mark.shows("X-01")
def test_a_post_is_shared_and_another_was_renamed():
    shared = Tenure.objects.on(NOVEMBER).values("post__title").annotate(number=Count("pk")).filter(number=2)
    former = Post.objects.get(title="Head of Waste and Recycling").other_titles.get()

    assert [row["post__title"] for row in shared] == ["Head of Housing Options"]
    assert former.title == "Street Scene Manager"
    assert former.ends_on < NOVEMBER


def test_a_body_has_several_names_and_seats_for_people_and_posts():
    names = Body.objects.get(name="Cabinet").other_names.values_list("name", flat=True)

    assert "Executive" in names
    assert Seat.objects.filter(person=None).exists()
    assert Seat.objects.filter(post=None).exists()


@pytest.mark.shows("S2-03")
def test_four_monthly_boundaries_moved():
    starts = Period.objects.filter(cycle__name="Four-monthly").values_list("year", "starts_on__month")

    assert {month for year, month in starts if year == 2023} == {5, 9, 1}
    assert {month for year, month in starts if year == 2024} == {5, 8, 12}
    assert {month for year, month in starts if year == 2025} == {4, 8, 12}


def test_returns_are_due_on_working_days():
    assert all(period.due_on.weekday() < 5 for period in Period.objects.all())
    quarter = Period.objects.get(name="Quarter 4 2025/26")
    # Good Friday 3 April and Easter Monday 6 April 2026 are not counted.
    assert quarter.due_on == datetime.date(2026, 4, 23)


@pytest.mark.shows("S2-26")
def test_two_indicators_share_a_reference():
    assert Indicator.objects.filter(reference="p32").count() == 2


@pytest.mark.shows("F18")
def test_a_relative_target_starts_from_the_value_before_it():
    points = Target.objects.filter(basis=TargetBasis.POINTS, year=2026).first()
    per_cent = Target.objects.filter(
        basis=TargetBasis.PER_CENT, year=2026, indicator__value_kind="percentage"
    ).get()

    assert points.value == points.base + 2 or points.value == points.base + 3
    assert per_cent.value == round(per_cent.base * 102 / 100, 4)
    profiled = Target.objects.filter(indicator__reference="NI 192", year=2026, period__isnull=False)
    assert [target.value for target in profiled.order_by("period__ends_on")] == [52.5, 52, 50, 47.5]


def test_a_definition_breaks_a_series_and_a_benchmark_is_already_beaten():
    [broken] = IndicatorDefinition.objects.filter(breaks_series=True)
    claims = Benchmark.objects.get(indicator__reference="BV78a", year=2025)
    latest = (
        Return.objects.filter(indicator=claims.indicator, standing__isnull=False)
        .order_by("period__ends_on")
        .last()
    )

    assert broken.indicator.reference == "CS1"
    assert broken.starts_on == datetime.date(2025, 4, 1)
    assert latest.standing.value < claims.value


def test_the_councils_rule_was_another_in_one_year():
    rules = RatingRule.objects.filter(indicator=None).order_by("year")

    assert [(rule.year, rule.amber_tolerance) for rule in rules] == [(2021, 10), (2023, 5), (2024, 10)]


@pytest.mark.shows("F16")
def test_shares_keep_the_numbers_behind_them():
    counted = Revision.objects.filter(as_written__contains=" of ", denominator__isnull=False)

    assert counted.count() > 500
    assert not counted.filter(numerator__gt=F("denominator")).exists()


def test_texts_have_no_gap_left_to_fill():
    texts = [
        *Revision.objects.values_list("comment_resolved", flat=True),
        *Target.objects.values_list("as_written", flat=True),
        *Revision.objects.values_list("as_written", flat=True),
    ]

    assert not [text for text in texts if "{" in text or "None" in text]


@pytest.mark.shows("F38")
def test_one_challenge_is_answered_and_one_waits():
    assert Challenge.objects.count() == 2
    assert Challenge.objects.waiting().count() == 1

"""Five years of returns: as the verbs would have left them, and as a real council's might look."""

import datetime
from collections import Counter

import pytest
from django.db.models import F, ForeignKey

from council.models import User
from council.periods import local_day
from performance.choices import Known, Step, ValueStatus
from performance.figures.assessment import Entry, assess
from performance.figures.board import indicator_lines
from performance.figures.context import rating_contexts
from performance.figures.dashboard import moments, summary_of
from performance.figures.standing import quarters_ended
from performance.models import Indicator, Period, Return, Revision
from performance.rules.readiness import submission_problems
from performance.rules.steps import may_follow
from tests.conventions.tree import own_models
from tests.council.demo.conftest import NOVEMBER

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _council(council):
    """Every test here looks at the demo council."""


def histories() -> list[list[Revision]]:
    """The revisions of each return, oldest first."""
    found: dict[int, list[Revision]] = {}
    for revision in Revision.objects.select_related("indicator_return__period").order_by("number"):
        found.setdefault(revision.indicator_return_id, []).append(revision)
    return list(found.values())


def test_every_row_is_fit_to_be_saved():
    for model in own_models():
        links = [field.name for field in model._meta.concrete_fields if isinstance(field, ForeignKey)]
        for row in model._base_manager.all():
            row.clean_fields(exclude=links)
            row.clean()


def test_every_row_of_the_register_passes_full_clean():
    for model in own_models():
        if model not in (Return, Revision) and model._meta.app_label != "council":
            for row in model._base_manager.all():
                row.full_clean()


def test_steps_follow_one_another_in_time_and_as_they_may():
    for history in histories():
        assert [each.number for each in history] == list(range(1, len(history) + 1))
        step = None
        for earlier, later in zip([None, *history], history, strict=False):
            assert may_follow(step, Step(later.step)), later
            assert earlier is None or earlier.at < later.at, (earlier, later)
            step = later.step


def test_nothing_happens_before_the_period_is_over_or_on_the_day_it_is_looked_at():
    for history in histories():
        assert local_day(history[0].at) > history[0].indicator_return.period.ends_on
        assert local_day(history[-1].at) < NOVEMBER


def test_whoever_submits_does_not_sign_off():
    for history in histories():
        submitted = None
        for revision in history:
            if revision.step == Step.SUBMITTED:
                submitted = revision.by_id
            if revision.step == Step.SIGNED_OFF:
                assert revision.by_id != submitted


def test_returns_point_at_their_revisions():
    for row in Return.objects.select_related("latest", "standing", "published"):
        revisions = list(row.revisions.order_by("number"))
        signed_off = [each for each in revisions if each.step in (Step.SIGNED_OFF, Step.PUBLISHED)]
        published = [each for each in revisions if each.step == Step.PUBLISHED]
        submitted = [each.at for each in revisions if each.step == Step.SUBMITTED]
        assert row.version == len(revisions)
        assert (row.latest, row.step) == (revisions[-1], revisions[-1].step)
        assert row.standing == (signed_off[-1] if signed_off else None)
        assert row.published == (published[-1] if published else None)
        assert row.first_submitted_at == (submitted[0] if submitted else None)


def test_submitted_returns_have_the_comment_they_need():
    missing = [
        revision
        for revision in Revision.objects.exclude(step=Step.DRAFTED)
        if submission_problems(
            known=revision.known,
            as_written=revision.as_written,
            comment=revision.comment_resolved,
            rating=revision.rule_rating,
        )
        and revision.known != Known.NOT_DUE
    ]

    assert missing == []


def test_ratings_are_those_that_the_grid_would_give():
    for period in Period.objects.filter(cycle__name="Quarterly", ends_on__lt=NOVEMBER, year__gte=2025):
        indicators = Indicator.objects.filter(cycle=period.cycle_id)
        contexts = rating_contexts(indicators, period)
        for row in Return.objects.filter(period=period, standing__isnull=False).select_related("standing"):
            kept = row.standing
            entry = Entry(
                as_written=kept.as_written,
                known=kept.known,
                value_status=ValueStatus(kept.value_status),
                forecast_as_written=kept.forecast_as_written,
            )
            given = assess(contexts[row.indicator_id], entry).content()
            same = (
                "value",
                "rule_rating",
                "why",
                "target_as_written",
                "rule_id",
                "travel_short",
                "travel_long",
            )
            assert {name: getattr(kept, name) for name in same} == {name: given[name] for name in same}


@pytest.mark.shows("F37")
def test_some_ratings_were_set_by_a_person_with_a_reason():
    overridden = Return.objects.exclude(standing__rating=F("standing__rule_rating"))

    assert 4 <= overridden.filter(standing__isnull=False).count() <= 12
    assert all(row.standing.override_reason for row in overridden.filter(standing__isnull=False))


def test_published_values_were_corrected():
    corrected = Return.objects.filter(published__isnull=False).exclude(published=F("standing"))
    waiting = Return.objects.filter(published__isnull=False, step=Step.SUBMITTED)

    assert any(row.published.value != row.standing.value for row in corrected)
    assert [row.latest.as_written for row in waiting] == ["44 of 50"]


@pytest.mark.shows("S2-10")
def test_comments_that_point_above_carry_the_words_they_point_to():
    pointing = Revision.objects.filter(comment__in=["Ditto", "Ditto.", "See above"])

    assert {*pointing.values_list("comment", flat=True)} == {"Ditto", "Ditto.", "See above"}
    assert all(len(revision.comment_resolved) > 40 for revision in pointing)


def test_some_returns_were_late_and_some_never_came():
    rows = Return.objects.filter(first_submitted_at__isnull=False).select_related("period")
    late = [row for row in rows if local_day(row.first_submitted_at) > row.period.due_on]
    building = Return.objects.filter(indicator__reference="BC1").count()

    assert 0.02 < len(late) / len(rows) < 0.1
    assert building == 20, "Two of 22 quarters have no return."


def test_the_newest_quarter_is_at_every_stage():
    quarter = Period.objects.get(name="Quarter 2 2026/27")
    steps = Counter(Return.objects.filter(period__ends_on=quarter.ends_on).values_list("step", flat=True))

    assert {*steps} == {Step.DRAFTED, Step.SUBMITTED, Step.SENT_BACK, Step.SIGNED_OFF}
    assert steps[Step.SIGNED_OFF] > 40


def test_most_are_green_in_every_quarter_and_some_are_red():
    quarters = quarters_ended(NOVEMBER)
    for quarter in quarters[:-1]:
        when = moments([quarter, quarters[quarters.index(quarter) + 1]], today=NOVEMBER)
        green, amber, red, not_known = summary_of(indicator_lines(when)).rows
        assert 0.55 < green.share < 0.92, quarter.name
        assert 0.05 < amber.share < 0.3, quarter.name
        assert 0 < red.share < 0.22, quarter.name
        # In the newest a whole grid is left to try the entering of a quarter on.
        assert not_known.share < (0.16 if quarter == quarters[0] else 0.1), quarter.name


def test_history_has_many_hands():
    hands = Revision.objects.filter(step=Step.SUBMITTED).values_list("by__username", flat=True)
    former = User.objects.get(username="officer.before")
    last = Revision.objects.filter(by=former).latest("at")

    assert len({*hands}) >= 5
    assert not former.is_active
    assert local_day(last.at) < datetime.date(2023, 6, 30)

"""A file goes in whole or not at all, once, and only as it was seen."""

import datetime

import pytest
from django.db import IntegrityError

from council.audit import Conflict
from performance.models import ImportBatch, Indicator, Return, Target
from performance.operations.imports import (
    AlreadyDone,
    LookAgain,
    apply_batch,
    discard,
    imported_before,
    keep_answers,
)
from performance.operations.imports import batches as module
from performance.operations.imports.targets import TargetWork
from tests.factories import IndicatorFactory, TargetFactory, UserFactory
from tests.performance import lives
from tests.performance.imports.files import NOW, TODAY, applied, brought, csv, effects, looked_at

pytestmark = pytest.mark.django_db
TARGETS = csv("Reference,Indicator,Year,Target", "BV 1,,2026/27,80%", "BV 2,,2026/27,70%")
LATER = NOW + datetime.timedelta(hours=1)


@pytest.fixture
def indicators(service):
    return [IndicatorFactory(service=service, reference=f"BV {number}") for number in (1, 2)]


def apply(batch, plan=None, **options):
    plan = plan or looked_at(batch)
    return apply_batch(batch, **{"expected": plan.fingerprint, "by": batch.by, "at": NOW, **options})


def test_looking_at_a_file_changes_nothing(indicators):
    plan = looked_at(brought("targets", TARGETS))

    assert (plan.number, Target.objects.count()) == (2, 0)


def test_applied_file_leaves_its_outcome_and_its_checksum(indicators):
    batch, number = applied("targets", TARGETS, by=UserFactory(username="keeper", role="administrator"))

    assert (number, batch.outcome) == (2, "2 changes applied by keeper on 12 October 2026.")
    assert (bytes(batch.content), len(batch.sha256), batch.applied_at) == (b"", 64, NOW)


@pytest.mark.shows("FILE-49", "R5")
def test_same_file_again_is_recognised_and_changes_nothing(indicators):
    first, _ = applied("targets", TARGETS)

    again = brought("targets", TARGETS)

    assert imported_before(again) == first
    assert effects(looked_at(again)) == [(2, "unchanged"), (3, "unchanged")]
    assert imported_before(brought("targets", TARGETS + b"\n")) is None


@pytest.mark.shows("R5", "C8")
def test_of_two_people_who_apply_a_file_one_is_told_that_it_is_done(indicators):
    batch = brought("targets", TARGETS)
    plan = looked_at(batch)
    mine, theirs = ImportBatch.objects.get(pk=batch.pk), ImportBatch.objects.get(pk=batch.pk)

    apply(theirs, plan)
    with pytest.raises(AlreadyDone) as told:
        apply(mine, plan)

    assert told.value.batch.outcome.startswith("2 changes applied by ")
    assert Target.objects.count() == 2


@pytest.mark.shows("R4", "R7")
def test_change_made_meanwhile_is_noticed_and_nothing_is_applied(indicators):
    batch = brought("targets", TARGETS)
    plan = looked_at(batch)
    TargetFactory(indicator=indicators[0], as_written="99%", value=99)

    with pytest.raises(LookAgain, match="The register has changed since you looked at the file"):
        apply(batch, plan)

    batch.refresh_from_db()
    assert (batch.applied_at, Target.objects.count()) == (None, 1)


@pytest.mark.shows("R4")
@pytest.mark.parametrize("fault", [Conflict(None), IntegrityError("raced")])
def test_file_that_fails_half_way_leaves_nothing(indicators, monkeypatch, fault):
    batch = brought("targets", TARGETS)
    real = TargetWork.write

    def write(self, **options):
        real(self, **options)
        raise fault

    monkeypatch.setattr(TargetWork, "write", write)
    with pytest.raises((LookAgain, IntegrityError)):
        apply(batch)

    batch.refresh_from_db()
    assert (Target.objects.count(), Target.history.count(), batch.applied_at) == (0, 0, None)


def test_row_changed_between_the_look_and_the_save_is_noticed(indicators, monkeypatch):
    """The version of a row is claimed in the database, so that even a plan made a moment ago is not trusted."""
    target = TargetFactory(indicator=indicators[0], as_written="1%", value=1)
    batch = brought("targets", TARGETS)
    plan = looked_at(batch)
    real = module._planned

    def planned_and_then_overtaken(batch, **options):
        done = real(batch, **options)
        Target.objects.filter(pk=target.pk).update(version=7)
        return done

    monkeypatch.setattr(module, "_planned", planned_and_then_overtaken)
    with pytest.raises(LookAgain, match="Somebody else saved this first"):
        apply(batch, plan)

    assert Target.objects.count() == 1


def test_file_with_a_problem_or_an_open_question_is_not_applied(indicators):
    wrong = brought("targets", TARGETS + b"BV 3,,2026/27,5%\n")
    unclear = brought("targets", csv("Reference,Year,Target", "BV 1,2026/27,+5%"))

    for batch in (wrong, unclear):
        with pytest.raises(LookAgain):
            apply(batch)

    assert Target.objects.count() == 0


def test_file_that_changes_nothing_is_not_applied(indicators):
    applied("targets", TARGETS)

    with pytest.raises(LookAgain):
        apply(brought("targets", TARGETS))


def test_answers_given_after_the_look_are_not_what_was_seen(indicators):
    batch = brought(
        "targets", csv("Reference,Year,Target", "BV 1,2026/27,+5%"), answers={"target-2": "+5 points"}
    )
    plan = looked_at(batch)

    keep_answers(batch, {"target-2": "+5 per cent"})
    with pytest.raises(LookAgain):
        apply(batch, plan)

    assert apply(batch) == 1
    assert Target.objects.get().basis == "per_cent"


def test_file_is_thrown_away_unless_it_was_applied(indicators):
    waiting, done = brought("targets", TARGETS), applied("targets", TARGETS)[0]

    discard(waiting)
    with pytest.raises(AlreadyDone):
        discard(done)
    with pytest.raises(AlreadyDone, match="thrown away"):
        apply_batch(waiting, expected="", by=done.by, at=NOW)
    with pytest.raises(AlreadyDone):
        keep_answers(done, {"a": "b"})

    assert list(ImportBatch.objects.all()) == [done]


@pytest.mark.shows("T21", "T20")
def test_guard_of_our_own_text_files_comes_off_and_a_workbooks_words_stay(service):
    applied(
        "indicators",
        csv("Indicator,Service,Kind,Better is,Returned", "'=1+1,Waste and recycling,%,Up,Quarterly"),
    )

    assert Indicator.objects.get().title == "=1+1"


@pytest.fixture(autouse=True)
def cycle():
    return lives.quarter(2).cycle


def test_draft_begun_meanwhile_is_noticed(indicators, officer):
    batch = brought("returns", csv("Reference,Period,Value", "BV 1,Q2 2026/27,80"))
    plan = looked_at(batch)
    lives.drafted(indicators[0], lives.quarter(2), "70", by=officer)

    with pytest.raises(LookAgain):
        apply(batch, plan)

    assert Return.objects.get().latest.as_written == "70"


def test_day_on_which_a_file_is_looked_at_decides_what_is_due(indicators):
    lives.quarter(3)
    batch = brought("returns", csv("Reference,Period,Value", "BV 1,Q3 2026/27,80"))

    assert looked_at(batch).problems
    assert not module.plan_of(batch, today=TODAY + datetime.timedelta(days=120)).problems

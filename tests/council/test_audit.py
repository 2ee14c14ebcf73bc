import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connections

from council.audit import Conflict, add_versioned, save_versioned
from portfolios.models import Body
from tests.factories import BodyFactory, UserFactory

PAIRS = 20


def test_a_save_moves_the_version_and_remembers_who_and_why(administrator):
    body = BodyFactory(name="Cabinet")
    body.name = "The Executive"

    save_versioned(body, expected=1, by=administrator, why="Renamed by Council")

    record = body.history.latest()
    assert (body.version, Body.objects.get().version) == (2, 2)
    assert (record.name, record.history_user, record.history_change_reason) == (
        "The Executive",
        administrator,
        "Renamed by Council",
    )


def test_the_second_save_from_one_version_is_refused_and_shows_the_first(db):
    body = BodyFactory(name="Cabinet")
    first, second = Body.objects.get(pk=body.pk), Body.objects.get(pk=body.pk)
    first.name, second.name = "First", "Second"
    save_versioned(first, expected=1, by=None)

    with pytest.raises(Conflict) as refused:
        save_versioned(second, expected=1, by=None)

    assert refused.value.current.name == "First"
    assert Body.objects.get().name == "First"


def test_a_save_of_a_row_that_is_gone_is_a_conflict_without_a_row(db):
    body = BodyFactory()
    there = Body.objects.get(pk=body.pk)
    body.delete()

    with pytest.raises(Conflict) as refused:
        save_versioned(there, expected=1, by=None)

    assert refused.value.current is None


def test_a_save_that_is_not_fit_takes_its_version_back(db):
    BodyFactory(name="Cabinet")
    body = BodyFactory(name="Other")
    body.name = "Cabinet"

    with pytest.raises(ValidationError):
        save_versioned(body, expected=1, by=None)

    assert Body.objects.get(pk=body.pk).version == 1


def test_only_the_named_fields_are_saved(db):
    body = BodyFactory(name="Cabinet", purpose="Decides")
    body.name, body.purpose = "The Executive", "Something else"

    save_versioned(body, expected=1, by=None, update_fields=["name"])

    body.refresh_from_db()
    assert (body.name, body.purpose, body.version) == ("The Executive", "Decides", 2)


def test_a_new_row_remembers_who_and_why(db):
    user = UserFactory()

    add_versioned(body := BodyFactory.build(), by=user, why="Set up by Council")

    record = body.history.get()
    assert (record.history_user, record.history_change_reason) == (user, "Set up by Council")


def edit(pk, word, barrier, outcome, *, guarded):
    """Reads the body, waits until the other has read it too, and adds a word to its purpose."""
    try:
        body = Body.objects.get(pk=pk)
        barrier.wait(timeout=30)
        body.purpose += word
        if guarded:
            save_versioned(body, expected=body.version, by=None)
        else:
            body.version += 1
            body.save()
        outcome.append("saved")
    except Conflict:
        outcome.append("refused")
    finally:
        connections.close_all()


def lost_updates(*, guarded):
    """Of 20 pairs of simultaneous edits, how many saves were answered "saved" and are not there afterwards."""
    body, saved = BodyFactory(purpose=""), 0
    for pair in range(PAIRS):
        barrier, outcome = threading.Barrier(2), []
        words = [f" {pair}{side}" for side in "ab"]
        threads = [
            threading.Thread(target=edit, args=(body.pk, word, barrier, outcome), kwargs={"guarded": guarded})
            for word in words
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(outcome) == 2, "a thread died"
        saved += outcome.count("saved")
    body.refresh_from_db()
    return saved - len(body.purpose.split())


@pytest.mark.shows("D4")
def test_of_two_simultaneous_saves_none_is_ever_lost(two_at_once):
    assert lost_updates(guarded=True) == 0


@pytest.mark.shows("D4")
def test_without_the_guard_simultaneous_saves_are_lost(two_at_once):
    """The control: the same edits, saved without comparing versions."""
    assert lost_updates(guarded=False) > 0

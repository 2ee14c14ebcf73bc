"""Two officers save the same return at the same moment: one is kept, the other is told, nothing is lost unseen."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from council.audit import Conflict
from performance.models import Return, Revision
from performance.operations import returns
from tests.factories import IndicatorFactory
from tests.performance import lives

PAIRS = 20


@pytest.fixture
def shared_database(transactional_db, tmp_path, django_db_blocker):
    """A database that two connections share: PostgreSQL as it is, SQLite as a file with the product's own options."""
    if connection.vendor != "sqlite":
        yield
        return
    kept = connections.settings["default"] | {}
    source, path = connection.connection, tmp_path / "races.sqlite3"
    with sqlite3.connect(path) as copy:
        source.backup(copy)
    copy.close()
    options = {"init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"}
    original = connections["default"]
    settings = kept | {"NAME": str(path), "OPTIONS": kept["OPTIONS"] | options}
    connections.settings["default"] = settings
    del connections["default"]
    yield
    connections["default"].close()
    connections.settings["default"] = kept
    connections["default"] = original


def save(indicator, period, words, user, expected, barrier):
    """One officer's save, from a version read before; what became of it."""
    try:
        assessment = lives.assessed(indicator, period, words)
        barrier.wait(timeout=30)
        returns.save_draft(assessment, expected=expected, by=user, at=lives.AT)
    except Conflict:
        return "conflict"
    finally:
        connections.close_all()
    return "kept"


def race(indicator, period, users, expected):
    barrier = Barrier(2)
    with ThreadPoolExecutor(2) as pool:
        words = ("85", "95")
        saves = [
            pool.submit(save, indicator, period, each, user, expected, barrier)
            for each, user in zip(words, users, strict=True)
        ]
        return sorted(each.result(timeout=60) for each in saves)


def run_pairs():
    """What became of the pairs: each a first save of a new return, and a second one from the version kept."""
    users = [lives.somebody("one"), lives.somebody("two")]
    period = lives.quarter(2)
    outcomes = []
    for indicator in IndicatorFactory.create_batch(PAIRS // 2):
        outcomes.append(race(indicator, period, users, 0))
        row = Return.objects.filter(indicator=indicator).first()
        outcomes.append(race(indicator, period, users, row.version))
    return outcomes


@pytest.mark.shows("R4", "C1", "R6", "C28")
def test_of_two_saves_at_once_exactly_one_is_kept_and_the_other_is_told(shared_database):
    outcomes = run_pairs()

    assert outcomes == [["conflict", "kept"]] * PAIRS
    assert Revision.objects.count() == PAIRS


@pytest.mark.shows("C50", "R12")
def test_with_the_guard_switched_off_the_race_is_seen(shared_database, monkeypatch):
    monkeypatch.setattr(returns, "claim_version", lambda row, *, expected: None)
    users, period = [lives.somebody("one"), lives.somebody("two")], lives.quarter(2)
    outcomes = []
    for indicator in IndicatorFactory.create_batch(5):
        row = lives.drafted(indicator, period, "80", by=users[0])
        try:
            outcomes.append(race(indicator, period, users, row.version))
        except Exception as fault:  # noqa: BLE001 - whatever goes wrong, it is not one kept and one told
            outcomes.append(type(fault).__name__)

    assert ["conflict", "kept"] not in outcomes

import sqlite3
from contextlib import closing

import pytest
from django.db import connection, connections


@pytest.fixture
def two_at_once(transactional_db, tmp_path):
    """A database that two threads can really work in at once: in memory, all threads share one connection."""
    if connection.vendor != "sqlite":
        yield
        return
    path = tmp_path / "two-at-once.sqlite3"
    with closing(sqlite3.connect(path)) as copy:
        connection.ensure_connection()
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=WAL")
    settings = connections.settings["default"]
    before, held = settings["NAME"], connections["default"]
    settings["NAME"] = str(path)
    del connections["default"]
    yield
    connections["default"].close()
    settings["NAME"] = before
    connections["default"] = held

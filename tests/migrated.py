"""Migrations are run once for many test databases: each worker gets a copy of one that is migrated already.

What is kept goes by what all code of the apps and all pinned versions are, so that a change makes it anew.
"""

import fcntl
import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import connection

APPS = ("council", "portfolios", "performance", "complaints")
IN_MEMORY = "file:memorydb_default?mode=memory&cache=shared"
"""What Django calls its test database in memory."""


def fingerprint() -> str:
    """Another one for any other migration, model, setting or version."""
    files = [path for app in APPS for path in (settings.BASE_DIR / app).rglob("*.py")]
    told = hashlib.sha256()
    for path in sorted([*files, settings.BASE_DIR / "constraints-test.txt"]):
        told.update(f"{path}\n".encode() + path.read_bytes())
    return told.hexdigest()[:12]


@contextmanager
def laid_out() -> Iterator[None]:
    """What Django takes for its test database is migrated already, or copied from one that is."""
    if connection.vendor == "postgresql":
        connection.settings_dict["TEST"]["TEMPLATE"] = _template()
        yield
        return
    with closing(sqlite3.connect(IN_MEMORY, uri=True)) as memory:
        with closing(sqlite3.connect(_migrated_file())) as migrated:
            migrated.backup(memory)
        yield


def _migrated_file() -> Path:
    path = settings.VAR_DIR / "tests" / f"migrated-{fingerprint()}.sqlite3"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_name("migrated.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            for old in path.parent.glob("migrated-*"):
                old.unlink()
            unfinished = path.with_suffix(".unfinished")
            _migrate(f"sqlite:///{unfinished}")
            with closing(sqlite3.connect(unfinished)) as made:
                made.execute("PRAGMA journal_mode=DELETE")  # A database in memory has no write-ahead log.
            unfinished.rename(path)
    return path


def _template() -> str:
    """The name of a migrated database that PostgreSQL copies; those of older code are dropped."""
    before = f"test_{settings.DATABASES['default']['NAME']}_migrated_"
    name = before + fingerprint()
    with connection._nodb_cursor() as cursor:
        cursor.execute("SET lock_timeout = 0")  # Whoever comes second waits as long as the migrations take.
        cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", [before])
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [before])
        found = [row[0] for row in cursor.fetchall()]
        if name not in found:
            for old in found:
                cursor.execute(f"DROP DATABASE {connection.ops.quote_name(old)}")
            unfinished = f"{name}_"
            cursor.execute(f"CREATE DATABASE {connection.ops.quote_name(unfinished)}")
            _migrate(urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{unfinished}")))
            cursor.execute(
                f"ALTER DATABASE {connection.ops.quote_name(unfinished)} "
                f"RENAME TO {connection.ops.quote_name(name)}"
            )
    return name


def _migrate(url: str) -> None:
    surroundings = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "council.settings"}
    command = [sys.executable, "manage.py", "migrate", "--no-input", "-v", "0"]
    subprocess.run(command, cwd=settings.BASE_DIR, env=surroundings, check=True)

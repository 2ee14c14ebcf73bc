"""Finds a PostgreSQL to run the suite on, and leaves nothing behind on it."""

import getpass
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg2
from psycopg2 import sql

LOCAL = "127.0.0.1:5432"
# The throw-away server says where it is through PG... variables; its data need not outlive a power cut.
THROW_AWAY = (
    "pg_virtualenv",
    *("-o", "fsync=off", "-o", "synchronous_commit=off", "-o", "full_page_writes=off"),
    # It prints its server's log when the run fails: the errors that tests provoke would bury the summary.
    *("-o", "log_min_messages=panic", "-o", "log_checkpoints=off"),
    *(
        "sh",
        "-c",
        'DATABASE_URL="postgres://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/golden_thread" exec "$@"',
        "sh",
    ),
)


@dataclass(frozen=True)
class Server:
    """A server to test on: its address with a database name no other run uses, or a command that brings one."""

    url: str = ""
    wrapper: tuple[str, ...] = ()


@contextmanager
def find_postgresql() -> Iterator[Server | None]:
    """`TEST_DATABASE_URL`, else a local server that trusts us, else a throw-away one, else None."""
    address = _address()
    if not address:
        yield Server(wrapper=THROW_AWAY) if _throw_away_server_can_be_made() else None
        return
    name = f"golden_thread_{secrets.token_hex(4)}"
    try:
        yield Server(url=urlunsplit(urlsplit(address)._replace(path=f"/{name}")))
    finally:
        _drop_databases_of_this_run(address, name)


def _address() -> str | None:
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        return None if given == "none" else given
    local = [f"postgres://{quote(user)}@{LOCAL}/postgres" for user in (getpass.getuser(), "postgres")]
    return next((address for address in local if _may_create_databases(address)), None)


def _may_create_databases(address: str) -> bool:
    try:
        with (
            closing(psycopg2.connect(address, connect_timeout=2)) as connection,
            connection.cursor() as cursor,
        ):
            cursor.execute("SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user")
            return bool(cursor.fetchone()[0])
    except psycopg2.OperationalError:
        return False


def _throw_away_server_can_be_made() -> bool:
    if os.environ.get("TEST_DATABASE_URL") == "none" or not shutil.which("pg_virtualenv"):
        return False
    return any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


def _drop_databases_of_this_run(address: str, name: str) -> None:
    """A run that was interrupted leaves its test databases; nobody else uses this run's name."""
    try:
        connection = psycopg2.connect(address, connect_timeout=2)
    except psycopg2.OperationalError:
        return
    connection.autocommit = True
    with closing(connection), connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [f"test_{name}"])
        for (database,) in cursor.fetchall():
            cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(database)))

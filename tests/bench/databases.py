"""The databases that are measured: made for the run and gone after it."""

from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2
from psycopg2 import sql

NAME = "golden_thread_bench"


class SQLite:
    """A file in the run's own folder. The engine runs inside the web server's workers."""

    def __init__(self, folder):
        self.url = f"sqlite:///{folder}/bench.sqlite3"

    def name(self):
        import sqlite3

        return f"SQLite {sqlite3.sqlite_version}"

    def processes(self):
        return []


class PostgreSQL:
    """A database of its own on a server that is there."""

    def __init__(self, address, url):
        self.address, self.url = address, url

    def name(self):
        return f"PostgreSQL {self._asked('SHOW server_version')[0][0].split()[0]}"

    def processes(self):
        """The process ids of the connections to it, when its server runs on this machine."""
        pids = self._asked("SELECT pid FROM pg_stat_activity WHERE datname = %s", [NAME])
        return [pid for (pid,) in pids if _is_postgres(pid)]

    def _asked(self, query, values=()):
        with closing(_connected(self.address)) as connection, connection.cursor() as cursor:
            cursor.execute(query, values)
            return cursor.fetchall()


@contextmanager
def own_database(address):
    """Makes the database on the server of this address, and drops it whatever happens.

    Refused with psycopg2's own error while another run uses it; what an interrupted run left is dropped.
    """
    address, url = (urlunsplit(urlsplit(address)._replace(path=f"/{name}")) for name in ("postgres", NAME))
    _change(address, "DROP DATABASE IF EXISTS {}")
    _change(address, "CREATE DATABASE {}")
    try:
        yield PostgreSQL(address, url)
    finally:
        _change(address, "DROP DATABASE IF EXISTS {} WITH (FORCE)")


def _change(address, command):
    with closing(_connected(address)) as connection, connection.cursor() as cursor:
        cursor.execute(sql.SQL(command).format(sql.Identifier(NAME)))


def _connected(address):
    connection = psycopg2.connect(address, connect_timeout=2)
    connection.autocommit = True
    return connection


def _is_postgres(pid):
    try:
        return Path(f"/proc/{pid}/comm").read_text().startswith("postgres")
    except OSError:
        return False

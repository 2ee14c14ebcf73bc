import os
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from council.management.commands.serve import become_the_server, claim, migrations_wait, static_files

ROOT = Path(__file__).resolve().parent.parent.parent


def test_a_port_that_is_taken_is_said_in_a_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(CommandError, match=rf"using port {port}\. .* make run PORT={port + 1}$"):
            call_command("serve", port=port)


def test_a_port_beyond_sense_is_said_in_a_sentence():
    with pytest.raises(CommandError, match="A port is a number from 1 to 65535"):
        claim(80000)


@pytest.mark.parametrize("stated", [None, "https://council.example"])
def test_links_lead_to_the_port_that_is_served(monkeypatch, stated):
    monkeypatch.setenv("SITE_ADDRESS", stated or "")
    if stated is None:
        monkeypatch.delenv("SITE_ADDRESS")
    monkeypatch.setattr(os, "execv", lambda *words: None)
    with claim(free_port()) as door:
        become_the_server(door)
        here = f"http://127.0.0.1:{door.getsockname()[1]}"

    assert os.environ["SITE_ADDRESS"] == (stated or here)


@pytest.mark.django_db
def test_a_migrated_database_is_not_migrated_again():
    assert not migrations_wait()


def test_static_files_are_collected_again_when_one_changes(settings, tmp_path):
    settings.STATICFILES_DIRS = [tmp_path]
    sheet = tmp_path / "sheet.css"
    sheet.write_text("a {}")
    before = static_files()

    assert static_files() == before
    sheet.write_text("a { color: red }")
    assert static_files() != before


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


@contextmanager
def served(var: Path) -> Iterator[tuple[str, str]]:
    """`manage.py serve` as `make run` starts it: the address it prints, and all that it said until then."""
    port = free_port()
    serving = subprocess.Popen(
        [sys.executable, "-u", "manage.py", "serve", "--port", str(port)],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "GOLDEN_THREAD_VAR": str(var)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    address, said = f"http://127.0.0.1:{port}", ""
    try:
        while f"Golden Thread is at {address}" not in said:
            line = serving.stdout.readline()
            assert line, f"It ended before it served:\n{said}"
            said += line
        yield address, said
    finally:
        serving.terminate()
        serving.communicate(timeout=30)


def users(var: Path) -> list[tuple]:
    with closing(sqlite3.connect(var / "golden-thread.sqlite3")) as database:
        return database.execute("SELECT id, username, password FROM council_user ORDER BY id").fetchall()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="It keeps a SQLite of its own: once is enough.")
def test_a_newcomer_is_served_and_a_second_run_loses_nothing(tmp_path):
    with served(tmp_path) as (address, said):
        page = urllib.request.urlopen(f"{address}/sign-in/", timeout=30)
    assert page.status == 200
    assert "Sign in as:\n  officer " in said
    before = users(tmp_path)
    assert before

    with served(tmp_path) as (address, said_again):
        page = urllib.request.urlopen(f"{address}/sign-in/", timeout=30)
    assert page.status == 200
    assert "Bringing the database up to date" not in said_again
    assert "Collecting the static files" not in said_again
    assert "Sign in as:\n  officer " in said_again
    assert users(tmp_path) == before

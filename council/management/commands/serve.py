import errno
import hashlib
import os
import socket
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

HOST = "127.0.0.1"


class Command(BaseCommand):
    """What `make run` runs: everything is brought up to date, then served on this machine only."""

    help = "Brings the database, the demo council and the static files up to date, and serves them here."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="the port to serve at (8000 unless told)")

    def handle(self, *args: Any, **options: Any) -> None:
        port = options["port"]
        # First, so that a port that is taken is said before the work and not after it.
        door = claim(port)
        Path(settings.VAR_DIR).mkdir(parents=True, exist_ok=True)
        if migrations_wait():
            self.stdout.write("Bringing the database up to date.")
            call_command("migrate", interactive=False)
        call_command("seed_demo", if_empty=True)
        self.collect_static()
        # Listening before the address is shown: whoever follows it at once waits a moment and is not refused.
        door.listen()
        self.stdout.write(f"\nGolden Thread is at http://{HOST}:{port} (Ctrl+C stops it).")
        self.stdout.flush()
        become_the_server(door)

    def collect_static(self) -> None:
        """Compresses and names the static files by their content, when one has changed since last time."""
        kept = Path(settings.VAR_DIR) / "static-files-collected"
        found = static_files()
        if kept.exists() and kept.read_text() == found and Path(settings.STATIC_ROOT).exists():
            return
        self.stdout.write("Collecting the static files.")
        call_command("collectstatic", interactive=False, verbosity=0)
        kept.write_text(found)


def claim(port: int) -> socket.socket:
    """A socket bound to the port. CommandError, with what to do, when another program has it."""
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((HOST, port))
    except (OSError, OverflowError) as error:
        door.close()
        raise CommandError(_not_to_be_used(port, error)) from error
    return door


def _not_to_be_used(port: int, error: OSError | OverflowError) -> str:
    if isinstance(error, OverflowError):
        return "A port is a number from 1 to 65535, such as 8001."
    if error.errno == errno.EADDRINUSE:
        return (
            f"Another program is using port {port}. Stop that program, or choose another port: "
            f"make run PORT={port + 1}"
        )
    return f"Port {port} cannot be used: {error.strerror}. Choose another: make run PORT=8001"


def migrations_wait() -> bool:
    """Whether the database is older than the code; asked because migrating nothing takes a second."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def static_files() -> str:
    """A sum over the name, time and size of every static file: another sum, another collection."""
    found = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            told = Path(storage.path(path)).stat()
            found.update(f"{path} {told.st_mtime_ns} {told.st_size}\n".encode())
    return found.hexdigest()


def become_the_server(door: socket.socket) -> None:
    """Two processes as in production, with threads, since a browser holds connections open unused."""
    door.set_inheritable(True)
    # Links in messages lead to this very port, unless the council says where they lead.
    os.environ.setdefault("SITE_ADDRESS", "http://{}:{}".format(*door.getsockname()))
    words = ["--bind", f"fd://{door.fileno()}", "--workers", "2", "--threads", "4", "--log-level", "warning"]
    os.execv(  # noqa: S606 - our own interpreter, no shell
        sys.executable, [sys.executable, "-m", "gunicorn", "council.wsgi", "--no-control-socket", *words]
    )

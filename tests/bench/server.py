"""The server that is measured: gunicorn with two workers on a free port of this machine, and what it uses."""

import os
import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
WORKERS = 2
# As `manage.py serve` starts it.
COMMAND = [
    *(sys.executable, "-m", "gunicorn", "tests.bench.wsgi", "--no-control-socket", "--log-level", "warning"),
    *("--workers", str(WORKERS), "--threads", "4"),
]
STARTS_WITHIN_SECONDS = 30


@dataclass(frozen=True)
class Server:
    """A running server."""

    port: int
    master: int
    database: object
    """What answers the process ids of the database's own processes; none for SQLite, which runs in the workers."""

    @property
    def processes(self):
        """The master and its workers."""
        children = Path(f"/proc/{self.master}/task/{self.master}/children").read_text().split()
        return [self.master, *map(int, children)]

    def cpu_seconds(self):
        """What each of its processes has used so far, and each of the database's, by process id."""
        return _cpu_seconds(self.processes), _cpu_seconds(self.database.processes())

    def memory(self):
        """MiB resident in the master, in the workers together, and of all with shared pages counted once (or None)."""
        resident = [_kibibytes(pid, "status", "VmRSS:") / 1024 for pid in self.processes]
        proportional = [_kibibytes(pid, "smaps_rollup", "Pss:") for pid in self.processes]
        return resident[0], sum(resident[1:]), None if None in proportional else sum(proportional) / 1024


@contextmanager
def serving(environment, database):
    """Starts the server and stops it whatever happens."""
    with closing(socket.socket()) as door:
        door.bind(("127.0.0.1", 0))
        door.set_inheritable(True)
        started = subprocess.Popen(
            [*COMMAND, "--bind", f"fd://{door.fileno()}"], env=environment, pass_fds=[door.fileno()]
        )
        try:
            server = Server(door.getsockname()[1], started.pid, database)
            _wait_for(server, started)
            yield server
        finally:
            started.terminate()
            try:
                started.wait(10)
            except subprocess.TimeoutExpired:
                started.kill()
                started.wait()


def _wait_for(server, started):
    until = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < until and started.poll() is None:
        with closing(socket.socket()) as asked:
            if not asked.connect_ex(("127.0.0.1", server.port)) and len(server.processes) == WORKERS + 1:
                return
        time.sleep(0.1)
    raise RuntimeError("The server did not start.")


def _cpu_seconds(pids):
    """User and system time of each process; one that has just ended is left out."""
    found = {}
    for pid in pids:
        try:
            # The name of the process, in brackets, may hold blanks.
            told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        found[pid] = (int(told[11]) + int(told[12])) / TICKS_A_SECOND
    return found


def _kibibytes(pid, file, name):
    try:
        told = Path(f"/proc/{pid}/{file}").read_text()
    except OSError:
        return None
    return next(int(line.split()[1]) for line in told.splitlines() if line.startswith(name))

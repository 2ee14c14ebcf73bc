"""Measures the pages of a large council beside their floors: `make bench`, or `python -m tests.bench sqlite`.

`python -m tests.bench cases`, with a database or without, is the second part: fifty thousand cases and more.

Takes about a minute for each database and three at most, stays on this machine, leaves nothing behind, and fails no
suite: it prints.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench import cases
from tests.bench.databases import SQLite, own_database
from tests.bench.measure import compare, first_visit, warm_all_workers
from tests.bench.report import table, targets
from tests.bench.same import differences
from tests.bench.server import serving
from tests.postgresql import find_postgresql
from tests.run_all import ROOT, environment

DATABASES = ("postgresql", "sqlite")
CASES = "cases"
ENOUGH_SECONDS = 100
"""When the first database took longer than this, on a busy machine, the second is not begun."""
BUILT_WITHIN_SECONDS = 90


def main(names):
    unknown = set(names) - {*DATABASES, CASES}
    if unknown:
        print(f"There is no {', '.join(sorted(unknown))}; choose from {', '.join((*DATABASES, CASES))}.")
        return 2
    if CASES in names:
        return cases.main([name for name in names if name != CASES])
    wanted, started = names or DATABASES, time.monotonic()
    if "postgresql" in wanted:
        on_postgresql()
    if "sqlite" in wanted and time.monotonic() - started > ENOUGH_SECONDS:
        print("SQLite is left out, since this took so long already: python -m tests.bench sqlite")
    elif "sqlite" in wanted:
        with tempfile.TemporaryDirectory(prefix="golden-thread-bench-") as folder:
            run(Path(folder), SQLite(folder))
    return 0


def on_postgresql():
    """On the server that the suite would be tested on; one that is made for the run starts this anew within itself."""
    with find_postgresql() as found:
        if not found:
            print("PostgreSQL is left out: no server answers, and there is no pg_virtualenv to make one.")
        elif found.wrapper:
            again = ["sh", "-c", 'TEST_DATABASE_URL="$DATABASE_URL" exec "$@"', "sh"]
            subprocess.run(
                [*found.wrapper, *again, sys.executable, "-m", "tests.bench", "postgresql"], cwd=ROOT
            )
        else:
            with (
                tempfile.TemporaryDirectory(prefix="golden-thread-bench-") as folder,
                own_database(found.url) as database,
            ):
                run(Path(folder), database)


def run(folder, database):
    """One database from its making to its table."""
    started = time.monotonic()
    settings = environment(
        folder,
        DATABASE_URL=database.url,
        DJANGO_SETTINGS_MODULE="tests.bench.settings",
        SECRET_KEY="a key for the benchmark only",
    )
    print(f"\n{database.name()}: building 400 indicators over 40 quarters", flush=True)
    built = subprocess.run(
        [sys.executable, "-m", "tests.bench.build"],
        cwd=ROOT,
        env=settings,
        stdout=subprocess.PIPE,
        check=True,
        timeout=BUILT_WITHIN_SECONDS,
    )
    pages = json.loads(built.stdout)
    print(f"  built in {time.monotonic() - started:.0f} s; measuring {len(pages)} pages", flush=True)
    with serving(settings, database) as server:
        print(
            "\n".join(differences(server, pages)) or "  the floors have the figures of their pages",
            flush=True,
        )
        warm_all_workers(server, pages)
        costs = {page["name"]: compare(server, page) for page in pages}
        visit = first_visit(server, next(page for page in pages if page["name"] == "dashboard"))
        memory = server.memory()
    print_report(costs, visit, memory)
    print(f"\n{time.monotonic() - started:.0f} s in all", flush=True)


def print_report(costs, visit, memory):
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    print(f"\nPage / floor, and how many times the floor (x). {machine}")
    print(table(costs))
    print("\nFirst visit of the whole-council dashboard, bytes as sent:")
    for path, size in visit.items():
        print(f"  {size:7,}  {path}")
    print("\nTargets (set for PostgreSQL)")
    for target in targets(costs, visit, memory):
        print(target)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

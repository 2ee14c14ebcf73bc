"""The second part of the benchmark: cases, then ten times as many (`python -m tests.bench cases`, docs/speed.md)."""

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.databases import SQLite, own_database
from tests.bench.measure import compare, warm_all_workers
from tests.bench.report import Target, table
from tests.bench.server import serving
from tests.postgresql import find_postgresql
from tests.run_all import ROOT, environment

BUILT_WITHIN_SECONDS, COPIED_WITHIN_SECONDS = 600, 180
PAGES = {
    "open_cases": "open cases, 50 a page",
    "sought": "search by a word",
    "case": "one case",
}
MOST = {"open_cases": (12, 7), "sought": (4, None), "case": (12, None)}
"""How many times its floor a page may cost, and what is aimed at."""
CREATED, GROWN, BESIDE = 15, 1.5, 2
TIMES = (1, 10)


def main(names):
    """Measures on the databases named, or on both; answers what the process ends with."""
    wanted = names or ("postgresql", "sqlite")
    measured = {}
    if "postgresql" in wanted:
        with find_postgresql() as found:
            if not found:
                print("PostgreSQL is left out: no server answers, and there is no pg_virtualenv to make one.")
            elif found.wrapper:
                again = ["sh", "-c", 'TEST_DATABASE_URL="$DATABASE_URL" exec "$@"', "sh"]
                started = [sys.executable, "-m", "tests.bench", "cases", "postgresql"]
                subprocess.run([*found.wrapper, *again, *started], cwd=ROOT)
            else:
                with _folder() as folder, own_database(found.url) as database:
                    measured["postgresql"] = run(Path(folder), database)
    if "sqlite" in wanted:
        with _folder() as folder:
            measured["sqlite"] = run(Path(folder), SQLite(folder))
    if len(measured) > 1:
        print("\nSQLite beside PostgreSQL")
        for target in beside(measured["sqlite"][1], measured["postgresql"][1]):
            print(target)
    return 0


def _folder():
    return tempfile.TemporaryDirectory(prefix="golden-thread-bench-")


def run(folder, database):
    """One database from its making to its tables; answers by how many times the cases what each page and case costs."""
    settings = environment(
        folder,
        DATABASE_URL=database.url,
        DJANGO_SETTINGS_MODULE="tests.bench.settings",
        SECRET_KEY="a key for the benchmark only",
    )
    measured = {}
    for times in TIMES:
        print(f"\n{database.name()}: {50 * times},000 cases with {200 * times},000 entries", flush=True)
        within, began = BUILT_WITHIN_SECONDS if times == 1 else COPIED_WITHIN_SECONDS, time.monotonic()
        try:
            pages = json.loads(_said(settings, within, "tests.bench.build_cases", str(times)))
        except subprocess.TimeoutExpired:
            print(f"  left out: they were not built within {within} seconds")
            break
        print(f"  built in {time.monotonic() - began:.0f} s", flush=True)
        with serving(settings, database) as server:
            warm_all_workers(server, pages)
            costs = {page["name"]: compare(server, page) for page in pages}
        measured[times] = costs, json.loads(_said(settings, within, "tests.bench.creating"))
        print_report(*measured[times])
    if len(measured) > 1:
        print("\nTen times the data")
        for target in grown(*measured.values()):
            print(target)
    return measured


def _said(settings, within, *started):
    done = subprocess.run(
        [sys.executable, "-m", *started],
        cwd=ROOT,
        env=settings,
        stdout=subprocess.PIPE,
        check=True,
        timeout=within,
    )
    return done.stdout


def print_report(costs, created):
    """The table of the pages, what a case costs to make, and each target."""
    product, floor = (each * 1000 for each in created)
    print(
        f"\nPage / floor, and how many times the floor (x). Python {platform.python_version()}, {os.cpu_count()} cores"
    )
    print(table(costs, PAGES))
    print(f"creating a case: {product:.2f} ms / {floor:.2f} ms, {product / floor:.1f} times")
    for target in targets(costs, created):
        print(target)


def targets(costs, created):
    """Every target that holds for one size."""
    found = []
    for name, (most, aim) in MOST.items():
        page, floor = costs[name]
        for figure, words in (("cpu", "CPU with the database's"), ("median", "median time")):
            ratio = getattr(page, figure) / getattr(floor, figure)
            found.append(Target(f"{PAGES[name]}, {words}", ratio, most, aim, " times the floor"))
    found.append(
        Target("creating a case, median time", created[0] / created[1], CREATED, unit=" times one insert")
    )
    return found


def grown(few, many):
    """How many times as long it takes among ten times as many."""
    ratios = {
        PAGES[name]: many[0][name][0].median / few[0][name][0].median for name in ("open_cases", "case")
    }
    ratios["creating a case"] = many[1][0] / few[1][0]
    return [
        Target(f"{what}, median time", ratio, GROWN, unit=" times as long") for what, ratio in ratios.items()
    ]


def beside(sqlite, postgresql):
    """How many times as long SQLite takes."""
    return [
        Target(
            f"{words}, median time",
            sqlite[0][name][0].median / postgresql[0][name][0].median,
            BESIDE,
            unit=" times",
        )
        for name, words in PAGES.items()
    ] + [Target("creating a case, median time", sqlite[1][0] / postgresql[1][0], BESIDE, unit=" times")]

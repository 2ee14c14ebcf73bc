"""Runs every part of the suite, whatever fails on the way, and sums up in the last lines.

    python -m tests.run_all                 all parts: checks, sqlite, postgresql, journeys
    python -m tests.run_all checks sqlite   only these

What cannot run on this machine is left out and named in one line; with CI=true that is a failure.
`CHROMIUM` names another browser than /usr/bin/chromium, and `TEST_DATABASE_URL` a PostgreSQL to test on; either
is left out when set to "none".
"""

import os
import secrets
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from tests.postgresql import find_postgresql

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
BESIDE = Path(PYTHON).parent
MANAGE = [PYTHON, "manage.py"]
CHECKS = {
    "ruff check": [PYTHON, "-m", "ruff", "check"],
    "ruff format": [PYTHON, "-m", "ruff", "format", "--check"],
    "djlint": [PYTHON, "-m", "djlint", "templates", "--lint"],
    "lint-imports": [str(BESIDE / "lint-imports")],
    "mypy": [PYTHON, "-m", "mypy"],
    "system check": [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"],
    "makemigrations": [*MANAGE, "makemigrations", "--check", "--dry-run"],
    "pip check": [PYTHON, "-m", "pip", "check"],
}
# Settings of the product that must not leak from the caller's shell into the suite.
NOT_PASSED_ON = {
    "ALLOWED_HOSTS",
    "COUNCIL_NAME",
    "DATABASE_URL",
    "DEBUG",
    "DJANGO_SETTINGS_MODULE",
    "HTTPS",
    "SECRET_KEY",
}
NO_TESTS = 5


@dataclass
class Part:
    """What came of one part of the suite. Tests are known by name, to see which ran nowhere."""

    name: str
    passed: set[str] = field(default_factory=set)
    failed: set[str] = field(default_factory=set)
    skipped: set[str] = field(default_factory=set)
    left_out: str = ""
    seconds: float = 0

    def __str__(self) -> str:
        if self.left_out:
            return f"{self.name:22} left out: {self.left_out}"
        return f"{self.name:22} {len(self.passed)} passed, {len(self.failed)} failed ({self.seconds:.0f} s)"


def environment(scratch: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in NOT_PASSED_ON}
    return {**kept, "GOLDEN_THREAD_VAR": str(scratch), **more}


def checks(scratch: Path) -> list[Part]:
    part = Part("checks")
    # The product's own settings as a council sets them; --deploy looks at nothing else.
    settings = environment(
        scratch, HTTPS="yes", DATABASE_URL="sqlite://:memory:", SECRET_KEY="tests" * 12 + "9!x"
    )

    def run(name: str) -> tuple[str, subprocess.CompletedProcess[str]]:
        done = subprocess.run(CHECKS[name], cwd=ROOT, env=settings, capture_output=True, text=True)
        return name, done

    started = time.monotonic()
    with ThreadPoolExecutor(2) as pool:
        for name, done in pool.map(run, CHECKS):
            (part.failed if done.returncode else part.passed).add(name)
            print(f"{'FAILED' if done.returncode else 'ok':7} {name}", flush=True)
            if done.returncode:
                print(done.stdout + done.stderr, flush=True)
    part.seconds = time.monotonic() - started
    return [part]


def sqlite(scratch: Path) -> list[Part]:
    return [pytest("tests on SQLite", scratch, "-n", "2", "-m", "not journey")]


def postgresql(scratch: Path) -> list[Part]:
    name = "tests on PostgreSQL"
    with find_postgresql() as found:
        if not found:
            return [Part(name, left_out="no server answers and there is no pg_virtualenv")]
        return [
            pytest(name, scratch, "-n", "2", "-m", "not journey", url=found.url, wrapped_in=found.wrapper)
        ]


def journeys(scratch: Path) -> list[Part]:
    """In a browser, on SQLite as a newcomer runs it, and on PostgreSQL, as a council does, where there is one.

    How pages look is the same on both: where there are two, it is looked at once.
    """
    browser = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    if not os.access(browser, os.X_OK):
        return [Part("journeys", left_out=f"no Chromium at {browser}")]

    def errands(name: str, which: str, **more: Any) -> Part:
        return pytest(name, scratch, "-n", "2", "-m", which, "tests/journeys", CHROMIUM=browser, **more)

    with find_postgresql() as found:
        if not found:
            return [errands("journeys on SQLite", "journey")]
        return [
            errands("journeys on SQLite", "journey and not looks"),
            errands("journeys on PostgreSQL", "journey", url=found.url, wrapped_in=found.wrapper),
        ]


def pytest(
    name: str, scratch: Path, *words: str, url: str = "", wrapped_in: tuple[str, ...] = (), **more: str
) -> Part:
    """One run of pytest, shown as it goes; its results are read from the report it writes."""
    report = scratch / f"{name.replace(' ', '-')}.xml"
    surroundings = environment(scratch, **more, **({"DATABASE_URL": url} if url else {}))
    # Shown, because a quiet pytest does not say in which order it ran.
    seed = f"--randomly-seed={secrets.randbelow(2**32)}"
    print(f"\n{name} ({seed})", flush=True)
    started = time.monotonic()
    command = [
        *wrapped_in,
        PYTHON,
        "-m",
        "pytest",
        "-q",
        "--dist",
        "worksteal",
        seed,
        f"--junitxml={report}",
        *words,
    ]
    code = subprocess.run(command, cwd=ROOT, env=surroundings).returncode
    part = read_report(name, report)
    part.seconds = time.monotonic() - started
    if code == NO_TESTS:
        part.left_out = "there are no such tests"
    elif code and not part.failed:
        part.failed.add(f"pytest ended with code {code}")
    return part


def read_report(name: str, report: Path) -> Part:
    """The tests of a JUnit report; one that failed in its teardown has failed."""
    part = Part(name)
    if not report.exists():
        return part
    for case in ElementTree.parse(report).iter("testcase"):
        test = f"{case.get('classname')}::{case.get('name')}"
        kinds = {child.tag for child in case}
        came_to = (
            part.failed
            if kinds & {"failure", "error"}
            else part.skipped
            if "skipped" in kinds
            else part.passed
        )
        came_to.add(test)
    part.passed -= part.failed
    return part


def left_out(parts: list[Part]) -> list[str]:
    """What ran nowhere: parts, and tests that were skipped on every database."""
    ran = {test for part in parts for test in part.passed | part.failed}
    skipped = sorted({test for part in parts for test in part.skipped} - ran)
    named = [f"{part.name} ({part.left_out})" for part in parts if part.left_out]
    return named + ([f"{len(skipped)} skipped ({', '.join(skipped)})"] if skipped else [])


def sum_up(parts: list[Part], *, all_demanded: bool) -> int:
    """Prints the summary, totals last, and returns the exit code."""
    missing = left_out(parts)
    failed = [f"{part.name}: {test}" for part in parts for test in sorted(part.failed)]
    print("\n" + "\n".join(str(part) for part in parts))
    for each in failed:
        print(f"FAILED {each}")
    print(f"Left out: {'; '.join(missing) or 'nothing'}")
    count = len(failed) + (len(missing) if all_demanded else 0)
    passed = sum(len(part.passed) for part in parts)
    print(f"{passed} passed, {count} failed", flush=True)
    return 0 if passed and not count else 1


PARTS = {"checks": checks, "sqlite": sqlite, "postgresql": postgresql, "journeys": journeys}


def main(names: list[str]) -> int:
    unknown = set(names) - set(PARTS)
    if unknown:
        print(f"There is no part {', '.join(sorted(unknown))}; the parts are {', '.join(PARTS)}.")
        return 2
    with tempfile.TemporaryDirectory(prefix="golden-thread-") as scratch:
        parts = [part for name in names or PARTS for part in PARTS[name](Path(scratch))]
    return sum_up(parts, all_demanded=os.environ.get("CI") == "true")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("Stopped before the end: nothing is summed up.")

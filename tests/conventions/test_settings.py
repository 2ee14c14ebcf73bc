"""The settings: safe in production, British in dates, fit for an office full of people."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import models
from django.forms import DateField as DjangoDateField

from council.forms import DateField

ROOT = Path(__file__).resolve().parent.parent.parent
PRODUCTION = {
    "HTTPS": "true",
    "SECRET_KEY": "a-long-and-random-key-for-this-check-only-0123456789-abcdefghij",
    "ALLOWED_HOSTS": "performance.example.gov.uk",
}


def run(*command, **variables):
    """The product's own settings, as a fresh process reads them from the environment."""
    environment = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment | variables,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.shows("S7")
def test_production_settings_pass_every_deployment_check(tmp_path):
    answer = run(
        "manage.py",
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        **PRODUCTION,
        GOLDEN_THREAD_VAR=str(tmp_path),
    )

    assert (answer.returncode, "no issues" in answer.stdout) == (0, True), answer.stderr


@pytest.mark.shows("S7", "R12")
def test_the_deployment_check_would_find_what_is_unsafe(tmp_path):
    unsafe = {"SECRET_KEY": "short", "DEBUG": "true", "GOLDEN_THREAD_VAR": str(tmp_path)}

    answer = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **unsafe)

    assert answer.returncode == 1
    assert {"security.W004", "security.W008", "security.W009", "security.W018"} <= {
        word.strip("?:()") for word in answer.stderr.split()
    }


SHOW = """
import json, django
from django.conf import settings
django.setup()
print(json.dumps({name: getattr(settings, name) for name in %r.split()}, default=str))
"""


def read(names, tmp_path, **variables):
    variables = {"DJANGO_SETTINGS_MODULE": "council.settings", "GOLDEN_THREAD_VAR": str(tmp_path)} | variables
    answer = run("-c", SHOW % names, **variables)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


@pytest.mark.shows("S8")
def test_behind_https_cookies_belong_to_this_host_alone(tmp_path):
    names = (
        "SESSION_COOKIE_NAME CSRF_COOKIE_NAME SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE SECURE_HSTS_SECONDS"
    )

    assert read(names, tmp_path, **PRODUCTION) == {
        "SESSION_COOKIE_NAME": "__Host-session",
        "CSRF_COOKIE_NAME": "__Host-csrf",
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_HSTS_SECONDS": 31536000,
    }


@pytest.mark.shows("R6", "C28")
def test_sqlite_serves_an_office_full_of_people(tmp_path):
    found = read("DATABASES", tmp_path)["DATABASES"]["default"]

    assert found["OPTIONS"] == {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }


@pytest.mark.shows("C25")
def test_postgresql_waits_five_seconds_for_a_row_and_checks_its_connections(tmp_path):
    found = read("DATABASES", tmp_path, DATABASE_URL="postgres://a:b@127.0.0.1/c")["DATABASES"]["default"]

    assert (found["OPTIONS"]["options"], found["CONN_HEALTH_CHECKS"]) == ("-c lock_timeout=5000", True)


def test_a_key_is_made_once_and_is_its_owners_alone(tmp_path):
    first = read("SECRET_KEY", tmp_path)["SECRET_KEY"]

    assert (read("SECRET_KEY", tmp_path)["SECRET_KEY"], len(first) >= 50) == (first, True)
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600


@pytest.mark.shows("D4")
@pytest.mark.parametrize("field", [DateField(), DjangoDateField()], ids=["ours", "the-libraries"])
def test_3_april_is_written_03_04(field):
    assert field.clean("03/04/2026") == date(2026, 4, 3)


def test_the_council_is_british():
    found = (settings.LANGUAGE_CODE, settings.TIME_ZONE, settings.USE_TZ, settings.USE_THOUSAND_SEPARATOR)

    assert found == ("en-gb", "Europe/London", True, False)


@pytest.mark.shows("U7")
@pytest.mark.django_db
def test_the_migrations_are_complete():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.shows("N34", "N35")
def test_no_number_has_more_digits_than_both_databases_keep():
    fields = [field for model in apps.get_models() for field in model._meta.get_fields()]

    assert [str(f) for f in fields if isinstance(f, models.DecimalField) and f.max_digits > 15] == []
    assert [str(f) for f in fields if isinstance(f, models.FloatField)] == []

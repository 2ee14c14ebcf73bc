"""Makes and fills the database that is measured, and says in JSON what to ask for: python -m tests.bench.build."""

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.settings")


def main():
    django.setup()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    json.dump(pages(), sys.stdout)


def pages():
    """Each page with its address, its reader's session, and the floor that has the same figures."""
    from django.db import connection
    from django.utils import timezone

    from council.periods import local_day
    from tests.bench.sample import INDICATORS, build_council

    council = build_council(today=local_day(timezone.now()))
    connection.cursor().execute("ANALYZE")
    sessions = {name: _session(user) for name, user in council["readers"].items()}
    services, portfolios = council["services"], council["portfolios"]
    periods = [period.pk for period in council["periods"]]
    now, before = periods[-1], periods[-2]
    officers = ",".join(str(each.pk) for each in services[1:5])
    everything = ",".join(str(each.pk) for each in services)
    indicator = council["indicators"][7].pk
    five = ",".join(map(str, periods[-5:]))
    mine = f"{portfolios[0].pk},{portfolios[1].pk}"
    by_portfolio = f"/floor/portfolios?period={now}&portfolios="
    table = f"/floor/table?period={now}&rows="
    found = [
        ("dashboard", "member", "/performance/", f"/floor/summary?periods={five}"),
        ("table", "member", f"/performance/?service={services[0].pk}", f"{table}{INDICATORS}"),
        (
            "portfolio",
            "member",
            f"/performance/?portfolio={portfolios[0].pk}",
            by_portfolio + mine.split(",")[0],
        ),
        ("mine", "member", "/performance/my-portfolios/", by_portfolio + mine),
        ("list", "member", "/performance/indicators/", f"{table}50"),
        (
            "indicator",
            "member",
            f"/performance/indicators/{indicator}/",
            f"/floor/indicator?indicator={indicator}",
        ),
        ("returns", "officer", "/performance/returns/", f"/floor/due?services={officers}&periods={five}"),
        (
            "grid",
            "officer",
            f"/performance/returns/grid/{services[1].pk}/{now}/",
            f"/floor/grid?service={services[1].pk}&period={now}&before={before}",
        ),
        ("sign-off", "lead", "/performance/sign-off/", f"/floor/waiting?services={everything}"),
    ]
    return [
        {"name": name, "path": path, "session": sessions[reader], "floor": floor}
        for name, reader, path, floor in found
    ]


def _session(user):
    """The key of a session in which the user has signed in."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return session.session_key


if __name__ == "__main__":
    main()

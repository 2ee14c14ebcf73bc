"""Makes and fills the database that is measured, and says in JSON what to ask for: python -m tests.bench.build."""

import json
import os
import sys

import django

PERFORMANCE = "/performance/"
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
    from tests.bench.sample import build_council

    council = build_council(today=local_day(timezone.now()))
    connection.cursor().execute("ANALYZE")
    sessions = {name: _session(user) for name, user in council["readers"].items()}
    return [
        {
            "name": name,
            "path": path,
            "session": sessions[reader],
            "floor": f"/floor/{floor}",
        }
        for name, reader, path, floor in (*_dashboards(council), *_lists(council))
    ]


def _dashboards(council):
    top, portfolios = council["services"][0], council["portfolios"]
    periods = [period.pk for period in council["periods"]]
    mine = f"{portfolios[0].pk},{portfolios[1].pk}"
    rows = f"period={periods[-1]}"
    recent = f"recent={_listed(periods[-8:])}&now={periods[-1]}&before={periods[-2]}"
    return [
        # Sends on to a dashboard: what it costs to know who asks, before anything is shown.
        ("who", "member", "/", f"summary?periods={_listed(periods[-5:])}"),
        ("dashboard", "member", PERFORMANCE, f"summary?periods={_listed(periods[-5:])}"),
        ("everything", "member", PERFORMANCE, f"everything?periods={_listed(periods[-5:])}&{recent}"),
        ("table", "member", f"{PERFORMANCE}?service={top.pk}", f"table?{rows}&rows=400"),
        (
            "portfolio",
            "member",
            f"{PERFORMANCE}?portfolio={portfolios[0].pk}",
            f"portfolios?{rows}&portfolios={portfolios[0].pk}",
        ),
        ("mine", "member", f"{PERFORMANCE}my-portfolios/", f"portfolios?{rows}&portfolios={mine}"),
    ]


def _lists(council):
    services = [service.pk for service in council["services"]]
    periods = [period.pk for period in council["periods"]]
    now, before, crowded = periods[-1], periods[-2], services[1]
    one = council["indicators"][7].pk
    due = f"services={_listed(services[1:5])}&periods={_listed(periods[-5:])}"
    return [
        ("list", "member", f"{PERFORMANCE}indicators/", f"table?period={now}&rows=50"),
        ("indicator", "member", f"{PERFORMANCE}indicators/{one}/", f"indicator?indicator={one}"),
        ("returns", "officer", f"{PERFORMANCE}returns/", f"due?{due}"),
        (
            "grid",
            "officer",
            f"{PERFORMANCE}returns/grid/{crowded}/{now}/",
            f"grid?service={crowded}&period={now}&before={before}",
        ),
        ("sign-off", "lead", f"{PERFORMANCE}sign-off/", f"waiting?services={_listed(services)}"),
    ]


def _listed(numbers):
    return ",".join(map(str, numbers))


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

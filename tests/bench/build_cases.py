"""Fills the database with cases and says in JSON what to ask for: python -m tests.bench.build_cases 1, or 10."""

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.settings")
BOARD = "/complaints/"


def main(times):
    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from complaints.models import Case
    from council.models import User
    from council.periods import local_day
    from tests.bench import case_rows

    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if times == 1:
        years = local_day(timezone.now()).year - 6
        call_command("load_bank_holidays", from_year=years, years=8, stdout=sys.stderr)
        case_rows.build_cases(today=local_day(timezone.now()))
    else:
        case_rows.copy_cases(times)
    case_rows.settle()
    one = Case.objects.filter(state="closed").earliest("pk")
    json.dump(pages(User.objects.get(username="handler0"), one), sys.stdout)


def pages(reader, one):
    """Each page with its address, its reader's session, and the floor that has the same figures."""
    from tests.bench.build import _session
    from tests.bench.case_floor import SOUGHT

    session = _session(reader)
    listed = (
        ("open_cases", BOARD, "open_cases"),
        ("sought", f"{BOARD}?search={SOUGHT}", "sought"),
        ("case", one.get_absolute_url(), f"case?case={one.pk}"),
    )
    return [
        {"name": name, "path": path, "session": session, "floor": f"/floor/{floor}"}
        for name, path, floor in listed
    ]


if __name__ == "__main__":
    main(int(sys.argv[1]))

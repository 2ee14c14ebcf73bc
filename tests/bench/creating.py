"""What it costs to make a case, beside one bare insert: python -m tests.bench.creating. Answers in JSON."""

import json
import os
import statistics
import sys
import time
from contextlib import closing

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.settings")
TIMES, WARM_UP = 120, 10


def main():
    django.setup()
    from tests.bench.floor import connect

    floor, product = [], []
    with closing(connect(os.environ["DATABASE_URL"])) as bare:
        for number in range(TIMES + WARM_UP):
            # In turns, so that a busy moment meets both.
            floor.append(_taken(lambda number=number: _insert(bare, number)))
            product.append(_taken(_receive))
        bare.cursor().execute("DELETE FROM complaints_case WHERE id < 0")
    medians = [statistics.median(each[WARM_UP:]) for each in (product, floor)]
    json.dump(medians, sys.stdout)


def _taken(doing):
    began = time.perf_counter()
    doing()
    return time.perf_counter() - began


def _receive():
    """A complaint with its customer, number, contact, clock, entry and message, as the form makes it."""
    from django.utils import timezone

    from complaints.choices import CaseKind, Channel
    from complaints.models import Customer
    from complaints.operations.receiving import Told, receive_case

    now = timezone.now()
    customer = Customer(name="Somebody", email="somebody@example.com")
    told = Told(
        kind=CaseKind.COMPLAINT, channel=Channel.WEB, customer=customer, subject="Bin", words="Missed."
    )
    receive_case(told, received_at=now, by=None, at=now)


def _insert(bare, number):
    """One row like the first case, with another reference: nothing else is done."""
    from complaints.models import Case

    on_sqlite = os.environ["DATABASE_URL"].startswith("sqlite")
    columns = [field.column for field in Case._meta.concrete_fields]
    taken = {
        # Below all others: neither database counts on from there, and they can be taken out again.
        "id": str(-1 - number),
        "reference": f"'E-{number}'",
        "link_hash": f"'e-{number}'",
        "sent_as": f"'{2**100 + number:032x}'{'' if on_sqlite else '::uuid'}",
    }
    listed = ", ".join(columns)
    chosen = ", ".join(taken.get(column, column) for column in columns)
    bare.cursor().execute(
        f"INSERT INTO complaints_case ({listed}) SELECT {chosen} FROM complaints_case WHERE id = "
        f"(SELECT min(id) FROM complaints_case)"
    )


if __name__ == "__main__":
    main()

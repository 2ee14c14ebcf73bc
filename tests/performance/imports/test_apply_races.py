"""Two people apply the same file at the same moment: one does, the other is told, and it goes in once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from performance.models import ImportBatch, Target
from performance.operations.imports import AlreadyDone, apply_batch
from tests.factories import IndicatorFactory, ServiceFactory
from tests.performance.imports.files import NOW, brought, csv, looked_at
from tests.performance.operations.test_races import shared_database  # noqa: F401

FILES = 8
ROWS = 5


def press(pk, fingerprint, barrier):
    """One person's press of the button; what they are told."""
    try:
        batch = ImportBatch.objects.select_related("by").get(pk=pk)
        barrier.wait(timeout=30)
        apply_batch(batch, expected=fingerprint, by=batch.by, at=NOW)
    except AlreadyDone:
        return "told"
    finally:
        connections.close_all()
    return "applied"


def raced(batch):
    fingerprint, barrier = looked_at(batch).fingerprint, Barrier(2)
    with ThreadPoolExecutor(2) as pool:
        presses = [pool.submit(press, batch.pk, fingerprint, barrier) for _ in range(2)]
        return sorted(each.result(timeout=60) for each in presses)


def waiting(year):
    rows = [f"BV {number},,{year}/{(year + 1) % 100:02},{number}%" for number in range(ROWS)]
    return brought("targets", csv("Reference,Indicator,Year,Target", *rows))


@pytest.mark.shows("R4", "R5", "C8")
def test_file_that_two_people_apply_at_once_goes_in_once(shared_database):  # noqa: F811
    service = ServiceFactory()
    for number in range(ROWS):
        IndicatorFactory(service=service, reference=f"BV {number}")

    outcomes = [raced(waiting(2026 + number)) for number in range(FILES)]

    assert outcomes == [["applied", "told"]] * FILES
    assert Target.objects.count() == FILES * ROWS
    assert Target.history.count() == FILES * ROWS

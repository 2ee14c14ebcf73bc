"""Looking changes nothing: after every page was asked for by everybody, the database is what it was."""

import hashlib

import pytest
from django.apps import apps
from django.test import Client

from tests.conventions.addresses import addresses

# What may change by looking: nothing that people keep. Sessions hold who signed in and what was said once, and the
# record of who looked at personal data grows by each look.
LEFT_OUT = {"sessions.Session", "complaints.Look"}


def fingerprint():
    """Of every table a hash of all its rows."""
    models = [each for each in apps.get_models() if each._meta.managed and each._meta.label not in LEFT_OUT]
    rows = {each._meta.label: repr(_rows(each)) for each in models}
    return {label: hashlib.sha256(each.encode()).hexdigest() for label, each in rows.items()}


def _rows(model):
    """The rows of a model; PostgreSQL gives bytes as a view that looks new each time it is read."""
    rows = model._base_manager.order_by("pk").values_list()
    return [[bytes(each) if isinstance(each, memoryview) else each for each in row] for row in rows]


@pytest.mark.shows("S4", "P31")
@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_at_every_page_changes_nothing(council, method):
    before = fingerprint()
    for role in ("lead officer", "administrator"):
        client = Client(raise_request_exception=False)
        for address in addresses():
            client.cookies.update(council.sessions[role])
            getattr(client, method)(address.url(council))

    after = fingerprint()

    assert {label for label in after if after[label] != before.get(label)} == set()


@pytest.mark.shows("R12")
def test_the_fingerprint_would_show_a_change(council):
    before = fingerprint()
    council.indicator.title = "Another title"
    council.indicator.save()

    after = fingerprint()

    assert {label for label in after if after[label] != before[label]} == {
        "performance.Indicator",
        "performance.HistoricalIndicator",
    }


@pytest.mark.shows("S4", "P30")
def test_every_form_is_refused_without_its_token(council):
    refused = {}
    for address in addresses():
        client = Client(enforce_csrf_checks=True, raise_request_exception=False)
        for role in ("stranger", "lead officer", "administrator"):
            client.cookies.update(council.sessions.get(role, {}))
            refused[address.name, role] = client.post(address.url(council), {"chosen": "1:1"}).status_code

    assert {key: code for key, code in refused.items() if code != 403} == {}

"""Whatever is typed into the public form ends in a sentence or in the next question, and no secret in a log."""

import logging
from urllib.parse import quote_plus

import pytest
from django.test import Client

from complaints.operations.links import token_of
from council.secret_links import HideSecretLinks
from tests.complaints.views.telling import SAID, boxes, go_through, url
from tests.conventions.bad_text import NASTY
from tests.factories.complaints import CustomerFactory, case

pytestmark = pytest.mark.usefixtures("holidays")


def post(client, address, sent):
    """Posts as a browser does, half characters as their bytes."""
    pairs = [(name, str(text).encode("utf-8", "surrogatepass")) for name, text in sent.items()]
    body = "&".join(f"{name}={quote_plus(text)}" for name, text in pairs)
    return client.post(address, body, content_type="application/x-www-form-urlencoded")


@pytest.mark.shows("R1")
def test_nothing_typed_is_an_error_of_ours(db, settings):
    settings.CASES_AN_HOUR = 100_000
    client = Client(raise_request_exception=False)
    page = go_through(client)
    broken = []
    for slug, said in SAID.items():
        for box in [*said, "so_far", "remove"]:
            for name, text in NASTY.items():
                answer = post(client, url(slug), said | boxes(page) | {box: text})
                if answer.status_code not in (200, 302):
                    broken.append((slug, box, name, answer.status_code))

    assert broken == []


@pytest.mark.shows("R1")
@pytest.mark.parametrize("step", ["add", "stage_two", "complain", "not_fixed", "nothing", "\0"])
def test_nothing_typed_on_the_follow_page_is_an_error_of_ours(db, settings, step):
    settings.CASES_AN_HOUR = 100_000
    client = Client(raise_request_exception=False)
    row = case(kind="request")
    address = f"/tell-us/follow/{token_of(row.link_nonce)}/"
    for text in NASTY.values():
        answer = post(client, address, {"step": step, f"{step}-words": text, f"{step}-version": text})
        assert answer.status_code in (200, 302)


@pytest.mark.shows("R1")
@pytest.mark.parametrize("box", ["kept", "customer", "received_on", "channel", "service", "email", "name"])
def test_nothing_typed_at_the_counter_is_an_error_of_ours(officer, service, box):
    case(service=service, customer=CustomerFactory.build(email="ada@example.com"))
    client = Client(raise_request_exception=False)
    client.force_login(officer)
    filled = {name: text for said in SAID.values() for name, text in said.items()}
    for text in NASTY.values():
        sent = filled | {"channel": "phone", "received_on": "12 October 2026", "words": "Said so", box: text}
        assert post(client, "/complaints/new/", sent).status_code in (200, 302)


def test_an_answer_sent_twice_is_refused(client, db):
    assert client.post(url("kind"), {"kind": ["comment", "complaint"]}).status_code == 400


def test_no_secret_link_is_written_to_a_log():
    secret = token_of("any")
    record = logging.LogRecord(
        "django.request", logging.WARNING, "", 1, "%s: %s", ("Forbidden", f"/tell-us/follow/{secret}/"), None
    )

    assert HideSecretLinks().filter(record)
    assert record.getMessage() == "Forbidden: /tell-us/follow/…/"


def test_the_log_of_the_product_hides_secret_links(settings):
    handler = settings.LOGGING["handlers"]["console"]

    assert settings.LOGGING["filters"][handler["filters"][0]]["()"] == "council.secret_links.HideSecretLinks"

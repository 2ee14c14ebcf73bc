"""What customers say and who they are never reaches a log: not by a page that fails, nor by a form that is refused."""

import logging

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from complaints.operations.links import token_of
from complaints.operations.sending import send_messages
from council.secret_links import HideSecretLinks
from tests.complaints.lives import at, in_hand
from tests.complaints.views.pages import address, boxes, browser
from tests.factories.complaints import CustomerFactory

NAME, EMAIL, PHONE, PLACE, WORDS = (
    "Zebedee Quackenbush",
    "zebedee@quackenbush.example",
    "01632 960961",
    "7 Canary Row",
    "The canary sang of zanzibar",
)
CANARIES = ("zebedee", "quackenbush", "960961", "canary", "zanzibar")


@pytest.fixture
def row(officer, service):
    customer = CustomerFactory(name=NAME, email=EMAIL, phone=PHONE, address=PLACE)
    return in_hand(officer, service, customer=customer, words=WORDS, subject=WORDS)


@pytest.fixture
def lines(caplog):
    """All that was logged as it would be written, by every logger."""
    # Production logs warnings; this is stricter. Only below it would a template say what it resolves.
    caplog.set_level(logging.INFO)
    for name in ("django", "django.request", "django.server", "django.security", "council", "complaints"):
        logging.getLogger(name).setLevel(logging.INFO)
        logging.getLogger(name).propagate = True

    def told():
        # What a query says is only logged where DEBUG is on, which no production setting allows.
        kept = [each for each in caplog.records if each.name != "django.db.backends"]
        form = logging.Formatter("%(levelname)s %(name)s %(message)s")
        return "\n".join(form.format(each) for each in kept).casefold()

    return told


def canaries_in(text, *more):
    return [each for each in (*CANARIES, *more) if each.casefold() in text]


@pytest.mark.shows("S15")
def test_a_page_that_fails_logs_nothing_personal(row, officer, lines, monkeypatch):
    def fail(*args, **kwargs):
        raise ValueError("It failed")

    monkeypatch.setattr("complaints.views.case.clocks_of", fail)
    client = browser(officer)
    client.raise_request_exception = False

    answer = client.get(row.get_absolute_url())

    assert answer.status_code == 500
    assert "it failed" in lines()
    assert canaries_in(lines()) == []
    assert canaries_in(answer.content.decode().casefold()) == []
    assert mail.outbox == []


@pytest.mark.shows("S15")
def test_a_form_that_is_refused_logs_nothing_personal(row, officer, lines):
    client = browser(officer)
    read = boxes(client.get(address(row, "note")))
    client.post(address(row, "note"), read | {"words": f"{WORDS}\x00"})
    client.post(address(row, "note"), {"words": [WORDS, NAME]})
    client.get(reverse("cases"), {"search": f"{NAME}\x00"})
    Client(enforce_csrf_checks=True).post(
        reverse("tell_us_question", args=["kind"]), {"name": NAME, "words": WORDS}
    )

    assert canaries_in(lines()) == []


@pytest.mark.shows("S15")
def test_the_secret_of_a_link_and_an_address_stay_out_of_logs(row, lines, capsys):
    token = token_of(row.link_nonce)
    Client().get(reverse("follow_case", args=[token]))
    Client().get(reverse("follow_case", args=[f"{token}x"]))
    sent = send_messages(at=at("2026-10-13"))
    said = capsys.readouterr()

    kept = [logging.LogRecord("django.request", 30, "", 0, line, (), None) for line in lines().splitlines()]
    written = [each.getMessage() for each in kept if HideSecretLinks().filter(each)]
    assert sent.sent
    assert canaries_in("\n".join(written) + said.out.casefold() + said.err.casefold(), token) == []

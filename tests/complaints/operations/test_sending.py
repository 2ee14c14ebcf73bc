"""Messages to customers: each once, whatever fails, and each kept on its case."""

import datetime
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command

from complaints.choices import MessageKind
from complaints.models import Message, MessageText
from complaints.operations.messages import draft_message
from complaints.operations.sending import MOST_ATTEMPTS, send_messages
from council.mailing import FAILED, REFUSED, UNSURE
from tests.factories.complaints import CustomerFactory, case

NOW = datetime.datetime(2026, 10, 12, 10, 0, tzinfo=datetime.UTC)
pytestmark = pytest.mark.usefixtures("holidays")


@pytest.fixture
def failing(monkeypatch):
    """A mail server that fails as long as it is told to."""
    faults = []

    def send(self, messages):
        if faults:
            raise faults[0]
        return real(self, messages)

    real = EmailBackend.send_messages
    monkeypatch.setattr(EmailBackend, "send_messages", send)
    return faults


def test_a_message_goes_once_and_says_it_comes_from_a_machine(db):
    row = case(customer=CustomerFactory(email="ada@example.com"))

    assert [send_messages(at=NOW).sent for _ in range(2)] == [1, 0]
    assert mail.outbox[0].to == ["ada@example.com"]
    assert row.reference in mail.outbox[0].subject
    assert mail.outbox[0].extra_headers["Auto-Submitted"] == "auto-generated"
    assert Message.objects.get(case=row).sent_at == NOW


def test_who_gave_no_name_is_addressed_all_the_same(db):
    row = case(kind="compliment", customer=CustomerFactory(name="", way="none"))

    assert Message.objects.get(case=row).body.startswith("Dear customer,\n")


def test_the_council_deals_with_what_no_officer_has(settings, db):
    body = "{officer} is dealing with it."
    MessageText.objects.filter(kind="acknowledged").update(body=body)

    assert (
        draft_message(case(), MessageKind.ACKNOWLEDGED)[1] == f"{settings.COUNCIL_NAME} is dealing with it."
    )


def test_nothing_is_sent_to_who_hears_by_letter(db):
    case(customer=CustomerFactory(way="letter"))

    assert send_messages(at=NOW).sent == 0
    assert Message.objects.to_send().count() == 1


@pytest.mark.parametrize(
    "fault, error, tries",
    [
        (SMTPDataError(451, b"busy"), FAILED, 2),
        (SMTPRecipientsRefused({}), REFUSED, 1),
        (SMTPServerDisconnected("gone"), UNSURE, 1),
    ],
    ids=["busy", "refused", "cut-off"],
)
def test_what_failed_is_tried_again_only_where_that_cannot_send_it_twice(db, failing, fault, error, tries):
    row = case()
    failing.append(fault)
    send_messages(at=NOW)
    assert Message.objects.get(case=row).last_error == error
    failing.clear()
    send_messages(at=NOW)

    assert Message.objects.get(case=row).attempts == tries
    assert len(mail.outbox) == tries - 1


def test_a_message_is_given_up_after_many_tries(db, failing):
    row = case()
    failing.append(SMTPDataError(451, b"busy"))
    for _ in range(MOST_ATTEMPTS + 2):
        send_messages(at=NOW)

    message = Message.objects.get(case=row)
    assert (message.attempts, message.given_up) == (MOST_ATTEMPTS, True)


def test_a_claim_of_a_command_that_was_killed_is_not_sent_again(db):
    row = case()
    Message.objects.filter(case=row).update(claim="11111111-1111-1111-1111-111111111111", claimed_at=NOW)

    assert send_messages(at=NOW).sent == 0


def test_the_rest_waits_where_there_is_no_server(db, monkeypatch):
    case()

    def unreachable(self):
        raise OSError("no route")

    monkeypatch.setattr(EmailBackend, "open", unreachable)

    with pytest.raises(CommandError, match="could not be reached"):
        call_command("send_messages")
    assert Message.objects.to_send().get().attempts == 0


@pytest.mark.shows("S15")
def test_the_command_names_nobody(db, capsys):
    case(customer=CustomerFactory(email="ada@example.com", name="Ada Quill"))
    call_command("send_messages")

    assert capsys.readouterr().out.strip() == "Messages sent: 1. Officers told of thanks: 0."

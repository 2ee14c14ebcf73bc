"""Reminders by e-mail: one message a person, each reminder once, whatever fails and whoever runs at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected
from threading import Barrier

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connections

from performance.figures.reminders import by_person, to_send
from performance.models import Reminder
from performance.operations.reminders import Sent, send_reminders
from tests.factories import IndicatorFactory, PersonFactory, PostFactory, TenureFactory, UserFactory
from tests.performance import lives
from tests.performance.operations.test_races import shared_database  # noqa: F401

DAY = date(2026, 10, 22)
NOW = datetime(2026, 10, 22, 6, 0, tzinfo=UTC)


def owner_of(number, username="head"):
    """A post with so many indicators, held by somebody with an address."""
    user = UserFactory(username=username, email=f"{username}@example.org")
    post = PostFactory(title=f"Post of {username}")
    TenureFactory(post=post, person=PersonFactory(name=f"The {username}", user=user))
    IndicatorFactory.create_batch(number, service=post.service, owner=post)
    return post


def due():
    return by_person(to_send(day=DAY))


@pytest.fixture
def period(db):
    return lives.quarter(2)


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


@pytest.mark.shows("F31")
def test_a_person_gets_one_message_with_all_of_theirs_and_links(period, settings):
    settings.SITE_ADDRESS = "https://performance.example.gov.uk/"
    owner_of(2)

    sent = send_reminders(due(), at=NOW)

    (message,) = mail.outbox
    assert sent == Sent(people=1, reminders=2)
    assert message.to == ["head@example.org"]
    assert message.subject == f"{settings.COUNCIL_NAME}: 2 returns need a look"
    indicator = Reminder.objects.earliest("pk").indicator
    assert f"https://performance.example.gov.uk/performance/indicators/{indicator.pk}/" in message.body
    assert "https://performance.example.gov.uk/performance/returns/\n" in message.body
    assert message.body.count("It was due on 21 October 2026.") == 2


def test_the_message_reads_as_a_letter(period):
    owner_of(1)

    send_reminders(due(), at=NOW)

    lines = mail.outbox[0].body.splitlines()
    assert lines[:2] == ["Dear The head,", ""]
    assert "\n\n\n" not in mail.outbox[0].body
    assert "Late" in lines


@pytest.mark.shows("F31")
def test_nobody_is_sent_the_same_reminder_twice(period):
    owner_of(1)
    send_reminders(due(), at=NOW)

    again = send_reminders(due(), at=NOW + timedelta(days=1))

    assert (again, len(mail.outbox)) == (Sent(), 1)


@pytest.mark.shows("F31")
def test_a_person_with_nothing_gets_nothing(period):
    post = owner_of(1)
    UserFactory(username="idle", email="idle@example.org")
    lives.submitted(post.indicators.get(), period, by=post.tenures.get().person.user)

    assert (send_reminders(due(), at=NOW), mail.outbox) == (Sent(), [])


@pytest.mark.shows("F31")
@pytest.mark.parametrize(
    "fault, error",
    [
        pytest.param(
            SMTPDataError(451, b"Try later"), "The mail server did not take the message", id="later"
        ),
        pytest.param(
            SMTPRecipientsRefused({"head@example.org": (550, b"No such user head@example.org")}),
            "The mail server refused the address",
            id="refused",
        ),
    ],
)
def test_what_failed_is_tried_again_and_keeps_no_address(period, failing, fault, error):
    owner_of(1)
    failing.append(fault)
    first = send_reminders(due(), at=NOW)
    row = Reminder.objects.get()
    failing.clear()

    second = send_reminders(due(), at=NOW + timedelta(hours=1))

    assert (first, row.attempts, row.last_error) == (Sent(failed=1), 1, error)
    row.refresh_from_db()
    assert (second, row.attempts, row.last_error, len(mail.outbox)) == (Sent(1, 1), 2, "", 1)


@pytest.mark.parametrize("fault", [SMTPServerDisconnected("gone"), TimeoutError()], ids=["gone", "timeout"])
def test_what_may_have_gone_is_not_sent_again(period, failing, fault):
    owner_of(1)
    failing.append(fault)
    send_reminders(due(), at=NOW)
    failing.clear()

    assert (send_reminders(due(), at=NOW + timedelta(hours=1)), mail.outbox) == (Sent(), [])
    assert "may have gone" in Reminder.objects.get().last_error


def test_where_the_server_cannot_be_reached_the_rest_waits(period, monkeypatch):
    owner_of(1), owner_of(1, "another")

    def away(self):
        raise ConnectionRefusedError

    monkeypatch.setattr(EmailBackend, "open", away)
    first = send_reminders(due(), at=NOW)
    monkeypatch.undo()

    assert first == Sent(failed=1, is_cut_short=True)
    assert send_reminders(due(), at=NOW).people == 2


def test_what_holds_no_more_is_not_sent_after_a_failure(period, failing):
    post = owner_of(1)
    failing.append(SMTPDataError(451, b"Try later"))
    send_reminders(due(), at=NOW)
    failing.clear()
    lives.submitted(post.indicators.get(), period, by=post.tenures.get().person.user)

    assert (send_reminders(due(), at=NOW), mail.outbox) == (Sent(), [])


def test_the_database_keeps_a_reminder_once(period):
    owner_of(1)
    send_reminders(due(), at=NOW)
    row = Reminder.objects.get()
    row.pk = None

    with pytest.raises(IntegrityError):
        row.save(force_insert=True)


def run_command(barrier):
    try:
        found = due()
        barrier.wait(timeout=30)
        return send_reminders(found, at=NOW).reminders
    finally:
        connections.close_all()


@pytest.mark.shows("F31")
def test_two_commands_at_once_send_each_reminder_once(shared_database):  # noqa: F811
    lives.quarter(2)
    for number in range(6):
        owner_of(2, f"owner{number}")
    barrier = Barrier(2)
    with ThreadPoolExecutor(2) as pool:
        sent = [each.result(timeout=60) for each in [pool.submit(run_command, barrier) for _ in range(2)]]

    assert sum(sent) == 12
    assert sum(message.body.count("It was due on") for message in mail.outbox) == 12
    assert Reminder.objects.filter(sent_at=None).count() == 0


@pytest.mark.shows("F31")
def test_the_command_sends_and_says_so_without_names(period, time_machine, capsys):
    time_machine.move_to(NOW)
    owner_of(2)

    call_command("send_reminders", "--dry-run")
    call_command("send_reminders")

    said = capsys.readouterr().out
    assert said.splitlines() == [
        "Reminders that hold today: 2. With somebody to write to: 2, to people: 1. With nobody to write to: 0.",
        "Reminders sent: 2, to people: 1.",
    ]
    assert len(mail.outbox) == 1


def test_the_command_fails_where_somebody_was_not_reached(period, time_machine, failing):
    time_machine.move_to(NOW)
    owner_of(1)
    failing.append(SMTPDataError(451, b"Try later"))

    with pytest.raises(CommandError, match="People who could not be reached: 1. The next run"):
        call_command("send_reminders")

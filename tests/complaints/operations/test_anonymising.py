"""What is taken out of a case when its time is over, and what stays."""

import datetime
import os
import uuid

import pytest
from django.db import transaction

from complaints.choices import CaseState, CaseStep
from complaints.models import Case, CaseEntry, Customer, Look
from complaints.operations import anonymising
from complaints.operations.anonymising import FiguresChangedError, anonymise
from complaints.operations.attachments import path_of, sweep_files
from complaints.operations.ending import reopen
from complaints.operations.handing_over import add_note
from complaints.operations.links import case_of, token_of
from complaints.operations.steps import NotNow, Stopped
from council.audit import Conflict
from council.models import HistoryFixedError
from tests.complaints.canaries import CANARY, DUE, EARLIER, files_of, found, gone, marked, now
from tests.complaints.lives import at
from tests.factories.complaints import case


@pytest.mark.shows("S18", "P45")
def test_nothing_personal_is_left_in_any_table(old, django_capture_on_commit_callbacks):
    row = marked(old)
    before = found()

    with django_capture_on_commit_callbacks(execute=True):
        done = gone(row, when=at("2033-03-02"))

    assert {"Case.words", "Customer.name", "PointAnswer.words", "Message.body", "Attachment.name"} <= before
    assert found() == set()
    assert (done.cases, done.files, done.customers) == (1, 1, 2)


@pytest.mark.shows("S18", "P45")
def test_its_file_goes_from_the_disk_once_all_is_settled(old, django_capture_on_commit_callbacks):
    (file,) = files_of(old)
    assert file.read_bytes() == CANARY.encode()

    with django_capture_on_commit_callbacks() as after:
        gone(old)
    assert file.exists()
    for each in after:
        each()

    assert not file.exists()


@pytest.mark.shows("S18")
def test_what_a_crash_left_of_a_file_is_swept_away(old, django_capture_on_commit_callbacks):
    (file,) = files_of(old)
    with django_capture_on_commit_callbacks():
        gone(old)

    assert sweep_files(at=DUE) == 1
    assert not file.exists()
    assert sweep_files(at=DUE) == 0


def test_the_sweep_leaves_what_belongs_to_a_case(old):
    (file,) = files_of(old)

    assert sweep_files(at=at("2040-03-02")) == 0
    assert file.exists()


@pytest.mark.shows("P45")
def test_neither_the_reference_nor_the_link_leads_to_it_any_more(old):
    reference, token, link_hash = old.reference, token_of(old.link_nonce), old.link_hash
    gone(old)
    row = now(old)

    assert not Case.objects.filter(reference=reference).exists()
    assert row.reference.startswith("X-2020-")
    assert case_of(token) is None
    assert case_of(token_of(row.link_nonce)) is None
    assert row.link_hash != link_hash


@pytest.mark.shows("S18")
def test_it_leads_to_nobody_and_the_customer_stays_for_their_newer_case(old):
    customer = old.customer
    newer = case(customer=customer, received_at=at("2026-01-05"))
    gone(old)
    row, customer = now(old), Customer.objects.get(pk=customer.pk)

    assert row.customer != customer
    assert (row.customer.name, row.customer.email) == ("", "")
    assert str(row.customer) == "Anonymised"
    assert customer.name
    assert now(newer).customer == customer
    assert not Look.objects.filter(case=row, customer=customer).exists()


@pytest.mark.shows("S18")
def test_twice_is_once(old):
    gone(old)
    entries, customers = CaseEntry.objects.count(), Customer.objects.count()
    done = gone(old)

    assert (done.cases, done.customers, done.files) == (0, 0, 0)
    assert (CaseEntry.objects.count(), Customer.objects.count()) == (entries, customers)


@pytest.mark.shows("S18")
def test_the_history_says_that_it_was_done_and_why(old, complaints_officer):
    gone(old, when=EARLIER, by=complaints_officer, before_time=True)
    newest = CaseEntry.objects.filter(case=old).first()

    assert (newest.step, newest.state, newest.by) == (
        CaseStep.ANONYMISED,
        CaseState.CLOSED,
        complaints_officer,
    )
    assert newest.note == "Before its time, as was asked."


@pytest.mark.shows("S18", "D42")
def test_a_day_early_is_refused(old):
    with pytest.raises(Stopped, match="Its time is not over yet"):
        gone(old, when=EARLIER)

    assert now(old).words == "My bin was not emptied."


@pytest.mark.shows("C40")
def test_a_case_reopened_at_that_moment_is_kept(old, officer):
    read = now(old)
    reopen(now(old), why="Again", expected=read.version, by=officer, at=DUE)

    with pytest.raises(Conflict):
        anonymise(read, expected=read.version, by=None, at=DUE)
    with pytest.raises(NotNow, match="In hand"):
        gone(old)
    assert now(old).words == "My bin was not emptied."


@pytest.mark.shows("C40")
def test_who_reopens_it_a_moment_later_is_told(old, officer):
    read = now(old)
    gone(old)

    with pytest.raises(Conflict):
        reopen(read, why="Again", expected=read.version, by=officer, at=DUE)
    with pytest.raises(NotNow, match="anonymised: nothing more is done with it"):
        reopen(now(old), why="Again", expected=now(old).version, by=officer, at=DUE)
    with pytest.raises(NotNow):
        add_note(now(old), "Their name was", expected=now(old).version, by=officer, at=DUE)


def test_history_stays_closed_by_every_other_door(old):
    with pytest.raises(HistoryFixedError):
        old.entries.update(note="")
    with pytest.raises(HistoryFixedError):
        old.entries.first().save()


def test_what_would_change_a_figure_is_undone(old, monkeypatch):
    taken = anonymising._take_out
    monkeypatch.setattr(
        anonymising, "_take_out", lambda row, **how: (taken(row, **how), row.remedies.update(amount=1))[0]
    )

    with pytest.raises(FiguresChangedError), transaction.atomic():
        gone(old)
    assert now(old).words == "My bin was not emptied."


def test_a_file_of_nothing_is_swept_only_when_it_is_old(db, settings, tmp_path):
    settings.ATTACHMENTS = str(tmp_path)
    key = uuid.uuid4()
    place = path_of(key)
    place.parent.mkdir(parents=True)
    place.write_bytes(b"left")
    moment = at("2026-03-02")
    os.utime(place, (moment.timestamp(), moment.timestamp()))

    assert sweep_files(at=moment + datetime.timedelta(days=1)) == 0
    assert sweep_files(at=moment + datetime.timedelta(days=3)) == 1
    assert not place.exists()

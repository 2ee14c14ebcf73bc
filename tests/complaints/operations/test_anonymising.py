"""What is taken out of a case when its time is over, and what stays."""

import datetime
import os
import uuid
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from complaints.choices import CaseState, CaseStep
from complaints.figures.feedback import feedback_by_service
from complaints.figures.parity import counted_of
from complaints.figures.patterns import patterns
from complaints.models import Case, CaseEntry, Customer, Look, RetentionRule
from complaints.operations import anonymising
from complaints.operations.anonymising import FiguresChangedError, anonymise, anonymise_customer
from complaints.operations.attachments import path_of, sweep_files
from complaints.operations.customers import merge_customers
from complaints.operations.ending import close, reopen, withdraw
from complaints.operations.handing_over import add_note
from complaints.operations.holds import hold_case, hold_customer, lift_hold
from complaints.operations.links import case_of, token_of
from complaints.operations.steps import NotNow, Stopped
from complaints.rules.retention import Kept
from council.audit import Conflict
from council.models import HistoryFixedError
from council.periods import Frequency, local_day, spans
from tests.complaints.canaries import CANARY, closed, files_of, found, marked, now
from tests.complaints.lives import at
from tests.complaints.operations.test_laws import BEGINNINGS, STEPS, take
from tests.factories.complaints import RECEIVED, CustomerFactory, case

DUE = at("2026-03-02")
EARLIER = at("2026-03-01")


def gone(row, *, when=DUE, by=None, **stated):
    row = now(row)
    return anonymise(row, expected=row.version, by=by, at=when, **stated)


@pytest.fixture
def old(officer, service, settings, tmp_path):
    settings.ATTACHMENTS = str(tmp_path)
    return closed(officer, service)


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


@pytest.mark.shows("S18")
def test_a_held_case_is_untouched_until_the_hold_is_lifted(old, officer):
    hold = hold_case(
        now(old), why="Before the court", expected=now(old).version, by=officer, at=at("2020-04-01")
    )
    with pytest.raises(Stopped, match="A legal hold keeps it"):
        gone(old, before_time=True)
    hold.case = now(old)
    lift_hold(hold, why="Settled", expected=now(old).version, by=officer, at=EARLIER)

    assert gone(old).cases == 1


@pytest.mark.shows("S18")
def test_a_hold_on_the_customer_keeps_the_cases_of_whoever_is_the_same(old, officer):
    twin = CustomerFactory()
    customer = Customer.objects.get(pk=old.customer_id)
    merge_customers(customer, into=twin, expected=customer.version, why="Same", by=officer, at=EARLIER)
    hold_customer(twin, why="Before the court", expected=twin.version, by=officer, at=EARLIER)

    with pytest.raises(Stopped, match="A legal hold keeps it"):
        gone(old)


def test_nobody_holds_twice_or_lifts_twice(old, officer):
    hold = hold_case(now(old), why="Court", expected=now(old).version, by=officer, at=EARLIER)
    with pytest.raises(Stopped, match="already"):
        hold_case(now(old), why="Court", expected=now(old).version, by=officer, at=EARLIER)
    hold.case = now(old)
    lift_hold(hold, why="Over", expected=now(old).version, by=officer, at=EARLIER)
    hold.case = now(old)
    with pytest.raises(Stopped, match="already"):
        lift_hold(hold, why="Over", expected=now(old).version, by=officer, at=EARLIER)


@pytest.mark.shows("S18")
def test_a_complaint_that_arose_from_it_keeps_a_request_and_goes_with_it(officer):
    request = case(kind="request", received_at=at("2020-02-03"))
    complaint = case(arose_from=request, received_at=at("2020-02-10"), customer=request.customer)
    withdraw(request, why="Done", expected=request.version, by=officer, at=at("2020-03-02"))
    with pytest.raises(NotNow):
        gone(request)
    withdraw(now(complaint), why="Done", expected=now(complaint).version, by=officer, at=at("2021-03-02"))
    with pytest.raises(Stopped, match="not over yet"):
        gone(request)

    assert gone(request, when=at("2027-03-02")).cases == 2
    assert now(complaint).arose_from == now(request)
    assert gone(complaint, when=at("2027-03-02")).cases == 0


def test_a_kind_without_a_rule_is_kept(old):
    RetentionRule.objects.all().delete()

    with pytest.raises(Stopped, match=Kept.NO_RULE.value):
        gone(old)


@pytest.mark.shows("S18")
def test_a_customer_without_cases_goes_when_what_they_said_is_as_old_as_a_comment(officer):
    row = case(received_at=at("2020-02-03"))
    customer = row.customer
    assert anonymise_customer(customer, by=None, at=DUE, before_time=True) == 0
    withdraw(row, why="Done", expected=row.version, by=officer, at=at("2020-03-02"))
    gone(row)

    assert Customer.objects.get(pk=customer.pk).name == ""
    assert anonymise_customer(customer, by=None, at=DUE) == 0


@pytest.mark.shows("S18")
def test_a_case_taken_for_a_customer_who_was_anonymised_meanwhile_is_refused(old):
    customer = old.customer
    gone(old, when=at("2033-03-02"))

    with pytest.raises(ValidationError, match="Enter their details anew"):
        case(customer=customer, received_at=at("2033-03-02"))


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


def told(on):
    """All figures that are made from cases: patterns, what teams return, and what the two are counted from."""
    everything = patterns(since=datetime.date(2020, 1, 1), until=datetime.date(2040, 1, 1), on=on)
    quarters = [each for year in (2026, 2027) for each in spans(Frequency.QUARTERLY, year=year)]
    returns = [feedback_by_service(each, on=on) for each in quarters]
    return everything, returns, counted_of(Case.objects.all()), Case.objects.open().count()


@pytest.mark.shows("S18")
@settings(max_examples=6)
@given(st.sampled_from(BEGINNINGS), st.lists(STEPS, max_size=5), st.booleans())
def test_anonymising_changes_no_figure_of_any_life(
    officer, second_officer, service, begins, further, is_closed
):
    rows, moment = [case(), case(kind="request", service=service)], RECEIVED
    people = (officer, second_officer)
    for row in rows:
        for step, days, who in [*((step, 1, 0) for step in begins), *further]:
            moment += datetime.timedelta(days=days, minutes=1)
            with suppress(NotNow, Stopped):
                take(step, now(row), people[who], people[1 - who], service, moment)
        if is_closed:
            with suppress(NotNow, Stopped):
                close(now(row), expected=now(row).version, by=officer, at=moment)
    late = moment + datetime.timedelta(days=3700)
    before = told(local_day(late))
    for row in rows:
        try:
            gone(row, when=late)
        except (NotNow, Stopped):
            assert now(row).state not in (CaseState.CLOSED, CaseState.REFUSED, CaseState.WITHDRAWN)

    assert told(local_day(late)) == before


def test_a_file_of_nothing_is_swept_only_when_it_is_old(settings, tmp_path, time_machine):
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

"""Who is asked how their case went: everybody, once for each ending, but who does not want to be."""

import datetime

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from complaints.choices import CaseKind, ContactWay, MessageKind, NotAsked
from complaints.models import Message, Survey, SurveyRequest
from complaints.operations import asking
from complaints.operations.answering import escalate, reply
from complaints.operations.asking import ask_customers
from complaints.operations.ending import reopen, withdraw
from complaints.operations.links import token_of
from complaints.operations.sending import send_messages
from complaints.operations.surveys import set_no_surveys
from tests.complaints.lives import answered, at, day, in_hand, replied
from tests.complaints.surveying import ASKED_ON, ask, asked_about, refused, request_replied, survey
from tests.factories.complaints import CustomerFactory, case

pytestmark = pytest.mark.usefixtures("holidays")


def withdrawn(by, service):
    row = in_hand(by, service)
    return withdraw(row, expected=row.version, why="Sorted", by=by, at=at("2026-10-14"))


@pytest.mark.shows("F71", "S1-08", "S1-05")
@pytest.mark.parametrize("ended", [replied, request_replied, refused, withdrawn])
def test_every_ended_request_and_complaint_is_asked_about(complaints_officer, service, ended):
    row, request = asked_about(complaints_officer, service, ended)

    assert (request.not_asked, request.answer_by) == ("", datetime.date(2026, 11, 13))
    assert request.message.to == row.customer.email
    assert f"/how-did-we-do/{token_of(request.link_nonce)}/" in request.message.body


@pytest.mark.shows("S1-08")
@pytest.mark.parametrize("kind", [CaseKind.COMMENT, CaseKind.COMPLIMENT])
def test_nobody_is_asked_after_a_comment_or_a_compliment(complaints_officer, service, kind):
    survey()
    row = case(kind=kind)
    withdraw(row, expected=row.version, why="Sorted", by=complaints_officer, at=at("2026-10-14"))

    assert ask() == 0
    assert not SurveyRequest.objects.exists()


def test_people_are_asked_two_days_after_and_not_before(complaints_officer, service):
    survey()
    replied(complaints_officer, service)

    assert [ask("2026-10-15"), ask("2026-10-16"), ask("2026-10-16"), ask("2026-10-20")] == [0, 1, 0, 0]


def test_what_ended_long_ago_is_not_dug_up(complaints_officer, service):
    survey()
    replied(complaints_officer, service)

    assert [ask("2026-11-14"), ask("2026-11-13")] == [0, 1]


def test_nothing_that_ended_before_the_survey_is_asked_about(complaints_officer, service):
    survey(starts_on=datetime.date(2026, 10, 20))
    replied(complaints_officer, service)

    assert ask("2026-10-20") == 0


@pytest.mark.shows("S1-08")
@pytest.mark.parametrize(
    "stated, why",
    [
        ({"no_surveys": True}, NotAsked.OPTED_OUT),
        ({"way": ContactWay.NONE}, NotAsked.HEARS_NOTHING),
        ({"email": ""}, NotAsked.NO_WAY),
    ],
)
def test_who_is_not_asked_is_kept_with_the_reason(complaints_officer, service, stated, why):
    survey()
    row = request_replied(complaints_officer, service, customer=CustomerFactory(**stated))

    assert ask() == 0
    assert SurveyRequest.objects.get(case=row).not_asked == why
    assert not row.messages.filter(kind=MessageKind.SURVEY).exists()


def test_who_hears_by_letter_is_asked_on_paper(complaints_officer, service):
    survey()
    customer = CustomerFactory(way=ContactWay.LETTER, email="", address="1 Mill Lane")
    request_replied(complaints_officer, service, customer=customer)
    ask()

    assert Message.objects.get(kind=MessageKind.SURVEY).to == ""


def test_who_speaks_for_the_customer_is_asked_in_their_place(complaints_officer, service):
    survey()
    speaker = CustomerFactory(email="speaker@example.com")
    request_replied(complaints_officer, service, representative=speaker, authority="A letter")
    ask()

    assert Message.objects.get(kind=MessageKind.SURVEY).to == "speaker@example.com"


@pytest.mark.shows("F71")
def test_a_case_that_went_on_is_asked_about_its_newer_ending_alone(complaints_officer, officer, service):
    survey()
    row = replied(complaints_officer, service)
    row = reopen(row, expected=row.version, why="Again", by=officer, at=at("2026-10-15"))

    assert ask() == 0
    assert not SurveyRequest.objects.exists()


def test_each_stage_is_asked_about_once(complaints_officer, officer, second_officer, service):
    row, first = asked_about(complaints_officer, service)
    row = escalate(
        row,
        expected=row.version,
        why="",
        handler=officer,
        on=day("2026-10-19"),
        by=officer,
        at=at("2026-10-19"),
    )
    row = answered(row, officer, on="2026-10-20")
    row = reply(row, "No.", expected=row.version, on=day("2026-10-20"), by=officer, at=at("2026-10-20", 12))
    ask("2026-10-22")

    assert SurveyRequest.objects.filter(case=row).count() == 2
    assert SurveyRequest.objects.filter(case=row).exclude(pk=first.pk).get().entry.stage == 2


def test_two_commands_at_once_ask_once(complaints_officer, service, monkeypatch):
    survey()
    replied(complaints_officer, service)
    real, calls = asking._to_ask_about, []

    def read_before_the_other(*args, **named):
        rows = list(real(*args, **named))
        if not calls:
            calls.append(1)
            assert ask_customers(on=day(ASKED_ON), at=at(ASKED_ON)) == 1
        return rows

    monkeypatch.setattr(asking, "_to_ask_about", read_before_the_other)

    assert ask() == 0
    assert (SurveyRequest.objects.count(), Message.objects.filter(kind=MessageKind.SURVEY).count()) == (1, 1)


@pytest.mark.shows("S1-08")
def test_who_opts_out_between_asking_and_sending_gets_nothing(complaints_officer, service):
    row, request = asked_about(complaints_officer, service)
    set_no_surveys(row.customer, True, by=None, at=at(ASKED_ON))
    send_messages(at=at(ASKED_ON, 12))
    request.refresh_from_db()

    assert request.not_asked == NotAsked.OPTED_OUT
    assert not any("How did we do" in each.subject for each in mail.outbox)
    assert Message.objects.get(pk=request.message_id).given_up


def test_a_case_that_goes_on_between_asking_and_sending_is_left_alone(complaints_officer, service):
    row, request = asked_about(complaints_officer, service)
    reopen(row, expected=row.version, why="Again", by=complaints_officer, at=at(ASKED_ON))
    send_messages(at=at(ASKED_ON, 12))
    request.refresh_from_db()

    assert request.not_asked == NotAsked.MOVED_ON


def test_the_command_asks_and_sends_and_names_nobody(complaints_officer, service, time_machine, capsys):
    survey()
    replied(complaints_officer, service)
    time_machine.move_to(at(ASKED_ON))
    call_command("send_messages")

    assert any("How did we do" in each.subject for each in mail.outbox)
    assert "customer" not in capsys.readouterr().out.replace("customers", "").lower()


def test_many_are_asked_with_as_many_queries_as_few(complaints_officer, service):
    survey()
    request_replied(complaints_officer, service)
    with CaptureQueriesContext(connection) as few:
        ask()
    for _ in range(4):
        request_replied(complaints_officer, service)
    with CaptureQueriesContext(connection) as many:
        assert ask() == 4

    assert len(few) == len(many)


def test_opting_out_holds_for_every_row_of_the_same_person_and_can_be_undone(complaints_officer):
    top = CustomerFactory()
    merged = CustomerFactory(merged_into=top)
    for _ in range(2):
        set_no_surveys(merged, True, by=None, at=at(ASKED_ON))
    top.refresh_from_db()
    assert (top.no_surveys, top.entries.count()) == (True, 1)

    set_no_surveys(top, False, by=complaints_officer, at=at(ASKED_ON))
    merged.refresh_from_db()
    assert merged.no_surveys is False


@pytest.mark.shows("S1-08")
@pytest.mark.parametrize(
    "starts_on, ends_on, is_refused",
    [
        ("2026-03-01", "2026-03-31", False),
        ("2026-03-01", "2026-04-01", True),
        ("2026-03-01", None, True),
        ("2026-05-01", "2026-05-02", True),
        ("2026-07-01", None, False),
        ("2026-06-30", None, True),
    ],
)
def test_one_survey_is_live_at_a_time(db, starts_on, ends_on, is_refused):
    survey(ends_on=datetime.date(2026, 6, 30))
    another = Survey(name="Another", starts_on=day(starts_on), ends_on=day(ends_on) if ends_on else None)
    if not is_refused:
        another.full_clean()
        return
    with pytest.raises(ValidationError, match="one survey is live at a time"):
        another.full_clean()


def test_of_two_that_slipped_in_together_the_newer_is_live(db):
    survey()
    Survey.objects.create(name="Newer", starts_on=datetime.date(2026, 5, 1))

    assert Survey.objects.live_on(datetime.date(2026, 6, 1)).name == "Newer"
    assert Survey.objects.live_on(datetime.date(2026, 4, 30)).name == "How did we do?"
    assert Survey.objects.live_on(datetime.date(2026, 3, 31)) is None

"""Points, acknowledgement, time, answers, reply and what comes after."""

import datetime

import pytest

from complaints.models import Case, CaseProcedure, Clock, Extension
from complaints.operations.answering import answer_point, list_points
from complaints.operations.steps import NotNow
from tests.complaints.lives import answered, at, in_hand, replied
from tests.complaints.views.pages import boxes, now, opened, problems, resent, sent, told, words
from tests.complaints.views.steps import acknowledged, points, request
from tests.factories import PersonFactory
from tests.factories.complaints import CustomerFactory


@pytest.mark.shows("F66")
def test_another_point_is_added_without_script_and_nothing_is_lost(complaints_officer, service):
    row = in_hand(complaints_officer, service, points=("One",))
    before = now(row).version
    answer = sent(complaints_officer, row, "points", point_1="One and more", more="1")

    typed = boxes(answer)
    assert (typed["point_1"], typed["point_2"]) == ("One and more", "")
    assert (now(row).version, points(row)) == (before, ["One"])
    answer = resent(complaints_officer, row, "points", typed, point_2="Two")
    assert told(answer) == "2 points are listed. Each is answered before the reply is sent."
    assert points(row) == ["One and more", "Two"]


def test_adding_a_box_does_not_hide_that_somebody_was_quicker(complaints_officer, second_officer, service):
    row = in_hand(complaints_officer, service, points=("One",))
    read = boxes(opened(complaints_officer, row, "points"))
    sent(second_officer, row, "points", point_1="Another")

    answer = resent(complaints_officer, row, "points", read, more="1")
    answer = resent(complaints_officer, row, "points", boxes(answer))

    assert "second was quicker" in problems(answer)[0]
    assert points(row) == ["Another"]


def test_a_point_that_was_answered_stands_fast(complaints_officer, service):
    row = answered(in_hand(complaints_officer, service, points=("One",)), complaints_officer)
    page = opened(complaints_officer, row, "points")

    assert "Point 1: One" in words(page)
    assert "point_1" not in boxes(page)
    sent(complaints_officer, row, "points", point_2="Two")
    assert points(row) == ["One", "Two"]


@pytest.mark.shows("F60", "F63")
def test_the_acknowledgement_shows_by_when_the_reply_is_then_due(complaints_officer, service):
    row = in_hand(complaints_officer, service, points=("One",))
    page = words(opened(complaints_officer, row, "acknowledge"))

    assert "Acknowledged today, the reply is due by Tuesday 27 October 2026" in page
    assert "Show the days counted" in page
    assert problems(sent(complaints_officer, row, "acknowledge", point_1="")) == [
        "Enter what the customer complains of"
    ]
    assert problems(sent(complaints_officer, row, "acknowledge", on="14 October 2026")) == [
        "That day is still to come. Enter the day on which it was done."
    ]
    sent(complaints_officer, row, "acknowledge", point_1="One")
    page = words(opened(complaints_officer, row, "acknowledge"))

    assert "This cannot be done now" in page
    assert "Acknowledged today" not in page


@pytest.mark.shows("F62")
def test_an_extension_shows_the_day_that_follows_before_it_is_saved(complaints_officer, service):
    row = acknowledged(complaints_officer, service)
    page = words(opened(complaints_officer, row, "extend"))

    assert "1 working day: due Tuesday 27 October 2026" in page
    assert "10 working days: due Monday 9 November 2026" in page
    assert "11 working days" not in page
    answer = sent(complaints_officer, row, "extend", working_days="11", why="Ill")
    assert problems(answer) == [
        "Extend by at least 1 and at most 10 working days: the procedure allows 10 in all."
    ]
    answer = sent(complaints_officer, row, "extend", working_days="10", why="The crew is ill.")
    assert told(answer).startswith("The reply is now due by Monday 9 November 2026.")
    assert str(Extension.objects.get().due_on) == "2026-11-09"
    assert "All 10 working days of extension allowed are used up" in words(
        opened(complaints_officer, row, "extend")
    )


def test_days_that_follow_a_pause_are_those_that_are_then_due(complaints_officer, service):
    CaseProcedure.objects.update(may_pause=True)
    row = acknowledged(complaints_officer, service)
    sent(complaints_officer, row, "pause", why="Ill")
    assert "The clock is paused, so no day can be told" in words(opened(complaints_officer, row, "extend"))
    sent(complaints_officer, row, "resume")

    page = words(opened(complaints_officer, row, "extend"))
    sent(complaints_officer, row, "extend", working_days="3", why="Ill")

    due = Clock.objects.get(case=row, kind="reply").due_on
    assert f"3 working days: due {due:%A} {due.day} {due:%B %Y}" in page


@pytest.mark.shows("F67")
def test_what_went_wrong_has_a_cause(complaints_officer, service):
    row = in_hand(complaints_officer, service)

    assert problems(sent(complaints_officer, row, "answer/1", finding="upheld", words="Missed.")) == [
        "Something went wrong here. Choose its cause, so that the council learns from it"
    ]


def test_points_are_answered_while_the_case_is_in_hand(complaints_officer, service):
    row = replied(complaints_officer, service, on="2026-10-13")
    point = row.points.get()
    point.case = row
    stated = {"expected": row.version, "by": complaints_officer, "at": at("2026-10-13")}

    with pytest.raises(NotNow, match="Reopen it to answer again"):
        answer_point(point, finding="upheld", words="x", cause=None, **stated)
    with pytest.raises(NotNow, match="Reopen it to change them"):
        list_points(row, ["x"], **stated)


@pytest.mark.shows("F69")
def test_why_it_is_late_is_asked_only_of_what_is_late(complaints_officer, service, time_machine):
    row = answered(in_hand(complaints_officer, service), complaints_officer)
    assert "late_why" not in boxes(opened(complaints_officer, row, "reply"))
    time_machine.move_to("2026-11-20 11:00:00+00:00")

    page = opened(complaints_officer, row, "reply")
    assert "It was due by Monday 19 October 2026: say below why it is late." in words(page)
    answer = sent(complaints_officer, row, "reply", words="Sorry.")
    assert problems(answer) == ["It was due on 19 October 2026. Say why it is late."]
    sent(complaints_officer, row, "reply", words="Sorry.", late_why="The crew was ill.")
    assert Clock.objects.get(case=row, kind="acknowledgement").late_why == "The crew was ill."


def test_the_reply_page_says_how_it_reaches_the_customer(complaints_officer, service):
    row = in_hand(complaints_officer, service)
    page = words(opened(complaints_officer, row, "reply"))
    assert f"It goes by e-mail to {row.customer.email}." in page
    row.customer = CustomerFactory(way="letter")
    row.save()

    assert "to be printed or read out: the customer hears by letter" in words(
        opened(complaints_officer, row, "reply")
    )


@pytest.mark.shows("S1-05")
@pytest.mark.parametrize(
    "friend, told",
    [
        ({"way": "email", "email": "ivy@example.com"}, "It goes by e-mail to ivy@example.com."),
        ({"way": "phone", "phone": "01632 960123"}, "printed or read out: Ivy Fern hears by phone."),
        ({"way": "none"}, "It is not sent: it is read behind the customer’s own link."),
    ],
)
def test_the_reply_page_names_who_speaks_for_the_customer(complaints_officer, service, friend, told):
    row = in_hand(complaints_officer, service)
    row.representative = CustomerFactory(name="Ivy Fern", **friend)
    row.save()

    assert told in words(opened(complaints_officer, row, "reply"))


@pytest.mark.shows("F59")
def test_a_complaint_about_the_response_is_a_case_of_its_own(complaints_officer, service):
    row = request(complaints_officer, service)
    answer = sent(
        complaints_officer,
        row,
        "complain",
        channel="phone",
        subject="Nobody came",
        words="Nobody came at all.",
    )
    made = Case.objects.get(arose_from=row)

    assert (
        told(answer)
        == f"Complaint {made.reference} is entered and waits for triage. Work on {row.reference} goes on."
    )
    assert (now(row).state, made.words) == ("in_hand", "Nobody came at all.")
    assert f"complained on 13 October 2026 ({made.reference})" not in words(answer)


@pytest.mark.shows("P47")
def test_a_complaint_about_the_response_keeps_who_speaks_and_whom_it_is_about(complaints_officer, service):
    row = request(complaints_officer, service)
    friend, driver = CustomerFactory(), PersonFactory()
    Case.objects.filter(pk=row.pk).update(representative=friend, authority="Letter")
    row.people_concerned.create(person=driver, why="Drove")
    typed = {"channel": "phone", "subject": "Nobody came", "words": "Nobody came at all."}
    sent(complaints_officer, row, "complain", **typed)

    made = Case.objects.get(arose_from=row)
    assert (made.representative, made.authority) == (friend, "Letter")
    assert made.people_concerned.get().person == driver


@pytest.mark.shows("F58", "L15")
def test_whether_they_came_back_is_counted_from_what_they_did_later(complaints_officer, service):
    row = in_hand(complaints_officer, service)
    sent(complaints_officer, row, "triage", line=str(2), service=str(service.pk))
    first = sent(complaints_officer, row, "refuse", ground="legal", why="Court.")
    resent(complaints_officer, row, "refuse", boxes(first))
    later = datetime.datetime(2026, 10, 14, 9, tzinfo=datetime.UTC)
    row.contacts.create(customer=row.customer, channel="phone", at=later)

    answer = sent(complaints_officer, row, "reopen", why="They rang.")

    assert (
        "They came back: got in touch once, first on 14 October 2026; had it case reopened on 13 October 2026."
        in words(answer)
    )

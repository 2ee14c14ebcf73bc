import pytest

from complaints.choices import CaseKind, CaseState, CaseStep, RefusalGround
from complaints.models import Case, Clock
from complaints.operations.answering import acknowledge, reply
from complaints.operations.ending import close
from complaints.operations.triaging import refuse
from tests.complaints.lives import accepted, answered, at, day, in_hand, replied
from tests.complaints.views.following import link, press, text_of
from tests.factories.complaints import CustomerFactory, case

pytestmark = pytest.mark.usefixtures("holidays")


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to("2026-10-20 12:00", tick=False)
    return time_machine


def request_replied(by, service):
    row = accepted(case(kind=CaseKind.REQUEST), by, service, number="1.2")
    return reply(
        row, "We emptied it.", expected=row.version, on=day("2026-10-14"), by=by, at=at("2026-10-14")
    )


@pytest.mark.shows("F63")
def test_a_resident_sees_by_when_they_hear_next_and_how_it_was_counted(client, complaints_officer, service):
    row = in_hand(complaints_officer, service)
    row = acknowledge(
        row, expected=row.version, on=day("2026-10-13"), by=complaints_officer, at=at("2026-10-13")
    )
    shown = text_of(client, row)

    assert "We are looking into it." in shown
    assert "You hear from us by Tuesday 27 October 2026" in shown
    assert "Show the days counted" in shown
    assert "Complaint Handling Code, 6.3" in shown
    assert "My bin was not emptied." in shown
    assert "We are looking into it (C-2026-" in shown, "the message that was sent"


@pytest.mark.shows("P3")
def test_no_name_and_no_address_is_on_the_page(client, complaints_officer, service):
    customer = CustomerFactory(
        name="Ada Quill", email="ada@example.com", phone="01632 960001", address="1 Mill Lane"
    )
    row = accepted(case(customer=customer, words="I, Ada Quill, say so"), complaints_officer, service)
    row = acknowledge(
        row, expected=row.version, on=day("2026-10-13"), by=complaints_officer, at=at("2026-10-13")
    )
    shown = text_of(client, row)

    assert "Dear customer," in shown
    for secret in ("Ada", "Quill", "ada@example.com", "01632", "Mill Lane"):
        assert secret not in shown


@pytest.mark.shows("P3")
def test_no_name_is_in_what_was_said_in_short_or_answered(client, complaints_officer, service):
    said = {"customer": CustomerFactory(name="Ada Quill"), "subject": "A step for Ada Quill"}
    row = in_hand(complaints_officer, service, points=("Ada Quill fell on it",), **said)
    row = answered(row, complaints_officer, words="Ada Quill is right.")
    press(client, row, "add", words="Ada Quill fell again")
    row.refresh_from_db()
    reply(
        row, "Sorry.", expected=row.version, on=day("2026-10-14"), by=complaints_officer, at=at("2026-10-14")
    )
    shown = text_of(client, row)

    assert "“A step for customer”" in shown
    assert "customer fell on it" in shown
    assert "customer is right." in shown
    assert "customer fell again" in shown
    assert "Ada Quill" not in shown


def test_what_officers_note_is_not_shown_and_answers_only_once_replied(client, complaints_officer, service):
    row = answered(in_hand(complaints_officer, service), complaints_officer)
    before = text_of(client, row)
    row = reply(
        row,
        "We are sorry.",
        expected=row.version,
        on=day("2026-10-14"),
        by=complaints_officer,
        at=at("2026-10-14"),
    )
    after = text_of(client, row)

    assert "It was missed." not in before
    assert "Upheld. It was missed." in after
    assert "We are sorry." in after
    assert "Points complained of were listed" not in after


@pytest.mark.shows("F60")
def test_stage_two_is_asked_for_in_one_click_and_no_reason_is_needed(client, complaints_officer, service):
    row = replied(complaints_officer, service)
    page = press(client, row, "stage_two")

    row.refresh_from_db()
    assert (row.stage, row.state, row.handler) == (2, CaseState.IN_HAND, None)
    assert row.entries.first().by is None
    assert "Somebody who did not answer you before will look at it again." in page.content.decode()
    assert "stage_two" not in page.context["forms"]


def test_stage_two_pressed_twice_is_asked_for_once(client, complaints_officer, service):
    row = replied(complaints_officer, service)
    sent = {"step": "stage_two", "stage_two-version": str(row.version)}
    client.post(link(row), sent)
    again = client.post(link(row), sent, follow=True)

    assert again.status_code == 200
    assert row.entries.filter(step=CaseStep.ESCALATED).count() == 1


def test_a_step_on_an_older_page_is_asked_again(client, complaints_officer, service):
    row = replied(complaints_officer, service)
    version = str(row.version)
    close(row, expected=row.version, by=complaints_officer, at=at("2026-10-19"))
    page = client.post(link(row), {"step": "stage_two", "stage_two-version": version})

    assert "Something was done with your case in the meantime" in page.content.decode()
    assert page.context["forms"]["stage_two"]["version"].value() != version
    row.refresh_from_db()
    assert row.stage == 1
    assert press(client, row, "stage_two").status_code == 200
    row.refresh_from_db()
    assert row.stage == 2


@pytest.mark.shows("F59")
def test_a_complaint_is_made_of_the_response_and_work_goes_on(client, complaints_officer, service):
    row = accepted(case(kind=CaseKind.REQUEST), complaints_officer, service, number="1.2")
    page = press(client, row, "complain", words="Nobody came.")

    complaint = Case.objects.get(arose_from=row)
    row.refresh_from_db()
    assert (complaint.kind, complaint.words, complaint.customer) == (
        "complaint",
        "Nobody came.",
        row.customer,
    )
    assert (row.state, Clock.objects.running().filter(case=row).exists()) == (CaseState.IN_HAND, True)
    assert page.request["PATH_INFO"] == link(complaint)
    assert complaint.reference in text_of(client, row)
    assert "complain" not in client.get(link(row)).context["forms"]


def test_a_complaint_sent_twice_is_one(client, complaints_officer, service):
    row = request_replied(complaints_officer, service)
    sent = {"step": "complain", "complain-version": str(row.version), "complain-words": ""}
    client.post(link(row), sent)
    client.post(link(row), sent)

    assert Case.objects.filter(arose_from=row).count() == 1


@pytest.mark.parametrize("typed", ["Still full.", ""])
def test_what_was_not_put_right_is_taken_up_again(client, complaints_officer, service, typed):
    row = request_replied(complaints_officer, service)
    press(client, row, "not_fixed", words=typed)

    row.refresh_from_db()
    assert row.state == CaseState.IN_HAND
    assert row.entries.first().note == (typed or "The customer says that it was not put right.")


def test_what_was_typed_for_a_button_that_is_gone_may_be_added(client, complaints_officer, service):
    row = request_replied(complaints_officer, service)
    sent = {"step": "not_fixed", "not_fixed-version": str(row.version)}
    press(client, row, "not_fixed", words="Still full.")
    page = client.post(link(row), sent | {"not_fixed-words": "And it smells."})
    without_words = client.post(link(row), sent, follow=True)

    assert page.context["forms"]["add"]["words"].value() == "And it smells."
    assert "What you typed is below" in page.content.decode()
    assert "That is done already, or cannot be done now." in without_words.content.decode()
    assert row.entries.filter(step=CaseStep.REOPENED).count() == 1


@pytest.mark.shows("F65")
def test_a_refusal_shows_the_ombudsman(client, complaints_officer):
    row = case()
    row = refuse(
        row,
        expected=row.version,
        ground=RefusalGround.LEGAL,
        why="A court hears it.",
        by=complaints_officer,
        at=at("2026-10-13"),
    )
    shown = text_of(client, row)

    assert "You may go to the Local Government and Social Care Ombudsman" in shown
    assert "A court hears it." in shown
    assert set(client.get(link(row)).context["forms"]) == {"add"}


def test_words_are_added_whatever_happened_in_the_meantime(client, complaints_officer, service):
    row = in_hand(complaints_officer, service)
    client.get(link(row))
    close_to = Case.objects.get(pk=row.pk)
    acknowledge(
        close_to, expected=row.version, on=day("2026-10-13"), by=complaints_officer, at=at("2026-10-13")
    )
    page = press(client, row, "add", words="It happened again.")

    assert "It happened again." in page.content.decode()
    contact = row.contacts.get(words="It happened again.")
    assert (contact.channel, contact.taken_by) == ("web", None)
    assert row.entries.first().step == CaseStep.HEARD


def test_words_sent_twice_are_added_once_and_none_is_a_sentence(client, db):
    row = case()
    press(client, row, "add", words="More.")
    press(client, row, "add", words="More.")
    page = press(client, row, "add", words=" ")

    assert row.entries.filter(step=CaseStep.HEARD).count() == 1
    assert page.content.decode().count("Enter what you want to add") == 2


def test_after_the_second_reply_the_ombudsman_is_next(client, complaints_officer, second_officer, service):
    row = replied(complaints_officer, service)
    press(client, row, "stage_two")
    row = Case.objects.get(pk=row.pk)
    row = answered(row, second_officer, on="2026-10-20")
    reply(row, "No.", expected=row.version, on=day("2026-10-20"), by=second_officer, at=at("2026-10-20", 13))
    page = client.get(link(row))

    assert "You may go to the Local Government" in page.content.decode()
    assert set(page.context["forms"]) == {"add"}

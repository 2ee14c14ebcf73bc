"""The same questions at the counter and on the phone."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from complaints.models import Attachment, Case, Customer, Look
from portfolios.models import Person
from tests.complaints.views.telling import SAID
from tests.factories.complaints import CustomerFactory, case

pytestmark = pytest.mark.usefixtures("holidays")
URL = "/complaints/new/"
FILLED = {name: text for said in SAID.values() for name, text in said.items()} | {
    "channel": "phone",
    "received_on": "12 October 2026",
}


@pytest.fixture(autouse=True)
def noon(time_machine):
    time_machine.move_to("2026-10-12 12:00", tick=False)
    return time_machine


@pytest.fixture
def desk(officer):
    client = Client()
    client.force_login(officer)
    return client


@pytest.fixture
def team(complaints_officer):
    client = Client()
    client.force_login(complaints_officer)
    return client


def sent(client, page=None, **stated):
    """Sends the form; what a page of before carries goes along."""
    carried = page.context["hidden"] if page else {}
    return client.post(URL, FILLED | carried | stated, follow=True)


def on_record(*, email="ada@example.com", **stated):
    """The case of somebody who was in touch before."""
    return case(customer=CustomerFactory.build(name="Adelaide Quill", email=email), **stated)


@pytest.mark.shows("S1-05", "F58")
def test_a_call_becomes_a_case_of_the_officers_service_and_they_land_on_it(desk, officer, service):
    page = sent(desk, service=str(service.pk))

    row = Case.objects.get()
    assert page.request["PATH_INFO"] == row.get_absolute_url()
    assert (row.channel, row.taken_by, row.kind, row.service) == ("phone", officer, "complaint", service)
    assert f"Case {row.reference} is entered" in page.content.decode()


def test_what_is_not_the_officers_to_see_is_entered_and_not_shown(desk):
    page = sent(desk)

    assert Case.objects.count() == 1
    assert (page.status_code, page.request["PATH_INFO"]) == (200, URL)


def test_a_letter_of_yesterday_was_received_yesterday(desk, service):
    sent(desk, channel="letter", received_on="11 October 2026", service=str(service.pk))

    row = Case.objects.get()
    assert (str(row.received_on), str(row.due_on)) == ("2026-10-11", "2026-10-16")


@pytest.mark.parametrize(
    "stated, sentence",
    [
        ({"received_on": "13 October 2026"}, "13 October 2026 is still to come"),
        ({"received_on": "12 October 2024"}, "over a year ago"),
        ({"channel": ""}, "Choose how it came"),
        ({"channel": "web"}, "Select a valid choice"),
        ({"words": ""}, "Enter what happened"),
        ({"name": ""}, "Enter your name"),
        ({"whom": "another"}, "Enter the name of whoever you speak for"),
    ],
)
def test_a_mistake_is_said_beside_its_box_and_nothing_is_lost(desk, stated, sentence):
    page = sent(desk, **stated)

    assert page.content.decode().count(sentence) >= 2
    assert "Empty it" in page.content.decode()
    assert not Case.objects.exists()


def test_sent_twice_it_is_one_case(desk, service):
    page = desk.get(URL)
    sent(desk, page, service=str(service.pk))
    again = sent(desk, page, service=str(service.pk))

    assert Case.objects.count() == 1
    assert again.request["PATH_INFO"] == Case.objects.get().get_absolute_url()


@pytest.mark.shows("S12")
def test_a_file_is_kept_while_something_else_is_put_right(desk, service):
    page = sent(desk, words="", file=SimpleUploadedFile("letter.txt", b"Dear council"))
    assert "letter.txt" in page.content.decode()
    sent(desk, page, service=str(service.pk))

    row = Attachment.objects.get()
    assert (row.name, row.case) == ("letter.txt", Case.objects.get())


def test_a_file_that_lies_is_said_beside_its_box(desk):
    page = sent(desk, file=SimpleUploadedFile("letter.pdf", b"MZ\0"))

    assert page.content.decode().count("is not a PDF") == 2


@pytest.mark.shows("P7")
def test_somebody_on_record_whom_the_officer_may_not_see_is_not_revealed(desk, service):
    on_record(email="ADA@example.com")
    page = sent(desk, service=str(service.pk))
    shown = page.content.decode()

    assert "is on record: the complaints team will check" in shown
    assert "Adelaide" not in shown
    assert Customer.objects.count() == 2


def test_the_complaints_team_chooses_the_customer_on_record(team, complaints_officer):
    known = on_record().customer
    page = sent(team)
    assert "Adelaide Quill, ada@example.com" in page.content.decode()
    assert Case.objects.count() == 1
    assert [(look.customer, look.kind) for look in Look.objects.all()] == [(known, "customer")]
    page = sent(team, page, customer=str(known.pk), phone="01632 960002")

    row = Case.objects.order_by("-pk").first()
    assert (row.customer, Customer.objects.count()) == (known, 1)
    assert "Phone: 01632 960002" in page.content.decode()


def test_the_complaints_team_may_say_that_it_is_somebody_else(team):
    on_record()
    sent(team, sent(team), customer="new")

    assert Customer.objects.count() == 2


def test_an_officer_chooses_among_the_customers_of_their_own_cases(desk, service):
    known = on_record(service=service).customer
    page = sent(desk, sent(desk), customer=str(known.pk), service=str(service.pk))

    assert Case.objects.order_by("-pk").first().customer == known
    assert page.status_code == 200


def test_a_customer_who_is_not_offered_cannot_be_chosen(desk, service):
    hidden = CustomerFactory(email="hidden@example.com")
    on_record(service=service)
    page = sent(desk, sent(desk), customer=str(hidden.pk))

    assert "Select a valid choice" in page.content.decode()
    assert Case.objects.count() == 1


@pytest.mark.shows("P47")
def test_nobody_is_offered_the_customer_who_complained_of_them(team, complaints_officer):
    row = on_record()
    row.people_concerned.create(person=Person.objects.get(user=complaints_officer))
    page = sent(team)

    assert "Adelaide" not in page.content.decode()
    assert Case.objects.count() == 2


def test_whoever_was_merged_is_offered_as_whom_they_were_merged_into(team):
    top = CustomerFactory(name="Adelaide Quill", email="other@example.com", email_key="other@example.com")
    CustomerFactory(email="ada@example.com", email_key="ada@example.com", merged_into=top)
    page = sent(team)

    assert "Adelaide Quill, other@example.com" in page.content.decode()


def test_what_an_officer_typed_waits_while_they_sign_in_again(desk, officer):
    hidden = desk.get(URL).context["hidden"]
    desk.logout()
    desk.post(URL, FILLED | hidden)
    desk.post("/sign-in/", {"login": officer.username, "password": "correct horse battery"})

    assert "My bin was not emptied." in desk.get(URL).content.decode()
    assert not Case.objects.exists()


@pytest.mark.parametrize("user", ["member", "administrator"])
def test_who_takes_no_cases_is_refused(request, user):
    client = Client()
    client.force_login(request.getfixturevalue(user))

    assert client.get(URL).status_code == 403


def test_what_happened_did_not_happen_after_it_was_told(desk, service):
    page = sent(desk, service=str(service.pk), received_on="1 October 2026", happened_on="2 October 2026")

    assert page.context["form"].errors["happened_on"] == [
        "It was received on 1 October 2026. Enter a day up to then, or put that day right"
    ]
    assert not Case.objects.exists()

"""A customer's page, their details changed, and finding them."""

import pytest

from complaints.choices import CustomerStep
from complaints.models import Contact, Look
from complaints.operations.handing_over import name_person_concerned
from complaints.operations.telling import hear
from portfolios.models import Person
from tests.complaints.lives import at
from tests.complaints.operations.test_merging import customers, fresh, merge
from tests.complaints.views.pages import boxes, browser, now, problems, told, words
from tests.factories.complaints import CustomerFactory, case

BASE = "/complaints/customers/"


def url(row, page=""):
    return f"{BASE}{row.pk}/{page}"


def opened(user, address):
    return browser(user).get(address, follow=True)


def sent(user, address, read=None, /, **typed):
    client = browser(user)
    read = boxes(client.get(address)) if read is None else read
    return client.post(address, read | typed, follow=True)


def of(service, **stated):
    """The case of somebody new with the service."""
    return case(service=service, customer=CustomerFactory.build(**stated))


@pytest.mark.shows("S16", "S3")
def test_the_page_shows_needs_cases_and_contacts_and_keeps_the_look(officer, service):
    row = of(service, name="Ada Quill", adjustments="Large print")
    hear(row, "Still there", expected=row.version, channel="phone", by=officer, at=at("2026-10-13"))

    shown = words(opened(officer, url(row.customer)))

    for said in ("Ada Quill", "Reasonable adjustments: Large print", row.reference, "Still there", "Phone"):
        assert said in shown
    assert Look.objects.get(customer=row.customer).kind == "customer"
    assert "Who looked" not in shown


def test_the_case_leads_to_the_customer(officer, service):
    row = of(service)

    assert url(row.customer) in opened(officer, row.get_absolute_url()).content.decode()


@pytest.mark.shows("S16")
def test_the_complaints_team_sees_who_looked(officer, complaints_officer, service):
    row = of(service)
    opened(officer, url(row.customer))

    shown = words(opened(complaints_officer, url(row.customer)))

    assert "1 look before yours" in shown
    assert f"{officer}: the customer" in shown


@pytest.mark.shows("P46", "P47", "S3")
def test_cases_of_others_are_counted_and_one_about_the_reader_is_not(officer, complaints_officer, service):
    row = of(service)
    elsewhere = case(customer=row.customer, subject="Somewhere else")
    about = case(customer=row.customer, service=service, subject="About the officer")
    person = Person.objects.get(user=officer)
    name_person_concerned(about, person, expected=about.version, by=complaints_officer, at=at("2026-10-13"))

    shown = words(opened(officer, url(row.customer)))

    assert "1 more is with other services" in shown
    assert "1 more was with other services" in shown
    assert not {elsewhere.reference, about.reference} & set(shown.replace(",", " ").split())
    assert opened(officer, url(row.customer)).context["page"].other_cases == 1


def test_who_may_see_none_of_their_cases_finds_nobody(other_officer, complaints_officer, service):
    row = of(service)
    person = Person.objects.get(user=complaints_officer)
    about = case(customer=row.customer)
    name_person_concerned(about, person, expected=about.version, by=complaints_officer, at=at("2026-10-13"))

    for user in (other_officer, complaints_officer):
        for page in ("", "change/"):
            assert opened(user, url(row.customer, page)).status_code == 404
    assert opened(complaints_officer, url(row.customer, f"merge/{customers(1)[0].pk}/")).status_code == 404
    assert opened(complaints_officer, f"{BASE}{'9' * 30}/").status_code == 404


def test_whoever_speaks_for_a_customer_has_a_page_too(officer, service):
    speaker = CustomerFactory.build(name="Bo Reed")
    row = case(service=service, customer=CustomerFactory.build(name="Ada Quill"), representative=speaker)

    assert "Speaks for Ada Quill" in words(opened(officer, url(row.representative)))
    assert "Bo Reed speaks for them" in words(opened(officer, url(row.customer)))


def test_a_merged_entry_leads_to_the_one_that_stands_with_all_cases(complaints_officer):
    one, other = customers(2)
    merge(one, other, complaints_officer)

    answer = opened(complaints_officer, url(one))

    assert answer.request["PATH_INFO"] == url(other)
    assert len(answer.context["page"].cases) == 2
    assert f"entry {one.pk}" in words(answer)


@pytest.mark.shows("S16")
def test_changed_details_are_kept_and_which_they_were_but_not_their_values(officer, service):
    row = of(service, phone="01632 960001")

    answer = sent(officer, url(row.customer, "change/"), phone="01632 960002", why="Rang")

    assert "The details are saved" in told(answer)
    assert fresh(row.customer).phone == "01632 960002"
    entry = row.customer.entries.first()
    assert (entry.step, entry.fields, entry.note, entry.by) == (
        CustomerStep.CHANGED,
        "phone",
        "Rang",
        officer,
    )
    assert "960001" not in words(answer)


def test_of_two_who_change_at_once_the_second_sees_how_it_stands_and_loses_nothing(
    officer, second_officer, service
):
    row = of(service)
    address = url(row.customer, "change/")
    read = boxes(opened(officer, address))
    sent(second_officer, address, phone="01632 960009")

    answer = sent(officer, address, read, name="Typed by me")

    assert "Somebody else changed these details first" in problems(answer)[0]
    assert "01632 960009" in words(answer)
    assert 'value="Typed by me"' in answer.content.decode()
    assert fresh(row.customer).name != "Typed by me"
    assert told(sent(officer, address, boxes(answer)))


@pytest.mark.parametrize(
    "typed, sentence",
    [
        ({"way": "letter", "address": ""}, "Enter an address, or choose another way to hear from us"),
        ({"email": "nobody"}, "valid email address"),
        ({"way": "pigeon"}, "Select a valid choice"),
        ({"name": "x" * 300}, "characters"),
        ({"version": "9" * 40}, "Open the page again"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_saved(typed, sentence, officer, service):
    row = of(service)

    answer = sent(officer, url(row.customer, "change/"), **typed)

    assert sentence in " ".join(problems(answer))
    assert fresh(row.customer).version == 1


@pytest.mark.parametrize(
    "said", ["ada", "Quill", "ada@example.com", "01632 960 001", "+44 1632 960001", "XW1 1AA", "xw11aa"]
)
def test_a_customer_is_found_by_what_they_say(said, complaints_officer):
    details = {"email": "ada@example.com", "phone": "01632 960001", "postcode": "XW1 1AA"}
    [row] = customers(1, name="Adà Quill" if said == "Quill" else "Ada Quill", **details)
    customers(1, name="Bo Reed", postcode="XW2 2BB")

    answer = sent(complaints_officer, BASE, said=said)

    assert [each for each, _ in answer.context["found"].rows] == [row]
    assert answer.request["QUERY_STRING"] == ""


def test_whom_nobody_knows_is_said_to_be_entered_with_what_they_say(complaints_officer):
    assert "Nobody on record is found" in words(sent(complaints_officer, BASE, said="Zebedee"))
    assert problems(sent(complaints_officer, BASE, said="a"))


@pytest.mark.shows("S12")
def test_what_the_customer_says_by_phone_stands_among_their_contacts(officer, service):
    row = of(service)
    address = f"{row.get_absolute_url()}hear/"

    answer = sent(officer, address, channel="councillor", heard_on="12 October 2026", words="Still there")

    assert "kept with the case" in told(answer)
    contact = Contact.objects.get(words="Still there")
    assert (contact.channel, contact.taken_by, str(contact.at.date())) == (
        "councillor",
        officer,
        "2026-10-12",
    )
    assert now(row).entries.first().step == "heard"

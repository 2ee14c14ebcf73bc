"""The customer got in touch with files, the same behind the secret link, and somebody speaks for them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from complaints.models import Attachment, Customer, Message
from complaints.operations.handing_over import add_note
from complaints.operations.links import token_of
from complaints.operations.representing import represent
from complaints.rules.uploads import MOST_ON_CASE
from tests.complaints.lives import at, in_hand
from tests.complaints.views.pages import boxes, browser, now, problems, sent, told, words
from tests.factories.complaints import CustomerFactory, case


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.ATTACHMENTS = tmp_path / "attachments"


def file(name="letter.txt", content=b"Dear council"):
    return SimpleUploadedFile(name, content)


@pytest.mark.shows("S12")
def test_a_file_comes_with_what_was_said(officer, service):
    row = case(service=service)

    sent(officer, row, "hear", channel="letter", file=file())

    assert [(each.name, each.by) for each in row.attachments.all()] == [("letter.txt", officer)]
    assert row.contacts.first().words == "Sent: letter.txt"


@pytest.mark.shows("S12")
def test_a_file_outlives_a_mistake_and_somebody_quicker(officer, second_officer, service):
    row = case(service=service)
    wrong = sent(officer, row, "hear", heard_on="1 January 2030", channel="letter", file=file())
    assert "still to come" in problems(wrong)[0]
    assert "letter.txt" in words(wrong)
    add_note(row, "Rang", expected=row.version, by=second_officer, at=at("2026-10-13"))
    address = f"{row.get_absolute_url()}hear/"
    typed = boxes(wrong) | {"heard_on": "13 October 2026", "file": file("second.txt")}

    late = browser(officer).post(address, typed)
    assert "was quicker" in problems(late)[0]
    typed = {name: value for name, value in boxes(late).items() if name != "file"}
    browser(officer).post(address, typed)

    assert sorted(row.attachments.values_list("name", flat=True)) == ["letter.txt", "second.txt"]


@pytest.mark.parametrize(
    "typed, sentence",
    [
        ({"channel": "phone"}, "Enter what they said, or add a file"),
        ({"words": "x"}, "Choose how they got in touch"),
        ({"channel": "pigeon", "words": "x"}, "not one of the available choices"),
        ({"channel": "phone", "words": "x", "heard_on": "1 October 2026"}, "The case came in on"),
        ({"channel": "phone", "words": "x\x00"}, "cannot be read"),
        ({"channel": "phone", "file": file("a.exe", b"MZ")}, "a.exe"),
    ],
)
def test_what_is_wrong_is_said_beside_its_box(typed, sentence, officer, service):
    row = case(service=service)

    answer = sent(officer, row, "hear", **typed)

    assert problems(answer)
    assert now(row).version == row.version
    if sentence != "a.exe":
        assert sentence in " ".join(problems(answer))


def test_a_case_takes_so_many_files_and_no_more(officer, service):
    row = case(service=service)
    for number in range(MOST_ON_CASE):
        Attachment.objects.create(case=row, name=f"{number}", type="text/plain", size=1, at=row.received_at)

    answer = sent(officer, row, "hear", channel="letter", file=file())

    assert f"{MOST_ON_CASE} files" in problems(answer)[0]


def follow(row):
    return f"/tell-us/follow/{token_of(row.link_nonce)}/"


@pytest.mark.shows("S12", "P4")
def test_a_customer_adds_a_file_behind_their_link(service):
    row, client = case(service=service), Client()
    page = client.post(follow(row), {"step": "add", "add-file": file("a.exe", b"MZ\x90")})
    assert problems(page)

    answer = client.post(follow(row), {"step": "add", "add-file": file(), "add-words": ""}, follow=True)

    assert "We have what you added" in words(answer)
    assert row.attachments.get().name == "letter.txt"
    assert row.attachments.get().by is None


def test_a_customers_file_outlives_a_mistake_in_their_words(service):
    row, client = case(service=service), Client()
    page = client.post(follow(row), {"step": "add", "add-file": file(), "add-words": "x" * 6000})
    assert problems(page)
    assert "letter.txt" in words(page)

    client.post(follow(row), {"step": "add", "kept": boxes(page)["kept"], "add-words": "Shorter"})

    assert row.attachments.get().name == "letter.txt"
    assert row.contacts.first().words == "Shorter"


def test_files_carried_for_one_case_are_none_of_another(service):
    row, other, client = case(service=service), case(service=service), Client()
    page = client.post(follow(row), {"step": "add", "add-file": file(), "add-words": "x" * 6000})

    client.post(follow(other), {"step": "add", "kept": boxes(page)["kept"], "add-words": "Mine"})

    assert not other.attachments.exists()


WHO = {"whom": "new", "name": "Bo Reed", "way": "email", "email": "bo@example.com", "authority": "Her son"}


def test_somebody_new_speaks_for_the_customer_and_hears_in_their_place(officer, service):
    row = in_hand(officer, service)

    answer = sent(officer, row, "represent", **WHO)

    assert "Bo Reed speaks for the customer" in told(answer)
    after = now(row)
    assert (after.representative.name, after.authority) == ("Bo Reed", "Her son")
    assert "Bo Reed" not in after.entries.first().note
    sent(officer, row, "acknowledge")
    assert Message.objects.get(kind="acknowledged").to == "bo@example.com"


def test_somebody_on_record_is_offered_and_chosen(officer, service):
    known = case(service=service, customer=CustomerFactory.build(name="Bo", email="bo@example.com")).customer
    row = in_hand(officer, service)

    asked = sent(officer, row, "represent", **WHO)
    assert "Is it one of these" in words(asked)
    browser(officer).post(asked.request["PATH_INFO"], boxes(asked) | {"customer": str(known.pk)})

    assert now(row).representative == known
    assert Customer.objects.filter(name="Bo Reed").count() == 0


def test_the_representative_is_kept_with_another_authority_or_taken_off(officer, service):
    row = in_hand(officer, service)
    speaker = CustomerFactory.build(name="Bo Reed")
    row = represent(row, speaker, authority="x", expected=row.version, by=officer, at=at("2026-10-13", 8))

    sent(officer, row, "represent", whom="keep", authority="A power of attorney")
    assert (now(row).representative, now(row).authority) == (speaker, "A power of attorney")
    sent(officer, row, "represent", whom="nobody")
    assert (now(row).representative, now(row).authority) == (None, "")


@pytest.mark.parametrize(
    "typed, sentence",
    [
        ({"name": ""}, "Enter their name"),
        ({"authority": ""}, "Say how we know"),
        ({"way": ""}, "Choose how they want to hear"),
        ({"email": ""}, "Enter an e-mail address"),
        ({"whom": "nobody"}, "available choices"),
    ],
)
def test_what_is_missing_of_a_representative_is_asked_for(typed, sentence, officer, service):
    row = in_hand(officer, service)

    assert sentence in " ".join(problems(sent(officer, row, "represent", **(WHO | typed))))
    assert now(row).representative is None


def test_the_customer_needs_nobody_to_speak_for_themselves(officer, service):
    row = in_hand(officer, service, customer=CustomerFactory.build(email="ada@example.com"))
    asked = sent(officer, row, "represent", **(WHO | {"email": "ada@example.com"}))

    answer = browser(officer).post(
        asked.request["PATH_INFO"], boxes(asked) | {"customer": str(row.customer.pk)}
    )

    assert "who needs nobody to speak for them" in problems(answer)[0]

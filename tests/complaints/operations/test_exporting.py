"""What one person is given of all that is kept of them: everything of theirs, and nothing of anybody else."""

import io
import json
import zipfile

import pytest
from django.apps import apps
from django.urls import reverse

from complaints.choices import CustomerStep, LookKind
from complaints.figures.export import DERIVED
from complaints.models import CustomerEntry, Look
from complaints.operations.anonymising import _put
from complaints.operations.handing_over import add_note, name_person_concerned
from complaints.operations.links import token_of
from complaints.operations.messages import link_to
from complaints.rules.personal import PERSONAL
from complaints.rules.redaction import OTHER_EMAIL, OTHER_PHONE, redacted
from tests.complaints.canaries import now
from tests.complaints.lives import at, in_hand
from tests.complaints.views.pages import browser, problems, words
from tests.factories import PersonFactory
from tests.factories.complaints import CustomerFactory, case

ASKED = {"known_by": "Wrote from the address on record"}


def taken(user, customer):
    """The pages of the file that the page makes, and its files, by name."""
    answer = browser(user).post(reverse("customer_export", args=[customer.pk]), ASKED)
    assert answer.headers["Cache-Control"] == "no-store"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as made:
        return {name: made.read(name).decode() for name in made.namelist()}


@pytest.mark.shows("S19")
def test_every_personal_column_of_the_person_is_in_it(old, complaints_officer):
    sought = set()
    for name, said in PERSONAL.items():
        for column in set(said.cleared) - DERIVED:
            field = apps.get_model("complaints", name)._meta.get_field(column)
            canary = f"zq{name}{column}"[: field.max_length or 100]
            canary = f"{canary}@example.org".lower() if column in ("email", "to") else canary
            _put(apps.get_model("complaints", name).objects.all(), {column: canary})
            sought.add(canary)
    # Who speaks for them has another row, whose words are theirs and not this person's.
    type(old.customer).objects.filter(pk=old.representative_id).update(name="Rep", email="", phone="")
    customer = now(old).customer

    found = taken(complaints_officer, customer)

    missing = {each for each in sought if each not in found["all-that-is-kept.html"]}
    assert missing == {"zqmessageto@example.org"}  # It went to somebody else's address.
    data = json.loads(found["all-that-is-kept.json"])
    assert {each for each in sought if each not in str(data)} == missing
    assert len([name for name in found if name.startswith("files/")]) == 1


@pytest.mark.shows("S19")
def test_no_other_person_is_in_it(officer, complaints_officer, service):
    speaker = CustomerFactory(name="Sally Speaker", email="sally@example.net", phone="01632 960999")
    neighbour = case(customer=CustomerFactory(name="Nora Neighbour"), words="Neighbour’s secret")
    row = in_hand(officer, service, representative=speaker)
    person = PersonFactory(name="Colin Concerned")
    name_person_concerned(now(row), person, expected=now(row).version, by=officer, at=at("2026-10-13"))
    note = f"{officer} rang Sally Speaker on 01632 960999; Colin Concerned denies it. sally@example.net {link_to(row)}"
    add_note(now(row), note, expected=now(row).version, by=officer, at=at("2026-10-13"))
    customer = now(row).customer

    found = "".join(taken(complaints_officer, customer).values())

    for each in (
        "Sally Speaker",
        "sally@example.net",
        "960999",
        "Colin Concerned",
        "secret",
        "Nora",
        neighbour.reference,
    ):
        assert each not in found.split("Messages")[0], each
    assert "[an officer] rang [who speaks for you]" in found
    assert "[a person of the council] denies it" in found
    assert token_of(row.link_nonce) not in found
    assert customer.name in found


@pytest.mark.shows("S16", "S19")
def test_each_export_is_kept_with_a_look_for_each_case(old, complaints_officer):
    customer = old.customer
    second = case(customer=customer, received_at=at("2026-01-05"))
    taken(complaints_officer, customer)

    kept = Look.objects.filter(kind=LookKind.EXPORT)
    assert {each.case for each in kept} == {None, old, second}
    assert {each.customer for each in kept} == {customer}
    entry = CustomerEntry.objects.filter(customer=customer).first()
    assert (entry.step, entry.by, entry.note) == (
        CustomerStep.EXPORTED,
        complaints_officer,
        ASKED["known_by"],
    )


@pytest.mark.shows("S19")
def test_who_asks_has_to_be_said(old, complaints_officer):
    answer = browser(complaints_officer).post(
        reverse("customer_export", args=[old.customer_id]), {"known_by": " "}
    )

    assert problems(answer) == ["Say how you know that it is they who ask"]
    assert "Check by eye before you send it" in words(answer)
    assert not Look.objects.filter(kind=LookKind.EXPORT).exists()


def test_nobody_exports_a_customer_whose_case_is_about_themselves(officer, complaints_officer, service):
    row = in_hand(officer, service)
    by = {"by": officer, "at": at("2026-10-13")}
    name_person_concerned(row, complaints_officer.person, expected=row.version, **by)
    address = reverse("customer_export", args=[row.customer_id])

    assert browser(complaints_officer).get(address).status_code == 404
    assert browser(complaints_officer).post(address, ASKED).status_code == 404
    assert browser(complaints_officer).get(reverse("customer_export", args=[10**30])).status_code == 404


@pytest.mark.shows("S19")
@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Ann Lee rang", "[an officer] rang"),
        ("ANN LEE’s note", "[an officer]’s note"),
        ("Hannah Leeds", "Hannah Leeds"),
        ("Write to me@example.org or you@example.org", f"Write to me@example.org or {OTHER_EMAIL}"),
        ("Ring 01632 960123 or 01632 960 456", f"Ring 01632 960123 or {OTHER_PHONE}"),
        ("C-2026-0042 of 12 October 2026, £150.00", "C-2026-0042 of 12 October 2026, £150.00"),
    ],
)
def test_others_are_taken_out_and_the_person_stays(text, given):
    own = ["me@example.org", "01632960123"]

    assert redacted(text, {"Ann Lee": "[an officer]", "Al": "[an officer]"}, own=own) == given

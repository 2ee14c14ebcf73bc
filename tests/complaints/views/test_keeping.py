"""Pages on how long a case is kept, who looked at it, and the letters of it."""

import pytest
from django.urls import reverse

from complaints.choices import ContactWay, LookAs, LookKind
from complaints.models import Case, LegalHold, Look
from complaints.operations.anonymising import anonymise
from complaints.operations.handing_over import name_person_concerned
from complaints.operations.holds import hold_case
from complaints.operations.links import token_of
from complaints.operations.messages import link_to
from complaints.operations.telling import hear
from complaints.rules.texts import LINK_HIDDEN
from tests.complaints.lives import at, in_hand
from tests.complaints.views.pages import browser, now, opened, problems, sent, told, words
from tests.complaints.views.steps import TUESDAY, held, withdrawn
from tests.factories.complaints import CustomerFactory


def anonymised(by, service):
    row = withdrawn(by, service)
    anonymise(row, expected=row.version, by=by, at=at(TUESDAY, 9), before_time=True)
    return now(row)


@pytest.mark.shows("S18")
def test_a_case_is_put_on_hold_and_says_so(complaints_officer, officer, service):
    row = in_hand(officer, service)

    answer = sent(complaints_officer, row, "hold", why="Before the county court")

    assert told(answer) == f"Case {row.reference} is kept until the hold is lifted."
    assert "On legal hold since 13 October 2026" in words(answer)
    assert "Before the county court" in words(answer)
    assert (
        "Before the county court"
        not in words(browser(officer).get(row.get_absolute_url())).split("What was done")[0]
    )


@pytest.mark.parametrize(
    ("page", "make", "sentence"),
    [
        ("hold", held, "It is on legal hold already."),
        ("lift", in_hand, "It is not on legal hold."),
        ("anonymise", in_hand, "so it cannot be “Anonymised”."),
        ("hold", anonymised, "anonymised: nothing more is done with it."),
        ("note", anonymised, "anonymised: nothing more is done with it."),
        ("reopen", anonymised, "anonymised: nothing more is done with it."),
    ],
)
def test_what_cannot_be_done_says_why(page, make, sentence, complaints_officer, service):
    row = make(complaints_officer, service)

    answer = opened(complaints_officer, row, page)

    assert "This cannot be done now" in words(answer)
    assert sentence in words(answer)
    assert "<textarea" not in answer.content.decode()


def test_a_held_case_is_not_anonymised_before_its_time(complaints_officer, service):
    row = withdrawn(complaints_officer, service)
    hold_case(row, why="Court", expected=row.version, by=complaints_officer, at=at(TUESDAY, 9))

    assert "A legal hold keeps it." in words(opened(complaints_officer, now(row), "anonymise"))


@pytest.mark.shows("S18", "P45")
def test_a_case_is_anonymised_before_its_time(complaints_officer, service):
    row = withdrawn(complaints_officer, service)
    name = row.customer.name

    answer = sent(complaints_officer, row, "anonymise", is_sure="on")

    assert told(answer).startswith("What was personal is taken out. The case is X-2026-")
    assert "Anonymised on 13 October 2026." in words(answer)
    assert name not in words(answer)
    assert "What else may be done Nothing has to be done next." in words(answer)
    assert browser(complaints_officer).get(row.get_absolute_url()).status_code == 404
    found = browser(complaints_officer).get(reverse("cases"), {"which": "all", "search": row.reference})
    assert "No cases" in words(found)


def test_who_is_not_sure_is_asked(complaints_officer, service):
    row = withdrawn(complaints_officer, service)

    assert problems(sent(complaints_officer, row, "anonymise")) == [
        "Tick this if you are sure: what is taken out does not come back"
    ]
    assert now(row).anonymised_at is None


@pytest.mark.shows("S15")
def test_officers_do_not_read_the_customers_own_link(officer, service):
    row = in_hand(officer, service)
    hear(
        row,
        f"See {link_to(row)} please",
        expected=row.version,
        channel="email",
        by=officer,
        at=at(TUESDAY, 8),
    )

    answer = browser(officer).get(row.get_absolute_url())

    assert token_of(row.link_nonce) not in answer.content.decode()
    assert words(answer).count(LINK_HIDDEN) >= 2
    assert all(token_of(row.link_nonce) in each.body for each in row.messages.all()[:1])


def test_a_letter_holds_the_link_and_the_look_is_kept(officer, service):
    customer = CustomerFactory(way=ContactWay.LETTER, address="1 High Street", postcode="WX1 1AA")
    row = in_hand(officer, service, customer=customer)
    letter = row.messages.first()
    page = browser(officer).get(row.get_absolute_url())
    address = reverse("case_letter", args=[row.reference, letter.pk])

    answer = browser(officer).get(address)

    assert address in page.content.decode()
    assert token_of(row.link_nonce) in answer.content.decode()
    assert "1 High Street" in words(answer)
    assert Look.objects.get(kind=LookKind.LETTER).customer == customer


def test_what_went_by_email_is_no_letter(officer, other_officer, service):
    row = in_hand(officer, service)
    address = reverse("case_letter", args=[row.reference, row.messages.first().pk])

    assert browser(officer).get(address).status_code == 404
    assert browser(other_officer).get(address).status_code == 404
    assert browser(officer).get(reverse("case_letter", args=[row.reference, 10**30])).status_code == 404


@pytest.mark.shows("S16")
def test_who_looked_is_found_by_case_by_officer_and_as_what(
    officer, second_officer, complaints_officer, service
):
    row, other = in_hand(officer, service), in_hand(officer, service)
    for user in (officer, second_officer, complaints_officer):
        browser(user).get(row.get_absolute_url())
    browser(officer).get(other.get_absolute_url())
    looks = browser(complaints_officer)

    answer = looks.get(reverse("looks"), {"case": row.reference.lower()})

    assert list(Look.objects.filter(case=row).order_by("pk").values_list("looked_as", flat=True)) == [
        LookAs.HANDLER,
        LookAs.SERVICE,
        LookAs.TEAM,
    ]
    assert "3 looks" in words(answer)
    assert row.customer.name not in words(answer)
    assert "1 look" in words(looks.get(reverse("looks"), {"case": row.reference, "looked_as": "team"}))
    assert "2 looks" in words(looks.get(reverse("looks"), {"officer": officer.pk}))
    assert "3 looks" in words(looks.get(reverse("looks"), {"customer": row.customer_id}))
    assert "3 looks" in words(looks.get(reverse("looks"), {"case": row.reference, "how_far": "customer"}))
    assert "Who looked" in words(looks.get(row.get_absolute_url()))


@pytest.mark.shows("S16")
@pytest.mark.parametrize(
    "typed", [{"customer": "1.5"}, {"customer": "9" * 30}, {"case": "nothing"}, {"customer": "0"}]
)
def test_looks_at_what_is_not_there_are_none(typed, complaints_officer):
    answer = browser(complaints_officer).get(reverse("looks"), typed)

    assert answer.status_code == 200
    assert "No looks" in words(answer)


def test_nobody_learns_who_looked_at_a_case_about_themselves(complaints_officer, officer, service):
    row = in_hand(officer, service)
    browser(officer).get(row.get_absolute_url())
    person = complaints_officer.person
    name_person_concerned(row, person, expected=row.version, by=officer, at=at(TUESDAY, 8))

    assert row.reference not in words(browser(complaints_officer).get(reverse("looks")))


@pytest.mark.shows("S16")
def test_a_list_and_a_file_keep_a_look_at_each_customer(complaints_officer, officer, service):
    rows = [in_hand(officer, service) for _ in range(3)]
    browser(officer).get(reverse("cases"))
    browser(complaints_officer).get(
        reverse("cases"), {"export": "csv", "search": rows[0].reference}
    ).getvalue()
    browser(officer).get(reverse("cases"), {"export": "csv"}).getvalue()

    kept = [(each.kind, each.user, each.case) for each in Look.objects.order_by("pk")]

    assert {row for kind, user, row in kept if kind == LookKind.LIST} == set(rows)
    assert (LookKind.EXPORT, complaints_officer, rows[0]) in kept
    assert kept[-1] == (LookKind.EXPORT, officer, None)  # A file without names.
    assert len(kept) == 5


@pytest.mark.shows("S18")
def test_the_page_tells_rules_what_is_due_and_what_is_held(complaints_officer, officer, service):
    row = withdrawn(officer, service)
    other = held(officer, service)
    Case.objects.filter(pk=row.pk).update(closed_on="2020-10-13")

    answer = browser(complaints_officer).get(reverse("retention"))

    assert "1 due now" in words(answer)
    assert "1 on legal hold" in words(answer)
    assert "72" in words(answer)
    assert other.reference in words(answer)
    assert "It has not run yet" in words(answer)


def test_a_hold_on_a_case_about_the_reader_is_not_told(complaints_officer, officer, service):
    row = held(officer, service)
    name_person_concerned(row, complaints_officer.person, expected=row.version, by=officer, at=at(TUESDAY, 9))

    assert LegalHold.objects.in_force().count() == 1
    assert row.reference not in words(browser(complaints_officer).get(reverse("retention")))

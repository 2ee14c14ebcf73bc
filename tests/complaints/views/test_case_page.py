"""The page of one case: what is to be done next, the clock, the thread, and what is kept apart."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from complaints.models import Case, CaseProcedure
from complaints.operations.handing_over import add_note
from portfolios.models import Responsibility
from tests.complaints.lives import answered, at, in_hand
from tests.complaints.views.pages import browser, words
from tests.complaints.views.steps import acknowledged, promised
from tests.factories import BodyFactory, PortfolioFactory, ServiceFactory
from tests.factories.complaints import CustomerFactory, case


def page(user, row):
    return browser(user).get(row.get_absolute_url())


@pytest.mark.shows("F60", "F63", "F70")
def test_the_clock_says_by_when_how_long_is_left_and_by_which_rule(complaints_officer, service):
    shown = words(page(complaints_officer, acknowledged(complaints_officer, service)))

    assert "Stage 1 reply Due Monday 26 October 2026, 9 working days left." in shown
    assert "10 working days. Complaint Handling Code, 6.3." in shown
    assert "Stage 1 acknowledgement Due Monday 19 October 2026, done on 12 October 2026, in time." in shown


def test_the_next_step_is_one_button_and_the_others_are_links(complaints_officer, service):
    row = in_hand(complaints_officer, service)
    shown = page(complaints_officer, row).content.decode()

    assert f'<a class="button" href="{row.get_absolute_url()}acknowledge/">Acknowledge it</a>' in shown
    assert f'<a href="{row.get_absolute_url()}withdraw/">The customer withdraws it</a>' in shown
    assert f'href="{row.get_absolute_url()}close/"' not in shown


def test_the_thread_says_who_answers_for_the_service(complaints_officer):
    above = ServiceFactory(name="Streets")
    service = ServiceFactory(name="Bins", parent=above)
    row = case(service=service)
    assert "Bins no portfolio answers for this" in words(page(complaints_officer, row))
    far, near = PortfolioFactory(name="Everything"), PortfolioFactory(name="Environment")
    Responsibility.objects.create(service=above, portfolio=far, aspect="policy")
    Responsibility.objects.create(service=service, portfolio=near, aspect="policy")
    Responsibility.objects.create(service=above, body=BodyFactory(name="Scrutiny Panel"), aspect="scrutiny")

    shown = words(page(complaints_officer, row))
    assert "Bins Environment Scrutiny Panel" in shown
    assert "Owner no post answers for the service" in shown


@pytest.mark.shows("S1-05")
def test_what_the_customer_needs_stands_first_and_their_details_are_folded(complaints_officer, service):
    customer = CustomerFactory(adjustments="Large print", phone="01234 567890")
    friend = CustomerFactory(name="Ivy Fern", way="letter", address="9 Fern Row")
    row = case(customer=customer, representative=friend, authority="Signed letter", service=service)
    answer = page(complaints_officer, row)
    shown = words(answer)

    assert "Reasonable adjustments: Large print" in shown
    assert "Ivy Fern speaks for the customer: Signed letter." in shown
    assert shown.index("Large print") < shown.index("What the customer said")
    assert "01234 567890" in answer.content.decode().split("The customer’s details</summary>")[1]
    assert "9 Fern Row" in answer.content.decode().split("The details of who speaks for them</summary>")[1]


def test_each_message_is_readable_in_full(complaints_officer, service):
    row = case(service=service, customer=CustomerFactory(way="letter"))
    shown = words(page(complaints_officer, row))

    assert "Not sent by e-mail: print it, or read it out." in shown
    assert "Keep this link to yourself." in shown


def test_nothing_is_printed_for_who_wants_to_hear_nothing(complaints_officer, service):
    row = case(service=service, customer=CustomerFactory(name="", way="none"))
    shown = words(page(complaints_officer, row))

    assert "Not sent: the customer reads it behind their own link." in shown
    assert "print it" not in shown


@pytest.mark.shows("F60")
def test_where_the_procedure_departs_from_the_code_stands_with_it(complaints_officer, service):
    CaseProcedure.objects.filter(kind="complaint", is_usual=True).update(
        reply_days=20, departs_why="Few officers"
    )
    shown = words(page(complaints_officer, case(service=service)))

    assert "Replies within 20 working days; the code says 10. Why: Few officers" in shown


def test_people_concerned_are_named_to_the_complaints_team_alone(complaints_officer, officer, service):
    row = in_hand(officer, service)
    row.people_concerned.create(person=complaints_officer.person, why="Rude")
    assert "People concerned" not in words(page(officer, row))


def test_forms_and_links_to_steps_do_not_print(complaints_officer, service):
    shown = page(complaints_officer, in_hand(complaints_officer, service)).content.decode()

    assert '<section class="no-print card card-thread">' in shown


@pytest.mark.shows("R10")
def test_it_asks_as_often_for_many_points_entries_and_remedies_as_for_few(complaints_officer, service):
    def counted(number):
        row = in_hand(complaints_officer, service, points=[f"Point {each}" for each in range(number)])
        for each in range(number):
            row = Case.objects.get(pk=row.pk)
            add_note(row, f"Note {each}", expected=row.version, by=complaints_officer, at=at("2026-10-12"))
            promised(Case.objects.get(pk=row.pk), complaints_officer)
        row = answered(Case.objects.get(pk=row.pk), complaints_officer)
        client = browser(complaints_officer)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(row.get_absolute_url()).status_code == 200
        return len(queries)

    few, many = counted(1), counted(6)

    assert many == few
    assert few <= 26

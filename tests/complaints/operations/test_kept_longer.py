"""What keeps a case or a customer longer than its time."""

import pytest
from django.core.exceptions import ValidationError

from complaints.models import Customer, RetentionRule
from complaints.operations.anonymising import anonymise_customer
from complaints.operations.customers import merge_customers
from complaints.operations.ending import withdraw
from complaints.operations.holds import hold_case, hold_customer, lift_hold
from complaints.operations.steps import NotNow, Stopped
from complaints.rules.retention import Kept
from tests.complaints.canaries import DUE, EARLIER, gone, now
from tests.complaints.lives import at
from tests.factories.complaints import CustomerFactory, case


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
    merge_customers(
        customer,
        into=twin,
        expected=customer.version,
        expected_into=twin.version,
        why="Same",
        by=officer,
        at=EARLIER,
    )
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

"""Thanks that are passed on: whom they reach, who is told, and what the mail holds."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from complaints.choices import CasePage, CaseStep, MessageKind
from complaints.models import Case, Thanks, ThanksNotice
from complaints.operations.steps import Stopped
from complaints.operations.thanks import PassedOn, pass_on, send_notices
from complaints.operations.triaging import Decided, triage
from complaints.rules.next_step import StepFacts, next_step
from council.mailing import REFUSED
from council.models import HistoryFixedError
from tests.complaints.lives import at, day, line
from tests.factories import PersonFactory, PostFactory, ServiceFactory, TenureFactory, UserFactory
from tests.factories.complaints import case

AT, TODAY = at("2026-10-14"), day("2026-10-14")
WORDS = "The crew carried the bin up the steps."

pytestmark = pytest.mark.django_db


@pytest.fixture
def compliment(complaints_officer, service):
    row = case(kind="compliment", words=WORDS)
    decided = Decided(line=line("Compliment"), procedure=None, service=service)
    return triage(
        row, decided, expected=row.version, handler=complaints_officer, by=complaints_officer, at=AT
    )


def passed(row, by, *, tell=False, **to):
    said = PassedOn(words=WORDS, deed="Read out at the depot", **to)
    return pass_on(row, said, tell_customer=tell, expected=row.version, by=by, at=AT)


@pytest.mark.shows("F76", "S1-05")
def test_thanks_reach_the_person_and_the_team_with_what_was_done(
    compliment, complaints_officer, officer, service
):
    elsewhere = UserFactory()
    person = PersonFactory(user=elsewhere, name="Ash Carter")

    passed(compliment, complaints_officer, people=[person], service=service)

    entry = compliment.entries.first()
    assert entry.step == CaseStep.PASSED_ON
    assert entry.note == f"To Ash Carter, {service}. Read out at the depot"
    reached = {
        user: [each.recipient for each in Thanks.objects.reaching(user, day=TODAY)]
        for user in (officer, elsewhere)
    }
    assert reached == {officer: [str(service)], elsewhere: ["Ash Carter"]}


@pytest.mark.shows("F76")
def test_thanks_to_a_post_reach_whoever_holds_it_that_day(compliment, complaints_officer, other_officer):
    post = PostFactory()
    holder = UserFactory()
    TenureFactory(post=post, person=PersonFactory(user=holder))

    passed(compliment, complaints_officer, post=post)

    assert Thanks.objects.reaching(holder, day=TODAY).count() == 1
    assert not Thanks.objects.reaching(other_officer, day=TODAY).exists()
    assert not Thanks.objects.reaching(UserFactory(), day=TODAY).exists()


def test_thanks_for_nobody_are_not_passed_on(compliment, complaints_officer):
    with pytest.raises(Stopped, match="whom the thanks are for"):
        passed(compliment, complaints_officer)

    assert compliment.entries.first().step != CaseStep.PASSED_ON


@pytest.mark.shows("F76")
def test_the_customer_is_told_that_it_reached_them_where_they_are_to_be(
    compliment, complaints_officer, service
):
    passed(compliment, complaints_officer, service=service)
    assert not compliment.messages.filter(kind=MessageKind.NOTE).exists()

    passed(Case.objects.get(), complaints_officer, service=service, tell=True)

    message = compliment.messages.get(kind=MessageKind.NOTE)
    assert message.to == compliment.customer.email
    assert "We have passed them on" in message.body


@pytest.mark.shows("F76")
def test_each_officer_is_told_once_and_nothing_of_the_customer_is_in_the_mail(
    compliment, complaints_officer, officer, service, mailoutbox
):
    officer.email = "officer@example.com"
    officer.save()
    passed(compliment, complaints_officer, people=[officer.person], service=service)

    sent = [send_notices(at=AT), send_notices(at=AT)]

    assert [each.sent for each in sent] == [1, 0]
    [mail] = mailoutbox
    said = f"{mail.subject} {mail.body}"
    assert "/complaints/thanks/" in said
    for personal in (WORDS, compliment.reference, compliment.customer.name, compliment.subject):
        assert personal not in said


def test_who_passes_on_or_has_left_is_not_told(compliment, officer, service):
    gone = UserFactory(is_active=False)
    passed(compliment, officer, people=[officer.person, PersonFactory(user=gone)])

    assert not ThanksNotice.objects.exists()


def test_a_notice_that_another_command_claimed_is_not_sent(
    compliment, complaints_officer, officer, service, mailoutbox
):
    officer.email = "officer@example.com"
    officer.save()
    passed(compliment, complaints_officer, service=service)
    ThanksNotice.objects.update(claim="7e0b9d7c-6b61-4f4c-9a6b-1f1f0a2b8f10")

    assert send_notices(at=AT).sent == 0
    assert mailoutbox == []


def test_an_address_that_is_refused_is_given_up(
    compliment, complaints_officer, officer, service, monkeypatch
):
    officer.email = "officer@example.com"
    officer.save()
    passed(compliment, complaints_officer, service=service)
    monkeypatch.setattr("complaints.operations.thanks.attempt", lambda message: REFUSED)

    assert send_notices(at=AT).failed == 1

    notice = ThanksNotice.objects.get(user=officer)
    assert (notice.given_up, notice.last_error) == (True, REFUSED)


def test_the_command_that_writes_to_customers_tells_officers_too(
    compliment, complaints_officer, officer, service, capsys
):
    officer.email = "officer@example.com"
    officer.save()
    passed(compliment, complaints_officer, service=service)

    call_command("send_messages")

    assert "Officers told of thanks: 1." in capsys.readouterr().out


def test_thanks_go_to_one_of_three_and_are_never_changed(compliment, complaints_officer, service):
    [thanks] = passed(compliment, complaints_officer, service=service)
    thanks.words = "Others"
    with pytest.raises(HistoryFixedError):
        thanks.save()
    both = Thanks(
        case=compliment,
        words=WORDS,
        at=AT,
        by=complaints_officer,
        service=ServiceFactory(),
        post=PostFactory(),
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        both.save(force_insert=True)


@pytest.mark.shows("F76")
@pytest.mark.parametrize(
    "kind, state, has_passed_on, page",
    [
        ("compliment", "in_hand", False, CasePage.THANK),
        ("compliment", "in_hand", True, CasePage.REPLY),
        ("compliment", "replied", False, CasePage.THANK),
        ("compliment", "replied", True, CasePage.CLOSE),
        ("comment", "replied", False, CasePage.CLOSE),
    ],
)
def test_a_compliment_is_passed_on_before_it_is_closed(kind, state, has_passed_on, page):
    facts = StepFacts(kind=kind, state=state, has_passed_on=has_passed_on)

    assert next_step(facts).page == page

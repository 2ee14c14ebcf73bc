"""What a call-in does to an amendment that has its day of effect already."""

from datetime import date

import pytest

from portfolios.choices import AmendmentStage, CallInOutcome
from portfolios.figures.amendment_page import amendment_page
from portfolios.figures.findings import unclear
from portfolios.figures.remit_page import remit_page
from portfolios.figures.remits import remit_register
from portfolios.figures.responsibility_check import proposals
from portfolios.models import Amendment
from portfolios.operations.amendments import undo
from tests.factories import FindingFactory, UserFactory
from tests.factories.decisions import CallInFactory
from tests.portfolios.remits import ANNUAL, AT, commenced, decided, texts

TODAY = date(2005, 4, 20)
PUBLISHED = date(2005, 4, 8)
IN_TIME, TOO_LATE = date(2005, 4, 12), date(2005, 4, 28)
OLD = ["responsibility for the One Stop Shop"]
NEW = ["responsibility for the Customer Relationship Management and One Stop Shop"]


@pytest.fixture
def pending(insertion, admin):
    """An amendment that is to come into force on 20 May 2005."""
    decision = decided(insertion, by=admin).decision
    decision.published_on = PUBLISHED
    decision.save()
    return commenced(insertion, by=admin)


def call_in(amendment, **said):
    return CallInFactory(decision=amendment.decision, **{"called_in_on": IN_TIME, **said})


def stage(amendment, day):
    register = remit_register()
    return register.stage_of(register.amendments[amendment.pk], on=day)


@pytest.mark.shows("F7", "F9", "S0-20")
@pytest.mark.parametrize(
    "said, holds",
    [
        pytest.param({}, True, id="to-be-heard"),
        pytest.param({"outcome": CallInOutcome.REFERRED_BACK}, True, id="referred-back"),
        pytest.param({"outcome": CallInOutcome.WITHDRAWN}, False, id="withdrawn"),
        pytest.param({"outcome": CallInOutcome.UPHELD}, False, id="left-to-stand"),
        pytest.param({"outcome": CallInOutcome.UPHELD, "heard_on": ANNUAL}, False, id="by-its-day"),
        pytest.param(
            {"outcome": CallInOutcome.UPHELD, "heard_on": date(2005, 5, 21)}, True, id="after-its-day"
        ),
        pytest.param({"called_in_on": TOO_LATE}, False, id="called-in-too-late"),
    ],
)
def test_what_was_called_in_and_not_let_go_by_its_day_does_not_come_into_force(pending, egov, said, holds):
    call_in(pending, **said)

    assert texts(egov, ANNUAL) == (OLD if holds else NEW)
    assert stage(pending, TODAY) == (AmendmentStage.HELD if holds else AmendmentStage.PENDING)
    assert stage(pending, ANNUAL) == (AmendmentStage.HELD if holds else AmendmentStage.IN_FORCE)


@pytest.mark.shows("F7")
def test_without_a_day_of_publication_a_call_in_holds_as_well(pending, egov):
    call_in(pending)
    pending.decision.published_on = None
    pending.decision.save()

    assert texts(egov, ANNUAL) == OLD


@pytest.mark.shows("F9", "S0-20")
def test_what_is_held_says_why_and_what_to_do(pending, egov):
    call_in(pending)
    register = remit_register()
    row = register.amendments[pending.pk]

    [(flagged, problem)] = register.flagged(TODAY)

    assert flagged == row
    assert problem.sentence == (
        "It was called in on 12 April 2005 and must wait until scrutiny has heard it. It does not come into force on "
        "20 May 2005 unless scrutiny lets the decision stand by then. Take the day of effect back, and give another "
        "once that is settled."
    )
    page = amendment_page(register, row, on=TODAY)
    assert page.card.heading == "Held by call-in: it is to come into force on 20 May 2005"
    assert page.moments[-1].said == "Held by call-in: does not come into force"


@pytest.mark.shows("F9")
@pytest.mark.parametrize("day", [TODAY, date(2005, 6, 1)])
def test_the_remit_and_the_check_name_what_is_held_also_after_its_day(pending, egov, day):
    call_in(pending)

    page = remit_page(remit_register(), egov, on=day, today=day)

    assert [card.problem.code for card in page.pending] == ["held"]
    assert ANNUAL not in [each.day for each in page.days]
    [waiting] = proposals(day=day)
    assert waiting.amendment == pending
    assert waiting.held.startswith("It was called in on 12 April 2005")


def test_the_list_can_be_asked_for_what_is_held(pending):
    call_in(pending)
    held = [*remit_register().held]

    rows = Amendment.objects.with_stage(on=ANNUAL, held=held)

    assert {row.pk: row.stage_then for row in rows}[pending.pk] == AmendmentStage.HELD


def test_what_is_held_can_be_taken_back_after_its_day(pending, admin):
    call_in(pending)

    undo(pending, expected=pending.version, on=date(2005, 6, 1), by=admin, at=AT, why="Called in")

    assert stage(pending, date(2005, 6, 1)) == AmendmentStage.DECIDED


def test_a_finding_is_not_answered_by_what_is_held(pending):
    finding = FindingFactory(is_about_responsibility=True, received_on=date(2005, 1, 1))
    Amendment.objects.filter(pk=pending.pk).update(finding=finding)
    call_in(pending)

    assert not unclear(day=date(2005, 6, 1)).get().is_answered


def test_without_a_call_in_nothing_more_is_asked(pending, django_assert_num_queries):
    with django_assert_num_queries(3):
        remit_register()


def test_a_finding_that_was_answered_is_said_so_where_the_check_leaves_it_out(pending, client, time_machine):
    finding = FindingFactory(is_about_responsibility=True, received_on=date(2005, 1, 1))
    Amendment.objects.filter(pk=pending.pk).update(finding=finding)

    def page(day):
        time_machine.move_to(f"{day} 10:00")
        client.force_login(UserFactory())
        return client.get(finding.get_absolute_url()).content.decode()

    assert "Found unclear. It stands as evidence on" in page("2005-05-19")
    assert "Found unclear then. An amendment that it prompted is in force" in page("2005-05-20")

"""Ombudsman cases: entered, changed, decided, followed up; nothing lost, nothing twice."""

import pytest
from django.db import IntegrityError, transaction

from complaints.choices import CaseStep, Code
from complaints.figures.ombudsman import counts_of
from complaints.models import OmbudsmanCase, OmbudsmanRecommendation
from complaints.operations.handing_over import name_person_concerned
from complaints.operations.ombudsman import Referral, change_referral, settle_recommendation
from complaints.operations.steps import Stopped
from council.audit import Conflict
from council.periods import Frequency, spans
from portfolios.models import Person
from tests.complaints.lives import at, day, replied
from tests.complaints.ombudsman.referred import decided, recommended, referred
from tests.factories import ServiceFactory

pytestmark = pytest.mark.usefixtures("holidays")
YEAR = spans(Frequency.ANNUAL, year=2026)[0]


@pytest.mark.shows("F77")
def test_our_own_case_says_that_the_ombudsman_has_it(complaints_officer, service):
    case = replied(complaints_officer, service)
    row = referred(complaints_officer, on="2026-10-20", case=case, their_reference="26 001 234")

    newest = case.entries.first()
    assert (newest.step, newest.note) == (
        CaseStep.NOTED,
        "The Local Government and Social Care Ombudsman has it: 26 001 234",
    )
    assert [each.step for each in row.entries.all()] == ["entered"]


def test_the_same_reference_is_entered_once(complaints_officer):
    referred(complaints_officer, their_reference="26 1a")
    with pytest.raises(Stopped, match="entered already"):
        referred(complaints_officer, their_reference="26 1A")
    referred(complaints_officer, their_reference="26 1a", ombudsman=Code.HOUSING)


def test_two_who_enter_one_reference_at_once_are_told_and_neither_gets_an_error(
    complaints_officer, monkeypatch
):
    referred(complaints_officer, their_reference="26 1")
    # The second looked before the first had saved, and the form's own check as well.
    monkeypatch.setattr("complaints.operations.ombudsman._refuse_wrong_referral", lambda row, on: None)
    monkeypatch.setattr(OmbudsmanCase, "full_clean", lambda self: None)
    with pytest.raises(Stopped, match="entered already"):
        referred(complaints_officer, their_reference="26 1")


def test_the_second_of_two_changes_is_refused(complaints_officer):
    row = referred(complaints_officer)
    decided(row, complaints_officer)
    with pytest.raises(Conflict):
        decided(row, complaints_officer, decision="not_upheld", fault="")


def test_another_ombudsman_cannot_have_made_the_decision(complaints_officer):
    row = decided(referred(complaints_officer), complaints_officer)
    to_housing = Referral(
        ombudsman=Code.HOUSING, their_reference="H1", subject="x", referred_on=row.referred_on
    )
    with pytest.raises(Stopped, match="does not make the decision"):
        change_referral(row, to_housing, expected=row.version, by=complaints_officer, at=at("2026-10-14"))


def test_a_day_after_the_decision_is_refused_as_the_day_it_came(complaints_officer):
    row = decided(referred(complaints_officer), complaints_officer)
    later = Referral(
        ombudsman=Code.OMBUDSMAN, their_reference="L1", subject="x", referred_on=day("2026-10-14")
    )
    with pytest.raises(Stopped, match="decided before that day"):
        change_referral(row, later, expected=row.version, by=complaints_officer, at=at("2026-10-14"))


@pytest.mark.shows("F77")
def test_a_recommendation_is_followed_until_it_is_done(complaints_officer):
    row = referred(complaints_officer)
    with pytest.raises(Stopped, match="decided first"):
        recommended(row, complaints_officer)
    row = decided(row, complaints_officer)
    recommendation = recommended(row, complaints_officer)

    late = day("2026-10-21")
    assert list(OmbudsmanCase.objects.open()) == [row]
    assert list(OmbudsmanCase.objects.overdue(on=late)) == [row]
    assert list(OmbudsmanCase.objects.overdue(on=day("2026-10-20"))) == []
    settle_recommendation(
        recommendation,
        done_on=day("2026-10-19"),
        shown_by="Letter of 19 October",
        reported_on=None,
        expected=recommendation.version,
        by=complaints_officer,
        at=at("2026-10-19"),
    )
    assert not OmbudsmanCase.objects.open().exists()
    assert not OmbudsmanCase.objects.overdue(on=late).exists()


def test_what_was_done_needs_what_shows_it(complaints_officer):
    row = recommended(decided(referred(complaints_officer), complaints_officer), complaints_officer)
    with pytest.raises(Stopped, match="what shows"):
        settle_recommendation(
            row,
            done_on=day("2026-10-13"),
            shown_by="",
            reported_on=None,
            expected=1,
            by=complaints_officer,
            at=at("2026-10-14"),
        )


@pytest.mark.parametrize(
    "broken",
    [
        {"decision": "upheld"},
        {"decided_on": day("2026-10-14")},
        {"decision": "closed", "decided_on": day("2026-10-01")},
        {"decision": "not_upheld", "decided_on": day("2026-10-14"), "is_remedied_before": True},
    ],
)
def test_the_database_holds_no_contradiction(complaints_officer, broken):
    row = referred(complaints_officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        OmbudsmanCase.objects.filter(pk=row.pk).update(**broken)


@pytest.mark.parametrize("broken", [{"done_on": day("2026-10-14")}, {"reported_on": day("2026-10-14")}])
def test_nor_in_a_recommendation(complaints_officer, broken):
    row = recommended(decided(referred(complaints_officer), complaints_officer), complaints_officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        OmbudsmanRecommendation.objects.filter(pk=row.pk).update(**broken)


@pytest.mark.shows("F77", "F81")
def test_who_sees_which(complaints_officer, officer, other_officer, member, service):
    case = replied(complaints_officer, service)
    own = referred(complaints_officer, on="2026-10-20", case=case)
    placed = referred(complaints_officer, service=service)
    elsewhere = referred(complaints_officer, service=ServiceFactory())

    def seen(user):
        return set(OmbudsmanCase.objects.visible_to(user, day=day("2026-10-20")))

    assert seen(complaints_officer) == {own, placed, elsewhere}
    assert seen(officer) == {own, placed}
    assert seen(other_officer) == set()
    assert seen(member) == set()
    case.refresh_from_db()
    name_person_concerned(
        case,
        Person.objects.get(user=complaints_officer),
        expected=case.version,
        by=officer,
        at=at("2026-10-20"),
    )
    assert seen(complaints_officer) == {placed, elsewhere}


@pytest.mark.shows("F77")
def test_our_records_count_as_the_letter_does(complaints_officer):
    first = decided(referred(complaints_officer), complaints_officer, is_remedied_before=True)
    recommended(first, complaints_officer)
    decided(referred(complaints_officer), complaints_officer, decision="closed", fault="")
    decided(referred(complaints_officer), complaints_officer, decision="not_upheld", fault="")
    referred(complaints_officer, on="2026-03-31")
    referred(complaints_officer, ombudsman=Code.HOUSING)

    found = counts_of(YEAR, ombudsman=Code.OMBUDSMAN)
    assert (found.received, found.decided, found.investigated, found.upheld) == (3, 3, 2, 1)
    assert (found.remedied_before, found.recommendations_due, found.recommendations_done) == (1, 1, 0)

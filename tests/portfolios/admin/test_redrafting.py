from datetime import date, timedelta

import pytest

from portfolios.choices import AmendmentKind, FindingStatus
from portfolios.models import Amendment, Finding, Recommendation, Report
from portfolios.operations.amendments import propose, redraft
from tests.factories import PortfolioFactory, UserFactory
from tests.portfolios.admin.amending import CRM, boxes, page_of, plain, press, said, saved, shown, to_add
from tests.portfolios.remits import AT

KIND = AmendmentKind
REDLINE = f"responsibility for the <ins>{CRM} </ins>One Stop Shop"


def crm(item, **more):
    return {"item": item.pk, "anchor": "One Stop Shop", "words": CRM, "effective_on": "20 May 2005", **more}


def drafts():
    return Amendment.objects.exclude(kind=KIND.RECORD)


def test_a_draft_is_changed_with_a_reason(keeper, insertion):
    unexplained = shown(keeper, page_of(insertion), words="Customer Services and")
    assert said(unexplained) == {"why": ["Say why, in a few words."]}

    saved(keeper, page_of(insertion), words="Customer Services and", why="As the lead member asked")

    insertion.refresh_from_db()
    assert insertion.words == "Customer Services and"
    assert [entry.why for entry in insertion.entries.all()] == ["As the lead member asked", ""]


def test_a_draft_may_come_to_do_something_else(keeper, insertion):
    address = page_of(insertion)
    choosing = press(keeper, address, "choose")
    typed = boxes(keeper.post(address, {**boxes(choosing), "kind": "omit", "fields": "1"}))
    first = keeper.post(address, {**typed, "anchor": "responsibility for", "why": "Shorter", "show": "1"})

    keeper.post(address, {**boxes(first), "save": "1"})

    insertion.refresh_from_db()
    assert (insertion.kind, insertion.words, insertion.anchor) == ("omit", "", "responsibility for")


@pytest.mark.shows("D4")
def test_the_second_of_two_drafters_sees_both_and_loses_nothing(keeper, insertion):
    address = page_of(insertion)
    mine = boxes(shown(keeper, address, words="My words and", why="Mine"))
    theirs = Amendment.objects.get(pk=insertion.pk)
    theirs.words = "Their words and"
    other = UserFactory(first_name="The", last_name="Other")
    redraft(theirs, expected=theirs.version, by=other, at=AT, why="Theirs")

    answer = keeper.post(address, {**mine, "save": "1"})

    assert said(answer)["words"] == ["Now saved as “Their words and”."]
    assert said(answer)[""][0].startswith("The Other saved this while you were working")
    assert boxes(answer)["words"] == "My words and"
    insertion.refresh_from_db()
    assert insertion.words == "Their words and"

    again = keeper.post(address, {**boxes(answer), "show": "1"})
    keeper.post(address, {**boxes(again), "save": "1"})
    insertion.refresh_from_db()
    assert insertion.words == "My words and"


@pytest.mark.shows("D4")
def test_without_the_version_the_first_draft_would_be_lost(keeper, insertion, monkeypatch):
    """The control: it is the version that keeps the first, not something else on the way."""
    address = page_of(insertion)
    mine = boxes(shown(keeper, address, words="My words and", why="Mine"))
    Amendment.objects.filter(pk=insertion.pk).update(words="Their words and", version=2)

    answer = keeper.post(address, {**mine, "version": "2", "save": "1"})

    assert answer.status_code == 302


def test_words_of_a_proposed_amendment_are_fixed_and_what_was_typed_is_shown(keeper, insertion):
    mine = boxes(shown(keeper, page_of(insertion), words="My words and", why="Mine"))
    propose(insertion, expected=insertion.version, by=UserFactory(username="other"), at=AT)

    answer = keeper.post(page_of(insertion), {**mine, "save": "1"})

    assert "Nothing was saved: other took it further" in plain(answer)
    assert "My words and" in plain(answer)
    assert "version" not in boxes(answer)
    insertion.refresh_from_db()
    assert insertion.words == CRM


@pytest.mark.shows("F12")
def test_a_draft_names_the_finding_that_prompted_it_and_whether_it_is_final(keeper, egov, one_stop):
    finding = Finding.objects.create(title="Planning", made_by="Audit Commission", quotation="Confusion")
    address = to_add(egov, KIND.INSERT_BEFORE)
    assert "Planning, Audit Commission (draft)" in plain(keeper.get(address))

    saved(keeper, address, **crm(one_stop, finding=finding.pk))

    page = plain(keeper.get(page_of(drafts().get())))
    assert "Audit Commission (draft)" in page
    assert "look again" not in page


@pytest.mark.shows("S0-16", "F12")
def test_when_the_finding_becomes_final_another_look_is_asked_for_until_it_was_taken(keeper, insertion):
    finding = Finding.objects.create(title="Planning", made_by="Audit Commission", quotation="Confusion")
    saved(keeper, page_of(insertion), finding=finding.pk, why="It rests on this")
    Finding.objects.filter(pk=finding.pk).update(
        status=FindingStatus.FINAL, final_on=date.today() + timedelta(days=3)
    )
    assert "has become final since: look again" in plain(keeper.get(page_of(insertion)))
    assert "Its finding is final now: look again" in plain(keeper.get("/admin/portfolios/amendment/"))

    Finding.objects.filter(pk=finding.pk).update(final_on=date.today() - timedelta(days=1))
    assert "look again" not in plain(keeper.get(page_of(insertion)))


def test_a_recommendation_about_another_portfolio_is_refused(keeper, egov, one_stop):
    report = Report.objects.create(subject="Portfolios")
    mine, anybodys = (
        Recommendation.objects.create(report=report, number=number, words="x", portfolio=portfolio)
        for number, portfolio in (("1", egov), ("2", None))
    )
    theirs = Recommendation.objects.create(
        report=report, number="3", words="x", portfolio=PortfolioFactory(name="Other")
    )
    address = to_add(egov, KIND.INSERT_BEFORE)

    sentences = [
        said(shown(keeper, address, **crm(one_stop, recommendation=each.pk)))
        for each in (mine, anybodys, theirs)
    ]

    assert sentences[:2] == [{}, {}]
    assert sentences[2]["recommendation"][0].startswith("This recommendation is about another portfolio.")

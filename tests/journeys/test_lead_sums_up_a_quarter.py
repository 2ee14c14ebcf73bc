"""A lead officer drafts a summary, edits it, looks again at a changed figure, presents; a member reads on a phone."""

import pytest
from playwright.sync_api import expect

from performance.models import ExecutiveSummary
from performance.operations.returns import reopen, sign_off, submit
from tests.journeys.axe import assert_accessible
from tests.journeys.borough import NOW
from tests.journeys.people import sign_in, unfold

pytestmark = pytest.mark.shows("S1-12", "F50", "F51", "F52")


@pytest.fixture(params=["page", "no_script"])
def desk(request):
    """The lead officer's desk, with script and without."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def looked_at(request, desk):
    """Axe on the page as it stands, where the browser runs scripts."""
    return assert_accessible if "no_script" not in request.node.name else lambda page: None


def test_a_lead_officer_sums_up_a_quarter_and_a_member_reads_it_on_a_phone(desk, phone, borough, looked_at):
    for row in borough.hand_in():
        borough.sign_off(row)
    sign_in(desk, borough.lead_officer)
    begins(desk, looked_at)
    edits(desk, looked_at)
    corrected(borough)
    looks_again(desk, looked_at)
    presents(desk, looked_at)
    assert ExecutiveSummary.objects.presented().count() == 1

    sign_in(phone, borough.member)
    reads(phone)


def begins(desk, looked_at):
    """The rules write a sentence for the service, with the numbers."""
    desk.goto("/performance/summaries/")
    looked_at(desk)
    desk.get_by_role("link", name="Begin a summary").click()
    looked_at(desk)
    desk.get_by_label("Quarter", exact=True).select_option("Quarter 2 2026/27")
    desk.get_by_role("button", name="Draft it").click()
    expect(desk.get_by_role("status")).to_contain_text("This is what the rules say.")
    expect(desk.locator(".card").first).to_contain_text("75 against a target of 60: red")
    looked_at(desk)


def edits(desk, looked_at):
    """The service's sentence in people's words, and one more of their own."""
    desk.get_by_role("link", name="Edit").first.click()
    looked_at(desk)
    desk.get_by_label("Sentence", exact=True).fill("Missed bins rose to 75 when two lorries broke down.")
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_role("status")).to_contain_text("The sentence is saved.")
    desk.get_by_label("Risk to performance or delivery").check()
    desk.get_by_label("Sentence", exact=True).fill("Winter is still to come.")
    desk.get_by_role("button", name="Add it").click()
    desk.locator(".card", has_text="Winter is still").get_by_role("button", name="Up").click()
    expect(desk.locator(".card").first).to_contain_text("Winter is still to come.")
    looked_at(desk)


def corrected(borough):
    """The number of missed bins was 63, not 75."""
    row = borough.missed.returns.get(period=borough.quarter)
    reopen(row, expected=row.version, by=borough.lead_officer, at=NOW, reason="Counted twice")
    assessment = borough._assessment(borough.missed, borough.quarter, "63", "Counted twice.")
    row = submit(assessment, expected=row.version, by=borough.officer, at=NOW)
    sign_off(row, expected=row.version, by=borough.lead_officer, at=NOW)


def looks_again(desk, looked_at):
    """The sentence warns; worded anew and looked at, it warns no more."""
    desk.reload()
    card = desk.locator(".card", has_text="Missed bins rose to 75")
    expect(card).to_contain_text("was 75, red; now 63, amber")
    looked_at(desk)
    card.get_by_role("link", name="Edit").click()
    looked_at(desk)
    desk.get_by_label("Sentence", exact=True).fill("Missed bins rose to 63 when two lorries broke down.")
    desk.get_by_label("I have looked at the changed figures").check()
    desk.get_by_role("button", name="Save").click()
    expect(desk.locator("main")).not_to_contain_text("Look again")


def presents(desk, looked_at):
    """What the rules say now stands beside; then the words are fixed."""
    desk.get_by_role("link", name="What the rules say now").click()
    expect(desk.locator("main")).to_contain_text("Worked on by a person, so it stays")
    looked_at(desk)
    desk.get_by_role("link", name="Back to the draft").click()
    desk.get_by_role("link", name="Present it").click()
    looked_at(desk)
    desk.get_by_role("button", name="Present it").click()
    expect(desk.get_by_role("status")).to_contain_text("The summary is presented.")
    looked_at(desk)


def reads(phone):
    """The member finds the three headings, and the figures behind a sentence."""
    phone.goto("/performance/summaries/")
    phone.get_by_role("link", name="Whole council").click()
    for heading in ("Above expectations / performing well", "Risk to performance or delivery"):
        expect(phone.get_by_role("heading", name=heading)).to_be_visible()
    expect(phone.locator("main")).to_contain_text("Missed bins rose to 63")
    unfold(phone, "The figures behind it")
    expect(phone.get_by_role("link", name="LP2 Missed bins for every 100,000 collections")).to_be_visible()
    assert_accessible(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

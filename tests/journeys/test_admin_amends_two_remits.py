"""An administrator amends two remits and sees them in force after the annual meeting and not a day before."""

import datetime

import pytest
import time_machine
from playwright.sync_api import expect

from portfolios.choices import AmendmentKind, BodyKind, FindingStatus
from portfolios.models import Amendment, Body, Decision, Finding
from portfolios.operations.amendments import record
from tests.factories import PortfolioFactory
from tests.journeys.axe import assert_accessible
from tests.journeys.borough import LONDON, NOW
from tests.journeys.people import come_signed_in, row_of, sign_in, unfold
from tests.portfolios import s0

pytestmark = pytest.mark.shows("S0-12", "S0-13", "S0-14", "F4", "F5", "F6", "F7", "F8", "L1", "A1", "S5")

ANNUAL = datetime.date(2027, 5, 19)
DAY_BEFORE = ANNUAL - datetime.timedelta(days=1)
CRM = "Customer Relationship Management and"


@pytest.fixture
def regeneration(administrator):
    """The portfolio that names only planning policy."""
    return portfolio_with("Development and Economic Regeneration", s0.PLANNING_POLICY, administrator)


@pytest.fixture
def egov(administrator):
    """The portfolio with the One Stop Shop."""
    return portfolio_with("E-Government and Member Services", s0.ONE_STOP_SHOP, administrator)


def portfolio_with(name, words, by):
    portfolio = PortfolioFactory(name=name, remit_is_partial=True)
    item = Amendment(
        kind=AmendmentKind.RECORD,
        portfolio=portfolio,
        words=words,
        item_kind="executive",
        source="Constitution, part 3",
    )
    record(item, by=by, at=NOW)
    return portfolio


@pytest.fixture
def cabinet_decided(transactional_db):
    """The Cabinet said yes a week ago; the inspectors' final report is still awaited."""
    cabinet = Body.objects.create(name="Cabinet", kind=BodyKind.EXECUTIVE)
    Finding.objects.create(
        title="Inspection of the planning service",
        made_by="Inspectors",
        status=FindingStatus.DRAFT,
        quotation="there is a lack of clear leadership",
        received_on=datetime.date(2026, 9, 14),
    )
    return Decision.objects.create(
        title="Portfolios from the annual meeting",
        body=cabinet,
        decided_on=datetime.date(2026, 10, 5),
        resolution=f"That “{s0.DELIVERY}” be added as an item to the remit of the Development and Economic "
        "Regeneration portfolio, and that in the remit of the E-Government and Member Services portfolio "
        f"“{CRM}” be inserted before “One Stop Shop”.",
    )


def begin(page, portfolio, what):
    """From the portfolio's own page to the fields of the amendment."""
    page.goto(portfolio.get_absolute_url())
    page.get_by_role("link", name="Draft an amendment").click()
    page.get_by_role("radio", name=what).check()
    page.get_by_label("Takes effect on").fill("19 May 2027")
    page.get_by_role("button", name="Continue").click()


def save_as_shown(page, redlined):
    """Looks at the redline, then saves the draft and proposes it."""
    page.get_by_role("button", name="Show the redline").click()
    expect(page.locator(".trial ins")).to_have_text(redlined)
    page.get_by_role("button", name="Save this draft").click()
    expect(page.get_by_text("is saved as a draft. Nothing in the remit has changed yet.")).to_be_visible()
    page.get_by_role("link", name="Propose it").click()
    page.get_by_role("button", name="Propose it").click()


def decide(page, decision):
    """Records the decision, found by a word of its title, and gives the day of effect."""
    page.get_by_role("link", name="Record the decision").click()
    page.locator(".select2-selection").click()
    page.locator(".select2-search__field").fill("annual meeting")
    page.locator(".select2-results__option", has_text=decision.title).click()
    page.get_by_role("button", name="Record the decision").click()
    page.get_by_role("link", name="Bring into force").click()
    page.get_by_role("button", name="Show the redline on that day").click()
    page.get_by_role("button", name="Bring into force").click()
    expect(page.get_by_text("has its day of effect.")).to_be_visible()


def test_an_admin_amends_both_remits_and_they_are_in_force_from_the_annual_meeting(
    page, new_page, regeneration, egov, cabinet_decided, administrator, member
):
    sign_in(page, administrator)

    begin(page, regeneration, "Add an item")
    page.get_by_label("Words of the item").fill(s0.DELIVERY)
    page.get_by_role("radio", name="Executive").check()
    page.get_by_label("Prompted by the finding").select_option(index=1)
    save_as_shown(page, s0.DELIVERY)
    decide(page, cabinet_decided)

    begin(page, egov, "Insert words before others")
    page.get_by_label("Item:", exact=True).select_option(index=1)
    page.get_by_label("Insert these words").fill(CRM)
    page.get_by_label("Before these").fill("One Stop Shop")
    save_as_shown(page, f"{CRM} ")
    decide(page, cabinet_decided)

    reader = new_page()
    sign_in(reader, member)
    reads_pending(reader, egov)
    reads_from_the_day_on(reader, egov, regeneration)
    the_day_comes(new_page, member, egov)


def reads_pending(reader, egov):
    """Before the annual meeting the old words stand, with the new ones below."""
    reader.goto(egov.get_absolute_url())
    expect(reader.locator("ol.remit > li")).to_contain_text([s0.ONE_STOP_SHOP])
    card = reader.locator(".card")
    expect(card).to_contain_text("Comes into force on 19 May 2027 by decision of the Cabinet, 5 October 2026")
    expect(card.locator("ins")).to_have_text(f"{CRM} ")
    assert_accessible(reader)


def reads_from_the_day_on(reader, egov, regeneration):
    """Any day can be looked at: the day before, the day, and both beside each other."""
    reader.get_by_label("On which day?").fill("18 May 2027")
    reader.get_by_role("button", name="Show").click()
    expect(reader.get_by_role("heading", name="Remit on 18 May 2027")).to_be_visible()
    expect(reader.locator("ol.remit > li")).not_to_contain_text("Customer")

    reader.get_by_label("On which day?").fill("19 May 2027")
    reader.get_by_role("button", name="Show").click()
    expect(reader.locator("ol.remit > li")).to_contain_text(s0.AMENDED)
    unfold(reader, "Where these words are from")
    expect(reader.locator("ol.remit details")).to_contain_text(
        f"Words “{CRM}” inserted (19 May 2027) by decision of the Cabinet of 5 October 2026"
    )
    assert_accessible(reader)

    reader.get_by_role("link", name="Compare with the day before").click()
    expect(row_of(reader, "Item 1").locator("ins")).to_have_text(f"{CRM} ")
    assert_accessible(reader)
    reader.get_by_role("link", name="All remits on these two days").click()
    expect(reader.locator(".headline")).to_contain_text(
        "2 portfolios changed between 18 May 2027 and 19 May 2027"
    )
    assert_accessible(reader)

    reader.goto(Amendment.objects.get(kind=AmendmentKind.ADD_ITEM, portfolio=regeneration).get_absolute_url())
    expect(reader.get_by_text("It was decided while the final report was awaited.")).to_be_visible()
    expect(reader.locator(".timeline").last).to_contain_text("The final report is still awaited")
    assert_accessible(reader)


def the_day_comes(new_page, member, egov):
    """Nobody does anything more: on the eve the old words stand, on the day the new ones, at a desk and on a phone."""
    for day, words in ((DAY_BEFORE, s0.ONE_STOP_SHOP), (ANNUAL, s0.AMENDED)):
        with time_machine.travel(datetime.datetime.combine(day, datetime.time(9, 30), LONDON), tick=True):
            phone = new_page(width=320, height=640)
            come_signed_in(phone, member)
            phone.goto(egov.get_absolute_url())
            expect(phone.get_by_role("heading", name="Remit", exact=True)).to_be_visible()
            expect(phone.locator("ol.remit > li")).to_contain_text(words)
            assert_accessible(phone)
            phone.close()


@pytest.mark.shows("S0-21")
def test_a_day_typed_wrongly_is_kept_and_can_be_mended(phone, egov, member):
    come_signed_in(phone, member)
    phone.goto(egov.get_absolute_url())
    phone.get_by_label("On which day?").fill("31 February 2027")
    phone.get_by_role("button", name="Show").click()

    expect(phone.get_by_role("alert")).to_contain_text("February 2027 has 28 days")
    expect(phone.get_by_label("On which day?")).to_have_value("31 February 2027")
    assert_accessible(phone)

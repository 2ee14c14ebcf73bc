"""The pages of remits as people read them."""

from datetime import date

import pytest
from django.urls import reverse

from council.access import Role
from portfolios.choices import AmendmentKind
from portfolios.models import PortfolioAlias
from portfolios.operations.amendments import propose
from tests.conventions import scene
from tests.factories import BodyFactory, PortfolioFactory, UserFactory
from tests.performance.views.pages import words
from tests.portfolios import s0
from tests.portfolios.remits import ANNUAL, AT, commenced, decided, drafted, found
from tests.portfolios.shown import page, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin():
    return UserFactory(username="keeper", role=Role.ADMINISTRATOR)


@pytest.fixture
def paper(admin):
    return s0.paper(by=admin)


@pytest.fixture
def client(member, time_machine):
    time_machine.move_to(scene.TODAY)
    return signed_in(member)


@pytest.mark.shows("S0-13", "F8")
def test_a_portfolio_is_read_as_it_was_on_a_day(client, paper):
    address = paper.egov.get_absolute_url()

    assert s0.AMENDED in page(client, address)
    remit, pending = page(client, address, on="2005-05-19").split("Decided by that day, not yet in force")
    assert "Remit on 19 May 2005" in remit
    assert s0.ONE_STOP_SHOP in remit
    assert s0.AMENDED not in remit
    assert s0.AMENDED in pending


@pytest.mark.shows("F2", "F3", "S0-12")
def test_items_are_numbered_with_their_kind_and_body(client, admin):
    committee, portfolio = BodyFactory(name="Planning Committee"), PortfolioFactory()
    found(portfolio, "planning policy", by=admin)
    change = drafted(
        AmendmentKind.ADD_ITEM,
        portfolio,
        words="single applications",
        item_kind="regulatory",
        body=committee,
        by=admin,
    )
    commenced(decided(change, by=admin), by=admin)
    shown = page(client, portfolio.get_absolute_url())

    assert "planning policy Executive" in shown
    assert "single applications Regulatory : Planning Committee" in shown.replace(":", " :").replace(
        "  ", " "
    )


@pytest.mark.shows("S0-04")
def test_a_remit_known_in_part_says_so_and_one_without_words_too(client, paper):
    assert "The rest of this remit is not recorded." in page(client, paper.regeneration.get_absolute_url())
    assert "The rest of this remit" not in page(client, paper.egov.get_absolute_url())
    assert "No words of this remit are on record." in page(client, PortfolioFactory().get_absolute_url())


def test_each_word_says_where_it_is_from_without_any_script(client, paper):
    shown = page(client, paper.egov.get_absolute_url())

    assert "Where these words are from" in shown
    assert "Words “Customer Relationship Management and” inserted (20 May 2005) by" in shown
    assert "decision of the Cabinet of 7 April 2005" in shown
    assert "Recorded from Constitution, part 3" in shown


@pytest.mark.parametrize("typed", ["31 February 2005", "soon", "2005-13-01", "٣"])
def test_a_day_that_cannot_be_read_is_kept_with_a_sentence(client, paper, typed):
    answer = client.get(paper.egov.get_absolute_url(), {"on": typed})

    assert answer.status_code == 200
    assert "Error: " in answer.content.decode()
    assert f'value="{typed}"' in answer.content.decode()


@pytest.mark.shows("F7", "F6")
def test_what_is_about_to_change_stands_below_the_remit(client, paper, admin):
    ahead = date(2027, 5, 19)
    change = drafted(
        AmendmentKind.OMIT, paper.egov, item=paper.one_stop, anchor="One Stop", effective_on=ahead, by=admin
    )
    commenced(decided(change, by=admin), by=admin, on=ahead)
    shown = page(client, paper.egov.get_absolute_url())

    assert "Comes into force on 19 May 2027 by decision of the Cabinet, 7 April 2005" in shown
    assert "<del>One Stop " in client.get(paper.egov.get_absolute_url()).content.decode()


def test_what_is_proposed_is_said_not_to_be_decided_and_drafts_are_not_shown(client, paper, admin):
    change = drafted(
        AmendmentKind.RENAME, paper.egov, words="Customers", effective_on=date(2027, 5, 19), by=admin
    )
    address = paper.egov.get_absolute_url()

    assert "Proposed, not decided" not in page(client, address)
    propose(change, expected=change.version, by=admin, at=AT)
    assert "Proposed, not decided; it would take effect on 19 May 2027" in page(client, address)


@pytest.mark.shows("S0-17")
def test_another_spelling_of_its_name_is_pointed_out(client, paper):
    PortfolioAlias.objects.create(
        portfolio=paper.egov, name="E-Government and Member Service", seen_in="once in the report"
    )

    assert "Papers also write “E-Government and Member Service” (once in the report)" in page(
        client, paper.egov.get_absolute_url()
    )


@pytest.mark.shows("F10")
def test_a_portfolio_has_the_name_of_the_day_and_says_how_it_was_renamed(client, paper, admin):
    change = drafted(AmendmentKind.RENAME, paper.egov, words="Customers", by=admin)
    commenced(decided(change, by=admin), by=admin)
    address = paper.egov.get_absolute_url()

    assert "Renamed from “E-Government and Member Services” to “Customers”" in page(client, address)
    assert "<h1>Customers</h1>" in client.get(address).content.decode()
    assert "<h1>E-Government and Member Services</h1>" in (
        client.get(address, {"on": "2005-05-19"}).content.decode()
    )


@pytest.mark.shows("F10")
def test_a_portfolio_that_was_merged_says_when_it_ended_and_what_it_went_into(client, paper, admin):
    merge = drafted(
        AmendmentKind.MERGE,
        paper.egov,
        to_portfolio=paper.regeneration,
        effective_on=date(2006, 5, 17),
        by=admin,
    )
    commenced(decided(merge, by=admin), by=admin, on=date(2006, 5, 17))
    shown = page(client, paper.egov.get_absolute_url())

    assert "This portfolio had ended by then. Its last day was 16 May 2006" in shown
    assert "Merged into Development and Economic Regeneration" in shown
    assert s0.AMENDED in page(client, paper.egov.get_absolute_url(), on="2006-05-16")
    assert s0.AMENDED in page(client, paper.regeneration.get_absolute_url())


def test_before_its_first_day_a_portfolio_was_not_there(client):
    row = PortfolioFactory(starts_on=date(2020, 5, 20))

    assert "not there yet on that day. It is on record from 20 May 2020" in page(
        client, row.get_absolute_url(), on="2020-05-19"
    )


def test_a_remit_stands_beside_what_it_was_before_its_last_change(client, paper):
    shown = page(client, reverse("compare_remit", args=[paper.egov.pk]))

    assert "1 of 1 item changed between 19 May 2005 and 12 October 2026" in shown
    assert "Changed by amendment" in shown


def test_two_days_are_compared_whichever_comes_first(client, paper):
    address = reverse("compare_remit", args=[paper.regeneration.pk])
    one = page(client, address, on="2005-05-20", beside="2005-05-19")
    other = page(client, address, on="2005-05-19", beside="2005-05-20")

    for shown in (one, other):
        assert "1 of 2 items changed between 19 May 2005 and 20 May 2005" in shown
        assert "Added by amendment" in shown


def test_two_days_that_cannot_be_read_are_kept_with_sentences(client, paper):
    answer = client.get(reverse("compare_remit", args=[paper.egov.pk]), {"on": "soon", "beside": "later"})

    assert 'value="soon"' in answer.content.decode()
    assert 'value="later"' in answer.content.decode()
    assert "Nothing is shown until" in words(answer)


def test_all_remits_of_a_day_make_a_scheme_and_two_days_what_changed(client, paper):
    PortfolioFactory(name="Another")
    scheme = page(client, reverse("remits"), on="2005-05-20")
    changed = page(client, reverse("remits"), on="2005-05-20", beside="2005-05-19")

    for said in (s0.AMENDED, s0.DELIVERY, "Nobody held it on this day."):
        assert said in scheme
    assert "2 portfolios changed between 19 May 2005 and 20 May 2005" in changed
    assert "The same on both days: Another" in changed


def test_the_day_before_and_the_day_are_one_click_away(client, paper):
    html = client.get(paper.egov.get_absolute_url()).content.decode()

    assert f"{paper.egov.get_absolute_url()}?on={ANNUAL:%Y-%m-%d}" in html
    assert "?on=2005-05-20&amp;beside=2005-05-19" in html

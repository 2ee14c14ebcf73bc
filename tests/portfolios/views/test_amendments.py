"""The pages of amendments as people read them."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from council.access import Role
from portfolios.choices import AmendmentKind
from portfolios.models import Amendment
from tests.conventions import scene
from tests.factories import PortfolioFactory, UserFactory
from tests.portfolios import s0
from tests.portfolios.remits import commenced, decided, drafted, found
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


@pytest.mark.shows("S0-21", "S0-20", "F4", "F12")
def test_an_amendment_shows_its_words_what_they_do_and_what_it_rests_on(client, paper):
    shown = page(client, paper.delivery.get_absolute_url())

    for said in (
        "at the end add “all executive responsibilities",
        "Came into force on 20 May 2005 by decision of the Cabinet, 7 April 2005",
        "It overlaps with item 1, “planning policy”",
        "It was decided while the final report was awaited.",
        "The final report is still awaited",
        "“there is a lack of clear leadership”",
    ):
        assert said in shown


def test_a_draft_is_seen_by_those_who_may_draft_and_by_nobody_else(client, admin):
    paper = s0.paper(by=admin, far="drafted")
    address = paper.crm.get_absolute_url()

    assert client.get(address).status_code == 404
    assert "No amendments" in page(client, reverse("amendments"))
    assert "Draft, not decided" in page(signed_in(admin), address)
    assert "2 amendments" in page(signed_in(admin), reverse("amendments"))


def test_the_list_says_how_far_each_is_and_filters(client, paper, admin):
    ahead = date(2027, 5, 19)
    change = drafted(AmendmentKind.RENAME, paper.egov, words="Customers", effective_on=ahead, by=admin)
    commenced(decided(change, by=admin), by=admin, on=ahead)
    address = reverse("amendments")

    assert "3 amendments" in page(client, address)
    assert "1 amendment" in page(client, address, stage="pending")
    assert "2 amendments" in page(client, address, portfolio=paper.egov.pk)
    assert "2 amendments" in page(client, address, until="2005-05-20")
    assert "1 amendment" in page(client, address, search="Customers”")
    assert "No amendments" in page(client, address, check="unfit")
    assert "Recorded" not in page(client, address)


@pytest.mark.shows("F9")
def test_an_amendment_that_does_not_fit_any_more_is_marked(client, paper, admin):
    later = date(2027, 5, 19)
    first = drafted(
        AmendmentKind.OMIT, paper.egov, item=paper.one_stop, anchor="One Stop", effective_on=later, by=admin
    )
    decided(first, by=admin)
    other = drafted(
        AmendmentKind.SUBSTITUTE, paper.egov, item=paper.one_stop, anchor="One Stop", words="Customer",
        effective_on=later - timedelta(1), by=admin,
    )  # fmt: skip
    commenced(decided(other, by=admin), by=admin, on=later - timedelta(1))

    assert "1 amendment cannot be applied as things stand" in page(client, reverse("amendments"))
    assert "1 amendment" in page(client, reverse("amendments"), check="unfit")
    assert "It cannot be applied as things stand." in page(client, first.get_absolute_url())


def test_what_people_wrote_is_shown_as_text_and_never_as_markup(client, admin):
    portfolio = PortfolioFactory(name="<b>Bold</b>")
    item = found(portfolio, "<script>alert(1)</script> and & more", by=admin)
    change = drafted(
        AmendmentKind.INSERT_AFTER, portfolio, item=item, anchor="more", words="<i>x</i>", by=admin
    )
    commenced(decided(change, by=admin), by=admin)
    pages = [
        portfolio.get_absolute_url(),
        reverse("compare_remit", args=[portfolio.pk]),
        reverse("remits"),
        Amendment.objects.get(pk=change.pk).get_absolute_url(),
        reverse("amendments"),
    ]

    for address in pages:
        html = client.get(address).content.decode()
        assert "<script>alert" not in html
        assert "<i>x" not in html
        assert "<b>Bold" not in html

"""An answer that quotes words of a remit is held against the remit of the day, on every page that shows it."""

from datetime import date, timedelta

import pytest

from council.access import Role
from portfolios.choices import AmendmentKind
from portfolios.figures.remits import remit_register
from portfolios.figures.responsible import answers
from portfolios.models import Responsibility
from portfolios.operations.amendments import propose
from tests.conventions import scene
from tests.factories import PortfolioFactory, ResponsibilityFactory, ServiceFactory, UserFactory
from tests.portfolios.admin.amending import page_of, plain, shown, to_add
from tests.portfolios.remits import AT, commenced, decided, drafted, found
from tests.portfolios.shown import page, signed_in

KIND = AmendmentKind
pytestmark = pytest.mark.django_db
WASTE = "the collection of waste and recycling"
DAY, SINCE = date(2026, 12, 15), date(2020, 5, 20)
DAY_BEFORE, LATER = DAY - timedelta(1), DAY + timedelta(5)
GONE = "not in the remit on that day"
SETTLE = "say who answers from 15 December 2026"


@pytest.fixture
def admin():
    return UserFactory(username="keeper", role=Role.ADMINISTRATOR)


@pytest.fixture
def keeper(admin, time_machine):
    time_machine.move_to(scene.TODAY)
    return signed_in(admin)


@pytest.fixture
def streets():
    return PortfolioFactory(name="Streets")


@pytest.fixture
def item(streets, admin):
    found(streets, "clean streets", by=admin)
    return found(streets, WASTE, by=admin)


@pytest.fixture
def held(streets, item):
    service = ServiceFactory(name="Waste and Recycling")
    return ResponsibilityFactory(
        service=service, portfolio=streets, evidence=f"Remit: “{WASTE}”.", starts_on=SINCE
    )


@pytest.fixture
def repeal(streets, item, held, admin):
    return drafted(KIND.REPEAL_ITEM, streets, item=item, effective_on=DAY, by=admin)


def missing(day):
    read = answers(day=day, register=remit_register())
    return [
        who.missing for each in read.services.values() for line in each.aspects for who in line.responsible
    ]


@pytest.mark.shows("F8", "S0-09")
@pytest.mark.parametrize(
    "kind, fields",
    [
        (KIND.REPEAL_ITEM, {}),
        (KIND.OMIT, {"anchor": "and recycling"}),
        (KIND.SUBSTITUTE, {"anchor": "recycling", "words": "its reuse"}),
    ],
)
def test_words_taken_out_of_a_remit_are_missing_from_their_day_on(streets, item, held, admin, kind, fields):
    amendment = drafted(kind, streets, item=item, effective_on=DAY, by=admin, **fields)
    commenced(decided(amendment, by=admin), by=admin, on=DAY)

    assert (missing(DAY_BEFORE), missing(DAY)) == ([()], [(WASTE,)])


def test_words_that_are_not_in_a_remit_that_is_only_partly_recorded_are_not_called_missing(
    streets, held, repeal, admin
):
    Responsibility.objects.filter(pk=held.pk).update(evidence="Remit: “parks”.")
    assert missing(DAY) == [("parks",)]
    streets.remit_is_partial = True
    streets.save()
    assert missing(DAY) == [()]


@pytest.mark.shows("F8")
def test_the_pages_say_beside_an_answer_that_its_words_are_gone(keeper, streets, held, repeal, admin):
    commenced(decided(repeal, by=admin), by=admin, on=DAY)
    addresses = {
        "/portfolios/who/?q=waste": GONE,
        held.service.get_absolute_url() + "?": GONE,
        streets.get_absolute_url() + "?": "its words are not in the remit",
    }

    for address, said in addresses.items():
        assert said not in page(keeper, f"{address}&on={DAY_BEFORE}"), address
        assert said in page(keeper, f"{address}&on={LATER}"), address


@pytest.mark.shows("S0-09")
def test_the_check_has_a_kind_for_words_that_are_gone(keeper, held, repeal, admin):
    commenced(decided(repeal, by=admin), by=admin, on=DAY)
    heading = "Express, but these words are not in the remit on that day"

    assert heading not in page(keeper, f"/portfolios/check/?on={DAY_BEFORE}")
    told = page(keeper, f"/portfolios/check/?on={LATER}")
    assert heading in told
    assert f"expressly by words that are not in its remit: “{WASTE}”." in told


def test_who_answers_by_the_words_is_told_before_anything_is_saved(keeper, streets, item, held):
    preview = shown(keeper, to_add(streets, KIND.REPEAL_ITEM), item=str(item.pk), effective_on="15.12.2026")

    assert preview.context["trial"].resting == [
        "Waste and Recycling, delivery and improvement, is answered for expressly by these words, "
        f"“{WASTE}”: {SETTLE}."
    ]
    assert SETTLE in plain(preview)


def test_who_answers_by_the_words_is_told_on_the_pages_of_the_amendment(keeper, repeal, admin):
    propose(repeal, expected=repeal.version, by=admin, at=AT)

    for address in (repeal.get_absolute_url(), page_of(repeal)):
        assert SETTLE in plain(keeper.get(address)), address


@pytest.mark.parametrize(
    "kind, to",
    [(KIND.MOVE_ITEM, "Housing"), (KIND.SPLIT, "Bins")],
)
def test_to_whom_a_service_goes_with_its_words_is_told(keeper, streets, item, held, admin, kind, to):
    housing = PortfolioFactory(name="Housing")
    fields = (
        {"item": item, "to_portfolio": housing}
        if kind == KIND.MOVE_ITEM
        else {"items": [item.pk], "words": to}
    )
    row = drafted(kind, streets, effective_on=DAY, by=admin, **fields)
    propose(row, expected=row.version, by=admin, at=AT)

    assert f"the {to} portfolio answers for it from 15 December 2026" in plain(keeper.get(page_of(row)))


def test_what_has_been_put_right_since_is_told_no_more(keeper, streets, item, held, repeal, admin):
    commenced(decided(repeal, by=admin), by=admin, on=DAY)
    assert SETTLE in page(keeper, repeal.get_absolute_url())
    Responsibility.objects.filter(pk=held.pk).update(ends_on=DAY_BEFORE)
    assert SETTLE not in page(keeper, repeal.get_absolute_url())


def test_a_responsibility_that_comes_into_force_with_words_to_come_is_not_missing_them_then(
    streets, item, admin
):
    row = drafted(
        KIND.ADD_ITEM, streets, words="food waste", item_kind="executive", effective_on=DAY, by=admin
    )
    commenced(decided(row, by=admin), by=admin, on=DAY)
    ResponsibilityFactory(portfolio=streets, evidence="Remit: “food waste”", starts_on=SINCE)

    assert (missing(DAY_BEFORE), missing(DAY)) == ([("food waste",)], [()])


@pytest.mark.shows("F10")
def test_the_amendment_says_which_services_went_along(keeper, streets, item, held, admin):
    housing = PortfolioFactory(name="Housing")
    move = drafted(KIND.MOVE_ITEM, streets, item=item, to_portfolio=housing, effective_on=DAY, by=admin)
    assert "along with it" not in page(keeper, move.get_absolute_url())
    commenced(decided(move, by=admin), by=admin, on=DAY)
    told = page(keeper, move.get_absolute_url())

    assert "Services that go along with it" in told
    assert ", delivery and improvement: Housing from 15 December 2026" in told
    assert "Housing" in page(keeper, f"/portfolios/who/?q=waste&on={LATER}")

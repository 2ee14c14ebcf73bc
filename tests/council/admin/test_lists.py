import datetime

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from council.models import BankHoliday
from performance.models import MunicipalYear
from portfolios.models import BodyName, PostTitle
from tests.council.admin.filled import save
from tests.factories import (
    AppointmentFactory,
    BodyFactory,
    CycleFactory,
    IndicatorFactory,
    PeriodFactory,
    PersonFactory,
    PortfolioFactory,
    PostFactory,
    RatingRuleFactory,
    ResponsibilityFactory,
    ServiceFactory,
    TargetFactory,
    TenureFactory,
    UserFactory,
)

START = datetime.date(2020, 1, 1)


def _periods(count):
    for number in range(count):
        day = START + datetime.timedelta(days=number)
        PeriodFactory(starts_on=day, ends_on=day)


def _holidays(count):
    for number in range(count):
        BankHoliday.objects.create(date=START + datetime.timedelta(days=number), title="A holiday")


def _clear(kind):
    app, name = kind.split("/")
    if name != "user":
        apps.get_model(app, name).objects.all().delete()


MANY = {
    "council/user": UserFactory.create_batch,
    "portfolios/body": BodyFactory.create_batch,
    "portfolios/person": lambda count: TenureFactory.create_batch(count),
    "portfolios/portfolio": AppointmentFactory.create_batch,
    "portfolios/post": TenureFactory.create_batch,
    "portfolios/service": ServiceFactory.create_batch,
    "performance/indicator": IndicatorFactory.create_batch,
    "performance/period": _periods,
    "performance/ratingrule": lambda count: [RatingRuleFactory(year=2000 + n) for n in range(count)],
    "performance/target": lambda count: TargetFactory.create_batch(count),
}


NOUNS = {
    **MANY,
    "council/bankholiday": lambda count: _holidays(count),
    "performance/cycle": lambda count: [CycleFactory(name=f"Cycle {n}") for n in range(count)],
    "performance/municipalyear": lambda count: [
        MunicipalYear.objects.create(starts_on=datetime.date(2000 + n, 5, 20)) for n in range(count)
    ],
}


@pytest.mark.parametrize("kind", NOUNS)
def test_a_list_takes_the_same_queries_however_long(keeper, kind):
    address = f"/admin/{kind}/"
    NOUNS[kind](3)
    short = queries(keeper, address)
    _clear(kind)
    NOUNS[kind](30)

    assert queries(keeper, address) == short
    assert short <= 12


@pytest.mark.parametrize("rows", [3, 30])
def test_a_form_takes_the_same_queries_however_many_rows_belong_to_it(keeper, rows):
    portfolio = PortfolioFactory()
    ResponsibilityFactory.create_batch(rows, portfolio=portfolio)
    AppointmentFactory.create_batch(rows, portfolio=portfolio)

    # Other names, holders, services and rulings, each with its choices, below the remit as it stands.
    assert queries(keeper, f"/admin/portfolios/portfolio/{portfolio.pk}/change/") <= 18


@pytest.mark.parametrize("rows", [3, 30])
def test_the_form_of_an_indicator_takes_the_same_queries_however_many_targets(keeper, rows):
    indicator = IndicatorFactory()
    for number in range(rows):
        TargetFactory(indicator=indicator, year=2000 + number)

    assert queries(keeper, f"/admin/performance/indicator/{indicator.pk}/change/") <= 14


def queries(client, address):
    """How many queries the page takes."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def shown(client, address):
    """The rows of a list, as they stand."""
    return [str(row) for row in client.get(address).context["cl"].result_list]


@pytest.mark.shows("X-04")
def test_a_body_is_found_under_any_of_its_names(keeper):
    body = BodyFactory(name="Cabinet")
    BodyFactory(name="Planning Committee")
    BodyName.objects.create(body=body, name="The Executive")

    assert shown(keeper, "/admin/portfolios/body/?q=executive") == ["Cabinet"]


@pytest.mark.shows("X-01", "S2-11")
@pytest.mark.parametrize("words", ["HSRP", "strategic resource", "planning lead", "The holder"])
def test_a_post_is_found_by_initials_title_earlier_title_and_holder(keeper, words):
    post = PostFactory(title="Head of Strategic Resource Planning", abbreviation="HSRP")
    PostTitle.objects.create(post=post, title="Planning Lead")
    TenureFactory(post=post, person=PersonFactory(name="The holder"))
    PostFactory(title="Head of Waste")

    assert shown(keeper, f"/admin/portfolios/post/?q={words}") == [
        "Head of Strategic Resource Planning (HSRP)"
    ]


@pytest.mark.shows("X-01")
def test_a_post_shows_everybody_who_shares_it_today_and_that_it_is_vacant(keeper):
    shared = PostFactory(title="Shared")
    PostFactory(title="Empty")
    TenureFactory(post=shared, person=PersonFactory(name="One"))
    TenureFactory(post=shared, person=PersonFactory(name="Another"))
    TenureFactory(post=shared, person=PersonFactory(name="Gone"), ends_on=datetime.date(2020, 1, 1))

    page = keeper.get("/admin/portfolios/post/").content.decode()

    assert [words in page for words in ("One, Another", "Vacant", "Gone")] == [True, True, False]


@pytest.mark.shows("F1")
def test_a_portfolio_stands_in_the_register_vacant_or_held(keeper):
    PortfolioFactory(name="Nobody's")
    AppointmentFactory(portfolio=PortfolioFactory(name="Held"), person=PersonFactory(name="The holder"))

    page = keeper.get("/admin/portfolios/portfolio/").content.decode()

    assert ("The holder" in page, "Vacant" in page) == (True, True)


def test_a_search_list_finds_indicators(keeper):
    IndicatorFactory(reference="LP7", title="Recycled")
    IndicatorFactory(reference="LP8", title="Composted")
    field = "app_label=performance&model_name=target&field_name=indicator"

    found = keeper.get(f"/admin/autocomplete/?{field}&term=recyc").json()["results"]

    assert [each["text"] for each in found] == ["LP7 Recycled"]


@pytest.mark.parametrize(
    "kind, make",
    [
        pytest.param("portfolios/service", lambda: IndicatorFactory().service, id="service-with-indicator"),
        pytest.param(
            "portfolios/service", lambda: ServiceFactory(parent=ServiceFactory()).parent, id="parent"
        ),
        pytest.param("portfolios/person", lambda: AppointmentFactory().person, id="person-with-portfolio"),
        pytest.param("performance/cycle", lambda: PeriodFactory().cycle, id="cycle-with-period"),
    ],
)
def test_what_is_in_use_cannot_be_deleted_and_says_what_holds_on_to_it(keeper, kind, make):
    row = make()
    address = f"/admin/{kind}/{row.pk}/delete/"

    asked = keeper.get(address).content.decode()
    tried = keeper.post(address, {"post": "yes", "why": "Test"})

    assert "is in use, so it cannot be deleted" in asked
    assert tried.status_code in (200, 403)
    assert type(row).objects.filter(pk=row.pk).exists()


def test_what_holds_on_is_counted_not_listed(keeper):
    service = ServiceFactory()
    IndicatorFactory.create_batch(12, service=service)

    page = keeper.get(f"/admin/portfolios/service/{service.pk}/delete/").content.decode()

    assert "<li>12 indicators</li>" in page


def test_a_row_that_nothing_uses_is_deleted(keeper):
    body = BodyFactory()

    keeper.post(f"/admin/portfolios/body/{body.pk}/delete/", {"post": "yes", "why": "Never met"})

    assert not type(body).objects.exists()


def test_accounts_are_switched_off_and_never_deleted(keeper):
    user = UserFactory()

    assert keeper.post(f"/admin/council/user/{user.pk}/delete/", {"why": "Left"}).status_code == 403
    assert save(keeper, f"/admin/council/user/{user.pk}/change/", why="Left").status_code == 302


@pytest.mark.shows("P19")
@pytest.mark.parametrize("change", [{"role": "officer"}, {"is_active": ""}])
def test_the_last_administrator_stays(keeper, administrator, change):
    answer = save(keeper, f"/admin/council/user/{administrator.pk}/change/", why="Test", **change)

    administrator.refresh_from_db()
    assert (answer.status_code, administrator.role, administrator.is_active) == (200, "administrator", True)


def test_an_administrator_may_go_while_another_stays(keeper, administrator):
    UserFactory(role="administrator")

    save(keeper, f"/admin/council/user/{administrator.pk}/change/", role="officer", why="Moves on")

    administrator.refresh_from_db()
    assert administrator.role == "officer"


def test_a_new_account_can_sign_in(keeper, client):
    new = {
        "username": "new",
        "role": "member",
        "password1": "three odd words",
        "password2": "three odd words",
    }

    save(keeper, "/admin/council/user/add/", **new)

    assert keeper.login(username="new", password="three odd words")

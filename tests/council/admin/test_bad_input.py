from urllib.parse import urlencode

import pytest
from django.db.models import CharField, DateField, DecimalField, PositiveSmallIntegerField, TextField

from portfolios.models import Body, Portfolio
from tests.council.admin.filled import filled, problems, row_problems, save
from tests.factories import (
    BodyFactory,
    CycleFactory,
    IndicatorFactory,
    PeriodFactory,
    PersonFactory,
    PortfolioFactory,
    PostFactory,
    RatingRuleFactory,
    ServiceFactory,
    TargetFactory,
    UserFactory,
)

ROWS = {
    "council/user": UserFactory,
    "portfolios/body": BodyFactory,
    "portfolios/person": PersonFactory,
    "portfolios/portfolio": PortfolioFactory,
    "portfolios/post": PostFactory,
    "portfolios/service": ServiceFactory,
    "performance/cycle": CycleFactory,
    "performance/indicator": IndicatorFactory,
    "performance/period": PeriodFactory,
    "performance/ratingrule": RatingRuleFactory,
    "performance/target": TargetFactory,
}
NO_BOXES = ("csrf", "FORMS", "read_as", "-id")
TYPED = {
    "nul": "a\0b",
    "1-MB": "x" * 1_000_000,
    "half-a-pair": "\ud800",
    "1e400": "1e400",
    "nan": "NaN",
    "huge": "9" * 400,
    "not-a-day": "31 February 2026",
    "negative": "-1",
}


@pytest.mark.shows("T14")
@pytest.mark.parametrize("kind", ROWS)
@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED)
def test_nothing_typed_into_any_box_is_ever_a_crash(keeper, kind, typed):
    """Every box of a form at once: the page comes back with sentences, or the row is saved."""
    address = f"/admin/{kind}/{ROWS[kind]().pk}/change/"
    sent = filled(keeper, address)
    boxes = [name for name in sent if not any(each in name for each in NO_BOXES)]
    # Only two boxes get all of it, so that the whole stays below the limit of one request.
    changed = {name: typed if name in boxes[:2] else typed[:500] for name in boxes}

    answer = keeper.post(
        address,
        urlencode(sent | changed, errors="surrogatepass"),
        content_type="application/x-www-form-urlencoded",
    )

    assert answer.status_code in (200, 302)


@pytest.mark.parametrize("chosen", ["x", "9" * 400, "-1", "1e400", "\u0661"])
@pytest.mark.parametrize(
    "address, name",
    [
        ("/admin/performance/target/add/", "indicator"),
        ("/admin/performance/target/add/", "period"),
        ("/admin/performance/ratingrule/add/", "indicator"),
        ("/admin/portfolios/service/add/", "manager"),
    ],
)
def test_a_forged_choice_from_a_search_list_is_no_crash(keeper, address, name, chosen):
    assert save(keeper, address, **{name: chosen}).status_code == 200


@pytest.mark.parametrize(
    "typed, sentence",
    [
        pytest.param("a\0b", "Take out the character that cannot be read (NUL) and try again", id="nul"),
        pytest.param("x" * 1_000_000, "You have 999,800 characters too many", id="1-MB"),
        pytest.param("", "Enter name", id="blank"),
        pytest.param("\u200b", "Enter name", id="nothing-to-see"),
    ],
)
def test_a_name_that_cannot_be_kept_is_refused_in_a_sentence(keeper, typed, sentence):
    body = BodyFactory(name="Cabinet")

    answer = save(keeper, f"/admin/portfolios/body/{body.pk}/change/", name=typed, why="Test")

    assert problems(answer) == {"name": [sentence]}
    assert answer.context["adminform"].form["name"].value() == typed
    assert Body.objects.get().name == "Cabinet"


@pytest.mark.parametrize("typed", ["1e400", "NaN", "Infinity", "ten"])
def test_what_is_no_figure_is_refused_and_kept(keeper, typed):
    rule = RatingRuleFactory()

    answer = save(
        keeper, f"/admin/performance/ratingrule/{rule.pk}/change/", amber_tolerance=typed, why="Test"
    )

    assert list(problems(answer)) == ["amber_tolerance"]
    assert answer.context["adminform"].form["amber_tolerance"].value() == typed


def test_full_width_digits_are_read_as_a_person_means_them(keeper):
    rule = RatingRuleFactory(amber_tolerance=10)

    save(keeper, f"/admin/performance/ratingrule/{rule.pk}/change/", amber_tolerance="１５", why="Test")

    rule.refresh_from_db()
    assert rule.amber_tolerance == 15


@pytest.mark.parametrize(
    "typed, day",
    [
        pytest.param("7 April 2026", "2026-04-07", id="in-words"),
        pytest.param("03/04/2026", "2026-04-03", id="day-first"),
        pytest.param("7.4.2026", "2026-04-07", id="dots"),
    ],
)
def test_dates_are_read_day_first(keeper, typed, day):
    portfolio = PortfolioFactory()

    save(keeper, f"/admin/portfolios/portfolio/{portfolio.pk}/change/", starts_on=typed, why="Test")

    assert str(Portfolio.objects.get().starts_on) == day


def test_a_last_day_before_the_first_is_told_in_the_row_where_it_stands(keeper):
    portfolio, person = PortfolioFactory(), PersonFactory()

    answer = save(
        keeper,
        f"/admin/portfolios/portfolio/{portfolio.pk}/change/",
        appointments__0__person=person.pk,
        appointments__0__starts_on="1 May 2026",
        appointments__0__ends_on="30 April 2026",
        why="Test",
    )

    assert row_problems(answer) == [{"__all__": ["The last day is before the first. Check both dates."]}]


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("?q=%00", id="nul-in-search"),
        pytest.param("?p=99999999999999999999", id="huge-page"),
        pytest.param("?p=x", id="page-in-letters"),
        pytest.param("?o=99.-1.x", id="order"),
        pytest.param("?kind__exact=nonsense", id="filter"),
        pytest.param("?parent__id__exact=99999999999999999999999", id="huge-filter"),
        pytest.param("?nothing=1", id="unknown-filter"),
        pytest.param("?q=" + "x" * 5000, id="long-search"),
        pytest.param("?all=&_facets", id="all"),
    ],
)
def test_nonsense_in_the_address_of_a_list_is_no_crash(keeper, query):
    BodyFactory()

    assert keeper.get(f"/admin/portfolios/body/{query}").status_code in (200, 302, 400)


@pytest.mark.parametrize("pk", ["9" * 30, "nothing", "0", "1;drop", "%F0%9F%98%80"])
@pytest.mark.parametrize("page", ["change", "delete", "move-end", "make-periods"])
def test_a_row_that_is_not_there_is_no_crash(keeper, pk, page):
    kind = {"move-end": "performance/period", "make-periods": "performance/cycle"}.get(
        page, "portfolios/body"
    )

    assert keeper.get(f"/admin/{kind}/{pk}/{page}/").status_code in (302, 404)


@pytest.mark.parametrize("rows", ["x", "-1", "99999999999999999999"])
def test_a_forged_count_of_rows_is_no_crash(keeper, rows):
    body = BodyFactory()

    answer = save(keeper, f"/admin/portfolios/body/{body.pk}/change/", seats__TOTAL_FORMS=rows, why="Test")

    assert answer.status_code in (200, 302)


def test_every_kind_of_box_was_among_those_tried():
    kinds = {type(field) for factory in ROWS.values() for field in factory._meta.model._meta.fields}

    assert {CharField, DateField, DecimalField, PositiveSmallIntegerField, TextField} <= kinds

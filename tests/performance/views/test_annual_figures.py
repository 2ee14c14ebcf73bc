"""The pages of annual figures: a figure is entered, a change is told, and somebody declares it."""

from datetime import date

import pytest

from council.access import Role
from performance.models import AnnualFigure
from tests.factories import IndicatorFactory, PersonFactory, PostFactory, ServiceFactory, TenureFactory
from tests.performance import lives
from tests.performance.views.pages import boxes, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def homes():
    return IndicatorFactory(service=ServiceFactory(name="Housing"), title="Homes built", value_kind="count")


@pytest.fixture
def admin(browser_of):
    return browser_of(lives.somebody("admin", Role.ADMINISTRATOR))


@pytest.fixture
def member(browser_of):
    return browser_of(lives.somebody("member", Role.MEMBER))


def add_url(row):
    return f"/performance/annual-figures/of/{row.pk}/add/"


def enter(browser, row, figure, document, **more):
    sent = {"year": "2025/26", "as_written": figure, "value_status": "actual", "document": document}
    return browser.post(add_url(row), sent | more, follow=True)


@pytest.mark.shows("L19")
def test_a_report_that_changes_a_figure_is_flagged_until_it_is_declared(admin, member, homes):
    enter(admin, homes, "534", "Annual report")
    said = words(enter(admin, homes, "561", "Efficiency statement"))
    assert "nobody has declared that yet" in said
    assert "Efficiency statement" in words(member.get("/performance/annual-figures/check/"))

    figure = AnnualFigure.objects.get(as_written="561")
    url = f"/performance/annual-figures/{figure.pk}/declare/"
    admin.post(url, {"who": "Head of Housing", "why": "Two sites were missing"})

    assert "Every change of an annual figure was declared" in words(
        member.get("/performance/annual-figures/check/")
    )
    page = words(member.get(f"/performance/annual-figures/of/{homes.pk}/"))
    assert "Declared by Head of Housing" in page
    assert "534 in “Annual report” became 561" in page


def test_a_change_may_be_declared_as_it_is_entered(admin, homes):
    enter(admin, homes, "534", "Annual report")
    said = words(enter(admin, homes, "561", "Plan", who="Head of Housing", why="Two sites were missing"))

    assert "with the change declared" in said


@pytest.mark.parametrize(
    "typed, sentence",
    [
        pytest.param({"as_written": "lots"}, "Enter", id="no-number"),
        pytest.param(
            {"as_written": "not known"}, "One that is not known is not entered here", id="not-known"
        ),
        pytest.param({"year": "2025"}, "Enter a year such as 2026/27", id="no-year"),
        pytest.param(
            {"year": "2026/27"}, "2026/27 has not ended, so its figure cannot be actual", id="not-ended"
        ),
        pytest.param(
            {"year": "2041/42"}, "2041/42 is too far ahead. Enter a year up to 2027/28", id="far-ahead"
        ),
        pytest.param({"document_on": "1 January 2031"}, "1 January 2031 is still to come", id="not-out-yet"),
        pytest.param(
            {"document_on": "1 March 2026"}, "1 March 2026 is before 2025/26 ended", id="printed-too-early"
        ),
        pytest.param({"who": "Somebody"}, "Say who changed the figure and why", id="half-a-declaration"),
        pytest.param({"document": ""}, "Enter document it was in", id="no-document"),
    ],
)
def test_a_mistake_is_told_and_every_word_stays(admin, homes, typed, sentence):
    sent = {"year": "2025/26", "as_written": "534", "value_status": "actual", "document": "Annual report"}

    answer = admin.post(add_url(homes), sent | typed)

    assert sentence in words(answer)
    assert boxes(answer)["value_status"] == "actual"
    assert not AnnualFigure.objects.exists()


@pytest.mark.parametrize("year", ["2026/27", "2027/28"])
def test_a_year_that_has_not_ended_may_have_a_forecast(admin, homes, year):
    enter(admin, homes, "534", "Annual report", year=year, value_status="forecast")

    assert AnnualFigure.objects.get().value_status == "forecast"


def test_an_estimate_may_be_of_before_the_year_ended(admin, homes):
    enter(admin, homes, "534", "Budget report", document_on="1 March 2026", value_status="estimate")

    assert AnnualFigure.objects.get().document_on == date(2026, 3, 1)


def test_a_document_older_than_the_newest_is_said_to_stand_below_it(admin, homes):
    enter(admin, homes, "545", "Annual report", document_on="1 July 2026")
    answer = enter(admin, homes, "534", "Budget report", document_on="1 May 2026")

    assert "below those of later documents" in words(answer)
    assert "2025/26: 545" in words(answer)
    assert "which is earlier than what was in the registry by then" in words(answer)


def test_lead_officers_enter_figures_of_their_own_services_only(browser_of, homes):
    lead = lives.somebody("lead")
    TenureFactory(person=PersonFactory(user=lead), post=PostFactory(service=homes.service))
    browser = browser_of(lead)
    other = IndicatorFactory(title="Of another service")

    assert browser.get(add_url(homes)).status_code == 200
    assert browser.get(add_url(other)).status_code == 404


def test_a_change_cannot_be_declared_twice(admin, homes):
    enter(admin, homes, "534", "Annual report")
    enter(admin, homes, "561", "Plan")
    url = f"/performance/annual-figures/{AnnualFigure.objects.get(as_written='561').pk}/declare/"
    said = {"who": "Head of Housing", "why": "Two sites were missing"}
    admin.post(url, said)

    assert "Somebody has declared this change already" in words(admin.post(url, said))


def test_the_list_filters_what_was_not_declared_and_downloads_definitions(admin, member, homes):
    enter(admin, homes, "534", "Annual report")
    enter(admin, homes, "561", "Plan")

    page = words(member.get("/performance/annual-figures/?declared=undeclared"))
    file = b"".join(member.get("/performance/annual-figures/?export=csv")).decode("utf-8-sig")

    assert "1 annual figure" in page
    assert "Version of the definition" in file
    assert "Changed without being declared" in file


@pytest.mark.shows("L19")
def test_the_page_of_an_indicator_has_its_annual_figures(admin, member, homes):
    enter(admin, homes, "534", "Annual report")
    enter(admin, homes, "561", "Plan")

    said = words(member.get(f"/performance/indicators/{homes.pk}/"))

    assert "Published annual figures" in said
    assert "Changed 1 time" in said
    assert "not declared" in said

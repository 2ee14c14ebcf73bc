"""Pages in other states than the usual: wrong, empty, very long, refused, missing, broken."""

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import expect

from tests.factories import IndicatorFactory, PersonFactory, ServiceFactory, TenureFactory, UserFactory
from tests.journeys import axe, probes
from tests.journeys.people import come_signed_in, unfold

pytestmark = [pytest.mark.shows("A1", "A3", "S5"), pytest.mark.looks]


@pytest.fixture(params=[1280, 320], ids=["desk", "phone"])
def screen(request, new_page):
    """A desk and a phone."""
    return new_page(width=request.param, height=640)


def assert_holds_up(page):
    told = [*axe.problems(page), *probes.problems(page)]
    assert not told, "\n".join(told)


def refused(faults, status):
    """Takes out what a browser writes to its console when a page is refused."""
    assert [each for each in faults if f"status of {status}" not in each] == []
    faults.clear()


def assert_told_of(page, *sentences):
    """An error summary that has the focus, says these sentences, and leads to fields that say the same."""
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    assert page.title().startswith("Error: ")
    links = page.get_by_role("alert").get_by_role("link")
    assert [words.strip() for words in links.all_inner_texts()] == list(sentences)
    for link in links.all():
        field = page.locator(link.get_attribute("href"))
        expect(field).to_have_attribute("aria-invalid", "true")
        described = field.get_attribute("aria-describedby").split()
        said = " ".join(page.locator(f"[id='{each}']").inner_text() for each in described)
        assert link.inner_text().strip() in said


@pytest.mark.parametrize(
    "name, password, sentences",
    [
        pytest.param("", "", ["Enter user name", "Enter password"], id="blank"),
        pytest.param("officer", "", ["Enter password"], id="no-password"),
    ],
)
def test_signing_in_wrong_says_what_to_enter(screen, officer, name, password, sentences):
    screen.goto("/sign-in/")
    screen.get_by_label("User name").fill(name)
    screen.get_by_role("button", name="Sign in").click()

    assert_told_of(screen, *sentences)
    expect(screen.get_by_label("User name")).to_have_value(name)
    assert_holds_up(screen)


def test_a_wrong_password_says_so_once_and_keeps_the_name(screen, officer):
    screen.goto("/sign-in/")
    screen.get_by_label("User name").fill("officer")
    screen.get_by_label("Password").fill("not it at all")
    screen.get_by_role("button", name="Sign in").click()

    expect(screen.get_by_role("alert")).to_contain_text("This user name and password do not match.")
    expect(screen.get_by_label("User name")).to_have_value("officer")
    assert_holds_up(screen)


def test_a_grid_full_of_mistakes_holds_up(screen, borough):
    come_signed_in(screen, borough.officer)
    screen.goto(borough.grid_url())
    for reference, words in (("LP1", "about half"), ("LP2", "1e400"), ("LP3", "100000000000000000000")):
        screen.get_by_label(f"Value: {reference}").fill(words)
    screen.get_by_role("button", name="Save and submit").click()

    expect(screen.get_by_role("alert").get_by_role("link")).to_have_count(3)
    expect(screen.get_by_label("Value: LP2")).to_have_value("1e400")
    assert_holds_up(screen)


def test_an_override_without_its_reason_holds_up(screen, borough):
    borough.hand_in()
    come_signed_in(screen, borough.lead_officer)
    screen.goto(borough.return_url(borough.missed))
    unfold(screen, "Override the rating")
    screen.get_by_role("button", name="Override the rating").click()

    assert_told_of(screen, "Enter why the rule’s rating is not right here")
    assert_holds_up(screen)


def test_a_filter_that_finds_nothing_says_what_to_do(screen, borough):
    come_signed_in(screen, borough.member)
    screen.goto("/performance/indicators/?search=dragons")

    expect(screen.get_by_text("Nothing matches these filters.")).to_be_visible()
    assert_holds_up(screen)


EMPTY = {
    "returns of somebody without a post": ("/performance/returns/", "You hold no post yet"),
    "dashboard without indicators": ("/performance/", "Nothing to show for this choice"),
    "list without indicators": ("/performance/indicators/", "No indicator yet"),
    "portfolios": ("/portfolios/", "No portfolio yet"),
    "sign-off": ("/performance/sign-off/", "Nothing waits for you"),
}


@pytest.mark.parametrize("address, says", EMPTY.values(), ids=EMPTY)
def test_an_empty_page_says_what_to_do(screen, transactional_db, address, says):
    user = UserFactory(username="new", role="lead_officer")
    come_signed_in(screen, user)
    screen.goto(address)

    expect(screen.locator("main")).to_contain_text(says)
    assert_holds_up(screen)


def test_a_quarter_in_which_nothing_counts_yet_says_so(screen, borough):
    come_signed_in(screen, borough.member)
    screen.goto("/performance/")

    expect(screen.locator(".headline")).to_contain_text(
        "Quarter 2 2026/27: nothing to count yet. Not counted: 3 not due."
    )
    assert_holds_up(screen)


def test_the_longest_names_break_nothing(screen, borough):
    word = "Donaudampfschifffahrtsgesellschaft" * 5
    service = ServiceFactory(name=word)
    person = PersonFactory(name=word, user=UserFactory(username="a" * 140))
    TenureFactory(person=person, post__service=service, post__title=word)
    indicator = IndicatorFactory(
        service=service, title=word * 2, reference="R" * 40, cycle=borough.quarter.cycle
    )
    borough.officer = person.user
    borough.submit(indicator, "12", comment="x" * 4_900)
    come_signed_in(screen, person.user)
    told = []
    for address in (
        "/performance/returns/",
        f"/performance/returns/grid/{service.pk}/{borough.quarter.pk}/",
        borough.return_url(indicator),
        indicator.get_absolute_url(),
        service.get_absolute_url(),
        "/performance/indicators/",
        "/performance/my-services/",
        "/portfolios/posts/",
    ):
        screen.goto(address)
        told += probes.problems(screen)

    assert not told, "\n".join(told)


def test_a_page_that_is_not_there_says_so(screen, member, faults):
    come_signed_in(screen, member)
    assert screen.goto("/performance/indicators/4711/").status == 404
    expect(screen.get_by_role("heading", level=1)).to_have_text("Page not found")
    assert_holds_up(screen)
    refused(faults, 404)


def test_a_page_that_is_not_for_the_role_says_so(screen, member, faults):
    come_signed_in(screen, member)
    assert screen.goto("/performance/returns/").status == 403
    expect(screen.get_by_role("heading", level=1)).to_have_text("This page is not for your role")
    assert_holds_up(screen)
    refused(faults, 403)


@pytest.mark.parametrize("name", ["400", "403_csrf", "413", "429", "500", "503"])
def test_the_pages_of_last_resort_hold_up(screen, name):
    html = render_to_string(f"{name}.html", {"council_name": "Wexcombe Borough Council"})
    screen.route("**/broken/", lambda route: route.fulfill(body=html, content_type="text/html"))
    screen.goto("/broken/")

    assert_holds_up(screen)

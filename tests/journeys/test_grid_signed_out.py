"""A session ends while a grid is filled: with and without script, nothing that was typed is lost."""

import pytest
from playwright.sync_api import expect

from performance.models import Return
from tests.journeys.axe import assert_accessible
from tests.journeys.people import PASSWORD, row_of, sign_in

pytestmark = pytest.mark.shows("C42", "F24")
REFUSED = "console: Failed to load resource: the server responded with a status of 403 (Forbidden)"


def end_session(page):
    """The session is over; the browser still has what the form was sent with."""
    page.context.clear_cookies(name="sessionid")


def sign_in_again(page, user):
    """Signs in on the page that the browser was sent to."""
    expect(page.get_by_text("You were signed out. Sign in, and what you typed comes back.")).to_be_visible()
    page.get_by_label("User name").fill(user.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def kept(borough):
    rows = Return.objects.filter(period=borough.quarter).select_related("latest")
    return [(row.step, row.latest.as_written, row.latest.comment) for row in rows]


@pytest.mark.parametrize("all_cookies", [False, True], ids=["session", "every-cookie"])
def test_without_script_what_was_typed_comes_back_after_signing_in(all_cookies, no_script, borough):
    page = no_script
    sign_in(page, borough.officer)
    page.goto(borough.grid_url())
    page.get_by_label("Value: LP1").fill("47")
    page.get_by_label("Comment: LP1").fill("The new rounds began.")
    page.context.clear_cookies() if all_cookies else end_session(page)

    page.get_by_role("button", name="Save and submit").click()
    sign_in_again(page, borough.officer)

    expect(page.get_by_text("Not saved yet: you were signed out.")).to_be_visible()
    expect(page.get_by_label("Value: LP1")).to_have_value("47")
    expect(page.get_by_label("Comment: LP1")).to_have_value("The new rounds began.")
    assert kept(borough) == []

    page.get_by_role("button", name="Save as draft").last.click()
    expect(page.get_by_role("status")).to_contain_text("1 saved as a draft.")
    assert kept(borough) == [("drafted", "47", "The new rounds began.")]


@pytest.mark.shows("A1")
def test_with_script_the_row_says_so_and_what_was_typed_comes_back(page, borough, faults):
    sign_in(page, borough.officer)
    page.goto(borough.grid_url())
    page.context.clear_cookies()
    page.get_by_label("Value: LP1").fill("47")
    page.get_by_label("Value: LP2").focus()

    expect(row_of(page, "LP1")).to_contain_text("Not saved yet: you were signed out. Press Save and sign in")
    assert faults == [REFUSED]
    faults.clear()
    page.get_by_label("Value: LP2").fill("52")
    page.get_by_role("button", name="Save as draft").last.click()
    sign_in_again(page, borough.officer)

    expect(page.get_by_label("Value: LP1")).to_have_value("47")
    expect(page.get_by_label("Value: LP2")).to_have_value("52")
    expect(row_of(page, "LP1")).to_contain_text("Not saved yet")
    assert_accessible(page)
    page.get_by_role("button", name="Save as draft").last.click()
    expect(page.get_by_role("status")).to_contain_text("2 saved as a draft.")
    faults.clear()


def test_signed_in_again_in_another_tab_saves_after_one_more_look(page, borough, faults):
    sign_in(page, borough.officer)
    page.goto(borough.grid_url())
    page.get_by_label("Value: LP1").focus()
    end_session(page)
    other = page.context.new_page()
    sign_in(other, borough.officer)
    other.close()
    page.get_by_label("Value: LP1").fill("47")
    page.get_by_role("button", name="Save as draft").last.click()

    expect(page.get_by_text("Not saved yet: you were signed out.")).to_be_visible()
    expect(page.get_by_label("Value: LP1")).to_have_value("47")
    page.get_by_role("button", name="Save as draft").last.click()
    expect(page.get_by_role("status")).to_contain_text("1 saved as a draft.")
    faults.clear()

"""A resident complains on a phone, follows it by the secret link to a reply, and asks for another look."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from complaints.choices import Finding
from complaints.models import Case, Point
from complaints.operations.answering import acknowledge, answer_point, list_points, reply
from council.periods import local_day
from tests.complaints.lives import accepted
from tests.complaints.views.telling import photo
from tests.journeys.axe import assert_accessible

pytestmark = pytest.mark.shows("S1-05", "F59", "F60", "A1", "S12")


def go_on(page, heading, check):
    """Presses the button, and waits for the next question."""
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    check(page)


def tell(page, check):
    """Answers the questions one by one, with a mistake on the way."""
    page.goto("/tell-us/")
    expect(page.get_by_text("within 5 working days we tell you what we are looking into")).to_be_visible()
    check(page)
    page.get_by_role("link", name="Start", exact=True).click()
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose what you would like to do")
    check(page)
    page.get_by_label("Complain. You are unhappy").check()
    go_on(page, "What happened?", check)
    page.get_by_label("In a few words").fill("Missed bin in Mill Lane")
    page.get_by_label("What happened").fill("It was not emptied for the third time.")
    go_on(page, "Which service is it about?", check)
    go_on(page, "When did it happen?", check)
    page.get_by_label("Day").fill("9 October 2026")
    go_on(page, "What would put it right?", check)
    page.get_by_label("What would put it right for you").fill("Empty it every week.")
    go_on(page, "Do you have photos or papers to show us?", check)
    add_files(page, check)
    go_on(page, "Who are you, and how do we reach you?", check)
    page.get_by_label("Name").fill("Ada Quill")
    page.get_by_label("By e-mail").check()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("alert").get_by_role("link", name=re.compile("Enter an e-mail address")).click()
    expect(page.get_by_label("E-mail address")).to_be_focused()
    page.get_by_label("E-mail address").fill("ada@example.com")
    go_on(page, "Do you speak for somebody else?", check)
    page.get_by_label("No, I speak for myself").check()
    go_on(page, "Check what you tell us", check)


def add_files(page, check):
    """A file that lies is refused beside its box; a photo is taken."""
    box = page.get_by_label("A file")
    box.set_input_files({"name": "bin.pdf", "mimeType": "application/pdf", "buffer": b"MZ not a pdf"})
    page.get_by_role("button", name="Add this file").click()
    expect(page.get_by_role("alert")).to_contain_text("is not a PDF")
    check(page)
    box.set_input_files({"name": "bin.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    page.get_by_role("button", name="Add this file").click()
    expect(page.get_by_text("bin.jpg").first).to_be_visible()
    check(page)


def answer(officer, service):
    """What the officers do, each step a moment after the one before."""
    row = accepted(Case.objects.get(), officer, service, on="2026-10-12", number="1.4")
    row = list_points(row, ["The bin was missed"], expected=row.version, by=officer, at=timezone.now())
    today = local_day(timezone.now())
    row = acknowledge(row, expected=row.version, on=today, by=officer, at=timezone.now())
    point = Point.objects.get()
    point.case = row
    answer_point(
        point,
        expected=row.version,
        finding=Finding.UPHELD,
        words="The round was short of a driver.",
        cause=None,
        by=officer,
        at=timezone.now(),
    )
    row = Case.objects.get()
    words = "We are sorry, and empty it on Friday."
    reply(row, words, expected=row.version, on=today, by=officer, at=timezone.now())


def without_axe(page):
    """Axe is a script itself. Without any, the page is read, which takes a moment as it does a person."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.wait_for_timeout(600)


@pytest.mark.parametrize("screen, check", [("phone", assert_accessible), ("no_script", without_axe)])
def test_a_resident_complains_and_asks_for_another_look(request, screen, check, borough):
    page = request.getfixturevalue(screen)
    tell(page, check)
    page.get_by_role("link", name="What happened?").click()
    expect(page.get_by_label("In a few words")).to_have_value("Missed bin in Mill Lane")
    page.get_by_label("In a few words").fill("Missed bin, Mill Lane")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("Missed bin, Mill Lane")).to_be_visible()
    page.get_by_role("button", name="Send").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("We have what you told us")
    case = Case.objects.get()
    expect(page.get_by_text(f"Your reference is {case.reference}")).to_be_visible()
    expect(page.get_by_text("You hear from us by Monday 19 October 2026")).to_be_visible()
    check(page)
    link = re.search(r"/tell-us/follow/\S+", page.locator("a", has_text="/tell-us/follow/").inner_text())[0]

    page.goto(link)
    expect(page.get_by_text("We have it. Somebody will read it")).to_be_visible()
    page.get_by_text("Show the days counted").click()
    check(page)
    page.get_by_label("What you want to add").fill("It smells by now.")
    page.get_by_role("button", name="Add this").click()
    expect(page.get_by_role("status")).to_contain_text("We have what you added")

    answer(borough.officer, borough.service)
    page.reload()
    expect(page.get_by_text("We have replied. Our reply is below.")).to_be_visible()
    expect(page.get_by_text("We are sorry, and empty it on Friday.")).to_be_visible()
    expect(page.get_by_text("Upheld. The round was short of a driver.")).to_be_visible()
    check(page)
    page.get_by_role("button", name="I am not satisfied: look at it again").dblclick()
    expect(
        page.get_by_text("Somebody who did not answer you before will look at it again.").first
    ).to_be_visible()
    check(page)
    case.refresh_from_db()
    assert (case.stage, Case.objects.count(), case.attachments.count()) == (2, 1, 1)
    assert "Ada" not in page.locator("main").inner_text()

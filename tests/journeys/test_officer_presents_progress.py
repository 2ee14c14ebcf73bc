"""An officer begins the next progress report, says what became of the last one, adds, presents; a member reads it."""

import datetime
import re

import pytest
from playwright.sync_api import expect

from performance.models import ProgressReport
from performance.operations.progress.reports import begin_report
from tests.factories.progress import AT, ProgressHeadingFactory, ReportingAreaFactory, presented, written
from tests.journeys.axe import assert_accessible
from tests.journeys.people import row_of, sign_in

pytestmark = pytest.mark.shows("S2-02", "S2-04", "S2-16", "F49")


@pytest.fixture
def area(borough):
    """Clean streets, whose report for quarter 1 left two items open."""
    ProgressHeadingFactory(name="Leadership")
    post = borough.officer.person.tenures.get().post
    area = ReportingAreaFactory(name="Clean streets", lead_post=post, scope="Litter and sweeping.")
    report = begin_report(area, borough.quarters[-2], by=borough.officer, at=AT)
    written(report, "A second sweeper for the villages", by=borough.officer, who=post.title, by_when="Aug 26")
    written(report, "Brief the crews on the new rounds", by=borough.officer, who="Crews", by_when="??")
    presented(report, by=borough.officer, dated_on=datetime.date(2026, 7, 20))
    return area


@pytest.fixture(params=["page", "no_script"])
def desk(request):
    """The officer's desk, with script and without."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def looked_at(request, desk):
    """Axe on the page as it stands, where the browser runs scripts."""
    return assert_accessible if "no_script" not in request.node.name else lambda page: None


def test_an_officer_presents_the_next_report_and_a_member_reads_it_on_a_phone(
    desk, phone, borough, area, looked_at
):
    sign_in(desk, borough.officer)
    begins(desk, looked_at)
    says_what_became(desk, looked_at)
    adds(desk)
    looked_at(desk)
    desk.get_by_role("link", name="Present it").click()
    looked_at(desk)
    desk.get_by_role("button", name="Present it").click()
    expect(desk.get_by_role("status")).to_contain_text("The report is presented.")
    looked_at(desk)
    assert ProgressReport.objects.presented().count() == 2

    sign_in(phone, borough.member)
    reads(phone)


def begins(desk, looked_at):
    """The next report of the area, with what the last one left open."""
    desk.goto("/performance/progress/")
    looked_at(desk)
    desk.get_by_role("link", name="Begin the next").click()
    looked_at(desk)
    desk.get_by_role("button", name="Begin the report").click()
    expect(desk.get_by_role("alert")).to_contain_text("Choose which report")
    desk.get_by_label("Clean streets: Quarter 2 2026/27, after Quarter 1 2026/27").check()
    desk.get_by_role("button", name="Begin the report").click()
    expect(desk.get_by_role("status")).to_contain_text("with 2 items left open before")
    looked_at(desk)


def says_what_became(desk, looked_at):
    """Presenting names what is missing; the table of updates takes it."""
    desk.get_by_role("link", name="Present it").click()
    desk.get_by_role("button", name="Present it").click()
    expect(desk.get_by_role("alert")).to_contain_text("It cannot be presented yet")
    looked_at(desk)
    desk.get_by_role("link", name="Say what became of item 2").click()

    desk.get_by_label("What became of it, item 1").select_option("Still open")
    desk.get_by_label("In words, item 1").fill("In the bids for the budget.")
    desk.get_by_label("By when, item 1").fill("Spring 27")
    desk.get_by_label("What became of it, item 2").select_option("Done")
    desk.get_by_role("button", name="Save the updates").click()
    expect(desk.get_by_role("status")).to_contain_text("2 updates saved.")


def adds(desk):
    """An issue that waits for something outside."""
    desk.get_by_label("Heading", exact=True).select_option(index=1)
    desk.get_by_label("Issue to be addressed").check()
    desk.get_by_label("In words (optional)").fill("Move the crews to the new depot")
    desk.get_by_label("Who (optional)").fill("Directors")
    desk.get_by_label("Subject to").fill("The lease is signed")
    desk.get_by_role("button", name="Add it").click()
    expect(desk.get_by_role("status")).to_contain_text(
        "“Directors” is no post of the register; kept in words."
    )
    expect(row_of(desk, "Move the crews").first).to_contain_text(
        re.compile(r"waits for\s+The lease is signed")
    )


def reads(phone):
    """The member finds what moved, what is done and what waits."""
    phone.goto("/performance/progress/")
    phone.get_by_role("link", name="Clean streets").first.click()
    expect(phone.locator(".headline")).to_contain_text("2 items to be addressed. 0 undated")
    expect(row_of(phone, "A second sweeper").last).to_contain_text("was “Aug 26”")
    expect(row_of(phone, "Brief the crews")).to_contain_text("Done")
    expect(row_of(phone, "Move the crews")).to_contain_text("The lease is signed")
    assert_accessible(phone)
    phone.goto("/performance/progress/owners/")
    expect(row_of(phone, "Directors")).to_contain_text("no post of the register")
    assert_accessible(phone)

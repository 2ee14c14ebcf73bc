"""The list's filter "Needs attention": off target, getting worse, or not updated; one of the three is enough."""

import re
from datetime import UTC, datetime

import pytest

from performance.choices import ValueStatus
from tests.performance import lives
from tests.performance.histories import with_history
from tests.performance.views.pages import words

FALLING = [80, 82] * 7 + [70]
AFTER = datetime(2026, 11, 2, 9, tzinfo=UTC)
URL = "/performance/indicators/"


@pytest.fixture
def kinds(service, period, time_machine):
    """An indicator for each way to stand, after all returns were due."""
    made = {
        name: lives.measured(service, title=name)
        for name in ("On time", "Short", "Bad", "Old", "Late", "Falling")
    }
    lives.signed_off(made["On time"], period, "85")
    lives.signed_off(made["Short"], period, "79")
    lives.signed_off(made["Bad"], period, "40")
    lives.signed_off(
        made["Old"], period, "85", value_status=ValueStatus.CARRIED_FORWARD, carried_from="March 2026"
    )
    made["Falling"].targets.update(value=60)
    with_history(made["Falling"], FALLING)
    time_machine.move_to(AFTER)
    return made


@pytest.fixture
def reader(kinds, browser_of, member):
    return browser_of(member)


def listed(reader, *why):
    page = reader.get(URL, {"attention": why}).content.decode()
    table = page.partition("<table")[2].partition("</table>")[0]
    return sorted(re.findall(r">(On time|Short|Bad|Old|Late|Falling)</a>", table))


@pytest.mark.parametrize(
    "why, found",
    [
        (["off_target"], ["Bad", "Short"]),
        (["worse"], ["Falling"]),
        (["not_updated"], ["Late", "Old"]),
        (["off_target", "worse", "not_updated"], ["Bad", "Falling", "Late", "Old", "Short"]),
        ([], ["Bad", "Falling", "Late", "Old", "On time", "Short"]),
    ],
)
def test_each_reason_finds_its_own_and_one_is_enough(reader, why, found):
    assert listed(reader, *why) == found


def test_the_filter_says_what_it_takes_for_each_reason(reader):
    page = words(reader.get(URL))

    said = page.partition("Needs attention")[2].partition("Reference given by")[0]
    assert "Off target: red or amber Getting worse by the statistical rules" in said
    assert "Not updated: late, or an older value carried forward" in said


def test_the_dashboard_leads_to_all_that_needs_attention(reader):
    page = reader.get("/performance/").content.decode()

    url = re.search(r'href="([^"]*attention=off_target[^"]*)"', page)[1].replace("&amp;", "&")
    table = reader.get(url).content.decode().partition("<table")[2]
    assert "all that is off target, getting worse or not updated" in page
    assert ">Old</a>" in table
    assert ">On time</a>" not in table


def test_a_reason_that_there_is_not_is_told_in_words(reader):
    assert "Needs attention: choose from the list" in words(reader.get(URL, {"attention": "x"}))

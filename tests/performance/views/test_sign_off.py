"""Signing off, sending back, overriding, reopening and publishing, as a lead officer and an administrator do it."""

import pytest

from performance.choices import ValueStatus
from performance.models import Return
from tests.factories import ServiceFactory
from tests.performance import lives
from tests.performance.views.pages import boxes, words

LIST = "/performance/sign-off/"


@pytest.fixture
def row(service, period, officer):
    return lives.submitted(lives.measured(service, title="Waste recycled"), period, "71", by=officer)


@pytest.fixture
def url(row):
    return f"/performance/returns/{row.indicator_id}/{row.period_id}/"


@pytest.fixture
def client(browser_of, lead_officer):
    return browser_of(lead_officer)


def steps():
    return sorted(Return.objects.values_list("step", flat=True))


def key(row):
    return f"{row.pk}:{row.version}"


@pytest.mark.shows("F25")
def test_what_is_ticked_is_signed_off(client, row):
    answer = client.post(LIST, {"chosen": key(row)}, follow=True)

    assert "1 signed off" in words(answer)
    assert steps() == ["signed_off"]


@pytest.mark.shows("R7", "P8", "C6")
def test_a_stale_tick_signs_off_nothing_and_stays_ticked(client, row, service, period, officer):
    other = lives.submitted(lives.measured(service), period, "85", by=officer)

    answer = client.post(LIST, {"chosen": [key(row), f"{other.pk}:99"]})

    assert "Nothing was signed off" in words(answer)
    assert f'value="{key(row)}"' in answer.content.decode()
    assert steps() == ["submitted", "submitted"]


@pytest.mark.shows("C9", "P13", "P8")
def test_ones_own_among_the_ticked_signs_off_nothing(client, row, service, period, lead_officer):
    own = lives.submitted(lives.measured(service, title="Own"), period, "85", by=lead_officer)
    assert "Yours: another lead officer signs it off" in words(client.get(LIST))

    answer = client.post(LIST, {"chosen": [key(row), key(own)]})

    assert "Another lead officer must sign it off" in words(answer)
    assert steps() == ["submitted", "submitted"]


@pytest.mark.shows("S2", "P8")
def test_another_services_returns_are_neither_listed_nor_signed_off(client, row, period, other_officer):
    theirs = lives.submitted(lives.measured(ServiceFactory(), title="Theirs"), period, "85", by=other_officer)

    assert "Theirs" not in words(client.get(LIST))
    client.post(LIST, {"chosen": key(theirs)})
    assert client.post(f"/performance/returns/{theirs.indicator_id}/{period.pk}/sign-off/").status_code == 404
    assert steps() == ["submitted", "submitted"]


def test_nothing_ticked_says_so(client, row):
    assert "Tick at least one return" in words(client.post(LIST, {}))


@pytest.mark.shows("R1")
@pytest.mark.parametrize("chosen", ["x", "1", "1:2:3", ":", "9" * 40 + ":1", "\0", "1:" + "9" * 5000])
def test_a_tick_nobody_offered_is_refused(chosen, client, row):
    assert (client.post(LIST, {"chosen": chosen}).status_code, steps()) == (200, ["submitted"])


@pytest.mark.shows("F25")
def test_sending_back_needs_a_reason_and_tells_the_officer(client, row, url, browser_of, officer):
    answer = client.post(url + "send-back/", {"version": row.version, "reason": ""})
    assert (answer.status_code, steps()) == (200, ["submitted"])

    client.post(url + "send-back/", {"version": row.version, "reason": "Leave out the trade waste"})

    grid = browser_of(officer).get(f"/performance/returns/grid/{row.indicator.service_id}/{row.period_id}/")
    assert "Sent back: Leave out the trade waste" in words(grid)


@pytest.mark.shows("F37")
def test_an_override_shows_both_ratings_with_the_reason(client, row, url):
    sent = {"version": row.version, "rating": "amber", "reason": "The plant was shut for a week"}
    client.post(url + "override/", sent)

    page = words(client.get(url))
    assert "Amber" in page
    assert "instead of" in page
    assert "Red" in page
    assert "The plant was shut for a week" in page


@pytest.mark.shows("C7", "C6")
def test_a_step_from_a_page_that_is_stale_keeps_the_words_and_does_nothing(client, row, url):
    answer = client.post(url + "send-back/", {"version": 99, "reason": "My own words"})

    assert "Somebody else changed this return first" in words(answer)
    assert "My own words" in words(answer)
    assert steps() == ["submitted"]


@pytest.mark.shows("F27")
def test_a_reopened_return_goes_on_counting_until_corrected(client, row, url, browser_of, member):
    client.post(url + "sign-off/", {"version": row.version})
    client.post(url + "reopen/", {"version": row.version + 1, "reason": "Counted twice"})

    seen = words(browser_of(member).get(url))
    assert "71%" in seen
    assert "This return is being corrected" in seen
    assert steps() == ["reopened"]


def test_a_step_that_is_no_longer_open_is_told_and_changes_nothing(client, row, url):
    client.post(url + "sign-off/", {"version": row.version})

    answer = client.post(url + "send-back/", {"version": row.version, "reason": "x"}, follow=True)

    assert "Nothing was done: this return is now “Signed off”" in words(answer)


@pytest.mark.shows("S2")
def test_a_member_sees_nothing_of_a_draft_or_of_what_waits(browser_of, member, row, url):
    page = words(browser_of(member).get(url))

    assert "Nothing has been signed off yet" in page
    assert "71" not in page
    assert lives.WHY not in page


@pytest.mark.shows("F27")
def test_publishing_asks_once_more_and_then_keeps_the_values(browser_of, administrator, client, row, url):
    client.post(url + "sign-off/", {"version": row.version})
    browser = browser_of(administrator)
    page = f"/performance/publishing/{row.period_id}/"

    assert "1 signed-off return will be published" in words(browser.get(page))
    assert steps() == ["signed_off"]
    browser.post(page)
    assert steps() == ["published"]
    assert "Nothing to publish" in words(browser.get(page))


def test_the_forms_of_a_return_carry_the_version_that_was_read(client, row, url):
    assert boxes(client.get(url))["version"] == str(row.version)


@pytest.mark.shows("F37", "F20")
def test_where_there_is_no_value_no_rating_is_offered_or_taken(client, service, period, officer):
    row = lives.submitted(lives.measured(service), period, "", by=officer, known="not_known")
    url = f"/performance/returns/{row.indicator_id}/{row.period_id}/"
    assert "override_rating" not in client.get(url).content.decode()
    assert "There is no value here to rate" in words(client.get(url))

    sent = {"version": row.version, "rating": "green", "reason": "x"}
    answer = client.post(url + "override/", sent, follow=True)

    assert "Nothing was done: this return says “Not known”, so there is no value to rate" in words(answer)
    assert steps() == ["submitted"]


def test_no_value_status_stands_beside_no_value(client, service, period, officer):
    row = lives.submitted(lives.measured(service), period, "", by=officer, known="not_known")

    page = words(client.get(f"/performance/returns/{row.indicator_id}/{row.period_id}/"))

    assert "Not known actual" not in page
    assert "Value Not known Target" in page


@pytest.mark.shows("F19")
def test_the_list_says_how_sure_a_value_is(client, service, period, officer):
    sure = {"value_status": ValueStatus.CARRIED_FORWARD, "carried_from": "March 2026"}
    lives.submitted(lives.measured(service), period, "71", by=officer, **sure)

    assert "71% (carried forward, last measured March 2026)" in words(client.get(LIST))


def test_a_return_leads_to_the_grid_of_its_period(client, row, url):
    assert "Open the grid of Quarter 2 2026/27" in words(client.get(url))

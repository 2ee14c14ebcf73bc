"""Months under a quarter: entered on its grid, kept with its draft, and told where they disagree."""

import json

import pytest
from django.utils import timezone

from performance.figures.months import months_of
from performance.models import MonthlyValue, Return
from performance.operations.returns import publish_period, reopen, sign_off
from tests.performance import lives
from tests.performance.views.pages import boxes, words

JULY, AUGUST, SEPTEMBER = "month_2026_07", "month_2026_08", "month_2026_09"


@pytest.fixture
def indicator(service):
    return lives.measured(service, title="Calls answered", value_kind="count", takes_monthly_values=True)


@pytest.fixture
def url(service, period):
    return f"/performance/returns/grid/{service.pk}/{period.pk}/"


@pytest.fixture
def client(browser_of, officer):
    return browser_of(officer)


def typed(answer, indicator, **said):
    return boxes(answer) | {f"i{indicator.pk}-{name}": value for name, value in said.items()}


def kept(indicator, period):
    return [line.as_written for line in months_of([indicator], period)[indicator.pk]]


def test_a_quarter_asks_for_its_three_months(client, indicator, url):
    page = client.get(url)

    assert {f"i{indicator.pk}-{name}" for name in (JULY, AUGUST, SEPTEMBER)} <= set(boxes(page))
    assert "Months, each alone July August September" in words(page)


def test_without_the_switch_there_are_no_boxes_for_months(client, service, url):
    indicator = lives.measured(service)

    assert f"i{indicator.pk}-{JULY}" not in boxes(client.get(url))


def test_months_are_kept_with_the_draft_and_come_back(client, indicator, url, period):
    said = {"as_written": "300", JULY: "90", AUGUST: "100", SEPTEMBER: "110"}
    client.post(url, typed(client.get(url), indicator, **said), follow=True)

    assert kept(indicator, period) == ["90", "100", "110"]
    assert boxes(client.get(url))[f"i{indicator.pk}-{AUGUST}"] == "100"


def test_months_alone_are_kept_as_well(client, indicator, url, period):
    client.post(url, typed(client.get(url), indicator, **{JULY: "90"}), follow=True)

    assert kept(indicator, period) == ["90", "", ""]
    assert Return.objects.get().latest.as_written == ""


def test_what_was_not_changed_is_not_written_again(client, indicator, url):
    client.post(url, typed(client.get(url), indicator, **{"as_written": "90", JULY: "90"}), follow=True)
    client.post(url, typed(client.get(url), indicator, comment="Counted by hand"), follow=True)

    assert MonthlyValue.objects.count() == 1


def test_a_month_that_is_emptied_is_no_value_and_the_old_one_stays(client, indicator, url, period):
    client.post(url, typed(client.get(url), indicator, **{JULY: "90"}), follow=True)
    client.post(url, typed(client.get(url), indicator, **{JULY: ""}), follow=True)

    assert kept(indicator, period) == ["", "", ""]
    assert [row.as_written for row in MonthlyValue.objects.order_by("pk")] == ["90", ""]


def test_a_month_that_cannot_be_read_stays_in_its_box_with_a_sentence(client, indicator, url):
    page = client.post(url, typed(client.get(url), indicator, **{"as_written": "300", JULY: "ninety-ish"}))

    assert boxes(page)[f"i{indicator.pk}-{JULY}"] == "ninety-ish"
    assert "Enter a whole number, such as 1234" in words(page)
    assert "Error: " in page.content.decode()
    assert not MonthlyValue.objects.exists()


def test_months_that_do_not_add_up_are_told_beside_the_value_and_keep_nobody(client, indicator, url):
    said = {"as_written": "310", JULY: "90", AUGUST: "100", SEPTEMBER: "110"}
    page = client.post(url, typed(client.get(url), indicator, **said), follow=True)
    assert "The months add up to 300, but the value is 310. Is it right?" in words(page)

    client.post(url, boxes(page) | {"submit": "yes"}, follow=True)
    assert Return.objects.get().step == "submitted"
    after = words(client.get(url))
    assert "July 2026: 90" in after
    assert "The months add up to 300, but the value is 310." in after


def test_the_script_saves_a_month_with_its_row(client, indicator, url):
    sent = typed(client.get(url), indicator, **{"as_written": "310", JULY: "90", AUGUST: "1", SEPTEMBER: "2"})
    answer = json.loads(client.post(f"{url}{indicator.pk}/", sent).content)

    assert answer["saved"]
    assert "The months add up to 93" in answer["notice"]
    wrong = client.post(
        f"{url}{indicator.pk}/",
        sent | {f"i{indicator.pk}-{JULY}": "x", f"i{indicator.pk}-version": answer["version"]},
    )
    assert list(json.loads(wrong.content)["errors"]) == [JULY]


def test_somebody_elses_months_are_not_overwritten_unseen(
    client, indicator, url, period, browser_of, lead_officer
):
    mine = client.get(url)
    client.post(url, typed(mine, indicator, **{JULY: "90"}), follow=True)
    page = browser_of(lead_officer).post(url, typed(mine, indicator, **{JULY: "95"}))

    assert "July 2026: 90" in words(page)
    assert boxes(page)[f"i{indicator.pk}-{JULY}"] == "95"
    assert kept(indicator, period)[0] == "90"


def test_the_same_months_twice_are_no_conflict(client, indicator, url, browser_of, lead_officer):
    mine = client.get(url)
    client.post(url, typed(mine, indicator, **{JULY: "90"}), follow=True)
    page = browser_of(lead_officer).post(url, typed(mine, indicator, **{JULY: "90"}), follow=True)

    assert "Saved meanwhile" not in words(page)
    assert MonthlyValue.objects.count() == 1


def test_months_typed_after_the_return_was_handed_in_are_not_lost(client, indicator, url):
    page = client.get(url)
    client.post(url, typed(page, indicator, as_written="300") | {"submit": "yes"}, follow=True)
    again = client.post(url, typed(page, indicator, **{"as_written": "300", JULY: "90"}))

    assert "July: 90" in words(again)
    assert not MonthlyValue.objects.exists()


def test_the_correction_of_a_published_month_carries_the_reason_of_the_reopening(
    client, indicator, url, period, browser_of, member
):
    client.post(url, typed(client.get(url), indicator, **{"as_written": "300", JULY: "90"}), follow=True)
    row = Return.objects.get()
    client.post(url, boxes(client.get(url)) | {"submit": "yes"}, follow=True)
    row.refresh_from_db()
    publish(row, period)
    reopen(
        row, expected=row.version, by=lives.somebody("signs"), at=timezone.now(), reason="A day was left out"
    )
    client.post(url, typed(client.get(url), indicator, **{JULY: "95"}), follow=True)

    newest = MonthlyValue.objects.order_by("-pk").first()
    assert (newest.as_written, newest.reason) == ("95", "A day was left out")
    page = words(browser_of(member).get(f"/performance/returns/{indicator.pk}/{period.pk}/"))
    assert "July 2026: 90" in page


def publish(row, period):
    """Signs the return off and publishes it."""
    sign_off(row, expected=row.version, by=lives.somebody("signs"), at=timezone.now())
    publish_period(period, by=lives.somebody("publishes"), at=timezone.now())
    row.refresh_from_db()


def test_a_return_shows_its_months_and_how_they_disagree(client, indicator, url, period):
    said = {"as_written": "310", JULY: "90", AUGUST: "100", SEPTEMBER: "110"}
    client.post(url, typed(client.get(url), indicator, **said), follow=True)
    page = words(client.get(f"/performance/returns/{indicator.pk}/{period.pk}/"))

    assert "Months July 2026: 90 August 2026: 100 September 2026: 110" in page
    assert "The months add up to 300, but the value is 310." in page

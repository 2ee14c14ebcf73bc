"""The grid: what it says beside a draft, today and until it is handed in."""

from decimal import Decimal

import pytest

from performance.models import Return
from performance.operations.returns import reopen, send_back
from tests.performance import lives
from tests.performance.lives import AT
from tests.performance.views.pages import boxes, words


@pytest.fixture
def indicator(service):
    return lives.measured(service, title="Household waste recycled", reference="BV 82a")


@pytest.fixture
def url(service, period):
    return f"/performance/returns/grid/{service.pk}/{period.pk}/"


@pytest.fixture
def client(browser_of, officer):
    return browser_of(officer)


@pytest.fixture
def save(client, indicator, url):
    """Types into the row of the indicator and saves; gives the page that follows."""

    def typed(**said):
        extra = {"submit": "yes"} if said.pop("submit", False) else {}
        sent = boxes(client.get(url)) | {f"i{indicator.pk}-{name}": value for name, value in said.items()}
        return client.post(url, sent | extra, follow=True)

    return typed


@pytest.mark.shows("F24", "N55")
def test_the_rating_to_be_of_a_draft_goes_with_its_target(client, indicator, period, officer, url):
    lives.drafted(indicator, period, "85", by=officer)
    assert "Green" in words(client.get(url))

    indicator.targets.update(value=99, as_written="99")

    page = words(client.get(url))
    assert ("Amber" in page or "Red" in page, "Green" in page) == (True, False)


@pytest.mark.shows("F25")
def test_what_was_asked_for_stays_until_it_is_submitted_again(
    client, indicator, period, officer, lead_officer, url, save
):
    row = lives.submitted(indicator, period, "74", by=officer)
    send_back(row, expected=row.version, by=lead_officer, at=AT, reason="Is this 47?")
    page = words(save(as_written="75"))
    assert Return.objects.get().step == "drafted"
    assert "Sent back: Is this 47?" in page
    assert "Sent back : history" in page

    assert "Is this 47?" not in words(save(as_written="76", submit=True))


@pytest.mark.shows("F27")
def test_the_reason_of_a_reopening_stays_after_a_save(client, indicator, period, lead_officer, save):
    row = lives.signed_off(indicator, period, "85")
    reopen(row, expected=row.version, by=lead_officer, at=AT, reason="Counted twice")

    assert "Reopened: Counted twice" in words(save(as_written="84"))


@pytest.mark.shows("N44")
def test_ten_times_the_last_value_is_kept_asked_about_and_needs_a_comment(client, indicator, url, save):
    lives.signed_off(indicator, lives.quarter(1), "8.5")
    asked = "This is ten times the last value, 8.5%, or more."

    assert f"{asked} Is it right?" in words(save(as_written="85"))
    assert f"{asked} Is it right?" in words(client.get(url))
    assert f"{asked} Correct it, or say in the comment how" in words(save(submit=True))
    assert Return.objects.get(period__name="Quarter 2 2026/27").step == "drafted"
    save(comment="The depot counts glass since July.", submit=True)
    assert Return.objects.get(period__name="Quarter 2 2026/27").step == "submitted"


@pytest.mark.shows("N43")
@pytest.mark.parametrize(
    "year, asked", [pytest.param(2026, True, id="same"), pytest.param(2025, False, id="new")]
)
def test_a_running_total_that_falls_within_its_year_is_asked_about(year, asked, client, service, officer):
    indicator = lives.measured(service, value_kind="count", is_cumulative=True)
    before, after = (1, 2) if year == 2026 else (4, 1)
    lives.signed_off(indicator, lives.quarter(before, year), "90")
    period = lives.quarter(after)
    lives.drafted(indicator, period, "85", by=officer)

    page = words(client.get(f"/performance/returns/grid/{service.pk}/{period.pk}/"))

    assert ("it is less than the 90 before it" in page) == asked


@pytest.mark.shows("N15")
def test_a_fraction_is_kept_and_asked_about_on_every_visit(client, indicator, url, save):
    for number, value in ((4, "40"), (3, "60"), (2, "50")):
        lives.signed_off(indicator, lives.quarter(number, 2025), value)

    save(as_written="0.45")

    assert "Did you mean 45%?" in words(client.get(url))
    assert Return.objects.get(period__name="Quarter 2 2026/27").latest.value == Decimal("0.45")


@pytest.mark.parametrize("since", ["29/02/2026", "??", "October 2026"])
def test_a_time_that_cannot_be_is_refused_and_stays_in_its_box(since, indicator, save):
    page = save(as_written="85", value_status="carried_forward", carried_from=since)

    assert "There is a problem" in words(page)
    assert boxes(page)[f"i{indicator.pk}-carried_from"] == since
    assert not Return.objects.exists()


def test_what_cannot_be_read_is_no_rating(save):
    page = words(save(as_written="lots", comment="As far as we know"))

    assert "Cannot be read yet" in page


def test_a_comment_alone_is_no_rating(save):
    assert "Nothing entered" in words(save(comment="The survey runs in May"))


def test_no_value_status_stands_beside_no_value(client, indicator, period, officer, url):
    lives.submitted(indicator, period, "", by=officer, known="not_due")

    page = words(client.get(url))

    assert "Not due Actual" not in page
    assert "Not due No value" in page

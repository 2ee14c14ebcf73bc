"""Saving twice, and saving beside somebody else, from the same page."""

import pytest

from performance.choices import Step
from performance.models import Return
from tests.factories import IndicatorFactory, PeriodFactory, TargetFactory


@pytest.fixture
def indicator(service):
    indicator = IndicatorFactory(service=service, title="Household waste recycled")
    TargetFactory(indicator=indicator, value=50)
    return indicator


@pytest.fixture
def address(service, indicator):
    return f"/performance/returns/grid/{service.pk}/{PeriodFactory().pk}/"


def sent(indicator, *, version=0, was="", value="60", comment="", **more):
    """What a browser sends for one row, with what stood there when the page was drawn."""
    row = f"i{indicator.pk}"
    return {
        f"{row}-version": str(version),
        f"{row}-as_written": value,
        f"initial-{row}-as_written": was,
        f"{row}-value_status": "actual",
        f"initial-{row}-value_status": "actual",
        f"{row}-carried_from": "",
        f"initial-{row}-carried_from": "",
        f"{row}-comment": comment,
        f"initial-{row}-comment": "",
        **more,
    }


@pytest.mark.shows("C4", "C5", "R5")
def test_second_click_of_save_makes_one_return_and_no_conflict(client, officer, indicator, address):
    client.force_login(officer)
    client.post(address, sent(indicator))

    again = client.post(address, sent(indicator))

    assert again.status_code == 302
    assert Return.objects.get().revisions.count() == 1


@pytest.mark.shows("C4", "R5")
def test_second_click_of_submit_is_no_error(client, officer, indicator, address):
    client.force_login(officer)
    client.post(address, sent(indicator, submit="yes"))

    again = client.post(address, sent(indicator, submit="yes"))

    assert again.status_code == 302
    assert Return.objects.get().step == Step.SUBMITTED
    assert [each.step for each in Return.objects.get().revisions.order_by("number")] == [
        "drafted",
        "submitted",
    ]


@pytest.mark.shows("C1", "R4")
def test_row_left_alone_never_overwrites_what_a_colleague_saved(client, officer, indicator, address):
    client.force_login(officer)
    client.post(address, sent(indicator, value="60"))
    client.post(address, sent(indicator, version=1, was="60", value="70"))

    stale = client.post(address, sent(indicator, version=1, was="60", value="60", submit="yes"))

    assert Return.objects.get().latest.as_written == "70"
    assert Return.objects.get().step == Step.DRAFTED
    assert "Saved meanwhile by" in stale.content.decode()


@pytest.mark.shows("C1", "C2")
def test_second_save_from_an_old_page_shows_both_and_a_third_keeps_mine(client, officer, indicator, address):
    client.force_login(officer)
    client.post(address, sent(indicator, value="60"))

    both = client.post(address, sent(indicator, version=0, value="75"))
    kept = client.post(address, sent(indicator, version=1, value="75"))

    assert "Saved meanwhile by" in both.content.decode()
    assert 'value="75"' in both.content.decode()
    assert kept.status_code == 302
    assert [each.as_written for each in Return.objects.get().revisions.order_by("number")] == ["60", "75"]

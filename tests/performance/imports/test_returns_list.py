"""The list of returns: what stands for everybody, what is in hand for a service's own officers."""

import io

import pytest
from openpyxl import load_workbook

from performance.models import Return
from tests.factories import ServiceFactory
from tests.performance import lives
from tests.performance.imports.files import NOW
from tests.performance.imports.test_pages import text

pytestmark = pytest.mark.django_db
URL = "/performance/returns/all/"


@pytest.fixture
def rows(service, officer, time_machine):
    """One that stands, one that waits, and a corrected one, all of waste and recycling."""
    time_machine.move_to(NOW)
    before, period = lives.quarter(1), lives.quarter(2)
    standing, waiting, corrected = (
        lives.measured(service, title=f"{word} measure", reference=f"BV {number}")
        for number, word in enumerate(("Standing", "Waiting", "Corrected"))
    )
    lives.signed_off(standing, before, "74", by=officer)
    lives.submitted(waiting, period, "75", by=officer)
    row = lives.signed_off(corrected, period, "90", by=officer)
    lives.returns.reopen(row, expected=row.version, by=officer, at=lives.AT, reason="Slip")
    row = Return.objects.get(pk=row.pk)
    lives.drafted(corrected, period, "50", by=officer, expected=row.version)


def listed(client, user, query=""):
    client.force_login(user)
    return client.get(f"{URL}{query}")


def shown(answer):
    """Each row of the list as (indicator, value, step)."""
    return [
        (row.indicator.title, str(row.shown_as_written), row.shown_step)
        for row in answer.context["list"].table.records()
    ]


@pytest.mark.shows("P5", "S3")
def test_member_sees_what_stands_and_nothing_in_hand(client, member, rows):
    assert sorted(shown(listed(client, member))) == [
        ("Corrected measure", "90", "signed_off"),
        ("Standing measure", "74", "signed_off"),
    ]


def test_officer_sees_what_is_in_hand_in_their_own_services(client, officer, rows):
    assert sorted(shown(listed(client, officer))) == [
        ("Corrected measure", "50", "drafted"),
        ("Standing measure", "74", "signed_off"),
        ("Waiting measure", "75", "submitted"),
    ]


@pytest.mark.shows("S2")
def test_officer_of_another_service_sees_what_stands(client, other_officer, rows):
    assert {step for _, _, step in shown(listed(client, other_officer))} == {"signed_off"}


@pytest.mark.parametrize(
    "query, titles",
    [
        pytest.param("?rating=green", ["Corrected measure"], id="rating"),
        pytest.param("?rating=amber&rating=red", ["Standing measure"], id="two-ratings"),
        pytest.param("?search=standing", ["Standing measure"], id="search"),
        pytest.param("?step=published", [], id="step"),
        pytest.param("?service={service}", ["Corrected measure", "Standing measure"], id="service"),
        pytest.param("?service={other}", [], id="other-service"),
        pytest.param("?period={period}", ["Corrected measure"], id="period"),
    ],
)
def test_filters_choose_among_what_the_reader_sees(client, member, service, rows, query, titles):
    other = ServiceFactory(name="Elsewhere")
    query = query.format(service=service.pk, other=other.pk, period=lives.quarter(2).pk)

    assert sorted(title for title, _, _ in shown(listed(client, member, query))) == titles


@pytest.mark.shows("R1")
@pytest.mark.parametrize(
    "query", ["?period=9999999999999999999999", "?service=x", "?rating=purple", "?step=٣"]
)
def test_filter_that_cannot_be_used_says_so(client, member, rows, query):
    answer = listed(client, member, query)

    assert answer.status_code == 200
    assert "choose from the list" in text(answer)


@pytest.mark.parametrize("name", ["indicator", "service", "period", "value", "target", "rating", "step"])
def test_every_heading_sorts_both_ways(client, member, rows, name):
    up, down = (shown(listed(client, member, f"?sort={sign}{name}")) for sign in ("", "-"))

    assert sorted(up) == sorted(down)
    assert len(up) == 2


def test_red_row_is_marked_and_each_leads_to_its_return(client, member, service, rows):
    red = lives.signed_off(lives.measured(service), lives.quarter(2), "5")

    page = listed(client, member).content.decode()

    assert page.count('<tr class="row-red">') == 1
    assert f'href="/performance/returns/{red.indicator_id}/{red.period_id}/"' in page


@pytest.mark.shows("F57", "F19")
def test_file_has_every_figure_with_its_kind_status_and_comment(client, member, rows):
    content = listed(client, member, "?export=xlsx&sort=indicator").content

    header, first, *_ = load_workbook(io.BytesIO(content)).active.values

    assert dict(zip(header, first, strict=True)) == {
        "Reference": "BV 0",
        "Indicator": "Standing measure",
        "Service": "Waste and recycling",
        "Period": "Quarter 1 2026/27",
        "Kind of value": "Percentage",
        "Unit": None,
        "Better is": "Higher is better",
        "Value": 74,
        "Value is": "Actual",
        "Target": 80,
        "Rating": "Amber",
        "Step": "Signed off",
        "Last measured": None,
        "Year-end forecast": None,
        "Rule": "Green at the target or better; amber down to 90% of the target; lower is worse.",
        "Comment": lives.WHY,
        "Comment in full": lives.WHY,
        "Definition": "Not written down",
        "Numerator": None,
        "Denominator": None,
        "Data source": None,
        "Definition version": None,
        "Definition from": None,
        "Breaks the series": None,
    }


@pytest.mark.shows("R10")
@pytest.mark.parametrize("more", [0, 25])
def test_list_asks_the_database_as_often_for_any_number_of_rows(
    client, officer, service, rows, more, django_assert_num_queries
):
    for _ in range(more):
        lives.submitted(lives.measured(service), lives.quarter(2), "75", by=officer)
    client.force_login(officer)

    with django_assert_num_queries(8):
        client.get(URL)

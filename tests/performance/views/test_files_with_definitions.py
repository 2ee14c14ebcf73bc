"""A list as a file says what exactly was counted, by which rule, and where a new definition breaks the series."""

import csv
import io
from datetime import date

import pytest

from performance.models import IndicatorDefinition
from tests.performance import lives

DEFINED = ["Definition", "Numerator", "Denominator", "Data source", "Definition version"]
DEFINED += ["Definition from", "Breaks the series"]
OLD = ["Waste from homes", "Tonnes recycled", "Tonnes", "Weighbridge", "1", "", "No"]
NEW = ["All waste", "", "", "", "2", "2026-07-01", "Yes"]


@pytest.fixture
def redefined(service):
    indicator = lives.measured(service, title="Waste recycled", decimals=1)
    IndicatorDefinition.objects.create(
        indicator=indicator,
        wording="Waste from homes",
        numerator="Tonnes recycled",
        denominator="Tonnes",
        source="Weighbridge",
    )
    IndicatorDefinition.objects.create(
        indicator=indicator, number=2, wording="All waste", starts_on=date(2026, 7, 1), breaks_series=True
    )
    for number in (1, 2):
        lives.signed_off(indicator, lives.quarter(number), "69")
    return indicator


@pytest.fixture
def rows(time_machine):
    time_machine.move_to(date(2026, 11, 2))

    def read(browser, address):
        content = b"".join(browser.get(address)).decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(content)))

    return read


@pytest.mark.shows("F57", "L10")
def test_file_of_returns_has_the_definition_of_each_period(rows, browser_of, member, redefined):
    found = rows(browser_of(member), "/performance/returns/all/?export=csv")

    assert [(row["Period"][:9], [row[name] for name in DEFINED]) for row in found] == [
        ("Quarter 2", NEW),
        ("Quarter 1", OLD),
    ]
    assert {row["Rule"].partition(";")[0] for row in found} == {"Green at the target or better"}


@pytest.mark.shows("F57", "L10")
@pytest.mark.parametrize("at, wanted", [("2026-q1", OLD), ("2026-q2", NEW)])
def test_file_of_indicators_has_the_definition_of_its_quarter(
    at, wanted, rows, browser_of, member, redefined
):
    (found,) = rows(browser_of(member), f"/performance/indicators/?at={at}&export=csv")

    assert [found[name] for name in DEFINED] == wanted
    assert found["Better is"] == "Higher is better"


def test_files_ask_the_database_once_for_all_definitions(
    browser_of, member, redefined, service, django_assert_num_queries
):
    browser = browser_of(member)
    # The list of indicators asks besides what bodies are told of, and in six more queries how years end.
    for address, number in (("returns/all", 7), ("indicators", 14)):
        with django_assert_num_queries(number):
            b"".join(browser.get(f"/performance/{address}/?export=csv"))


@pytest.mark.shows("F57")
@pytest.mark.parametrize("who", ["member", "officer", "administrator"])
def test_figures_of_a_file_are_the_same_whoever_reads_it(who, request, rows, browser_of, redefined):
    found = rows(browser_of(request.getfixturevalue(who)), "/performance/returns/all/?export=csv")

    assert {(row["Value"], row["Target"]) for row in found} == {("69", "80")}

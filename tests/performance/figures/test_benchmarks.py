"""Our own figure beside a published one of a year: of the year, never of a part of it."""

from datetime import date
from decimal import Decimal

import pytest

from performance.figures.annual_figures import figures_of
from performance.figures.benchmarks import beside_others
from performance.figures.indicator import period_figures, record_of
from performance.models import AnnualFigure, Benchmark
from tests.performance import lives

TODAY = date(2027, 5, 3)


def beside(indicator):
    return beside_others(
        indicator,
        indicator.benchmarks.all(),
        period_figures(record_of(indicator), today=TODAY),
        figures_of(indicator),
    )


@pytest.fixture
def signed_off(service):
    """An indicator of so many quarters of 2026/27, each with its value."""

    def make(*values, **more):
        indicator = lives.measured(service, **more)
        for number, value in enumerate(values, start=1):
            lives.signed_off(indicator, lives.quarter(number), value)
        return indicator

    return make


def compared(indicator, written, **more):
    value = Decimal(written)
    Benchmark.objects.create(indicator=indicator, year=2026, as_written=written, value=value, **more)
    (shown,) = beside(indicator).shown
    return shown.sentence, shown.own


@pytest.mark.shows("F32", "S2-05")
def test_a_threshold_of_a_year_is_held_against_the_mean_of_the_year_not_its_last_quarter(signed_off):
    indicator = signed_off("70", "70", "70", "90", decimals=0)

    sentence, own = compared(indicator, "80")

    assert sentence.startswith("Short of the top quarter by 5 points")
    assert own == "75%, the mean of 4 quarters, 2026/27"


@pytest.mark.shows("F32")
def test_a_sum_of_part_of_a_year_is_compared_with_nothing(signed_off):
    indicator = signed_off("10", "12", value_kind="count")

    sentence, own = compared(indicator, "40")

    assert sentence.startswith("There is no value to compare with the top quarter")
    assert own == ""


def test_a_mean_of_part_of_a_year_says_so_and_gives_no_place(signed_off):
    indicator = signed_off("70", "80")
    for name, value in (("Northbury", 60), ("Southbury", 90)):
        Benchmark.objects.create(
            indicator=indicator, year=2026, kind="neighbour", label=name, as_written=f"{value}%", value=value
        )

    found = beside(indicator)

    assert {each.own for each in found.shown} == {"75%, the mean of 2 quarters, 2026/27 so far"}
    assert found.places == []


@pytest.mark.shows("L19")
def test_what_was_printed_for_the_year_comes_before_what_its_quarters_come_to(signed_off, officer):
    indicator = signed_off("70", "70", "70", "90")
    AnnualFigure.objects.create(
        indicator=indicator,
        year=2026,
        number=1,
        as_written="81%",
        value=81,
        document="Annual report",
        by=officer,
        at=lives.AT,
    )

    sentence, own = compared(indicator, "80")

    assert sentence.startswith("In the top quarter")
    assert own == "81%, as printed for 2026/27"


def test_a_year_without_a_figure_is_compared_with_the_newest_whole_year(signed_off):
    indicator = signed_off("70", "70", "70", "70")
    Benchmark.objects.create(indicator=indicator, year=2023, as_written="60", value=60)

    (shown,) = beside(indicator).shown

    assert "2026/27" in shown.own
    assert shown.sentence == "In the top quarter: 60% or better (2023/24)."

"""The registry of annual figures: where figures come from, what is a change, and how it is declared."""

from datetime import date
from decimal import Decimal

import pytest

from performance.choices import FigureChange, ValueStatus
from performance.figures.annual_figures import figures_of, undeclared
from performance.models import AnnualFigure, IndicatorDefinition
from performance.operations.annual_figures import (
    AlreadyDeclared,
    Declared,
    NothingToDeclare,
    Printed,
    declare_change,
    record_figures,
)
from performance.operations.returns import publish_period, reopen, sign_off
from tests.factories import CycleFactory, IndicatorFactory, PeriodFactory, ServiceFactory
from tests.performance import lives
from tests.performance.imports.files import in_register

pytestmark = pytest.mark.django_db


@pytest.fixture
def homes():
    return IndicatorFactory(title="Homes built", value_kind="count")


def printed(indicator, value, document, **more):
    return Printed(indicator, 2025, str(value), Decimal(value), document, **more)


def record(*figures):
    return record_figures(figures, by=lives.somebody("prints"), at=lives.AT)


def changes(indicator):
    return list(
        AnnualFigure.objects.filter(indicator=indicator).order_by("number").values_list("change", flat=True)
    )


@pytest.mark.shows("L19")
def test_four_totals_of_one_year_are_kept_and_the_unexplained_one_is_told(homes):
    record(printed(homes, 500, "Budget report", status=ValueStatus.ESTIMATE))
    record(printed(homes, 534, "Annual report"))
    record(printed(homes, 545, "Service plan", declared=Declared("Head of Housing", "Counted twice")))
    record(printed(homes, 561, "Efficiency statement"))

    assert changes(homes) == ["first", "firmed", "changed", "changed"]
    assert [each.document for each in undeclared()] == ["Efficiency statement"]


def test_a_figure_is_kept_with_the_definition_of_its_year(homes):
    IndicatorDefinition.objects.create(indicator=homes, wording="Completed", source="Site visits")
    IndicatorDefinition.objects.create(
        indicator=homes, number=2, wording="Lived in", starts_on=date(2026, 4, 1), breaks_series=True
    )
    [figure] = record(printed(homes, 534, "Annual report"))
    IndicatorDefinition.objects.filter(number=1).update(wording="Rewritten")

    figure.refresh_from_db()
    assert (figure.definition_number, figure.definition_words, figure.source) == (
        1,
        "Completed",
        "Site visits",
    )


def test_the_same_document_brought_twice_adds_nothing(homes):
    record(printed(homes, 534, "Annual report"))

    assert record(printed(homes, 534, "Annual report")) == []


@pytest.mark.shows("L19", "R5")
def test_an_earlier_document_entered_later_changes_nothing(homes):
    record(printed(homes, 545, "Annual report", document_on=date(2026, 7, 1)))
    earlier = printed(homes, 534, "Budget report", document_on=date(2026, 5, 1))
    record(earlier)
    assert record(earlier) == []
    record(printed(homes, 545, "Service plan", document_on=date(2026, 8, 1)))

    assert changes(homes) == ["first", "earlier", "same"]
    [year] = figures_of(homes)
    assert year.newest.shown == "545"
    assert [each.figure.document for each in year.lines] == ["Service plan", "Annual report", "Budget report"]
    assert list(undeclared()) == []


def test_two_documents_in_one_go_are_compared_with_each_other(homes):
    record(printed(homes, 534, "Annual report"), printed(homes, 561, "Efficiency statement"))

    assert changes(homes) == ["first", "changed"]


def test_a_change_is_declared_once_with_who_and_why(homes):
    record(printed(homes, 534, "Annual report"))
    [figure] = record(printed(homes, 561, "Efficiency statement"))
    said = {
        "who": "Head of Finance",
        "why": "Two sites were missing",
        "by": lives.somebody("says"),
        "at": lives.AT,
    }

    declare_change(figure, **said)

    assert list(undeclared()) == []
    line = figures_of(homes)[0].newest
    assert line.declared == "Declared by Head of Finance on 5 October 2026: Two sites were missing"
    assert not line.waits
    with pytest.raises(AlreadyDeclared):
        declare_change(figure, **said)


def test_what_changed_nothing_cannot_be_declared(homes):
    [figure] = record(printed(homes, 534, "Annual report"))

    with pytest.raises(NothingToDeclare):
        declare_change(figure, who="A", why="B", by=lives.somebody("says"), at=lives.AT)


@pytest.fixture
def year():
    cycle = CycleFactory(name="Annual", frequency="annual")
    return PeriodFactory(
        cycle=cycle, name="2025/26", starts_on=date(2025, 4, 1), ends_on=date(2026, 3, 31), year=2025
    )


def test_publishing_the_last_period_of_a_year_enters_its_figures(year):
    row = lives.published(lives.measured(ServiceFactory(), cycle=year.cycle), year, "85")

    [figure] = AnnualFigure.objects.all()
    assert (figure.indicator, figure.year, figure.value) == (row.indicator, 2025, 85)
    assert figure.revision == row.published


def test_publishing_an_earlier_quarter_enters_nothing():
    lives.published(lives.measured(ServiceFactory(), is_cumulative=True), lives.quarter(2), "85")

    assert not AnnualFigure.objects.exists()


def test_a_quarters_percentage_is_not_the_years():
    lives.published(lives.measured(ServiceFactory()), lives.quarter(4), "85")

    assert not AnnualFigure.objects.exists()


@pytest.mark.shows("L19")
def test_a_published_figure_corrected_with_a_reason_is_declared_by_it(year):
    row = lives.published(lives.measured(ServiceFactory(), cycle=year.cycle), year, "85")
    lead = lives.somebody("signs")
    reopen(row, expected=row.version, by=lead, at=lives.AT, reason="A depot was left out")
    row = lives.submitted(
        row.indicator, year, "88", by=lives.somebody("enters"), expected=lives.fresh(row).version
    )
    sign_off(row, expected=row.version, by=lead, at=lives.AT)
    publish_period(year, by=lives.somebody("publishes"), at=lives.AT)

    figure = AnnualFigure.objects.get(change=FigureChange.CHANGED)
    assert figure.value == 88
    assert figure.declaration.why == "A depot was left out"
    assert list(undeclared()) == []


@pytest.mark.shows("L19")
def test_an_imported_year_table_enters_the_figures_it_prints():
    in_register(ServiceFactory())

    years = set(AnnualFigure.objects.values_list("year", flat=True))
    assert 2002 in years
    assert len(years) > 1
    assert set(AnnualFigure.objects.values_list("table", flat=True)) != {None}

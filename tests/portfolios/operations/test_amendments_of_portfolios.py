"""Portfolios renamed, split and merged by amendments, each from its day on and undone before it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from portfolios.choices import AmendmentKind
from portfolios.models import Portfolio, PortfolioName
from portfolios.operations.amendments import undo
from tests.factories import AppointmentFactory, PortfolioFactory, ResponsibilityFactory
from tests.portfolios.remits import ANNUAL, AT, commenced, decided, drafted, texts

KIND = AmendmentKind
DAY_BEFORE = ANNUAL - timedelta(days=1)


@pytest.mark.shows("F10")
def test_a_rename_has_its_day_and_can_be_undone_before(egov, admin):
    rename = drafted(KIND.RENAME, egov, words="Customers", by=admin)
    commenced(decided(rename, by=admin), by=admin)

    assert [Portfolio.objects.named_on(day).get().name_then for day in (DAY_BEFORE, ANNUAL)] == [
        None,
        "Customers",
    ]
    undo(rename, expected=rename.version, on=DAY_BEFORE, by=admin, at=AT, why="Not yet")
    assert not PortfolioName.objects.exists()


@pytest.mark.shows("F10")
def test_a_split_registers_the_new_portfolio_from_its_day(egov, one_stop, admin):
    split = drafted(KIND.SPLIT, egov, items=[one_stop.pk], words="Customers", by=admin)
    commenced(decided(split, by=admin), by=admin)
    made = Portfolio.objects.get(name="Customers")

    assert made.starts_on == ANNUAL
    assert texts(made, ANNUAL) == ["responsibility for the One Stop Shop"]
    assert (texts(egov, DAY_BEFORE), texts(egov, ANNUAL)) == (["responsibility for the One Stop Shop"], [])

    undo(split, expected=split.version, on=DAY_BEFORE, by=admin, at=AT, why="Not yet")
    assert not Portfolio.objects.filter(name="Customers").exists()


@pytest.mark.shows("F10")
def test_a_merge_ends_the_portfolio_and_hands_its_services_on(egov, one_stop, admin):
    other = PortfolioFactory(name="Resources")
    ResponsibilityFactory(portfolio=egov, starts_on=date(2004, 5, 1))
    AppointmentFactory(portfolio=egov, starts_on=date(2004, 5, 1))
    merge = drafted(KIND.MERGE, egov, to_portfolio=other, by=admin)
    commenced(decided(merge, by=admin), by=admin)

    assert list(Portfolio.objects.on(ANNUAL)) == [other]
    assert other.responsibilities.on(ANNUAL).count() == 1
    assert not egov.responsibilities.on(ANNUAL).exists()
    assert egov.appointments.get().ends_on == DAY_BEFORE

    undo(merge, expected=merge.version, on=DAY_BEFORE, by=admin, at=AT, why="Not yet")
    assert egov.responsibilities.on(ANNUAL).count() == 1
    assert not other.responsibilities.exists()


def test_undoing_a_merge_brings_back_what_it_ended_and_nothing_else(egov, one_stop, admin):
    other, late = PortfolioFactory(name="Resources"), ANNUAL + timedelta(days=100)
    gone = ResponsibilityFactory(portfolio=egov, ends_on=DAY_BEFORE)
    held = ResponsibilityFactory(portfolio=egov, starts_on=date(2004, 5, 1), ends_on=late)
    holder = AppointmentFactory(portfolio=egov, starts_on=date(2004, 5, 1), ends_on=late)
    merge = drafted(KIND.MERGE, egov, to_portfolio=other, by=admin)
    commenced(decided(merge, by=admin), by=admin)
    own = ResponsibilityFactory(portfolio=other, service=held.service, aspect=held.aspect, starts_on=ANNUAL)

    assert {row.ends_on for row in (*egov.responsibilities.all(), *egov.appointments.all())} == {DAY_BEFORE}
    assert other.responsibilities.exclude(pk=own.pk).get().ends_on == late
    merge.refresh_from_db()
    undo(merge, expected=merge.version, on=DAY_BEFORE, by=admin, at=AT, why="Not yet")

    for row in (gone, held, holder):
        row.refresh_from_db()
    assert (gone.ends_on, held.ends_on, holder.ends_on) == (DAY_BEFORE, late, late)
    assert list(other.responsibilities.all()) == [own]
    assert Portfolio.objects.get(pk=egov.pk).ends_on is None


def test_a_merge_is_refused_where_something_would_end_before_it_begins(egov, one_stop, admin):
    AppointmentFactory(portfolio=egov, starts_on=ANNUAL)
    merge = drafted(KIND.MERGE, egov, to_portfolio=PortfolioFactory(name="Resources"), by=admin)
    decided(merge, by=admin)

    with pytest.raises(ValidationError, match="starts on 20 May 2005"):
        commenced(merge, by=admin)


def test_an_amendment_put_before_a_merge_of_its_day_still_counts(egov, one_stop, admin):
    other = PortfolioFactory(name="Resources")
    change = drafted(KIND.OMIT, egov, item=one_stop, anchor="the", by=admin)
    commenced(decided(change, by=admin), by=admin)
    merge = drafted(KIND.MERGE, egov, to_portfolio=other, place=2, by=admin)
    commenced(decided(merge, by=admin), by=admin, place=2)

    assert texts(other, ANNUAL) == ["responsibility for One Stop Shop"]

"""The demo council has every kind of variation and assurance, months, new limits, a break and short series."""

import pytest

from performance.figures.spc import spc_of_many
from performance.models import Indicator, MonthlyValue, Rebase
from performance.rules.spc import Assurance, Cause, Variation
from tests.council.demo.conftest import NOVEMBER

pytestmark = pytest.mark.django_db


@pytest.fixture
def figures(council):
    return list(spc_of_many(Indicator.objects.all(), until=NOVEMBER, today=NOVEMBER).values())


def test_every_variation_and_assurance_is_there(figures):
    assert {figure.spc.variation for figure in figures} == {*Variation, None}
    assert {figure.spc.assurance for figure in figures} == {*Assurance, None}


def test_rebase_break_gap_months_trial_limits_and_short_series_are_there(figures):
    causes = {start.cause for figure in figures for each in figure.spc.segments for start in each.starts}

    assert causes == {*Cause}
    assert any(figure.is_monthly for figure in figures)
    assert any(figure.words.trial for figure in figures)
    assert any(figure.spc.short for figure in figures)


@pytest.mark.shows("L8")
def test_the_four_useful_disagreements_are_there(figures):
    named = {each.name for figure in figures for each in figure.disagreements}

    assert named >= {
        "Red, but ordinary variation",
        "Green, but worsening",
        "Red, but improving",
        "Target never reached by this process",
    }


def test_a_rebase_stands_and_one_was_withdrawn(council):
    assert {row.is_in_force for row in Rebase.objects.all()} == {True, False}
    assert MonthlyValue.objects.exists()

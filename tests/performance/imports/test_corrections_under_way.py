"""A file beside a correction that officers have begun: what counts already is not brought over what they typed."""

import pytest

from performance.figures.definitions import definitions
from performance.figures.returns_list import returns_for
from performance.operations import returns
from performance.tables import ReturnFile
from tests.performance import lives
from tests.performance.imports.files import csv, effects, own_csv, planned, told
from tests.performance.imports.test_returns import HEADER, row

pytestmark = pytest.mark.django_db
WRONG = "Two weeks were counted twice."


@pytest.fixture
def reopened(service, officer):
    """A published 85 whose correction has begun."""
    measured = lives.measured(service, reference="BV 1", title="Bins emptied")
    given = lives.published(measured, lives.quarter(2), "85", by=officer)
    returns.reopen(given, expected=given.version, by=lives.somebody("signs"), at=lives.AT, reason=WRONG)
    return lives.fresh(given)


@pytest.fixture(params=[lives.drafted, lives.submitted])
def corrected(request, reopened, officer):
    """The same, with 86 in its draft or already handed in."""
    request.param(reopened.indicator, reopened.period, "86", by=officer, expected=reopened.version)
    return lives.fresh(reopened)


@pytest.mark.shows("FILE-50", "F27")
@pytest.mark.parametrize("step", ["drafted", "signed_off", "published"])
def test_our_own_file_changes_nothing_while_a_correction_is_under_way(corrected, step):
    table = ReturnFile(list(returns_for(())), definitions=definitions())
    header, *rows = table.as_values()

    plan = planned("returns", own_csv(header, rows), step=step)

    assert told(plan) == []
    assert plan.number == 0


def test_what_neither_counts_nor_is_drafted_is_told_by_what_differs(reopened, officer):
    lives.submitted(reopened.indicator, reopened.period, "86", by=officer, expected=reopened.version)

    plan = planned("returns", csv(HEADER, row("87")))

    assert effects(plan) == []
    assert "the file says something else (Value)." in told(plan)[0][1]

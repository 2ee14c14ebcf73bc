"""Every figure is the same before and after, whatever became of the cases."""

import datetime
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from complaints.choices import CaseState
from complaints.figures.feedback import feedback_by_service
from complaints.figures.parity import counted_of
from complaints.figures.patterns import patterns
from complaints.models import Case
from complaints.operations.ending import close
from complaints.operations.steps import NotNow, Stopped
from council.periods import Frequency, local_day, spans
from tests.complaints.canaries import gone, now
from tests.complaints.operations.test_laws import BEGINNINGS, STEPS, take
from tests.factories.complaints import RECEIVED, case


def told(on):
    """All figures that are made from cases: patterns, what teams return, and what the two are counted from."""
    everything = patterns(since=datetime.date(2020, 1, 1), until=datetime.date(2040, 1, 1), on=on)
    quarters = [each for year in (2026, 2027) for each in spans(Frequency.QUARTERLY, year=year)]
    returns = [feedback_by_service(each, on=on) for each in quarters]
    return everything, returns, counted_of(Case.objects.all()), Case.objects.open().count()


@pytest.mark.shows("S18")
@settings(max_examples=6)
@given(st.sampled_from(BEGINNINGS), st.lists(STEPS, max_size=5), st.booleans())
def test_anonymising_changes_no_figure_of_any_life(
    officer, second_officer, service, begins, further, is_closed
):
    rows, moment = [case(), case(kind="request", service=service)], RECEIVED
    people = (officer, second_officer)
    for row in rows:
        for step, days, who in [*((step, 1, 0) for step in begins), *further]:
            moment += datetime.timedelta(days=days, minutes=1)
            with suppress(NotNow, Stopped):
                take(step, now(row), people[who], people[1 - who], service, moment)
        if is_closed:
            with suppress(NotNow, Stopped):
                close(now(row), expected=now(row).version, by=officer, at=moment)
    late = moment + datetime.timedelta(days=3700)
    before = told(local_day(late))
    for row in rows:
        try:
            gone(row, when=late)
        except (NotNow, Stopped):
            assert now(row).state not in (CaseState.CLOSED, CaseState.REFUSED, CaseState.WITHDRAWN)

    assert told(local_day(late)) == before

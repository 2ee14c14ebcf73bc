"""What holds of progress reports whatever officers do: nothing open is lost, counts add up, what is presented stays."""

import datetime
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from performance.choices import ItemKind, ItemUpdate
from performance.figures.progress.paper import paper_of
from performance.models import ProgressHeading, ProgressItem, ProgressReport
from performance.operations.progress.items import change_item, remove_item, update_item
from performance.operations.progress.reports import NotReadyToPresent, begin_report
from performance.rules.progress.counts import count
from performance.rules.progress.paper import as_values, paper_from
from tests.factories import PeriodFactory
from tests.factories.progress import AT, ReportingAreaFactory, presented, words, written
from tests.performance.lives import somebody

HEADINGS = ("Leadership", "Resources", "Process")
TIMES = st.sampled_from(["Jan 03", "Spring 03", "13.1.03", "Ongoing", "??", "", "April o3"])
STEP = st.one_of(
    st.tuples(st.just("add"), st.sampled_from(ItemKind), st.sampled_from(HEADINGS), TIMES),
    st.tuples(st.just("change"), st.integers(0, 9), st.sampled_from(HEADINGS), TIMES),
    st.tuples(st.just("remove"), st.integers(0, 9)),
    st.tuples(st.just("update"), st.integers(0, 9), st.sampled_from(ItemUpdate), TIMES),
    st.tuples(st.just("rename"), st.sampled_from(HEADINGS)),
    st.tuples(st.just("present")),
)


class Council:
    """One area, whose officer does whatever the steps say."""

    def __init__(self):
        self.by = somebody("writes")
        self.headings = {name: words(heading=name).heading for name in HEADINGS}
        self.area = ReportingAreaFactory()
        self.periods = iter(range(1, 60))
        self.kept: dict[int, dict] = {}
        self.report = self._begin()

    def _begin(self):
        number = next(self.periods)
        start = datetime.date(2000 + number, 1, 1)
        period = PeriodFactory(
            name=f"Year {number}", starts_on=start, ends_on=start.replace(month=12), year=2000 + number
        )
        return begin_report(self.area, period, by=self.by, at=AT)

    def do(self, step):
        getattr(self, f"_{step[0]}")(*step[1:])

    def _add(self, kind, heading, by_when):
        who = "CAPM/ HSRP" if by_when != "" else "CAPM"
        heading = self.headings[heading].name
        written(self.report, "Words", kind=kind, heading=heading, by=self.by, who=who, by_when=by_when)

    def _nth(self, number):
        rows = list(self.report.items.order_by("number"))
        return rows[number % len(rows)] if rows else None

    def _change(self, number, heading, by_when):
        item = self._nth(number)
        if item:
            changed = words("Other words", heading=self.headings[heading].name, by_when=by_when, who="CAPM")
            change_item(item, changed, expected=item.version, by=self.by)

    def _remove(self, number):
        item = self._nth(number)
        if item and not item.carried_from_id:
            remove_item(item, expected=item.version, by=self.by)

    def _update(self, number, update, by_when):
        item = self._nth(number)
        if item and item.carried_from_id:
            said = {"update": update, "note": "So it was", "by_when": by_when}
            update_item(item, expected=item.version, by=self.by, **said)

    def _rename(self, heading):
        """What the register does to a heading in use."""
        row = self.headings[heading]
        row.name = f"{heading} {uuid4()}"
        ProgressHeading.objects.filter(pk=row.pk).update(name=row.name)

    def _present(self):
        try:
            with transaction.atomic():
                row = presented(self.report, by=self.by)
        except NotReadyToPresent:
            return
        self.kept[row.pk] = as_values(paper_of(row, on=AT.date()))
        self.report = self._begin()


@pytest.mark.django_db(transaction=False)
@pytest.mark.shows("S2-04", "F49")
@settings(max_examples=40)
@given(st.lists(STEP, max_size=25))
def test_every_open_item_of_a_presented_report_stands_in_the_next_and_nothing_presented_changes(steps):
    with transaction.atomic():
        council = Council()
        for step in steps:
            council.do(step)
        for pk, values in council.kept.items():
            report = ProgressReport.objects.get(pk=pk)
            paper = paper_of(report, on=AT.date())
            following = set(report.following.items.values_list("carried_from", flat=True))
            assert {item.pk for item in paper.items if item.is_open} == following - {None}
            assert as_values(paper) == values
            counts = count(paper, on=AT.date())
            assert counts.total == len(paper.items) == report.items.count()
            assert counts.total == counts.progress + counts.open + counts.done + counts.dropped
            assert not any(item.lacks_update for item in paper.items)
            assert paper_from(values) == paper
        for item in council.report.items.all():
            twin = next(each for each in paper_of(council.report, on=AT.date()).items if each.pk == item.pk)
            assert twin.is_open == ProgressItem.objects.open().filter(pk=item.pk).exists()
        transaction.set_rollback(True)

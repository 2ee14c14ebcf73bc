"""Writing imported returns: drafts by the usual verb, figures that already stand all at once."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import IntegrityError
from django.db.models import OuterRef, Subquery

from council.audit import Conflict
from council.models import User
from performance.choices import Step
from performance.figures.assessment import Assessment, Entry, assess
from performance.figures.context import rating_contexts
from performance.models import Indicator, Period, Return, Revision
from performance.operations.returns import NotReady, save_draft

AT_ONCE = 500


@dataclass(frozen=True)
class PlannedReturn:
    """A return as a file gives it. `expected` is the version that was read, 0 for one not yet begun."""

    indicator: Indicator
    period: Period
    entry: Entry
    expected: int = 0


@dataclass
class ReturnWork:
    """The returns to write, and the step at which they come in."""

    step: Step
    returns: list[PlannedReturn] = field(default_factory=list)

    def write(self, *, by: User | None, at: datetime.datetime, why: str) -> None:
        """Writes them period by period, the oldest first: what came before is compared with what follows."""
        by_period: dict[Period, list[PlannedReturn]] = defaultdict(list)
        for each in self.returns:
            by_period[each.period].append(each)
        for period in sorted(by_period, key=lambda each: (each.ends_on, each.pk)):
            planned = by_period[period]
            contexts = rating_contexts([each.indicator for each in planned], period)
            judged = [assess(contexts[each.indicator.pk], each.entry) for each in planned]
            if problems := [problem for each in judged for problem in each.problems]:
                raise NotReady(problems)
            if self.step == Step.DRAFTED:
                for each, assessment in zip(planned, judged, strict=True):
                    save_draft(assessment, expected=each.expected, by=by, at=at)
            else:
                _let_stand(judged, self.step, by=by, at=at, why=why)


def _let_stand(
    judged: Sequence[Assessment], step: Step, *, by: User | None, at: datetime.datetime, why: str
) -> None:
    """Begins returns at a step at which they count already. Conflict where one of them has been begun meanwhile."""
    rows = [Return(indicator=each.indicator, period=each.period, step=step) for each in judged]
    try:
        Return.objects.bulk_create(rows)
    except IntegrityError as fault:
        raise Conflict(None) from fault
    revisions = [
        Revision(indicator_return=row, number=1, step=step, at=at, by=by, reason=why, **each.content())
        for row, each in zip(rows, judged, strict=True)
    ]
    for revision in revisions:
        revision.clean_fields(exclude=["indicator_return", "by", "rule"])
    Revision.objects.bulk_create(revisions)
    only = Subquery(Revision.objects.filter(indicator_return=OuterRef("pk")).values("pk")[:1])
    published = {"published": only} if step == Step.PUBLISHED else {}
    for start in range(0, len(rows), AT_ONCE):
        keys = [row.pk for row in rows[start : start + AT_ONCE]]
        Return.objects.filter(pk__in=keys).update(latest=only, standing=only, **published)

"""How many clocks were met, four ways: what is open and late is never left out of what a share is of."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case as When_
from django.db.models import CharField, Count, F, Q, QuerySet, Value, When

from complaints.choices import Timeliness
from complaints.models import Clock


@dataclass(frozen=True)
class FourWay:
    """Counts of clocks by how they stand on a day."""

    done_in_time: int = 0
    done_late: int = 0
    open_in_time: int = 0
    open_late: int = 0

    @property
    def denominator(self) -> int:
        """What a share in time is of: all that were done, and all that are late already. Open in time is undecided."""
        return self.done_in_time + self.done_late + self.open_late

    @property
    def total(self) -> int:
        """Every clock, once."""
        return self.denominator + self.open_in_time

    @classmethod
    def of(cls, said: Iterable[Timeliness]) -> "FourWay":
        """Counts what was said of each clock: what the database counts, in Python."""
        each = list(said)
        return cls(*(each.count(way) for way in Timeliness))


def four_ways(clocks: "QuerySet[Clock]", *, on: datetime.date) -> FourWay:
    """Counts clocks as they stand on the day, in one query; those called off are not counted."""
    done = Q(done_on__isnull=False, done_on__lte=on)
    in_time = Q(due_on=None) | Q(done_on__lte=F("due_on"))
    still_in_time = Q(due_on=None) | Q(due_on__gte=on)
    way = When_(
        When(done & in_time, then=Value(Timeliness.DONE_IN_TIME)),
        When(done, then=Value(Timeliness.DONE_LATE)),
        When(still_in_time, then=Value(Timeliness.OPEN_IN_TIME)),
        default=Value(Timeliness.OPEN_LATE),
        output_field=CharField(),
    )
    rows = (
        clocks.filter(called_off_on=None).annotate(way=way).order_by().values("way").annotate(n=Count("pk"))
    )
    counted = {row["way"]: row["n"] for row in rows}
    return FourWay(*(counted.get(each, 0) for each in Timeliness))

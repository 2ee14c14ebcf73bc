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

    def __add__(self, other: "FourWay") -> "FourWay":
        """Both together."""
        return FourWay(
            self.done_in_time + other.done_in_time,
            self.done_late + other.done_late,
            self.open_in_time + other.open_in_time,
            self.open_late + other.open_late,
        )


def four_ways(clocks: "QuerySet[Clock]", *, on: datetime.date) -> FourWay:
    """Counts clocks as they stand on the day, in one query; those called off are not counted."""
    counted = (
        clocks.filter(called_off_on=None)
        .annotate(way=_way(on))
        .order_by()
        .values("way")
        .annotate(n=Count("pk"))
    )
    found = {row["way"]: row["n"] for row in counted}
    return FourWay(*(found.get(each, 0) for each in Timeliness))


def four_ways_by_service(clocks: "QuerySet[Clock]", *, on: datetime.date) -> dict[int | None, FourWay]:
    """The same for each service, by its key; None for cases without one. One query."""
    rows = clocks.filter(called_off_on=None).annotate(way=_way(on)).order_by()
    found: dict[int | None, dict[str, int]] = {}
    for service, way, number in rows.values_list("case__service", "way").annotate(n=Count("pk")):
        found.setdefault(service, {})[way] = number
    return {service: FourWay(*(ways.get(each, 0) for each in Timeliness)) for service, ways in found.items()}


def _way(on: datetime.date) -> When_:
    """How each clock stands on the day, told by the database."""
    done = Q(done_on__isnull=False, done_on__lte=on)
    in_time = Q(due_on=None) | Q(done_on__lte=F("due_on"))
    still_in_time = Q(due_on=None) | Q(due_on__gte=on)
    return When_(
        When(done & in_time, then=Value(Timeliness.DONE_IN_TIME)),
        When(done, then=Value(Timeliness.DONE_LATE)),
        When(still_in_time, then=Value(Timeliness.OPEN_IN_TIME)),
        default=Value(Timeliness.OPEN_LATE),
        output_field=CharField(),
    )

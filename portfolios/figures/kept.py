"""What became of the promises that were due within some days."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Q

from portfolios.choices import OPEN_FATES, Fate
from portfolios.models import Promise


@dataclass(frozen=True)
class KeptOfDue:
    """The promises due within some days, by what became of them; each stands in one number."""

    kept: int
    part_kept: int
    not_kept: int
    """Missed, or nothing was heard of them yet."""
    released: int

    @property
    def due(self) -> int:
        """All but those whose owner was released: those were owed no more."""
        return self.kept + self.part_kept + self.not_kept


def kept_of_due(
    starts_on: datetime.date, ends_on: datetime.date, *, service_ids: set[int] | None = None
) -> KeptOfDue:
    """Of the promises due from one day to another, with both, how many were kept by now; one query.

    Of all owners, or of the posts in the given services. A promise without a day is due in no period.
    """
    rows = Promise.objects.filter(due_on__range=(starts_on, ends_on))
    if service_ids is not None:
        rows = rows.filter(owner__service__in=service_ids)
    not_kept = {Fate.MISSED, *OPEN_FATES} - {Fate.PART_KEPT}
    found = rows.order_by().aggregate(
        kept=Count("pk", filter=Q(fate=Fate.KEPT)),
        part_kept=Count("pk", filter=Q(fate=Fate.PART_KEPT)),
        not_kept=Count("pk", filter=Q(fate__in=not_kept)),
        released=Count("pk", filter=Q(fate=Fate.RELEASED)),
    )
    return KeptOfDue(**found)

"""What an import has brought, once it is done."""

from dataclasses import dataclass

from django.db.models import Count

from performance.choices import Step
from performance.models import ImportBatch, Revision


@dataclass(frozen=True)
class DraftsBrought:
    """The drafts that wait with one service for one period."""

    service: str
    period: str
    number: int


def drafts_brought(batch: ImportBatch) -> list[DraftsBrought]:
    """The drafts that a file made, by service and period; one query. They were all written at the same moment."""
    if batch.applied_at is None:
        return []
    drafts = Revision.objects.filter(at=batch.applied_at, step=Step.DRAFTED).order_by()
    counted = drafts.values_list(
        "indicator_return__indicator__service__name", "indicator_return__period__name"
    ).annotate(number=Count("pk"))
    return [DraftsBrought(*row) for row in counted.order_by("indicator_return__indicator__service__name",
                                                            "-indicator_return__period__ends_on")]  # fmt: skip

"""Every return with what a reader may see of it: what stands, or for a service's own officers what it says now."""

from collections.abc import Collection

from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.fields import BooleanField

from performance.models import Return

SHOWN = (
    "known",
    "value",
    "as_written",
    "value_status",
    "carried_from",
    "forecast_as_written",
    "comment",
    "comment_resolved",
    "target_value",
    "target_as_written",
    "rating",
    "rule_rating",
    "rule_words",
    "step",
)
NAMES = {"target_value": "target"}


def returns_for(own_services: Collection[int]) -> QuerySet[Return]:
    """Returns with each field of the revision that the reader sees, as `shown_<name>`.

    Of their own services officers see the latest words, drafts too; everybody else sees only what was signed off.
    """
    own = Q(indicator__service__in=own_services)
    rows = Return.objects.filter((own & Q(latest__isnull=False)) | Q(standing__isnull=False))
    seen = {
        f"shown_{NAMES.get(name, name)}": (
            Case(When(own, then=F(f"latest__{name}")), default=F(f"standing__{name}"))
            if own_services
            else F(f"standing__{name}")
        )
        for name in SHOWN
    }
    overridden = Case(
        When(shown_rating=F("shown_rule_rating"), then=Value(False)),
        default=Value(True),
        output_field=BooleanField(),
    )
    return (
        rows.select_related("indicator__service", "period")
        .annotate(**seen)
        .annotate(shown_is_overridden=overridden)
    )

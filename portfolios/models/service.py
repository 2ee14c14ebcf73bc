from collections import defaultdict
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from council.models import Versioned
from council.prepared import prepared
from portfolios.choices import ServiceLevel


class ServiceQuerySet(models.QuerySet["Service"]):
    def ids_below(self, tops: Iterable[int]) -> set[int]:
        """The ids of the given services and of all below them, in one query."""
        children: dict[int | None, list[int]] = defaultdict(list)
        for pk, parent_id in _places():
            children[parent_id].append(pk)
        found: set[int] = set()
        waiting = list(tops)
        while waiting:
            pk = waiting.pop()
            if pk not in found:
                found.add(pk)
                waiting.extend(children[pk])
        return found


@prepared()
def _places() -> models.QuerySet["Service", tuple[int, int | None]]:
    """Every service with the one above it."""
    return Service.objects.order_by().values_list("pk", "parent_id")


class Service(Versioned):
    """What the council provides, as a tree: directorate, service, team."""

    name = models.CharField(max_length=200)
    level = models.CharField(max_length=20, choices=ServiceLevel.choices, default=ServiceLevel.SERVICE)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    manager = models.ForeignKey(
        "portfolios.Post",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="manages",
        help_text="The post that answers for the service.",
    )

    objects = ServiceQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "parent"],
                name="portfolios_service_name_once_below_parent",
                violation_error_message="There is already a service of this name at this place.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("service", args=[self.pk])

    def clean(self) -> None:
        """Refuses a place below itself."""
        if self.pk and self.parent_id and self.parent_id in Service.objects.ids_below([self.pk]):
            raise ValidationError({"parent": "A service cannot stand below itself. Choose another place."})

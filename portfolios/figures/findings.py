"""Findings that it is unclear who is responsible, and whether an amendment has answered them."""

import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from portfolios.figures.held import held_now
from portfolios.models import Amendment, Finding


def unclear(*, day: datetime.date) -> QuerySet[Finding]:
    """What was found unclear by the day, each with `is_answered`: whether an amendment that it prompted is in force."""
    in_force = Amendment.objects.settled().filter(Q(effective_on=None) | Q(effective_on__lte=day))
    in_force = in_force.filter(finding=OuterRef("pk")).exclude(pk__in=[*held_now()])
    found = Finding.objects.of_confusion().known_on(day).select_related("service")
    return found.annotate(is_answered=Exists(in_force))

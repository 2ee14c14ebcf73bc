"""Findings that it is unclear who is responsible, and whether an amendment has answered them."""

import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from portfolios.figures.held import held_now
from portfolios.models import Amendment, Finding


def unclear(*, day: datetime.date) -> QuerySet[Finding]:
    """What was found unclear by the day, each with `is_answered`: whether an amendment that it prompted is in force."""
    found = Finding.objects.of_confusion().known_on(day).select_related("service")
    return found.annotate(is_answered=Exists(_in_force(day).filter(finding=OuterRef("pk"))))


def is_answered(finding: Finding, *, day: datetime.date) -> bool:
    """Whether an amendment that the finding prompted is in force on the day; two queries."""
    return _in_force(day).filter(finding=finding).exists()


def _in_force(day: datetime.date) -> QuerySet[Amendment]:
    settled = Amendment.objects.settled().filter(Q(effective_on=None) | Q(effective_on__lte=day))
    return settled.exclude(pk__in=[*held_now()])

from django.conf import settings
from django.db import models

from complaints.choices import CaseKind, RefusalGround
from complaints.models.case import Case
from complaints.models.definition import DefinitionLine
from council.models import AppendOnly, AppendOnlyQuerySet


class Triage(AppendOnly):
    """What somebody decided a case to be, by which line of the definition, and that the customer was told.

    Never changed: another look makes another row, and the newest is the one that stands.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="triages")
    line = models.ForeignKey(
        DefinitionLine, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="by this line"
    )
    kind = models.CharField("is a", max_length=20, choices=CaseKind.choices)
    is_accepted = models.BooleanField("accepted", default=True)
    ground = models.CharField(
        "ground for not accepting", max_length=20, choices=RefusalGround.choices, blank=True
    )
    why = models.TextField("reasons", blank=True)
    told_on = models.DateField("the customer was told", null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["case", "-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_accepted=True) | ~models.Q(ground="", why=""),
                name="complaints_triage_refused_with_reasons",
                violation_error_message="Give the reasons for not accepting it.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.at:%-d %B %Y}"

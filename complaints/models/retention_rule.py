from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from complaints.choices import CaseKind
from complaints.models.case_procedure import CaseProcedure
from council.models import Versioned

LONGEST = 1200
"""Months: a hundred years, as some records of children in care are kept."""


class RetentionRule(Versioned):
    """How many months after it was over a kind of case is kept with its personal data, and why so long.

    UK GDPR, article 5(1)(e): no longer than is necessary. The law gives no number; the council sets it and has to be
    able to say why. A rule of a procedure goes before that of the kind.
    """

    kind = models.CharField("for", max_length=20, choices=CaseKind.choices)
    procedure = models.ForeignKey(
        CaseProcedure,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="retention_rules",
        help_text="Blank for all cases of the kind that no other rule names.",
    )
    months = models.PositiveSmallIntegerField(
        "months after it was over", validators=[MinValueValidator(1), MaxValueValidator(LONGEST)]
    )
    why = models.TextField("why so long")
    source = models.CharField("where it is laid down", max_length=200)

    objects = models.Manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["kind", "procedure__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "procedure"],
                name="complaints_retentionrule_once_a_procedure",
                violation_error_message="There is a rule for this procedure already.",
            ),
            models.UniqueConstraint(
                fields=["kind"],
                condition=Q(procedure=None),
                name="complaints_retentionrule_once_a_kind",
                violation_error_message="There is a rule for this kind of case already.",
            ),
            models.CheckConstraint(
                condition=Q(months__gte=1, months__lte=LONGEST),
                name="complaints_retentionrule_months",
                violation_error_message="Give a number of months from 1 to 1,200.",
            ),
        ]

    def __str__(self) -> str:
        which = f", {self.procedure}" if self.procedure else ""
        return f"{self.get_kind_display()}{which}: {self.months} months"

from django.db import models
from django.db.models import Q

from complaints.choices import ANSWERED, OMBUDSMEN, Compliance
from complaints.models.annual_report import AnnualComplaintsReport
from council.models import Versioned

CODES = [(each.value, each.label) for each in OMBUDSMEN]


class SelfAssessmentAnswer(Versioned):
    """What the council says of one paragraph of a code in its self-assessment of a year, in its own words."""

    report = models.ForeignKey(AnnualComplaintsReport, models.PROTECT, related_name="answers")
    code = models.CharField("whose code", max_length=20, choices=CODES)
    paragraph = models.CharField(max_length=20, help_text="Its key in `complaints.rules.self_assessment`.")
    finding = models.CharField(max_length=20, choices=Compliance.choices)
    words = models.TextField("in our own words")

    objects = models.Manager()

    class Meta:
        ordering = ["report", "code", "paragraph", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "code", "paragraph"],
                name="complaints_selfassessmentanswer_once",
                violation_error_message="Somebody else answered this paragraph first.",
            ),
            models.CheckConstraint(
                condition=Q(finding__in=ANSWERED),
                name="complaints_selfassessmentanswer_says_one",
                violation_error_message="Say whether the council complies.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paragraph}: {self.get_finding_display()}"

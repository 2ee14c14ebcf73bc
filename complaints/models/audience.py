from django.db import models
from django.db.models import Q

from complaints.models.definition import CaseDefinition


class Audience(models.Model):
    """Who is to be told of a definition and its procedure: councillors, parishes, staff; and whether they were."""

    definition = models.ForeignKey(CaseDefinition, models.CASCADE, related_name="audiences")
    who = models.CharField(max_length=200)
    how = models.CharField(max_length=200, blank=True, help_text="Such as a workshop or a letter.")
    planned_on = models.DateField("planned for", null=True, blank=True)
    told_on = models.DateField("told", null=True, blank=True)

    objects = models.Manager()

    class Meta:
        ordering = ["definition", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["definition", "who"],
                name="complaints_audience_once",
                violation_error_message="These are in the list already.",
            ),
            models.CheckConstraint(
                condition=~Q(who=""),
                name="complaints_audience_named",
                violation_error_message="Say who is to be told.",
            ),
        ]

    def __str__(self) -> str:
        return self.who

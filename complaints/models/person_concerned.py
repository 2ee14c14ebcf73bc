from django.db import models

from complaints.models.case import Case
from portfolios.models import Person


class PersonConcerned(models.Model):
    """Somebody of the council whom a case is about, or who made it as a resident: they never see it."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="people_concerned")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    why = models.CharField("in what way", max_length=200, blank=True)

    objects = models.Manager()

    class Meta:
        ordering = ["case", "pk"]
        verbose_name_plural = "people concerned"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "person"],
                name="complaints_personconcerned_once",
                violation_error_message="This person is named already.",
            )
        ]

    def __str__(self) -> str:
        return str(self.person)

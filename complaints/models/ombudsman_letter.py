from django.db import models
from django.urls import reverse

from complaints.choices import OMBUDSMEN
from council.models import Versioned
from council.periods import year_name

WHICH = [(each.value, each.label) for each in OMBUDSMEN]


class OmbudsmanLetter(Versioned):
    """An Ombudsman's annual letter to the council, with its figures as printed.

    `printed` holds of each figure (`complaints.choices.LetterFigure`) the words as printed and the number they were
    read as, both as text; `topics` holds pairs of a topic and its number.
    """

    ombudsman = models.CharField("which Ombudsman", max_length=20, choices=WHICH, default=OMBUDSMEN[0])
    year = models.PositiveSmallIntegerField(help_text="The financial year: 2026 stands for 2026/27.")
    dated_on = models.DateField("dated")
    source = models.CharField("where it can be read", max_length=300, blank=True)
    words = models.TextField("what it says in words", blank=True)
    printed = models.JSONField("figures as printed", default=dict, blank=True)
    topics = models.JSONField("complaints and enquiries by topic", default=list, blank=True)

    objects = models.Manager()

    class Meta:
        ordering = ["-year", "ombudsman", "pk"]
        verbose_name = "Ombudsman letter"
        constraints = [
            models.UniqueConstraint(
                fields=["ombudsman", "year"],
                name="complaints_ombudsmanletter_once_a_year",
                violation_error_message="That Ombudsman’s letter of that year is entered already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_ombudsman_display()}, {year_name(self.year)}"

    def get_absolute_url(self) -> str:
        return reverse("ombudsman_letter", args=[self.pk])

    @property
    def year_name(self) -> str:
        """The year in words, such as "2026/27"."""
        return year_name(self.year)

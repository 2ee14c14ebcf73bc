import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from complaints.choices import FAULT_FOUND, OMBUDSMEN, OmbudsmanDecision, OmbudsmanStep
from complaints.models.case import Case
from council.access import Permission, may
from council.models import AppendOnly, AppendOnlyQuerySet, Versioned
from portfolios.models import Post, Service, Tenure

if TYPE_CHECKING:
    from council.models import User

WHICH = [(each.value, each.label) for each in OMBUDSMEN]


class OmbudsmanCaseQuerySet(models.QuerySet["OmbudsmanCase"]):
    def visible_to(self, user: "User", *, day: datetime.date) -> "OmbudsmanCaseQuerySet":
        """Those that the user may open: all for the complaints team; of their services or their cases for others.

        Nobody sees one whose case is about themselves.
        """
        about = Case.objects.filter(people_concerned__person__user=user).values("pk")
        seen = self.filter(Q(case=None) | ~Q(case__in=about))
        if may(user, Permission.SEE_ALL_CASES):
            return seen
        if not may(user, Permission.HANDLE_CASES):
            return self.none()
        services = Tenure.objects.service_ids_of(user, day=day)
        own = Q(service__in=services) | Q(case__handler=user) | Q(case__service__in=services)
        return seen.filter(own)

    def undecided(self) -> "OmbudsmanCaseQuerySet":
        """Those that the Ombudsman has not decided."""
        return self.filter(decided_on=None)

    def decided(self) -> "OmbudsmanCaseQuerySet":
        """Those that the Ombudsman has decided."""
        return self.exclude(decided_on=None)

    def open(self) -> "OmbudsmanCaseQuerySet":
        """Undecided, or with a recommendation that is not carried out: what their own case has to be kept for."""
        outstanding = OmbudsmanRecommendation.objects.outstanding().filter(ombudsman_case=OuterRef("pk"))
        return self.filter(Q(decided_on=None) | Exists(outstanding))

    def overdue(self, *, on: datetime.date) -> "OmbudsmanCaseQuerySet":
        """With a recommendation whose day is over and that is not carried out."""
        late = OmbudsmanRecommendation.objects.overdue(on=on).filter(ombudsman_case=OuterRef("pk"))
        return self.filter(Exists(late))


class OmbudsmanCase(Versioned):
    """A complaint about the council that an Ombudsman has: from the day it came to them to what they decided.

    Mostly it follows a case of the council's own; somebody may also go to the Ombudsman directly.
    """

    ombudsman = models.CharField("which Ombudsman", max_length=20, choices=WHICH, default=OMBUDSMEN[0])
    their_reference = models.CharField("their reference", max_length=50)
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="ombudsman_cases", verbose_name="our case"
    )
    service = models.ForeignKey(
        Service, models.PROTECT, null=True, blank=True, related_name="ombudsman_cases"
    )
    subject = models.CharField("in a few words, without names", max_length=200)
    referred_on = models.DateField("came to the Ombudsman")
    decision = models.CharField(max_length=30, choices=OmbudsmanDecision.choices, blank=True, editable=False)
    decided_on = models.DateField("decided", null=True, blank=True, editable=False)
    fault = models.TextField("fault found", blank=True, editable=False)
    injustice = models.TextField("injustice caused", blank=True, editable=False)
    is_remedied_before = models.BooleanField(
        "put right to the Ombudsman’s satisfaction before they investigated", default=False, editable=False
    )

    objects = OmbudsmanCaseQuerySet.as_manager()

    class Meta:
        ordering = ["-referred_on", "-pk"]
        verbose_name = "Ombudsman case"
        constraints = [
            models.UniqueConstraint(
                fields=["ombudsman", "their_reference"],
                name="complaints_ombudsmancase_once",
                violation_error_message="That reference is entered already.",
            ),
            models.CheckConstraint(
                condition=Q(decision="", decided_on=None) | (~Q(decision="") & Q(decided_on__isnull=False)),
                name="complaints_ombudsmancase_decided_with_day",
                violation_error_message="Give the decision with its day.",
            ),
            models.CheckConstraint(
                condition=Q(decided_on=None) | Q(decided_on__gte=F("referred_on")),
                name="complaints_ombudsmancase_decided_after",
                violation_error_message="It cannot be decided before it came to the Ombudsman.",
            ),
            models.CheckConstraint(
                condition=Q(is_remedied_before=False) | Q(decision__in=FAULT_FOUND),
                name="complaints_ombudsmancase_remedied_if_upheld",
                violation_error_message="Only what was upheld can have been put right before.",
            ),
        ]

    def __str__(self) -> str:
        return f"Ombudsman case {self.their_reference}"

    def get_absolute_url(self) -> str:
        return reverse("ombudsman_case", args=[self.pk])

    @property
    def is_decided(self) -> bool:
        """Whether the Ombudsman has decided. The twin of `OmbudsmanCaseQuerySet.decided`."""
        return self.decided_on is not None


class OmbudsmanEntry(AppendOnly):
    """One step in the life of an Ombudsman case, with who and when. Never changed."""

    ombudsman_case = models.ForeignKey(OmbudsmanCase, models.PROTECT, related_name="entries")
    step = models.CharField(max_length=20, choices=OmbudsmanStep.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    note = models.TextField(blank=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["ombudsman_case", "-at", "-pk"]
        verbose_name = "Ombudsman entry"
        verbose_name_plural = "Ombudsman entries"

    def __str__(self) -> str:
        return f"{self.get_step_display()}, {self.at:%-d %B %Y}"


class OmbudsmanRecommendationQuerySet(models.QuerySet["OmbudsmanRecommendation"]):
    def outstanding(self) -> "OmbudsmanRecommendationQuerySet":
        """Not carried out yet."""
        return self.filter(done_on=None)

    def overdue(self, *, on: datetime.date) -> "OmbudsmanRecommendationQuerySet":
        """Outstanding, and their day is over."""
        return self.outstanding().filter(due_on__lt=on)


class OmbudsmanRecommendation(Versioned):
    """What an Ombudsman recommended and the council agreed to do, by whom and when, and what shows that it was done."""

    ombudsman_case = models.ForeignKey(OmbudsmanCase, models.PROTECT, related_name="recommendations")
    what = models.TextField("what is to be done")
    owner = models.ForeignKey(Post, models.PROTECT, related_name="ombudsman_recommendations")
    due_on = models.DateField("by")
    done_on = models.DateField("done", null=True, blank=True)
    shown_by = models.TextField("what shows it", blank=True)
    reported_on = models.DateField("the Ombudsman was told", null=True, blank=True)

    objects = OmbudsmanRecommendationQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        verbose_name = "Ombudsman recommendation"
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on=None) | ~Q(shown_by=""),
                name="complaints_ombudsmanrecommendation_shown",
                violation_error_message="Say what shows that it was done.",
            ),
            models.CheckConstraint(
                condition=Q(reported_on=None) | Q(done_on__isnull=False, reported_on__gte=F("done_on")),
                name="complaints_ombudsmanrecommendation_reported_after",
                violation_error_message="They cannot have been told before it was done.",
            ),
        ]

    def __str__(self) -> str:
        return self.what

    def is_overdue(self, *, on: datetime.date) -> bool:
        """Whether its day is over and it is not done. The twin of `overdue`."""
        return self.done_on is None and self.due_on < on

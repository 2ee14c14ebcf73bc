from django.conf import settings
from django.db import models
from django.db.models import Q

from council.models import Versioned
from performance.choices import ChallengeOutcome
from performance.models.returns import Revision


class ChallengeQuerySet(models.QuerySet["Challenge"]):
    def waiting(self) -> "ChallengeQuerySet":
        """Those without an answer."""
        return self.filter(answered_at=None)


class Challenge(Versioned):
    """A member's doubt about a rating, pinned to the figure and the rating as they stood, with its answer.

    It changes no rating: a lead officer who agrees corrects the figure or overrides the rating, which has its own
    history.
    """

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="challenges")
    doubt = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="challenges")
    at = models.DateTimeField()
    answer = models.TextField(blank=True)
    outcome = models.CharField(max_length=20, choices=ChallengeOutcome.choices, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = ChallengeQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="") | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="performance_challenge_answered_in_words",
                violation_error_message="Write the answer.",
            ),
            models.CheckConstraint(
                condition=Q(outcome="") | ~Q(answer=""),
                name="performance_challenge_outcome_is_answered",
                violation_error_message="Write the answer that the outcome rests on.",
            ),
            models.UniqueConstraint(
                fields=["revision", "by"],
                condition=Q(answered_at=None),
                name="performance_challenge_once_at_a_time",
                violation_error_message="Your earlier challenge to this rating still waits for its answer.",
            ),
        ]

    def __str__(self) -> str:
        return f"Challenge by {self.by}"

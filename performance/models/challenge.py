from django.conf import settings
from django.db import models
from django.db.models import Q

from council.models import Versioned
from performance.choices import ChallengeOutcome
from performance.models.returns import Revision

CONCLUSIONS = (ChallengeOutcome.STANDS, ChallengeOutcome.CORRECTED, ChallengeOutcome.OVERRIDDEN)
"""What can come of a challenge once it was looked into."""


class ChallengeQuerySet(models.QuerySet["Challenge"]):
    def waiting(self) -> "ChallengeQuerySet":
        """Those without an answer."""
        return self.filter(answered_at=None)

    def without_outcome(self) -> "ChallengeQuerySet":
        """Those that wait for an answer, and those that are looked into and wait for what came of it."""
        return self.filter(Q(answered_at=None) | Q(outcome=ChallengeOutcome.LOOKED_INTO, concluded_at=None))


class Challenge(Versioned):
    """A member's doubt about a rating, pinned to the figure and the rating as they stood, with its answer.

    It changes no rating: a lead officer who agrees corrects the figure or overrides the rating, which has its own
    history. An answer that it is looked into is followed by a conclusion; both stay.
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
    conclusion = models.TextField(blank=True)
    concluded_outcome = models.CharField(
        max_length=20,
        choices=ChallengeOutcome.choices,
        blank=True,
        verbose_name="what came of looking into it",
    )
    concluded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    concluded_at = models.DateTimeField(null=True, blank=True)

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
            models.CheckConstraint(
                condition=Q(concluded_at=None, conclusion="", concluded_outcome="")
                | (
                    Q(outcome=ChallengeOutcome.LOOKED_INTO, concluded_at__isnull=False)
                    & Q(concluded_outcome__in=CONCLUSIONS)
                    & ~Q(conclusion="")
                ),
                name="performance_challenge_concluded_once_looked_into",
                violation_error_message="Only what is looked into is concluded, in words and with its outcome.",
            ),
            models.UniqueConstraint(
                fields=["revision", "by"],
                condition=Q(answered_at=None),
                name="performance_challenge_once_at_a_time",
                violation_error_message="Your earlier challenge to this rating still waits for its answer.",
            ),
        ]

    @property
    def is_looked_into(self) -> bool:
        """Whether an answer says that it is looked into, and nobody has said yet what came of that."""
        return self.outcome == ChallengeOutcome.LOOKED_INTO and self.concluded_at is None

    @property
    def is_without_outcome(self) -> bool:
        """Whether a lead officer owes an answer, or what came of looking into it."""
        return self.answered_at is None or self.is_looked_into

    def __str__(self) -> str:
        return f"Challenge by {self.by}"

import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from complaints.models.case import Case
from council.models import AppendOnly, AppendOnlyQuerySet
from portfolios.models import Person, Post, Service, Tenure

if TYPE_CHECKING:
    from council.models import User


class ThanksQuerySet(AppendOnlyQuerySet):
    def reaching(self, user: "User", *, day: datetime.date) -> "ThanksQuerySet":
        """Those of the user: to them, to a post that they hold on the day, or to the team that they work in."""
        held = Tenure.objects.on(day).filter(person__user=user)
        found: ThanksQuerySet = self.filter(
            Q(person__user=user)
            | Q(post__in=held.values("post"))
            | Q(service__in=held.exclude(post__service=None).values("post__service"))
        )
        return found


class Thanks(AppendOnly):
    """A customer's thanks as they were passed on to a person, a post or a team, with what was done. Never changed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="thanks")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    service = models.ForeignKey(
        Service, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="team"
    )
    words = models.TextField(
        "the customer’s words", help_text="Without a name or an address of the customer."
    )
    deed = models.TextField("what was done with it", blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = ThanksQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "thanks"
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, post=None, service=None)
                | Q(person=None, post__isnull=False, service=None)
                | Q(person=None, post=None, service__isnull=False),
                name="complaints_thanks_to_one",
                violation_error_message="Thanks go to a person, to a post or to a team: one of the three.",
            )
        ]

    def __str__(self) -> str:
        return f"To {self.recipient}, {self.at:%-d %B %Y}"

    @property
    def recipient(self) -> str:
        """Whom they are for."""
        return str(self.person or self.post or self.service)


class ThanksNoticeQuerySet(models.QuerySet["ThanksNotice"]):
    def to_send(self) -> "ThanksNoticeQuerySet":
        """Those that were not sent, that nobody is sending, and that are not given up."""
        return self.filter(sent_at=None, claim=None, given_up=False)


class ThanksNotice(models.Model):
    """An e-mail to one officer that thanks wait for them: nothing of the customer is in it. Sent at most once.

    Whoever sends it claims it first, as with messages to customers.
    """

    thanks = models.ForeignKey(Thanks, models.PROTECT, related_name="notices")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="to")
    written_at = models.DateTimeField()
    claim = models.UUIDField(null=True, blank=True, db_index=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=100, blank=True)
    given_up = models.BooleanField(default=False)

    objects = ThanksNoticeQuerySet.as_manager()

    class Meta:
        ordering = ["written_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["thanks", "user"],
                name="complaints_thanksnotice_once",
                violation_error_message="This person is told of these thanks already.",
            )
        ]

    def __str__(self) -> str:
        return f"To {self.user}: {self.thanks}"

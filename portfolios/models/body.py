import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from council.models import Versioned
from council.prepared import prepared
from portfolios.choices import BodyKind, SeatRole
from portfolios.models.service import Service
from portfolios.models.term import Term, TermQuerySet

if TYPE_CHECKING:
    from council.models import User


class Body(Versioned, Term):
    """A body that meets or decides: the council, the cabinet, a committee, panel, board or officer group."""

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20, choices=BodyKind.choices)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    purpose = models.TextField(blank=True)

    objects = TermQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Term.Meta):
        ordering = ["name", "pk"]
        verbose_name_plural = "bodies"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("body", args=[self.pk])


class BodyName(Term):
    """Another name that papers use for a body, or that it once had."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="other_names")
    name = models.CharField(max_length=200)

    objects = TermQuerySet.as_manager()

    class Meta(Term.Meta):
        ordering = ["name", "pk"]
        constraints = [
            *Term.Meta.constraints,
            models.UniqueConstraint(
                fields=["body", "name"],
                name="portfolios_bodyname_once",
                violation_error_message="This body already has that name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Post(Versioned):
    """A post in the council's establishment. Posts own things; people come and go."""

    title = models.CharField(max_length=200)
    abbreviation = models.CharField(
        max_length=20, blank=True, help_text='As papers write it, such as "HSRP".'
    )
    service = models.ForeignKey(
        Service,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="posts",
        help_text="Where the post sits. Its holder may enter returns for this service and all below it.",
    )

    objects = models.Manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return f"{self.title} ({self.abbreviation})" if self.abbreviation else self.title


class PostTitle(Term):
    """A title that a post once had, or that papers use for it: posts change names."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="other_titles")
    title = models.CharField(max_length=200)

    objects = TermQuerySet.as_manager()

    class Meta(Term.Meta):
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title


class Person(Versioned):
    """Somebody who holds posts, portfolios or seats: an officer or a member of the council."""

    name = models.CharField(max_length=200)
    is_member = models.BooleanField("is a councillor", default=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="person",
        help_text="The account they sign in with, if they have one.",
    )

    objects = models.Manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.name


class TenureQuerySet(TermQuerySet):
    def tops_of(self, user: "User", *, day: datetime.date) -> set[int]:
        """The services that the user's posts sit in or manage on the day; one query."""
        pairs = _posts_of(user=user.pk, day=day)
        return {pk for pair in pairs for pk in pair if pk is not None}

    def service_ids_of(self, user: "User", *, day: datetime.date) -> set[int]:
        """Those services with all below them; two queries."""
        tops = self.tops_of(user, day=day)
        return Service.objects.ids_below(tops) if tops else set()


@prepared(user=models.BigIntegerField(), day=models.DateField())
def _posts_of(*, user: Any, day: Any) -> models.QuerySet["Tenure", Any]:
    """The services that the user's posts sit in and manage on the day, in pairs."""
    held = Tenure.objects.on(day).filter(person__user=user)
    return held.values_list("post__service", "post__manages")


class Tenure(Term):
    """A person's time in a post. Two people may share one post, and one person hold two."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="tenures")
    post = models.ForeignKey(Post, models.CASCADE, related_name="tenures")

    objects = TenureQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Term.Meta):
        ordering = ["starts_on", "pk"]

    def __str__(self) -> str:
        return f"{self.person}, {self.post}"


class Seat(Term):
    """A place on a body, filled by a person or by whoever holds a post."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="seats")
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="seats")
    role = models.CharField(max_length=20, choices=SeatRole.choices, default=SeatRole.MEMBER)

    objects = TermQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Term.Meta):
        ordering = ["body", "role", "pk"]
        constraints = [
            *Term.Meta.constraints,
            models.CheckConstraint(
                condition=Q(person=None, post__isnull=False) | Q(person__isnull=False, post=None),
                name="portfolios_seat_person_or_post",
                violation_error_message="Choose either a person or a post for the seat, not both.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.body}"

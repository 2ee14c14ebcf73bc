"""What every paper has that is written as a draft and presented: who began it, and from when its words are fixed."""

from typing import Self, TypeVar

from django.conf import settings
from django.db import models

from council.models import AppendOnly, AppendOnlyQuerySet, Versioned

Paper = TypeVar("Paper", bound="Presentable")


class PresentableQuerySet(models.QuerySet[Paper]):
    """Papers by how far they have come."""

    def presented(self) -> Self:
        """Those whose words are fixed."""
        return self.exclude(presented_at=None)

    def drafts(self) -> Self:
        """Those still being written."""
        return self.filter(presented_at=None)

    def readable(self, *, sees_drafts: bool) -> Self:
        """What a reader may read: drafts are for those who write them."""
        return self.all() if sees_drafts else self.presented()


class Presentable(Versioned):
    """A paper that is a draft until it is presented, and fixed from then on."""

    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    presented_at = models.DateTimeField(null=True, blank=True, editable=False)
    presented_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    dated_on = models.DateField("dated", null=True, blank=True)

    class Meta(Versioned.Meta):
        abstract = True

    @property
    def is_presented(self) -> bool:
        """Whether its words are fixed. The twin of `PresentableQuerySet.presented`."""
        return self.presented_at is not None


class PresentedPaper(AppendOnly):
    """The words of a paper as presented, as plain values. Never changed."""

    content = models.JSONField()

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True


class PaperErratum(AppendOnly):
    """What was found wrong in a paper after it was presented. It stands beside the words, which stay."""

    number = models.PositiveSmallIntegerField()
    words = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["number", "pk"]

    def __str__(self) -> str:
        return f"Erratum {self.number}"

"""Posts and people in the register: posts own things, people hold posts for a time."""

from typing import Any

from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from council.admin import RegisterAdmin, RegisterInline
from council.periods import local_day
from portfolios.admin.appointments import PortfolioHeldInline
from portfolios.admin.responsibilities import PostResponsibilityInline
from portfolios.models import Person, Post, PostTitle, Seat, Tenure


class PostTitleInline(RegisterInline):
    """The titles that the post once had, or has in papers."""

    model = PostTitle
    fields = ["title", "starts_on", "ends_on"]
    verbose_name = "other title"
    verbose_name_plural = "other titles"


class HolderInline(RegisterInline):
    """Who holds the post."""

    model = Tenure
    fields = ["person", "starts_on", "ends_on"]
    verbose_name = "holder"
    verbose_name_plural = "holders"


class TenureInline(RegisterInline):
    """The posts that the person holds."""

    model = Tenure
    fields = ["post", "starts_on", "ends_on"]
    verbose_name = "post held"
    verbose_name_plural = "posts held"


class SeatInline(RegisterInline):
    """The seats that the person has."""

    model = Seat
    fields = ["body", "role", "starts_on", "ends_on"]


def _now_held() -> QuerySet:
    """The tenures of today."""
    return Tenure.objects.on(local_day(timezone.now())).select_related("person", "post")


@admin.register(Post)
class PostAdmin(RegisterAdmin):
    """Posts, which own things whoever holds them."""

    list_display = ["title", "abbreviation", "service", "held_by"]
    list_filter = ["service"]
    list_select_related = ["service"]
    search_fields = ["title", "abbreviation", "other_titles__title", "tenures__person__name"]
    search_help_text = "Finds a post by its title, an earlier title, its initials or its holder."
    fields = ["title", "abbreviation", "service"]
    inlines = [PostTitleInline, HolderInline, PostResponsibilityInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With today's holders."""
        return super().get_queryset(request).prefetch_related(Prefetch("tenures", _now_held(), "now_held"))

    @admin.display(description="held by")
    def held_by(self, post: Any) -> str:
        """Today's holders; a post can be shared, or vacant."""
        return ", ".join(tenure.person.name for tenure in post.now_held) or "Vacant"


@admin.register(Person)
class PersonAdmin(RegisterAdmin):
    """People, with what they hold."""

    list_display = ["name", "is_member", "holds", "user"]
    list_filter = ["is_member"]
    list_select_related = ["user"]
    search_fields = ["name", "user__username", "tenures__post__title"]
    search_help_text = "Finds a person by name, user name or post."
    autocomplete_fields = ["user"]
    fields = ["name", "is_member", "user"]
    inlines = [TenureInline, PortfolioHeldInline, SeatInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With the posts they hold today."""
        return super().get_queryset(request).prefetch_related(Prefetch("tenures", _now_held(), "now_held"))

    @admin.display(description="holds")
    def holds(self, person: Any) -> str:
        """The posts they hold today."""
        return ", ".join(tenure.post.title for tenure in person.now_held) or "No post"

"""The areas that report on their progress, and the headings that they report under, in the register."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from council.admin import RegisterAdmin
from performance.models import ProgressHeading, ReportingArea


@admin.register(ReportingArea)
class ReportingAreaAdmin(RegisterAdmin):
    """What a progress report is about, who leads it, and how often it reports."""

    list_display = ["name", "lead_post", "cycle", "report_count"]
    list_filter = ["cycle"]
    list_select_related = ["lead_post", "cycle"]
    search_fields = ["name", "scope", "lead_post__title"]
    autocomplete_fields = ["lead_post"]
    fields = ["name", "lead_post", "cycle", "scope", "targets_from"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With how many reports there are."""
        return super().get_queryset(request).annotate(made=Count("reports"))

    @admin.display(description="reports", ordering="made")
    def report_count(self, area: Any) -> int:
        """How many reports there are."""
        return int(area.made)


@admin.register(ProgressHeading)
class ProgressHeadingAdmin(RegisterAdmin):
    """What progress is reported under. One in use can be renamed and moved, and never deleted."""

    list_display = ["name", "place", "is_offered", "item_count"]
    list_filter = ["is_offered"]
    search_fields = ["name"]
    fields = ["name", "place", "is_offered"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With how many items stand under it."""
        return super().get_queryset(request).annotate(used=Count("items"))

    @admin.display(description="items", ordering="used")
    def item_count(self, heading: Any) -> int:
        """How many items stand under it."""
        return int(heading.used)

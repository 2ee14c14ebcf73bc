"""What the council calls the three sections of its executive summaries, in the register."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from council.admin import RegisterAdmin
from performance.models import SummaryHeading


@admin.register(SummaryHeading)
class SummaryHeadingAdmin(RegisterAdmin):
    """The three headings: reworded here, never more nor fewer. What was presented keeps the words it had."""

    list_display = ["words", "section"]
    search_fields = ["words"]
    fields = ["section", "words"]
    readonly_fields = ["section"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """There are three."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """There are three."""
        return False

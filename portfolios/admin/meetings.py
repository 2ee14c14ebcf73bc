"""Meetings in the register, the annual one among them."""

from django.contrib import admin

from council.admin import RegisterAdmin
from portfolios.models import Meeting


@admin.register(Meeting)
class MeetingAdmin(RegisterAdmin):
    """When a body meets. The annual meeting confirms the portfolios."""

    list_display = ["body", "kind", "held_on", "as_written"]
    list_filter = ["kind", "body"]
    list_select_related = ["body"]
    search_fields = ["body__name", "as_written"]
    search_help_text = "Finds a meeting by its body, or by the day as a paper wrote it."
    fields = ["body", "kind", "held_on", "as_written"]

"""Findings from outside, in the register."""

from django.contrib import admin

from council.admin import RegisterAdmin
from portfolios.models import Finding


@admin.register(Finding)
class FindingAdmin(RegisterAdmin):
    """What inspectors, auditors and advisers observed."""

    list_display = ["title", "made_by", "status", "service", "is_about_responsibility", "received_on"]
    list_filter = ["status", "is_about_responsibility"]
    list_select_related = ["service"]
    search_fields = ["title", "made_by", "quotation", "service__name"]
    search_help_text = "Finds a finding by its title, who made it, its words or its service."
    fields = [
        "title",
        "made_by",
        "status",
        "quotation",
        "received_on",
        "final_on",
        "service",
        "body",
        "is_about_responsibility",
    ]

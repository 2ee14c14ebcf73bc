"""Services in the register."""

from django.contrib import admin

from council.admin import RegisterAdmin
from portfolios.admin.responsibilities import ServiceResponsibilityInline
from portfolios.models import Service


@admin.register(Service)
class ServiceAdmin(RegisterAdmin):
    """What the council provides, as a tree."""

    list_display = ["name", "level", "parent", "manager"]
    list_filter = ["level"]
    list_select_related = ["parent", "manager"]
    search_fields = ["name", "manager__title", "parent__name"]
    search_help_text = "Finds a service by its name, what it belongs to or its manager's post."
    autocomplete_fields = ["manager"]
    fields = ["name", "level", "parent", "manager"]
    inlines = [ServiceResponsibilityInline]

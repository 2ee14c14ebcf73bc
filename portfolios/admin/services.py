"""Services in the register."""

from django.contrib import admin

from council.admin import RegisterAdmin, RegisterInline
from portfolios.models import Responsibility, Service


class ResponsibilityInline(RegisterInline):
    """The portfolios that answer for the service."""

    model = Responsibility
    fields = ["portfolio", "starts_on", "ends_on"]
    verbose_name = "portfolio that answers for it"
    verbose_name_plural = "portfolios that answer for it"


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
    inlines = [ResponsibilityInline]

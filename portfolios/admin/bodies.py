"""Bodies in the register, with the other names that papers give them and the seats on them."""

from typing import Any

from django.contrib import admin

from council.admin import RegisterAdmin, RegisterForm, RegisterInline
from portfolios.admin.responsibilities import BodyResponsibilityInline
from portfolios.models import Body, BodyName, Seat


class BodyForm(RegisterForm):
    """A body, which cannot stand below itself."""

    def clean_parent(self) -> Any:
        parent = above = self.cleaned_data["parent"]
        while above is not None:
            if above.pk == self.instance.pk:
                self.add_error("parent", "A body cannot stand below itself. Choose another")
                break
            above = above.parent
        return parent


class BodyNameInline(RegisterInline):
    """The other names."""

    model = BodyName
    fields = ["name", "starts_on", "ends_on"]
    verbose_name = "other name"
    verbose_name_plural = "other names"


class SeatInline(RegisterInline):
    """The seats, each for a person or for whoever holds a post."""

    model = Seat
    fields = ["person", "post", "role", "starts_on", "ends_on"]


@admin.register(Body)
class BodyAdmin(RegisterAdmin):
    """Whatever meets or decides."""

    form = BodyForm
    list_display = ["name", "kind", "parent", "starts_on", "ends_on"]
    list_filter = ["kind"]
    list_select_related = ["parent"]
    search_fields = ["name", "other_names__name"]
    search_help_text = "Finds a body under any of its names."
    fields = ["name", "kind", "parent", "purpose", "starts_on", "ends_on"]
    inlines = [BodyNameInline, SeatInline, BodyResponsibilityInline]

"""The causes of what goes wrong, in the register."""

from django.contrib import admin

from complaints.models import Cause
from council.admin import RegisterAdmin


@admin.register(Cause)
class CauseAdmin(RegisterAdmin):
    """A cause that is not offered any more stays with the answers that name it."""

    list_display = ["name", "meaning", "is_in_use"]
    list_filter = ["is_in_use"]
    search_fields = ["name", "meaning"]
    search_help_text = "Finds a cause by its name or its meaning."
    fields = ["name", "meaning", "is_in_use"]

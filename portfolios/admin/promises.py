"""Promises in the register: entered and put right here; what became of them is said on their own page."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils import timezone

from council.admin import RegisterAdmin, RegisterForm
from council.periods import local_day
from portfolios.figures.promises import due_remark
from portfolios.forms.promises import DUE_HINTS, DueWordsMixin
from portfolios.models import Promise
from portfolios.rules.promises import before_it_was_made


class PromiseAdminForm(DueWordsMixin, RegisterForm):
    """A promise, whose words for its time are read when it is saved."""

    class Meta:
        help_texts = DUE_HINTS


@admin.register(Promise)
class PromiseAdmin(RegisterAdmin):
    """What was undertaken, by which post, for which body and by when."""

    form = PromiseAdminForm
    list_display = ["what", "verb", "owner", "due_as_written", "due_on", "fate"]
    list_filter = ["fate", "verb", "due_kind", "to_body"]
    list_select_related = ["owner"]
    search_fields = ["what", "as_written", "owner__title", "due_as_written"]
    search_help_text = "Finds a promise by its words, its owner or the words for its time."
    autocomplete_fields = [
        "owner",
        "to_body",
        "meeting",
        "report",
        "decision",
        "due_meeting",
        "event",
    ]
    fields = [
        "verb",
        "what",
        "as_written",
        "owner",
        "to_body",
        "made_on",
        "meeting",
        "report",
        "decision",
        "due_as_written",
        "due_on",
        "due_meeting",
        "event",
        "months_after",
        "days_after",
        "reading",
        "fate",
    ]
    readonly_fields = ["reading", "fate"]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form, which knows the day it is filled in on."""
        form = super().get_form(request, obj, change=change, **kwargs)
        form.today = local_day(timezone.now())
        return form

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Saves it, and says how a day was read that lies before the promise itself."""
        super().save_model(request, obj, form, change)
        if before_it_was_made(obj.due_on, made_on=obj.made_on):
            messages.warning(request, f"Its time is kept as written. {due_remark(obj)}")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """How the words were read, once there are some."""
        fields = super().get_fields(request, obj)
        return fields if obj else [name for name in fields if name not in self.readonly_fields]

    @admin.display(description="how its time is read")
    def reading(self, promise: Any) -> str:
        """The remark on its time, as the promise's own page has it."""
        return due_remark(promise) or "As written."

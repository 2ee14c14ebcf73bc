"""What the council writes to customers, in the register."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from complaints.models import MessageText
from complaints.rules.texts import PLACES, unknown_places
from council.admin import RegisterAdmin, RegisterForm


class MessageTextForm(RegisterForm):
    """A text whose places all can be filled."""

    def clean_subject(self) -> str:
        return _checked(self.cleaned_data["subject"])

    def clean_body(self) -> str:
        return _checked(self.cleaned_data["body"])


def _checked(text: str) -> str:
    unknown = unknown_places(text)
    if unknown:
        told = ", ".join(f"{{{name}}}" for name in unknown)
        known = ", ".join(f"{{{name}}}" for name in PLACES)
        raise ValidationError(f"Nothing can be filled in for {told}. Use one of {known}", code="place")
    return text


@admin.register(MessageText)
class MessageTextAdmin(RegisterAdmin):
    """One text for each occasion: they are reworded, and none is added or deleted."""

    form = MessageTextForm
    list_display = ["kind", "subject"]
    search_fields = ["subject", "body"]
    search_help_text = "Finds a text by its words."
    fields = ["kind", "subject", "body"]
    readonly_fields = ["kind"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """The occasions are the product's."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """The occasions are the product's."""
        return False

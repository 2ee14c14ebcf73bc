"""What counts as a complaint, and who was told of it, in the register."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from complaints.models import Audience, CaseDefinition, DefinitionLine, Triage
from council.admin import RegisterAdmin, RegisterInline


class DefinitionLineInline(RegisterInline):
    """The lines. Once a case was decided by one, they stay as they are: what changes is a new version."""

    model = DefinitionLine
    fields = ["number", "kind", "words"]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Until a case was decided by them."""
        return super().has_change_permission(request, obj) and not _is_used(obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Until a case was decided by them."""
        return super().has_add_permission(request, obj) and not _is_used(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Until a case was decided by them."""
        return super().has_delete_permission(request, obj) and not _is_used(obj)


def _is_used(definition: CaseDefinition | None) -> bool:
    return definition is not None and Triage.objects.filter(line__definition=definition).exists()


class AudienceInline(RegisterInline):
    """Who is to be told, and whether they were."""

    model = Audience
    fields = ["who", "how", "planned_on", "told_on"]


@admin.register(CaseDefinition)
class CaseDefinitionAdmin(RegisterAdmin):
    """A numbered version of the definition of a complaint."""

    list_display = ["number", "starts_on", "source", "told"]
    search_fields = ["source", "why"]
    search_help_text = "Finds a version by where it is laid down, or by why it was changed."
    fields = ["number", "starts_on", "source", "why"]
    inlines = [DefinitionLineInline, AudienceInline]

    def get_queryset(self, request: HttpRequest) -> Any:
        """With who was told."""
        return super().get_queryset(request).prefetch_related("audiences")

    @admin.display(description="who was told")
    def told(self, definition: CaseDefinition) -> str:
        """Such as "3 of 5"."""
        audiences = list(definition.audiences.all())
        done = sum(each.told_on is not None for each in audiences)
        return f"{done} of {len(audiences)}" if audiences else "Nobody is in the list"

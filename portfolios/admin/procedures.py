"""The council's procedure, and the events that promises and implications wait for, in the register."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from council.admin import RegisterAdmin, RegisterForm
from portfolios.models import AwaitedEvent, Procedure
from portfolios.operations.promises import keep_event


@admin.register(Procedure)
class ProcedureAdmin(RegisterAdmin):
    """The council's own rules on notice, call-in and answers. What changes begins a new row from its day."""

    list_display = ["starts_on", "call_in_days", "call_in_callers", "notice_days", "answer_days", "source"]
    search_fields = ["source", "call_in_callers"]
    search_help_text = "Finds a procedure by where it is laid down, or by who may call in."
    fields = [
        "starts_on",
        "source",
        "division",
        "publish_days",
        "call_in_days",
        "call_in_callers",
        "hearing_days",
        "notice_days",
        "exception_days",
        "key_threshold",
        "portfolios_changed_by",
        "answer_days",
    ]


class AwaitedEventForm(RegisterForm):
    """An event, which happened on a day or will not happen."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("happened_on") and cleaned.get("did_not_happen"):
            self.add_error(
                "did_not_happen", "It happened on a day, or it will not happen. Clear one of the two"
            )
        return cleaned


@admin.register(AwaitedEvent)
class AwaitedEventAdmin(RegisterAdmin):
    """What is waited for. Its day wakes the implications and dates the promises that wait."""

    form = AwaitedEventForm
    list_display = ["name", "expected_as_written", "happened_on", "did_not_happen", "waiting"]
    list_filter = [("happened_on", admin.EmptyFieldListFilter), "did_not_happen"]
    search_fields = ["name"]
    search_help_text = "Finds an event by its name."
    fields = ["name", "expected_as_written", "happened_on", "did_not_happen"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With how many implications and promises wait."""
        return (
            super()
            .get_queryset(request)
            .annotate(
                implication_count=Count("implications", distinct=True),
                promise_count=Count("promises", distinct=True),
            )
        )

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Saves it, and with it the day of each promise that waits."""
        if change and set(form.changed_data) & set(form.compared):
            keep_event(
                obj,
                expected=int(form.cleaned_data["read_as"]),
                by=request.user,
                at=timezone.now(),
                why=form.cleaned_data["why"],
            )
        else:
            super().save_model(request, obj, form, change)

    @admin.display(description="what waits for it")
    def waiting(self, event: Any) -> str:
        """Such as "2 implications, 1 promise"."""
        counts = ((event.implication_count, "implication"), (event.promise_count, "promise"))
        return ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts if n) or "Nothing"

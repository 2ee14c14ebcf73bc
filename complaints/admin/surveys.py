"""What customers are asked of how their case went, and from when to when, in the register."""

from django.contrib import admin
from django.http import HttpRequest

from complaints.models import Survey
from council.admin import RegisterAdmin

QUESTIONS = ("handling_question", "outcome_question")


@admin.register(Survey)
class SurveyAdmin(RegisterAdmin):
    """One survey is live at a time. Once somebody was asked by it its questions stay: others are a new survey."""

    list_display = ["name", "starts_on", "ends_on", "ask_after", "late_after"]
    search_fields = ["name"]
    search_help_text = "Finds a survey by its name."
    fields = ["name", "starts_on", "ends_on", "ask_after", "late_after", *QUESTIONS]

    def get_readonly_fields(self, request: HttpRequest, obj: Survey | None = None) -> tuple[str, ...]:
        """The questions and the first day, once somebody was asked."""
        own = tuple(super().get_readonly_fields(request, obj))
        return (*own, "starts_on", *QUESTIONS) if obj is not None and obj.requests.exists() else own

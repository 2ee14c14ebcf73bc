"""Decisions, call-ins and the notices of key decisions in the register."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from council.admin import RegisterAdmin, RegisterForm, RegisterInline
from council.admin.row_forms import RowForm
from council.dates import long_date
from council.periods import local_day
from portfolios.admin.decisions_and_amendments import too_late_to_hold, unfit
from portfolios.figures.decisions import notice_timing
from portfolios.models import CallIn, Decision, KeyDecisionNotice, Procedure, Recommendation

OWN_FIELDS = {"chair_told_on", "exception_reasons", "agreed_by"}
"""What an exception needs: the form asks for it. A day that is too early is history's to tell, not ours to forbid."""


class DecisionForm(RegisterForm):
    """A decision, which fits the meeting and the report it names."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        recommendation, report = cleaned.get("recommendation"), cleaned.get("report")
        if recommendation is not None and report is None:
            cleaned["report"] = recommendation.report
        elif recommendation is not None and recommendation.report_id != report.pk:
            self.add_error("recommendation", f"This is a recommendation of “{recommendation.report}”")
        self._fits_meeting(cleaned)
        self._fits_amendments(cleaned)
        return cleaned

    def _fits_meeting(self, cleaned: dict[str, Any]) -> None:
        meeting, body, day = (cleaned.get(name) for name in ("meeting", "body", "decided_on"))
        if meeting is None:
            return
        if body is not None and meeting.body_id != body.pk:
            self.add_error("meeting", f"This is a meeting of {meeting.body}, not of {body}")
        if day is not None and meeting.held_on is not None and day != meeting.held_on:
            self.add_error("decided_on", f"The meeting was on {long_date(meeting.held_on)}")

    def _fits_amendments(self, cleaned: dict[str, Any]) -> None:
        """What amendments rest on the decision stays true: it came first, agreed to something, and was carried out."""
        if not self.instance._state.adding:
            for name, sentence in unfit(self.instance, cleaned, self.changed_data).items():
                self.add_error(name, sentence)


class CallInForm(RowForm):
    """A call-in, which can hold what is not in force yet."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.changed_data and not self.errors:
            told = CallIn(pk=self.instance.pk, decision_id=self.instance.decision_id)
            for name in ("called_in_on", "heard_on", "outcome"):
                setattr(told, name, cleaned.get(name))
            if why := too_late_to_hold(told, on=local_day(timezone.now())):
                self.add_error("called_in_on", why)
        return cleaned


class CallInInline(RegisterInline):
    """The call-ins of the decision."""

    model = CallIn
    form = CallInForm
    template = "admin/edit_inline/stacked.html"
    extra = 0
    fields = ["called_in_on", "callers", "grounds", "heard_on", "outcome", "note"]


@admin.register(Decision)
class DecisionAdmin(RegisterAdmin):
    """What bodies, portfolio holders and officers decided."""

    form = DecisionForm
    list_display = ["title", "decided_on", "decider_name", "kind", "published_on"]
    list_filter = ["kind", "body", ("notice", admin.EmptyFieldListFilter), "is_urgent"]
    list_select_related = ["body", "portfolio", "post"]
    search_fields = ["title", "resolution", "summary"]
    search_help_text = "Finds a decision by its title or any of its words."
    date_hierarchy = "decided_on"
    autocomplete_fields = ["body", "portfolio", "post", "meeting", "report", "notice"]
    fieldsets = [
        (None, {"fields": ["title", "kind", "resolution", "summary"]}),
        (
            "Who and when",
            {"fields": ["body", "portfolio", "post", "decided_on", "decided_as_written", "meeting"]},
        ),
        ("On which report", {"fields": ["report", "recommendation"]}),
        ("The record", {"fields": ["reasons", "options_rejected", "interests", "dispensations", "comments"]}),
        ("Notice and call-in", {"fields": ["notice", "published_on", "is_urgent"]}),
    ]
    inlines = [CallInInline]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Each recommendation with its report, read at once."""
        if db_field.name == "recommendation":
            kwargs["queryset"] = Recommendation.objects.select_related("report")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description="decided by")
    def decider_name(self, decision: Decision) -> str:
        """The body, the portfolio or the post."""
        return str(decision.decider)


class KeyDecisionNoticeForm(RegisterForm):
    """A notice, which under an exception says what the exception needs."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("procedure") and cleaned.get("published_on"):
            said = {name: cleaned.get(name) for name in self.compared if name in cleaned}
            procedure = Procedure.objects.in_force(cleaned["published_on"])
            found = notice_timing(KeyDecisionNotice(**said), None, procedure).problems
            for problem in found:
                if problem.field in OWN_FIELDS:
                    self.add_error(problem.field, problem.sentence.rstrip("."))
        return cleaned


@admin.register(KeyDecisionNotice)
class KeyDecisionNoticeAdmin(RegisterAdmin):
    """The forward plan: notices of key decisions."""

    form = KeyDecisionNoticeForm
    list_display = ["matter", "published_on", "due_on", "procedure", "is_private"]
    list_filter = ["procedure", "is_private", "body"]
    search_fields = ["matter", "why_key"]
    search_help_text = "Finds a notice by its matter, or by why it is key."
    date_hierarchy = "published_on"
    autocomplete_fields = ["body", "portfolio"]
    fields = [
        "matter",
        "body",
        "portfolio",
        "published_on",
        "due_on",
        "why_key",
        "documents",
        "is_private",
        "procedure",
        "exception_reasons",
        "chair_told_on",
        "agreed_by",
    ]

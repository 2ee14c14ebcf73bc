"""How long the council may take over cases, in the register."""

from typing import Any

from django.contrib import admin

from complaints.models import CaseProcedure
from complaints.rules.procedures import Terms, departures
from council.admin import RegisterAdmin, RegisterForm

STAGE_ONE = ["acknowledge_days", "reply_days", "counted_from", "longest_extension"]
STAGE_TWO = ["has_stage_two", "acknowledge_days_two", "reply_days_two", "longest_extension_two"]
TERMS = [*STAGE_ONE, *STAGE_TWO, "may_pause", "accept_months"]


class CaseProcedureForm(RegisterForm):
    """A procedure, which says why where it departs from its code."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if all(name in cleaned for name in (*TERMS, "code")) and not cleaned.get("departs_why"):
            terms = Terms(**{name: cleaned[name] for name in TERMS})
            if told := departures(terms, cleaned["code"]):
                self.add_error("departs_why", f"Say why it departs from the code. {' '.join(told)}")
        return cleaned


@admin.register(CaseProcedure)
class CaseProcedureAdmin(RegisterAdmin):
    """A change begins a new row from its day: cases keep the procedure that they were received under."""

    form = CaseProcedureForm
    list_display = ["name", "kind", "code", "starts_on", "ends_on", "reply_days", "is_usual"]
    list_filter = ["kind", "code", "is_usual"]
    search_fields = ["name", "source"]
    search_help_text = "Finds a procedure by its name, or by where it is laid down."
    fieldsets = [
        (
            None,
            {"fields": ["name", "kind", "code", "source", "is_usual", "starts_on", "ends_on", "division"]},
        ),
        ("Stage 1", {"fields": STAGE_ONE}),
        ("Stage 2", {"fields": STAGE_TWO}),
        ("Further", {"fields": ["may_pause", "accept_months", "departs_why"]}),
        ("The ombudsman", {"fields": ["ombudsman", "ombudsman_contact"]}),
    ]

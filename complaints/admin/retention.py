"""How long cases are kept, in the register."""

from django.contrib import admin

from complaints.models import RetentionRule
from council.admin import RegisterAdmin


@admin.register(RetentionRule)
class RetentionRuleAdmin(RegisterAdmin):
    """A rule for each kind of case, and where one is needed for a procedure; the law gives no number."""

    list_display = ["kind", "procedure", "months", "source"]
    list_filter = ["kind"]
    search_fields = ["source", "why"]
    search_help_text = "Finds a rule by where it is laid down, or by why it is so long."
    fields = ["kind", "procedure", "months", "why", "source"]

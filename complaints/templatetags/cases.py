"""The tabs above the pages of what customers say."""

from django import template
from django.template.context import Context
from django.urls import reverse

from council.access import Permission, may

register = template.Library()
TABS = (
    ("Cases", "cases", Permission.HANDLE_CASES),
    ("Enter what a customer says", "case_new", Permission.TAKE_CASES),
    ("Incidents", "incidents", Permission.HANDLE_CASES),
    ("Customers", "customers", Permission.KEEP_CUSTOMERS),
    ("Lessons", "lessons", Permission.SEE_CASE_PATTERNS),
    ("Thanks", "thanks", Permission.SEE_CASE_PATTERNS),
    ("Causes", "causes", Permission.SEE_CASE_PATTERNS),
    ("Satisfaction", "case_satisfaction", Permission.SEE_CASE_PATTERNS),
    ("Feedback returns", "feedback_returns", Permission.HANDLE_CASES),
    ("Feedback reports", "feedback_reports", Permission.SEE_CASE_PATTERNS),
    ("Ombudsman", "ombudsman_cases", Permission.HANDLE_CASES),
    ("Annual reports", "annual_reports", Permission.SEE_CASE_PATTERNS),
    ("How many and of what", "case_patterns", Permission.SEE_CASE_PATTERNS),
    ("Standard figures", "case_figures", Permission.SEE_CASE_PATTERNS),
    ("How long it is kept", "retention", Permission.SEE_ALL_CASES),
    ("Who looked", "looks", Permission.SEE_ALL_CASES),
)
"""Each tab: its words, the name of its address, and who may follow it."""


@register.inclusion_tag("complaints/parts/tabs.html", takes_context=True)
def case_tabs(context: Context, here: str) -> dict[str, object]:
    """The tabs that the reader may follow; the one with the address `here` is the page itself."""
    user = context["request"].user
    tabs = [(words, reverse(name), name == here) for words, name, permission in TABS if may(user, permission)]
    return {"tabs": tabs}

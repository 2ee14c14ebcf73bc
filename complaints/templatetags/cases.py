"""The tabs above the pages of what customers say: what it is about, and below it the pages on that."""

from django import template
from django.template.context import Context
from django.urls import reverse

from council.access import Permission, may

register = template.Library()
GROUPS = (
    (
        "Cases",
        (
            ("All cases", "cases", Permission.HANDLE_CASES),
            ("Enter what a customer says", "case_new", Permission.TAKE_CASES),
            ("Incidents", "incidents", Permission.HANDLE_CASES),
            ("Find a customer", "customers", Permission.KEEP_CUSTOMERS),
        ),
    ),
    (
        "Figures",
        (
            ("How many and of what", "case_patterns", Permission.SEE_CASE_PATTERNS),
            ("Satisfaction", "case_satisfaction", Permission.SEE_CASE_PATTERNS),
            ("Standard figures", "case_figures", Permission.SEE_CASE_PATTERNS),
            ("As printed", "annual_case_figures", Permission.SEE_CASE_PATTERNS),
        ),
    ),
    (
        "Learning",
        (
            ("Lessons", "lessons", Permission.SEE_CASE_PATTERNS),
            ("Causes", "causes", Permission.SEE_CASE_PATTERNS),
            ("Thanks", "thanks", Permission.SEE_CASE_PATTERNS),
        ),
    ),
    (
        "Reports",
        (
            ("Feedback returns", "feedback_returns", Permission.HANDLE_CASES),
            ("Feedback reports", "feedback_reports", Permission.SEE_CASE_PATTERNS),
            ("Annual reports", "annual_reports", Permission.SEE_CASE_PATTERNS),
        ),
    ),
    (
        "Ombudsmen",
        (
            ("Ombudsman cases", "ombudsman_cases", Permission.HANDLE_CASES),
            ("Letters", "ombudsman_letters", Permission.SEE_CASE_PATTERNS),
        ),
    ),
    (
        "What is kept",
        (
            ("How long it is kept", "retention", Permission.SEE_ALL_CASES),
            ("Who looked", "looks", Permission.SEE_ALL_CASES),
        ),
    ),
)
"""What pages are about, each with its tabs: their words, the names of their addresses, and who may follow them."""


@register.inclusion_tag("complaints/parts/tabs.html", takes_context=True)
def case_tabs(context: Context, here: str) -> dict[str, object]:
    """The tabs that the reader may follow: what there is, and the pages on what the address `here` is about."""
    user = context["request"].user
    groups, below = [], []
    for title, tabs in GROUPS:
        mine = [(words, name) for words, name, permission in tabs if may(user, permission)]
        is_here = here in (name for _, name in mine)
        if mine:
            groups.append((title, reverse(mine[0][1]), is_here))
        if is_here:
            below = [(words, reverse(name), name == here) for words, name in mine]
    return {"groups": groups, "tabs": below if len(below) > 1 else []}

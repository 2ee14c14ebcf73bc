"""Giving another figure than the product computed, with the reason."""

from django import forms

from council.forms import LineField, ProseField
from performance.forms.sign_off import ReasonForm
from performance.rules.readiness import COMMENT_LIMIT


class AnotherFigureForm(ReasonForm):
    """A value as an officer has it, what happens next, and why the computed figure is not right."""

    as_written = LineField(label="Value", limit=200, help_text="45% or 36 of 80, or “Not known”")
    comment = ProseField(
        label="Comment", limit=COMMENT_LIMIT, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    field_order = ["as_written", "reason", "comment"]

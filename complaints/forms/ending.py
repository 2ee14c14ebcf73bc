"""How a case ends, begins again, or leads to another; and what is noted on it."""

from typing import Any

from django import forms

from complaints.choices import Channel
from complaints.forms.steps import StepForm
from council.forms import LineField, ProseField
from portfolios.forms.sent import SentOnceMixin


class WithdrawForm(StepForm):
    """That the customer takes a case back."""

    why = ProseField(label="What the customer said", limit=2000, widget=forms.Textarea(attrs={"rows": 3}))


class CloseForm(StepForm):
    """That nothing more is to be done."""

    note = ProseField(
        label="A word for the record", limit=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class ReopenForm(StepForm):
    """Why a case is taken up again."""

    why = ProseField(
        label="Why it is taken up again",
        limit=2000,
        help_text="Such as what the customer says is not put right.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class NoteForm(StepForm):
    """Something to keep with a case."""

    words = ProseField(
        label="Note",
        limit=5000,
        help_text="Officers who may open the case read it. The customer may ask for all that is kept about them.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class ComplainForm(SentOnceMixin, StepForm):
    """What a customer says of the response to their request."""

    channel = forms.ChoiceField(label="How they told us", choices=[("", "Choose how"), *Channel.choices])
    subject = LineField(
        label="In a few words", error_messages={"required": "Say in a few words what it is about"}
    )
    words = ProseField(
        label="What the customer says of the response",
        limit=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    wants = ProseField(
        label="What would put it right",
        limit=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["subject"].initial = self.case.subject

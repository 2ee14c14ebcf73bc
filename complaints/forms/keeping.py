"""Whether a case is kept longer than its time, or not as long."""

from django import forms

from complaints.forms.steps import StepForm
from council.forms import ProseField


class HoldForm(StepForm):
    """Why a case is kept whatever its time."""

    why = ProseField(
        label="Why it has to be kept",
        limit=2000,
        help_text="Such as a claim before a court, or an investigation by the Ombudsman.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class LiftForm(StepForm):
    """Why a hold is over."""

    why = ProseField(label="Why the hold is over", limit=2000, widget=forms.Textarea(attrs={"rows": 3}))


class AnonymiseForm(StepForm):
    """That what is personal is to be taken out at once, and that this cannot be undone."""

    is_sure = forms.BooleanField(
        label="Take everything personal out of this case now. It cannot be undone",
        error_messages={"required": "Tick this if you are sure: what is taken out does not come back"},
    )

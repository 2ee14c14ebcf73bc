"""What is filled in to have limits start anew, and to take that back."""

from collections.abc import Sequence
from typing import Any

from django import forms

from council.forms import Form, ProseField, VersionedFormMixin
from performance.models import Period


class RebaseForm(Form):
    """From which period limits start anew, and what changed in the way of working."""

    period = forms.TypedChoiceField(
        label="First period with the new limits", coerce=int, help_text="Where the new way of working began."
    )
    reason = ProseField(
        label="What changed, and how you know",
        help_text="Everybody who sees the chart reads it. That the values moved is no reason.",
        limit=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    """The period whose new limits were shown."""

    def __init__(self, *args: Any, periods: Sequence[Period], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_pk = {period.pk: period for period in periods}
        choices = [(str(period.pk), period.name) for period in periods]
        self.fields["period"].choices = [("", "Choose a period"), *choices]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Period:
        """The period that was chosen; of a valid form."""
        return self.by_pk[self.cleaned_data["period"]]

    @property
    def was_seen(self) -> bool:
        """Whether the limits for exactly this period were shown before; of a valid form."""
        return bool(self.cleaned_data["seen"] == str(self.cleaned_data["period"]))

    def mark_seen(self) -> None:
        """Lets the next press of the button save: the page shows the new limits now."""
        self.data = self.data.copy()
        self.data["seen"] = str(self.cleaned_data["period"])


class WithdrawRebaseForm(VersionedFormMixin, Form):
    """Why a rebase is taken back."""

    reason = ProseField(
        label="Why it is withdrawn",
        help_text="The rebase stays on record, with both reasons.",
        limit=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

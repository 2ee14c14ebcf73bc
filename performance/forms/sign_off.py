"""What a lead officer fills in: reasons, an override, and the returns chosen for sign-off."""

from typing import Any

from django import forms

from council.forms import Form, ProseField, VersionedFormMixin
from council.rag import RATED, Rag


class SignOffForm(VersionedFormMixin, Form):
    """Nothing but the version that was read: signing off says yes to exactly that."""


class ReasonForm(VersionedFormMixin, Form):
    """A step that must say why."""

    reason = ProseField(limit=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, label: str = "Why", hint: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label, self.fields["reason"].help_text = label, hint


class OverrideForm(ReasonForm):
    """Another rating than the rule's, with its reason."""

    rating = forms.ChoiceField(
        label="The rating it should have", choices=[(each, each.word) for each in RATED]
    )
    field_order = ["rating", "reason"]

    def clean_rating(self) -> Rag:
        return Rag(self.cleaned_data["rating"])


class ChosenReturnsForm(Form):
    """The returns ticked on the sign-off list, each with the version that was read: "12:3"."""

    chosen = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, *args: Any, offered: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = set(offered)
        self.sent = self.data.getlist("chosen") if hasattr(self.data, "getlist") else []
        self.fields["chosen"].choices = [(each, each) for each in {*offered, *self.sent[:1000]}]  # type: ignore[attr-defined]

    def clean_chosen(self) -> list[tuple[int, int]]:
        """The chosen returns with their versions; a ValidationError says to look again when one has moved on."""
        chosen = self.cleaned_data["chosen"]
        if not chosen:
            raise forms.ValidationError("Tick at least one return to sign off.")
        if not set(chosen) <= self.offered:
            raise forms.ValidationError(
                "A return you ticked has changed since you opened this page. Nothing was signed off. "
                "Look at the list again and tick what you agree with."
            )
        return [(int(pk), int(version)) for pk, version in (each.split(":") for each in chosen)]

"""Keeping customers: their details, whether two are one person, and finding them."""

from typing import Any

from django import forms

from complaints.forms.questions import NEEDED_FOR_WAY
from complaints.models import Customer
from council.forms import Form, LineField, ModelForm, ProseField, VersionedFormMixin, VersionField

FIRST, SECOND, APART = "first", "second", "apart"
SHORTEST_SEARCH = 2


class CustomerForm(VersionedFormMixin, ModelForm):
    """Who a customer is, how to reach them and what they need."""

    why = LineField(
        label="Why it is changed",
        required=False,
        help_text="Such as: they rang and told us their new address.",
    )

    class Meta:
        model = Customer
        fields = ["name", "email", "phone", "address", "postcode", "way", "adjustments", "no_surveys"]
        widgets = {
            "way": forms.RadioSelect,
            "address": forms.Textarea(attrs={"rows": 3}),
            "adjustments": forms.Textarea(attrs={"rows": 3}),
        }
        labels = {"adjustments": "Reasonable adjustments", "way": "Wants to hear from us"}

    def clean(self) -> dict[str, Any]:
        """What the chosen way to hear from us needs."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        box, sentence = NEEDED_FOR_WAY.get(said.get("way"), ("", ""))
        if box and not said.get(box) and box not in self.errors:
            self.add_error(box, sentence)
        return said


class PairForm(VersionedFormMixin, Form):
    """Whether two on record are one person, and which entry stands; with the versions of both that were read."""

    choice = forms.ChoiceField(
        label="Are they one person?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether they are one person, and which entry stands"},
    )
    why = ProseField(
        label="How you know",
        limit=1000,
        help_text="Such as: she told us that both addresses are hers.",
        error_messages={"required": "Say how you know"},
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, first: Customer, second: Customer, **kwargs: Any) -> None:
        super().__init__(*args, version=first.version, **kwargs)
        self.fields["version_other"] = VersionField(initial=second.version)
        choice: Any = self.fields["choice"]
        choice.choices = [
            (FIRST, f"Yes, and the details of entry {first.pk} stand"),
            (SECOND, f"Yes, and the details of entry {second.pk} stand"),
            (APART, "No, they are not the same: do not suggest them again"),
        ]

    def add_error(self, field: str | None, error: Any) -> None:
        # Nobody can go to a hidden field.
        super().add_error(None if field == "version_other" else field, error)
        if field == "version_other":
            self.cleaned_data.pop("version_other", None)


class UnmergeForm(VersionedFormMixin, Form):
    """That two who were merged are not one person after all."""

    why = ProseField(
        label="How you know that they are not one person",
        limit=1000,
        error_messages={"required": "Say how you know"},
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class FindCustomerForm(Form):
    """Whom to find; sent with the page and never part of an address."""

    said = LineField(
        label="Name, e-mail address, phone or postcode",
        limit=200,
        error_messages={
            "required": "Enter a part of the name, an e-mail address, a phone number or a postcode"
        },
    )

    def clean_said(self) -> str:
        """Enough to find somebody by."""
        said: str = self.cleaned_data["said"]
        if len(said) < SHORTEST_SEARCH:
            raise forms.ValidationError("Enter at least two letters or figures")
        return said

"""That a customer got in touch about a case, and who speaks for them."""

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms

from complaints.choices import Channel
from complaints.forms.files import file_field
from complaints.forms.questions import NEEDED_FOR_WAY, WAYS
from complaints.forms.steps import StepForm
from complaints.models import Customer
from council.dates import long_date
from council.forms import DateField, LineField, ProseField

NEW, KEEP, NOBODY = "new", "keep", "nobody"
NEEDED = {
    "authority": "Say how we know that they may speak for the customer",
    "name": "Enter their name, or that of the organisation",
    "way": "Choose how they want to hear from us",
}
WORDS_NEEDED = "Enter what they said, or add a file"


class HearForm(StepForm):
    """How a customer got in touch, when, and what they said or sent."""

    channel = forms.ChoiceField(
        label="How they got in touch",
        choices=[("", "Choose how"), *Channel.choices],
        error_messages={"required": "Choose how they got in touch"},
    )
    heard_on = DateField(label="On which day")
    words = ProseField(
        label="What they said",
        limit=5000,
        required=False,
        help_text="The customer reads it on their own page too.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    file = file_field()

    def __init__(self, *args: Any, has_files: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.has_files = has_files
        self.fields["heard_on"].initial = self.day

    def clean_heard_on(self) -> datetime.date:
        """A day since the case came in, and none to come."""
        on: datetime.date = self.cleaned_data["heard_on"]
        if on > self.day:
            raise forms.ValidationError(f"{long_date(on)} is still to come. Enter the day they got in touch")
        if on < self.case.received_on:
            came = long_date(self.case.received_on)
            raise forms.ValidationError(f"The case came in on {came}. Enter that day or a later one")
        return on

    def clean(self) -> dict[str, Any]:
        """Words, or a file."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if not (said.get("words") or said.get("file") or self.has_files) and "words" not in self.errors:
            self.add_error("words", WORDS_NEEDED)
        return said


class RepresentForm(StepForm):
    """Who speaks for the customer, how to reach them, and how we know that they may."""

    whom = forms.ChoiceField(
        label="Who speaks for the customer?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who speaks for the customer"},
    )
    authority = LineField(
        label="How we know that they may",
        required=False,
        help_text="Such as: she is their mother; they wrote to us; he holds a power of attorney.",
    )
    name = LineField(label="Name", required=False)
    email = forms.EmailField(
        label="E-mail address",
        required=False,
        max_length=254,
        error_messages={"invalid": "Enter an e-mail address such as name@example.com"},
    )
    phone = LineField(label="Phone", required=False, limit=40)
    address = ProseField(label="Address", required=False, limit=500, widget=forms.Textarea(attrs={"rows": 3}))
    postcode = LineField(label="Postcode", required=False, limit=10)
    way = forms.ChoiceField(
        label="How they want to hear from us", choices=WAYS[:3], widget=forms.RadioSelect, required=False
    )
    adjustments = ProseField(
        label="What we should do differently for them",
        required=False,
        limit=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.case.representative:
            self._offer_another(str(self.case.representative))
        else:
            self._ask_for_somebody()
        self.fields["authority"].initial = self.case.authority

    def _offer_another(self, now: str) -> None:
        """Somebody speaks for the customer already: they go on, somebody else does, or nobody."""
        whom: Any = self.fields["whom"]
        whom.choices = [
            (KEEP, f"{now}, as until now"),
            (NEW, "Somebody else, entered below"),
            (NOBODY, "Nobody any more"),
        ]
        whom.initial = KEEP
        self.fields["name"].help_text = "Leave this and all below blank where it is nobody new."

    def _ask_for_somebody(self) -> None:
        """Nobody speaks for the customer: there is nothing to choose, and what is needed is asked for as such."""
        whom: Any = self.fields["whom"]
        whom.choices, whom.initial, whom.widget = [(NEW, "")], NEW, forms.HiddenInput()
        for name in ("authority", "name", "way"):
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = NEEDED[name]

    def clean(self) -> dict[str, Any]:
        """How we know it, of whoever speaks; of somebody new their name and what the chosen way needs."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        whom = said.get("whom")
        if whom in (KEEP, NEW) and not said.get("authority") and "authority" not in self.errors:
            self.add_error("authority", NEEDED["authority"])
        if whom == NEW:
            self._check_who(said)
        return said

    def _check_who(self, said: dict[str, Any]) -> None:
        if not said.get("name") and "name" not in self.errors:
            self.add_error("name", NEEDED["name"])
        if not said.get("way") and "way" not in self.errors:
            self.add_error("way", NEEDED["way"])
        box, sentence = NEEDED_FOR_WAY.get(said.get("way"), ("", ""))
        if box and not said.get(box) and box not in self.errors:
            self.add_error(box, sentence)

    def offer(self, customers: Sequence[Customer]) -> None:
        """Asks whether it is one of these, who are on record; judged anew with the answer."""
        known = [(str(each.pk), who_in_words(each)) for each in customers]
        self.fields["customer"] = forms.ChoiceField(
            label="Is it one of these, who are on record?",
            choices=[*known, (NEW, "No, it is somebody else")],
            widget=forms.RadioSelect,
            error_messages={"required": "Choose who it is"},
        )
        self.full_clean()


def who_in_words(customer: Customer) -> str:
    """Enough of a customer to know them by."""
    known = (customer.name, customer.email, customer.phone, customer.postcode)
    return ", ".join(filter(None, known)) or str(customer)

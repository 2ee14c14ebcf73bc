"""The boxes of each question that somebody is asked who tells the council something; officers fill in the same."""

import datetime
from collections.abc import Mapping
from typing import Any

from django import forms

from complaints.choices import ContactWay
from complaints.forms.files import file_field
from complaints.forms.question_form import QuestionForm
from complaints.rules.questions import KINDS_IN_PLAIN_WORDS, day_is_needed, may_be_nameless
from council.dates import long_date
from council.forms import DateField, LineField, ProseField
from portfolios.models import Service

WORDS_LIMIT = 5000
OLDEST = datetime.timedelta(days=100 * 365)
KINDS = [(kind.value, f"{called}. {means}") for kind, (called, means) in KINDS_IN_PLAIN_WORDS.items()]
NO_DAY = "Enter the day it happened; if it goes on, the day it began"
NO_NAME = "Enter your name, so that we know whom we answer"
MYSELF, ANOTHER = "myself", "another"
WHOM = [(MYSELF, "No, I speak for myself"), (ANOTHER, "Yes, I speak for somebody else")]
WAYS = [
    (ContactWay.EMAIL, "By e-mail"),
    (ContactWay.PHONE, "By phone"),
    (ContactWay.LETTER, "By letter"),
    (ContactWay.NONE, "Not at all: I look at the page with my secret link"),
]
NEEDED_FOR_WAY = {
    ContactWay.EMAIL: ("email", "Enter an e-mail address, or choose another way to hear from us"),
    ContactWay.PHONE: ("phone", "Enter a phone number, or choose another way to hear from us"),
    ContactWay.LETTER: ("address", "Enter an address, or choose another way to hear from us"),
}


class KindForm(QuestionForm):
    """What kind of thing it is, in words of every day."""

    kind = forms.ChoiceField(
        label="What would you like to do?",
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you would like to do"},
        help_text="If you are not sure, choose the nearest. We will sort it out.",
    )


class WhatForm(QuestionForm):
    """What happened."""

    subject = LineField(
        label="In a few words",
        limit=100,
        help_text="Such as: missed bin in Mill Lane.",
        error_messages={"required": "Say in a few words what it is about"},
    )
    words = ProseField(
        label="What happened",
        limit=WORDS_LIMIT,
        help_text="Where, who was there, and what was said or done. Leave out names of others where you can.",
    )


class ServiceForm(QuestionForm):
    """Which service it is about, where that is known."""

    service = forms.ModelChoiceField(
        Service.objects.all(),
        label="Service",
        required=False,
        empty_label="Not sure",
        help_text="If you are not sure, leave it. We will find out.",
    )


class WhenForm(QuestionForm):
    """When it happened."""

    happened_on = DateField(
        label="Day", required=False, help_text="If it goes on, the day it began. The nearest day will do."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day = self.fields["happened_on"]
        day.required = day_is_needed(self._kind)
        day.error_messages["required"] = NO_DAY

    def clean(self) -> dict[str, Any]:
        """Asks for the day of a complaint, and for none to come."""
        said = super().clean() or self.cleaned_data
        day = said.get("happened_on")
        if day is None and "happened_on" not in self.errors and day_is_needed(self.kind_told()):
            self.add_error("happened_on", NO_DAY)
        elif day is not None and day > self.today:
            self.add_error("happened_on", f"{long_date(day)} is still to come. Enter the day it happened")
        elif day is not None and day < self.today - OLDEST:
            self.add_error("happened_on", f"{long_date(day)} is very long ago. Check the year")
        return said


class WantsForm(QuestionForm):
    """What would put it right."""

    wants = ProseField(
        label="What would put it right for you",
        limit=2000,
        required=False,
        help_text="An apology, a repair, an answer: whatever it is.",
    )


class FilesForm(QuestionForm):
    """One file at a time, so that each is taken as soon as it is sent."""

    file = file_field()


class YouForm(QuestionForm):
    """Who tells it, how to reach them, and what they need."""

    name = LineField(
        label="Name", required=False, limit=200, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label="E-mail address",
        required=False,
        max_length=254,
        error_messages={"invalid": "Enter an e-mail address such as name@example.com"},
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )
    phone = LineField(
        label="Phone",
        required=False,
        limit=40,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
    )
    address = ProseField(
        label="Address",
        required=False,
        limit=500,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
    )
    postcode = LineField(
        label="Postcode",
        required=False,
        limit=10,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code"}),
    )
    way = forms.ChoiceField(
        label="How do you want to hear from us?",
        choices=WAYS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how you want to hear from us"},
    )
    adjustments = ProseField(
        label="What we should do differently for you",
        required=False,
        limit=1000,
        help_text="Such as large print, an interpreter, a call at a certain time, or more time.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = bool(self._kind) and not may_be_nameless(self._kind)
        self.fields["name"].error_messages["required"] = NO_NAME

    def clean(self) -> dict[str, Any]:
        """A name where somebody is to be answered, and what the chosen way to hear from us needs."""
        said = super().clean() or self.cleaned_data
        if not said.get("name") and "name" not in self.errors and not may_be_nameless(self.kind_told()):
            self.add_error("name", NO_NAME)
        box, sentence = NEEDED_FOR_WAY.get(said.get("way"), ("", ""))
        if box and not said.get(box) and box not in self.errors:
            self.add_error(box, sentence)
        return said


class ForForm(QuestionForm):
    """Whether somebody speaks for another, for whom, and how we know that they may."""

    whom = forms.ChoiceField(
        label="Do you speak for somebody else?",
        choices=WHOM,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether you speak for somebody else"},
    )
    for_name = LineField(
        label="Their name", required=False, limit=200, help_text="Only if you speak for somebody else."
    )
    authority = LineField(
        label="How we know that you may speak for them",
        required=False,
        limit=200,
        help_text="Such as: I am their mother; they wrote to you; I hold a power of attorney; I am their councillor.",
    )

    def clean(self) -> dict[str, Any]:
        """The two boxes are asked for where somebody speaks for another, and left out where not."""
        said = super().clean() or self.cleaned_data
        if said.get("whom") == ANOTHER:
            if not said.get("for_name") and "for_name" not in self.errors:
                self.add_error("for_name", "Enter the name of whoever you speak for")
            if not said.get("authority") and "authority" not in self.errors:
                self.add_error("authority", "Say how we know that you may speak for them")
        elif said.get("whom") == MYSELF:
            said |= {"for_name": "", "authority": ""}
        return said


FORMS: Mapping[str, type[QuestionForm]] = {
    "kind": KindForm,
    "what": WhatForm,
    "service": ServiceForm,
    "when": WhenForm,
    "wants": WantsForm,
    "files": FilesForm,
    "you": YouForm,
    "for": ForForm,
}
"""The form of each question, by its place in the address."""

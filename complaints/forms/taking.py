"""The questions of the public form on one page, for an officer at the counter, on the phone, with a letter in hand."""

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms

from complaints.choices import Channel
from complaints.forms.contacts import who_in_words
from complaints.forms.questions import (
    FilesForm,
    ForForm,
    KindForm,
    ServiceForm,
    WantsForm,
    WhatForm,
    WhenForm,
    YouForm,
)
from complaints.models import Customer
from council.dates import long_date
from council.forms import DateField

NEW = "new"
LONGEST_AGO = datetime.timedelta(days=366)
CHANNELS = [("", "Choose"), *(each for each in Channel.choices if each[0] != Channel.WEB)]


class TakeForm(KindForm, WhatForm, ServiceForm, WhenForm, WantsForm, FilesForm, YouForm, ForForm):
    """What the public form asks, with how it came and when; the first boxes are the officer's own."""

    channel = forms.ChoiceField(
        label="How it came", choices=CHANNELS, error_messages={"required": "Choose how it came"}
    )
    received_on = DateField(label="Received on", help_text="A letter of yesterday was received yesterday.")
    field_order = [
        "channel",
        "received_on",
        "kind",
        "subject",
        "words",
        "service",
        "happened_on",
        "wants",
        "file",
        "name",
        "email",
        "phone",
        "address",
        "postcode",
        "way",
        "adjustments",
        "whom",
        "for_name",
        "authority",
        "customer",
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["received_on"].initial = self.today
        self.fields["whom"].initial = "myself"
        self.fields["name"].help_text = "Needed to ask for something or to complain."
        day = self.fields["happened_on"]
        day.help_text = f"Needed to complain. {day.help_text}"

    def clean_received_on(self) -> datetime.date:
        """A day that has come, and not of years ago."""
        day: datetime.date = self.cleaned_data["received_on"]
        if day > self.today:
            raise forms.ValidationError(f"{long_date(day)} is still to come. Enter the day it was received")
        if day < self.today - LONGEST_AGO:
            raise forms.ValidationError(f"{long_date(day)} is over a year ago. Check the year")
        return day

    def clean(self) -> dict[str, Any]:
        """What happened did not happen after it was told."""
        said = super().clean() or self.cleaned_data
        happened, received = said.get("happened_on"), said.get("received_on")
        if happened and received and happened > received:
            sentence = (
                f"It was received on {long_date(received)}. Enter a day up to then, or put that day right"
            )
            self.add_error("happened_on", sentence)
        return said

    def offer(self, customers: Sequence[Customer]) -> None:
        """Asks whether it is one of these, who are on record; judged anew with the answer."""
        known = [(str(each.pk), who_in_words(each)) for each in customers]
        self.fields["customer"] = forms.ChoiceField(
            label="Is it one of these, who are on record?",
            choices=[*known, (NEW, "No, it is somebody else")],
            widget=forms.RadioSelect,
            error_messages={"required": "Choose who it is"},
        )
        if "customer" in self.data:
            self.full_clean()

    def given_anew(self, customer: Customer) -> str:
        """What was given this time and is not what is kept of the customer, as a note for the case."""
        names = ("name", "email", "phone", "address", "postcode", "adjustments")
        told = [
            (self.fields[name].label, self.cleaned_data.get(name), getattr(customer, name)) for name in names
        ]
        lines = [f"{label}: {now}" for label, now, kept in told if now and now != kept]
        return "\n".join(["Given this time, and not what is on record:", *lines]) if lines else ""

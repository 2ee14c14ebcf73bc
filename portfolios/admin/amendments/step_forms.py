"""The forms of the steps: each asks why, and carries the version that was read."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget

from council.admin.boxes import SearchList
from council.forms import DateField, Form, VersionField
from portfolios.admin.amendments.forms import place_field, why_field
from portfolios.choices import AGREED
from portfolios.models import Amendment, Decision


class StepForm(Form):
    """The reason for a step, and the version that was read."""

    why = why_field(required=False)
    version = VersionField()


class BackForm(StepForm):
    """A step back, or the end: for that a reason is needed."""

    why = why_field(required=True)


class DecideForm(StepForm):
    """By which decision."""

    field_order = ["decision", "why"]
    decision = forms.ModelChoiceField(
        Decision.objects.filter(kind__in=AGREED),
        help_text="The decision by which the amendment was made, from the register.",
        error_messages={
            "required": "Choose the decision by which it was made.",
            "invalid_choice": "Choose a decision from the list: one that agreed to it. One that was deferred, "
            "refused or only endorsed makes no amendment.",
        },
    )

    def __init__(self, *args: Any, site: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["decision"]
        field.widget = SearchList(Amendment._meta.get_field("decision"), site)
        field.widget.choices = field.choices


class CommenceForm(StepForm):
    """From which day, and in which order among those of the day."""

    field_order = ["effective_on", "place", "why"]
    effective_on = DateField(
        label="Takes effect on",
        widget=AdminTextInputWidget,
        error_messages={"required": "Enter the day from which the words stand."},
    )
    place = place_field()

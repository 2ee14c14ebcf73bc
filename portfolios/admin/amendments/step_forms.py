"""The forms of the steps: each asks why, and carries the version that was read."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget

from council.admin.boxes import SearchList
from council.forms import DateField, Form, VersionField
from portfolios.admin.amendments.forms import place_field, why_field
from portfolios.models import Amendment, Decision
from portfolios.models.deciders import amending_decisions


class StepForm(Form):
    """The reason for a step, and the version that was read."""

    why = why_field(required=False)
    version = VersionField()


class BackForm(StepForm):
    """A step back, or the end: for that a reason is needed."""

    why = why_field(required=True)


class DecideForm(StepForm):
    """By which decision."""

    field_order = ["decision", "words_read", "why"]
    decision = forms.ModelChoiceField(
        Decision.objects.none(),
        help_text="The decision by which the amendment was made, from the register: by whom the procedure of its day "
        "lets change portfolios.",
        error_messages={
            "required": "Choose the decision by which it was made.",
            "invalid_choice": "Choose a decision from the list: one that agreed to it. One that was deferred, "
            "refused or only endorsed makes no amendment, nor does one by whom the procedure of its day does not name "
            "as changing portfolios.",
        },
    )
    words_read = forms.BooleanField(
        label="I have read that the resolution does not have these words",
        required=False,
        widget=forms.HiddenInput,
    )
    read_of = forms.CharField(required=False, widget=forms.HiddenInput)
    """Of which decision that was read: of another it is asked again."""

    def __init__(self, *args: Any, site: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["decision"]
        if self.data.get("read_of"):
            self.fields["words_read"].widget = forms.CheckboxInput()
        field.queryset = Decision.objects.filter(amending_decisions())
        field.widget = SearchList(Amendment._meta.get_field("decision"), site)
        field.widget.choices = field.choices

    def accepts(self, missing: Sequence[str]) -> bool:
        """Whether it was read that the resolution lacks the words, and said why that is right; else asks for both."""
        if not missing:
            return True
        read: Any = self.cleaned_data
        is_read = read["words_read"] and read["read_of"] == str(read["decision"].pk)
        if is_read and read["why"]:
            return True
        self.data = self.data.copy()
        self.data["read_of"] = str(read["decision"].pk)
        self.fields["words_read"].widget = forms.CheckboxInput()
        if not is_read:
            self.data.pop("words_read", None)
            self.add_error(
                "words_read",
                "The resolution does not have all the operative words, as shown above. Choose another decision, or "
                "tick that you have read it",
            )
        if not read["why"]:
            self.add_error("why", "Say why this decision makes the amendment all the same")
        return False


class CommenceForm(StepForm):
    """From which day, and in which order among those of the day."""

    field_order = ["effective_on", "place", "why"]
    effective_on = DateField(
        label="Takes effect on",
        widget=AdminTextInputWidget,
        error_messages={"required": "Enter the day from which the words stand."},
    )
    place = place_field()

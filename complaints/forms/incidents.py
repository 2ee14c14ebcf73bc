"""Incidents: what happened, who is told what, and which case is one of them."""

from typing import Any

from django import forms

from complaints.figures.incidents import incidents_offered
from complaints.forms.assigning import TickedForm
from complaints.forms.steps import StepForm
from complaints.models import Incident
from council.dates import long_date
from council.forms import Form, ModelForm, ProseField, VersionedFormMixin

OFF = "off"


class IncidentForm(VersionedFormMixin, ModelForm):
    """One event that many contact the council about."""

    class Meta:
        model = Incident
        fields = ["title", "service", "began_on", "over_on", "words"]
        labels = {
            "title": "What happened, in a few words",
            "began_on": "It began on",
            "over_on": "It was over on",
            "words": "What customers are told",
        }
        help_texts = {
            "title": "Such as: recycling not collected in Millbrook.",
            "over_on": "Leave it blank while it goes on.",
            "words": "A draft: nothing is sent until you tell them all.",
        }
        widgets = {"words": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, services: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        service: Any = self.fields["service"]
        service.queryset = services
        service.empty_label = "Choose a service"
        self.fields["over_on"].required = self.fields["words"].required = False

    def clean(self) -> dict[str, Any]:
        """Over after it began, said beside the box."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        began, over = said.get("began_on"), said.get("over_on")
        if began and over and over < began:
            self.add_error("over_on", f"It cannot be over before it began, on {long_date(began)}")
        return said


class TellForm(VersionedFormMixin, Form):
    """The words that everybody of an incident is told."""

    words = ProseField(
        label="What all of them are told",
        limit=3000,
        help_text="The greeting, the customer’s reference and their link are added.",
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class ReplyToAllForm(TickedForm):
    """The same reply to each ticked case of an incident."""

    nothing_ticked = "Tick at least one case to reply to."
    words = ProseField(label="The reply", limit=10_000, widget=forms.Textarea(attrs={"rows": 6}))
    late_why = ProseField(
        label="Why it is late, where it is",
        limit=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class JoinIncidentForm(StepForm):
    """Which incident a case is one of."""

    incident = forms.ChoiceField(
        label="Which incident is it about?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose an incident",
            "invalid_choice": "Choose an incident from the list",
        },
    )
    why = ProseField(
        label="A word with it", limit=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = incidents_offered(self.case, self.user, on=self.day)
        self.incidents = {str(each.pk): each for each in rows if each.pk != self.case.incident_id}
        offered = [(key, _in_words(each)) for key, each in self.incidents.items()]
        if self.case.incident:
            offered.append((OFF, f"Not about “{self.case.incident}” after all: take it off"))
        field: Any = self.fields["incident"]
        field.choices = offered


def _in_words(row: Incident) -> str:
    over = f", over on {long_date(row.over_on)}" if row.over_on else ""
    return f"{row} ({row.service}, began on {long_date(row.began_on)}{over})"

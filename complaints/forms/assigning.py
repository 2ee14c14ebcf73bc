"""Giving several cases to one officer at once."""

import re
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from complaints.models import Case, Incident
from council.forms import Form
from council.models import User

CHOSEN = re.compile(r"([0-9]{1,18}):([0-9]{1,9})")
"""A ticked case: its key and the version that was read."""
MOST = 200


class OfficerSelect(forms.Select):
    """The officers to choose from, drawn at once: with a template for each, they would cost as much as ten cases."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            (
                (key, SafeString(" selected") if str(key) == str(value) else "", said)
                for key, said in self.choices
            ),
        )
        return format_html('<select name="{}"{}>{}</select>', name, flatatt(attrs or {}), options)


class TickedForm(Form):
    """The cases ticked on a list, each with the version that was read ("12:3")."""

    nothing_ticked = "Tick at least one case."

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.left: list[Case] = []
        self.sent = self.data.getlist("chosen")[:MOST] if hasattr(self.data, "getlist") else []

    @property
    def chosen(self) -> dict[int, int]:
        """The ticked cases by key, each with the version that was read; what is no case is left out."""
        found = (CHOSEN.fullmatch(each) for each in self.sent)
        return {int(each[1]): int(each[2]) for each in found if each}

    def clean(self) -> dict[str, Any]:
        """Asks for at least one tick."""
        if not self.chosen:
            self.add_error(None, self.nothing_ticked)
        return self.cleaned_data

    @property
    def ticked(self) -> set[int]:
        """The cases that stay ticked: those that were left, or all where nothing was done."""
        return {case.pk for case in self.left} or set(self.chosen)

    def say_left(self, left: list[tuple[Case, str]]) -> None:
        """Names the cases that were left as they are, each with the reason."""
        self.left = [case for case, _ in left]
        for case, why in left:
            self.add_error(None, f"{case.reference} was left as it is. {why}")


class AssignForm(TickedForm):
    """The cases ticked on the list, and the officer."""

    nothing_ticked = "Tick at least one case to assign."

    handler = forms.ChoiceField(
        label="Assign the ticked cases to",
        widget=OfficerSelect,
        error_messages={
            "required": "Choose the officer whom the ticked cases are for",
            "invalid_choice": "Choose an officer from the list",
        },
    )

    def __init__(self, *args: Any, handlers: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.handlers = {str(each.pk): each for each in handlers}
        offered = [("", "Choose an officer"), *((key, str(each)) for key, each in self.handlers.items())]
        self.fields["handler"].choices = offered  # type: ignore[attr-defined]

    def clean_handler(self) -> User:
        return self.handlers[self.cleaned_data["handler"]]


class JoinForm(TickedForm):
    """The cases ticked on the list, and the incident that they are put under."""

    nothing_ticked = "Tick at least one case to put under the incident."
    incident = forms.ChoiceField(
        label="Put the ticked cases under the incident",
        error_messages={
            "required": "Choose the incident that the ticked cases are put under",
            "invalid_choice": "Choose an incident from the list",
        },
    )

    def __init__(self, *args: Any, incidents: list[Incident], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.incidents = {str(each.pk): each for each in incidents}
        offered = [("", "Choose an incident"), *((key, str(each)) for key, each in self.incidents.items())]
        self.fields["incident"].choices = offered  # type: ignore[attr-defined]

    def clean_incident(self) -> Incident:
        return self.incidents[self.cleaned_data["incident"]]

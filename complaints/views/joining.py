"""Putting a case under an incident, and taking it off again."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse

from complaints.choices import CaseStep
from complaints.forms.incidents import OFF, JoinIncidentForm
from complaints.forms.steps import StepForm
from complaints.models import Case, Incident
from complaints.operations.incidents import put_under, take_off
from complaints.rules.problem import Problem
from complaints.views.stepping import StepPage, step_page
from council.access import Permission, SignedInRequest, allow

NONE_NEAR = (
    "No incident goes on that this could be about, and none began near the day it came in. Enter one first, under "
    "Incidents."
)


class IncidentPage(StepPage):
    """Which incident a case is one of."""

    step, title, submit = CaseStep.NOTED, "One of many about the same event", "Save"
    form = JoinIncidentForm
    template = "complaints/join.html"
    hint = (
        "Where everybody under the incident was told something, this customer is told the last of it at once."
    )

    def make_form(self, data: Any) -> StepForm:
        self.made = JoinIncidentForm(data, page=self, version=self.version)
        return self.made

    def blocked(self) -> Sequence[Problem]:
        return [] if self.made.incidents or self.case.incident else [Problem("", NONE_NEAR)]

    def take(self, form: StepForm) -> Case:
        said = form.cleaned_data
        common: dict[str, Any] = {"expected": form.expected_version, "by": self.user, "at": self.now}
        if said["incident"] == OFF:
            return take_off(self.case, why=said["why"], **common)
        return put_under(self.case, self.made.incidents[said["incident"]], why=said["why"], **common)

    def done(self, case: Case) -> str:
        if case.incident is None:
            return "It is under no incident any more."
        told = case.incident.tellings.exists()
        return f"It is under “{case.incident}” now." + (
            " Its customer is told what all of them were told last." if told else ""
        )

    def shown(self, form: StepForm) -> dict[str, Any]:
        row = self.case.incident
        return {"incident": row, "incident_url": self._url(row) if row else ""}

    def _url(self, row: Incident) -> str:
        seen = Incident.objects.visible_to(self.user, day=self.day)
        return row.get_absolute_url() if seen.filter(pk=row.pk).exists() else ""


@allow(Permission.HANDLE_CASES)
def case_incident(request: SignedInRequest, reference: str) -> HttpResponse:
    """Puts a case under an incident, or takes it off."""
    return step_page(request, reference, IncidentPage)

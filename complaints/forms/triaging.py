"""Deciding what a case is, and not accepting it."""

from collections import defaultdict
from typing import Any

from django import forms

from complaints.choices import CaseKind, RefusalGround
from complaints.figures.officers import officers_by_service, officers_of
from complaints.forms.steps import StepForm
from complaints.models import CaseDefinition, CaseProcedure, DefinitionLine
from council.forms import DateField, ProseField
from portfolios.models import Service

USUAL = "The usual one for what it is"
DISCRETION = "We considered taking it on all the same: "


class LineField(forms.ModelChoiceField):
    """A choice of the lines of the definition, each with the kind that it makes of a case."""

    def label_from_instance(self, obj: Any) -> str:
        """Such as "1.4, complaint: An expression of dissatisfaction"."""
        number = "" if obj.number == obj.get_kind_display() else f"{obj.number}, "
        return f"{number}{obj.get_kind_display().lower()}: {obj.words}"


class TriageForm(StepForm):
    """By which line of the definition in force, by which procedure, for whom; and when the customer was told."""

    line = LineField(
        label="Which line of the definition holds",
        queryset=DefinitionLine.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    procedure = forms.ChoiceField(label="By which procedure", required=False)
    service = forms.ModelChoiceField(label="Which service it is about", queryset=Service.objects.all())
    handler = forms.ChoiceField(label="Who handles it", required=False)
    why = ProseField(
        label="Why",
        limit=2000,
        required=False,
        help_text="Needed where it is not what the customer called it.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    told_on = DateField(
        label="The customer was told what was decided on",
        required=False,
        help_text="Leave it blank until they are told.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        definition = CaseDefinition.objects.in_force(self.day)
        lines = DefinitionLine.objects.filter(definition=definition) if definition else None
        self.fields["line"].queryset = lines if lines is not None else DefinitionLine.objects.none()
        self.procedures = {
            str(each.pk): each for each in CaseProcedure.objects.in_force(self.case.received_on)
        }
        self.fields["procedure"].choices = [("", USUAL), *self._procedures_by_kind()]
        self.fields["service"].initial = self.case.service_id
        self.fields["handler"].choices = [("", "Nobody yet"), *officers_by_service(day=self.day)]
        self.fields["handler"].initial = self.case.handler_id or ""
        usual = CaseProcedure.objects.usual(self.case.kind, day=self.case.received_on)
        if self.case.procedure_id and usual and self.case.procedure_id != usual.pk:
            self.fields["procedure"].initial = str(self.case.procedure_id)

    def _procedures_by_kind(self) -> list[tuple[str, list[tuple[str, str]]]]:
        groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for key, each in self.procedures.items():
            usual = " (the usual one)" if each.is_usual else ""
            groups[each.get_kind_display()].append((key, f"{each}{usual}"))
        return list(groups.items())

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        line, service = said.get("line"), said.get("service")
        if line is not None:
            chosen = self.procedures.get(said.get("procedure") or "")
            said["procedure"] = chosen or CaseProcedure.objects.usual(line.kind, day=self.case.received_on)
            if line.kind != self.case.asked_as and not said.get("why"):
                called = CaseKind(self.case.asked_as).label.lower()
                self.add_error("why", f"The customer called it a {called}. Say why it is something else")
        if said.get("handler") and service is not None:
            people = {str(each.pk): each for each in officers_of(service, day=self.day)}
            if (handler := people.get(said["handler"])) is None:
                self.add_error("handler", f"This officer does not work for {service}. Choose another")
            said["handler"] = handler
        return said


class RefuseForm(StepForm):
    """Why a complaint is not accepted, in the words that the customer reads."""

    ground = forms.ChoiceField(
        label="On what ground", choices=RefusalGround.choices, widget=forms.RadioSelect
    )
    why = ProseField(
        label="The reasons, as the customer will read them",
        limit=5000,
        help_text="Each complaint on its own merits: a ground alone is no reason.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    discretion = ProseField(
        label="If it is too old: why you do not take it on all the same",
        limit=2000,
        required=False,
        help_text="Such as why the customer could have come before. It goes to the customer with the reasons.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if said.get("ground") == RefusalGround.TOO_OLD and not said.get("discretion"):
            self.add_error(
                "discretion", "Say why you do not take it on all the same: the Code asks for it (2.2)"
            )
        return said

    @property
    def reasons(self) -> str:
        """All that the customer is told; of a valid form."""
        said = self.cleaned_data
        if said["ground"] != RefusalGround.TOO_OLD:
            return str(said["why"])
        return f"{said['why']}\n\n{DISCRETION}{said['discretion']}"

"""An annual figure that a document printed, and the declaration of a change."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from council.forms import DateField, Form, LineField, ProseField
from council.periods import financial_year, read_year
from performance.choices import Known, ValueKind, ValueStatus
from performance.models import Indicator
from performance.operations.annual_figures import Declared, Printed
from performance.rules.annual_figures import date_problem, future_problem, too_early_problem, unended_problem
from performance.rules.values import ReadValue, ValueProblem, read_known, read_value

BOTH = "Say who changed the figure and why, both or neither"


class DeclareForm(Form):
    """Who changed a figure, and why."""

    who = LineField(label="Who changed it", limit=200, help_text="A post or a body, such as Head of Finance.")
    why = ProseField(
        label="Why",
        limit=2000,
        help_text="It stands beside the figure for good.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AnnualFigureForm(Form):
    """A figure for a year as a document printed it; where it changes one, who says so and why."""

    year = LineField(label="Year", help_text="Such as 2025/26.")
    as_written = LineField(label="Figure as printed", limit=200)
    value_status = forms.ChoiceField(label="The figure is", choices=ValueStatus.choices)
    document = LineField(
        label="Document it was in", limit=200, help_text="Such as “Annual report 2025/26, page 12”."
    )
    document_on = DateField(label="Date of the document", required=False)
    source = LineField(
        label="Data source",
        limit=400,
        required=False,
        help_text="Where it is another than the definition says.",
    )
    who = LineField(
        label="If it changes a figure: who changed it",
        limit=200,
        required=False,
        help_text="Left empty, a change is marked as not declared until somebody says so.",
    )
    why = ProseField(label="And why", limit=2000, required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, indicator: Indicator, today: datetime.date, **kwargs: Any) -> None:
        self.indicator, self.today = indicator, today
        super().__init__(*args, **kwargs)

    def clean_year(self) -> int:
        try:
            year = read_year(self.cleaned_data["year"])
        except ValueError as problem:
            raise ValidationError(str(problem).rstrip(".")) from problem
        if problem := future_problem(year, current=financial_year(self.today)):
            raise ValidationError(problem)
        return year

    def clean_as_written(self) -> str:
        written: str = self.cleaned_data["as_written"]
        if read_known(written) != Known.KNOWN:
            raise ValidationError("Enter the figure. One that is not known is not entered here")
        try:
            self.read(written)
        except ValueProblem as problem:
            raise ValidationError(problem.sentence.rstrip(".")) from problem
        return written

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if bool(answers.get("who")) != bool(answers.get("why")):
            self.add_error("why" if answers.get("who") else "who", BOTH)
        if problem := unended_problem(
            answers.get("year"), answers.get("value_status"), current=financial_year(self.today)
        ):
            self.add_error("value_status", problem)
        day = answers.get("document_on")
        if problem := date_problem(day, today=self.today) or too_early_problem(
            answers.get("year"), answers.get("value_status"), day
        ):
            self.add_error("document_on", problem)
        return answers

    def read(self, written: str) -> ReadValue:
        """The figure as a value of the indicator's kind. ValueProblem where it is none."""
        row = self.indicator
        return read_value(written, kind=ValueKind(row.value_kind), levels=row.level_names, unit=row.unit)

    def printed(self) -> Printed:
        """What the document says; of a valid form."""
        said = self.cleaned_data
        return Printed(
            self.indicator,
            said["year"],
            said["as_written"],
            self.read(said["as_written"]).value,
            said["document"],
            status=ValueStatus(said["value_status"]),
            document_on=said["document_on"],
            source=said["source"],
            declared=Declared(said["who"], said["why"]) if said["who"] else None,
        )

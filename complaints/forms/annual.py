"""What people fill in of annual complaints reports."""

import datetime
from typing import Any

from django import forms

from complaints.choices import ANSWERED, Compliance
from complaints.models import AnnualComplaintsReport
from complaints.rules.annual_report import PARTS
from council.dates import long_date
from council.forms import AskAgainMixin, DateField, Form, LineField, ProseField
from council.periods import financial_year, year_name
from portfolios.models import Body

YEARS_BACK = 6


class BeginAnnualForm(Form):
    """Of which financial year."""

    year = forms.TypedChoiceField(label="Financial year", coerce=int)

    def __init__(self, *args: Any, day: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        this_year = financial_year(day)
        years = range(this_year, this_year - YEARS_BACK, -1)
        self.fields["year"].choices = [(year, year_name(year)) for year in years]
        self.fields["year"].initial = this_year - 1


class AnnualWordsForm(AskAgainMixin, Form):
    """The words of an annual complaints report."""

    def __init__(self, *args: Any, report: AnnualComplaintsReport, **kwargs: Any) -> None:
        words = {name: getattr(report, name) for name, _, _ in PARTS}
        super().__init__(*args, version=report.version, initial=words, **kwargs)
        for name, question, hint in PARTS:
            self.fields[name] = ProseField(
                label=question,
                limit=6000,
                required=False,
                help_text=hint,
                widget=forms.Textarea(attrs={"rows": 6}),
            )

    @property
    def words(self) -> dict[str, str]:
        """What was written, by part; of a valid form."""
        return {name: self.cleaned_data[name] for name, _, _ in PARTS}


class ParagraphForm(AskAgainMixin, Form):
    """What the council says of one paragraph of a code."""

    finding = forms.ChoiceField(
        label="Does the council keep to it?",
        choices=[(each.value, Compliance(each).label) for each in ANSWERED],
        widget=forms.RadioSelect,
    )
    words = ProseField(
        label="In our own words",
        limit=3000,
        help_text="What shows it; or why not, what was decided about it and what is done.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class PresentAnnualForm(AskAgainMixin, Form):
    """The date of an annual report."""

    dated_on = DateField(label="Date of the report")

    def __init__(self, *args: Any, report: AnnualComplaintsReport, day: datetime.date, **kwargs: Any) -> None:
        self.report, self.day = report, day
        super().__init__(*args, version=report.version, initial={"dated_on": long_date(day)}, **kwargs)

    def clean_dated_on(self) -> datetime.date:
        dated_on: datetime.date = self.cleaned_data["dated_on"]
        if dated_on > self.day:
            raise forms.ValidationError(
                f"It is {long_date(self.day)} today. Enter that day or an earlier one"
            )
        if dated_on <= self.report.span.end:
            sentence = f"Its year ended on {long_date(self.report.span.end)}. Enter a later day"
            raise forms.ValidationError(sentence)
        return dated_on


class AnnualErratumForm(Form):
    """What was found wrong after an annual report was presented."""

    words = ProseField(
        label="What should be read",
        limit=2000,
        help_text="The words of the report stay; this stands beside them with the day.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ResponseForm(Form):
    """What a governing body said to an annual report."""

    body = forms.ModelChoiceField(
        label="Which body", queryset=Body.objects.all(), empty_label="Choose a body"
    )
    met_on = DateField(label="Date of the meeting")
    decision = LineField(
        label="What it decided", limit=300, help_text="For example: the report was accepted."
    )
    words = ProseField(label="Its response", limit=4000, widget=forms.Textarea(attrs={"rows": 5}))

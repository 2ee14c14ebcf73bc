"""What is filled in for an indicator set: its terms, its adoption, and each indicator's level."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from council.forms import DateField, Form, LineField, ProseField, VersionedFormMixin
from council.periods import financial_year, read_year
from performance.choices import ReportLevel
from performance.figures.sets import SetLine
from performance.models import IndicatorSet, SetEntry
from performance.operations.sets import NO_ENTRY, Choice
from performance.rules.annual_figures import future_problem
from performance.rules.indicator_sets import QUARTERS
from portfolios.models import Body, Decision

MONTHS = ("April to June", "July to September", "October to December", "January to March")
NOT_DECIDED = ("", "Not decided")
DECISIONS_OFFERED = 200


class _Consulting(Form):
    """Says on which day somebody was consulted, which is no later than today."""

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, **kwargs)

    def clean_consulted_on(self) -> datetime.date | None:
        day: datetime.date | None = self.cleaned_data["consulted_on"]
        if day is not None and day > self.today:
            raise ValidationError("That day is still to come. Enter it once they were consulted")
        return day


class TermsForm(_Consulting, VersionedFormMixin, Form):
    """From which quarter a set is used, why it is as it is, and who was asked about the whole of it."""

    first_quarter = forms.TypedChoiceField(
        label="Used from",
        coerce=int,
        choices=[(each, f"Quarter {each}, {months}") for each, months in zip(QUARTERS, MONTHS, strict=True)],
        help_text="A quarter of the financial year, whenever the municipal year begins.",
    )
    reason = ProseField(
        label="Why the set is as it is",
        help_text="Such as the review that it comes from. Each indicator that moves says its own why besides.",
        limit=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    consulted = LineField(
        label="Who was consulted",
        help_text="On the set as a whole, such as the members' steering group.",
        limit=300,
        required=False,
    )
    consulted_on = DateField(label="Consulted on", required=False)


class NewSetForm(TermsForm):
    """A draft for a body and a year."""

    body = forms.ModelChoiceField(queryset=Body.objects.all(), label="Body")
    year = LineField(
        label="Year", help_text="Such as 2026/27. It names the municipal year that begins in it."
    )
    field_order = ["body", "year"]

    def clean_year(self) -> int:
        try:
            year = read_year(self.cleaned_data["year"])
        except ValueError as problem:
            raise ValidationError(str(problem).rstrip(".")) from problem
        if problem := future_problem(year, current=financial_year(self.today)):
            raise ValidationError(problem)
        return year


class AdoptForm(VersionedFormMixin, Form):
    """The day on which a set was adopted, and by which decision."""

    adopted_on = DateField(label="Adopted on")
    decision = forms.ModelChoiceField(
        queryset=Decision.objects.none(),
        label="By the decision",
        required=False,
        help_text="Leave it empty where no decision is on record.",
    )

    def __init__(self, *args: Any, indicator_set: IndicatorSet, **kwargs: Any) -> None:
        super().__init__(*args, version=indicator_set.version, **kwargs)
        newest = Decision.objects.latest_first().values_list("pk", flat=True)[:DECISIONS_OFFERED]
        offered = Decision.objects.filter(pk__in=list(newest)).latest_first()
        self.fields["decision"].queryset = offered  # type: ignore[attr-defined]


class SetRowForm(_Consulting):
    """The level of one indicator, why, and who was asked. Its fields are named after the indicator: "i12-level"."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10_000)
    level = forms.ChoiceField(label="Level", choices=[NOT_DECIDED, *ReportLevel.choices], required=False)
    reason = ProseField(label="Why", limit=2000, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    consulted = LineField(label="Who was consulted", limit=300, required=False)
    consulted_on = DateField(label="Consulted on", required=False)

    def __init__(self, *args: Any, line: SetLine, **kwargs: Any) -> None:
        self.line = line
        initial = {"seen": NO_ENTRY, **said_by(line.entry)}
        if line.entry:
            initial["seen"] = line.entry.number
        super().__init__(*args, prefix=f"i{line.indicator.pk}", initial=initial, **kwargs)
        for field in TYPED:
            self.fields[field].widget.attrs["aria-label"] = f"{self.fields[field].label}: {line.indicator}"
            self.fields[field].help_text = ""

    def clean(self) -> dict[str, Any]:
        """Refuses words without a level: they would be said of nothing."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if not answers.get("level") and any(answers.get(name) for name in TYPED):
            self.add_error("level", "Choose a level beside what you wrote")
        return answers

    def differs_from(self, read: SetEntry | None) -> bool:
        """Whether something else was typed than the entry said that its author had read; of a valid form."""
        return {name: self.cleaned_data[name] for name in TYPED} != said_by(read)

    def choice(self) -> Choice:
        """What was decided; of a valid form with a level."""
        answers = self.cleaned_data
        said = {name: answers[name] for name in ("reason", "consulted", "consulted_on")}
        return Choice(self.line.indicator, answers["seen"], ReportLevel(answers["level"]), **said)

    def start_from(self, entry: SetEntry) -> None:
        """Lets the next save follow this entry: pressing it again is a choice."""
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = str(entry.number)

    def problems(self) -> list[tuple[str, str]]:
        """The sentences of this row, each with its indicator and the id of a field to go to."""
        return [
            (self[name if name in TYPED else "level"].id_for_label, f"{self.line.indicator}: {error}")
            for name, errors in self.errors.items()
            for error in errors
        ]


TYPED = ("level", "reason", "consulted", "consulted_on")
"""The fields that somebody types into."""


def said_by(entry: SetEntry | None) -> dict[str, Any]:
    """What an entry says, field by field; of none, nothing."""
    if entry is None:
        return {"level": "", "reason": "", "consulted": "", "consulted_on": None}
    return {name: getattr(entry, name) for name in TYPED}

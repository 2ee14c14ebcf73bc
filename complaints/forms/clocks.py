"""Taking more time, and letting a clock stand still."""

import datetime
from typing import Any

from django import forms

from complaints.figures.clock_page import days_that_follow
from complaints.forms.steps import StepForm
from complaints.operations.clocks import longest_extension
from complaints.rules.clocks import beyond_the_cap
from council.dates import long_date
from council.forms import DateField, ProseField


class ExtendForm(StepForm):
    """How much longer, shown with the day that follows, why, and when the customer was told."""

    working_days = forms.TypedChoiceField(label="How much longer", coerce=int)
    why = ProseField(
        label="The reason, as the customer will read it",
        limit=5000,
        help_text="A good reason, in the customer’s words: not “pressure of work”.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    told_on = DateField(
        label="The customer was told on", help_text="Not after the day on which the reply was due."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        days = days_that_follow(self.case, most=longest_extension(self.case))
        field = self.fields["working_days"]
        field.choices = [("", "Choose how long"), *(_longer(each, day) for each, day in days)]
        procedure = self.case.procedure
        longest = procedure.extension(self.case.stage) if procedure else 0
        over = beyond_the_cap(longest + 1, had=longest - len(days), longest=longest)
        field.error_messages["invalid_choice"] = over
        self.fields["told_on"].initial = self.day


def _longer(number: int, day: datetime.date) -> tuple[str, str]:
    days = "1 working day" if number == 1 else f"{number} working days"
    return str(number), f"{days}: due {day:%A} {long_date(day)}"


class PauseForm(StepForm):
    """From when a clock stands still, and why."""

    since = DateField(label="The first day that is not counted")
    why = ProseField(
        label="Why",
        limit=2000,
        help_text="Such as what the customer was asked for.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["since"].initial = self.day


class ResumeForm(StepForm):
    """Until when it stood still."""

    until = DateField(label="The last day that is not counted")
    note = ProseField(
        label="What came of it", limit=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"].initial = self.day

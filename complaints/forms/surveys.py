"""What customers answer, on their own page or told to an officer; and which answers are looked at."""

from typing import Any

from django import forms

from complaints.choices import Channel, SurveyQuestion
from complaints.figures.survey_page import AskedQuestion
from complaints.forms.steps import StepForm
from council.forms import Form, ProseField

WORDS_LIMIT = 2000
SPOKEN = (
    Channel.PHONE,
    Channel.LETTER,
    Channel.COUNTER,
    Channel.EMAIL,
    Channel.SOCIAL_MEDIA,
    Channel.COUNCILLOR,
)
"""How an officer may have heard it."""


class ClickForm(Form):
    """One click: what is said to one question."""

    said = forms.ChoiceField(label="Answer", error_messages={"required": "Choose one of the answers"})

    def __init__(self, *args: Any, asked: AskedQuestion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["said"].choices = asked.choices
        self.fields["said"].error_messages["invalid_choice"] = "Choose one of the answers"


class WordsForm(Form):
    """What a customer adds in their own words."""

    words = ProseField(
        label="Is there anything you want to add?",
        limit=WORDS_LIMIT,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter what you want to add"},
    )


class SpokenAnswersForm(StepForm):
    """What a customer told an officer of how their case went."""

    channel = forms.ChoiceField(
        label="How they told us", choices=[("", "Choose how"), *((each.value, each.label) for each in SPOKEN)]
    )
    handling = forms.ChoiceField(label="How it was handled", required=False)
    outcome = forms.ChoiceField(label="What came of it", required=False)
    fixed = forms.ChoiceField(label="Whether it was put right", required=False)
    words = ProseField(
        label="In their own words",
        limit=WORDS_LIMIT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, asked: list[AskedQuestion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by_name = {each.question.value: each for each in asked}
        for name in ("handling", "outcome", "fixed"):
            if name not in by_name:
                del self.fields[name]
                continue
            self.fields[name].label = by_name[name].asks
            self.fields[name].choices = [("", "Not said"), *by_name[name].choices]

    @property
    def said(self) -> dict[SurveyQuestion, str]:
        """What was said to each question of a valid form."""
        return {each: self.cleaned_data.get(each.value, "") for each in SurveyQuestion}

"""What a member writes to challenge a rating, and what is answered."""

from typing import Any

from django import forms

from council.forms import Form, ProseField, VersionedFormMixin
from performance.choices import ChallengeOutcome
from performance.models.challenge import CONCLUSIONS


class _AskingAgain(VersionedFormMixin, Form):
    """A form that shows the words again once the row behind it has moved on."""

    def ask_again(self, version: int, why: str) -> None:
        """Shows the words again, for the row as it now is: sending them once more is a choice."""
        self.data = self.data.copy()
        self.data["version"] = str(version)
        self.add_error(None, why)


class ChallengeForm(_AskingAgain):
    """A doubt about one figure, with the version of the return that the member was looking at."""

    doubt = ProseField(
        label="What you doubt about this rating",
        help_text="Say what seems wrong and why. The lead officer answers here, where everybody can read it.",
        limit=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class AnswerForm(_AskingAgain):
    """The answer to a challenge, and what came of it; of one that is looked into, how that ended."""

    outcome = forms.ChoiceField(
        label="What comes of it",
        choices=ChallengeOutcome.choices,
        widget=forms.RadioSelect,
        help_text="To change the rating, override it; to correct the figure, reopen the return.",
        error_messages={"required": "Choose what comes of the challenge."},
    )
    words = ProseField(
        label="Your answer",
        help_text="Everybody who sees the figure reads it.",
        limit=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, is_conclusion: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_conclusion:
            self.fields["outcome"].label = "What came of it"
            self.fields["outcome"].choices = [(each.value, each.label) for each in CONCLUSIONS]
            self.fields["words"].label = "What was found"

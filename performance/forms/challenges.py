"""What a member writes to challenge a rating, and what is answered."""

from django import forms

from council.forms import Form, ProseField, VersionedFormMixin
from performance.choices import ChallengeOutcome


class ChallengeForm(VersionedFormMixin, Form):
    """A doubt about one figure, with the version of the return that the member was looking at."""

    doubt = ProseField(
        label="What you doubt about this rating",
        help_text="Say what seems wrong and why. The lead officer answers here, where everybody can read it.",
        limit=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def ask_again(self, version: int) -> None:
        """Shows the words again, for the figure as it now is: sending them once more is a choice."""
        self.data = self.data.copy()
        self.data["version"] = str(version)
        self.add_error(
            None,
            "The figure was changed while you were writing. It now reads as shown here. "
            "If you still doubt it, send your words again.",
        )


class AnswerForm(VersionedFormMixin, Form):
    """The answer to a challenge, and what came of it."""

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

"""What a customer may send from the page behind the secret link."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from complaints.forms.files import file_field
from council.forms import Form, ProseField, VersionedFormMixin

WORDS_LIMIT = 5000


class AddForm(Form):
    """More to tell, in words or as a file; `waiting` are the files that were taken on an earlier try."""

    words = ProseField(label="What you want to add", limit=WORDS_LIMIT, required=False)
    file = file_field()

    def __init__(self, *args: Any, waiting: Sequence[Mapping[str, Any]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.waiting = waiting
        self.hidden: Mapping[str, str] = {}

    def clean(self) -> dict[str, Any]:
        """Words, or a file."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if not (said.get("words") or said.get("file") or self.waiting) and "words" not in self.errors:
            self.add_error("words", "Enter what you want to add, or add a file")
        return said


class LookAgainForm(VersionedFormMixin, Form):
    """That somebody else looks at it again: nothing has to be said."""


class ComplainForm(VersionedFormMixin, Form):
    """A complaint of how a request was answered."""

    words = ProseField(
        label="What you are unhappy with",
        limit=WORDS_LIMIT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class NotFixedForm(VersionedFormMixin, Form):
    """That it was not put right."""

    words = ProseField(
        label="What is still not right",
        limit=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

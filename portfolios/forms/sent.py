"""What tells one sending of a form from another, so that a double click makes one row."""

import uuid
from typing import Any

from django import forms


class SentOnceMixin(forms.BaseForm):
    """Carries a key of its own in a hidden field; what was sent in its place is no fault of the reader's."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sent_as"] = forms.CharField(
            required=False, widget=forms.HiddenInput, initial=lambda: str(uuid.uuid4())
        )

    def clean_sent_as(self) -> uuid.UUID:
        """The key that the page was drawn with; a new one where that cannot be read."""
        try:
            return uuid.UUID(self.cleaned_data["sent_as"])
        except ValueError:
            return uuid.uuid4()

"""What has to be said before a person is given all that is kept of them."""

from django import forms

from council.forms import Form, ProseField


class ExportForm(Form):
    """How it was made sure who asks."""

    known_by = ProseField(
        label="How you know that it is they who ask",
        limit=1000,
        help_text="Such as that they wrote from the address on record. Enter no number of a document.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say how you know that it is they who ask"},
    )

"""The box for one file, the same on every form that takes any."""

from django import forms

from complaints.rules.uploads import ACCEPTED, LIMITS_IN_WORDS


def file_field() -> forms.FileField:
    """A box for a file that may be left; what it is is looked at when it is taken."""
    return forms.FileField(
        label="A file",
        required=False,
        allow_empty_file=True,
        max_length=1000,
        help_text=LIMITS_IN_WORDS,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )

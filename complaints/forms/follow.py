"""What a customer may send from the page behind the secret link."""

from django import forms

from council.forms import Form, ProseField, VersionedFormMixin

WORDS_LIMIT = 5000


class AddForm(Form):
    """More to tell."""

    words = ProseField(label="What you want to add", limit=WORDS_LIMIT)


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

"""What a member asks, and what is answered."""

from typing import Any

from django import forms

from council.forms import Form, ProseField, VersionedFormMixin
from portfolios.forms.sent import SentOnceMixin
from portfolios.models import Query, Service


class QuestionForm(SentOnceMixin, Form):
    """A question about something that the page names."""

    question = ProseField(
        label="Your question",
        limit=2000,
        help_text="Everybody who may see the figures can read it, and the answer. Name no customer.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ServiceQuestionForm(QuestionForm):
    """A question about a service that the member chooses."""

    service = forms.ModelChoiceField(queryset=Service.objects.all(), label="About which service")
    field_order = ("service", "question")


class AnswerForm(VersionedFormMixin, Form):
    """An answer, which is added to those before it."""

    words = ProseField(
        label="Your answer",
        limit=5000,
        help_text="It stays with the question for good. To correct it, add another.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args: Any, query: Query, **kwargs: Any) -> None:
        super().__init__(*args, version=query.version, **kwargs)

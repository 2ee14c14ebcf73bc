"""Which standard definitions are taken over, and where their indicators go."""

from collections.abc import Sequence
from typing import Any

from django import forms

from council.forms import Form
from performance.models import Cycle
from performance.rules.starter_set import Standard, standard
from portfolios.models import Post, Service


class StarterForm(Form):
    """The definitions that are ticked, and the service, cycle and post of their indicators."""

    service = forms.ModelChoiceField(
        queryset=Service.objects.all(), label="Service", help_text="The one that counts complaints."
    )
    cycle = forms.ModelChoiceField(
        queryset=Cycle.objects.all(), label="Returned", help_text="How often each is returned."
    )
    owner = forms.ModelChoiceField(
        queryset=Post.objects.all(), label="Owner", required=False, help_text="The post that answers."
    )
    chosen = forms.MultipleChoiceField(
        label="Definitions", widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, offered: Sequence[Standard], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = [(each.key, each.title) for each in offered]  # type: ignore[attr-defined]
        self.ticked = set(self.data.getlist("chosen")) if hasattr(self.data, "getlist") else set()

    def clean_chosen(self) -> list[Standard]:
        """The definitions that were ticked."""
        chosen = self.cleaned_data["chosen"]
        if not chosen:
            raise forms.ValidationError("Tick at least one definition")
        return [standard(key) for key in chosen]

"""What people say of a promise later: what became of it, and that what it waits for has happened."""

from collections.abc import Collection
from typing import Any

from django import forms

from council.forms import DateField, Form, ProseField, VersionedFormMixin
from portfolios.choices import Fate
from portfolios.models import AwaitedEvent, Promise, Report
from portfolios.rules.promises import MAY_BECOME

ADDED_WORDS = {
    Fate.OPEN: "Open again: it was settled wrongly, or something is still owed",
    Fate.RELEASED: "Released: nobody holds the owner to it any more",
}


class SettleForm(VersionedFormMixin, Form):
    """What became of a promise, with what shows it."""

    fate = forms.ChoiceField(label="What became of it", widget=forms.RadioSelect)
    note = ProseField(
        label="What shows it",
        limit=2000,
        help_text="Such as the report that was brought, or why it was not.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    report = forms.ModelChoiceField(
        label="The report that was brought",
        queryset=Report.objects.none(),
        required=False,
        empty_label="None, or not in the list",
    )

    def __init__(self, *args: Any, promise: Promise, **kwargs: Any) -> None:
        super().__init__(*args, version=promise.version, **kwargs)
        self.fields["fate"].choices = [
            (each, ADDED_WORDS.get(each, each.label)) for each in self._fates(promise)
        ]
        reports = Report.objects.all()
        if promise.made_on:
            reports = reports.exclude(dated_on__lt=promise.made_on)
        self.fields["report"].queryset = reports

    def _fates(self, promise: Promise) -> Collection[Fate]:
        """What it may become; of what was read before somebody else settled it, whatever was read then."""
        is_old = self.is_bound and self.data.get("version", "") != str(promise.version)
        return tuple(Fate) if is_old else MAY_BECOME[Fate(promise.fate)]

    def clean_fate(self) -> Fate:
        return Fate(self.cleaned_data["fate"])


class HappenedForm(VersionedFormMixin, Form):
    """The day on which what a promise waits for has happened."""

    happened_on = DateField(label="It happened on")

    def __init__(self, *args: Any, event: AwaitedEvent, **kwargs: Any) -> None:
        super().__init__(*args, version=event.version, **kwargs)

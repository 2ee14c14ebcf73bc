"""The forms on the page of an action: how it goes, and what it is measured by."""

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms

from council.forms import Form, LineField, VersionedFormMixin
from performance.figures.action_measures import ShownMeasure
from performance.models import ActionMeasure, Indicator
from portfolios.forms.actions import ActionStepForm
from portfolios.models import Action

Forms = dict[str, tuple[str, Any]]


class MeasureForm(VersionedFormMixin, Form):
    """An indicator that is to move because of an action."""

    indicator = forms.ModelChoiceField(
        label="Which indicator", queryset=Indicator.objects.none(), empty_label="Choose an indicator"
    )
    why = LineField(label="Why it should move", required=False)

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        super().__init__(*args, version=action.version, **kwargs)
        field: Any = self.fields["indicator"]
        field.queryset = Indicator.objects.exclude(action_measures__action=action)


class MeasureNoMoreForm(VersionedFormMixin, Form):
    """An indicator that does not measure an action after all."""

    measure = forms.ModelChoiceField(
        label="Which indicator", queryset=ActionMeasure.objects.none(), empty_label="Choose an indicator"
    )

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        super().__init__(*args, version=action.version, **kwargs)
        field: Any = self.fields["measure"]
        field.queryset = ActionMeasure.objects.filter(action=action).select_related("indicator", "action")
        field.label_from_instance = lambda each: str(each.indicator)


WORDS = {
    "go": "Say how it goes",
    "measure": "Link an indicator that is to move",
    "measure-no-more": "An indicator does not measure it after all",
}


def form_of(step: str, action: Action, data: Any = None, *, today: datetime.date) -> Any:
    """The form of one step, bound to what was sent if anything was."""
    own: dict[str, Any] = {"action": action, "auto_id": f"{step}_%s"}
    if step == "go":
        return ActionStepForm(data, today=today, **own)
    return (MeasureForm if step == "measure" else MeasureNoMoreForm)(data, **own)


def forms_of(action: Action, measures: Sequence[ShownMeasure], *, today: datetime.date) -> Forms:
    """The forms that the page of an action offers to whoever may change it."""
    names = ["go", "measure", *(["measure-no-more"] if measures else [])]
    return {name: (WORDS[name], form_of(name, action, today=today)) for name in names}

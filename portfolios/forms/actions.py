"""What people fill in of an action: what is to be done, by whom and by when; and later how it goes."""

import datetime
from decimal import Decimal
from typing import Any

from django import forms

from council.forms import DateField, FigureField, Form, LineField, ModelForm, ProseField, VersionedFormMixin
from portfolios.choices import ActionStep
from portfolios.figures.actions import said_of_action
from portfolios.forms.promises import DueWordsMixin
from portfolios.forms.sent import SentOnceMixin
from portfolios.models import Action
from portfolios.rules.actions import steps_from
from portfolios.rules.promises import DueSaid

MOST = Decimal("9999999999.99")
MONEY: dict[str, Any] = {"quantity": "money", "decimals": 2, "minimum": Decimal(0), "maximum": MOST}
MONEY_HINT = "In pounds. 0 if there is none; leave it empty if nobody has said."
STEP_WORDS = {
    ActionStep.BEGUN: "It is begun",
    ActionStep.DONE: "It is done",
    ActionStep.STOPPED: "It is stopped: it will not be done",
    ActionStep.RESUMED: "It is taken up again",
}


class ActionForm(SentOnceMixin, DueWordsMixin, VersionedFormMixin, ModelForm):
    """An action, new or changed. The words for its time are kept, and read for the last day that they can mean."""

    instance: Action

    cost = FigureField(label="What it costs", required=False, help_text=MONEY_HINT, **MONEY)
    saving = FigureField(label="What it saves", required=False, help_text=MONEY_HINT, **MONEY)
    why = LineField(label="Why it is changed", required=False)

    class Meta:
        model = Action
        fields = (
            *("what", "result", "owner", "service", "due_as_written", "due_on", "event"),
            *("months_after", "days_after", "cost", "saving"),
        )
        labels = {
            "what": "What exactly is to be done",
            "result": "What will be different",
            "owner": "Which post owns it",
            "due_as_written": "Due, as written",
            "due_on": "Or by a day",
            "event": "Or after something happens",
            "months_after": "So many months after it",
            "days_after": "And so many days after it",
        }
        help_texts = {
            "result": "What customers will notice; best with a number, such as “half as many missed bins”.",
            "owner": "A post, not a person. An action without one is kept, and shown as lacking one.",
            "due_as_written": "As the paper has it: “Spring 03”, “by Christmas”, “in six months”, “??”.",
            "due_on": "Only if the words mean another day than they seem to, or there are none.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("what", "result"):
            self.fields[name].widget.attrs["rows"] = 3
        for name, words in (
            ("owner", "No post yet"),
            ("service", "No service"),
            ("event", "Nothing, or not known"),
        ):
            self.fields[name].empty_label = words
        if self.instance._state.adding:
            del self.fields["why"]

    def clean(self) -> dict[str, Any]:
        self.cleaned_data["made_on"] = self.instance.agreed_on
        return super().clean()

    def said_of_row(self) -> DueSaid:
        return said_of_action(self.instance)

    def _post_clean(self) -> None:
        self.instance.sent_as = self.cleaned_data.get("sent_as") or self.instance.sent_as
        super()._post_clean()


class ActionStepForm(VersionedFormMixin, Form):
    """How an action goes: begun, done, stopped or taken up again, with what shows it or why."""

    step = forms.ChoiceField(label="How it goes", widget=forms.RadioSelect)
    done_on = DateField(label="If it is done: on which day", required=False)
    note = ProseField(
        label="What shows it, or why",
        limit=2000,
        required=False,
        help_text="Needed unless it is only begun. Everybody who sees the indicators reads it: name no customer.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, action: Action, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, version=action.version, **kwargs)
        is_old = self.is_bound and self.data.get("version", "") != str(action.version)
        steps = list(STEP_WORDS) if is_old else steps_from(action.state)
        self.fields["step"].choices = [(each, STEP_WORDS[each]) for each in steps]

    def clean_step(self) -> ActionStep:
        return ActionStep(self.cleaned_data["step"])

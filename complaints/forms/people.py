"""Who has a case: its officer, its service, and whom it is about."""

from typing import Any

from django import forms

from complaints.choices import STAGE_TWO
from complaints.figures.officers import Officers, officers_for
from complaints.forms.steps import StepForm
from complaints.models import PersonConcerned
from council.forms import DateField, LineField, ProseField
from council.models import User
from portfolios.models import Person, Service


class HandlerField(forms.ChoiceField):
    """A choice of the officers that a case may be given to; its value is the officer, or None."""

    def offer(self, officers: Officers, nobody: str) -> None:
        """Offers these officers, and "" in the given words."""
        self.people = {str(each.pk): each for each in officers.offered}
        self.choices = [("", nobody), *((key, str(each)) for key, each in self.people.items())]
        self.help_text = officers.sentence

    def clean(self, value: Any) -> User | None:
        """The officer of the key."""
        return self.people.get(super().clean(value))


class AssignForm(StepForm):
    """Who is to handle a case."""

    handler = HandlerField(
        label="Who handles it",
        error_messages={"invalid_choice": "This case cannot be given to that officer. Choose another"},
    )
    note = ProseField(
        label="A word with it", limit=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        handler: Any = self.fields["handler"]
        handler.offer(officers_for(self.case, day=self.day, stage=self.case.stage), "Choose an officer")
        handler.initial = self.case.handler_id


class EscalateForm(StepForm):
    """That a customer asks for stage 2, and who looks at the complaint again."""

    on = DateField(
        label="The customer asked for it on", help_text="The clock of stage 2 begins with this day."
    )
    why = ProseField(
        label="What the customer says",
        limit=5000,
        required=False,
        help_text="Nobody has to give a reason.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    handler = HandlerField(
        label="Who looks at it again",
        required=False,
        error_messages={"invalid_choice": "This case cannot be given to that officer. Choose another"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = self.day
        handler: Any = self.fields["handler"]
        handler.offer(officers_for(self.case, day=self.day, stage=STAGE_TWO), "Nobody yet")


class MoveForm(StepForm):
    """Which service a case belongs to."""

    service = forms.ModelChoiceField(
        label="To which service", queryset=Service.objects.none(), empty_label="Choose a service"
    )
    why = ProseField(label="Why", limit=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service"].queryset = Service.objects.exclude(pk=self.case.service_id)


class ConcernForm(StepForm):
    """Somebody of the council whom a case is about."""

    person = forms.ModelChoiceField(
        label="Who", queryset=Person.objects.none(), empty_label="Choose a person"
    )
    why = LineField(label="In what way", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = self.case.people_concerned.values("person")
        self.fields["person"].queryset = Person.objects.exclude(pk__in=named)


class ReleaseForm(StepForm):
    """Somebody whom a case is not about after all."""

    named = forms.ModelChoiceField(
        label="Who is not concerned after all",
        queryset=PersonConcerned.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    why = ProseField(label="Why", limit=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["named"].queryset = self.case.people_concerned.select_related("person")

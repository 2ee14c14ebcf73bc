"""The points complained of, their answers, and the reply."""

import re
from typing import Any

from django import forms
from django.http import QueryDict

from complaints.choices import FOUND_FOR_THE_CUSTOMER, CaseKind, Finding
from complaints.forms.steps import AboutACase, StepForm
from complaints.models import Cause
from council.forms import DateField, ProseField

MOST_POINTS = 50
_BOX = re.compile(r"point_([1-9][0-9]?)")


class PointsForm(StepForm):
    """One box for each point complained of; those that were answered stand fast."""

    def __init__(
        self, data: QueryDict | None = None, *, page: AboutACase, more: bool = False, **kwargs: Any
    ) -> None:
        points = list(page.case.points.prefetch_related("answers"))
        self.fast = [each for each in points if each.answers.all()]
        loose = [each.words for each in points if not each.answers.all()]
        first = len(self.fast) + 1
        sent = {int(found[1]) for name in data or () if (found := _BOX.fullmatch(name))}
        last = max([*sent, first]) if data is not None else first + max(len(loose), 1) - 1
        self.last = min(last + more, MOST_POINTS)
        typed = data if more else None
        initial = kwargs.pop("initial", {})
        if typed is not None:
            initial |= {name: typed[name] for name in typed}
        super().__init__(None if more else data, page=page, initial=initial, **kwargs)
        boxes = {}
        for number in range(first, self.last + 1):
            place = number - first
            boxes[f"point_{number}"] = ProseField(
                label=f"Point {number}",
                limit=2000,
                required=number == 1,
                initial=loose[place] if place < len(loose) else "",
                widget=forms.Textarea(attrs={"rows": 2}),
                error_messages={"required": "Enter what the customer complains of"},
            )
        self.fields = boxes | self.fields
        self.boxes = [*boxes]

    @property
    def may_have_more(self) -> bool:
        """Whether another box may be added."""
        return self.last < MOST_POINTS

    @property
    def words(self) -> list[str]:
        """All points in their order, those that stand fast first; of a valid form."""
        return [*(each.words for each in self.fast), *(self.cleaned_data[name] for name in self.boxes)]

    @property
    def is_changed(self) -> bool:
        """Whether the points are others than those on record; of a valid form."""
        return any(name in self.boxes for name in self.changed_data)


class AcknowledgeForm(PointsForm):
    """What is looked into, and when the customer was told so."""

    on = DateField(label="Acknowledged on", help_text="The time for the reply is counted from this day.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = self.day
        if not self.asks_for_points:
            for name in self.boxes:
                self.fields[name].required = False

    @property
    def asks_for_points(self) -> bool:
        """A complaint is acknowledged with what is understood of it; anything else need not be."""
        return bool(self.case.kind == CaseKind.COMPLAINT)


class AnswerForm(StepForm):
    """What was found of one point, why, and the cause of what went wrong."""

    finding = forms.ChoiceField(label="What was found", choices=Finding.choices, widget=forms.RadioSelect)
    words = ProseField(
        label="The answer",
        limit=5000,
        help_text="Why, and what the council is and is not responsible for.",
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    cause = forms.ModelChoiceField(
        label="The cause of what went wrong",
        queryset=Cause.objects.filter(is_in_use=True),
        required=False,
        empty_label="Nothing went wrong",
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if said.get("finding") in FOUND_FOR_THE_CUSTOMER and "cause" in said and not said["cause"]:
            self.add_error(
                "cause", "Something went wrong here. Choose its cause, so that the council learns from it"
            )
        return said


class ReplyForm(StepForm):
    """The reply as the customer reads it; why it is late only where it is."""

    words = ProseField(
        label="The reply",
        help_text="Answer every point. Say what the council will do, and by when.",
        widget=forms.Textarea(attrs={"rows": 14}),
    )
    on = DateField(label="Sent on")
    late_why = ProseField(
        label="Why it is late", limit=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, is_late: bool, draft: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].initial = draft
        self.fields["on"].initial = self.day
        if not is_late:
            del self.fields["late_why"]

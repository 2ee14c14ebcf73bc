"""What is learned from cases, and thanks that are passed on."""

from typing import Any

from django import forms
from django.db.models import Q

from complaints.forms.steps import StepForm
from complaints.models import Cause, Lesson, PointAnswer
from council.forms import Form, LineField, ModelForm, ProseField, VersionedFormMixin
from portfolios.forms.sent import SentOnceMixin
from portfolios.models import Action, Person, Post, Service

NAMELESS = "Members and every officer read it. Name no customer, no address and no case."
NEW = "A new lesson, written below"
LONGEST = 100
"""Letters of a lesson or an action in a list of choices."""


def cut(text: str) -> str:
    """The words for a list of choices: one line, and not too long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


class LearnForm(SentOnceMixin, StepForm):
    """A lesson that is there already, or a new one; `lesson` goes before what is written below it."""

    lesson = forms.ChoiceField(label="Which lesson", required=False)
    what = ProseField(
        label="What we learned",
        limit=2000,
        required=False,
        help_text=NAMELESS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    cause = forms.ModelChoiceField(
        label="The cause", queryset=Cause.objects.none(), required=False, empty_label="None, or not known"
    )
    service = forms.ModelChoiceField(
        label="Whose lesson it is",
        queryset=Service.objects.all(),
        required=False,
        empty_label="The whole council’s",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        newest = (
            PointAnswer.objects.filter(point__case=self.case)
            .exclude(cause=None)
            .order_by("-at", "-pk")
            .first()
        )
        cause_id = newest.cause_id if newest else None
        self.fields["cause"].queryset = Cause.objects.filter(Q(is_in_use=True) | Q(pk=cause_id))
        self.fields["cause"].initial, self.fields["service"].initial = cause_id, self.case.service_id
        self.lessons = {
            str(each.pk): each for each in Lesson.objects.open().exclude(learned_from__case=self.case)[:200]
        }
        self.fields["lesson"].choices = [("", NEW), *self._groups(cause_id)]

    def _groups(self, cause_id: int | None) -> list[tuple[str, list[tuple[str, str]]]]:
        """The open lessons: of the same cause first, then of the same service, then the others."""
        groups: dict[str, list[tuple[str, str]]] = {"Of this cause": [], "Of this service": [], "Others": []}
        for key, each in self.lessons.items():
            is_cause = cause_id is not None and each.cause_id == cause_id
            is_service = each.service_id is not None and each.service_id == self.case.service_id
            name = "Of this cause" if is_cause else "Of this service" if is_service else "Others"
            groups[name].append((key, cut(each.what)))
        return [(name, rows) for name, rows in groups.items() if rows]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if not said.get("lesson") and not said.get("what") and "what" not in self.errors:
            self.add_error("what", "Write what was learned, or choose a lesson that is there already")
        if said.get("lesson") and said.get("what"):
            self.add_error("what", "A lesson is chosen above. Clear these words, or choose a new lesson")
        return said

    @property
    def chosen(self) -> Lesson:
        """The lesson chosen, or the new one; of a valid form."""
        said = self.cleaned_data
        if said["lesson"]:
            return self.lessons[said["lesson"]]
        return Lesson(
            what=said["what"],
            cause=said["cause"],
            service=said["service"],
            learned_on=self.day,
            sent_as=said["sent_as"],
        )


class ThankForm(StepForm):
    """Whom a customer's thanks are for, in which words, and what was done with them."""

    person = forms.ModelChoiceField(
        label="For whom", queryset=Person.objects.all(), required=False, empty_label="Nobody by name"
    )
    post = forms.ModelChoiceField(
        label="Or for whoever holds the post",
        queryset=Post.objects.all(),
        required=False,
        empty_label="No post",
    )
    service = forms.ModelChoiceField(
        label="And for the team", queryset=Service.objects.all(), required=False, empty_label="No team"
    )
    words = ProseField(
        label="The customer’s words",
        limit=5000,
        help_text="Whoever is thanked reads them. Take out names, addresses and whatever tells who wrote it.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    deed = ProseField(
        label="What is done with it",
        limit=2000,
        help_text="Such as: read out at the team meeting, kept as an example of good practice.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    tell = forms.BooleanField(
        label="Write to the customer that it reached them", required=False, initial=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].initial = self.case.words
        self.fields["service"].initial = self.case.service_id

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        names = ("person", "post", "service")
        if not any(said.get(name) or name in self.errors for name in names):
            self.add_error("person", "Choose whom the thanks are for: somebody, a post or a team")
        return said


class LessonForm(SentOnceMixin, VersionedFormMixin, ModelForm):
    """A lesson as officers write it; a new one carries no version."""

    class Meta:
        model = Lesson
        fields = ("what", "cause", "service", "told_to")
        labels = {"service": "Whose lesson it is", "cause": "The cause", "told_to": "Told to whom"}
        help_texts = {
            "what": NAMELESS,
            "told_to": "Staff, committees and others who heard of it (Complaint Handling Code, 9.3).",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        causes = Cause.objects.filter(Q(is_in_use=True) | Q(pk=self.instance.cause_id))
        self.fields["cause"].queryset = causes
        self.fields["cause"].empty_label = "None, or not known"
        self.fields["service"].empty_label = "The whole council’s"
        for name in ("what", "told_to"):
            self.fields[name].widget.attrs["rows"] = 3


class LessonStepForm(VersionedFormMixin, Form):
    """Something that is done with a lesson."""

    def __init__(self, *args: Any, lesson: Lesson, **kwargs: Any) -> None:
        self.lesson = lesson
        super().__init__(*args, version=lesson.version, **kwargs)


class CloseLessonForm(LessonStepForm):
    """What changed because of it."""

    changed = ProseField(
        label="What changed", limit=2000, help_text=NAMELESS, widget=forms.Textarea(attrs={"rows": 3})
    )


class ReopenLessonForm(LessonStepForm):
    """Why it was not learned after all."""

    why = LineField(label="Why it is opened again")


class FollowForm(LessonStepForm):
    """An action that is there already, and follows from the lesson."""

    action = forms.ModelChoiceField(
        label="Which action", queryset=Action.objects.none(), empty_label="Choose an action"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["action"]
        field.queryset = Action.objects.open().exclude(lessons__lesson=self.lesson)
        field.label_from_instance = lambda each: cut(each.what)


class UnfollowForm(LessonStepForm):
    """An action that does not follow from the lesson after all."""

    link = forms.ModelChoiceField(label="Which action", queryset=None, empty_label="Choose an action")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["link"]
        field.queryset = self.lesson.led_to.select_related("action", "lesson")
        field.label_from_instance = lambda each: cut(each.action.what)

"""What people fill in of a promise: what was undertaken, by whom and by when, and later what became of it."""

import datetime
from typing import Any

from django import forms

from council.dates import long_date
from council.forms import LineField, ModelForm
from portfolios.choices import DueKind
from portfolios.figures.promises import happening, holidays_for, said_of
from portfolios.forms.sent import SentOnceMixin
from portfolios.models import AwaitedEvent, Meeting, Promise
from portfolios.rules.due import Due
from portfolios.rules.promises import DueSaid, Happening, due_of

DUE_HINTS = {
    "due_as_written": "As the minute has it: “the June committee”, “contract start + 6 months”, “as and when”. "
    "Leave it blank if no time was given.",
    "due_on": "Only if the words mean another day than they seem to, or there are none.",
}


class DueWordsMixin(forms.BaseForm):
    """Reads the words for the time of a promise; sets how they are meant, or says what is missing."""

    instance: Promise
    changed_data: list[str]
    due: Due | None = None
    """How the time is read; None until all else is right."""
    today: datetime.date | None = None
    """The day on which the form is filled in: nothing was promised later."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        meeting = cleaned.get("due_meeting")
        if meeting and not cleaned.get("to_body"):
            cleaned["to_body"] = meeting.body
        made_at = cleaned.get("meeting")
        if made_at is not None and not cleaned.get("made_on"):
            cleaned["made_on"] = made_at.held_on
        made_on = cleaned.get("made_on")
        if made_on and self.today and made_on > self.today:
            self.add_error(
                "made_on", f"It is {long_date(self.today)} today, so nothing was promised then yet"
            )
        if not self.errors:
            self.due = self._settle_due()
        return self.cleaned_data

    def _waits_for(self) -> Happening | None:
        return happening(self.cleaned_data.get("event"))

    def _chosen_day(self) -> datetime.date | None:
        """The day that somebody gave; not the one that was read from the words when it was saved before."""
        day: datetime.date | None = self.cleaned_data.get("due_on")
        row = self.instance
        if row._state.adding or "due_on" in self.changed_data:
            return day
        return None if due_of(self.said_of_row()).on == day else day

    def said_of_row(self) -> DueSaid:
        """What the saved row says of its time, beside a day that somebody chose."""
        return said_of(self.instance)

    def _settle_due(self) -> Due | None:
        """Puts the reading where the row takes it from; None, with an error beside its field, when it cannot be."""
        said, event, day = self.cleaned_data, self._waits_for(), self._chosen_day()
        if event is not None and day is not None:
            self.add_error(
                "due_on", "It waits for something, so it has no day of its own. Clear one of the two"
            )
            return None
        meeting = said.get("due_meeting")
        due = due_of(
            DueSaid(
                words=said.get("due_as_written") or "",
                made_on=said.get("made_on"),
                day=day,
                has_meeting=meeting is not None,
                meets_on=meeting.held_on if meeting else None,
                event=event,
                months=said.get("months_after"),
                days=said.get("days_after"),
                holidays=holidays_for(said.get("due_as_written") or "", said.get("made_on")),
            )
        )
        if self._waits_for_nothing_named(due, event):
            return None
        said |= {"due_on": due.on, "months_after": due.months, "days_after": due.days}
        return due

    def _waits_for_nothing_named(self, due: Due, event: Happening | None) -> bool:
        """Whether a time after something is given, and not after what; the error says so beside its field."""
        if event is not None:
            return False
        if due.kind == DueKind.EVENT:
            asked = f"This waits for “{due.event_words}”. Choose what it waits for, or give a day instead"
            self.add_error("event", asked)
            return True
        typed = [name for name in ("months_after", "days_after") if self.cleaned_data.get(name) is not None]
        for name in typed:
            unit = name.removesuffix("_after")
            self.add_error(
                name, f"These {unit} count from something. Choose what it waits for, or clear them"
            )
        return bool(typed)

    def _post_clean(self) -> None:
        if self.due is not None:
            # What waits for an event that is not there yet becomes so when both are saved.
            is_new = self.due.kind == DueKind.EVENT and self.cleaned_data.get("event") is None
            self.instance.due_kind = DueKind.OPEN if is_new else self.due.kind
        super()._post_clean()


class PromiseForm(SentOnceMixin, DueWordsMixin, ModelForm):
    """A new promise. It is saved once its reader has seen how the words for its time are read."""

    new_event = LineField(
        label="Or something not in the list",
        required=False,
        help_text="Such as “The solicitors’ contract starts”. It is added to the list.",
    )

    class Meta:
        model = Promise
        fields = (
            "verb",
            "what",
            "as_written",
            "owner",
            "to_body",
            "made_on",
            "meeting",
            "report",
            "decision",
            "due_as_written",
            "due_on",
            "due_meeting",
            "event",
            "months_after",
            "days_after",
        )
        labels = {
            "verb": "It was promised to",
            "what": "What exactly",
            "as_written": "In the words of the minute or the paper",
            "meeting": "At the meeting",
            "report": "In the report",
            "decision": "By the decision",
            "due_as_written": "Due, as written",
            "due_on": "Or by a day",
            "due_meeting": "Or for the agenda of",
            "event": "Or after something happens",
            "months_after": "So many months after it",
            "days_after": "And so many days after it",
        }
        help_texts = DUE_HINTS

    field_order = (*Meta.fields[:13], "new_event", "months_after", "days_after")

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, **kwargs)
        for name in ("what", "as_written"):
            self.fields[name].widget.attrs["rows"] = 3
        self.fields["as_written"].help_text = ""
        for name in ("owner", "to_body", "meeting", "report", "decision", "due_meeting", "event"):
            self.fields[name].empty_label = "None, or not known"
        meetings = self.fields["meeting"]
        meetings.queryset = self.fields["due_meeting"].queryset = Meeting.objects.select_related("body")
        # The same meetings in both lists, read once.
        meetings.choices = self.fields["due_meeting"].choices = list(meetings.choices)

    def clean(self) -> dict[str, Any]:
        self._name_event()
        return super().clean()

    def _name_event(self) -> None:
        """An event of the list, or a new one, not both; one that is there under that name is taken."""
        name = self.cleaned_data.get("new_event")
        if not name:
            return
        if self.cleaned_data.get("event") is not None:
            self.add_error("new_event", "Choose it from the list or name a new one, not both")
            return
        self.cleaned_data["event"] = AwaitedEvent.objects.filter(name__iexact=name).first()

    def _waits_for(self) -> Happening | None:
        name = self.cleaned_data.get("new_event")
        return super()._waits_for() or (Happening(name) if name else None)

    def _post_clean(self) -> None:
        self.instance.sent_as = self.cleaned_data.get("sent_as") or self.instance.sent_as
        super()._post_clean()

    @property
    def new_name(self) -> str:
        """The name of the event that is to be added; of a valid form."""
        return "" if self.cleaned_data.get("event") else str(self.cleaned_data.get("new_event") or "")

    @property
    def reading(self) -> str:
        """How the words are read, which is shown before anything is saved; of a valid form."""
        assert self.due is not None
        return self.due.remark or (f"Due by {long_date(self.due.on)}." if self.due.on else "It has no day.")

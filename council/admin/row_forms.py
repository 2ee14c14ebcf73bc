"""The forms of register rows: they know which state of the row they were drawn from, and ask why it changes."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Field

from council.admin.saving import state_of
from council.admin.spoken import spoken
from council.forms import Form, LineField, ModelForm

OVERTAKEN = (
    "%(who)s saved this while you were working, so nothing was saved yet. "
    "What they saved is written above each box, what you typed is still in it. "
    "Press Save again to keep yours, or open the page afresh to keep theirs."
)


class StateField(forms.CharField):
    """The state that a row was read in, carried by the page; never an edit of its own."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False, max_length=40)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class RowForm(ModelForm):
    """A row that is edited beside others, inside the form of the row it belongs to."""

    read_as = StateField()

    compared: list[str]
    """The names of the row's own fields that the form may change."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.compared = [
            name for name, field in self.fields.items() if not field.disabled and self.model_field(name)
        ]
        for name in self.compared:
            if _says_nothing_of_its_own(self.model_field(name)):
                self.fields[name].error_messages["unique"] = self._taken(name)
        if not self.instance._state.adding:
            self.fields["read_as"].initial = state_of(self.instance, self.compared)

    def _taken(self, name: str) -> str:
        called, noun = str(self.fields[name].label or name).casefold(), self.instance._meta.verbose_name
        return f"There is already another {noun} with this {called}. Open that one, or enter something else"

    def model_field(self, name: str) -> Field | None:
        """The row's field of that name; None for a box of the form alone."""
        try:
            found = self.instance._meta.get_field(name)
        except FieldDoesNotExist:
            return None
        return found if isinstance(found, Field) else None

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.instance._state.adding and cleaned.get("read_as") != self.fields["read_as"].initial:
            self._show_both()
        return cleaned

    def _show_both(self) -> None:
        """Shows what somebody else saved meanwhile; saving again from there is a choice, not an accident."""
        differing = [name for name in self.changed_data if name in self.compared]
        self.data = self.data.copy()
        self.data[self.add_prefix("read_as")] = self.fields["read_as"].initial
        for name in differing:
            field = self.model_field(name)
            if field is not None:
                self.add_error(name, f"Now saved as “{spoken(field, getattr(self.instance, name))}”")
        if differing:
            raise ValidationError(OVERTAKEN, code="overtaken", params={"who": self._who_saved_last()})

    def _who_saved_last(self) -> str:
        history = getattr(self.instance, "history", None)
        last = history.select_related("history_user").first() if history is not None else None
        return str(last.history_user) if last and last.history_user else "Somebody else"


def _why(**kwargs: Any) -> LineField:
    return LineField(
        limit=400,
        help_text="Shown in the history beside the old and the new words.",
        error_messages={"required": "Say why, in a few words"},
        widget=AdminTextInputWidget,
        **kwargs,
    )


def _says_nothing_of_its_own(field: Field | None) -> bool:
    """Whether a field allows a value once and has Django's words for it."""
    return field is not None and field.error_messages["unique"] == Field.default_error_messages["unique"]


class RegisterForm(RowForm):
    """A row of the register with a page of its own."""

    found = ""
    """What the database found wrong when the form was last saved."""

    why = _why(label="Why this change")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"].required = not self.instance._state.adding

    def clean(self) -> dict[str, Any]:
        if self.found:
            raise ValidationError(self.found)
        return super().clean()


class ReasonForm(Form):
    """Why a row is removed."""

    why = _why(label="Why it goes")

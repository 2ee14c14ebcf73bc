"""What a page sends beside its answers: the version that was read, and each answer only once."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.core.exceptions import BadRequest, ValidationError
from django.http import QueryDict

# What a PositiveIntegerField holds on both databases.
LARGEST_VERSION = 2_147_483_647
_NO_VERSION = "Open the page again: it does not say which version you changed"


class VersionField(forms.Field):
    """The version of a row that the person was looking at, carried by the page."""

    widget = forms.HiddenInput
    default_error_messages = {"required": _NO_VERSION}

    def to_python(self, value: Any) -> int | None:
        text = str(value or "")
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) <= 10 and int(text) <= LARGEST_VERSION):
            raise ValidationError(_NO_VERSION, code="invalid")
        return int(text)


class VersionedFormMixin(forms.BaseForm):
    """Carries the version that the person read, in a hidden field, for `save_versioned(expected=...)`.

    A `ModelForm` takes it from its saved row, a `Form` from the argument `version`; a new row has none. A version
    that is missing, garbage or huge is an error of the whole form.
    """

    def __init__(self, *args: Any, version: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row = getattr(self, "instance", None)
        if version is None and row is not None and not row._state.adding:
            version = row.version
        if version is not None:
            self.fields["version"] = VersionField(initial=version)

    def add_error(self, field: str | None, error: Any) -> None:
        # Nobody can go to a hidden field.
        super().add_error(None if field == "version" else field, error)
        if field == "version":
            self.cleaned_data.pop("version", None)

    @property
    def expected_version(self) -> int:
        """The version that the person read; of a valid form on a saved row."""
        return int(self.cleaned_data["version"])


def refuse_repeats(data: QueryDict, allowed: Collection[str] = ()) -> None:
    """Refuses with 400 a field that came twice, of which Django would silently take the last.

    `allowed` names the fields that may have several values, such as the boxes of a multiple choice.
    """
    for name, values in data.lists():
        if len(values) > 1 and name not in allowed:
            raise BadRequest("The page sent an answer twice. Go back, open the page again and send it once.")


class AskAgainMixin(VersionedFormMixin):
    """Shows what was typed again, for the row as it now is: sending it once more is a choice."""

    def ask_again(self, version: int, sentence: str) -> None:
        """Carries the newer version, with a sentence on what happened meanwhile."""
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(version)
        self.add_error(None, sentence)
